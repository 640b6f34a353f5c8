"""System.IO.Path: paths as text. Both separators count, for scripts of Windows run on every host."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

from msolemu.runtime.errors.net_errors import argument_error, null_argument
from msolemu.runtime.state import current
from msolemu.runtime.types.declaring import constants, static
from msolemu.runtime.types.registry import CHAR, known_type
from msolemu.runtime.values.objects import Char, TypedArray, Value

PATH = known_type("System.IO.Path")
SEPARATORS = "/\\"
DRIVE = re.compile(r"[A-Za-z]:")
INVALID_NAME = "\0/" if os.sep == "/" else '"<>|\0' + "".join(map(chr, range(1, 32))) + ":*?\\/"
constants(
    PATH,
    DirectorySeparatorChar=Char(os.sep),
    AltDirectorySeparatorChar=Char("/"),
    PathSeparator=Char(os.pathsep),
    VolumeSeparatorChar=Char("/" if os.sep == "/" else ":"),
)


def _last_separator(path: str) -> int:
    """Where the last separator stands; a backslash separates in paths of a drive and where the host has it."""
    marks = SEPARATORS if _is_windows(path) else "/"
    return max(path.rfind(mark) for mark in marks)


def _is_windows(path: str) -> bool:
    return os.sep == "\\" or DRIVE.match(path) is not None or path.startswith("\\\\")


def separator_of(path: str) -> str:
    """What joins the parts of a path: the backslash on a drive, the host's own elsewhere."""
    return "\\" if _is_windows(path) else os.sep


@static(PATH, "string GetFileName(string path)")
def get_file_name(path: str | None) -> str | None:
    """The last part."""
    return None if path is None else path[_last_separator(path) + 1 :]


@static(PATH, "string GetExtension(string path)")
def get_extension(path: str | None) -> str | None:
    """The extension with its dot, or nothing."""
    if path is None:
        return None
    name = path[_last_separator(path) + 1 :]
    dot = name.rfind(".")
    return "" if dot < 0 or dot == len(name) - 1 else name[dot:]


@static(PATH, "string GetFileNameWithoutExtension(string path)")
def get_stem(path: str | None) -> str | None:
    """The last part without its extension."""
    if path is None:
        return None
    name = path[_last_separator(path) + 1 :]
    dot = name.rfind(".")
    return name if dot < 0 else name[:dot]


@static(PATH, "bool HasExtension(string path)")
def has_extension(path: str | None) -> bool:
    """Whether there is an extension."""
    return bool(get_extension(path))


@static(PATH, "string ChangeExtension(string path, string extension)")
def change_extension(path: str | None, extension: str | None) -> str | None:
    """The path with another extension; null removes it."""
    if not path:
        return path
    end = _last_separator(path) + 1
    dot = path.rfind(".", end)
    stem = path if dot < 0 else path[:dot]
    if extension is None:
        return stem
    return stem + (extension if extension.startswith(".") else "." + extension)


@static(PATH, "string GetDirectoryName(string path)")
def get_directory_name(path: str | None) -> str | None:
    """Everything before the last part; null of a root."""
    if not path or path == get_path_root(path):
        return None if not path or path == get_path_root(path) else ""
    root = get_path_root(path) or ""
    end = _last_separator(path)
    if end < 0:
        return ""
    return path[: max(end, len(root))].rstrip(SEPARATORS if len(path[:end]) > len(root) else "") or root


@static(PATH, "string GetPathRoot(string path)")
def get_path_root(path: str | None) -> str | None:
    """`/`, `C:\\` or nothing."""
    if path is None:
        return None
    if DRIVE.match(path):
        return path[:3] if path[2:3] in ("/", "\\") and len(path) > 2 else path[:2]
    return path[0] if path[:1] == "/" or (path[:1] == "\\" and os.sep == "\\") else ""


@static(PATH, "bool IsPathRooted(string path)", "bool IsPathFullyQualified(string path)")
def is_path_rooted(path: str | None) -> bool:
    """Whether the path begins at a root."""
    return bool(get_path_root(path))


@static(
    PATH,
    "string Combine(string path1, string path2)",
    "string Combine(string path1, string path2, string path3)",
    "string Combine(string path1, string path2, string path3, string path4)",
)
def combine(*parts: str) -> str:
    """The parts joined; one that begins at a root drops what stands before it."""
    return combine_all(parts)


@static(PATH, "string Combine(Params string[] paths)")
def combine_all(parts: Sequence[str]) -> str:
    """The parts joined; one that begins at a root drops what stands before it."""
    joined = ""
    for part in parts:
        if part is None:
            raise null_argument("paths")
        if not part:
            continue
        joined = part if not joined or is_path_rooted(part) else _joined(joined, part)
    return joined


