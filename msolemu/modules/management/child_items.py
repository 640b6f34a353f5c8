"""Get-ChildItem."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Fixed, Output, Parameter, Switch
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.management.parameters import LITERALLY, Choice, ManagementCall
from msolemu.modules.management.providers import drive_of, matching
from msolemu.runtime.errors.records import PowerShellError
from msolemu.runtime.filesystem.files import entries, is_folder, place_of, resolve
from msolemu.runtime.filesystem.locations import Place
from msolemu.runtime.text.wildcard import WildcardPattern, has_wildcards
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

    @property
    def deepest(self) -> int:
        """How many levels below the first are listed."""
        if self.depth is not None:
            return int(self.depth)
        return 2**31 if self.recurse else 0

    def takes(self, item: FileSystemItem) -> bool:
        """Whether an item is listed."""
        folder = isinstance(item, FolderItem)
        if (self.directory and not self.file and not folder) or (self.file and not self.directory and folder):
            return False
        if self.system or (self.read_only and not item.is_read_only):
            return False
        return self.shows(item) and self.takes_name(item.name)

    def shows(self, item: FileSystemItem) -> bool:
        """Whether an item that may be hidden is shown."""
        return item.is_hidden if self.hidden else (self.force or not item.is_hidden)


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
    if on_drive is not None:
        drive, name = on_drive
        for found in matching(call.session, drive, name or "*", literal=literal and bool(name)):
            if listing.takes_name(found):
                yield found if listing.name else drive.shown(call.session, found)
        return
    if listing.include and not listing.recurse and not has_wildcards(path):
        return
    pattern = has_wildcards(path) and not literal
    if pattern and listing.recurse:
        yield from _below_pattern(call, path, listing)
        return
    for place in resolve(call.session, path, literal=literal):
        if not is_folder(place):
            if listing.takes(file_item(place)):
                yield from _shown(place, "", listing)
        elif pattern and listing.recurse is False and listing.depth is None and _is_last(path):
            yield from _matched_folder(call, place, listing)
        else:
            yield from _inside(call, place, "", listing, 0)


def _is_last(path: str) -> bool:
    return has_wildcards(path.rstrip("\\/").replace("\\", "/").rpartition("/")[2])


def _matched_folder(call: ManagementCall, place: Place, listing: Listing) -> Iterator[Value]:
    """A folder that a pattern matched is listed itself, as one of those that match."""
    if listing.takes(file_item(place)):
        yield from _shown(place, "", listing)


def _below_pattern(call: ManagementCall, path: str, listing: Listing) -> Iterator[Value]:
    """`dir *.txt -Recurse`: the pattern is looked for in every folder below."""
    head, _, last = path.replace("\\", "/").rpartition("/")
    if has_wildcards(head):
        for place in resolve(call.session, path):
            yield from _inside(call, place, "", listing, 0)
        return
    pattern = WildcardPattern(last)
    start = place_of(call.session, head or ("/" if path.startswith("/") else "."))
    for item, relative in _walk(call, start, "", listing, 0):
        if pattern.matches(item.name) and listing.takes(item):
            yield from _shown(item.place, relative, listing)


def _inside(call: ManagementCall, folder: Place, relative: str, listing: Listing, level: int) -> Iterator[Value]:
    for item, inner in _walk(call, folder, relative, listing, level):
        if listing.takes(item):
            yield from _shown(item.place, inner, listing)


def _walk(
    call: ManagementCall, folder: Place, relative: str, listing: Listing, level: int
) -> Iterator[tuple[FileSystemItem, str]]:
    """Everything in a folder, then what is in the folders below; with the path as seen from the first."""
    below: list[tuple[Place, str]] = []
    for place in entries(call.session, folder):
        item = file_item(place)
        inner = f"{relative}{item.name}"
        yield item, inner
        visible = listing.force or not item.is_hidden
        if isinstance(item, FolderItem) and visible and (listing.follow_symlink or not item.path.is_symlink()):
            below.append((place, inner + place.separator))
    if level < listing.deepest:
        for place, inner in below:
            yield from _walk(call, place, inner, listing, level + 1)


def _shown(place: Place, relative: str, listing: Listing) -> Iterator[Value]:
    yield (relative or Path(place.host).name) if listing.name else file_item(place)
