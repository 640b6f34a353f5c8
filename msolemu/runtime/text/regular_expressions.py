"""Regular expressions as .NET runs them: matches with their groups, replacement, splitting.

Patterns run on `re`; the `regex` library is imported when a pattern needs it: lookbehind of variable length, categories
of Unicode, a group declared twice, matching from right to left. Compiled patterns are kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from msolemu.runtime.errors.records import not_emulated
from msolemu.runtime.text.regex_syntax import (
    ECMA_SCRIPT,
    IGNORE_CASE,
    MULTILINE,
    RIGHT_TO_LEFT,
    SINGLELINE,
    Translation,
    translate,
)
from msolemu.runtime.types.registry import OBJECT, declare
from msolemu.runtime.values.objects import Hashtable, Value

COMPILED, CULTURE_INVARIANT, NON_BACKTRACKING = 8, 512, 1024
REPLACEMENT = re.compile(r"\$(?:(?P<number>\d+)|\{(?P<name>\w+)\}|(?P<symbol>[$&`'+_]))")


class Capture:
    """A part of a text that matched."""

    __slots__ = ("length", "start", "value")

    def __init__(self, value: str, start: int) -> None:
        self.value = value
        self.start = start
        self.length = len(value)

    def __str__(self) -> str:
        return self.value


class Group(Capture):
    """What a group of a pattern captured last."""

    __slots__ = ("_index", "_match", "name", "success")

    def __init__(
        self, name: str, value: str = "", start: int = 0, *, match: Match | None = None, index: int = 0
    ) -> None:
        super().__init__(value, start)
        self.name = name
        self.success = match is not None
        self._match = match
        self._index = index

    def captures(self) -> list[Capture]:
        """All that the group captured, the last one last; only the `regex` library remembers what came before."""
        if self._match is None:
            return []
        if not self._index:
            return [self]
        spans = self._match.spans(self._index)
        return [*(Capture(self._match.text[low:high], low) for low, high in spans[:-1]), self]


class Match(Group):
    """A match with its groups, the whole first; a match without success stands for none."""

    __slots__ = ("_native", "groups", "regex", "text")

    def __init__(self, regex: Regex, text: str, native: Any) -> None:
        self.regex = regex
        self.text = text
        self._native = native
        found = native is not None
        value, start = (native[0], native.start()) if found else ("", 0)
        super().__init__("0", value, start, match=self if found else None)
        self.groups: list[Group] = [self]
        if found:
            self.groups += [self._group(name, index) for name, index in regex.groups[1:]]

    def _group(self, name: str, index: int) -> Group:
        value = self._native[index]
        if value is None:
            return Group(name)
        return Group(name, value, self._native.start(index), match=self, index=index)

    @property
    def end(self) -> int:
        """Where the match ends."""
        return self.start + self.length

    def group(self, name: str) -> Group | None:
        """The group of a name or number; None when the pattern has none."""
        for group in self.groups:
            if group.name == name:
                return group
        if name.isdigit() and int(name) < len(self.groups):
            return self.groups[int(name)]
        return None

    def following(self) -> Match:
        """The next match after this one."""
        return self.regex.match_after(self)

    def result(self, replacement: str) -> str:
        """The replacement pattern filled in for this match."""
        return replacement_of(replacement)(self)

    def spans(self, index: int) -> list[tuple[int, int]]:
        """Where a group captured, each time."""
        native = self.regex.with_history().match(self.text, self.start)
        found: list[tuple[int, int]] = native.spans(index) if native is not None else [self._native.span(index)]
        return found


class Regex:
    """A compiled pattern."""

    __slots__ = ("_history", "_keys", "_matcher", "_places", "groups", "options", "pattern", "right_to_left")

    def __init__(self, pattern: str, options: int = 0) -> None:
        self.pattern = pattern
        self.options = options
        self.right_to_left = bool(options & RIGHT_TO_LEFT)
        """Whether it searches from the end of a text."""
        if options & NON_BACKTRACKING:
            raise not_emulated("RegexNonBacktrackingNotEmulated", "RegexOptions.NonBacktracking")
        translation = translate(pattern, options)
        self.groups = translation.groups
        self._matcher = _compiled(translation, options)
        self._history: Any = None
        keys = [int(name) if name.isdigit() else name for name, _ in self.groups]
        self._keys: list[tuple[Value, Value]] = [(Hashtable.fold(key), key) for key in keys]
        self._places = [index for _, index in self.groups]

    def __str__(self) -> str:
        return self.pattern

    def with_history(self) -> Any:
        """The pattern compiled so that groups remember all their captures."""
        if self._history is None:
            self._history = _with_library(translate(self.pattern, self.options).text, self.options)
        return self._history

    def is_match(self, text: str, start: int = 0) -> bool:
        """Whether the pattern is found in the text."""
        return self._search(text, start) is not None

    def _search(self, text: str, start: int) -> Any:
        if self.right_to_left:
            return self._matcher.search(text, 0, start or len(text))
        return self._matcher.search(text, start)

    def match(self, text: str, start: int = 0) -> Match:
        """The first match; one without success when there is none."""
        return Match(self, text, self._search(text, start))

    def first_groups(self, text: str) -> Hashtable | None:
        """The groups that took part in the first match, by number or name; None without a match."""
        native = self._search(text, 0)
        if native is None:
            return None
        captured = native.group(*self._places)
        texts = captured if len(self._places) > 1 else (captured,)
        return Hashtable.folded(
            {folded: (key, text) for (folded, key), text in zip(self._keys, texts, strict=True) if text is not None}
        )

    def match_after(self, match: Match) -> Match:
        """The match that follows one."""
        following = iter(self.matches(match.text))
        for found in following:
            if found.start == match.start and found.length == match.length:
                return next(following, Match(self, match.text, None))
        return Match(self, match.text, None)

    def matches(self, text: str, start: int = 0) -> Iterator[Match]:
        """Every match, one after the other."""
        if self.right_to_left:
            natives = self._matcher.finditer(text, 0, start or len(text))
        else:
            natives = self._matcher.finditer(text, start)
        return (Match(self, text, native) for native in natives)

    def replace(self, text: str, by: Callable[[Match], str], count: int = -1, start: int = 0) -> str:
        """The text with at most `count` matches replaced, all for a negative one."""
        if not count:
            return text
        matcher = self._matcher
        if type(by) is Literal and type(matcher) is re.Pattern and not start:
            return matcher.sub(by, text, max(count, 0))
        parts: list[tuple[int, int, str]] = []
        for match in self.matches(text, start):
            parts.append((match.start, match.end, by(match)))
            if len(parts) == count:
                break
        return _assembled(text, parts)

    def split(self, text: str, count: int = 0, start: int = 0) -> list[str]:
        """The text between the matches, with what groups captured there; at most `count` pieces unless it is zero."""
        if count == 1:
            return [text]
        matcher = self._matcher
        if type(matcher) is re.Pattern and not matcher.groups and not start:
            return matcher.split(text, max(count - 1, 0))
        found: list[Match] = []
        for match in self.matches(text, start):
            found.append(match)
            if len(found) == count - 1:
                break
        if self.right_to_left:
            found.reverse()
        pieces: list[str] = []
        last = 0
        for match in found:
            pieces.append(text[last : match.start])
            pieces += [group.value for group in match.groups[1:] if group.success]
            last = match.end
        pieces.append(text[last:])
        return pieces


def _assembled(text: str, parts: list[tuple[int, int, str]]) -> str:
    """The text with the parts from and to a place replaced."""
    pieces: list[str] = []
    last = 0
    for start, end, replacement in sorted(parts, key=lambda part: part[:2]):
        pieces += (text[last:start], replacement)
        last = end
    return "".join((*pieces, text[last:]))


def _compiled(translation: Translation, options: int) -> Any:
    if not translation.needs_regex:
        try:
            return re.compile(translation.text, _flags(options, re))
        except re.error:
            # lookbehind of variable length, a reference to a group that comes later
            pass
    return _with_library(translation.text, options)


def _with_library(text: str, options: int) -> Any:
    import regex

    flags = _flags(options, regex) | regex.VERSION0
    return regex.compile(text, flags | (regex.REVERSE if options & RIGHT_TO_LEFT else 0))


def _flags(options: int, library: Any) -> Any:
    flags = library.IGNORECASE if options & IGNORE_CASE else 0
    if options & MULTILINE:
        flags |= library.MULTILINE
    if options & SINGLELINE:
        flags |= library.DOTALL
    if options & ECMA_SCRIPT:
        flags |= library.ASCII
    return flags


@lru_cache(maxsize=512)
def compile_regex(pattern: str, options: int = 0) -> Regex:
    """The compiled pattern; raises RegexParseException's error."""
    return Regex(pattern, options)


