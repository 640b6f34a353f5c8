"""What a script sees of a module: System.Management.Automation.PSModuleInfo. Imported when a script first asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from msolemu.runtime.reflection.command_types import ALIAS, COMMAND, FUNCTION, NAMESPACE, TEXT, Alias
from msolemu.runtime.state.modules import ModuleType, ScriptModule
from msolemu.runtime.state.scopes import Scope
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import OBJECT, STRING, declare, generic_of, known_type, net_enum
from msolemu.runtime.values.objects import Hashtable, Value, enumerate_value, unwrap

net_enum("System.Management.Automation.ModuleType")(ModuleType)
MODULE: NetType = declare(NAMESPACE + "PSModuleInfo", OBJECT, ScriptModule)


def _table(pairs: Iterable[tuple[str, Value]], held: NetType) -> Value:
    """What a module exports of one kind, by name: a `Dictionary[string, …]`."""
    from msolemu.runtime.types.dictionaries import new_dictionary

    definition = known_type("System.Collections.Generic.Dictionary`2")
    table = new_dictionary(generic_of(definition, (STRING, held)))
    for name, value in pairs:
        table[name] = value
    return table


def module_value(module: Any) -> Value:
    """A module as a script sees it; what an emulated module declares is shown as one, too."""
    if module is None or isinstance(module, ScriptModule):
        return module
    return ScriptModule(module.name, Scope(), version=module.version, module_type=ModuleType.Manifest, emulated=module)


def _functions(module: ScriptModule) -> Value:
    return _table(module.functions().items(), FUNCTION)


def _aliases(module: ScriptModule) -> Value:
    return _table(_alias_objects(module), ALIAS)


def _alias_objects(module: ScriptModule) -> list[tuple[str, Alias]]:
    session = module.session
    assert session is not None
    return [(name, Alias(session, name, target, module)) for name, target in module.aliases().items()]


def _commands(module: ScriptModule) -> Value:
    if module.emulated is not None:
        return _table(module.listed.items(), COMMAND)
    return _table([*module.functions().items(), *_alias_objects(module)], COMMAND)


def _cmdlets(module: ScriptModule) -> Value:
    return _table(module.listed.items(), COMMAND)


def _version(module: ScriptModule) -> Value:
    from msolemu.runtime.casting.conversion import convert

    return convert(module.version, known_type("System.Version"))


def _of_manifest(key: str, default: Value = None) -> Callable[[ScriptModule], Value]:
    return lambda module: module.manifest.get(key, default)


VERSIONS = ("PowerShellVersion", "PowerShellHostVersion", "DotNetFrameworkVersion", "ClrVersion")
LISTS = ("RequiredModules", "RequiredAssemblies", "FileList", "ModuleList", "CompatiblePSEditions")
GALLERY = (
    ("Tags", "System.Object"),
    ("ProjectUri", "System.Uri"),
    ("LicenseUri", "System.Uri"),
    ("IconUri", "System.Uri"),
    ("ReleaseNotes", TEXT),
)
"""What a manifest says under `PrivateData.PSData`."""


def _version_of(key: str) -> Callable[[ScriptModule], Value]:
    from msolemu.runtime.casting.conversion import convert

    def read(module: ScriptModule) -> Value:
        text = module.manifest.get(key)
        return convert(text, known_type("System.Version")) if text else None

    return read


def _list_of(key: str) -> Callable[[ScriptModule], Value]:
    def read(module: ScriptModule) -> Value:
        held = module.manifest.get(key)
        return [] if held is None else list(enumerate_value(held))

    return read


def _of_gallery(key: str) -> Callable[[ScriptModule], Value]:
    def read(module: ScriptModule) -> Value:
        private = unwrap(module.manifest.get("PrivateData"))
        data = unwrap(private.get("PSData")) if isinstance(private, Hashtable) else None
        return data.get(key) if isinstance(data, Hashtable) else None

    return read


def _guid(module: ScriptModule) -> Value:
    from uuid import UUID

    text = module.manifest.get("GUID")
    return UUID(str(text)) if text else UUID(int=0)


def _state(module: ScriptModule) -> Value:
    from msolemu.runtime.reflection.cmdlet_types import state_of

    assert module.session is not None
    return state_of(module.session, module)


for _name, _read, _type in (
    ("Name", lambda module: module.name, TEXT),
    ("Version", _version, "System.Version"),
    ("ModuleType", lambda module: module.module_type, NAMESPACE + "ModuleType"),
    ("Path", lambda module: module.path, TEXT),
    ("ModuleBase", lambda module: module.folder, TEXT),
    ("Description", _of_manifest("Description", ""), TEXT),
    ("Author", _of_manifest("Author", ""), TEXT),
    ("CompanyName", _of_manifest("CompanyName", ""), TEXT),
    ("Copyright", _of_manifest("Copyright", ""), TEXT),
    ("Guid", _guid, "System.Guid"),
    ("RootModule", _of_manifest("RootModule"), TEXT),
    ("PrivateData", _of_manifest("PrivateData"), "System.Object"),
    *((name, _version_of(name), "System.Version") for name in VERSIONS),
    *((name, _of_manifest(name), TEXT) for name in ("PowerShellHostName", "HelpInfoUri")),
    *((name, _list_of(name), "System.Object") for name in LISTS),
    *((name, _of_gallery(name), kind) for name, kind in GALLERY),
    ("ExportedFunctions", _functions, "System.Object"),
    ("ExportedAliases", _aliases, "System.Object"),
    ("ExportedVariables", lambda module: _table(module.variables().items(), OBJECT), "System.Object"),
    ("ExportedCmdlets", _cmdlets, "System.Object"),
    ("ExportedCommands", _commands, "System.Object"),
    ("ExportedTypeFiles", lambda module: list(module.type_files), "System.Object"),
    ("ExportedFormatFiles", lambda module: list(module.format_files), "System.Object"),
    ("NestedModules", lambda module: list(module.nested), "System.Object"),
    ("Prefix", lambda module: module.prefix, TEXT),
    ("SessionState", _state, NAMESPACE + "SessionState"),
):
    MODULE.declare_property(_name, _read, _type)


def _set_on_remove(module: ScriptModule, block: Value) -> None:
    module.on_remove = block


MODULE.declare_property("OnRemove", lambda module: module.on_remove, NAMESPACE + "ScriptBlock", write=_set_on_remove)


def _bound(module: ScriptModule, block: Value) -> Value:
    from msolemu.runtime.invoking.scriptblock import ScriptBlock

    return ScriptBlock(block.code, block.session, module)


MODULE.declare_method("NewBoundScriptBlock", _bound, ("scriptBlockToBind", OBJECT))
