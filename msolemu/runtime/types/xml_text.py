"""XML as text: reading it into nodes, and writing nodes."""

from __future__ import annotations

import re
from typing import Any
from xml.parsers import expat

from msolemu.foundation.text import from_units, to_units
from msolemu.runtime.errors.net_errors import NetError
from msolemu.runtime.types.xml_nodes import (
    Attribute,
    CharacterData,
    Declaration,
    Document,
    Element,
    Node,
    ProcessingInstruction,
)

_INDENT = "  "
SHORTEST_MARKUP = 4
JUNK = expat.errors.codes[expat.errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT]
WRONG_NODE = (
    "The specified node cannot be inserted as the valid child of this node, "
    "because the specified node is the wrong type."
)


class _Reader:
    """Builds nodes from what the parser meets."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.current: Node = document
        self.text: list[str] = []
        self.in_cdata = False

    def parser(self) -> Any:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.ordered_attributes = True
        parser.XmlDeclHandler = self.declaration
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text.append
        parser.CommentHandler = self.comment
        parser.ProcessingInstructionHandler = self.instruction
        parser.StartCdataSectionHandler = self.start_cdata
        parser.EndCdataSectionHandler = self.end_cdata
        return parser

    def add(self, node: Node) -> None:
        self.flush()
        self.current.insert(node, len(self.current.children))

    def flush(self) -> None:
        text = to_units("".join(self.text))
        self.text.clear()
        if text and self.current is not self.document and (text.strip() or self.document.preserve or self.in_cdata):
            kind = "CDATA" if self.in_cdata else "Text"
            self.current.insert(CharacterData(self.document, kind, text), len(self.current.children))

    def declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        shown = {1: "yes", 0: "no"}.get(standalone, "")
        self.add(Declaration(self.document, version, encoding or "", shown))

    def start(self, name: str, attributes: list[str]) -> None:
        element = Element(self.document, to_units(name))
        for key, value in zip(attributes[::2], attributes[1::2], strict=True):
            element.attributes.put(Attribute(self.document, to_units(key), to_units(value)))
        self.add(element)
        element.namespace = element.namespace_of(element.prefix)
        self.current = element

    def end(self, name: str) -> None:
        self.flush()
        assert self.current.parent is not None
        self.current = self.current.parent

    def comment(self, text: str) -> None:
        self.add(CharacterData(self.document, "Comment", to_units(text)))

    def instruction(self, target: str, data: str) -> None:
        self.add(ProcessingInstruction(self.document, to_units(target), to_units(data)))

    def start_cdata(self) -> None:
        self.flush()
        self.in_cdata = True

    def end_cdata(self) -> None:
        self.flush()
        self.in_cdata = False


def load(document: Document, text: str, *, as_part: bool = False) -> None:
    """Read a text into the document; raises what .NET raises and leaves the document as it was.

    A reader of parts, which casts use, finds nothing wrong with several elements or none: the document does.
    """
    made = Document()
    made.preserve = document.preserve
    reader = _Reader(made)
    parser = reader.parser()
    plain = from_units(text)
    try:
        parser.Parse(re.sub(r'^(<\?xml[^>]*?)\s+encoding=["\'][^"\']*["\']', r"\1", plain), True)
    except expat.ExpatError as error:
        raise (as_part and _no_document(plain, error)) or failure(plain, error) from None
    document.children = []
    for child in list(made.children):
        document.insert(child, len(document.children))
        child.adopt(document)
    declared = re.match(r'<\?xml[^>]*?encoding=["\']([^"\']*)["\']', plain)
    if declared and document.children and isinstance(document.children[0], Declaration):
        document.children[0].encoding = declared[1]


def _no_document(text: str, error: expat.ExpatError) -> NetError | None:
    """What a document says of parts that are well-formed and still make no document."""
    message = ""
    if text.strip() and text.lstrip()[0] != "<":
        message = WRONG_NODE
    elif error.code == JUNK:
        junk = text[_offset(text, error) :].lstrip()[:1]
        message = "This document already has a 'DocumentElement' node." if junk == "<" else WRONG_NODE
    return NetError("System.InvalidOperationException", message) if message else None


def _offset(text: str, error: expat.ExpatError) -> int:
    return sum(len(line) for line in text.splitlines(keepends=True)[: error.lineno - 1]) + error.offset


def failure(text: str, error: expat.ExpatError) -> NetError:
    """XmlException as .NET words it."""
    line, column = error.lineno, error.offset + 1
    if not text.strip():
        return NetError("System.Xml.XmlException", "Root element is missing.")
    if text.lstrip()[:1] != "<":
        return _invalid_root(text, 0)
    broken = _cut_short(text)
    if broken is not None:
        return _invalid_root(text, broken)
    junk = _offset(text, error) if error.code == JUNK else None
    if junk is not None and text[junk] != "<":
        return _invalid_root(text, junk)
    if junk is not None:
        column += 1
    messages = {
        expat.errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT: "There are multiple root elements.",
        expat.errors.XML_ERROR_TAG_MISMATCH: _mismatch(text),
        expat.errors.XML_ERROR_NO_ELEMENTS: _unclosed(text),
        expat.errors.XML_ERROR_UNCLOSED_TOKEN: "Unexpected end of file has occurred.",
        expat.errors.XML_ERROR_DUPLICATE_ATTRIBUTE: _duplicate(text, line, error.offset),
    }
    shown = messages.get(expat.errors.messages.get(error.code, "")) or str(error).partition(":")[0] + "."
    return NetError("System.Xml.XmlException", f"{shown} Line {line}, position {column}.")


_TAG = re.compile(r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<(/?)([\w:.-]+)[^<>]*?(/?)>", re.DOTALL)


def _open_elements(text: str) -> tuple[list[re.Match[str]], re.Match[str] | None]:
    """The start tags that wait for their end, and the first end tag that is another's."""
    waiting: list[re.Match[str]] = []
    for tag in _TAG.finditer(text):
        if not tag[2] or tag[3]:
            continue
        if not tag[1]:
            waiting.append(tag)
        elif waiting and waiting[-1][2] == tag[2]:
            waiting.pop()
        else:
            return waiting, tag
    return waiting, None


