"""System.Xml: documents, elements and attributes, with PowerShell's view of children and attributes as properties."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msolemu.foundation.text import from_units, to_units
from msolemu.runtime.errors.net_errors import NetError, argument_error
from msolemu.runtime.types import xml_elements, xml_text, xml_writer  # noqa: F401  declare more members
from msolemu.runtime.types.declaring import constructor, method, typed_property
from msolemu.runtime.types.enumerations import member
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.types.xml_names import NamespaceManager, NameTable
from msolemu.runtime.types.xml_nodes import (
    Attribute,
    Attributes,
    CharacterData,
    Declaration,
    Document,
    Element,
    Node,
    NodeList,
)
from msolemu.runtime.types.xml_paths import select
from msolemu.runtime.values.objects import Value

_XML = "System.Xml."
NODE, DOCUMENT, ELEMENT, ATTRIBUTE, DECLARATION, DATA, LIST, ATTRIBUTES = (
    known_type(_XML + name)
    for name in (
        "XmlNode",
        "XmlDocument",
        "XmlElement",
        "XmlAttribute",
        "XmlDeclaration",
        "XmlCharacterData",
        "XmlNodeList",
        "XmlAttributeCollection",
    )
)
for _kind, _class in (
    (NODE, Node),
    (DOCUMENT, Document),
    (ELEMENT, Element),
    (ATTRIBUTE, Attribute),
    (DECLARATION, Declaration),
    (LIST, NodeList),
    (ATTRIBUTES, Attributes),
):
    represent(_kind, _class)


def _set_value(node: Any, value: str | None) -> None:
    if not isinstance(node, Attribute | CharacterData):
        raise NetError("System.InvalidOperationException", f"Cannot set a value on node type '{node.node_type}'.")
    node.value = value or ""


_READ: dict[str, Any] = {
    "Name": lambda node: node.name,
    "LocalName": lambda node: node.local_name,
    "Prefix": lambda node: node.prefix,
    "NameTable": lambda node: NameTable(),
    "NamespaceURI": lambda node: node.namespace,
    "NodeType": lambda node: member(_XML + "XmlNodeType", node.node_type),
    "ParentNode": lambda node: node.parent,
    "ChildNodes": lambda node: NodeList(node.children),
    "FirstChild": lambda node: node.children[0] if node.children else None,
    "LastChild": lambda node: node.children[-1] if node.children else None,
    "NextSibling": lambda node: node.sibling(1),
    "PreviousSibling": lambda node: node.sibling(-1),
    "HasChildNodes": lambda node: bool(node.children),
    "OwnerDocument": lambda node: node.document,
    "OuterXml": xml_text.outer,
    "IsReadOnly": lambda node: False,
    "BaseURI": lambda node: "",
}
for _name, _read in _READ.items():
    typed_property(NODE, "System.Object", _name, _read)
typed_property(NODE, "System.String", "Value", lambda node: node.value, _set_value)
typed_property(NODE, "System.String", "InnerText", xml_text.inner_text, lambda node, text: node.set_text(text))
typed_property(NODE, "System.String", "InnerXml", xml_text.inner, xml_text.set_inner)
typed_property(NODE, "System.Object", "Attributes", lambda node: getattr(node, "attributes", None))
typed_property(ELEMENT, "System.Boolean", "HasAttributes", lambda node: bool(node.attributes.items))
typed_property(
    ELEMENT,
    "System.Boolean",
    "IsEmpty",
    lambda node: not node.children and node.is_empty,
    lambda node, value: setattr(node, "is_empty", value),
)
typed_property(DOCUMENT, "System.Object", "DocumentElement", lambda document: document.root)
typed_property(
    DOCUMENT,
    "System.Boolean",
    "PreserveWhitespace",
    lambda document: document.preserve,
    lambda document, value: setattr(document, "preserve", value),
)
typed_property(ATTRIBUTE, "System.Object", "OwnerElement", lambda attribute: attribute.parent)
for _kind in (ATTRIBUTE, DECLARATION, DATA):
    typed_property(
        _kind,
        "System.String",
        "#text" if _kind is ATTRIBUTE else "Data",
        lambda node: node.value,
        _set_value,
    )
typed_property(DECLARATION, "System.String", "Version", lambda node: node.version)
typed_property(DECLARATION, "System.String", "Encoding", lambda node: node.encoding)
typed_property(DECLARATION, "System.String", "Standalone", lambda node: node.standalone)
for _kind in (LIST, ATTRIBUTES):
    typed_property(_kind, "System.Int32", "Count", len)


@method(LIST, "System.Xml.XmlNode Item(int index)", "System.Xml.XmlNode get_ItemOf(int index)")
@method(LIST, "System.Xml.XmlNode get_Item(int index)")
def list_item(nodes: NodeList, index: int) -> Node | None:
    """A node by its index."""
    return nodes.items[index] if 0 <= index < len(nodes.items) else None


@method(
    ATTRIBUTES, "System.Xml.XmlAttribute get_Item(string name)", "System.Xml.XmlAttribute GetNamedItem(string name)"
)
def attribute_item(attributes: Attributes, name: str) -> Attribute | None:
    """An attribute by its name."""
    return attributes.find(name)


@method(ATTRIBUTES, "System.Xml.XmlAttribute get_Item(int i)", "System.Xml.XmlAttribute Item(int i)")
def attribute_at(attributes: Attributes, index: int) -> Attribute | None:
    """An attribute by its index."""
    return attributes.items[index] if 0 <= index < len(attributes.items) else None


@method(
    ATTRIBUTES,
    "System.Xml.XmlAttribute Append(System.Xml.XmlAttribute node)",
    "System.Xml.XmlNode SetNamedItem(System.Xml.XmlNode node)",
)
def append_attribute(attributes: Attributes, attribute: Attribute) -> Attribute:
    """Add an attribute, in the place of one with the same name."""
    return attributes.put(attribute)


@method(ATTRIBUTES, "System.Xml.XmlNode RemoveNamedItem(string name)")
def remove_named(attributes: Attributes, name: str) -> Attribute | None:
    """Remove an attribute."""
    return attributes.remove(name)


@method(NODE, "System.Xml.XmlNodeList SelectNodes(string xpath)")
def select_nodes(node: Node, path: str) -> NodeList:
    """The nodes that an XPath finds."""
    return NodeList(select(node, path))


@method(NODE, "System.Xml.XmlNode SelectSingleNode(string xpath)")
def select_single_node(node: Node, path: str) -> Node | None:
    """The first node that an XPath finds."""
    found = select(node, path)
    return found[0] if found else None


@method(
    NODE,
    "System.Xml.XmlNodeList SelectNodes(string xpath, System.Xml.XmlNamespaceManager nsmgr)",
)
def select_nodes_in(node: Node, path: str, names: NamespaceManager) -> NodeList:
    """The nodes that an XPath with prefixes finds."""
    return NodeList(select(node, path, names.namespaces))


@method(NODE, "System.Xml.XmlNode SelectSingleNode(string xpath, System.Xml.XmlNamespaceManager nsmgr)")
def select_single_node_in(node: Node, path: str, names: NamespaceManager) -> Node | None:
    """The first node that an XPath with prefixes finds."""
    return next(iter(select(node, path, names.namespaces)), None)


@method(NODE, "System.Xml.XmlNode AppendChild(System.Xml.XmlNode newChild)")
def append_child(node: Node, child: Node) -> Node:
    """Add a node at the end."""
    return node.insert(child, len(node.children))


@method(NODE, "System.Xml.XmlNode PrependChild(System.Xml.XmlNode newChild)")
def prepend_child(node: Node, child: Node) -> Node:
    """Add a node at the beginning."""
    return node.insert(child, 0)


@method(NODE, "System.Xml.XmlNode InsertBefore(System.Xml.XmlNode newChild, System.Xml.XmlNode refChild)")
def insert_before(node: Node, child: Node, place: Node | None) -> Node:
    """Add a node before another."""
    return node.insert(child, len(node.children) if place is None else node.place(place))


@method(NODE, "System.Xml.XmlNode InsertAfter(System.Xml.XmlNode newChild, System.Xml.XmlNode refChild)")
def insert_after(node: Node, child: Node, place: Node | None) -> Node:
    """Add a node after another."""
    return node.insert(child, 0 if place is None else node.place(place) + 1)


@method(NODE, "System.Xml.XmlNode RemoveChild(System.Xml.XmlNode oldChild)")
def remove_child(node: Node, child: Node) -> Node:
    """Remove a node."""
    if child.parent is not node:
        raise argument_error("The node to be removed is not a child of this node.")
    del node.children[node.place(child)]
    child.parent = None
    return child


@method(NODE, "System.Xml.XmlNode ReplaceChild(System.Xml.XmlNode newChild, System.Xml.XmlNode oldChild)")
def replace_child(node: Node, child: Node, old: Node) -> Node:
    """Put a node in another's place."""
    place = node.place(old)
    remove_child(node, old)
    node.insert(child, place)
    return old


