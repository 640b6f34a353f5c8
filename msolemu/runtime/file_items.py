"""Files and folders as objects: System.IO.FileInfo and DirectoryInfo, with what PowerShell adds to them."""

from __future__ import annotations

import os
import stat
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msolemu.runtime.files import child_of
from msolemu.runtime.locations import Place
from msolemu.runtime.objects import Int64, Value
from msolemu.runtime.types.registry import OBJECT, declare

if TYPE_CHECKING:
    from collections.abc import Callable

    from msolemu.runtime.types.date_time import DateTime
    from msolemu.runtime.types.net_type import NetType

PROVIDER = "Microsoft.PowerShell.Core\\FileSystem"
_NEVER = datetime(1601, 1, 1, tzinfo=UTC)


class FileSystemItem:
    """System.IO.FileSystemInfo: what is at a place, looked up when it is asked for."""

    __slots__ = ("place", "shown_as")

    def __init__(self, place: Place, shown_as: str = "") -> None:
        self.place = place
        self.shown_as = shown_as or place.shown

    def __str__(self) -> str:
        return self.shown_as

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)

    @property
    def path(self) -> Path:
        """Where it is on the host."""
        return Path(self.place.host)

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.place.shown.rstrip("\\/").replace("\\", "/").rpartition("/")[2] or self.place.shown

    @property
    def exists(self) -> bool:
        """Whether it is still there."""
        return self.path.is_dir() if isinstance(self, FolderItem) else self.path.is_file()

    @property
    def extension(self) -> str:
        """The part of the name from its last dot on."""
        _, dot, last = self.name.rpartition(".")
        return dot + last if dot and last else ""

    @property
    def parent(self) -> str:
        """The folder that it is in."""
        shown = self.place.shown.rstrip("\\/")
        cut = max(shown.rfind("/"), shown.rfind("\\"))
        head = shown[:cut]
        return shown[: cut + 1] if not head or head.endswith(":") else head

    def state(self) -> os.stat_result | None:
        """What the host knows of it."""
        try:
            return self.path.stat()
        except OSError:
            return None

    def moment(self, which: str) -> datetime:
        """A time of the file; a file that is not there has that of 1601."""
        state = self.state()
        if state is None:
            return _NEVER
        seconds = {"write": state.st_mtime, "access": state.st_atime}.get(which)
        if seconds is None:
            seconds = getattr(state, "st_birthtime", min(state.st_ctime, state.st_mtime))
        return datetime.fromtimestamp(seconds, UTC)

    def put_moment(self, which: str, moment: datetime) -> None:
        """Set a time of the file; when it was made cannot be changed."""
        state = self.state()
        if state is None:
            return
        access = moment.timestamp() if which == "access" else state.st_atime
        write = moment.timestamp() if which == "write" else state.st_mtime
        os.utime(self.path, (access, write))

    @property
    def is_read_only(self) -> bool:
        """Whether the file may not be written."""
        state = self.state()
        return state is not None and not state.st_mode & stat.S_IWUSR

    @property
    def mode(self) -> str:
        """`d----`, `-a---`, `-ar--`, as PowerShell shows it."""
        folder = isinstance(self, FolderItem)
        link = "l" if self.path.is_symlink() else "d" if folder else "-"
        archive = "-" if folder or os.name != "nt" else "a"
        return f"{link}{archive}{'r' if self.is_read_only else '-'}{'h' if self.name.startswith('.') else '-'}-"

    @property
    def attributes(self) -> str:
        """The names of the file's attributes."""
        found = ["ReadOnly"] if self.is_read_only else []
        found += ["Hidden"] if self.name.startswith(".") else []
        found += ["Directory"] if isinstance(self, FolderItem) else []
        return ", ".join(found) or "Normal"


class FileItem(FileSystemItem):
    """System.IO.FileInfo."""

    __slots__ = ()

    @property
    def length(self) -> int:
        """The size in bytes."""
        state = self.state()
        return 0 if state is None else state.st_size


class FolderItem(FileSystemItem):
    """System.IO.DirectoryInfo."""

    __slots__ = ()


def file_item(place: Place) -> FileSystemItem:
    """The object for what is at a place."""
    return FolderItem(place) if Path(place.host).is_dir() else FileItem(place)


def _parent_item(item: FileSystemItem) -> FolderItem | None:
    if not item.parent or item.parent == item.place.shown:
        return None
    return FolderItem(Place(item.parent, str(item.path.parent), item.place.emulated))


