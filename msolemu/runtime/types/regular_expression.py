"""Regular expressions for scripts: `[regex]`, its matches, groups and captures, and the collections of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.errors.net_errors import argument_error, null_argument, out_of_range
from msolemu.runtime.text import regular_expressions
from msolemu.runtime.text.regular_expressions import Group, Match, Regex, compile_regex, replacement_of
from msolemu.runtime.types.declaring import constants, constructor, method, refused, static, typed_property
from msolemu.runtime.types.enumerations import member
from msolemu.runtime.types.registry import INT, OBJECT, STRING, declare, known_type
from msolemu.runtime.types.time_span import MILLISECOND, TimeSpan
from msolemu.runtime.values.enumerations import number_of, value_of
from msolemu.runtime.values.objects import TypedArray, Value, enumerate_value

_SPACE = "System.Text.RegularExpressions."
OPTIONS = _SPACE + "RegexOptions"


class Sequenced:
    """A collection of what a match found; elements by index, and enumerated."""

    __slots__ = ("items",)

    def __init__(self, items: Sequence[Value]) -> None:
        self.items = list(items)

    def __len__(self) -> int:
        return len(self.items)

    def enumerate_values(self) -> Iterator[Value]:
        """The elements."""
        return iter(self.items)


class MatchCollection(Sequenced):
    """The matches in a text."""

    __slots__ = ()

    def element_at(self, at: Sequence[int]) -> Value:
        """The match at an index."""
        return self.items[at[0]]


class CaptureCollection(MatchCollection):
    """The captures of a group."""

    __slots__ = ()


class GroupCollection(Sequenced):
    """The groups of a match, by number or name."""

    __slots__ = ("match",)

    def __init__(self, match: Match) -> None:
        super().__init__(match.groups)
        self.match = match


REGEX, CAPTURE, GROUP, MATCH = (known_type(_SPACE + _name) for _name in ("Regex", "Capture", "Group", "Match"))
MATCHES = declare(_SPACE + "MatchCollection", OBJECT, MatchCollection)
GROUPS = declare(_SPACE + "GroupCollection", OBJECT, GroupCollection)
CAPTURES = declare(_SPACE + "CaptureCollection", OBJECT, CaptureCollection)


def options_number(options: Any) -> int:
    """The options as a number."""
    return 0 if options is None else number_of(options)


def _input(text: str | None, parameter: str = "input") -> str:
    if text is None:
        raise null_argument(parameter)
    return text


def _start(text: str, start: int) -> int:
    if not 0 <= start <= len(text):
        raise out_of_range("Start index cannot be less than 0 or greater than input length.", "startat")
    return start


def _texts(values: Sequence[str]) -> Value:
    return TypedArray(values, STRING)


@constructor(REGEX, "regex new(string pattern)", f"regex new(string pattern, {OPTIONS} options)")
@constructor(REGEX, f"regex new(string pattern, {OPTIONS} options, timespan matchTimeout)")
def made(pattern: str | None, options: Any = None, timeout: Any = None) -> Regex:
    """A compiled pattern; there is no limit of time."""
    return compile_regex(_input(pattern, "pattern"), options_number(options))


typed_property(REGEX, OPTIONS, "Options", lambda regex: value_of(type(member(OPTIONS, "None")), regex.options))
typed_property(REGEX, "bool", "RightToLeft", lambda regex: regex.right_to_left)
typed_property(REGEX, "timespan", "MatchTimeout", lambda regex: TimeSpan(-MILLISECOND))
method(REGEX, "string ToString()")(lambda regex: regex.pattern)
method(REGEX, "string[] GetGroupNames()")(lambda regex: _texts([name for name, _ in regex.groups]))
method(REGEX, "int[] GetGroupNumbers()")(lambda regex: TypedArray(range(len(regex.groups)), INT))


@method(REGEX, "int GroupNumberFromName(string name)")
def number_from_name(regex: Regex, name: str) -> int:
    """The number of a group, -1 when there is none of that name."""
    names = [known for known, _ in regex.groups]
    return names.index(name) if name in names else -1


@method(REGEX, "string GroupNameFromNumber(int i)")
def name_from_number(regex: Regex, number: int) -> str:
    """The name of a group, empty when there is none of that number."""
    return regex.groups[number][0] if 0 <= number < len(regex.groups) else ""


@method(REGEX, "bool IsMatch(string input)", "bool IsMatch(string input, int startat)")
def is_match(regex: Regex, text: str | None, start: int = 0) -> bool:
    """Whether the pattern is found."""
    return regex.is_match(_input(text), _start(_input(text), start))


@method(REGEX, f"{_SPACE}Match Match(string input)", f"{_SPACE}Match Match(string input, int startat)")
def match(regex: Regex, text: str | None, start: int = 0) -> Match:
    """The first match."""
    return regex.match(_input(text), _start(_input(text), start))


@method(
    REGEX,
    f"{_SPACE}MatchCollection Matches(string input)",
    f"{_SPACE}MatchCollection Matches(string input, int startat)",
)
def matches(regex: Regex, text: str | None, start: int = 0) -> MatchCollection:
    """All matches."""
    return MatchCollection(list(regex.matches(_input(text), _start(_input(text), start))))


@method(REGEX, "int Count(string input)")
def count(regex: Regex, text: str | None) -> int:
    """How many matches there are."""
    return sum(1 for _ in regex.matches(_input(text)))


@method(
    REGEX,
    "string Replace(string input, string replacement)",
    "string Replace(string input, string replacement, int count)",
    "string Replace(string input, string replacement, int count, int startat)",
)
def replace(regex: Regex, text: str | None, replacement: str | None, most: int = -1, start: int = 0) -> str:
    """The text with its matches replaced by a replacement pattern."""
    by = replacement_of(_input(replacement, "replacement"))
    return regex.replace(_input(text), by, _limit(most), _start(_input(text), start))


def _limit(most: int) -> int:
    if most < -1:
        raise out_of_range("Count cannot be less than -1.", "count")
    return most


@method(
    REGEX,
    "string Replace(string input, scriptblock evaluator)",
    "string Replace(string input, scriptblock evaluator, int count)",
    "string Replace(string input, scriptblock evaluator, int count, int startat)",
)
def replace_by_block(regex: Regex, text: str | None, block: Value, most: int = -1, start: int = 0) -> str:
    """The text with its matches replaced by what a script block gives for each, its first argument."""
    return regex.replace(
        _input(text), lambda found: _evaluated(block, found), _limit(most), _start(_input(text), start)
    )


def _evaluated(block: Value, found: Match) -> str:
    from msolemu.runtime.state import current

    return to_text(current.session().call_with(block, found, [found]))


@method(
    REGEX,
    "string[] Split(string input)",
    "string[] Split(string input, int count)",
    "string[] Split(string input, int count, int startat)",
)
def split(regex: Regex, text: str | None, most: int = 0, start: int = 0) -> Value:
    """The text between the matches."""
    if most < 0:
        raise out_of_range("Count cannot be less than -1.", "count")
    return _texts(regex.split(_input(text), most, _start(_input(text), start)))


def _static(returns: str, name: str, call: Any, before: str = "", type_name: str = "string") -> None:
    """A static method that takes the pattern, then what the method of an object takes, then options and a timeout."""
    extra = f", {type_name} {before}" if before else ""
    head = f"{returns} {name}(string input, string pattern{extra}"

    def run(text: str | None, pattern: str | None, *rest: Any) -> Value:
        given = rest[:1] if before else ()
        options = rest[len(given)] if len(rest) > len(given) else None
        return call(made(pattern, options), text, *given)

    static(REGEX, f"{head})", f"{head}, {OPTIONS} options)", f"{head}, {OPTIONS} options, timespan matchTimeout)")(run)


_static("bool", "IsMatch", is_match)
_static(_SPACE + "Match", "Match", match)
_static(_SPACE + "MatchCollection", "Matches", matches)
_static("int", "Count", count)
_static("string[]", "Split", split)
_static("string", "Replace", replace, "replacement")
_static("string", "Replace", replace_by_block, "evaluator", "scriptblock")


@static(REGEX, "string Escape(string str)")
def escape(text: str | None) -> str:
    """The pattern that matches just this text."""
    return regular_expressions.escape(_input(text, "str"))


@static(REGEX, "string Unescape(string str)")
def unescape(text: str | None) -> str:
    """The text of an escaped pattern."""
    return regular_expressions.unescape(_input(text, "str"))


typed_property(CAPTURE, "int", "Index", lambda capture: capture.start)
typed_property(CAPTURE, "int", "Length", lambda capture: capture.length)
typed_property(CAPTURE, "string", "Value", lambda capture: capture.value)
typed_property(CAPTURE, "System.Object", "ValueSpan", lambda capture: None)
method(CAPTURE, "string ToString()")(lambda capture: capture.value)
typed_property(GROUP, "bool", "Success", lambda group: group.success)
typed_property(GROUP, "string", "Name", lambda group: group.name)
typed_property(GROUP, _SPACE + "CaptureCollection", "Captures", lambda group: CaptureCollection(group.captures()))
typed_property(MATCH, _SPACE + "GroupCollection", "Groups", GroupCollection)
constants(MATCH, Empty=compile_regex("(?!)").match(""))
method(MATCH, f"{_SPACE}Match NextMatch()")(lambda found: found.following() if found.success else found)


@method(MATCH, "string Result(string replacement)")
def result(found: Match, replacement: str | None) -> str:
    """A replacement pattern filled in for the match."""
    if not found.success:
        raise argument_error("Result cannot be called on a failed Match.")
    return found.result(_input(replacement, "replacement"))


for _kind in (MATCHES, GROUPS, CAPTURES):
    typed_property(_kind, "int", "Count", len)


@method(GROUPS, f"{_SPACE}Group get_Item(int groupnum)", f"{_SPACE}Group Item(int groupnum)")
def group_at(groups: GroupCollection, number: int) -> Group:
    """The group of a number; one without success when there is none."""
    return groups.items[number] if 0 <= number < len(groups) else Group(str(number))


@method(GROUPS, f"{_SPACE}Group get_Item(string groupname)", f"{_SPACE}Group Item(string groupname)")
def group_of(groups: GroupCollection, name: str) -> Group:
    """The group of a name; one without success when there is none."""
    return groups.match.group(name) or Group(name)


@method(GROUPS, "bool ContainsKey(string key)")
def has_group(groups: GroupCollection, name: str) -> bool:
    """Whether the pattern has a group of that name."""
    return groups.match.group(name) is not None


for _kind in (MATCHES, CAPTURES):
    method(_kind, f"{_SPACE}Capture get_Item(int i)", f"{_SPACE}Capture Item(int i)")(
        lambda found, index: found.element_at([index]),
    )

for _kind in (MATCHES, GROUPS, CAPTURES):
    typed_property(_kind, "System.Boolean", "IsReadOnly", lambda found: True)
    typed_property(_kind, "System.Boolean", "IsSynchronized", lambda found: False)
    typed_property(_kind, "System.Object", "SyncRoot", lambda found: found)


@method(MATCHES, "void CopyTo(array array, int arrayIndex)")
@method(GROUPS, "void CopyTo(array array, int arrayIndex)")
@method(CAPTURES, "void CopyTo(array array, int arrayIndex)")
def copy_to(found: Any, target: list[Value], index: int) -> None:
    """Put the elements into an array."""
    items = list(enumerate_value(found))
    target[index : index + len(items)] = items


for _kind in (GROUP, MATCH):
    static(_kind, f"{_kind.full_name} Synchronized({_kind.full_name} inner)")(lambda inner: inner)
constants(REGEX, CacheSize=15)
refused(REGEX, "loads no .NET code", "::CompileToAssembly()")
