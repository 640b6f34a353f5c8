"""XmlWriter and XmlTextWriter: XML written piece by piece."""

from __future__ import annotations

from typing import Any

from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.errors.net_errors import argument_error, invalid_operation
from msolemu.runtime.text.encodings import UTF8, UTF8_MARKED, UTF16, TextEncoding
from msolemu.runtime.types.declaring import constructor, method, reader, static, typed_property, writer
from msolemu.runtime.types.enumerations import member
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.types.streams import Stream
from msolemu.runtime.types.string_builder import StringBuilder
from msolemu.runtime.types.text_streams import BuilderTarget, TextWriter, open_writer, writer_to
from msolemu.runtime.types.xml_nodes import Document, Element, Node
from msolemu.runtime.types.xml_text import escaped, indented
from msolemu.runtime.values.objects import Value

WRITER = known_type("System.Xml.XmlWriter")
TEXT_WRITER = known_type("System.Xml.XmlTextWriter")
SETTINGS = known_type("System.Xml.XmlWriterSettings")
DOCUMENT, NODE = known_type("System.Xml.XmlDocument"), known_type("System.Xml.XmlNode")


class XmlWriterSettings:
    """What a writer does besides writing."""

    def __init__(self) -> None:
        self.indents = False
        self.margin = "  "
        self.line_end = "\n"
        self.omits_declaration = False
        self.encoding = UTF8_MARKED
        self.closes = False
        self.level = member("System.Xml.ConformanceLevel", "Document")
        self.breaks_attributes = False


@dataclass(slots=True)
class _Open:
    """An element that is not closed yet: whether elements or text stand in it."""

    name: str
    elements: bool = False
    text: bool = False


class XmlWriter:
    """Writes to a text writer; `declares` when the declaration comes of itself."""

    declares = True

    def __init__(self, target: TextWriter, settings: XmlWriterSettings, encoding: TextEncoding | None) -> None:
        self.target = target
        self.settings = settings
        self.encoding = encoding
        self.elements: list[_Open] = []
        self.in_tag = False
        self.attribute: str | None = None
        self.begun = False
        self.prefixes: set[str] = set()

    def declare(self, standalone: bool | None = None) -> None:
        """Write the declaration, unless the settings leave it out."""
        if self.begun:
            raise invalid_operation("WriteStartDocument needs to be the first call.")
        self.begun = True
        if self.settings.omits_declaration:
            self.begun = not self.declares
            self.declares = False
            return
        said = "" if self.encoding is None else f' encoding="{self.encoding.WebName}"'
        alone = "" if standalone is None else f' standalone="{"yes" if standalone else "no"}"'
        self.target.write(f'<?xml version="1.0"{said}{alone}?>')

    def node(self, markup: str, *, text: bool = False) -> None:
        """Write something between tags."""
        if not self.begun and self.declares:
            self.declare()
        self.end_tag()
        if self.elements and text:
            self.elements[-1].text = True
        if not text:
            self.line()
            if self.elements:
                self.elements[-1].elements = True
        self.begun = True
        self.target.write(markup)

    def end_tag(self) -> None:
        """Finish a start tag that is open."""
        if self.attribute is not None:
            self.end_attribute()
        if self.in_tag:
            self.target.write(">")
            self.in_tag = False

    def line(self) -> None:
        """Begin a line of its own, unless text stands beside."""
        if self.settings.indents and self.begun and not any(one.text for one in self.elements):
            self.target.write(self.settings.line_end + self.settings.margin * len(self.elements))

    def start(self, name: str) -> None:
        """Open an element."""
        self.node(f"<{name}")
        self.in_tag = True
        self.elements.append(_Open(name))

    def end(self, *, full: bool = False) -> None:
        """Close the element that is open."""
        if not self.elements:
            raise invalid_operation("There was no XML start tag open.")
        if self.attribute is not None:
            self.end_attribute()
        if self.in_tag and not full:
            self.elements.pop()
            self.target.write(" />")
            self.in_tag = False
            return
        self.end_tag()
        closed = self.elements[-1]
        mixed = closed.text
        self.elements.pop()
        if closed.elements and not mixed:
            self.line()
        self.target.write(f"</{closed.name}>")

    def end_attribute(self) -> None:
        """Close the attribute that is open."""
        self.target.write('"')
        self.attribute = None

    def start_attribute(self, name: str) -> None:
        """Open an attribute of the element whose start tag is open."""
        if not self.in_tag:
            raise invalid_operation("Token StartAttribute in state Content would result in an invalid XML document.")
        self.target.write(f' {name}="')
        self.attribute = name

    def text(self, text: str | None) -> None:
        """Write text, into the attribute that is open or between tags."""
        if self.attribute is not None:
            self.target.write(escaped(text or "", quoted=True))
        elif text:
            self.node(escaped(text), text=True)

    def finish(self) -> None:
        """Close what is open."""
        while self.elements:
            self.end()


class XmlTextWriter(XmlWriter):
    """The older writer, which declares only what it is told."""

    declares = False


