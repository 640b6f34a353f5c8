"""From a module's name or file to a module at work: `.psm1`, `.psd1`, `.ps1`, and folders that hold them."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from msolemu.formatting.console import load_views
from msolemu.foundation.names import NameMap
from msolemu.modules.core.manifest_rules import (
    PROCESSED,
    demand_valid,
    missing_file,
    missing_module,
    missing_required,
    no_data,
    no_table,
    required_by_each_other,
)
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.compiling.data_language import IN_MANIFESTS, is_data
from msolemu.runtime.errors.records import ErrorCategory, StatementError, runtime_error
from msolemu.runtime.filesystem.files import exists, is_folder, locations_of, place_of, read_bytes
from msolemu.runtime.foreign.foreign_commands import why_foreign_module
from msolemu.runtime.invoking.commands import run_named
from msolemu.runtime.invoking.functions import FunctionStage
from msolemu.runtime.invoking.pipeline import Argument, CommandKind, Invocation, Stage
from msolemu.runtime.invoking.scriptblock import Code, ScriptBlock, parsed
from msolemu.runtime.state.frame import Frame
from msolemu.runtime.state.module_path import files_of, named
from msolemu.runtime.state.module_versions import Versions
from msolemu.runtime.state.modules import ModuleType, ScriptModule, new_scope
from msolemu.runtime.state.script_text import script_text
from msolemu.runtime.text.wildcard import matches_any
from msolemu.runtime.values.objects import Hashtable, Value, is_enumerable, unwrap
from msolemu.runtime.values.type_files import UPDATE_ERROR, load_types

if TYPE_CHECKING:
    from msolemu.runtime.state.session import Session
    from msolemu.runtime.types.net_type import NetType

ANY_VERSION = Versions()
EXTENSIONS = (".psd1", ".psm1", ".ps1")
Emit = Callable[[Value], None]


def is_path(name: str) -> bool:
    """Whether a module is named by a path."""
    return "/" in name or "\\" in name or name.lower().endswith(EXTENSIONS)


class ModuleFile:
    """The file of a module as its own code sees it in `$MyInvocation.MyCommand`."""

    command_type = CommandKind.EXTERNAL_SCRIPT

    def __init__(self, path: str, script_block: ScriptBlock) -> None:
        self.shown = path
        self.script_block = script_block

    @property
    def name(self) -> str:
        """The file's name."""
        return self.shown.replace("\\", "/").rpartition("/")[2]

    @property
    def module(self) -> ScriptModule:
        """The module."""
        found: ScriptModule = self.script_block.module
        return found

    @property
    def net_type(self) -> NetType:
        """ExternalScriptInfo."""
        from msolemu.runtime.reflection.command_types import command_type

        return command_type(self)

    def __str__(self) -> str:
        return self.shown

    def stage(self, call: Invocation) -> Stage:
        """The script block at work."""
        return self.script_block.stage(call)


def _dropped(value: Value) -> None:
    """Where the output of a module's own code goes."""


class WaitingModules(list[str]):
    """The manifests that are being loaded, each waiting for the modules that it requires."""


def stem(path: str) -> str:
    """The name of a module by its file."""
    base = path.replace("\\", "/").rpartition("/")[2]
    return base.rpartition(".")[0] if base.lower().endswith(EXTENSIONS) else base