@method(NODE, "void RemoveAll()")
def remove_all(node: Node) -> None:
    """Remove children and attributes."""
    node.children.clear()
    if isinstance(node, Element):
        node.attributes.items.clear()


@method(NODE, "System.Xml.XmlNode CloneNode(bool deep)", "System.Xml.XmlNode Clone()")
def clone_node(node: Node, deep: bool = True) -> Node:
    """A copy."""
    return node.copy(deep=deep)


@method(NODE, "System.Collections.IEnumerator GetEnumerator()")
def get_enumerator(node: Node) -> Value:
    """The children one after the other."""
    from msolemu.runtime.types.sequences import enumerator

    return enumerator(node.children, "System.Xml.XmlChildEnumerator")


@method(ELEMENT, "string GetAttribute(string name)")
def get_attribute(element: Element, name: str) -> str:
    """The value of an attribute, empty when it is not there."""
    found = element.attributes.find(name)
    return "" if found is None else found.value


@method(ELEMENT, "void SetAttribute(string name, string value)")
def set_attribute(element: Element, name: str, value: str) -> None:
    """Set an attribute."""
    element.attributes.put(Attribute(element.document, name, value or ""))


@method(ELEMENT, "bool HasAttribute(string name)")
def has_attribute(element: Element, name: str) -> bool:
    """Whether an attribute is there."""
    return element.attributes.find(name) is not None


