"""What XmlElement and XmlDocument do by namespace, and the nodes that few scripts make."""

from __future__ import annotations

from typing import Any

from msolemu.foundation.text import to_units
from msolemu.runtime.errors.net_errors import argument_error
from msolemu.runtime.types import xml_text
from msolemu.runtime.types.declaring import method, refused, typed_property
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.types.streams import Stream
from msolemu.runtime.types.text_streams import TextReader
from msolemu.runtime.types.xml_nodes import (
    Attribute,
    Attributes,
    CharacterData,
    Document,
    Element,
    Fragment,
    Node,
    NodeList,
    ProcessingInstruction,
)

_XML = "System.Xml."
NODE, DOCUMENT, ELEMENT, ATTRIBUTES, INSTRUCTION, FRAGMENT = (
    known_type(_XML + name)
    for name in (
        *("XmlNode", "XmlDocument", "XmlElement", "XmlAttributeCollection", "XmlProcessingInstruction"),
        "XmlDocumentFragment",
    )
)
represent(INSTRUCTION, ProcessingInstruction)
represent(FRAGMENT, Fragment)
typed_property(INSTRUCTION, "System.String", "Target", lambda node: node.name)
typed_property(INSTRUCTION, "System.String", "Data", lambda node: node.value, lambda node, text: node.set_text(text))
_NAMED = "string localName, string namespaceURI"


def _namespace(element: Element, attribute: Attribute) -> str:
    return attribute.namespace or (element.namespace_of(attribute.prefix) if attribute.prefix else "")


def _found(element: Element, local_name: str, namespace: str) -> Attribute | None:
    """An attribute by its name in a namespace."""
    return next(
        (
            item
            for item in element.attributes.items
            if item.local_name == local_name and _namespace(element, item) == (namespace or "")
        ),
        None,
    )


method(ELEMENT, f"System.Xml.XmlAttribute GetAttributeNode({_NAMED})")(_found)
method(ELEMENT, f"bool HasAttribute({_NAMED})")(lambda *given: _found(*given) is not None)


@method(ELEMENT, f"string GetAttribute({_NAMED})")
def get_attribute(element: Element, local_name: str, namespace: str) -> str:
    """The value of an attribute, empty when it is not there."""
    found = _found(element, local_name, namespace)
    return "" if found is None else found.value


@method(ELEMENT, f"string SetAttribute({_NAMED}, string value)")
def set_attribute(element: Element, local_name: str, namespace: str, value: str) -> str:
    """Set an attribute of a namespace, under a prefix that stands for it."""
    found = _found(element, local_name, namespace) or _put(element, local_name, namespace)
    found.value = value or ""
    return found.value  # type: ignore[no-any-return]  # attributes hold text


def _put(element: Element, local_name: str, namespace: str) -> Attribute:
    prefix = prefix_of(element, namespace) or ("d1p1" if namespace else "")
    made = Attribute(element.document, f"{prefix}:{local_name}" if prefix else local_name, "")
    made.namespace = namespace or ""
    return element.attributes.put(made)


@method(ELEMENT, f"System.Xml.XmlAttribute SetAttributeNode({_NAMED})")
def set_attribute_node(element: Element, local_name: str, namespace: str) -> Attribute:
    """An attribute of a namespace, made where it is not there."""
    return _found(element, local_name, namespace) or _put(element, local_name, namespace)


@method(ELEMENT, "System.Xml.XmlAttribute SetAttributeNode(System.Xml.XmlAttribute newAttr)")
def put_attribute_node(element: Element, attribute: Attribute) -> Attribute | None:
    """Add an attribute; gives the one in whose place it comes."""
    known = element.attributes.find(attribute.name)
    element.attributes.put(attribute)
    return known


@method(ELEMENT, "System.Xml.XmlAttribute RemoveAttributeNode(System.Xml.XmlAttribute oldAttr)")
@method(ATTRIBUTES, "System.Xml.XmlAttribute Remove(System.Xml.XmlAttribute node)")
def remove_attribute_node(owner: Element | Attributes, attribute: Attribute) -> Attribute | None:
    """Remove an attribute."""
    return (owner.attributes if isinstance(owner, Element) else owner).remove(attribute.name)


@method(ELEMENT, f"System.Xml.XmlAttribute RemoveAttributeNode({_NAMED})")
def remove_named_node(element: Element, local_name: str, namespace: str) -> Attribute | None:
    """Remove an attribute of a namespace."""
    found = _found(element, local_name, namespace)
    return None if found is None else element.attributes.remove(found.name)


method(ELEMENT, f"void RemoveAttribute({_NAMED})")(lambda *given: remove_named_node(*given) and None)
method(ELEMENT, "void RemoveAllAttributes()")(lambda element: element.attributes.items.clear())


@method(ELEMENT, "System.Xml.XmlNode RemoveAttributeAt(int i)")
def remove_attribute_at(element: Element, index: int) -> Attribute | None:
    """Remove an attribute by its index."""
    items = element.attributes.items
    return items.pop(index) if 0 <= index < len(items) else None


