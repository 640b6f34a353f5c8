"""System.IO.File and System.IO.Directory, within the folders that a session may touch."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.errors.net_errors import NetError, argument_error, null_argument
from msolemu.runtime.filesystem import files
from msolemu.runtime.filesystem.locations import Place
from msolemu.runtime.state import current
from msolemu.runtime.text.encodings import UTF8, TextEncoding
from msolemu.runtime.text.wildcard import WildcardPattern
from msolemu.runtime.types.convert import octets
from msolemu.runtime.types.declaring import refused, static
from msolemu.runtime.types.enumerations import member
from msolemu.runtime.types.registry import STRING, known_type
from msolemu.runtime.types.streams import open_file
from msolemu.runtime.types.text_streams import StringReader, open_reader, open_writer
from msolemu.runtime.values.objects import TypedArray, Value, enumerate_value

FILE = known_type("System.IO.File")
DIRECTORY = known_type("System.IO.Directory")
_ENCODING = "System.Text.Encoding encoding"


def place_of(path: str | None) -> Place:
    """Where a path leads; raises what .NET raises for one that is null or empty."""
    if path is None:
        raise null_argument("path")
    if not path:
        raise argument_error("The path is empty.", "path")
    return files.place_of(current.session(), path)


def host_of(path: str | None, *, writing: bool = False) -> Path:
    """Where a path is on the host, if the session may touch it."""
    session = current.session()
    return Path(files.locations_of(session).checked(place_of(path), writing=writing))


def _read(path: str | None, encoding: TextEncoding | None) -> str:
    return files.read_text(current.session(), place_of(path), encoding)


@static(FILE, "string ReadAllText(string path)", f"string ReadAllText(string path, {_ENCODING})")
def read_all_text(path: str | None, encoding: TextEncoding | None = None) -> str:
    """The text of a file."""
    return _read(path, encoding)


@static(FILE, "string[] ReadAllLines(string path)", f"string[] ReadAllLines(string path, {_ENCODING})")
@static(FILE, "string[] ReadLines(string path)", f"string[] ReadLines(string path, {_ENCODING})")
def read_all_lines(path: str | None, encoding: TextEncoding | None = None) -> TypedArray:
    """The lines of a file."""
    reader = StringReader(_read(path, encoding))
    return TypedArray(iter(reader.line, None), STRING)


@static(FILE, "byte[] ReadAllBytes(string path)")
def read_all_bytes(path: str | None) -> TypedArray:
    """The bytes of a file."""
    return octets(files.read_bytes(current.session(), place_of(path)))


def _write(path: str | None, text: str, encoding: TextEncoding, *, append: bool = False) -> None:
    writer = files.FileWriter(current.session(), place_of(path), encoding, append=append)
    writer.write(text)
    writer.close()


@static(FILE, "void WriteAllText(string path, string contents)")
@static(FILE, f"void WriteAllText(string path, string contents, {_ENCODING})")
def write_all_text(path: str | None, text: str | None, encoding: TextEncoding = UTF8) -> None:
    """Replace a file by a text."""
    _write(path, text or "", encoding)


@static(FILE, "void AppendAllText(string path, string contents)")
@static(FILE, f"void AppendAllText(string path, string contents, {_ENCODING})")
def append_all_text(path: str | None, text: str | None, encoding: TextEncoding = UTF8) -> None:
    """Add a text to a file."""
    _write(path, text or "", encoding, append=True)


def _lines(contents: Value) -> str:
    import os

    return "".join(to_text(line) + os.linesep for line in enumerate_value(contents))


_CONTENTS = "System.Collections.Generic.IEnumerable[string] contents"


@static(FILE, f"void WriteAllLines(string path, {_CONTENTS})")
@static(FILE, f"void WriteAllLines(string path, {_CONTENTS}, {_ENCODING})")
def write_all_lines(path: str | None, contents: Value, encoding: TextEncoding = UTF8) -> None:
    """Replace a file by lines."""
    _write(path, _lines(contents), encoding)


@static(FILE, f"void AppendAllLines(string path, {_CONTENTS})")
@static(FILE, f"void AppendAllLines(string path, {_CONTENTS}, {_ENCODING})")
def append_all_lines(path: str | None, contents: Value, encoding: TextEncoding = UTF8) -> None:
    """Add lines to a file."""
    _write(path, _lines(contents), encoding, append=True)


@static(FILE, "void AppendAllBytes(string path, byte[] bytes)")
def append_all_bytes(path: str | None, content: Sequence[int]) -> None:
    """Add bytes to a file."""
    write_all_bytes(path, content, append=True)


@static(FILE, "void WriteAllBytes(string path, byte[] bytes)")
def write_all_bytes(path: str | None, content: Sequence[int], *, append: bool = False) -> None:
    """Replace a file by bytes."""
    writer = files.FileWriter(current.session(), place_of(path), UTF8, append=append)
    writer.write_bytes(bytes(content))
    writer.close()


@static(FILE, "bool Exists(string path)")
def file_exists(path: str | None) -> bool:
    """Whether the path leads to a file."""
    return bool(path) and _exists(path) and not files.is_folder(place_of(path))


def _exists(path: str | None) -> bool:
    return files.exists(current.session(), place_of(path))


@static(DIRECTORY, "bool Exists(string path)")
def folder_exists(path: str | None) -> bool:
    """Whether the path leads to a folder."""
    return bool(path) and _exists(path) and files.is_folder(place_of(path))


@static(FILE, "void Delete(string path)")
def delete(path: str | None) -> None:
    """Delete a file, if it is there."""
    host = host_of(path, writing=True)
    if host.is_dir():
        raise NetError("System.UnauthorizedAccessException", f"Access to the path '{place_of(path).shown}' is denied.")
    host.unlink(missing_ok=True)


@static(FILE, "void Copy(string sourceFileName, string destFileName)")
@static(FILE, "void Copy(string sourceFileName, string destFileName, bool overwrite)")
def copy(source: str, target: str, overwrite: bool = False) -> None:
    """Copy a file."""
    content = files.read_bytes(current.session(), place_of(source))
    _refuse_existing(target, overwrite=overwrite)
    write_all_bytes(target, content)


def _refuse_existing(target: str, *, overwrite: bool) -> None:
    if not overwrite and file_exists(target):
        raise NetError("System.IO.IOException", f"The file '{place_of(target).shown}' already exists.")


@static(FILE, "void Move(string sourceFileName, string destFileName)")
@static(FILE, "void Move(string sourceFileName, string destFileName, bool overwrite)")
def move(source: str, target: str, overwrite: bool = False) -> None:
    """Move a file."""
    copy(source, target, overwrite)
    delete(source)


_STREAM, _WAY = "System.IO.FileStream", "string path, System.IO.FileMode mode"
static(FILE, "System.IO.StreamWriter CreateText(string path)")(open_writer)
static(FILE, "System.IO.StreamWriter AppendText(string path)")(lambda path: open_writer(path, append=True))
static(FILE, "System.IO.StreamReader OpenText(string path)")(open_reader)
static(
    FILE,
    f"{_STREAM} Open({_WAY})",
    f"{_STREAM} Open({_WAY}, System.IO.FileAccess access)",
    f"{_STREAM} Open({_WAY}, System.IO.FileAccess access, System.IO.FileShare share)",
)(open_file)
for _name, _mode, _access in (("OpenRead", "Open", "Read"), ("OpenWrite", "OpenOrCreate", "Write")):
    static(FILE, f"{_STREAM} {_name}(string path)")(
        lambda path, mode=_mode, access=_access: open_file(
            path, member("System.IO.FileMode", mode), member("System.IO.FileAccess", access)
        )
    )
static(
    FILE,
    f"{_STREAM} Create(string path)",
    f"{_STREAM} Create(string path, int bufferSize)",
    f"{_STREAM} Create(string path, int bufferSize, System.IO.FileOptions options)",
)(lambda path, *more: open_file(path, member("System.IO.FileMode", "Create")))
refused(
    FILE,
    "keeps what the host's file system says of a file to itself",
    *(f"::{name}()" for name in ("OpenHandle", "Encrypt", "Decrypt", "GetUnixFileMode", "SetUnixFileMode")),
    *("::CreateSymbolicLink()", "::ResolveLinkTarget()"),
)
refused(
    FILE,
    "runs one thing after another",
    *(f"::{verb}All{what}Async()" for verb in ("Read", "Write", "Append") for what in ("Text", "Lines", "Bytes")),
)


@static(DIRECTORY, "System.IO.DirectoryInfo CreateDirectory(string path)")
def create_folder(path: str) -> Value:
    """Make a folder and those above it."""
    from msolemu.runtime.types.file_items import file_item

    host = host_of(path, writing=True)
    try:
        host.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise files.open_failure(error, place_of(path)) from error
    return file_item(place_of(path))


@static(DIRECTORY, "void Delete(string path)", "void Delete(string path, bool recursive)")
def delete_folder(path: str, recursive: bool = False) -> None:
    """Delete a folder."""
    host = host_of(path, writing=True)
    if not host.is_dir():
        raise NetError(
            "System.IO.DirectoryNotFoundException", f"Could not find a part of the path '{place_of(path).shown}'."
        )
    if any(host.iterdir()) and not recursive:
        raise NetError("System.IO.IOException", f"Directory not empty : '{place_of(path).shown}'")
    shutil.rmtree(host)


def _listed(path: str, pattern: str, *, folders: bool | None, deep: bool) -> TypedArray:
    place = place_of(path)
    if not folder_exists(path):
        raise NetError("System.IO.DirectoryNotFoundException", f"Could not find a part of the path '{place.shown}'.")
    return TypedArray(_names(place, search_pattern(pattern), folders=folders, deep=deep), STRING)


def search_pattern(text: str) -> WildcardPattern:
    """A pattern of .NET: only `*` and `?` mean anything, and `*.*` everything."""
    return WildcardPattern("*" if text == "*.*" else text.replace("`", "``").replace("[", "`["))


def _names(place: Place, pattern: WildcardPattern, *, folders: bool | None, deep: bool) -> list[str]:
    found = []
    for entry in files.entries(current.session(), place):
        is_folder = files.is_folder(entry)
        if (folders is None or folders is is_folder) and pattern.matches(Path(entry.host).name):
            found.append(entry.shown)
        if deep and is_folder:
            found += _names(entry, pattern, folders=folders, deep=True)
    return found


def _declare_listing(name: str, *, folders: bool | None) -> None:
    def listed(path: str, pattern: str = "*", option: Any = None) -> TypedArray:
        deep = option is not None and option.name == "AllDirectories"
        return _listed(path, pattern, folders=folders, deep=deep)

    static(
        DIRECTORY,
        f"string[] {name}(string path)",
        f"string[] {name}(string path, string searchPattern)",
        f"string[] {name}(string path, string searchPattern, System.IO.SearchOption searchOption)",
    )(listed)


for _prefix in ("Get", "Enumerate"):
    _declare_listing(_prefix + "Files", folders=False)
    _declare_listing(_prefix + "Directories", folders=True)
    _declare_listing(_prefix + "FileSystemEntries", folders=None)


@static(DIRECTORY, "System.IO.DirectoryInfo CreateTempSubdirectory()")
@static(DIRECTORY, "System.IO.DirectoryInfo CreateTempSubdirectory(string prefix)")
def create_temporary(prefix: str | None = "") -> Value:
    """Make a new folder among those for temporary files."""
    from msolemu.runtime.types.paths import get_temp_path

    return create_folder(f"{get_temp_path()}{prefix or ''}{current.session().ids.guid().hex[:6]}")


refused(
    DIRECTORY,
    "keeps what the host's file system says of a folder to itself",
    *("::CreateSymbolicLink()", "::ResolveLinkTarget()"),
)


@static(DIRECTORY, "string GetCurrentDirectory()")
def current_folder() -> str:
    """The current location."""
    return files.locations_of(current.session()).current.shown
