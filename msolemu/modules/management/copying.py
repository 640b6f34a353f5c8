"""Copy-Item."""

from __future__ import annotations

import shutil
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Fixed, Output, Parameter, Switch
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.management.named_values import Change
from msolemu.modules.management.parameters import LITERALLY, Choice, Force, ManagementCall, PassThru, Paths
from msolemu.modules.management.providers import drive_of
from msolemu.modules.management.targets import Named, host_failure, inside, put_item, targets
from msolemu.runtime.errors.records import ErrorCategory
from msolemu.runtime.filesystem.files import child_of, entries, is_folder, locations_of, place_of
from msolemu.runtime.filesystem.locations import Place
from msolemu.runtime.text.wildcard import matches_any
from msolemu.runtime.types.file_items import file_item
from msolemu.runtime.values.objects import Value

IO_ERROR = "System.IO.IOException"
ARGUMENT_ERROR = "System.Management.Automation.PSArgumentException"

copy_item = Cmdlet(
    "Copy-Item",
    "Copies files and folders.",
    should_process=True,
    aliases=("copy", "cpi", "cp"),
    examples={"Set-Content a.txt 'x'; Copy-Item a.txt b.txt": "Copies a file."},
)
Destination = Annotated[str | None, Parameter("Where to.", position=1, from_property=True)]
Container = Annotated[Switch, Parameter("Keeps folders as folders; off, only their files are copied.")]
Recurse = Annotated[Switch, Parameter("With all that is in folders.")]


@copy_item.parameter_set("LiteralPath", LITERALLY)
@copy_item.parameter_set("Path", default=True)
def copy(
    call: ManagementCall,
    path: Paths,
    choice: Choice,
    destination: Destination = None,
    container: Container = True,
    force: Force = False,
    recurse: Recurse = False,
    pass_thru: PassThru = False,
    literal: Fixed = False,
) -> Output[Value]:
    """A folder is copied without what is in it, unless -Recurse is said. Files that are there are overwritten."""
    copying = Copying(call, recurse=recurse, force=force, exclude=tuple(choice.exclude or ()))
    for target in list(targets(call, path, choice, literal=literal, hidden=force)):
        if isinstance(target, Named):
            found = list(_named(call, target, destination or "", Change(force)))
        elif drive_of(call.session, destination or "") is not None:
            raise _not_same_provider(call)
        else:
            goal = place_of(call.session, destination or ".")
            found = list(copying.item(target, goal) if container else copying.flat(target, goal))
        yield from found if pass_thru else ()


def _named(call: ManagementCall, target: Named, destination: str, change: Change) -> Iterator[Value]:
    drive, goal = target.drive, drive_of(call.session, destination)
    if goal is None or goal[0] is not drive:
        raise _not_same_provider(call)
    if call.should_process(f"Item: {target.name} Destination: {goal[1]}", "Copy Item"):
        yield from put_item(call, drive, goal[1], drive.value(call.session, target.name), change)


def _not_same_provider(call: ManagementCall) -> Exception:
    text = "Source and destination path did not resolve to the same provider."
    return call.error("Argument", text, ErrorCategory.INVALID_ARGUMENT, ARGUMENT_ERROR)


@dataclass(frozen=True)
class Copying:
    """How files and folders are copied; each copy is given, one failure leaves the rest."""

    call: ManagementCall
    recurse: bool
    force: bool
    exclude: tuple[str, ...]

    def item(self, source: Place, goal: Place) -> Iterator[Value]:
        """Copy one item into a folder that is there, else under a new name."""
        if not is_folder(source):
            yield from self.file(source, goal)
        elif Path(goal.host).is_file():
            self._refuse("CopyContainerItemToLeafError", "Container cannot be copied onto existing leaf item.", source)
        elif self.recurse and _holds(source, inside(goal, source)):
            text = f"Destination path cannot be a subdirectory of the source: {goal.shown}."
            self.call.write_error(
                "CopyItemArgumentError", text, ErrorCategory.INVALID_ARGUMENT, IO_ERROR, target=goal.shown
            )
        else:
            yield from self.folder(source, inside(goal, source))

    def flat(self, source: Place, goal: Place) -> Iterator[Value]:
        """Copy the files of a folder, however deep, into one folder."""
        if not is_folder(source):
            yield from self.file(source, goal)
        elif self.recurse:
            for entry in entries(self.call.session, source):
                yield from self.flat(entry, goal)
        else:
            text = "Container cannot be copied to another container."
            text += " The -Recurse or -Container parameter is not specified."
            self._refuse("CopyContainerToContainerWithoutRecurseOrContainer", text, source)

    def _refuse(self, error_id: str, text: str, source: Place) -> None:
        self.call.write_error(error_id, text, ErrorCategory.INVALID_ARGUMENT, ARGUMENT_ERROR, target=source.shown)

    def folder(self, source: Place, goal: Place) -> Iterator[Value]:
        """Make a folder of that name, and copy what is in it where that is asked for."""
        if not self.call.should_process(f"Item: {source.shown} Destination: {goal.shown}", "Copy Directory"):
            return
        held = entries(self.call.session, source) if self.recurse else []
        yield from self._made(source, goal)
        for entry in sorted(held, key=is_folder):
            if is_folder(entry):
                yield from self.folder(entry, child_of(goal, Path(entry.host).name))
            else:
                yield from self.file(entry, goal)

    def _made(self, source: Place, goal: Place) -> Iterator[Value]:
        host = Path(locations_of(self.call.session).checked(goal, writing=True))
        if host.exists() and not self.force:
            text = f"An item with the specified name {goal.shown} already exists."
            self.call.write_error("DirectoryExist", text, ErrorCategory.RESOURCE_EXISTS, IO_ERROR, target=goal.shown)
            return
        try:
            host.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self.call.write_error(host_failure(error, goal, "CopyDirectoryInfoItem", source))
            return
        yield file_item(goal)

    def file(self, source: Place, goal: Place) -> Iterator[Value]:
        """Copy one file, into a folder if one is there."""
        goal = inside(goal, source)
        locations = locations_of(self.call.session)
        origin, host = Path(locations.checked(source)), Path(locations.checked(goal, writing=True))
        if host.exists() and host.samefile(origin):
            text = f"Cannot overwrite the item {goal.shown} with itself."
            self.call.write_error("CopyError", text, ErrorCategory.WRITE_ERROR, IO_ERROR, target=goal.shown)
            return
        if matches_any(origin.name, self.exclude):
            return
        if not self.call.should_process(f"Item: {source.shown} Destination: {goal.shown}", "Copy File"):
            return
        try:
            self._overwrite(host)
            shutil.copy2(origin, host)
        except OSError as error:
            self.call.write_error(host_failure(error, goal, "CopyFileInfoItem", source))
            return
        yield file_item(goal)

    def _overwrite(self, host: Path) -> None:
        """A file that may only be read is overwritten with -Force only."""
        if host.exists() and not host.stat().st_mode & stat.S_IWUSR:
            if not self.force:
                raise PermissionError
            host.chmod(host.stat().st_mode | stat.S_IWUSR)


def _holds(source: Place, goal: Place) -> bool:
    """Whether the goal lies in the folder that is the source."""
    return Path(source.host).resolve() in (Path(goal.host).resolve(), *Path(goal.host).resolve().parents)
