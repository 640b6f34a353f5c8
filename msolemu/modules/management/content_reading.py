"""Get-Content."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Fixed, Output, Parameter, Switch
from msolemu.cmdlets.errors import TerminatingError
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.management.parameters import (
    LITERALLY,
    Choice,
    Encoding,
    Force,
    ManagementCall,
    NamedPaths,
)
from msolemu.modules.management.targets import Named, Target, content_targets
from msolemu.runtime.binding.validation import ValidateRange
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError, runtime_error
from msolemu.runtime.filesystem.files import locations_of, read_bytes
from msolemu.runtime.filesystem.locations import Place
from msolemu.runtime.filesystem.path_info import PROVIDERS, path_info
from msolemu.runtime.text.encodings import decoded
from msolemu.runtime.types.file_items import PROVIDER, file_item
from msolemu.runtime.values.objects import Byte, Int64, PSObject, Value, enumerate_value, is_enumerable

FILES = PROVIDERS["FileSystem"]

get_content = Cmdlet(
    "Get-Content",
    "Reads the lines of files.",
    aliases=("gc", "type", "cat"),
    examples={
        "Set-Content a.txt 'one', 'two'; Get-Content a.txt -TotalCount 1": "Reads the first line.",
        "Set-Content a.txt 'one', 'two'; Get-Content a.txt -Raw": "Reads the whole file as one text.",
    },
)


@dataclass(frozen=True, kw_only=True)
class Portion:
    """How much is read, and in what pieces."""

    read_count: Annotated[
        int, Parameter("How many lines are handed on at once; 0 means all.", type="System.Int64", from_property=True)
    ] = 1
    total_count: Annotated[
        int | None,
        Parameter(
            "Only so many lines of the start.",
            type="System.Int64",
            aliases=("First", "Head"),
            from_property=True,
            validate=(ValidateRange(Int64(0), Int64(2**63 - 1)),),
        ),
    ] = None
    tail: Annotated[
        int | None,
        Parameter(
            "Only so many lines of the end.",
            aliases=("Last",),
            from_property=True,
            validate=(ValidateRange(0, 2**31 - 1),),
        ),
    ] = None

    def chosen(self, lines: list[Value]) -> list[Value]:
        """The lines that are wanted."""
        if self.total_count is not None and self.total_count >= 0:
            lines = lines[: self.total_count]
        if self.tail is not None:
            lines = lines[-self.tail :] if self.tail else []
        return lines

    def pieces(self, lines: list[Value]) -> Iterator[Value]:
        """The lines as they are handed on."""
        if self.read_count == 1:
            yield from lines
        elif lines:
            size = self.read_count if self.read_count > 0 else len(lines)
            for start in range(0, len(lines), size):
                yield lines[start : start + size]


@dataclass(frozen=True, kw_only=True)
class Reading:
    """How a file becomes lines."""

    delimiter: Annotated[str | None, Parameter("What ends a line; a line break unless said.")] = None
    wait: Annotated[Switch, Parameter("Waits for more to be written.")] = False
    raw: Annotated[Switch, Parameter("The whole file as one text.")] = False
    encoding: Encoding = None
    as_byte_stream: Annotated[Switch, Parameter("Bytes in place of text.")] = False

    def check(self, call: ManagementCall, place: Place) -> None:
        """Refuse parameters of a file's reader that exclude one another."""
        for name in ("TotalCount", "Tail", "Wait", "Delimiter"):
            if self.raw and call.is_bound(name):
                raise call.error(
                    "InvalidOperation",
                    f"The 'Raw' and '{name}' parameters cannot be specified in the same command.",
                    ErrorCategory.INVALID_OPERATION,
                    "System.Management.Automation.ProviderInvocationException",
                )
        if self.delimiter is not None and self.as_byte_stream:
            raise runtime_error(
                "GetContentReaderArgumentError",
                "A delimiter cannot be specified when reading the stream one byte at a time. (Parameter 'delimiter')",
                ErrorCategory.INVALID_ARGUMENT,
                "System.ArgumentException",
                target=place.shown,
            )

    def lines(self, content: bytes) -> list[Value]:
        """The lines, or bytes."""
        if self.as_byte_stream:
            return [Byte(one) for one in content]
        text = decoded(content, self.encoding)
        return split_lines(text) if not self.delimiter else text.split(self.delimiter)


