"""Set-Content, Add-Content, Clear-Content; Get-Content stands in a file of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Annotated

from msolemu.cmdlets.declaration import Allow, Cmdlet, Fixed, Parameter, Switch
from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.management.content_reading import get_content
from msolemu.modules.management.named_values import Change
from msolemu.modules.management.parameters import (
    LITERALLY,
    Choice,
    Encoding,
    Force,
    ManagementCall,
    NamedPaths,
    PassThru,
)
from msolemu.modules.management.providers import not_supported
from msolemu.modules.management.targets import Named, Target, content_targets, is_file, put_item, targets
from msolemu.runtime.casting.conversion import culture_text, to_text
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError
from msolemu.runtime.filesystem.files import FileWriter
from msolemu.runtime.filesystem.locations import Place
from msolemu.runtime.text.encodings import UTF8, TextEncoding
from msolemu.runtime.values.objects import Value, enumerate_value, is_enumerable, unwrap


@dataclass(frozen=True, kw_only=True)
class Writing:
    """How values become the content of a file."""

    force: Force = False
    no_newline: Annotated[Switch, Parameter("Nothing stands between the values.")] = False
    encoding: Encoding = None
    as_byte_stream: Annotated[Switch, Parameter("The values are bytes.")] = False


ContentValue = Annotated[
    list[Value],
    Parameter(
        "What to write.",
        position=1,
        from_pipeline=True,
        from_property=True,
        mandatory=True,
        allow=Allow.NULL | Allow.EMPTY_COLLECTION,
    ),
]


@dataclass(kw_only=True)
class WritingContent:
    """Opens the files, writes the values as they come, and lets them count at the end."""

    call: ManagementCall
    path: NamedPaths
    pass_thru: PassThru = False
    choice: Choice
    writing: Writing
    literal: Fixed = False
    files: list[FileWriter] = field(init=False, default_factory=list)
    named: list[Named] = field(init=False, default_factory=list)
    values: list[Value] = field(init=False, default_factory=list)
    opened: bool = field(init=False, default=False)

    append = False

    @property
    def from_pipeline(self) -> bool:
        """Whether the values come one by one; then null is no line."""
        return not self.call.is_bound("Value") or self.call.invocation.expects_input

    def process(self, value: ContentValue) -> Iterator[Value]:
        """Write values."""
        self.open()
        yield from self.write(value)

    def open(self) -> None:
        """Open what the paths mean; a file that is not there is made."""
        if self.opened:
            return
        self.opened = True
        for path in self.path:
            try:
                for target in content_targets(
                    self.call, path, self.choice, literal=self.literal, new=True, hidden=self.writing.force
                ):
                    if self.call.should_process(f"Path: {target.shown}", self._action()):
                        self._open(target)
            except PowerShellError as error:
                self.call.write_error(error)

    def _action(self) -> str:
        return "Add Content" if self.append else "Set Content"

    def _open(self, target: Target) -> None:
        if isinstance(target, Named):
            self.named.append(target)
            return
        if not is_file(target):
            raise _not_written(self.call, target) if self.append else not_cleared(self.call, target)
        try:
            writer = FileWriter(self.call.session, target, self.writing.encoding or UTF8, append=self.append)
        except PowerShellError as error:
            raise self._failed(error) from error
        if writer.is_refused:
            if not self.writing.force:
                raise self._denied(target)
            writer.permit()
        self.files.append(writer)

    def _denied(self, place: Place) -> PowerShellError:
        name = "GetContentWriterUnauthorizedAccessError"
        return self.call.error(
            name,
            f"Access to the path '{place.shown}' is denied.",
            ErrorCategory.PERMISSION_DENIED,
            "System.UnauthorizedAccessException",
            target=place.shown,
        )

    def _failed(self, error: PowerShellError) -> PowerShellError:
        kind = error.record.exception.type_name.rpartition(".")[2]
        names = {
            "DirectoryNotFoundException": ("GetContentWriterDirectoryNotFoundError", ErrorCategory.OBJECT_NOT_FOUND),
            "UnauthorizedAccessException": (
                "GetContentWriterUnauthorizedAccessError",
                ErrorCategory.PERMISSION_DENIED,
            ),
        }
        error.record.error_id, error.record.category = names.get(
            kind, ("GetContentWriterIOError", ErrorCategory.WRITE_ERROR)
        )
        return error

    def write(self, values: list[Value] | None) -> Iterator[Value]:
        """Write values."""
        for value in values if values is not None else [None]:
            self.values.append(value)
            for writer in self.files:
                self._write(writer, value)
            if self.pass_thru:
                yield from [value] * (len(self.files) + len(self.named))

    def _write(self, writer: FileWriter, value: Value) -> None:
        if self.writing.as_byte_stream:
            writer.write_bytes(bytes(self._bytes(value)))
            return
        if value is None and self.from_pipeline:
            return
        for element in _leaves(value):
            text = "" if element is None else culture_text(element)
            writer.write(text if self.writing.no_newline else text + os.linesep)

    def _bytes(self, value: Value) -> Iterator[int]:
        for one in enumerate_value(value) if is_enumerable(value) else (value,):
            number = unwrap(one)
            if not isinstance(number, int) or not 0 <= number <= 255:
                raise self.call.error(
                    "ProviderContentWriteError",
                    f"Cannot proceed with byte encoding. When using byte encoding the content must be of type byte: "
                    f"{to_text(one)}",
                    ErrorCategory.WRITE_ERROR,
                    "System.IO.IOException",
                )
            yield int(number)

    def end(self) -> None:
        """Let what was written count."""
        for target in self.named:
            value = self.values[0] if len(self.values) == 1 else list(self.values)
            list(put_item(self.call, target.drive, target.name, value, Change(self.writing.force)))
        for writer in self.files:
            writer.close()


def _leaves(value: Value) -> Iterator[Value]:
    """The elements of an array, and of the arrays in it."""
    plain = unwrap(value)
    if not isinstance(plain, list):
        yield value
        return
    for element in enumerate_value(plain):
        yield from _leaves(element)


set_content = Cmdlet(
    "Set-Content",
    "Replaces the content of files.",
    should_process=True,
    examples={"Set-Content a.txt 'one', 'two'": "Writes two lines."},
)


@set_content.parameter_set("LiteralPath", LITERALLY)
@set_content.parameter_set("Path", default=True)
@dataclass(kw_only=True)
class Set(WritingContent):
    """Each value is a line. The file is replaced when all values have come, so that a failure leaves the old one."""


add_content = Cmdlet(
    "Add-Content",
    "Adds to the content of files.",
    should_process=True,
    aliases=("ac",),
    examples={"Add-Content a.txt 'one more'": "Adds a line; a file that is not there is made."},
)


@add_content.parameter_set("LiteralPath", LITERALLY)
@add_content.parameter_set("Path", default=True)
@dataclass(kw_only=True)
class Add(WritingContent):
    """Each value is a line."""

    append = True


def not_cleared(call: ManagementCall, folder: Place) -> PowerShellError:
    """The error for a folder, whose content cannot be taken away or replaced."""
    return call.error(
        "System.NotSupportedException",
        f"Unable to clear content of '{folder.shown}' because it is a directory. Clear-Content is only supported on "
        "files.",
        ErrorCategory.NOT_SPECIFIED,
        "System.NotSupportedException",
    )


def _not_written(call: ManagementCall, folder: Place) -> PowerShellError:
    return call.error(
        "WriteContainerContentException",
        f"Unable to write content because it is a directory: '{folder.shown}'.",
        exception_type="System.InvalidOperationException",
        target=folder.shown,
    )


clear_content = Cmdlet(
    "Clear-Content",
    "Empties files.",
    should_process=True,
    aliases=("clc",),
    examples={"Set-Content a.txt 'one'; Clear-Content a.txt": "Leaves an empty file."},
)


@clear_content.parameter_set("LiteralPath", LITERALLY)
@clear_content.parameter_set("Path", default=True)
def clear(call: ManagementCall, path: NamedPaths, choice: Choice, force: Force = False, literal: Fixed = False) -> None:
    """The files stay."""
    for target in targets(call, path, choice, literal=literal, hidden=force):
        if isinstance(target, Named):
            text = "Cannot perform the ClearContent operation."
            call.write_error(not_supported(f"{text} The ClearContent operation is not supported by this provider."))
        elif not is_file(target):
            raise not_cleared(call, target)
        elif call.should_process(f"Item: {target.shown}", "Clear Content"):
            _clear(call, target, force=force)


def _clear(call: ManagementCall, place: Place, *, force: bool) -> None:
    writer = FileWriter(call.session, place, TextEncoding("", "", 0, "utf-8"))
    if writer.is_refused and not force:
        call.write_error(
            "ClearContentUnauthorizedAccessError",
            f"Access to the path '{place.shown}' is denied.",
            ErrorCategory.PERMISSION_DENIED,
            "System.UnauthorizedAccessException",
            target=place.shown,
        )
        return
    writer.permit()
    writer.close()


__all__ = ["add_content", "clear_content", "get_content", "set_content"]
