"""The nodes of an XML document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from msolemu.runtime.errors.net_errors import argument_error
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import known_type
from msolemu.runtime.values.objects import Value

_KINDS = {
    "Text": ("XmlText", "#text"),
    "Comment": ("XmlComment", "#comment"),
    "CDATA": ("XmlCDataSection", "#cdata-section"),
}


class Node:
    """Anything in a document."""

    node_type = "None"
    value: Any = None

    def __init__(self, document: Document | None, name: str) -> None:
        self.document = document
        self.name = name
        self.parent: Node | None = None
        self.children: list[Node] = []
        self.namespace = ""

    @property
    def prefix(self) -> str:
        """What stands before the colon."""
        return self.name.partition(":")[0] if ":" in self.name else ""

    @property
    def local_name(self) -> str:
        """What stands after the colon."""
        return self.name.rpartition(":")[2]

    def place(self, child: Node) -> int:
        """The index of a child."""
        for index, known in enumerate(self.children):
            if known is child:
                return index
        raise argument_error("The reference node is not a child of this node.")

    def sibling(self, step: int) -> Node | None:
        """The node beside this one."""
        if self.parent is None:
            return None
        index = self.parent.place(self) + step
        return self.parent.children[index] if 0 <= index < len(self.parent.children) else None

    def insert(self, child: Node, index: int) -> Node:
        """Put a child at an index; it leaves the place where it stood. Of a fragment come the children."""
        if isinstance(child, Fragment):
            for place, one in enumerate(list(child.children)):
                self.insert(one, index + place)
            return child
        if child.parent is not None:
            old = child.parent.place(child)
            del child.parent.children[old]
            if child.parent is self and old < index:
                index -= 1
        self.children.insert(index, child)
        child.parent = self
        return child

    def set_text(self, text: str) -> None:
        """Have one text as the only child."""
        self.children = []
        if text:
            self.insert(CharacterData(self.document, "Text", text), 0)

    def adopt(self, document: Document) -> None:
        """Belong to a document, with everything below."""
        self.document = document
        for child in self.children:
            child.adopt(document)

    def copy(self, *, deep: bool) -> Node:
        """A copy of the node."""
        made = self._bare()
        made.namespace = self.namespace
        if deep:
            for child in self.children:
                made.insert(child.copy(deep=True), len(made.children))
        return made

    def dynamic_properties(self) -> dict[str, list[Value]]:
        """Attributes and children as properties."""
        return adapted(self)

    def set_dynamic(self, lower: str, value: Value) -> bool:
        """Set the text of an attribute or child; whether there is one of that name."""
        from msolemu.runtime.casting.conversion import to_text

        return set_adapted(self, lower, to_text(value))

    def _bare(self) -> Node:
        raise NotImplementedError


class Attribute(Node):
    """An attribute."""

    node_type = "Attribute"

    def __init__(self, document: Document | None, name: str, value: str) -> None:
        super().__init__(document, name)
        self.value = value

    def __str__(self) -> str:
        return "System.Xml.XmlAttribute"

    def set_text(self, text: str) -> None:
        """Have another value."""
        self.value = text

    def _bare(self) -> Node:
        return Attribute(self.document, self.name, self.value)


class Attributes:
    """The attributes of an element."""

    def __init__(self, owner: Element) -> None:
        self.owner = owner
        self.items: list[Attribute] = []

    def __len__(self) -> int:
        return len(self.items)

    def enumerate_values(self) -> Iterator[Value]:
        """The attributes."""
        return iter(self.items)

    def find(self, name: str) -> Attribute | None:
        """An attribute by its exact name."""
        return next((item for item in self.items if item.name == name), None)

    def put(self, attribute: Attribute) -> Attribute:
        """Add an attribute, in the place of one with the same name."""
        known = self.find(attribute.name)
        if known is None:
            self.items.append(attribute)
        else:
            self.items[self.items.index(known)] = attribute
        attribute.parent = self.owner
        return attribute

    def remove(self, name: str) -> Attribute | None:
        """Remove an attribute."""
        known = self.find(name)
        if known is not None:
            self.items.remove(known)
        return known


class Element(Node):
    """An element."""

    node_type = "Element"

    def __init__(self, document: Document | None, name: str) -> None:
        super().__init__(document, name)
        self.attributes = Attributes(self)
        self.is_empty = True

    def __str__(self) -> str:
        return self.name

    def namespace_of(self, prefix: str) -> str:
        """The namespace that a prefix has here; an empty prefix means the default one."""
        wanted = f"xmlns:{prefix}" if prefix else "xmlns"
        node: Node | None = self
        while isinstance(node, Element):
            found = node.attributes.find(wanted)
            if found is not None:
                return str(found.value)
            node = node.parent
        return ""

    def _bare(self) -> Node:
        made = Element(self.document, self.name)
        made.is_empty = self.is_empty
        for item in self.attributes.items:
            made.attributes.put(Attribute(self.document, item.name, item.value))
        return made


class CharacterData(Node):
    """A text, a comment, or a section of plain characters."""

    def __init__(self, document: Document | None, node_type: str, value: str) -> None:
        self.net_name, name = _KINDS[node_type]
        super().__init__(document, name)
        self.node_type = node_type
        self.value = value

    def __str__(self) -> str:
        return self.net_type.full_name

    @property
    def net_type(self) -> NetType:
        """XmlText, XmlComment or XmlCDataSection."""
        return known_type("System.Xml." + self.net_name)

    def set_text(self, text: str) -> None:
        """Hold another text."""
        self.value = text

    def _bare(self) -> Node:
        return CharacterData(self.document, self.node_type, self.value)


class ProcessingInstruction(Node):
    """`<?target data?>`."""

    node_type = "ProcessingInstruction"

    def __init__(self, document: Document | None, target: str, data: str) -> None:
        super().__init__(document, target)
        self.value = data

    def __str__(self) -> str:
        return "System.Xml.XmlProcessingInstruction"

    def set_text(self, text: str) -> None:
        """Hold other data."""
        self.value = text

    def _bare(self) -> Node:
        return ProcessingInstruction(self.document, self.name, self.value)


class Fragment(Node):
    """Nodes that are put into a document together."""

    node_type = "DocumentFragment"

    def __init__(self, document: Document | None) -> None:
        super().__init__(document, "#document-fragment")

    def __str__(self) -> str:
        return "System.Xml.XmlDocumentFragment"

    def _bare(self) -> Node:
        return Fragment(self.document)


class Declaration(Node):
    """`<?xml version="1.0"?>`."""

    node_type = "XmlDeclaration"

    def __init__(self, document: Document | None, version: str, encoding: str = "", standalone: str = "") -> None:
        super().__init__(document, "xml")
        self.version = version
        self.encoding = encoding
        self.standalone = standalone

    def __str__(self) -> str:
        return f'version="{self.version}"' + (f' encoding="{self.encoding}"' if self.encoding else "")

    @property
    def value(self) -> str:
        """The parts as text."""
        return str(self) + (f' standalone="{self.standalone}"' if self.standalone else "")

    def _bare(self) -> Node:
        return Declaration(self.document, self.version, self.encoding, self.standalone)


class Document(Node):
    """A document."""

    node_type = "Document"

    def __init__(self) -> None:
        super().__init__(None, "#document")
        self.preserve = False

    def __str__(self) -> str:
        return "System.Xml.XmlDocument"

    @property
    def root(self) -> Element | None:
        """The outermost element."""
        return next((child for child in self.children if isinstance(child, Element)), None)

    def _bare(self) -> Node:
        return Document()


class NodeList:
    """Some nodes."""

    def __init__(self, items: Sequence[Node]) -> None:
        self.items = list(items)

    def __len__(self) -> int:
        return len(self.items)

    def enumerate_values(self) -> Iterator[Value]:
        """The nodes."""
        return iter(self.items)


def simple(node: Node) -> Value:
    """What PowerShell shows for a child: the text of one that holds only text, else the element itself."""
    if not isinstance(node, Element):
        return node.value
    if node.attributes.items:
        return node
    if not node.children:
        return ""
    first = node.children[0]
    return first.value if len(node.children) == 1 and first.node_type in ("Text", "CDATA") else node


def adapted(node: Node) -> dict[str, list[Value]]:
    """PowerShell's properties of a node: attributes, then children by name; several of one name as a list."""
    grouped: dict[str, tuple[str, list[Node]]] = {}
    own = node.attributes.items if isinstance(node, Element) else []
    for part in [*own, *node.children]:
        grouped.setdefault(part.name.lower(), (part.name, []))[1].append(part)
    return {
        lower: [name, simple(parts[0]) if len(parts) == 1 else [simple(part) for part in parts]]
        for lower, (name, parts) in grouped.items()
    }


def set_adapted(node: Node, lower: str, text: str) -> bool:
    """Give an attribute or a child that stands alone under its name another text; whether there is one."""
    own = node.attributes.items if isinstance(node, Element) else []
    parts = [part for part in [*own, *node.children] if part.name.lower() == lower]
    if len(parts) != 1:
        return False
    parts[0].set_text(text)
    return True
