"""CLIXML: objects as XML, as PowerShell writes and reads them.

What is read back keeps its properties; the type names of anything but plain values begin with `Deserialized.`.
"""

from __future__ import annotations

import base64
import re
import uuid
from collections.abc import Callable, Container, Iterable, Iterator
from decimal import Decimal
from typing import Any
from xml.sax.saxutils import escape

from msolemu.foundation.text import from_units, to_units
from msolemu.runtime.casting.conversion import convert, culture_text, to_text
from msolemu.runtime.errors.records import PowerShellError
from msolemu.runtime.invoking.scriptblock import ScriptBlock
from msolemu.runtime.text.text_operators import format_value
from msolemu.runtime.types.credentials import Credential, SecureString
from msolemu.runtime.types.date_time import DateTime
from msolemu.runtime.types.registry import known_type, type_names, type_of
from msolemu.runtime.types.time_span import TimeSpan
from msolemu.runtime.values import objects
from msolemu.runtime.values.objects import (
    ArrayList,
    Byte,
    Char,
    Hashtable,
    PSCustomObject,
    PSObject,
    Value,
    enumerate_value,
    is_enumerable,
    unwrap,
)
from msolemu.runtime.values.property_views import properties_of

NAMESPACE = "http://schemas.microsoft.com/powershell/2004/04"
_ENCODED = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_DECODED = re.compile("_x([0-9A-Fa-f]{4})_")
_LAST = "Deserialized."


def _text(value: str) -> str:
    plain = _ENCODED.sub(lambda match: f"_x{ord(match[0]):04X}_", value)
    return escape(from_units(plain))


