"""Files that cmdlets of this module read and write: what a path means, what may stand in the way of writing, and
objects drawn as text."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msolemu.runtime.errors.records import ErrorCategory, PowerShellError, runtime_error
from msolemu.runtime.filesystem.files import FileWriter, place_of, resolve
from msolemu.runtime.filesystem.locations import Place
from msolemu.runtime.text.encodings import UTF8, TextEncoding
from msolemu.runtime.text.wildcard import has_wildcards

if TYPE_CHECKING:
    from msolemu.formatting.choice import Formatter
    from msolemu.modules.utility.parameters import UtilityCall
    from msolemu.runtime.state.session import Session
    from msolemu.runtime.values.objects import Value

LINE_END = os.linesep
ENDLESS = 2**31 - 1
WITHOUT_FILES = {"env": "Environment", "variable": "Variable", "function": "Function", "alias": "Alias"}
"""The drives that hold no files, with their providers."""


def one_place(session: Session, path: str, *, literal: bool = False) -> Place:
    """The place of the one file that is read or written; a wildcard must mean one that is there."""
    drive = path.partition(":")[0].lower()
    if drive in WITHOUT_FILES:
        raise runtime_error(
            "ReadWriteFileNotFileSystemProvider",
            f"Cannot open file because the current provider (Microsoft.PowerShell.Core\\{WITHOUT_FILES[drive]}) cannot "
            "open a file.",
            ErrorCategory.INVALID_ARGUMENT,
            "System.Management.Automation.PSInvalidOperationException",
        )
    if literal or not has_wildcards(path):
        return place_of(session, path)
    found = resolve(session, path)
    if len(found) == 1:
        return found[0]
    if not found:
        text = f"Cannot perform operation because the wildcard path {path} did not resolve to a file."
        error_id, kind = "FileOpenFailure", "System.IO.FileNotFoundException"
    else:
        text = "Cannot perform operation because the path resolved to more than one file. This command cannot operate "
        text += "on multiple files."
        error_id, kind = "ReadWriteMultipleFilesNotSupported", "System.InvalidOperationException"
    raise runtime_error(error_id, text, ErrorCategory.INVALID_ARGUMENT, kind)


def files_at(call: UtilityCall, paths: Sequence[str], *, literal: bool) -> Iterator[Place]:
    """What the paths mean; one that leads nowhere is an error of its own."""
    for path in paths:
        try:
            places = resolve(call.session, path, literal=literal)
        except PowerShellError as error:
            call.write_error(error)
        else:
            yield from places


def open_writer(
    session: Session,
    place: Place,
    encoding: TextEncoding = UTF8,
    *,
    append: bool = False,
    force: bool = False,
    no_clobber: bool = False,
) -> FileWriter:
    """A writer for the file; refuses what is read-only without `force`, and what is there with `no_clobber`."""
    writer = FileWriter(session, place, encoding, append=append)
    if no_clobber and not append and writer.replaces:
        raise runtime_error(
            "NoClobber",
            f"The file '{place.shown}' already exists.",
            ErrorCategory.RESOURCE_EXISTS,
            "System.IO.IOException",
            target=place.shown,
        )
    demand_writable(writer, place, force=force)
    return writer


def demand_writable(writer: FileWriter, place: Place, *, force: bool) -> None:
    """Refuse a read-only file, or with `force` let it be written."""
    if not writer.is_refused:
        return
    if not force:
        raise runtime_error(
            "FileOpenFailure",
            f"Access to the path '{place.shown}' is denied.",
            ErrorCategory.OPEN_ERROR,
            "System.UnauthorizedAccessException",
            target=place.shown,
        )
    writer.permit()


class TextOutput:
    """A file that takes objects as the screen would show them."""

    def __init__(
        self,
        session: Session,
        path: str,
        encoding: TextEncoding = UTF8,
        *,
        literal: bool = False,
        append: bool = False,
        force: bool = False,
        no_clobber: bool = False,
        width: int | None = None,
        line_end: str = LINE_END,
    ) -> None:
        self._session = session
        self._width = width or session.host.width
        self._line_end = line_end
        place = one_place(session, path, literal=literal)
        self._writer = open_writer(session, place, encoding, append=append, force=force, no_clobber=no_clobber)
        self._formatter: Formatter | None = None

    def add(self, value: Value) -> None:
        """Draw an object; a plain text is a line as it is."""
        if self._formatter is None:
            if type(value) is str:
                self._line(value)
                return
            self._formatter = self._drawn()
        self._formatter.add(value)

    def _drawn(self) -> Formatter:
        from msolemu.formatting.choice import Formatter
        from msolemu.formatting.console import context_of

        return Formatter(context_of(self._session), self._width, self._line)

    def _line(self, text: str) -> None:
        self._writer.write(text + self._line_end)

    def close(self) -> None:
        """Draw what waits, and write the file."""
        if self._formatter is not None:
            self._formatter.finish()
        self._writer.close()
