"""Modules found by name in the folders of `$env:PSModulePath`, each in a folder of its name, perhaps one a version."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msolemu.runtime.errors.records import PowerShellError
from msolemu.runtime.filesystem.files import child_of, entries, is_folder, place_of

if TYPE_CHECKING:
    from msolemu.runtime.filesystem.locations import Place
    from msolemu.runtime.state.session import Session

_SEPARATOR = re.compile(r";|(?<![;:][A-Za-z])(?<!^[A-Za-z]):")
"""What separates folders; the colon after a drive's letter does not."""
_VERSION = re.compile(r"\d+(?:\.\d+){1,3}")
_KINDS = (".psd1", ".psm1")


def module_folders(session: Session) -> Iterator[Place]:
    """The folders of the module path that are there, and that the session may look into."""
    for folder in _SEPARATOR.split(session.environment_value("PSModulePath") or ""):
        try:
            yield from entries(session, place_of(session, folder)) if folder else ()
        except PowerShellError:
            continue


def module_files(session: Session) -> Iterator[str]:
    """The file of every module on the path, of each the newest version first."""
    for folder in module_folders(session):
        if is_folder(folder):
            yield from files_of(session, folder)


def files_of(session: Session, folder: Place) -> Iterator[str]:
    """The files of the module whose folder that is: of its versions, then its own."""
    name = Path(folder.host).name
    inner = [one for one in entries(session, folder) if _VERSION.fullmatch(Path(one.host).name)]
    for place in (*sorted(inner, key=_version, reverse=True), folder):
        yield from _file(place, name)


def _version(folder: Place) -> tuple[int, ...]:
    return tuple(map(int, Path(folder.host).name.split(".")))


def _file(folder: Place, name: str) -> Iterator[str]:
    for kind in _KINDS:
        file = child_of(folder, name + kind)
        if Path(file.host).is_file():
            yield file.shown
            return
