"""Regular expressions of .NET in the syntax of Python's `re` and of the `regex` library.

Groups become plain ones whose numbers are remembered, for .NET counts named groups after the others. What only the
`regex` library can do is marked, so that it is imported only for such patterns. Errors are those of .NET, with its
sentences and offsets.
"""

from __future__ import annotations

import re

from msolemu.foundation.dataclass import dataclass, field
from msolemu.runtime.errors.records import not_emulated
from msolemu.runtime.text.regex_characters import CLASSES, RegexParseError, SetReader, character_escape, property_text

IGNORE_CASE, MULTILINE, EXPLICIT_CAPTURE, SINGLELINE, IGNORE_WHITESPACE = 1, 2, 4, 16, 32
RIGHT_TO_LEFT, ECMA_SCRIPT = 64, 256
LETTERS = {"i": IGNORE_CASE, "m": MULTILINE, "n": EXPLICIT_CAPTURE, "s": SINGLELINE, "x": IGNORE_WHITESPACE}
PASSED_ON = "ims"

QUANTIFIER = re.compile(r"[*+?]|\{(\d+)(?:,(\d*))?\}", re.ASCII)
OPTIONS = re.compile(r"\?([imnsx]*)(?:-([imnsx]*))?([:)])")
NAMED = re.compile(r"\?(?:<(?![=!])(?P<angle>[^>]*)>|'(?P<quote>[^']*)')")
LOOKAROUNDS = ("?=", "?!", "?<=", "?<!", "?>")
NAME = re.compile(r"\w+")
BALANCING = re.compile(r"\w*-\w+")


@dataclass(frozen=True, slots=True)
class Translation:
    """A pattern for Python: what stands for each group of .NET, and whether the `regex` library is needed."""

    text: str
    groups: tuple[tuple[str, int], ...]
    """Name and Python's number of each group, in the order of .NET's numbers."""
    needs_regex: bool


def translate(pattern: str, options: int) -> Translation:
    """The pattern in Python's syntax; raises RegexParseException's error."""
    return _Translator(pattern, options).translation()


@dataclass(slots=True)
class _Level:
    """A group that is open: the options inside, and the option groups opened in it and closed at its end."""

    options: int
    scopes: list[str] = field(default_factory=list)
    conditional: bool = False