def split_lines(text: str) -> list[Value]:
    """The lines of a text; the break after the last one makes no further line."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines: list[Value] = text.split("\n")
    if not lines[-1]:
        lines.pop()
    return lines


@get_content.parameter_set("LiteralPath", LITERALLY)
@get_content.parameter_set("Path", default=True)
def read(
    call: ManagementCall,
    portion: Portion,
    path: NamedPaths,
    choice: Choice,
    reading: Reading,
    force: Force = False,
    literal: Fixed = False,
) -> Output[Value]:
    """A file is read as its byte order mark says, else as UTF-8. An empty file gives nothing."""
    if portion.total_count is not None and portion.tail is not None:
        raise call.error(
            "TailAndHeadCannotCoexist",
            "The parameters TotalCount and Tail cannot be used together. Please specify only one parameter.",
            ErrorCategory.INVALID_OPERATION,
            "System.InvalidOperationException",
        )
    if reading.encoding is not None and reading.as_byte_stream:
        call.write_warning("Encoding not used when '-AsByteStream' specified.")
    for one in path:
        try:
            for target in content_targets(call, one, choice, literal=literal, hidden=force):
                yield from _read(call, target, portion, reading)
        except TerminatingError:
            raise
        except PowerShellError as error:
            call.write_error(error)


def _read(call: ManagementCall, target: Target, portion: Portion, reading: Reading) -> Iterator[Value]:
    if isinstance(target, Named):
        if portion.tail is not None:
            raise runtime_error(
                "TailNotSupported",
                "The Tail parameter currently is supported only for the FileSystem provider.",
                ErrorCategory.INVALID_OPERATION,
                "System.InvalidOperationException",
                target=portion.tail,
            )
        value = target.drive.value(call.session, target.name)
        yield from enumerate_value(value) if is_enumerable(value) else () if value is None else (value,)
        return
    reading.check(call, target)
    yield from _content(call, target, portion, reading)


def _content(call: ManagementCall, place: Place, portion: Portion, reading: Reading) -> Iterator[Value]:
    if Path(locations_of(call.session).checked(place)).is_dir():
        raise runtime_error(
            "GetContainerContentException",
            f"Unable to get content because it is a directory: '{place.shown}'. Please use 'Get-ChildItem' instead.",
            ErrorCategory.INVALID_OPERATION,
            "System.InvalidOperationException",
        )
    content = read_bytes(call.session, place)
    if reading.raw:
        if reading.as_byte_stream:
            yield [Byte(one) for one in content]
        elif content:
            yield decoded(content, reading.encoding)
        return
    lines = reading.lines(content)
    if not reading.as_byte_stream:
        lines = with_notes(lines, place)
    yield from portion.pieces(portion.chosen(lines))


def with_notes(lines: list[Value], place: Place) -> list[Value]:
    """The lines with what PowerShell notes on each: the file it is from, and its number."""
    item = file_item(place)
    notes: list[tuple[str, Value]] = [
        ("PSPath", f"{PROVIDER}::{place.shown}"),
        ("PSParentPath", f"{PROVIDER}::{item.parent}"),
        ("PSChildName", item.name),
        ("PSDrive", path_info(place).Drive),
        ("PSProvider", FILES),
    ]
    table = {name.lower(): [name, value] for name, value in notes}
    noted: list[Value] = []
    for number, line in enumerate(lines, start=1):
        found = PSObject(line)
        found.members = {**table, "readcount": ["ReadCount", Int64(number)]}
        noted.append(found)
    return noted