@method(ATTRIBUTES, "System.Xml.XmlAttribute RemoveAt(int i)")
def remove_at(attributes: Attributes, index: int) -> Attribute | None:
    """Remove an attribute by its index."""
    return remove_attribute_at(attributes.owner, index)


method(ATTRIBUTES, "void RemoveAll()")(lambda attributes: attributes.items.clear())


def _below(node: Node) -> list[Element]:
    found = []
    for child in node.children:
        if isinstance(child, Element):
            found += [child, *_below(child)]
    return found


@method(DOCUMENT, f"System.Xml.XmlNodeList GetElementsByTagName({_NAMED})")
@method(ELEMENT, f"System.Xml.XmlNodeList GetElementsByTagName({_NAMED})")
def get_elements(node: Node, local_name: str, namespace: str) -> NodeList:
    """The elements of a namespace below, in document order; `*` means all."""
    return NodeList(
        [one for one in _below(node) if local_name in ("*", one.local_name) and namespace in ("*", one.namespace)]
    )


@method(NODE, "string GetNamespaceOfPrefix(string prefix)")
def namespace_of(node: Node, prefix: str) -> str:
    """The namespace that a prefix stands for; empty when it stands for none."""
    start = node if isinstance(node, Element) else getattr(node, "root", None) or node.parent
    return start.namespace_of(prefix) if isinstance(start, Element) else ""


@method(NODE, "string GetPrefixOfNamespace(string namespaceURI)")
def prefix_of(node: Node | None, namespace: str) -> str:
    """The prefix that stands for a namespace; empty when there is none."""
    while isinstance(node, Element):
        for item in node.attributes.items:
            if item.prefix == "xmlns" and item.value == namespace:
                return item.local_name
        node = node.parent
    return ""


@method(NODE, "void Normalize()")
def normalize(node: Node) -> None:
    """Join texts that stand beside one another."""
    for child in list(node.children):
        before = child.sibling(-1)
        if child.node_type == "Text" and before is not None and before.node_type == "Text":
            before.value += child.value
            del node.children[node.place(child)]
        normalize(child)


method(NODE, "bool Supports(string feature, string version)")(
    lambda node, feature, version: feature.upper() == "XML" and version in (None, "", "1.0", "2.0")
)


@method(DOCUMENT, "System.Xml.XmlAttribute CreateAttribute(string qualifiedName, string namespaceURI)")
@method(DOCUMENT, f"System.Xml.XmlAttribute CreateAttribute(string prefix, {_NAMED})")
def create_attribute(document: Document, *names: str) -> Attribute:
    """A new attribute of a namespace."""
    *prefix, name, namespace = names
    made = Attribute(document, f"{prefix[0]}:{name}" if prefix and prefix[0] else name, "")
    made.namespace = namespace or ""
    return made


@method(DOCUMENT, "System.Xml.XmlProcessingInstruction CreateProcessingInstruction(string target, string data)")
def create_instruction(document: Document, target: str, data: str) -> ProcessingInstruction:
    """A new processing instruction."""
    return ProcessingInstruction(document, target, data or "")


method(DOCUMENT, "System.Xml.XmlDocumentFragment CreateDocumentFragment()")(Fragment)
for _name in ("Whitespace", "SignificantWhitespace"):
    method(DOCUMENT, f"System.Xml.XmlText Create{_name}(string text)")(
        lambda document, text: CharacterData(document, "Text", text)
    )


@method(
    DOCUMENT,
    "System.Xml.XmlNode CreateNode(System.Xml.XmlNodeType type, string name, string namespaceURI)",
    "System.Xml.XmlNode CreateNode(string nodeTypeString, string name, string namespaceURI)",
    "System.Xml.XmlNode CreateNode(System.Xml.XmlNodeType type, string prefix, string name, string namespaceURI)",
)
def create_node(document: Document, kind: Any, *names: str) -> Node:
    """A new node of a kind."""
    wanted = (kind if isinstance(kind, str) else kind.name).lower()
    *prefix, name, namespace = names
    if wanted == "element":
        made = Element(document, f"{prefix[0]}:{name}" if prefix and prefix[0] else name)
        made.namespace = namespace or ""
        return made
    if wanted == "attribute":
        return create_attribute(document, *names)
    for known in ("Text", "Comment", "CDATA"):
        if wanted in (known.lower(), known.lower() + "section"):
            return CharacterData(document, known, "")
    if wanted == "documentfragment":
        return Fragment(document)
    raise argument_error(f"Cannot create node of type {kind}.", "type")


@method(DOCUMENT, "void Load(System.IO.Stream inStream)", "void Load(System.IO.TextReader txtReader)")
def load(document: Document, source: Stream | TextReader) -> None:
    """Read what is left of a stream or reader."""
    text = source.take() if isinstance(source, TextReader) else to_units(xml_text.decoded(source.read()))
    xml_text.load(document, text)


typed_property(NODE, "System.Object", "PreviousText", lambda node: None)
refused(NODE, "reads documents as a whole", "CreateNavigator()")
refused(
    DOCUMENT,
    "knows no schemas and no document types",
    *("Schemas", "Implementation", "DocumentType", "Validate()", "CreateDocumentType()", "CreateEntityReference()"),
    *("GetElementById()", "ReadNode()", "XmlResolver"),
)
