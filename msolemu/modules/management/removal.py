"""Remove-Item."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Fixed, Parameter, Switch
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.management.named_values import Change
from msolemu.modules.management.parameters import LITERALLY, Choice, Force, ManagementCall, Paths
from msolemu.modules.management.targets import Named, host_failure, is_in_use, refuse_in_use, targets
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError
from msolemu.runtime.filesystem.files import entries, is_folder, locations_of
from msolemu.runtime.filesystem.locations import Place
from msolemu.runtime.types.file_items import file_item

IO_ERROR = "System.IO.IOException"
_DENIED = (
    "You do not have sufficient access rights to perform this operation or the item is hidden, system, or read only."
)

remove_item = Cmdlet(
    "Remove-Item",
    "Removes files, folders and named values.",
    should_process=True,
    aliases=("ri", "rm", "del", "erase", "rd", "rmdir"),
    examples={
        "Set-Content a.txt 'x'; Remove-Item a.txt": "Removes a file.",
        "New-Item old/in -ItemType Directory -Force | Out-Null; Remove-Item old -Recurse": (
            "Removes a folder with all that is in it."
        ),
    },
)
Recurse = Annotated[Switch, Parameter("With all that is in folders.")]


@remove_item.parameter_set("LiteralPath", LITERALLY)
@remove_item.parameter_set("Path", default=True)
def remove(
    call: ManagementCall,
    path: Paths,
    choice: Choice,
    recurse: Recurse = False,
    force: Force = False,
    literal: Fixed = False,
) -> None:
    """A folder with something in it is asked about, unless -Recurse is said; what is hidden or read-only needs -Force.
    The folder that the session stands in stays."""
    removal = Removal(call, force)
    for target in list(targets(call, path, choice, literal=literal, hidden=force)):
        if isinstance(target, Named):
            _remove_named(call, target, Change(force))
        elif is_in_use(call, target):
            refuse_in_use(call, f"Cannot remove the item at '{target.path}' because it is in use.")
        elif recurse or not _has_children(call, target) or _confirmed(call, target):
            removal.item(target)


def _remove_named(call: ManagementCall, target: Named, change: Change) -> None:
    if target.name and call.should_process(f"Item: {target.name}", "Remove Item"):
        try:
            target.drive.remove(call.session, target.name, change)
        except PowerShellError as error:
            call.write_error(error)


def _has_children(call: ManagementCall, place: Place) -> bool:
    return is_folder(place) and not Path(place.host).is_symlink() and bool(entries(call.session, place))


def _confirmed(call: ManagementCall, place: Place) -> bool:
    return call.should_continue(
        f"The item at {place.shown} has children and the Recurse parameter was not specified. If you continue, all "
        "children will be removed with the item. Are you sure you want to continue?"
    )


@dataclass(frozen=True)
class Removal:
    """Takes files and folders away; what cannot be is an error of its own and leaves the folder that it is in."""

    call: ManagementCall
    force: bool

    def item(self, place: Place) -> None:
        """Remove a file, or a folder with all that is in it."""
        host = Path(locations_of(self.call.session).checked(place, writing=True))
        folder = host.is_dir() and not host.is_symlink()
        if not self.call.should_process(place.shown, "Remove Directory" if folder else "Remove File"):
            return
        if folder:
            self._content(place)
        if folder and any(host.iterdir()):
            text = f"Directory {place.shown} cannot be removed because it is not empty."
            item = file_item(place)
            self.call.write_error("DirectoryNotEmpty", text, ErrorCategory.WRITE_ERROR, IO_ERROR, target=item)
        elif not self.force and self._is_protected(place):
            self._denied(place)
        else:
            self._delete(host, place, folder=folder)

    def _content(self, folder: Place) -> None:
        for entry in entries(self.call.session, folder):
            host = Path(entry.host)
            if host.is_dir() and not host.is_symlink():
                self._content(entry)
                if any(host.iterdir()):
                    continue
            if not self.force and self._is_protected(entry):
                self._denied(entry)
            else:
                self._delete(host, entry, folder=host.is_dir() and not host.is_symlink())

    @staticmethod
    def _is_protected(place: Place) -> bool:
        item = file_item(place)
        return item.is_hidden or (item.is_read_only and not item.path.is_symlink())

    def _denied(self, place: Place) -> None:
        self.call.write_error(
            "RemoveFileSystemItemUnAuthorizedAccess",
            _DENIED,
            ErrorCategory.PERMISSION_DENIED,
            IO_ERROR,
            target=file_item(place),
            details=f"Cannot remove item {place.shown}: {_DENIED}",
        )

    def _delete(self, host: Path, place: Place, *, folder: bool) -> None:
        try:
            if folder:
                host.rmdir()
            else:
                host.unlink()
        except OSError as error:
            failure = host_failure(error, place, "RemoveFileSystemItem", place)
            failure.record.details = f"Cannot remove item {place.shown}: {failure.record.exception.message}"
            self.call.write_error(failure)
