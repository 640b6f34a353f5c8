"""System.IO.FileInfo: the streams over a file, and its place in that of another."""

from __future__ import annotations

from collections.abc import Callable

from msolemu.runtime.types.declaring import method, refused
from msolemu.runtime.types.file_access import place_of
from msolemu.runtime.types.file_facts import replace as put
from msolemu.runtime.types.file_items import FILE, FOLDER, FileItem, file_item
from msolemu.runtime.types.registry import known_type
from msolemu.runtime.values.members import invoke_static
from msolemu.runtime.values.objects import Value


def _opened(name: str) -> Callable[[FileItem], Value]:
    def opened(item: FileItem, *given: Value) -> Value:
        return invoke_static(known_type("System.IO.File"), name, [item.place.shown, *given])

    return opened


for _name, _type in (
    *(("OpenText", "StreamReader"), ("CreateText", "StreamWriter"), ("AppendText", "StreamWriter")),
    *(("OpenRead", "FileStream"), ("OpenWrite", "FileStream"), ("Create", "FileStream")),
):
    method(FILE, f"System.IO.{_type} {_name}()")(_opened(_name))
_MODE, _ACCESS, _SHARE = "System.IO.FileMode mode", "System.IO.FileAccess access", "System.IO.FileShare share"
method(
    FILE,
    *(
        f"System.IO.FileStream Open({given})"
        for given in (_MODE, f"{_MODE}, {_ACCESS}", f"{_MODE}, {_ACCESS}, {_SHARE}")
    ),
)(_opened("Open"))
_TARGET = "string destinationFileName, string destinationBackupFileName"


@method(
    FILE, f"System.IO.FileInfo Replace({_TARGET})", f"System.IO.FileInfo Replace({_TARGET}, bool ignoreMetadataErrors)"
)
def replace(item: FileItem, target: str, backup: str | None, ignore: bool = False) -> Value:
    """Put the file in the place of another, of which a copy may be kept."""
    put(item.place.shown, target, backup)
    return file_item(place_of(target))


for _kind in (FILE, FOLDER):
    refused(
        _kind,
        "keeps what the host's file system says of a file to itself",
        *("UnixFileMode", "CreateAsSymbolicLink()", "ResolveLinkTarget()", "Encrypt()", "Decrypt()"),
        *("GetLifetimeService()", "InitializeLifetimeService()"),
    )