def _cut_short(text: str) -> int | None:
    """Where markup outside of every element begins that is shorter than the shortest there is, `<a/>`."""
    inside = 0
    end = 0
    for tag in _TAG.finditer(text):
        if not inside and len(text) - tag.start() < SHORTEST_MARKUP:
            return tag.start()
        inside += (-1 if tag[1] else 1) if tag[2] and not tag[3] else 0
        end = tag.end()
    rest = text.find("<", end)
    return rest if not inside and rest >= len(text) - SHORTEST_MARKUP + 1 else None


def _invalid_root(text: str, offset: int) -> NetError:
    before = text[:offset]
    place = f"Line {before.count(chr(10)) + 1}, position {offset - before.rfind(chr(10))}"
    return NetError("System.Xml.XmlException", f"Data at the root level is invalid. {place}.")


def _unclosed(text: str) -> str:
    names = ", ".join(tag[2] for tag in reversed(_open_elements(text)[0]))
    closing = f" The following elements are not closed: {names}." if names else ""
    return f"Unexpected end of file has occurred.{closing}" if closing else "Root element is missing."


def _duplicate(text: str, line: int, offset: int) -> str:
    name = re.match(r"[^\s=]*", text.splitlines()[line - 1][offset:])
    return f"'{name[0] if name else ''}' is a duplicate attribute name."


def _mismatch(text: str) -> str:
    waiting, end = _open_elements(text)
    if not waiting or end is None:
        return "The start tag does not match the end tag."
    before = text[: waiting[-1].start(2)]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return (
        f"The '{waiting[-1][2]}' start tag on line {line} position {column} does not match the end tag of '{end[2]}'."
    )