def _root(item: FileSystemItem) -> FolderItem:
    shown = item.place.shown[:3] if item.place.emulated else item.path.anchor
    host = item.place.host[: -len(item.place.shown[3:]) or None] if item.place.emulated else item.path.anchor
    return FolderItem(Place(shown, host.rstrip("/") or "/", item.place.emulated))


def _time(which: str) -> Callable[[FileSystemItem], DateTime]:
    def read(item: FileSystemItem) -> DateTime:
        from msolemu.runtime.types.date_time import DateTime

        return DateTime.of(item.moment(which))

    return read


def _put_time(which: str) -> Callable[[FileSystemItem, Value], None]:
    def write(item: FileSystemItem, value: Value) -> None:
        from msolemu.runtime.conversion import convert
        from msolemu.runtime.types.registry import known_type

        item.put_moment(which, convert(value, known_type("System.DateTime")).to_datetime())

    return write


def _put_read_only(item: FileSystemItem, value: Value) -> None:
    mode = item.path.stat().st_mode
    item.path.chmod(mode & ~0o222 if value else mode | stat.S_IWUSR)


def _base_name(item: FileSystemItem) -> str:
    return item.name if isinstance(item, FolderItem) else item.name.removesuffix(item.extension)


SYSTEM_ITEM = declare("System.IO.FileSystemInfo", OBJECT, FileSystemItem)
FILE = declare("System.IO.FileInfo", SYSTEM_ITEM, FileItem)
FOLDER = declare("System.IO.DirectoryInfo", SYSTEM_ITEM, FolderItem)
_TEXT, _DATE, _TRUTH = "System.String", "System.DateTime", "System.Boolean"


def _declare_common(kind: NetType) -> None:
    for name, which in (("CreationTime", "creation"), ("LastAccessTime", "access"), ("LastWriteTime", "write")):
        kind.declare_property(name, _time(which), _DATE, _put_time(which))
        kind.declare_property(name + "Utc", _time(which), _DATE, _put_time(which))
    kind.declare_property("Exists", lambda item: item.exists, _TRUTH)
    kind.declare_property("Extension", lambda item: item.extension, _TEXT)
    kind.declare_property("FullName", lambda item: item.place.shown, _TEXT)
    kind.declare_property("Name", lambda item: item.name, _TEXT)
    kind.declare_property("LinkTarget", lambda item: None, _TEXT)
    kind.declare_property("Attributes", lambda item: item.attributes, _TEXT)


def _declare_added(kind: NetType) -> None:
    """What PowerShell's types and its provider add."""
    kind.declare_property("BaseName", _base_name, _TEXT)
    kind.declare_property("Mode", lambda item: item.mode, _TEXT)
    kind.declare_property("ModeWithoutHardLink", lambda item: item.mode, _TEXT)
    kind.declare_property("PSPath", lambda item: f"{PROVIDER}::{item.place.shown}", _TEXT)
    kind.declare_property("PSParentPath", lambda item: f"{PROVIDER}::{item.parent}", _TEXT)
    kind.declare_property("PSChildName", lambda item: item.name, _TEXT)
    kind.declare_property("PSIsContainer", lambda item: isinstance(item, FolderItem), _TRUTH)
    kind.declare_property("LastWriteTimeString", _shown_time, _TEXT)
    kind.declare_property("LengthString", lambda item: str(item.length) if isinstance(item, FileItem) else "", _TEXT)
    kind.declare_property("NameString", lambda item: item.name, _TEXT)


def _shown_time(item: FileSystemItem) -> str:
    from msolemu.runtime.text_operators import composite

    return composite("{0:d} {0:HH}:{0:mm}", [_time("write")(item)])


_declare_common(SYSTEM_ITEM)
FILE.declare_property("Length", lambda item: Int64(item.length), "System.Int64")
FILE.declare_property("DirectoryName", lambda item: item.parent, _TEXT)
FILE.declare_property("Directory", _parent_item, "System.IO.DirectoryInfo")
FILE.declare_property("IsReadOnly", lambda item: item.is_read_only, _TRUTH, _put_read_only)
FOLDER.declare_property("Parent", _parent_item, "System.IO.DirectoryInfo")
FOLDER.declare_property("Root", _root, "System.IO.DirectoryInfo")
_declare_added(SYSTEM_ITEM)


def children(folder: FolderItem) -> list[FileSystemItem]:
    """What is in a folder, by name."""
    names = sorted(one.name for one in Path(folder.place.host).iterdir())
    return [file_item(child_of(folder.place, name)) for name in names]
