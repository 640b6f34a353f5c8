"""Files as cmdlets reach them: paths resolved by PowerShell's rules, texts read and written.

Everything goes through the session's `Locations`, which keep scripts inside the folders that they may touch. A file
that is replaced is replaced when its writer is closed, whole or not at all; what is appended is written at once.
"""

from __future__ import annotations

import contextlib
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msolemu.runtime.errors.records import ErrorCategory, StatementError, runtime_error
from msolemu.runtime.filesystem.locations import Locations, MadeDrive, Place
from msolemu.runtime.text.encodings import UTF8, TextEncoding, decoded
from msolemu.runtime.text.wildcard import WildcardPattern, has_wildcards, unescape

if TYPE_CHECKING:
    from msolemu.runtime.state.session import Session

_NAMED_DRIVE = re.compile(r"([^:\\/\s][^:\\/]*):(?!:)")
_ROOTED = re.compile(r"[^\\/]*:|[~\\/]")
_OPEN = "FileOpenFailure"
_TEMPORARY = ".msolemu-writing"
_FIRST = 1024


class MadeDrives(dict[str, MadeDrive]):
    """The drives that New-PSDrive made, by lower-case name."""


def locations_of(session: Session) -> Locations:
    """The locations of a session; one without any starts at the host's working folder."""
    if session.locations is None:
        session.locations = Locations(str(Path.cwd()), lambda: str(Path.cwd()))
    return session.locations


def place_of(session: Session, path: str) -> Place:
    """The place of a path as it was typed, wildcards taken literally; an unknown drive is an error."""
    locations = locations_of(session)
    named = _NAMED_DRIVE.match(path) if ":" in path else None
    if named and "::" not in path:
        made = session.state(MadeDrives).get(named[1].lower())
        if made is not None:
            inside = path[named.end() :].lstrip("\\/")
            return locations.on_made(made, locations.join(made.root, inside) if inside else made.root)
        if len(named[1]) > 1:
            raise drive_not_found(named[1])
    made = locations.current.made
    return locations.place(path) if made is None or _ROOTED.match(path) else locations.on_made(made, path)


def drive_not_found(name: str) -> StatementError:
    """The error for a drive that the session does not have."""
    return runtime_error(
        "DriveNotFound",
        f"Cannot find drive. A drive with the name '{name}' does not exist.",
        ErrorCategory.OBJECT_NOT_FOUND,
        "System.Management.Automation.DriveNotFoundException",
        target=name,
    )


def path_not_found(shown: str) -> StatementError:
    """The error for a path that leads nowhere."""
    error = runtime_error(
        "PathNotFound",
        f"Cannot find path '{shown}' because it does not exist.",
        ErrorCategory.OBJECT_NOT_FOUND,
        "System.Management.Automation.ItemNotFoundException",
        target=shown,
    )
    error.record.exception.extra["ItemName"] = shown
    return error


def child_of(place: Place, name: str) -> Place:
    """The place of an entry of a folder."""
    shown = place.shown if place.shown.endswith(("\\", "/")) else place.shown + place.separator
    return Place(shown + name, os.path.join(place.host, name), place.emulated, made=place.made)  # noqa: PTH118  (places are strings)


def exists(session: Session, place: Place) -> bool:
    """Whether something is there; what lies outside the session's folders is refused."""
    return os.path.lexists(locations_of(session).checked(place))


def is_folder(place: Place) -> bool:
    """Whether a folder is there."""
    return Path(place.host).is_dir()


def entries(session: Session, folder: Place) -> list[Place]:
    """What a folder holds: folders first, each kind by name as the culture orders it."""
    from msolemu.runtime.operations.comparison import collation_key

    try:
        with os.scandir(locations_of(session).checked(folder)) as found:
            listed = [(not entry.is_dir(), collation_key(entry.name), entry.name) for entry in found]
    except OSError:
        return []
    return [child_of(folder, name) for _, _, name in sorted(listed) if not name.endswith(_TEMPORARY)]


def resolve(session: Session, path: str, *, literal: bool = False, hidden: bool = False) -> list[Place]:
    """The places that exist and that a path means; without wildcards a missing one is an error.

    A pattern means what is hidden only where that is wanted, or where the pattern itself begins with a dot.
    """
    if literal or not has_wildcards(path):
        place = place_of(session, path if literal else unescape(path))
        if not exists(session, place):
            raise path_not_found(place.shown) if _has_drive(session, place) else drive_not_found(place.shown[0])
        return [place]
    return list(_expanded(session, path, hidden=hidden))


def _has_drive(session: Session, place: Place) -> bool:
    """Whether the drive of a path is there: C: always is, another of the workspace once it holds something."""
    if not place.emulated or place.shown[1:2] != ":" or place.shown[0].upper() == "C":
        return True
    return Path(locations_of(session).place(place.shown[:2] + "\\").host).is_dir()


def _expanded(session: Session, path: str, *, hidden: bool) -> Iterator[Place]:
    parts = re.split(r"[\\/]", path)
    first = next(index for index, part in enumerate(parts) if has_wildcards(part))
    head = "/".join(parts[:first])
    base = place_of(session, f"{head}/" if head or first else ".")
    yield from _matching(session, base, parts[first:], hidden=hidden)


