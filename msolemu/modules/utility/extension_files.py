"""Files that extend what is known of types, `.ps1xml`: which of them a cmdlet was given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msolemu.modules.utility.parameters import UtilityCall
from msolemu.runtime.errors.records import ErrorCategory, ErrorRecord, PowerShellError
from msolemu.runtime.filesystem.files import resolve
from msolemu.runtime.filesystem.locations import Place

EXTENSION = ".ps1xml"


def extension_files(call: UtilityCall, paths: Sequence[str], error_id: str, action: str) -> Iterator[Place]:
    """The files that paths mean and that shall be taken; what is no such file is an error, and the others are given."""
    for place in _found(call, paths, error_id):
        if not place.shown.lower().endswith(EXTENSION):
            text = (
                f'Cannot read the file "{place.shown}"  because it does not have the file name extension "{EXTENSION}".'
            )
            call.write_error("WrongExtension", text, ErrorCategory.INVALID_ARGUMENT, "System.InvalidOperationException")
        elif call.should_process(f"FileName: {place.shown}", action):
            yield place


def _found(call: UtilityCall, paths: Sequence[str], error_id: str) -> Iterator[Place]:
    for path in paths:
        try:
            yield from resolve(call.session, path)
        except PowerShellError as error:
            call.write_error(ErrorRecord(error.record.exception, error_id, ErrorCategory.INVALID_OPERATION, path))
