"""The modules in the folders of `$env:PSModulePath`, found by name or by a command that they export.

Each has a folder of its name, in it perhaps a folder for each version.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msolemu.runtime.errors.records import PowerShellError
from msolemu.runtime.filesystem.files import child_of, entries, exists, is_folder, place_of, read_bytes
from msolemu.runtime.state.script_text import script_text

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


def named(session: Session, name: str) -> Iterator[str]:
    """The files of the modules of a name, with wildcards."""
    from msolemu.runtime.text.wildcard import WildcardPattern

    pattern = WildcardPattern(name)
    for folder in module_folders(session):
        if pattern.matches(Path(folder.host).name) and is_folder(folder):
            yield from files_of(session, folder)


def exporter_of(session: Session, command: str) -> str | None:
    """The file of the first module that exports a command, by what its files say; none of their code runs."""
    for folder in filter(is_folder, module_folders(session)):
        path = next(files_of(session, folder), None)
        if path is not None and command.lower() in exported_names(session, path):
            return path
    return None


def exported_names(session: Session, path: str) -> set[str]:
    """The commands that the files of a module say it exports, in lower case: listed ones, else its functions."""
    from msolemu.runtime.compiling.data_language import IN_MANIFESTS, is_data
    from msolemu.runtime.text.wildcard import matches_any
    from msolemu.runtime.values.objects import Hashtable, collapse

    with contextlib.suppress(PowerShellError):
        text = script_text(read_bytes(session, place_of(session, path)))
        if not path.lower().endswith(".psd1"):
            return _functions(text)
        block = session.parse(text, path)
        table = collapse(block.invoke([])) if is_data(block.code.node, IN_MANIFESTS) else None
        if not isinstance(table, Hashtable):
            return set()
        defined: set[str] = set()
        for file in _texts(table.get("RootModule")) + _texts(table.get("NestedModules")):
            inner = _beside(session, path, file)
            defined |= exported_names(session, inner) if inner is not None else set()
        wanted = _texts(table.get("FunctionsToExport")) if "FunctionsToExport" in table else ["*"]
        listed = {one.lower() for one in wanted + _texts(table.get("AliasesToExport")) if "*" not in one}
        return listed | {one for one in defined if matches_any(one, wanted)}
    return set()


def _beside(session: Session, path: str, file: str) -> str | None:
    folder = re.split(r"[\\/][^\\/]*$", path)[0]
    found = (place_of(session, f"{folder}/{file}{kind}") for kind in ("", ".psm1"))
    return next((place.shown for place in found if exists(session, place) and not is_folder(place)), None)


def _functions(text: str) -> set[str]:
    from msolemu.language import syntax
    from msolemu.language.parser import parse
    from msolemu.language.syntax import walk

    found = (node for node in walk(parse(text).tree) if isinstance(node, syntax.FunctionDefinition))
    return {node.name.rpartition(":")[2].lower() for node in found}


def _texts(value: object) -> list[str]:
    from msolemu.runtime.casting.conversion import to_text
    from msolemu.runtime.values.objects import enumerate_value

    return [] if value is None else [to_text(one) for one in enumerate_value(value) if one]