def _matching(session: Session, base: Place, parts: list[str], *, hidden: bool) -> Iterator[Place]:
    if not parts:
        yield base
        return
    first, *rest = parts
    if not has_wildcards(first):
        place = child_of(base, unescape(first)) if first else base
        if exists(session, place):
            yield from _matching(session, place, rest, hidden=hidden)
        return
    pattern = WildcardPattern(first)
    seen = hidden or first.startswith(".")
    for place in entries(session, base):
        name = Path(place.host).name
        if pattern.matches(name) and (seen or not name.startswith(".")):
            yield from _matching(session, place, rest, hidden=hidden)


def read_bytes(session: Session, place: Place) -> bytes:
    """The content of a file; what cannot be opened is an error."""
    try:
        return Path(locations_of(session).checked(place)).read_bytes()
    except OSError as error:
        raise open_failure(error, place) from error


def read_text(session: Session, place: Place, encoding: TextEncoding | None = None) -> str:
    """The text of a file: by its byte order mark, else the encoding asked for, else UTF-8."""
    return decoded(read_bytes(session, place), encoding)


def open_failure(error: OSError, place: Place) -> StatementError:
    """The error for a file that cannot be opened."""
    shown = place.shown
    category = ErrorCategory.OPEN_ERROR
    if isinstance(error, FileNotFoundError) and Path(place.host).parent.is_dir():
        kind, text = "FileNotFoundException", f"Could not find file '{shown}'."
    elif isinstance(error, FileNotFoundError | NotADirectoryError):
        kind, text = "DirectoryNotFoundException", f"Could not find a part of the path '{shown}'."
    elif isinstance(error, PermissionError | IsADirectoryError):
        kind, text = "UnauthorizedAccessException", f"Access to the path '{shown}' is denied."
    elif isinstance(error, FileExistsError):
        text = f"Cannot create '{shown}' because a file or directory with the same name already exists."
        kind = "IOException"
    else:
        kind, text = "IOException", f"{error.strerror or 'The file cannot be opened'}. : '{shown}'"
    name = f"System.{kind}" if kind.startswith("Unauthorized") else f"System.IO.{kind}"
    return runtime_error(_OPEN, text, category, name, target=shown)


class FileWriter:
    """Writes one file. Closing it makes the text count; `discard` leaves the old file as it was."""

    def __init__(self, session: Session, place: Place, encoding: TextEncoding = UTF8, *, append: bool = False) -> None:
        self._session = session
        self._place = place
        self._encoding = encoding
        self._append = append
        self._parts: list[bytes] = []
        self._permitted = False
        self._host = locations_of(session).checked(place, writing=True)
        self._found = self._look()
        if not append or self._found is None or not self._found.st_size:
            self._parts.append(encoding.preamble)

    def _look(self) -> os.stat_result | None:
        """What is there: a file, or nothing in a folder that is there."""
        try:
            found = os.stat(self._host)  # noqa: PTH116  (appending line by line, a Path costs more than the rest)
        except FileNotFoundError as error:
            if Path(self._host).parent.is_dir():
                return None
            raise open_failure(error, self._place) from error
        except OSError as error:
            raise open_failure(error, self._place) from error
        if stat.S_ISDIR(found.st_mode):
            raise open_failure(IsADirectoryError(self._host), self._place)
        return found

    @property
    def replaces(self) -> bool:
        """Whether the file was there before."""
        return self._found is not None

    def read_start(self) -> bytes:
        """The first lines of what is there: all of it where it is short or has no line break near its start."""
        if self._found is None or not self._found.st_size:
            return b""
        try:
            with open(self._host, "rb", buffering=0) as file:  # noqa: PTH123  (the same)
                start = file.read(_FIRST)
                found = start.rfind(b"\n")
                return start + file.read() if found < 0 else start if len(start) < _FIRST else start[: found + 1]
        except OSError as error:
            raise open_failure(error, self._place) from error

    @property
    def is_refused(self) -> bool:
        """Whether the file that is there may only be read."""
        return self._found is not None and not self._found.st_mode & stat.S_IWUSR

    def permit(self) -> None:
        """Let the file that is there be written."""
        if self._found is not None:
            Path(self._host).chmod(self._found.st_mode | stat.S_IWUSR)
            self._permitted = True

    def write(self, text: str) -> None:
        """Add text."""
        self._parts.append(self._encoding.encode(text))

    def write_bytes(self, content: bytes) -> None:
        """Add bytes as they are."""
        self._parts.append(content)

    def close(self) -> None:
        """Put what was written into the file, at once."""
        content = b"".join(self._parts)
        try:
            if self._append:
                with open(self._host, "ab") as file:  # noqa: PTH123  (the same)
                    file.write(content)
            else:
                _replace(Path(self._host), content)
            if self._permitted and self._found is not None:
                Path(self._host).chmod(self._found.st_mode)
            touch(self._session, self._host)
        except OSError as error:
            raise open_failure(error, self._place) from error


def _replace(host: Path, content: bytes) -> None:
    if not host.exists():
        host.write_bytes(content)
        return
    if host.is_symlink() or not os.access(host, os.W_OK):
        with host.open("r+b") as file:
            file.truncate()
            file.write(content)
        return
    beside = host.with_name(host.name + _TEMPORARY)
    try:
        beside.write_bytes(content)
        with contextlib.suppress(OSError):
            beside.chmod(host.stat().st_mode)
        beside.replace(host)
    finally:
        beside.unlink(missing_ok=True)


def touch(session: Session, host: Path | str) -> None:
    """Let a file that was written bear lab time."""
    if session.clock.is_host:
        return
    moment = session.clock.now().timestamp()
    with contextlib.suppress(OSError):
        os.utime(host, (moment, moment))