represent(WRITER, XmlWriter)
represent(TEXT_WRITER, XmlTextWriter)
represent(SETTINGS, XmlWriterSettings)
constructor(SETTINGS, "System.Xml.XmlWriterSettings()")(XmlWriterSettings)
for _name, _type, _field in (
    ("Indent", "bool", "indents"),
    ("IndentChars", "string", "margin"),
    ("NewLineChars", "string", "line_end"),
    ("OmitXmlDeclaration", "bool", "omits_declaration"),
    ("Encoding", "System.Text.Encoding", "encoding"),
    ("CloseOutput", "bool", "closes"),
    ("ConformanceLevel", "System.Xml.ConformanceLevel", "level"),
    ("NewLineOnAttributes", "bool", "breaks_attributes"),
):
    typed_property(SETTINGS, _type, _name, reader(_field), writer(_field))
typed_property(WRITER, SETTINGS.full_name, "Settings", reader("settings"))


def _set_formatting(out: XmlWriter, value: Any) -> None:
    out.settings.indents = value.name == "Indented"


typed_property(
    TEXT_WRITER,
    "System.Xml.Formatting",
    "Formatting",
    lambda out: member("System.Xml.Formatting", "Indented" if out.settings.indents else "None"),
    _set_formatting,
)
typed_property(
    TEXT_WRITER,
    "int",
    "Indentation",
    lambda out: len(out.settings.margin),
    lambda out, count: setattr(out.settings, "margin", (out.settings.margin[:1] or " ") * count),
)
typed_property(
    TEXT_WRITER,
    "char",
    "IndentChar",
    lambda out: out.settings.margin[:1],
    lambda out, unit: setattr(out.settings, "margin", str(unit) * len(out.settings.margin)),
)


def _settings(given: XmlWriterSettings | None) -> XmlWriterSettings:
    return XmlWriterSettings() if given is None else given


_WITH = "System.Xml.XmlWriterSettings settings"


@static(WRITER, "System.Xml.XmlWriter Create(string outputFileName)")
@static(WRITER, f"System.Xml.XmlWriter Create(string outputFileName, {_WITH})")
def create_file(path: str, settings: XmlWriterSettings | None = None) -> XmlWriter:
    """A writer of a file."""
    chosen = _settings(settings)
    return XmlWriter(open_writer(path, encoding=chosen.encoding), chosen, chosen.encoding)


@static(WRITER, "System.Xml.XmlWriter Create(System.Text.StringBuilder output)")
@static(WRITER, f"System.Xml.XmlWriter Create(System.Text.StringBuilder output, {_WITH})")
def create_text(builder: StringBuilder, settings: XmlWriterSettings | None = None) -> XmlWriter:
    """A writer into a text that grows."""
    return XmlWriter(TextWriter(BuilderTarget(builder)), _settings(settings), UTF16)


@static(WRITER, "System.Xml.XmlWriter Create(System.IO.TextWriter output)")
@static(WRITER, f"System.Xml.XmlWriter Create(System.IO.TextWriter output, {_WITH})")
def create_over(target: TextWriter, settings: XmlWriterSettings | None = None) -> XmlWriter:
    """A writer into another."""
    return XmlWriter(target, _settings(settings), target.encoding)


@static(WRITER, "System.Xml.XmlWriter Create(System.IO.Stream output)")
@static(WRITER, f"System.Xml.XmlWriter Create(System.IO.Stream output, {_WITH})")
def create_stream(stream: Stream, settings: XmlWriterSettings | None = None) -> XmlWriter:
    """A writer of bytes."""
    chosen = _settings(settings)
    return XmlWriter(writer_to(stream, chosen.encoding), chosen, chosen.encoding)


@constructor(TEXT_WRITER, "System.Xml.XmlTextWriter(System.IO.TextWriter w)")
def new_over(target: TextWriter) -> XmlTextWriter:
    """A writer into another."""
    return XmlTextWriter(target, XmlWriterSettings(), target.encoding)


@constructor(TEXT_WRITER, "System.Xml.XmlTextWriter(string filename, System.Text.Encoding encoding)")
def new_file(path: str, encoding: TextEncoding | None) -> XmlTextWriter:
    """A writer of a file; without an encoding it is UTF-8, and not named."""
    return XmlTextWriter(open_writer(path, encoding=encoding or UTF8), XmlWriterSettings(), encoding)


@constructor(TEXT_WRITER, "System.Xml.XmlTextWriter(System.IO.Stream w, System.Text.Encoding encoding)")
def new_stream(stream: Stream, encoding: TextEncoding | None) -> XmlTextWriter:
    """A writer of bytes."""
    return XmlTextWriter(writer_to(stream, encoding or UTF8), XmlWriterSettings(), encoding)


