"""Where paths lead: the host's folders, and the emulated drives that live in the workspace.

Relative paths start at the current location, at first the host's working folder, and may use `\\` or `/`. A path
with a drive letter lives below the drives folder of the workspace; there names ignore case and `\\` separates.
On Windows a drive path inside the working folder, the script's folder or an allowed folder is the host's own.

Reading and writing stay inside these folders and the workspace: `checked` refuses what exists elsewhere.
"""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Callable, Iterable
from types import ModuleType

from msolemu.foundation.dataclass import dataclass, field, replace
from msolemu.foundation.pattern import pattern
from msolemu.runtime.errors.records import ErrorCategory, runtime_error

_DRIVE = pattern(r"([A-Za-z]):(?:[\\/]|$)")
_PROVIDER = pattern(r"(?:Microsoft\.PowerShell\.Core\\)?FileSystem::", re.IGNORECASE)
_SEPARATORS = pattern(r"[\\/]+")
_SHARES = "UNC"


@dataclass(frozen=True, slots=True)
class MadeDrive:
    """A drive that New-PSDrive made: its name, the path of the folder that it stands for, and what it is for."""

    name: str
    root: str
    description: str = ""

    def holds(self, shown: str) -> bool:
        """Whether a path leads into the folder."""
        root = self.root.rstrip("\\/").lower()
        return shown.lower() == self.root.lower() or shown.lower().startswith((root + "\\", root + "/"))


@dataclass(frozen=True, slots=True)
class Place:
    """One path: as the session shows it, where it is on the host, and whether it lies on an emulated drive."""

    shown: str
    host: str
    emulated: bool
    drive: str = ""
    """The drive of named values (`Env`) whose root this is; empty for a place of files."""
    made: MadeDrive | None = field(default=None, compare=False)
    """The made drive by which the session names the place."""

    @property
    def path(self) -> str:
        """The path as the session names it: on the made drive, if it was reached by one."""
        if self.made is None or not self.made.holds(self.shown):
            return self.shown
        inside = self.shown[len(self.made.root) :].lstrip("\\/")
        return f"{self.made.name}:{self.separator}{inside}"

    @property
    def separator(self) -> str:
        """What separates its parts on the screen."""
        return "\\" if self.emulated else os.sep


