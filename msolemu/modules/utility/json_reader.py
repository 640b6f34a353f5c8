"""JSON read as PowerShell does: comments, trailing commas, single quotes and bare names are let through."""

from __future__ import annotations

import re
from collections.abc import Callable

from msolemu.runtime.types.registry import declare, find_type
from msolemu.runtime.values.objects import BigInteger, Hashtable, Int64, PSCustomObject, Value

_SPACE = re.compile(r"(?:[ \t\r\n\u00a0\ufeff]+|//[^\r\n]*|/\*.*?\*/)*", re.DOTALL)
_NUMBER = re.compile(r"[-+]?(?:0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
_NAME = re.compile(r"[A-Za-z_$][\w$]*")
_PLAIN_TEXT = {'"': re.compile(r'[^"\\]*'), "'": re.compile(r"[^'\\]*")}
_ESCAPES = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", '"': '"', "'": "'", "\\": "\\", "/": "/"}
_WORDS = {
    "true": True,
    "false": False,
    "null": None,
    "undefined": None,
    "NaN": float("nan"),
    "Infinity": float("inf"),
    "-Infinity": float("-inf"),
}


class OrderedHashtable(Hashtable):
    """System.Management.Automation.OrderedHashtable: what `-AsHashtable` gives; its keys differ by case."""

    __slots__ = ()

    @staticmethod
    def fold(key: Value) -> Value:
        """A key is compared as it is."""
        return key if isinstance(key, str) else Hashtable.fold(key)


declare("System.Management.Automation.OrderedHashtable", find_type("System.Collections.Hashtable"), OrderedHashtable)


class NotJson(Exception):
    """The text is not JSON; carries error id and text."""

    def __init__(self, text: str, error_id: str = "System.ArgumentException") -> None:
        super().__init__(text)
        self.text = text
        self.error_id = error_id


class JsonReader:
    """Reads one JSON text. `dates` turns a text into a date where it is one."""

    def __init__(
        self, text: str, *, as_hashtable: bool = False, depth: int = 1024, dates: Callable[[str], Value] | None = None
    ) -> None:
        self.text = text
        self.as_hashtable = as_hashtable
        self.depth = depth
        self.dates = dates
        self.position = 0

    def read(self) -> Value:
        """The value of the text; null where there is none."""
        self._skip()
        if self.position >= len(self.text):
            return None
        value = self._value("", 0)
        self._skip()
        if self.position < len(self.text):
            raise self._unexpected("Additional text encountered after finished reading JSON content: ", "")
        return value

    def _skip(self) -> None:
        found = _SPACE.match(self.text, self.position)
        assert found is not None
        self.position = found.end()

    def _next(self) -> str:
        self._skip()
        return self.text[self.position : self.position + 1]

    def _value(self, path: str, level: int) -> Value:
        unit = self._next()
        if unit in ("{", "["):
            if level >= self.depth:
                raise NotJson(
                    f"Conversion from JSON failed with error: The reader's MaxDepth of {self.depth} has been exceeded. "
                    f"{self._where(path)}"
                )
            return self._object(path, level) if unit == "{" else self._array(path, level)
        if unit in ('"', "'"):
            text = self._string(unit, path)
            return text if self.dates is None else self.dates(text)
        number = _NUMBER.match(self.text, self.position)
        if number:
            self.position = number.end()
            return _number(number[0])
        return self._word(path)

    def _word(self, path: str) -> Value:
        for word, value in _WORDS.items():
            if self.text.startswith(word, self.position):
                self.position += len(word)
                return value
        if self.position >= len(self.text):
            raise self._ended(path)
        raise self._unexpected("Unexpected character encountered while parsing value: ", path)

    def _object(self, path: str, level: int) -> Value:
        self.position += 1
        found: list[tuple[str, Value]] = []
        while self._next() != "}":
            name = self._name(path)
            inner = f"{path}.{name}" if path else name
            if self._next() != ":":
                raise self._unexpected("Invalid character after parsing property name. Expected ':' but got: ", path)
            self.position += 1
            found.append((name, self._value(inner, level + 1)))
            self._separator("}", inner, "Unexpected character encountered while parsing object: ")
        self.position += 1
        return OrderedHashtable(found) if self.as_hashtable else _custom_object(found)

    def _separator(self, closing: str, path: str, message: str) -> None:
        unit = self._next()
        if unit == ",":
            self.position += 1
        elif unit != closing:
            if not unit:
                raise self._ended(path)
            message = "After parsing a value an unexpected character was encountered: "
            raise self._unexpected(message, path)

    def _name(self, path: str) -> str:
        unit = self._next()
        if unit in ('"', "'"):
            return self._string(unit, path)
        found = _NAME.match(self.text, self.position)
        if found is None:
            if not unit:
                raise self._ended(path)
            raise self._unexpected("Invalid property identifier character: ", path)
        self.position = found.end()
        return found[0]

    def _array(self, path: str, level: int) -> list[Value]:
        self.position += 1
        values: list[Value] = []
        while self._next() != "]":
            inner = f"{path}[{len(values)}]"
            values.append(self._value(inner, level + 1))
            self._separator("]", inner, "")
        self.position += 1
        return values

    def _string(self, quote: str, path: str) -> str:
        self.position += 1
        parts: list[str] = []
        plain = _PLAIN_TEXT[quote]
        while True:
            found = plain.match(self.text, self.position)
            assert found is not None
            parts.append(found[0])
            self.position = found.end()
            if self.position >= len(self.text):
                raise NotJson(
                    "Conversion from JSON failed with error: Unterminated string. Expected delimiter: "
                    f"{quote}. {self._where(path)}"
                )
            if self.text[self.position] == quote:
                self.position += 1
                return "".join(parts)
            parts.append(self._escape(path))

    def _escape(self, path: str) -> str:
        unit = self.text[self.position + 1 : self.position + 2]
        if unit == "u":
            digits = self.text[self.position + 2 : self.position + 6]
            try:
                found = chr(int(digits, 16))
            except ValueError:
                raise self._unexpected("Could not parse Unicode escape sequence: ", path) from None
            self.position += 6
            return found
        if unit not in _ESCAPES:
            raise NotJson(
                f"Conversion from JSON failed with error: Bad JSON escape sequence: \\{unit}. {self._where(path)}"
            )
        self.position += 2
        return _ESCAPES[unit]

    def _where(self, path: str) -> str:
        before = self.text[: self.position]
        line = before.count("\n") + 1
        return f"Path '{path}', line {line}, position {len(before) - (before.rfind(chr(10)) + 1)}."

    def _unexpected(self, message: str, path: str) -> NotJson:
        unit = self.text[self.position : self.position + 1]
        return NotJson(f"Conversion from JSON failed with error: {message}{unit}. {self._where(path)}")

    def _ended(self, path: str) -> NotJson:
        return NotJson(f"Conversion from JSON failed with error: Unexpected end when reading JSON. {self._where(path)}")


def _number(text: str) -> Value:
    lowered = text.lower()
    if "x" in lowered:
        return Int64(int(text, 16))
    if "." in text or "e" in lowered:
        return float(text)
    number = int(text)
    return Int64(number) if -(2**63) <= number < 2**63 else BigInteger(number)


def _custom_object(found: list[tuple[str, Value]]) -> PSCustomObject:
    made = PSCustomObject()
    properties = made.properties
    for name, value in found:
        if not name:
            raise NotJson(
                "The provided JSON includes a property whose name is an empty string, this is only supported using the "
                "-AsHashTable switch.",
                "EmptyKeyInJsonString",
            )
        known = properties.get(name.lower())
        if known is not None and known[0] != name:
            raise NotJson(
                "Cannot convert the JSON string because it contains keys with different casing. Please use the "
                f"-AsHashTable switch instead. The key that was attempted to be added to the existing key '{known[0]}' "
                f"was '{name}'.",
                "KeysWithDifferentCasingInJsonString",
            )
        properties[name.lower()] = [name, value]
    return made