def _qualified(out: XmlWriter, parts: tuple[str | None, ...], *, attribute: bool = False) -> tuple[str, str]:
    """The name that name, namespace and prefix make, and the declaration that it needs."""
    if len(parts) == 1:
        return parts[0] or "", ""
    prefix, name, namespace = parts if len(parts) == 3 else ("", *parts)
    if not namespace or (attribute and not prefix):
        return f"{prefix}:{name}" if prefix else str(name), ""
    declaration = f'{f"xmlns:{prefix}" if prefix else "xmlns"}="{escaped(namespace, quoted=True)}"'
    known = declaration in out.prefixes or prefix == "xmlns"
    out.prefixes.add(declaration)
    return f"{prefix}:{name}" if prefix else str(name), "" if known else f" {declaration}"


_NAMES = ("string localName", "string localName, string ns", "string prefix, string localName, string ns")


def _named(verb: str, more: str = "") -> tuple[str, ...]:
    return tuple(f"void {verb}({names}{more})" for names in _NAMES)


@method(WRITER, *_named("WriteStartElement"))
def start_element(out: XmlWriter, *names: str | None) -> None:
    """Open an element."""
    if not names[-2 if len(names) == 2 else len(names) // 2]:
        raise argument_error("The empty string '' is not a valid local name.")
    name, declaration = _qualified(out, names)
    out.start(name)
    out.target.write(declaration)


@method(WRITER, *_named("WriteElementString", ", string value"))
def element_string(out: XmlWriter, *given: str | None) -> None:
    """An element with a text."""
    start_element(out, *given[:-1])
    out.text(given[-1])
    out.end()


@method(WRITER, *_named("WriteStartAttribute"))
def start_attribute(out: XmlWriter, *names: str | None) -> None:
    """Open an attribute."""
    name, declaration = _qualified(out, names, attribute=True)
    out.target.write(declaration)
    out.start_attribute(name)


@method(WRITER, *_named("WriteAttributeString", ", string value"))
def attribute_string(out: XmlWriter, *given: str | None) -> None:
    """An attribute with its value."""
    start_attribute(out, *given[:-1])
    out.text(given[-1])
    out.end_attribute()


method(WRITER, "void WriteStartDocument()", "void WriteStartDocument(bool standalone)")(XmlWriter.declare)
method(WRITER, "void WriteEndDocument()")(XmlWriter.finish)
method(WRITER, "void WriteEndElement()")(XmlWriter.end)
method(WRITER, "void WriteFullEndElement()")(lambda out: out.end(full=True))
method(WRITER, "void WriteEndAttribute()")(XmlWriter.end_attribute)
method(WRITER, "void WriteString(string text)")(XmlWriter.text)
method(WRITER, "void WriteCData(string text)")(lambda out, text: out.node(f"<![CDATA[{text or ''}]]>", text=True))
method(WRITER, "void WriteComment(string text)")(lambda out, text: out.node(f"<!--{text or ''}-->"))
method(WRITER, "void WriteRaw(string data)")(lambda out, text: out.node(text or "", text=True))
method(WRITER, "void WriteProcessingInstruction(string name, string text)")(
    lambda out, name, text: out.node(f"<?{name} {text}?>")
)
method(WRITER, "void Flush()")(lambda out: out.end_tag())


@method(WRITER, "void WriteValue(System.Object value)")
def write_value(out: XmlWriter, value: Value) -> None:
    """The text of a value as XML has it: truth in small letters."""
    out.text(to_text(value).lower() if isinstance(value, bool) else to_text(value))


@method(WRITER, "void Close()", "void Dispose()")
def close(out: XmlWriter) -> None:
    """Close what is open, and the file."""
    out.finish()
    out.target.close()


@method(NODE, "void WriteTo(System.Xml.XmlWriter w)")
def write_to(node: Node, out: XmlWriter) -> None:
    """Write a node and what is below it."""
    if isinstance(node, Document):
        write_content(node, out)
    elif isinstance(node, Element):
        out.start(node.name)
        for attribute in node.attributes.items:
            attribute_string(out, attribute.name, attribute.value)
        write_content(node, out)
        out.end()
    elif node.node_type == "XmlDeclaration":
        out.declare()
    elif node.node_type == "Text":
        out.text(node.value)
    else:
        out.node(
            {"CDATA": "<![CDATA[{}]]>", "Comment": "<!--{}-->"}[node.node_type].format(node.value),
            text=node.node_type == "CDATA",
        )


@method(NODE, "void WriteContentTo(System.Xml.XmlWriter w)")
def write_content(node: Node, out: XmlWriter) -> None:
    """Write what is below a node."""
    for child in node.children:
        write_to(child, out)


method(DOCUMENT, "void Save(System.Xml.XmlWriter w)")(write_to)


@method(DOCUMENT, "void Save(System.IO.TextWriter writer)")
def save_to(document: Document, target: TextWriter) -> None:
    """Write the document, indented; its declaration names the writer's encoding."""
    head = document.children[0] if document.children else None
    if head is not None and head.node_type == "XmlDeclaration":
        head.encoding = target.encoding.WebName  # type: ignore[attr-defined]  # declarations have one
    target.write(indented(document))


@method(DOCUMENT, "void Save(System.IO.Stream outStream)")
def save_to_stream(document: Document, stream: Stream) -> None:
    """Write the document as bytes."""
    stream.write(UTF8.encode(indented(document)))
