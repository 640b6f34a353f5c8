"""System.Version and SemanticVersion."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import Any

from msolemu.runtime.errors.argument_errors import PS_ARGUMENT, PS_ARGUMENT_NULL, not_valid_text, null_text
from msolemu.runtime.errors.net_errors import (
    NetError,
    argument_error,
    format_error,
    null_argument,
    out_of_range,
    overflow,
)
from msolemu.runtime.types.declaring import constructor, method, static, typed_property
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.values.objects import Value
from msolemu.runtime.values.references import Reference

VERSION = known_type("System.Version")
SEMANTIC = known_type("System.Management.Automation.SemanticVersion")
LARGEST = 2**31 - 1


@functools.total_ordering
class Version:
    """Two to four numbers; those that are missing are -1."""

    __slots__ = ("numbers",)

    def __init__(self, *numbers: int) -> None:
        self.numbers = (*numbers, *(-1,) * (4 - len(numbers)))

    def __str__(self) -> str:
        return ".".join(str(number) for number in self.numbers if number >= 0)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Version) and self.numbers == other.numbers

    def __lt__(self, other: Version) -> bool:
        return self.numbers < other.numbers

    def __hash__(self) -> int:
        return hash(self.numbers)


def _number_at(place: int) -> Callable[[Any], int]:
    return lambda version: int(version.numbers[place])


represent(VERSION, Version)
for _place, _name in enumerate(("Major", "Minor", "Build", "Revision")):
    typed_property(VERSION, "System.Int32", _name, _number_at(_place))
typed_property(VERSION, "System.Int16", "MajorRevision", lambda version: version.numbers[3] >> 16)
typed_property(VERSION, "System.Int16", "MinorRevision", lambda version: _low(version.numbers[3]))


def _low(number: int) -> int:
    low = number & 0xFFFF
    return low - 0x10000 if low & 0x8000 else low


def _parsed(text: str | None, parameter: str) -> Version:
    if text is None:
        raise null_argument(parameter)
    words = text.split(".")
    if not 2 <= len(words) <= 4:
        raise argument_error("Version string portion was too short or too long.", parameter)
    numbers = []
    for word in words:
        plain = word.strip()
        if not re.fullmatch(r"[+-]?[0-9]+", plain):
            raise format_error(f"The input string '{word}' was not in a correct format.")
        number = int(plain)
        if number < 0:
            raise out_of_range(f"{parameter} ('{number}') must be a non-negative value.", parameter, str(number))
        if number > LARGEST:
            raise overflow("Value was either too large or too small for an Int32.")
        numbers.append(number)
    return Version(*numbers)


@static(VERSION, "version Parse(string input)")
def parse(text: str | None) -> Version:
    """The version of a text."""
    return _parsed(text, "input")


@static(VERSION, "bool TryParse(string input, [ref] version result)")
def try_parse(text: str | None, result: Reference) -> bool:
    """Whether the text is a version, which `result` then holds."""
    from msolemu.runtime.errors.net_errors import NetError

    try:
        result.value = _parsed(text, "input")
    except NetError:
        result.value = None
        return False
    return True


@constructor(VERSION, "version(string version)")
def from_text(text: str) -> Version:
    """The version of a text."""
    return _parsed(text, "version")


@constructor(
    VERSION,
    "version()",
    "version(int major, int minor)",
    "version(int major, int minor, int build)",
    "version(int major, int minor, int build, int revision)",
)
def from_numbers(*numbers: int) -> Version:
    """The version of two to four numbers; 0.0 of none."""
    names = ("major", "minor", "build", "revision")
    for name, number in zip(names, numbers, strict=False):
        if number < 0:
            raise out_of_range(f"{name} ('{number}') must be a non-negative value.", name, str(number))
    return Version(*(numbers or (0, 0)))


@method(VERSION, "string ToString()", "string ToString(int fieldCount)")
def to_string(version: Version, count: int | None = None) -> str:
    """All numbers, or the first few."""
    if count is None:
        return str(version)
    known = [number for number in version.numbers if number >= 0]
    if not 0 <= count <= len(known):
        raise argument_error(f"Argument must be between 0 and {len(known)}.", "fieldCount")
    return ".".join(map(str, known[:count]))


@method(VERSION, "int CompareTo(System.Object version)", "int CompareTo(version value)")
def compare_to(version: Version, other: Value) -> int:
    """The order number by number."""
    if other is None:
        return 1
    if not isinstance(other, Version):
        raise argument_error("Object must be of type Version.")
    return (version > other) - (version < other)


@method(VERSION, "System.Object Clone()")
def clone(version: Version) -> Version:
    """The same version."""
    return version


@functools.total_ordering
class SemanticVersion:
    """Three numbers, a label of what comes before the release, and one of the build, which does not count."""

    __slots__ = ("build", "label", "numbers")

    def __init__(self, major: int, minor: int = 0, patch: int = 0, label: str = "", build: str = "") -> None:
        self.numbers = (major, minor, patch)
        self.label = label
        self.build = build

    def __str__(self) -> str:
        text = ".".join(map(str, self.numbers))
        return text + (f"-{self.label}" if self.label else "") + (f"+{self.build}" if self.build else "")

    def _key(self) -> Any:
        words = [(0, int(word), "") if word.isdigit() else (1, 0, word) for word in self.label.split(".") if self.label]
        return self.numbers, not self.label, words

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SemanticVersion) and self._key() == other._key()

    def __lt__(self, other: SemanticVersion) -> bool:
        return bool(self._key() < other._key())

    def __hash__(self) -> int:
        return hash(str(self._key()))


represent(SEMANTIC, SemanticVersion)
for _place, _name in enumerate(("Major", "Minor", "Patch")):
    typed_property(SEMANTIC, "System.Int32", _name, _number_at(_place))
typed_property(SEMANTIC, "System.String", "PreReleaseLabel", lambda version: version.label or None)
typed_property(SEMANTIC, "System.String", "BuildLabel", lambda version: version.build or None)
_LABEL = r"([0-9A-Za-z][0-9A-Za-z.-]*)"
_LABELS = re.compile(rf"{_LABEL}(?:\+{_LABEL})?")
_SEMANTIC = re.compile(rf"(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-{_LABEL})?(?:\+{_LABEL})?")


@static(SEMANTIC, "semver Parse(string version)")
@constructor(SEMANTIC, "semver(string version)")
def parse_semantic(text: str) -> SemanticVersion:
    """The semantic version of a text."""
    if text is None:
        raise NetError(PS_ARGUMENT_NULL, null_text("version"))
    found = _SEMANTIC.fullmatch(text or "")
    if found is None:
        raise format_error(f"Input string was not in a correct format. '{text}'")
    major, minor, patch, label, build = found.groups(default="")
    return SemanticVersion(int(major), int(minor or 0), int(patch or 0), label, build)


@static(SEMANTIC, "bool TryParse(string version, [ref] semver result)")
def try_parse_semantic(text: str, result: Reference) -> bool:
    """Whether the text is a semantic version, which `result` then holds."""
    worked = _SEMANTIC.fullmatch(text or "") is not None
    result.value = parse_semantic(text) if worked else None
    return worked


@constructor(
    SEMANTIC,
    "semver(int major)",
    "semver(int major, int minor)",
    "semver(int major, int minor, int patch)",
    "semver(int major, int minor, int patch, string label)",
    "semver(int major, int minor, int patch, string preReleaseLabel, string buildLabel)",
)
def from_parts(*parts: Value) -> SemanticVersion:
    """The semantic version of one to three numbers and its labels, which may come as one text."""
    for name, number in zip(("major", "minor", "patch"), parts, strict=False):
        if number < 0:
            raise NetError(PS_ARGUMENT, not_valid_text(name))
    labels = _LABELS.fullmatch(parts[3]) if len(parts) == 4 and parts[3] else None
    return SemanticVersion(*parts[:3], *(labels.groups(default="") if labels else parts[3:]))


@constructor(SEMANTIC, "semver(version version)")
def from_version(version: Version) -> SemanticVersion:
    """The semantic version of a version, which may have no fourth number."""
    if version is None:
        raise NetError(PS_ARGUMENT_NULL, null_text("version"))
    if version.numbers[3] > 0:
        raise NetError(PS_ARGUMENT, not_valid_text("version"))
    major, minor, build, _ = version.numbers
    return SemanticVersion(major, minor, max(build, 0))


@static(SEMANTIC, "version op_Implicit(semver semver)")
def to_version(version: SemanticVersion) -> Version:
    """The version of the three numbers; a label is lost."""
    return Version(*version.numbers)


@method(SEMANTIC, "int CompareTo(System.Object version)")
def compare_semantic(version: SemanticVersion, other: Value) -> int:
    """The order of semantic versions."""
    if other is None:
        return 1
    if not isinstance(other, SemanticVersion):
        raise argument_error("Object must be of type SemanticVersion.", "version")
    return (version > other) - (version < other)