def decoded(content: bytes) -> str:
    """The text of a file: by its mark, by its declaration, else UTF-8."""
    for mark, codec in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if content.startswith(mark):
            return content[len(mark) :].decode(codec, "replace")
    declared = re.match(rb'<\?xml[^>]*?encoding=["\']([^"\']*)["\']', content)
    codec = declared[1].decode("ascii") if declared else "utf-8"
    try:
        return content.decode(codec, "replace")
    except LookupError:
        return content.decode("utf-8", "replace")


def inner_text(node: Node) -> str:
    """The text of a node and everything below it."""
    if node.node_type in ("Text", "CDATA", "Attribute", *_ASIDE):
        return str(node.value)
    return "".join(inner_text(child) for child in node.children if child.node_type not in _ASIDE)


_ASIDE = ("Comment", "ProcessingInstruction", "XmlDeclaration")
"""What stands in a document and is no part of its text."""
Scope = dict[str, str]
"""Which namespaces the prefixes stand for where something is written."""


def escaped(text: str, *, quoted: bool = False) -> str:
    """A text as markup has it, within quotes or between tags."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;") if quoted else text


def outer(node: Node, scope: Scope | None = None) -> str:
    """The node as markup; it declares the namespaces that are not in scope."""
    match node.node_type:
        case "Text":
            return escaped(node.value)
        case "CDATA":
            return f"<![CDATA[{node.value}]]>"
        case "Comment":
            return f"<!--{node.value}-->"
        case "XmlDeclaration":
            return f"<?xml {node.value}?>"
        case "Attribute":
            return f'{node.name}="{escaped(node.value, quoted=True)}"'
        case "ProcessingInstruction":
            return f"<?{node.name}{' ' if node.value else ''}{node.value}?>"
        case "Document" | "DocumentFragment":
            return inner(node, scope)
    return _element(node, scope or {})


def _head(node: Node, scope: Scope) -> tuple[str, Scope]:
    """What stands in the start tag, and the scope of what is inside."""
    assert isinstance(node, Element)
    attributes = node.attributes.items
    own = {item.local_name if item.prefix else "": str(item.value) for item in attributes if _declares(item)}
    known = {**scope, **own}
    added: Scope = {}
    for part in (node, *(item for item in attributes if item.prefix and not _declares(item))):
        namespace = part.namespace or node.namespace_of(part.prefix)
        if part.prefix not in own and part.prefix != "xml" and {**known, **added}.get(part.prefix, "") != namespace:
            added[part.prefix] = namespace
    # the last one first, as .NET writes them
    written = [
        f'xmlns{":" * bool(prefix)}{prefix}="{escaped(uri, quoted=True)}"' for prefix, uri in reversed(added.items())
    ]
    return " ".join([node.name, *map(outer, attributes), *written]), {**known, **added}


def _declares(attribute: Node) -> bool:
    return attribute.name == "xmlns" or attribute.prefix == "xmlns"


def _element(node: Node, scope: Scope) -> str:
    head, inside = _head(node, scope)
    if not node.children:
        return f"<{head} />"
    return f"<{head}>{inner(node, inside)}</{node.name}>"


def inner(node: Node, scope: Scope | None = None) -> str:
    """The children as markup."""
    return "".join(outer(child, scope) for child in node.children)


def set_inner(node: Node, text: str) -> None:
    """Have what the markup says as children."""
    document = Document()
    load(document, f"<_>{text}</_>")
    root = document.root
    node.children = []
    for child in list(root.children if root is not None else ()):
        node.insert(child, len(node.children))
        if node.document is not None:
            child.adopt(node.document)


def indented(document: Document) -> str:
    """The document as a file has it: each element on its own line, indented by two."""
    if document.preserve:
        return inner(document)
    return "\n".join(line for child in document.children for line in _lines(child, "", {}))


def _lines(node: Node, margin: str, scope: Scope) -> list[str]:
    mixed = any(child.node_type in ("Text", "CDATA") for child in node.children)
    if not isinstance(node, Element) or not node.children or mixed:
        return [margin + outer(node, scope)]
    head, inside = _head(node, scope)
    lines = [f"{margin}<{head}>"]
    for child in node.children:
        lines += _lines(child, margin + _INDENT, inside)
    return [*lines, f"{margin}</{node.name}>"]