class Locations:
    """The current location and the folders that a session may touch.

    `drives` gives the folder of the emulated drives, made when a path first leads there. `flavour` is the path module
    of the host (`posixpath` or `ntpath`); `roots` are the folders besides the workspace.
    """

    def __init__(
        self,
        working_folder: str,
        drives: Callable[[], str],
        roots: Iterable[str] = (),
        flavour: ModuleType = os.path,
    ) -> None:
        self._path = flavour
        self._make_drives = drives
        self._roots = [working_folder, *roots]
        self._real_roots: tuple[str, ...] = ()
        """Where the first roots really are; more may have come since."""
        self._real_folders: dict[str, str] = {}
        self.current = Place(working_folder, working_folder, emulated=False)
        """The folder that paths of files start at."""
        self.drive = ""
        """The drive of named values (`Env`) that the session stands on; empty when it stands in a folder."""
        self.stacks: dict[str, list[Place]] = {}
        """The locations that Push-Location keeps, by the stack's name."""

    def allow(self, folder: str) -> None:
        """Adds a folder to those that the session may touch: the folder of a script that runs."""
        self._roots.append(folder)

    @functools.cached_property
    def _drives(self) -> str:
        folder = self._make_drives()
        self._roots.append(folder)
        return folder

    def place(self, path: str) -> Place:
        """The place of a path; nothing is looked up but the spelling of names on emulated drives."""
        if ":" in path:
            path = _PROVIDER.sub("", path, count=1)
            drive = _DRIVE.match(path)
            if drive:
                return self._drive_place(drive.group(1).upper(), path[drive.end() :], path)
        if path.startswith(("\\\\", "//")):
            return self._on_drive(_SHARES, _SEPARATORS.split(path)[1:], "\\\\")
        if path[:1] == "~" and path[1:2] in ("", "/", "\\"):
            path = self._path.expanduser("~") + path[1:]
        if self.current.emulated:
            return self._beside_emulated(path)
        return self._host_place(self._path.join(self.current.host, self._native(path)))

    @property
    def here(self) -> Place:
        """Where the session stands: the current folder, or the root of a drive of named values."""
        return self.root_of(self.drive) if self.drive else self.current

    def root_of(self, drive: str) -> Place:
        """The root of a drive of named values."""
        return Place(f"{drive}:{self._path.sep}", "", emulated=False, drive=drive)

    def on_made(self, made: MadeDrive, path: str) -> Place:
        """A place on a made drive, whose root is the top: nothing leads out of it."""
        place = self.place(path)
        return replace(place if made.holds(place.shown) else self.place(made.root), made=made)

    def enter(self, place: Place) -> None:
        """Makes a place the current location; paths of files start at the last folder where it is none."""
        self.drive = place.drive
        if not place.drive:
            self.current = place

    def join(self, parent: str, child: str) -> str:
        """Two parts of a path as one, with the separator of the place that the first names."""
        separator = self.separator_of(parent)
        head, tail = parent.rstrip("\\/"), child.lstrip("\\/")
        return self.spelled(f"{head}{separator}{tail}")

    def spelled(self, path: str) -> str:
        """The path with the separators of the place that it names."""
        separator = self.separator_of(path)
        return path.replace("/" if separator == "\\" else "\\", separator)

    def separator_of(self, path: str) -> str:
        """What separates the parts of this path: `\\` on drives and shares, the host's elsewhere."""
        if _DRIVE.match(path) or path.startswith("\\\\"):
            return "\\"
        if self._path.isabs(path) or not self.current.emulated:
            return str(self._path.sep)
        return "\\"

    def checked(self, place: Place, *, writing: bool = False) -> str:
        """The host path, if the session may touch it or nothing is there; else refuses (PathOutsideWorkspace)."""
        if not self._inside(place.host):
            there = place.host if not writing else self._path.dirname(place.host)
            if self._path.exists(place.host) or self._path.exists(there):
                raise _outside(place)
        return place.host

    def _inside(self, host: str) -> bool:
        if len(self._real_roots) < len(self._roots):
            self._real_roots = tuple(map(self._real_folder, self._roots))
        return self._real(host).startswith(self._real_roots)

    def _real(self, path: str) -> str:
        """Where a path really leads, with a separator behind it."""
        folder, name = self._path.split(path)
        if not name or name in (".", "..") or self._path.islink(path):
            return self._resolved(path)
        return f"{self._real_folder(folder)}{self._path.normcase(name)}{self._path.sep}"

    def _real_folder(self, folder: str) -> str:
        """The same for a folder, looked up once: a script makes no links."""
        found = self._real_folders.get(folder)
        if found is None:
            found = self._real_folders[folder] = self._resolved(folder)
        return found

    def _resolved(self, path: str) -> str:
        return str(self._path.join(self._path.normcase(self._path.realpath(path)), ""))

    def _native(self, path: str) -> str:
        return path.replace("\\", "/") if self._path.sep == "/" else path.replace("/", "\\")

    def _host_place(self, path: str) -> Place:
        path = str(self._path.normpath(path))
        return Place(path, path, emulated=False)

    def _drive_place(self, letter: str, rest: str, path: str) -> Place:
        if self._path.sep == "\\" and self._inside(path):
            return self._host_place(path)
        return self._on_drive(letter, _SEPARATORS.split(rest), f"{letter}:\\")

    def _beside_emulated(self, path: str) -> Place:
        root, separator, inside = self.current.shown.partition(":\\")
        start = [] if path[:1] in ("\\", "/") else _SEPARATORS.split(inside)
        return self._on_drive(root, start + _SEPARATORS.split(path), root + separator)

    def _on_drive(self, folder: str, parts: list[str], prefix: str) -> Place:
        names: list[str] = []
        for part in parts:
            if part == "..":
                del names[-1:]
            elif part not in ("", "."):
                names.append(part)
        host = self._path.join(self._drives, folder)
        for index, name in enumerate(names):
            names[index] = actual = _spelling(host, name)
            host = self._path.join(host, actual)
        return Place(prefix + "\\".join(names), host, emulated=True)


def _spelling(folder: str, name: str) -> str:
    """The name as an entry of the folder spells it; as typed when there is none."""
    if os.path.lexists(os.path.join(folder, name)):  # noqa: PTH118  (strings, for both flavours)
        return name
    try:
        entries = os.listdir(folder)  # noqa: PTH208  (the same)
    except OSError:
        return name
    lowered = name.lower()
    return next((entry for entry in entries if entry.lower() == lowered), name)


def _outside(place: Place) -> Exception:
    return runtime_error(
        "PathOutsideWorkspace",
        f"Access to the path '{place.shown}' is refused: it lies outside the working folder, the script's folder and "
        f"the workspace. Start msolemu with --allow-path DIR to open a folder.",
        ErrorCategory.PERMISSION_DENIED,
        "System.UnauthorizedAccessException",
        target=place.shown,
    )
