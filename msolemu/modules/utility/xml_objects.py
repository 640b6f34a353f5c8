"""ConvertTo-Xml, Select-Xml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated
from xml.sax.saxutils import escape, quoteattr

from msolemu.cmdlets.declaration import Allow, Cmdlet, Fixed, Output, Parameter, Switch, Variation
from msolemu.foundation.dataclass import dataclass, field
from msolemu.foundation.text import from_units, to_units
from msolemu.modules.utility.parameters import POSITIVE, PS_OBJECT, UtilityCall
from msolemu.modules.utility.text_file import files_at
from msolemu.runtime.binding.validation import ValidateNotNullOrEmpty, ValidateSet
from msolemu.runtime.casting.conversion import convert, culture_text, to_text
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError
from msolemu.runtime.filesystem.files import read_text
from msolemu.runtime.types.registry import known_type, net_object, type_of
from msolemu.runtime.types.xml_names import NamespaceManager
from msolemu.runtime.values.members import get_property, invoke_method
from msolemu.runtime.values.objects import Hashtable, Value, enumerate_value, is_enumerable, unwrap
from msolemu.runtime.values.property_views import properties_of

SOMETHING = (ValidateNotNullOrEmpty(),)
HEAD = '<?xml version="1.0" encoding="utf-8"?>'
FROM_INPUT = "InputStream"
FORMS = ("Stream", "String", "Document")

convert_to_xml = Cmdlet(
    "ConvertTo-Xml",
    "Turns objects into XML.",
    examples={
        "([pscustomobject]@{ A = 1 } | ConvertTo-Xml).Objects.Object.Property.Name": "Makes a document.",
        "[pscustomobject]@{ A = 1 } | ConvertTo-Xml -As String -NoTypeInformation": "Makes a text.",
    },
)


@convert_to_xml.parameter_set()
@dataclass(kw_only=True)
class ToXml:
    """Each object is an element with an element for each property. Objects inside are written out to the depth."""

    call: UtilityCall
    depth: Annotated[int, Parameter("How deep objects are written out.", validate=(POSITIVE,))] = 1
    no_type_information: Annotated[Switch, Parameter("Without the names of types.")] = False
    as_: Annotated[
        str,
        Parameter(
            "A document, one text, or a text for each part.",
            validate=(*SOMETHING, ValidateSet(("Stream", "String", "Document"))),
        ),
    ] = "Document"
    lines: list[str] = field(init=False, default_factory=list)
    parts: list[str] = field(init=False, default_factory=list)

    def process(
        self,
        input_object: Annotated[
            Value,
            Parameter("The objects.", position=0, type=PS_OBJECT, from_pipeline=True, mandatory=True, allow=Allow.NULL),
        ],
    ) -> None:
        """Write one object."""
        lines = list(self._element("Object", None, input_object, self.depth))
        self.lines += ("  " + line for line in lines)
        self.parts.append("\n".join(lines))

    def end(self) -> Iterator[Value]:
        """Give what was asked for."""
        if self.as_.lower() == "stream":
            yield HEAD
            yield "<Objects>"
            yield from self.parts
            yield "</Objects>"
            return
        text = "\n".join([HEAD, "<Objects>", *self.lines, "</Objects>"])
        if self.as_.lower() == "string":
            yield text
        else:
            yield convert(text, known_type("System.Xml.XmlDocument"))

    def _element(self, tag: str, name: str | None, value: Value, depth: int) -> Iterator[str]:
        marks = "" if name is None else f" Name={_attribute(name)}"
        plain = unwrap(value)
        if plain is None:
            yield f"<{tag}{marks} />"
            return
        if not self.no_type_information:
            marks += f" Type={_attribute(type_of(plain).full_name)}"
        inner = list(self._inner(value, depth))
        if inner:
            yield f"<{tag}{marks}>"
            yield from ("  " + line for line in inner)
            yield f"</{tag}>"
        else:
            yield f"<{tag}{marks}>{_text(culture_text(value))}</{tag}>"

    def _inner(self, value: Value, depth: int) -> Iterator[str]:
        """The elements inside; none for a plain value, and none below the depth."""
        plain = unwrap(value)
        if depth < 1 or isinstance(plain, str | bool | int | float) or type_of(plain).is_value:
            return
        if isinstance(plain, Hashtable):
            for key, held in plain.items():
                yield from self._element("Property", "Key", key, depth - 1)
                yield from self._element("Property", "Value", held, depth - 1)
        elif is_enumerable(plain):
            for element in enumerate_value(plain):
                yield from self._element("Property", None, element, depth - 1)
        else:
            for view in properties_of(value):
                try:
                    held = view.value()
                except PowerShellError:
                    continue
                yield from self._element("Property", view.name, held, depth - 1)


def _text(text: str) -> str:
    return to_units(escape(from_units(text)))


def _attribute(text: str) -> str:
    return to_units(quoteattr(from_units(text)))


@net_object("Microsoft.PowerShell.Commands.SelectXmlInfo")
@dataclass(slots=True, eq=False)
class SelectXmlInfo:
    """A node that was found."""

    Node: Value
    Path: str
    Pattern: str

    def __str__(self) -> str:
        value = get_property(self.Node, "Value")
        return to_text(get_property(self.Node, "InnerText") if value is None else value)


select_xml = Cmdlet(
    "Select-Xml",
    "Finds nodes of XML by an XPath expression.",
    output=SelectXmlInfo,
    examples={"(Select-Xml -Content '<a><b>1</b></a>' -XPath '//b').Node.InnerText": "Finds an element."},
)
Expression = Annotated[str, Parameter("The expression.", position=0, name="XPath", validate=SOMETHING)]
Names = Annotated[Hashtable | None, Parameter("Prefixes and the namespaces they stand for.", validate=SOMETHING)]


def found(call: UtilityCall, node: Value, path: str, pattern: str, names: Hashtable | None) -> Iterator[SelectXmlInfo]:
    """The nodes below one that the expression finds."""
    arguments: list[Value] = [pattern]
    if names is not None:
        arguments.append(manager_of(call, names))
    for one in enumerate_value(invoke_method(node, "SelectNodes", arguments)):
        yield SelectXmlInfo(one, path, pattern)


def manager_of(call: UtilityCall, names: Hashtable) -> NamespaceManager:
    """The prefixes of a table as a namespace manager; one without a namespace is an error."""
    manager = NamespaceManager()
    for prefix, uri in names.items():
        if uri is None:
            raise call.error(
                "PrefixError",
                f"The namespace prefix '{to_text(prefix)}' has no namespace.",
                ErrorCategory.INVALID_ARGUMENT,
                "System.InvalidOperationException",
                target=names,
            )
        manager.namespaces[to_text(prefix)] = to_text(uri)
    return manager


def document(call: UtilityCall, text: str, path: str) -> Value | None:
    """A text as a document; one that is not XML is an error of its own."""
    try:
        return convert(text, known_type("System.Xml.XmlDocument"))
    except PowerShellError as error:
        if path == FROM_INPUT:
            call.write_error(error)
        else:
            call.write_error(
                "ProcessingFile",
                f"The file '{path}' cannot be read: {error.record.exception.message}",
                ErrorCategory.INVALID_ARGUMENT,
                "System.ArgumentException",
                target=path,
            )
        return None


@select_xml.parameter_set("Xml", default=True)
def in_nodes(
    call: UtilityCall,
    xpath: Expression,
    xml: Annotated[
        list[Value],
        Parameter(
            "The nodes.",
            position=1,
            type="System.Xml.XmlNode[]",
            aliases=("Node",),
            from_pipeline=True,
            from_property=True,
            validate=SOMETHING,
        ),
    ],
    namespace: Names = None,
) -> Output[SelectXmlInfo]:
    """Of XPath the usual is emulated: names, `//`, `@`, positions and conditions."""
    for node in xml:
        yield from found(call, node, FROM_INPUT, xpath, namespace)


LiteralFiles = Annotated[
    list[str],
    Parameter(
        "Paths in which no wildcard counts.",
        name="LiteralPath",
        aliases=("PSPath", "LP"),
        from_property=True,
        validate=SOMETHING,
    ),
]


@select_xml.parameter_set("LiteralPath", Variation({"path": LiteralFiles}, {"literal": True}))
@select_xml.parameter_set("Path")
def in_files(
    call: UtilityCall,
    xpath: Expression,
    path: Annotated[
        list[str], Parameter("The files; wildcards count.", position=1, from_property=True, validate=SOMETHING)
    ],
    namespace: Names = None,
    literal: Fixed = False,
) -> Output[SelectXmlInfo]:
    """Finds nodes of files."""
    for place in files_at(call, path, literal=literal):
        node = document(call, read_text(call.session, place), place.shown)
        if node is not None:
            yield from found(call, node, place.shown, xpath, namespace)


@select_xml.parameter_set("Content")
def in_content(
    call: UtilityCall,
    xpath: Expression,
    content: Annotated[list[str], Parameter("Texts.", from_pipeline=True, validate=SOMETHING)],
    namespace: Names = None,
) -> Output[SelectXmlInfo]:
    """Finds nodes of texts."""
    for text in content:
        node = document(call, text, FROM_INPUT)
        if node is not None:
            yield from found(call, node, FROM_INPUT, xpath, namespace)