def _joined(left: str, right: str) -> str:
    return left + right if left[-1] in SEPARATORS else left + separator_of(left) + right


@static(
    PATH,
    "string Join(string path1, string path2)",
    "string Join(string path1, string path2, string path3)",
    "string Join(string path1, string path2, string path3, string path4)",
)
def join(*parts: str) -> str:
    """The parts joined, whatever they begin with."""
    return join_all(parts)


@static(PATH, "string Join(Params string[] paths)")
def join_all(parts: Sequence[str]) -> str:
    """The parts joined, whatever they begin with."""
    joined = ""
    for part in parts:
        if part:
            joined = part if not joined else joined + part if part[0] in SEPARATORS else _joined(joined, part)
    return joined


@static(PATH, "string GetFullPath(string path)", "string GetFullPath(string path, string basePath)")
def get_full_path(path: str | None, base: str | None = None) -> str:
    """The path from its root, without `.` and `..`."""
    if path is None:
        raise null_argument("path")
    if not path:
        raise argument_error("The path is empty.", "path")
    locations = current.session().locations
    here = base or (locations.current.shown if locations is not None else "/")
    return normal(path if is_path_rooted(path) else _joined(here, path))


def normal(path: str) -> str:
    """A rooted path without `.`, `..` and doubled separators."""
    root = get_path_root(path) or ""
    separator = separator_of(path)
    kept: list[str] = []
    for part in re.split(r"[/\\]+" if _is_windows(path) else "/+", path[len(root) :]):
        if part == "..":
            del kept[-1:]
        elif part not in ("", "."):
            kept.append(part)
    end = separator if path[-1:] in SEPARATORS and kept else ""
    return (root.replace("/", separator) if _is_windows(path) else root) + separator.join(kept) + end


@static(PATH, "string GetRelativePath(string relativeTo, string path)")
def get_relative_path(start: str, path: str) -> str:
    """The way from one path to another."""
    separator = separator_of(path)
    one = get_full_path(start).rstrip(SEPARATORS).split(separator)
    other = get_full_path(path).rstrip(SEPARATORS).split(separator)
    shared = 0
    while shared < min(len(one), len(other)) and one[shared] == other[shared]:
        shared += 1
    return separator.join([".."] * (len(one) - shared) + other[shared:]) or "."


@static(PATH, "string GetTempPath()")
def get_temp_path() -> str:
    """The folder for temporary files."""
    session = current.session()
    found = session.environment_value("TEMP") or "C:\\Temp"
    return found if found[-1] in SEPARATORS else found + separator_of(found)


@static(PATH, "string GetRandomFileName()")
def get_random_file_name() -> str:
    """Eight letters or digits, a dot, three more."""
    ids = current.session().ids
    units = "abcdefghijklmnopqrstuvwxyz012345"
    drawn = "".join(units[ids.number(0, 31)] for _ in range(11))
    return f"{drawn[:8]}.{drawn[8:]}"


@static(PATH, "string GetTempFileName()")
def get_temp_file_name() -> str:
    """The path of a new empty file for temporary content."""
    from msolemu.runtime.filesystem.files import FileWriter, place_of

    session = current.session()
    path = f"{get_temp_path()}tmp{get_random_file_name()[:6]}.tmp"
    FileWriter(session, place_of(session, path)).close()
    return path


@static(PATH, "bool EndsInDirectorySeparator(string path)")
def ends_in_separator(path: str | None) -> bool:
    """Whether the path ends in a separator."""
    return bool(path) and path is not None and path[-1] in SEPARATORS


@static(PATH, "string TrimEndingDirectorySeparator(string path)")
def trim_separator(path: str) -> str:
    """The path without a separator at its end; a root keeps it."""
    return path[:-1] if ends_in_separator(path) and path != get_path_root(path) else path


@static(PATH, "char[] GetInvalidFileNameChars()")
def invalid_name_chars() -> TypedArray:
    """What no file's name may hold."""
    return TypedArray(map(Char, INVALID_NAME), CHAR)


@static(PATH, "char[] GetInvalidPathChars()")
def invalid_path_chars() -> TypedArray:
    """What no path may hold."""
    return TypedArray([Char("\0")], CHAR)


@static(PATH, "bool Exists(string path)")
def exists(path: str | None) -> Value:
    """Whether a file or folder is there."""
    from msolemu.runtime.filesystem import files

    session = current.session()
    return bool(path) and path is not None and files.exists(session, files.place_of(session, path))