class _Translator:
    """Reads the pattern from left to right and writes the translation."""

    def __init__(self, pattern: str, options: int) -> None:
        self._pattern = pattern
        self._at = 0
        self._out: list[str] = []
        self._levels = [_Level(options)]
        self._numbered: list[int] = []
        self._named: dict[str, int] = {}
        self._count = 0
        self._needs_regex = bool(options & RIGHT_TO_LEFT)
        self._quantifiable = False
        self._quantified = False
        self._names = declared_names(pattern, options)
        self._references: list[tuple[int, str, int]] = []

    def translation(self) -> Translation:
        """The whole pattern."""
        while self._at < len(self._pattern):
            self._element()
        if len(self._levels) > 1:
            raise self._error("Not enough )'s.")
        self._out.append(")" * len(self._levels[0].scopes))
        groups = self._groups()
        for place, name, offset in self._references:
            self._out[place] = self._reference_text(groups, name, offset)
        return Translation("".join(self._out), groups, self._needs_regex)

    def _error(self, problem: str, offset: int | None = None) -> RegexParseError:
        return RegexParseError(self._pattern, self._at if offset is None else offset, problem)

    def _groups(self) -> tuple[tuple[str, int], ...]:
        """Plain groups first, then the named ones, unless their name is a number."""
        by_number = {number + 1: index for number, index in enumerate(self._numbered)}
        by_number |= {int(name): index for name, index in self._named.items() if name.isdigit()}
        found = [("0", 0), *((str(number), by_number[number]) for number in sorted(by_number))]
        found += [(name, index) for name, index in self._named.items() if not name.isdigit()]
        return tuple(found)

    def _reference_text(self, groups: tuple[tuple[str, int], ...], name: str, offset: int) -> str:
        indexes = dict(groups)
        if name not in indexes:
            # a number may stand for a named group too, which .NET counts after the others
            number = int(name) if name.isdigit() else len(groups)
            if number >= len(groups):
                kind = "number" if name.isdigit() else "name"
                raise self._error(f"Reference to undefined group {kind} {name}.", offset)
            return f"(?:\\{groups[number][1]})"
        return f"(?:\\{indexes[name]})"

    @property
    def _level(self) -> _Level:
        return self._levels[-1]

    def _has(self, option: int) -> bool:
        return bool(self._level.options & option)

    def _element(self) -> None:
        unit = self._pattern[self._at]
        if self._has(IGNORE_WHITESPACE) and self._skip_blank(unit):
            return
        if unit in "*+?" or (unit == "{" and QUANTIFIER.match(self._pattern, self._at)):
            self._quantify()
            return
        self._at += 1
        self._quantified = False
        special = _SPECIAL.get(unit)
        if special is not None:
            special(self)
        else:
            self._put(re.escape(unit))

    def _put(self, text: str) -> None:
        self._out.append(text)
        self._quantifiable = True

    def _skip_blank(self, unit: str) -> bool:
        if unit.isspace():
            self._at += 1
            return True
        if unit != "#":
            return False
        end = self._pattern.find("\n", self._at)
        self._at = len(self._pattern) if end < 0 else end + 1
        return True

    def _quantify(self) -> None:
        found = QUANTIFIER.match(self._pattern, self._at)
        assert found is not None
        self._at = found.end()
        shown = found[0]
        if self._quantified:
            raise self._error(f"Nested quantifier '{shown if shown in '*+?' else '{'}'.")
        if not self._quantifiable:
            raise self._error(f"Quantifier '{shown if shown in '*+?' else '{'}' following nothing.")
        if found[2] and int(found[1]) > int(found[2]):
            raise self._error("Illegal {x,y} with x > y.")
        lazy = "?" if self._pattern.startswith("?", self._at) else ""
        self._at += len(lazy)
        self._out.append(shown + lazy)
        self._quantified = True

    # groups

    def _open(self) -> None:
        if self._pattern.startswith("?#", self._at):
            self._skip_comment()
            return
        if not self._pattern.startswith("?", self._at):
            if self._has(EXPLICIT_CAPTURE):
                self._enter("(?:")
            else:
                self._count += 1
                self._numbered.append(self._count)
                self._enter("(")
            return
        self._open_special()
        self._quantifiable = False

    def _skip_comment(self) -> None:
        end = self._pattern.find(")", self._at)
        if end < 0:
            self._at = len(self._pattern)
            raise self._error("Unterminated (?#...) comment.")
        self._at = end + 1

    def _enter(self, opening: str, options: int | None = None) -> None:
        self._out.append(opening)
        self._levels.append(_Level(self._level.options if options is None else options))
        self._quantifiable = False

    def _open_special(self) -> None:
        rest = self._at
        named = NAMED.match(self._pattern, rest)
        if named:
            self._at = named.end()
            self._open_named(named["angle"] if named["angle"] is not None else named["quote"])
            return
        options = OPTIONS.match(self._pattern, rest)
        if options:
            self._at = options.end()
            self._set_options(options)
            return
        if self._pattern.startswith("?(", rest):
            self._open_conditional()
            return
        opening = next((one for one in LOOKAROUNDS if self._pattern.startswith(one, rest)), None)
        if opening is None:
            self._at = min(rest + 1, len(self._pattern))
            raise self._error("Unrecognized grouping construct.")
        self._at += len(opening)
        self._enter("(" + opening)

    def _open_named(self, name: str) -> None:
        if BALANCING.fullmatch(name):
            raise not_emulated("RegexBalancingGroupNotEmulated", f"The balancing group (?<{name}>...)")
        if not NAME.fullmatch(name):
            raise self._error("Invalid group name: Group names must begin with a word character.")
        if name in self._named:
            self._needs_regex = True
        else:
            self._count += 1
            self._named[name] = self._count
        if self._names.count(name) > 1:
            self._needs_regex = True
            self._enter(f"(?P<g{self._named[name]}>")
        else:
            self._enter("(")

    def _set_options(self, found: re.Match[str]) -> None:
        options = self._level.options
        for letter in found[1]:
            options |= LETTERS[letter]
        for letter in found[2] or "":
            options &= ~LETTERS[letter]
        on = "".join(letter for letter in PASSED_ON if letter in found[1] and letter not in (found[2] or ""))
        off = "".join(letter for letter in PASSED_ON if letter in (found[2] or ""))
        flags = on + ("-" + off if off else "")
        if found[3] == ":":
            self._enter(f"(?{flags}:", options)
            return
        self._level.options = options
        if flags:
            self._level.scopes.append(f"(?{flags}:")
            self._out.append(f"(?{flags}:")

    def _open_conditional(self) -> None:
        """`(?(1)yes|no)` and `(?(name)yes|no)`; one that tests an expression looks ahead for it."""
        end = self._pattern.find(")", self._at)
        name = self._pattern[self._at + 2 : end] if end > 0 else ""
        if not NAME.fullmatch(name) or not (name in self._names or name.isdigit()):
            raise not_emulated(
                "RegexConditionalExpressionNotEmulated", "A conditional expression (?(expression)yes|no)"
            )
        self._at = end + 1
        index = dict(self._groups()).get(name)
        if index is None:
            raise self._error(f"Reference to undefined group number {name}.")
        self._enter(f"(?({index})")
        self._level.conditional = True

    def _close(self) -> None:
        if len(self._levels) == 1:
            raise self._error("Too many )'s.")
        level = self._levels.pop()
        self._put(")" * (len(level.scopes) + 1))

    def _alternate(self) -> None:
        scopes = self._level.scopes
        self._out.append(")" * len(scopes) + "|" + "".join(scopes))
        self._quantifiable = False

    # single elements

    def _any(self) -> None:
        self._put(".")

    def _start(self) -> None:
        self._put("^")

    def _finish(self) -> None:
        self._put("$")

    def _set(self) -> None:
        reader = SetReader(self._pattern, self._at)
        text = reader.text()
        self._at = reader.at
        self._needs_regex = self._needs_regex or reader.needs_regex
        self._put(text)

    def _escape(self) -> None:
        unit = self._pattern[self._at : self._at + 1]
        if not unit:
            raise self._error("Illegal \\ at end of pattern.")
        if unit in _ANCHORS:
            self._at += 1
            self._needs_regex = self._needs_regex or unit == "G"
            self._put(_ANCHORS[unit])
        elif unit in CLASSES:
            self._at += 1
            self._put("\\" + unit)
        elif unit in "pP":
            self._needs_regex = True
            self._at += 1
            text, self._at = property_text(self._pattern, self._at, unit)
            self._put(text)
        elif unit == "k" or (unit.isdigit() and unit != "0" and self._is_reference()):
            self._refer()
        else:
            character, self._at = character_escape(self._pattern, self._at)
            self._put(re.escape(character))

    def _is_reference(self) -> bool:
        """`\\12` is a group when there are so many, else an octal code; one digit is always a group."""
        digits = re.compile(r"\d+").match(self._pattern, self._at)
        assert digits is not None
        return len(digits[0]) == 1 or digits[0] in self._names or int(digits[0]) <= len(self._names)

    def _refer(self) -> None:
        found = re.compile(r"k(?:<(\w+)>|'(\w+)')|(\d+)").match(self._pattern, self._at)
        if found is None:
            self._at += 1
            raise self._error("Malformed \\k<...> named back reference.")
        self._at = found.end()
        self._references.append((len(self._out), found[1] or found[2] or found[3], self._at))
        self._put("")


_SPECIAL = {
    "(": _Translator._open,
    ")": _Translator._close,
    "|": _Translator._alternate,
    ".": _Translator._any,
    "^": _Translator._start,
    "$": _Translator._finish,
    "[": _Translator._set,
    "\\": _Translator._escape,
}
_ANCHORS = {"A": r"\A", "Z": r"(?=\n?\Z)", "z": r"\Z", "b": r"\b", "B": r"\B", "G": r"\G"}


def declared_names(pattern: str, options: int) -> list[str]:
    """The names and numbers of the groups of a pattern, read without regard to what is wrong with it."""
    names: list[str] = []
    numbered = 0
    at = 0
    while at < len(pattern):
        unit = pattern[at]
        if unit == "\\":
            at += 1
        elif unit == "[":
            end = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*").match(pattern, at)
            at = end.end() if end else at
        elif unit == "(":
            named = NAMED.match(pattern, at + 1)
            if named:
                names.append(named["angle"] if named["angle"] is not None else named["quote"])
            elif not pattern.startswith("?", at + 1) and not options & EXPLICIT_CAPTURE:
                numbered += 1
                names.append(str(numbered))
        at += 1
    return names