def _duration(span: TimeSpan) -> str:
    seconds, fraction = divmod(abs(span.ticks), 10_000_000)
    days, rest = divmod(seconds, 86400)
    hours, rest = divmod(rest, 3600)
    minutes, rest = divmod(rest, 60)
    parts = f"{days}D" if days else ""
    clock = (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")
    if rest or fraction or not (parts or clock):
        clock += f"{rest}{f'.{fraction:07}'.rstrip('0') if fraction else ''}S"
    return ("-" if span.ticks < 0 else "") + "P" + parts + ("T" + clock if clock else "")


_WRITTEN: dict[type, tuple[str, Callable[[Any], str]]] = {
    str: ("S", _text),
    Char: ("C", lambda value: str(ord(value))),
    bool: ("B", lambda value: "true" if value else "false"),
    int: ("I32", int.__repr__),
    objects.Int64: ("I64", int.__repr__),
    objects.UInt32: ("U32", int.__repr__),
    objects.UInt64: ("U64", int.__repr__),
    objects.Int16: ("I16", int.__repr__),
    objects.UInt16: ("U16", int.__repr__),
    Byte: ("By", int.__repr__),
    objects.SByte: ("SB", int.__repr__),
    float: ("Db", to_text),
    objects.Single: ("Sg", to_text),
    Decimal: ("D", to_text),
    uuid.UUID: ("G", str),
    DateTime: ("DT", lambda value: str(format_value(value, "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"))),
    TimeSpan: ("TS", _duration),
    ScriptBlock: ("SBK", lambda value: _text(str(value))),
    SecureString: ("SS", lambda value: value.text.encode("utf-16-le", "surrogatepass").hex()),
}
_BY_NAME = {"System.Version": "Version", "System.Uri": "URI"}


class ClixmlWriter:
    """Writes objects down to a depth; what lies deeper becomes text."""

    def __init__(self, depth: int = 2) -> None:
        self.depth = depth
        self._objects = 0
        self._types: dict[tuple[str, ...], int] = {}

    def document(self, values: Iterable[Value]) -> str:
        """The whole text."""
        lines = [f'<Objs Version="1.1.0.1" xmlns="{NAMESPACE}">']
        for value in values:
            lines += ("  " + line for line in self._element(value, None, self.depth))
        return "\n".join([*lines, "</Objs>"])

    def _element(self, value: Value, name: str | None, depth: int) -> Iterator[str]:
        named = "" if name is None else f' N="{_attribute(name)}"'
        plain = unwrap(value)
        if plain is None:
            yield f"<Nil{named} />"
            return
        simple = self._simple(plain)
        if simple is not None and not (type(value) is PSObject and value.members):
            tag, text = simple
            yield f"<{tag}{named}>{text}</{tag}>" if text else f"<{tag}{named} />"
            return
        if depth < 1 and not isinstance(plain, Credential):
            text = _text(culture_text(value))
            yield f"<S{named}>{text}</S>" if text else f"<S{named}></S>"
            return
        yield from self._object(value, named, depth)

    @staticmethod
    def _simple(plain: Value) -> tuple[str, str] | None:
        known = _WRITTEN.get(type(plain))
        if known is not None:
            return known[0], known[1](plain)
        tag = _BY_NAME.get(type_of(plain).full_name)
        return None if tag is None else (tag, _text(to_text(plain)))

    def _object(self, value: Value, named: str, depth: int) -> Iterator[str]:
        yield f'<Obj{named} RefId="{self._objects}">'
        self._objects += 1
        for line in self._content(value, depth):
            yield "  " + line
        yield "</Obj>"

    def _content(self, value: Value, depth: int) -> Iterator[str]:
        plain = unwrap(value)
        simple = self._simple(plain)
        if simple is not None:
            tag, text = simple
            yield f"<{tag}>{text}</{tag}>"
            yield from self._properties("MS", value, depth, only=value.members)
            return
        yield from self._type_names(value)
        if isinstance(plain, PSCustomObject):
            yield from self._properties("MS", value, depth)
        elif isinstance(plain, Hashtable):
            yield "<DCT>"
            for key, held in plain.items():
                yield "  <En>"
                yield from ("    " + line for line in self._element(key, "Key", depth - 1))
                yield from ("    " + line for line in self._element(held, "Value", depth - 1))
                yield "  </En>"
            yield "</DCT>"
        elif is_enumerable(plain):
            yield "<LST>"
            for element in enumerate_value(plain):
                yield from ("  " + line for line in self._element(element, None, depth - 1))
            yield "</LST>"
        elif type_of(plain).is_enum:
            from msolemu.runtime.values.enumerations import number_of

            yield f"<ToString>{_text(to_text(plain))}</ToString>"
            yield f"<I32>{number_of(plain)}</I32>"
        else:
            yield f"<ToString>{_text(culture_text(value))}</ToString>"
            yield from self._properties("Props", value, depth)

    def _type_names(self, value: Value) -> Iterator[str]:
        names = type_names(value)
        known = self._types.get(names)
        if known is not None:
            yield f'<TNRef RefId="{known}" />'
            return
        self._types[names] = len(self._types)
        yield f'<TN RefId="{self._types[names]}">'
        yield from (f"  <T>{_text(name)}</T>" for name in names)
        yield "</TN>"

    def _properties(self, tag: str, value: Value, depth: int, *, only: Container[str] | None = None) -> Iterator[str]:
        lines: list[str] = []
        for view in properties_of(value):
            if only is not None and view.name.lower() not in only:
                continue
            try:
                held = view.value()
            except PowerShellError:
                continue
            lines += ("  " + line for line in self._element(held, view.name, depth - 1))
        if lines:
            yield from (f"<{tag}>", *lines, f"</{tag}>")


def _attribute(text: str) -> str:
    return _text(text).replace('"', "&quot;")


class NotClixml(Exception):
    """The text is not CLIXML; carries what is wrong."""


def _wording(text: str) -> str:
    """What .NET says of a text that is not XML."""
    from xml.parsers import expat

    from msolemu.runtime.types.xml_text import failure

    try:
        expat.ParserCreate().Parse(text, True)
    except expat.ExpatError as error:
        return failure(text, error).record.exception.message
    return "Data at the root level is invalid. Line 1, position 1."


def _plain(text: str) -> str:
    return to_units(_DECODED.sub(lambda match: chr(int(match[1], 16)), text))


def _named(name: str) -> Callable[[str], Value]:
    return lambda text: convert(text, known_type(name))


_READ: dict[str, Callable[[str], Value]] = {
    "S": _plain,
    "C": lambda text: Char(chr(int(text))),
    "B": lambda text: text == "true",
    "I32": int,
    "I64": objects.Int64,
    "U32": objects.UInt32,
    "U64": objects.UInt64,
    "I16": objects.Int16,
    "U16": objects.UInt16,
    "By": Byte,
    "SB": objects.SByte,
    "Db": _named("System.Double"),
    "Sg": _named("System.Single"),
    "D": Decimal,
    "G": uuid.UUID,
    "DT": _named("System.DateTime"),
    "Version": _named("System.Version"),
    "URI": _named("System.Uri"),
    "SBK": _plain,
    "XD": _plain,
    "SS": lambda text: SecureString(bytes.fromhex(text).decode("utf-16-le")),
    "BA": lambda text: [Byte(one) for one in base64.b64decode(text)],
}
_SPAN = re.compile(r"(-)?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?")


def _span(text: str) -> TimeSpan:
    found = _SPAN.fullmatch(text)
    if found is None:
        raise NotClixml(f"The text is not CLIXML: '{text}' is no duration.")
    days, hours, minutes = (int(part or 0) for part in found.groups()[1:4])
    seconds = Decimal(found[5] or 0)
    ticks = ((days * 24 + hours) * 60 + minutes) * 60 * 10_000_000 + int(seconds * 10_000_000)
    return TimeSpan(-ticks if found[1] else ticks)


class ClixmlReader:
    """Reads the objects of a text."""

    def __init__(self) -> None:
        self._types: dict[str, tuple[str, ...]] = {}
        self._objects: dict[str, Value] = {}

    def document(self, text: str) -> list[Value]:
        """All objects."""
        from xml.etree import ElementTree

        try:
            root = ElementTree.fromstring(from_units(text))
        except ElementTree.ParseError as error:
            raise NotClixml(_wording(from_units(text))) from error
        if _tag(root) != "Objs":
            raise NotClixml(f"Element 'Objs' with namespace name '{NAMESPACE}' was not found.")
        return [self._value(element) for element in root]

    def _value(self, element: Any) -> Value:
        tag = _tag(element)
        if tag == "Nil":
            return None
        if tag == "TS":
            return _span(element.text or "")
        if tag == "Ref":
            return self._objects.get(element.get("RefId"))
        if tag == "Obj":
            return self._object(element)
        read = _READ.get(tag)
        if read is None:
            raise NotClixml(f"The text is not CLIXML: the element '{tag}' is not known.")
        return read(element.text or "")

    def _object(self, element: Any) -> Value:
        names: tuple[str, ...] = ()
        content: list[Any] = []
        for part in element:
            tag = _tag(part)
            if tag == "TN":
                names = tuple(_plain(one.text or "") for one in part)
                self._types[part.get("RefId")] = names
            elif tag == "TNRef":
                names = self._types.get(part.get("RefId"), ())
            else:
                content.append(part)
        made = self._made(names, content)
        self._objects[element.get("RefId", "")] = made
        return made

    def _made(self, names: tuple[str, ...], content: list[Any]) -> Value:
        parts = {_tag(part): part for part in content}
        if "DCT" in parts:
            return Hashtable(self._pair(entry) for entry in parts["DCT"])
        for tag in ("LST", "IE", "STK", "QUE"):
            if tag in parts:
                return ArrayList(self._value(one) for one in parts[tag])
        properties = [
            (_plain(one.get("N", "")), self._value(one))
            for tag in ("Props", "MS")
            if tag in parts
            for one in parts[tag]
        ]
        if names[:1] == ("System.Management.Automation.PSCredential",):
            held = dict(properties)
            return Credential(held["UserName"], held["Password"])
        simple = next((part for part in content if _tag(part) in _READ), None)
        deserialized = tuple(_LAST + name for name in names if name != "System.Management.Automation.PSCustomObject")
        if simple is not None:
            return _with_members(self._value(simple), properties)
        if names[:1] == ("System.Management.Automation.PSCustomObject",):
            return PSCustomObject(properties, (_LAST + names[0],))
        return PSCustomObject(properties, deserialized)

    def _pair(self, entry: Any) -> tuple[Value, Value]:
        found = {one.get("N"): self._value(one) for one in entry}
        return found.get("Key"), found.get("Value")


def _with_members(value: Value, properties: list[tuple[str, Value]]) -> Value:
    """A value of a known type with what a script hung on it."""
    if not properties:
        return value
    made = PSObject(value)
    made.members = {name.lower(): [name, held] for name, held in properties}
    return made


def _tag(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
