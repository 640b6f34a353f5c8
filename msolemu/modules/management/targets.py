"""What the paths of a command mean: files and folders, or named values of a drive; one failure leaves the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msolemu.foundation.dataclass import dataclass
from msolemu.modules.management.parameters import Choice, ManagementCall
from msolemu.modules.management.providers import Drive, drive_of, matching
from msolemu.runtime.errors.records import PowerShellError
from msolemu.runtime.filesystem.files import resolve
from msolemu.runtime.filesystem.locations import Place
from msolemu.runtime.types.file_items import FileSystemItem, file_item
from msolemu.runtime.values.objects import Value

EVERYTHING = Choice()


@dataclass(frozen=True, slots=True)
class Named:
    """A name on one of the session's drives."""

    drive: Drive
    name: str

    @property
    def shown(self) -> str:
        """The name."""
        return self.name


Target = Place | Named


def is_file(target: Target) -> bool:
    """Whether a file is meant."""
    return isinstance(target, Place) and not Path(target.host).is_dir()


def item_of(call: ManagementCall, target: Target) -> FileSystemItem | Value:
    """The object for what is there."""
    if isinstance(target, Named):
        return target.drive.item(call.session, target.name)
    return file_item(target)


def targets(
    call: ManagementCall,
    paths: Sequence[str],
    choice: Choice = EVERYTHING,
    *,
    literal: bool = False,
) -> Iterator[Target]:
    """What the paths mean."""
    for path in paths:
        try:
            yield from targets_of(call, path, choice, literal=literal)
        except PowerShellError as error:
            call.write_error(error)


def targets_of(
    call: ManagementCall, path: str, choice: Choice = EVERYTHING, *, literal: bool = False
) -> Iterator[Target]:
    """What one path means; nothing there is an error."""
    on_drive = drive_of(call.session, path)
    if on_drive is not None:
        drive, name = on_drive
        for found in matching(call.session, drive, name, literal=literal):
            if choice.takes_name(found):
                yield Named(drive, found)
        return
    for place in resolve(call.session, path, literal=literal):
        if choice.takes_name(Path(place.host).name):
            yield place