class Literal:
    """A replacement that is the same for every match."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def __call__(self, match: object) -> str:
        """The text."""
        return self.text


@lru_cache(maxsize=256)
def replacement_of(text: str) -> Callable[[Match], str]:
    """What fills in a replacement pattern: `$1 ${name} $& $$ $_ $+` and the text before and after the match."""
    if "$" not in text:
        return Literal(text)
    return lambda match: REPLACEMENT.sub(lambda found: _substitute(found, match), text)


def _substitute(found: re.Match[str], match: Match) -> str:
    if found["symbol"]:
        return _SYMBOLS[found["symbol"]](match)
    group = match.group(found["number"] or found["name"])
    return found[0] if group is None else group.value


_SYMBOLS: dict[str, Callable[[Match], str]] = {
    "$": lambda match: "$",
    "&": lambda match: match.value,
    "`": lambda match: match.text[: match.start],
    "'": lambda match: match.text[match.end :],
    "+": lambda match: next((group.value for group in reversed(match.groups) if group.success), ""),
    "_": lambda match: match.text,
}


def escape(text: str) -> str:
    """The pattern that matches just this text: .NET's own choice of what is escaped."""
    return "".join(_ESCAPES.get(unit, unit) for unit in text)


_ESCAPES = {unit: "\\" + unit for unit in "\\*+?|{[()^$.#"} | {
    " ": "\\ ",
    "\t": "\\t",
    "\n": "\\n",
    "\r": "\\r",
    "\f": "\\f",
}


def unescape(text: str) -> str:
    """The text that an escaped pattern stands for; raises RegexParseException's error for a wrong escape."""
    from msolemu.runtime.text.regex_characters import RegexParseError, character_escape

    parts: list[str] = []
    at = 0
    while at < len(text):
        if text[at] != "\\":
            parts.append(text[at])
            at += 1
            continue
        if at + 1 == len(text):
            raise RegexParseError(text, len(text), "Illegal \\ at end of pattern.")
        character, at = character_escape(text, at + 1)
        parts.append(character)
    return "".join(parts)


def _declare() -> None:
    """Values of these classes have types, whether or not a script has named one."""
    space = "System.Text.RegularExpressions."
    declare(space + "Regex", OBJECT, Regex)
    capture = declare(space + "Capture", OBJECT, Capture)
    group = declare(space + "Group", capture, Group)
    declare(space + "Match", group, Match)


_declare()
