"""JSON as PowerShell writes it, which is what Newtonsoft's library writes."""

from __future__ import annotations

import enum
import math
import re
import uuid
from collections.abc import Callable, Iterator
from decimal import Decimal

from msolemu.foundation.dataclass import dataclass, field
from msolemu.runtime.casting.conversion import double_text, to_text
from msolemu.runtime.errors.records import PowerShellError
from msolemu.runtime.types.date_time import DateTime
from msolemu.runtime.types.registry import net_enum, type_of
from msolemu.runtime.values.members import get_property, properties_of
from msolemu.runtime.values.objects import (
    NOTHING,
    NUMBER_TYPES,
    DictionaryEntry,
    Hashtable,
    PSObject,
    Single,
    Value,
    enumerate_value,
    is_enumerable,
    unwrap,
)


@net_enum("Newtonsoft.Json.StringEscapeHandling")
class StringEscapeHandling(enum.Enum):
    """What else is escaped in texts."""

    Default = 0
    EscapeNonAscii = 1
    EscapeHtml = 2


class KeyIsNoText(Exception):
    """A table with a key that is no text; carries the name of its type."""


_SHORT = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_PATTERNS = {
    StringEscapeHandling.Default: re.compile('["\\\\\x00-\x1f\x85\u2028\u2029]'),
    StringEscapeHandling.EscapeNonAscii: re.compile('["\\\\\x00-\x1f]|[^\x00-\x7e]'),
    StringEscapeHandling.EscapeHtml: re.compile("[\"\\\\\x00-\x1f\x85\u2028\u2029<>&']"),
}


def quoted(text: str, handling: StringEscapeHandling = StringEscapeHandling.Default) -> str:
    """A text as JSON has it."""
    escaped = _PATTERNS[handling].sub(lambda match: _SHORT.get(match[0]) or f"\\u{ord(match[0]):04x}", text)
    return f'"{escaped}"'


@dataclass(slots=True)
class JsonWriter:
    """Turns values into JSON text. What lies deeper than `depth` is written as its text, and `truncated` says so."""

    depth: int = 2
    compress: bool = False
    enums_as_text: bool = False
    handling: StringEscapeHandling = StringEscapeHandling.Default
    truncated: bool = field(default=False)

    def write(self, value: Value) -> str:
        """The JSON text of a value."""
        return "".join(self._value(value, 0, "\n"))

    def _value(self, value: Value, level: int, line: str) -> Iterator[str]:
        plain = unwrap(value)
        scalar = self._scalar(plain)
        if scalar is not None and not _has_own_members(value):
            yield scalar
        elif level > self.depth:
            self.truncated = True
            yield quoted(to_text(value), self.handling)
        elif isinstance(plain, Hashtable):
            yield from self._pairs(self._entries(plain), level, line)
        elif is_enumerable(plain) and not isinstance(plain, str):
            yield from self._elements(enumerate_value(plain), level, line)
        elif scalar is not None:
            yield from self._pairs(self._wrapped(value), level, line)
        else:
            yield from self._pairs(self._properties(value), level, line)

    def _scalar(self, plain: Value) -> str | None:
        if plain is None or plain is NOTHING:
            return "null"
        rule = _SCALARS.get(type(plain))
        if rule is not None:
            return rule(plain)
        if isinstance(plain, str):
            return quoted(str(plain), self.handling)
        if type(plain) in NUMBER_TYPES:
            return int.__repr__(plain)
        if isinstance(plain, enum.Enum) or type_of(plain).is_enum:
            return quoted(to_text(plain)) if self.enums_as_text else _enum_number(plain)
        name = type_of(plain).full_name
        if name == "System.DateTimeOffset":
            return f'"{date_text(plain)}"'
        if name in _MISSING:
            return "null"
        return quoted(to_text(get_property(plain, "OriginalString")), self.handling) if name == "System.Uri" else None

    def _wrapped(self, value: PSObject) -> Iterator[tuple[str, Value]]:
        """A plain value with members of its own."""
        yield "value", value.base
        yield from ((name, held) for name, held in value.members.values())

    @staticmethod
    def _entries(table: Hashtable) -> Iterator[tuple[str, Value]]:
        for key, held in table.items():
            if not isinstance(key, str):
                raise KeyIsNoText(type_of(table).full_name)
            yield key, held

    @staticmethod
    def _properties(value: Value) -> Iterator[tuple[str, Value]]:
        if isinstance(unwrap(value), DictionaryEntry):
            entry = unwrap(value)
            yield from (("Key", entry.key), ("Value", entry.value), ("Name", entry.key))
            return
        for view in properties_of(value):
            try:
                yield view.name, view.value()
            except PowerShellError:
                yield view.name, None
        kind = type_of(unwrap(value))
        if kind.script_class is not None:
            yield from ((one.name, one.read(unwrap(value))) for one in kind.all_properties() if one.hidden)

    def _pairs(self, pairs: Iterator[tuple[str, Value]], level: int, line: str) -> Iterator[str]:
        colon = ":" if self.compress else ": "
        yield from self._container(
            "{}", (self._pair(name + "", colon, held, level, line) for name, held in pairs), line
        )

    def _pair(self, name: str, colon: str, held: Value, level: int, line: str) -> Iterator[str]:
        yield quoted(name, self.handling) + colon
        yield from self._value(held, level + 1, line + "  ")

    def _elements(self, values: Iterator[Value], level: int, line: str) -> Iterator[str]:
        yield from self._container("[]", (self._value(one, level + 1, line + "  ") for one in values), line)

    def _container(self, brackets: str, parts: Iterator[Iterator[str]], line: str) -> Iterator[str]:
        opened = False
        for part in parts:
            yield "," if opened else brackets[0]
            if not self.compress:
                yield line + "  "
            yield from part
            opened = True
        if not opened:
            yield brackets
            return
        if not self.compress:
            yield line
        yield brackets[1]


def _has_own_members(value: Value) -> bool:
    """Whether a wrapped value is written with the members that were added to it: never a text or a date."""
    return type(value) is PSObject and bool(value.members) and not isinstance(value.base, str | DateTime)


def _enum_number(plain: Value) -> str:
    from msolemu.runtime.values.enumerations import number_of

    return str(number_of(plain))


def _number(number: float) -> str:
    if math.isnan(number) or math.isinf(number):
        return '"NaN"' if math.isnan(number) else '"Infinity"' if number > 0 else '"-Infinity"'
    text = double_text(number)
    return text if "." in text or "E" in text else text + ".0"


def _decimal(number: Decimal) -> str:
    text = format(number, "f")
    return text if "." in text else text + ".0"


def date_text(moment: Value) -> str:
    """A moment in ISO 8601, with as many decimals as it has, and its zone where it has one."""
    from msolemu.runtime.text.text_operators import format_value

    return str(format_value(moment, "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"))


_SCALARS: dict[type, Callable[[Value], str]] = {
    bool: lambda value: "true" if value else "false",
    int: int.__repr__,
    float: _number,
    Single: _number,
    Decimal: _decimal,
    uuid.UUID: lambda value: f'"{value}"',
    DateTime: lambda value: f'"{date_text(value)}"',
}
_MISSING = frozenset({"System.DBNull", "System.Management.Automation.Language.NullString"})
