"""Select-String."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from msolemu.cmdlets.declaration import Allow, Cmdlet, Fixed, Parameter, Switch
from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.utility.match_info import FROM_INPUT, MatchInfo, MatchInfoContext
from msolemu.modules.utility.parameters import LITERALLY, NON_NEGATIVE, PS_OBJECT, Encoding, OrdersAlike, UtilityCall
from msolemu.modules.utility.text_file import files_at
from msolemu.runtime.binding.validation import ValidateCount, ValidateNotNullOrEmpty
from msolemu.runtime.casting.conversion import culture_text
from msolemu.runtime.errors.net_errors import NetError
from msolemu.runtime.errors.records import ErrorCategory
from msolemu.runtime.filesystem.files import is_folder, read_text
from msolemu.runtime.filesystem.locations import Place
from msolemu.runtime.text.regular_expressions import Match, Regex, compile_regex, escape
from msolemu.runtime.text.wildcard import is_among
from msolemu.runtime.types.file_items import FileItem, FileSystemItem
from msolemu.runtime.values.objects import Value, unwrap

IGNORE_CASE = 1
SOMETHING = (ValidateNotNullOrEmpty(),)

select_string = Cmdlet(
    "Select-String",
    "Finds lines that match a pattern.",
    aliases=("sls",),
    examples={
        "'error: a', 'info: b' | Select-String '^error'": "Finds lines in its input.",
        "Set-Content log.txt 'ok', 'failed'; Select-String failed log.txt": "Finds lines in files.",
    },
)
Pattern = Annotated[list[str], Parameter("The patterns, of which one must match.", position=0)]


@dataclass(frozen=True, kw_only=True)
class Search:
    """How lines are searched."""

    simple_match: Annotated[Switch, Parameter("The patterns are plain texts.")] = False
    case_sensitive: Annotated[Switch, Parameter("Upper and lower case differ.")] = False
    list_: Annotated[Switch, Parameter("Only the first match of a file.")] = False
    no_emphasis: Annotated[Switch, Parameter("Matches are not emphasized; they never are here.")] = False
    include: Annotated[
        list[str] | None, Parameter("Patterns of which a file's name must match one.", validate=SOMETHING)
    ] = None
    exclude: Annotated[
        list[str] | None, Parameter("Patterns of which a file's name must match none.", validate=SOMETHING)
    ] = None
    not_match: Annotated[Switch, Parameter("Lines that match no pattern.")] = False
    all_matches: Annotated[Switch, Parameter("All matches in a line, not only the first.")] = False
    encoding: Encoding = None
    context: Annotated[
        list[int] | None,
        Parameter("How many lines before and after.", validate=(ValidateCount(1, 2), NON_NEGATIVE, *SOMETHING)),
    ] = None

    def takes(self, name: str) -> bool:
        """Whether a file of that name is searched."""
        return is_among(name, self.include, self.exclude)


class MatchesAlike(OrdersAlike):
    """A culture, or one of the words for those that need no name."""

    def check(self, value: Value) -> None:
        """Refuse a culture that may match other texts."""
        if value.lower() not in ("ordinal", "invariant", "current"):
            super().check(value)


Culture = Annotated[str | None, Parameter("The culture to compare plain texts by.", validate=(MatchesAlike(),))]
Quiet = Annotated[Switch, Parameter("Only whether there is a match.")]
Raw = Annotated[Switch, Parameter("The lines themselves.", mandatory=True)]


@dataclass(kw_only=True)
class Searching:
    """Searches lines."""

    call: UtilityCall
    culture: Culture = None
    pattern: Pattern
    search: Search
    regexes: list[Regex] = field(init=False, default_factory=list)
    found: bool = field(init=False, default=False)

    quiet = False
    raw = False

    def begin(self) -> None:
        """Compile the patterns."""
        if self.culture is not None and not self.call.is_bound("SimpleMatch"):
            raise self.call.error(
                "CannotSpecifyCultureWithoutSimpleMatch",
                "You must specify -Culture parameter only with -SimpleMatch parameter.",
                ErrorCategory.INVALID_DATA,
                "System.InvalidOperationException",
            )
        options = 0 if self.search.case_sensitive else IGNORE_CASE
        for pattern in self.pattern:
            try:
                self.regexes.append(compile_regex(escape(pattern) if self.search.simple_match else pattern, options))
            except NetError as error:
                raise self.call.error(
                    "InvalidRegex",
                    f"The string {pattern} is not a valid regular expression: {error.record.exception.message}",
                    ErrorCategory.INVALID_ARGUMENT,
                    "System.ArgumentException",
                ) from error

    def matched(self, line: str) -> tuple[int, list[Match]] | None:
        """The pattern that matches a line, with its matches."""
        for index, regex in enumerate(self.regexes):
            if self.search.all_matches and not self.search.simple_match:
                matches = list(regex.matches(line))
            else:
                first = regex.match(line)
                matches = [first] if first.success else []
            if matches:
                return (index, [] if self.search.simple_match else matches) if not self.search.not_match else None
        return (0, []) if self.search.not_match else None

    def in_lines(self, lines: list[str], name: str, path: str) -> Iterator[Value]:
        """The matches in the lines of a text."""
        for index, line in enumerate(lines):
            hit = self.matched(line)
            if hit is None:
                continue
            self.found = True
            if self.quiet:
                return
            yield self.shown(self._info(lines, index, hit, name, path))
            if self.search.list_:
                return

    def _info(self, lines: list[str], index: int, hit: tuple[int, list[Match]], name: str, path: str) -> MatchInfo:
        pattern, matches = hit
        info = MatchInfo(
            not self.search.case_sensitive, index + 1, lines[index], name, path, self.pattern[pattern], list(matches)
        )
        if self.search.context is not None:
            before, after = self.search.context[0], self.search.context[-1]
            earlier, later = lines[max(0, index - before) : index], lines[index + 1 : index + 1 + after]
            info.Context = MatchInfoContext(earlier, later, earlier, later)
        return info

    def shown(self, info: MatchInfo) -> Value:
        """The match, or its line."""
        return info.Line if self.raw else info

    def in_file(self, place: Place) -> Iterator[Value]:
        """The matches in one file."""
        name = Path(place.host).name
        if not self.search.takes(name) or is_folder(place):
            return
        text = read_text(self.call.session, place, self.search.encoding)
        yield from self.in_lines(text.splitlines(), name, place.shown)

    def answer(self) -> Iterator[Value]:
        """Whether there was a match, where only that is asked."""
        if self.quiet:
            yield self.found


@dataclass(kw_only=True)
class SearchingObjects(Searching):
    """Searches the objects of the pipeline; a file among them is searched as one."""

    number: int = field(init=False, default=0)

    def process(
        self,
        input_object: Annotated[
            Value,
            Parameter(
                "The texts.",
                type=PS_OBJECT,
                from_pipeline=True,
                mandatory=True,
                allow=Allow.NULL | Allow.EMPTY_TEXT,
            ),
        ],
    ) -> Iterator[Value]:
        """Search one object."""
        plain = unwrap(input_object)
        if isinstance(plain, FileItem):
            yield from self.in_file(plain.place)
            return
        self.number += 1
        if plain is None or isinstance(plain, FileSystemItem) or (self.quiet and self.found):
            return
        line = plain if isinstance(plain, str) else culture_text(input_object)
        for info in self.in_lines([line], FROM_INPUT, FROM_INPUT):
            if isinstance(info, MatchInfo):
                info.LineNumber = self.number
            yield info

    def end(self) -> Iterator[Value]:
        """Answer."""
        yield from self.answer()


@dataclass(kw_only=True)
class SearchingFiles(Searching):
    """Searches files."""

    literal: Fixed = False

    def process(
        self,
        path: Annotated[list[str], Parameter("The files; wildcards count.", position=1, from_property=True)],
    ) -> Iterator[Value]:
        """Search files."""
        for place in files_at(self.call, path, literal=self.literal):
            yield from self.in_file(place)

    def end(self) -> Iterator[Value]:
        """Answer."""
        yield from self.answer()


@select_string.parameter_set("LiteralFile", LITERALLY)
@select_string.parameter_set("File", default=True)
@dataclass(kw_only=True)
class File(SearchingFiles):
    """Patterns are .NET's regular expressions, without regard to case unless -CaseSensitive is said."""

    quiet: Quiet = False


@select_string.parameter_set("Object")
@dataclass(kw_only=True)
class Object(SearchingObjects):
    """Searches the texts of the pipeline."""

    quiet: Quiet = False


@select_string.parameter_set("ObjectRaw")
@dataclass(kw_only=True)
class ObjectRaw(SearchingObjects):
    """Gives the texts that match."""

    raw: Raw


@select_string.parameter_set("LiteralFileRaw", LITERALLY)
@select_string.parameter_set("FileRaw")
@dataclass(kw_only=True)
class FileRaw(SearchingFiles):
    """Gives the lines that match."""

    raw: Raw