class ModuleFiles:
    """Loads modules for one session; `emit` takes what a module's own code outputs."""

    def __init__(self, session: Session, emit: Emit) -> None:
        self.session = session
        self.emit = emit

    def find(self, name: str) -> str | None:
        """The file of a module that was named by path; None when nothing is there."""
        locations = locations_of(self.session)
        for candidate in self._candidates(name):
            place = place_of(self.session, candidate)
            if os.path.isfile(locations.checked(place)):  # noqa: PTH113  text in, text out
                return place.shown
        folder = place_of(self.session, name)
        return next(files_of(self.session, folder), None) if is_folder(folder) else None

    def fits(self, path: str, versions: Versions) -> bool:
        """Whether the version of a module will do, as its manifest tells it."""
        if not versions.told:
            return True
        manifest = self.manifest(path) if path.lower().endswith(".psd1") else NameMap()
        return versions.include(to_text(manifest.get("ModuleVersion")) or "0.0")

    def _candidates(self, name: str) -> Iterable[str]:
        plain = name.rstrip("/\\")
        base = plain.replace("\\", "/").rpartition("/")[2]
        if plain.lower().endswith(EXTENSIONS):
            yield plain
        else:
            yield from (plain + extension for extension in EXTENSIONS)
            yield from (f"{plain}/{base}{extension}" for extension in EXTENSIONS)

    def load(self, path: str, arguments: Sequence[Value] = ()) -> ScriptModule:
        """The module of a file, its code run; raises what the code or its reading raises."""
        if path.lower().endswith(".psd1"):
            return self._from_manifest(path, arguments)
        module = self._empty(path)
        self._run(module, path, arguments)
        return module

    def _empty(self, path: str) -> ScriptModule:
        scope = new_scope(self.session)
        module = ScriptModule(stem(path), scope, self.session, path=path)
        scope.module = module
        return module

    def read(self, path: str) -> str:
        """The text of a file of a module."""
        return script_text(read_bytes(self.session, place_of(self.session, path)))

    def _run(self, module: ScriptModule, path: str, arguments: Sequence[Value] = ()) -> None:
        block = parsed(self.session, self.read(path), path)
        self.run_block(module, ScriptBlock(Code(block.code.node), self.session, module), arguments, _dropped, path)

    def run_block(
        self, module: ScriptModule, block: ScriptBlock, arguments: Sequence[Value], emit: Emit, path: str = ""
    ) -> None:
        """Run code in a module's own scope."""
        session = self.session
        frame = Frame(session, module.scope, emit, session.frame.streams)
        words = [Argument(None, value) for value in arguments]
        streams = session.frame.streams.below(module.scope)
        command = ModuleFile(path, block) if path else block
        call = Invocation(session, module.name, words, streams, frame, command=command)
        stage = FunctionStage(block, call, module.name, dotted=True)
        stage.emit = emit
        kept = session.frame
        session.frame = frame
        try:
            stage.begin()
            stage.end()
        finally:
            stage.close()
            session.frame = kept

    def manifest(self, path: str) -> NameMap[Value]:
        """What a manifest says; raises when it is not one table of constants, or not that of a module."""
        block = parsed(self.session, self.read(path), path)
        if not is_data(block.code.node, IN_MANIFESTS):
            raise no_data(path)
        output = block.invoke([])
        table = unwrap(output[0]) if len(output) == 1 else None
        if not isinstance(table, Hashtable):
            raise no_table(path)
        manifest = NameMap((str(key), value) for key, value in table.items())
        demand_valid(manifest, path)
        return manifest

    def _from_manifest(self, path: str, arguments: Sequence[Value]) -> ScriptModule:
        manifest = self.manifest(path)
        module = self._empty(path)
        module.manifest = manifest
        module.version = to_text(manifest.get("ModuleVersion")) or "0.0"
        module.module_type = ModuleType.Manifest
        self.demand_processed(module)
        folder = module.folder
        self._require(manifest, path)
        for script in texts(manifest.get("ScriptsToProcess")):
            self._process_script(posixpath.join(folder, script))
        self._process_extensions(module)
        for nested in texts(manifest.get("NestedModules")):
            module.nested.append(self.load(self._beside(module, nested, "NestedModules")))
        for inner in module.nested:
            (module.scope.functions or {}).update({one.name.lower(): one for one in inner.functions().values()})
        root = root_of(manifest)
        if root:
            module.module_type = ModuleType.Script
            self._run(module, self._beside(module, root, "ModuleToProcess/RootModule"), arguments)
        for kind, key in (
            ("function", "FunctionsToExport"),
            ("alias", "AliasesToExport"),
            ("variable", "VariablesToExport"),
        ):
            if key in manifest:
                module.limits[kind] = texts(manifest[key])
        return module

    def _process_extensions(self, module: ScriptModule) -> None:
        """`TypesToProcess` and `FormatsToProcess` hold for the whole session until the module is removed."""
        for file in texts(module.manifest.get("TypesToProcess")):
            place = place_of(self.session, posixpath.join(module.folder, file))
            for reason in load_types(self.session, place.shown, read_bytes(self.session, place)):
                raise runtime_error(UPDATE_ERROR, f", {place.shown} : {reason}", ErrorCategory.INVALID_OPERATION)
            module.type_files.append(place.shown)
        for file in texts(module.manifest.get("FormatsToProcess")):
            place = place_of(self.session, posixpath.join(module.folder, file))
            load_views(self.session, place.shown, read_bytes(self.session, place))
            module.format_files.append(place.shown)

    def is_there(self, module: ScriptModule, entry: str) -> bool:
        """Whether a file beside the module, or a module that it might need, is there."""
        beside = place_of(self.session, posixpath.join(module.folder, entry))
        if exists(self.session, beside) or self.find(posixpath.join(module.folder, entry)) is not None:
            return True
        return self.session.has_module(entry) or next(named(self.session, entry), None) is not None

    def demand_processed(self, module: ScriptModule) -> None:
        """Raise the error for a file that the module would process and that is not there."""
        for member in PROCESSED:
            for file in texts(module.manifest.get(member)):
                place = place_of(self.session, posixpath.join(module.folder, file))
                if not exists(self.session, place):
                    raise missing_file(member, place.shown, module.path)

    def _require(self, manifest: NameMap[Value], path: str) -> None:
        """Load the modules that a module needs, for the whole session, unless they are there."""
        waiting = self.session.state(WaitingModules)
        waiting.append(path)
        try:
            for one in required_of(manifest):
                self._require_one(one, path, waiting)
        finally:
            waiting.remove(path)

    def _require_one(self, specification: Value, path: str, waiting: Sequence[str]) -> None:
        name = texts(specification)[0]
        if self.session.has_module(name):
            return
        versions = Versions.of(specification)
        file = next((one for one in named(self.session, name) if self.fits(one, versions)), None)
        if file is None:
            raise missing_required(name, path)
        if file in waiting:
            raise required_by_each_other(stem(path), name, path)
        given = {"Name": [file], "Global": True, "ErrorAction": "Stop"}
        run_named(self.session.frame, "Import-Module", given, _dropped)

    def _beside(self, module: ScriptModule, name: str, member: str) -> str:
        """The file that a manifest names, which without an ending is not the manifest itself."""
        path = self.find(posixpath.join(module.folder, name))
        if path == module.path:
            path = self.find(posixpath.join(module.folder, f"{name}.psm1"))
        if path is None:
            raise missing_module(name, member, module.path)
        return path

    def _process_script(self, path: str) -> None:
        """`ScriptsToProcess` run in the scope of whoever imports."""
        session = self.session
        frame = Frame(session, session.frame.scope, self.emit, session.frame.streams)
        call = Invocation(session, path, [], session.frame.streams, frame)
        stage = FunctionStage(parsed(session, self.read(path), path), call, dotted=True)
        stage.emit = self.emit
        stage.begin()
        stage.end()
        stage.close()