@method(ELEMENT, "void RemoveAttribute(string name)")
def remove_attribute(element: Element, name: str) -> None:
    """Remove an attribute."""
    element.attributes.remove(name)


@method(ELEMENT, "System.Xml.XmlAttribute GetAttributeNode(string name)")
def get_attribute_node(element: Element, name: str) -> Attribute | None:
    """An attribute by its name."""
    return element.attributes.find(name)


@method(ELEMENT, "System.Xml.XmlNodeList GetElementsByTagName(string name)")
@method(DOCUMENT, "System.Xml.XmlNodeList GetElementsByTagName(string name)")
def get_elements_by_name(node: Node, name: str) -> NodeList:
    """The elements of that name below, in document order; `*` means all."""
    return NodeList([found for found in _below(node) if name in ("*", found.name)])


def _below(node: Node) -> Iterator[Element]:
    for child in node.children:
        if isinstance(child, Element):
            yield child
            yield from _below(child)


@constructor(DOCUMENT, "xml()")
def new_document() -> Document:
    """An empty document."""
    return Document()


@method(DOCUMENT, "void LoadXml(string xml)")
def load_xml(document: Document, text: str) -> None:
    """Read a text."""
    xml_text.load(document, text)


@method(DOCUMENT, "void Load(string filename)")
def load(document: Document, path: str) -> None:
    """Read a file."""
    from msolemu.runtime.filesystem import files
    from msolemu.runtime.state import current

    session = current.session()
    content = files.read_bytes(session, files.place_of(session, path))
    xml_text.load(document, to_units(xml_text.decoded(content)))


@method(DOCUMENT, "void Save(string filename)")
def save(document: Document, path: str) -> None:
    """Write a file."""
    from msolemu.runtime.filesystem import files
    from msolemu.runtime.state import current

    session = current.session()
    writer = files.FileWriter(session, files.place_of(session, path))
    writer.write_bytes(from_units(xml_text.indented(document)).encode("utf-8"))
    writer.close()


@method(DOCUMENT, "System.Xml.XmlElement CreateElement(string name)")
def create_element(document: Document, name: str) -> Element:
    """A new element."""
    return Element(document, name)


@method(
    DOCUMENT,
    "System.Xml.XmlElement CreateElement(string qualifiedName, string namespaceURI)",
    "System.Xml.XmlElement CreateElement(string prefix, string localName, string namespaceURI)",
)
def create_element_in(document: Document, *names: str) -> Element:
    """A new element of a namespace."""
    *prefix, name, namespace = names
    made = Element(document, f"{prefix[0]}:{name}" if prefix and prefix[0] else name)
    made.namespace = namespace
    return made


@method(DOCUMENT, "System.Xml.XmlAttribute CreateAttribute(string name)")
def create_attribute(document: Document, name: str) -> Attribute:
    """A new attribute."""
    return Attribute(document, name, "")


@method(DOCUMENT, "System.Xml.XmlText CreateTextNode(string text)")
def create_text(document: Document, text: str) -> CharacterData:
    """A new text."""
    return CharacterData(document, "Text", text)


@method(DOCUMENT, "System.Xml.XmlComment CreateComment(string data)")
def create_comment(document: Document, text: str) -> CharacterData:
    """A new comment."""
    return CharacterData(document, "Comment", text)


@method(DOCUMENT, "System.Xml.XmlCDataSection CreateCDataSection(string data)")
def create_cdata(document: Document, text: str) -> CharacterData:
    """A new section of plain characters."""
    return CharacterData(document, "CDATA", text)


@method(DOCUMENT, "System.Xml.XmlDeclaration CreateXmlDeclaration(string version, string encoding, string standalone)")
def create_declaration(document: Document, version: str, encoding: str | None, standalone: str | None) -> Declaration:
    """A new declaration."""
    return Declaration(document, version, encoding or "", standalone or "")


@method(DOCUMENT, "System.Xml.XmlNode ImportNode(System.Xml.XmlNode node, bool deep)")
def import_node(document: Document, node: Node, deep: bool) -> Node:
    """A copy of a node that belongs to this document."""
    made = node.copy(deep=deep)
    made.adopt(document)
    return made
