"""Import-EmuForest."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.directory.forest.errors import DamagedLdif
from msolemu.foundation.text import from_units
from msolemu.modules.emulator.errors import ForestFileMissing, ForestFileUnreadable
from msolemu.modules.emulator.services import EmuCall
from msolemu.modules.emulator.types import ForestImport

KNOWN_CLASSES = ("organizationalUnit", "user", "group", "contact")

import_emu_forest = Cmdlet(
    "Import-EmuForest",
    "Reads the objects of an LDIF file, as ldifde exports it, into the on-premises forest.",
    output=ForestImport,
    examples={"Import-EmuForest -Path samples/contoso.ldif": "Fills the forest with the sample company."},
)


@import_emu_forest.parameter_set()
def imported(
    call: EmuCall,
    path: Annotated[str, Parameter("The LDIF file.", position=0, from_pipeline=True, from_property=True)],
) -> Output[ForestImport]:
    """The whole file is read, or nothing: a damaged record is an error that names its line, and changes nothing.

    Attributes that msolemu does not know are kept. The file may fold lines and hold base64 values and comments.
    """
    locations = call.session.locations
    assert locations is not None
    place = locations.place(path)
    file = Path(from_units(locations.checked(place)))
    if not file.is_file():
        raise ForestFileMissing(place.shown)
    try:
        text = decoded(file.read_bytes())
    except UnicodeDecodeError as error:
        raise ForestFileUnreadable(place.shown, f"byte {error.start} is not {error.encoding.upper()}") from error
    try:
        counts = call.services.read_forest(text)
    except DamagedLdif as error:
        raise ForestFileUnreadable(place.shown, f"line {error.line}: {error.reason}") from error
    units, users, groups, contacts = (counts.get(name, 0) for name in KNOWN_CLASSES)
    others = sum(counts.values()) - units - users - groups - contacts
    yield ForestImport(place.shown, units, users, groups, contacts, others)


def decoded(content: bytes) -> str:
    """The text of a file: UTF-8, or UTF-16 with a byte order mark, as `ldifde -u` writes it."""
    is_utf_16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return content.decode("utf-16" if is_utf_16 else "utf-8-sig")