def not_found(name: str, versions: Versions = ANY_VERSION) -> StatementError:
    """The error for a module that is not there; of one that the field knows, why msolemu has it not."""
    missing = "was not loaded because no valid module file was found in any module directory."
    text = f"The specified module '{name}'{versions.told} {missing}"
    foreign = why_foreign_module(name)
    return runtime_error(
        "Modules_ModuleWithVersionNotFound" if versions.told else "Modules_ModuleNotFound",
        text if foreign is None else f"{text}\n{foreign}",
        ErrorCategory.RESOURCE_UNAVAILABLE,
        "System.IO.FileNotFoundException",
        target=name,
    )


def root_of(manifest: NameMap[Value]) -> str:
    """The file with the module's own code; empty where there is none."""
    return to_text(manifest.get("RootModule") or manifest.get("ModuleToProcess"))


def required_of(manifest: NameMap[Value]) -> list[Value]:
    """The modules that a module needs, as names or tables."""
    required = unwrap(manifest.get("RequiredModules"))
    return [] if required is None else list(required if isinstance(required, list) else [required])


def texts(value: Value) -> list[str]:
    """The words of a manifest's entry: one, several, or none."""
    plain = unwrap(value)
    if plain is None:
        return []
    if isinstance(plain, Hashtable):
        return [to_text(plain.get("ModuleName"))]
    if is_enumerable(plain):
        return [word for one in plain for word in texts(one)]
    return [to_text(plain)]


def is_meant(module: Any, wanted: Sequence[Value]) -> bool:
    """Whether names with wildcards, or tables of name and version, mean a module; without any, all are meant."""
    return not wanted or any(
        matches_any(module.name, texts(one)) and Versions.of(one).include(module.version) for one in wanted
    )
