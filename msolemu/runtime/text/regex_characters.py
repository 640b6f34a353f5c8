"""Characters, classes and sets of .NET's regular expressions, and the error for a pattern that is wrong."""

from __future__ import annotations

import re

from msolemu.runtime.errors.net_errors import NetError

CONTROLS = {"a": "\a", "e": "\x1b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
CLASSES = "dDwWsS"
PROPERTY = re.compile(r"\{(\^?[\w-]+)\}")


class RegexParseError(NetError):
    """RegexParseException, with the place in the pattern."""

    def __init__(self, pattern: str, offset: int, problem: str) -> None:
        super().__init__(
            "System.Text.RegularExpressions.RegexParseException",
            f"Invalid pattern '{pattern}' at offset {offset}. {problem}",
        )


def property_text(pattern: str, at: int, letter: str) -> tuple[str, int]:
    """`\\p{L}`: a category or block of Unicode, and where it ends."""
    found = PROPERTY.match(pattern, at)
    if found is None:
        problem = "Malformed" if at + 1 < len(pattern) else "Incomplete"
        raise RegexParseError(
            pattern, len(pattern) if problem == "Incomplete" else at, problem + r" \p{X} character escape."
        )
    name = found[1]
    if not is_property(name):
        raise RegexParseError(pattern, found.end(), f"Unknown property '{name}'.")
    known = "In" + name[2:] if name.startswith("Is") else name
    return f"\\{letter}{{{known}}}", found.end()


def is_property(name: str) -> bool:
    """Whether .NET knows that category or block."""
    import regex

    if not name.startswith("Is") and not re.fullmatch(r"[CLMNPSZ][a-z]?", name):
        return False
    try:
        regex.compile(rf"\p{{{'In' + name[2:] if name.startswith('Is') else name}}}")
    except regex.error:
        return False
    return True


def character_escape(pattern: str, at: int) -> tuple[str, int]:
    """The character that an escape stands for, `at` after the backslash, and where the escape ends."""
    unit = pattern[at]
    if unit in CONTROLS:
        return CONTROLS[unit], at + 1
    if unit in "xu":
        places = 2 if unit == "x" else 4
        digits = pattern[at + 1 : at + 1 + places]
        if not re.fullmatch(rf"[0-9A-Fa-f]{{{places}}}", digits):
            raise RegexParseError(pattern, at + 1 + len(digits), "Insufficient or invalid hexadecimal digits.")
        return chr(int(digits, 16)), at + 1 + places
    if unit == "c":
        control = pattern[at + 1 : at + 2].upper()
        if not control:
            raise RegexParseError(pattern, len(pattern), "Missing control character.")
        if not "@" <= control <= "_":
            raise RegexParseError(pattern, at + 2, "Unrecognized control character.")
        return chr(ord(control) - 64), at + 2
    octal = re.compile(r"[0-7]{1,3}").match(pattern, at)
    if octal:
        return chr(int(octal[0], 8) & 0xFF), octal.end()
    if unit.isalnum() or unit == "_":
        raise RegexParseError(pattern, at + 1, f"Unrecognized escape sequence \\{unit}.")
    return unit, at + 1


class SetReader:
    """Reads a set `[a-z\\d]`, `at` after its opening bracket, subtractions `[a-z-[aeiou]]` included."""

    def __init__(self, pattern: str, at: int) -> None:
        self._pattern = pattern
        self.at = at
        self.needs_regex = False

    def text(self) -> str:
        """The set in Python's syntax."""
        negated = self._pattern.startswith("^", self.at)
        self.at += negated
        parts: list[str] = []
        first = True
        while True:
            if self.at >= len(self._pattern):
                raise RegexParseError(self._pattern, len(self._pattern), "Unterminated [] set.")
            if self._pattern[self.at] == "]" and not first:
                self.at += 1
                return self._written(negated, parts)
            if self._pattern.startswith("-[", self.at) and not first:
                return self._subtracted(negated, parts)
            first = False
            parts.append(self._member())

    def _written(self, negated: bool, parts: list[str]) -> str:
        return "[" + "^" * negated + "".join(parts) + "]"

    def _subtracted(self, negated: bool, parts: list[str]) -> str:
        self.at += 2
        inner = SetReader(self._pattern, self.at)
        taken = inner.text()
        self.at = inner.at
        if not self._pattern.startswith("]", self.at):
            problem = "A subtraction must be the last element in a character class."
            raise RegexParseError(self._pattern, self.at, problem)
        self.at += 1
        self.needs_regex = self.needs_regex or inner.needs_regex
        return f"(?:(?!{taken}){self._written(negated, parts)})"

    def _member(self) -> str:
        """A character, a range, or a class."""
        low = self._single()
        if len(low) > 1:
            return low
        following = self._pattern[self.at + 1 : self.at + 2]
        if not self._pattern.startswith("-", self.at) or following in ("]", "", "["):
            return escaped(low)
        self.at += 1
        high = self._single()
        if len(high) > 1:
            raise RegexParseError(self._pattern, self.at, f"Cannot include class {high} in character range.")
        if ord(low) > ord(high):
            raise RegexParseError(self._pattern, self.at, "[x-y] range in reverse order.")
        return f"{escaped(low)}-{escaped(high)}"

    def _single(self) -> str:
        """One character as it is, or the text of a class such as `\\d`."""
        unit = self._pattern[self.at]
        self.at += 1
        if unit != "\\":
            return unit
        unit = self._pattern[self.at : self.at + 1]
        if not unit:
            raise RegexParseError(self._pattern, len(self._pattern), "Unterminated [] set.")
        if unit in CLASSES:
            self.at += 1
            return "\\" + unit
        if unit in "pP":
            self.needs_regex = True
            text, self.at = property_text(self._pattern, self.at + 1, unit)
            return text
        if unit == "b":
            self.at += 1
            return "\b"
        character, self.at = character_escape(self._pattern, self.at)
        return character


def escaped(unit: str) -> str:
    """A character as a set of Python may hold it."""
    return (
        unit if unit.isalnum() or unit == "_" else f"\\x{ord(unit):02x}" if ord(unit) < 256 else f"\\u{ord(unit):04x}"
    )
