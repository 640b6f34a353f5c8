"""Get-ChildItem."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Fixed, Output, Parameter, Switch
from msolemu.foundation.dataclass import dataclass, replace
from msolemu.modules.management.attribute_filter import ATTRIBUTES, AttributeFilter, attribute_filter
from msolemu.modules.management.named_values import Drive
from msolemu.modules.management.parameters import LITERALLY, Choice, ManagementCall
from msolemu.modules.management.providers import drive_of, matching, spelled
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError
from msolemu.runtime.filesystem.files import entries, is_folder, locations_of, open_failure, path_not_found, resolve
from msolemu.runtime.filesystem.locations import Place
from msolemu.runtime.text.wildcard import has_wildcards, unescape
from msolemu.runtime.types.file_items import FileSystemItem, FolderItem, file_item
from msolemu.runtime.values.objects import Value

get_child_item = Cmdlet(
    "Get-ChildItem",
    "Lists what is in folders, or the names of a drive.",
    aliases=("dir", "gci", "ls"),
    examples={
        "Set-Content a.txt 'x'; Get-ChildItem *.txt -Name": "Lists names.",
        "Get-ChildItem Env: | Select-Object -First 1 | Out-Null": "Lists the environment.",
    },
)


@dataclass(frozen=True, kw_only=True)
class Listing(Choice):
    """What is listed."""

    filter: Annotated[str | None, Parameter("A pattern for names, with * and ?.", position=1)] = None
    recurse: Annotated[Switch, Parameter("Also what is in folders below.", aliases=("s", "r"))] = False
    depth: Annotated[int | None, Parameter("How far down.", type="System.UInt32")] = None
    force: Annotated[Switch, Parameter("Also what is hidden.")] = False
    name: Annotated[Switch, Parameter("Only the names.")] = False
    follow_symlink: Annotated[Switch, Parameter("Also below links to folders.")] = False
    directory: Annotated[Switch, Parameter("Only folders.", aliases=("ad",))] = False
    file: Annotated[Switch, Parameter("Only files.", aliases=("af",))] = False
    hidden: Annotated[Switch, Parameter("Only what is hidden.", aliases=("ah", "h"))] = False
    read_only: Annotated[Switch, Parameter("Only what is read-only.", aliases=("ar",))] = False
    system: Annotated[Switch, Parameter("Only what belongs to the system; nothing does.", aliases=("as",))] = False
    attributes: Annotated[
        AttributeFilter | None,
        Parameter(
            "What attributes it has: comma is or, plus is and, ! is not.",
            type=f"System.Management.Automation.FlagsExpression`1[{ATTRIBUTES}]",
            convert=attribute_filter,
        ),
    ] = None

    @property
    def deepest(self) -> int:
        """How many levels below the first are listed."""
        if self.depth is not None:
            return int(self.depth)
        return 2**31 if self.recurse else 0

    def takes(self, item: FileSystemItem) -> bool:
        """Whether an item is listed."""
        folder = isinstance(item, FolderItem)
        if (self.directory and not folder) or (self.file and folder):
            return False
        if self.system or (self.read_only and not item.is_read_only):
            return False
        if self.attributes is not None and not self.attributes.takes(item.attributes):
            return False
        return self.shows(item) and self.takes_name(item.name)

    def shows(self, item: FileSystemItem) -> bool:
        """Whether an item that may be hidden is shown."""
        named = self.attributes is not None and self.attributes.names_hidden
        return item.is_hidden if self.hidden else (self.force or named or not item.is_hidden)


@get_child_item.parameter_set("LiteralItems", LITERALLY)
@get_child_item.parameter_set("Items", default=True)
def listed(
    call: ManagementCall,
    listing: Listing,
    path: Annotated[
        list[str] | None, Parameter("The paths; wildcards count.", position=0, from_pipeline=True, from_property=True)
    ] = None,
    literal: Fixed = False,
) -> Output[Value]:
    """Folders come before files, each kind by name. Names that begin with a dot are hidden."""
    for one in path or ["."]:
        try:
            yield from _of_path(call, one, listing, literal=literal)
        except PowerShellError as error:
            call.write_error(error)


def _of_path(call: ManagementCall, path: str, listing: Listing, *, literal: bool) -> Iterator[Value]:
    on_drive = drive_of(call.session, path)
    pattern = has_wildcards(path) and not literal
    if listing.include and not listing.recurse and not pattern:
        return
    if on_drive is not None:
        yield from _of_drive(call, *on_drive, listing, literal=literal)
        return
    if path.replace("\\", "/").rpartition("/")[2] == "*" and pattern:
        path, pattern = path[:-1] or ".", has_wildcards(path[:-1])
    places = resolve(call.session, path, literal=literal)
    if pattern and listing.deepest and not (places and all(map(is_folder, places))):
        yield from _below_pattern(call, path, listing)
        return
    for place in places:
        if not is_folder(place) or (pattern and not listing.deepest and _is_last(path)):
            if listing.takes(file_item(place)):
                yield from _shown(place, "", listing)
        else:
            yield from _inside(call, place, listing, at_once=pattern)


def _of_drive(call: ManagementCall, drive: Drive, name: str, listing: Listing, *, literal: bool) -> Iterator[Value]:
    """The names of a drive; one that is not there is told without the drive."""
    plain = name if literal else unescape(name)
    if name and (literal or not has_wildcards(name)) and spelled(call.session, drive, plain) is None:
        raise path_not_found(plain)
    for found in matching(call.session, drive, name or "*", literal=literal and bool(name)):
        if listing.takes_name(found):
            yield found if listing.name else drive.shown(call.session, found)


def _is_last(path: str) -> bool:
    return has_wildcards(path.rstrip("\\/").replace("\\", "/").rpartition("/")[2])


def _below_pattern(call: ManagementCall, path: str, listing: Listing) -> Iterator[Value]:
    """`dir *.txt -Recurse`: the pattern is looked for in every folder below."""
    head, _, last = path.replace("\\", "/").rpartition("/")
    wanted = replace(listing, include=[last])
    for start in resolve(call.session, head or ("/" if path.startswith("/") else ".")):
        yield from _inside(call, start, wanted)


def _inside(call: ManagementCall, folder: Place, listing: Listing, *, at_once: bool = False) -> Iterator[Value]:
    """What is in a folder, and below it. A choice of names goes into each folder at once, else all of one folder come
    before what is in those below; -Name always keeps that order."""
    at_once = (at_once or bool(listing.include or listing.exclude)) and not listing.name
    for item, relative in _walk(call, folder, "", listing, 0, at_once=at_once):
        if listing.takes(item):
            yield from _shown(item.place, relative, listing)


def _walk(
    call: ManagementCall, folder: Place, relative: str, listing: Listing, level: int, *, at_once: bool
) -> Iterator[tuple[FileSystemItem, str]]:
    """Everything in a folder and below, with the path as seen from the first."""
    below: list[tuple[Place, str]] = []
    for place in _entries(call, folder):
        item = file_item(place)
        inner = f"{relative}{item.name}"
        yield item, inner
        if level >= listing.deepest or not _is_entered(item, listing):
            continue
        if at_once:
            yield from _walk(call, place, inner + place.separator, listing, level + 1, at_once=True)
        else:
            below.append((place, inner + place.separator))
    for place, inner in below:
        yield from _walk(call, place, inner, listing, level + 1, at_once=False)


def _is_entered(item: FileSystemItem, listing: Listing) -> bool:
    seen = listing.force or not item.is_hidden
    return isinstance(item, FolderItem) and seen and (bool(listing.follow_symlink) or not item.path.is_symlink())


def _entries(call: ManagementCall, folder: Place) -> list[Place]:
    """What a folder holds; one that may not be read is an error of its own."""
    try:
        os.scandir(locations_of(call.session).checked(folder)).close()
    except PermissionError as error:
        found = open_failure(error, folder)
        found.record.error_id, found.record.category = "DirUnauthorizedAccessError", ErrorCategory.PERMISSION_DENIED
        call.write_error(found)
        return []
    return entries(call.session, folder)


def _shown(place: Place, relative: str, listing: Listing) -> Iterator[Value]:
    yield (relative or Path(place.host).name) if listing.name else file_item(place)
