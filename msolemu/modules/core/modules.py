"""Import-Module, Get-Module, Remove-Module."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Any

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.foundation.dataclass import dataclass
from msolemu.foundation.names import NameMap
from msolemu.modules.core.importing import UNAPPROVED, Selection, import_into, name_cmdlets, remove_from, unapproved
from msolemu.modules.core.module_files import ModuleFiles, is_meant, is_path, not_found, root_of, stem, texts
from msolemu.modules.core.parameters import MODULE_INFO, MODULE_SPECIFICATION, as_list
from msolemu.modules.core.services import CoreCall
from msolemu.runtime.binding.validation import ValidateNotNull, ValidateNotNullOrEmpty, ValidateSet
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.errors.records import STOP_EXCEPTION, ErrorCategory, PowerShellError, ScriptError
from msolemu.runtime.reflection.module_types import module_value
from msolemu.runtime.reflection.verbs import APPROVED
from msolemu.runtime.state.module_path import module_files, named
from msolemu.runtime.state.module_versions import Versions
from msolemu.runtime.state.modules import EVERYTHING, ModuleType, ScriptModule, new_scope
from msolemu.runtime.state.scopes import Scope
from msolemu.runtime.state.streams import ActionPreference, StreamKind
from msolemu.runtime.text.wildcard import has_wildcards
from msolemu.runtime.values.extended import AddedProperty, ScriptMethod
from msolemu.runtime.values.objects import Value

NOT_NULL = (ValidateNotNull(),)
PARSE_EXCEPTION = "System.Management.Automation.ParseException"


class NestedModules(dict[str, ScriptModule]):
    """The modules that other modules have imported, by lower-case name."""


@dataclass(frozen=True)
class Importing:
    """What every set of Import-Module takes."""

    global_: Annotated[Switch, Parameter("Into the whole session.")] = False
    prefix: Annotated[str, Parameter("What is put before the nouns.", validate=NOT_NULL)] = ""
    function: Annotated[Sequence[str], Parameter("The functions wanted.", validate=NOT_NULL)] = EVERYTHING
    cmdlet: Annotated[
        Sequence[str], Parameter("The cmdlets wanted; the others of a module are there too here.", validate=NOT_NULL)
    ] = EVERYTHING
    variable: Annotated[Sequence[str], Parameter("The variables wanted.", validate=NOT_NULL)] = EVERYTHING
    alias: Annotated[Sequence[str], Parameter("The aliases wanted.", validate=NOT_NULL)] = EVERYTHING
    force: Annotated[Switch, Parameter("Again, if it is there already.")] = False
    skip_edition_check: Annotated[
        Switch, Parameter("Whatever editions the module names; they are not checked here.")
    ] = False
    pass_thru: Annotated[Switch, Parameter("Gives the module.")] = False
    as_custom_object: Annotated[Switch, Parameter("Gives the members as an object.")] = False
    argument_list: Annotated[Sequence[Any], Parameter("Arguments of the module's script.", aliases=("Args",))] = ()
    disable_name_checking: Annotated[Switch, Parameter("No warning about verbs.")] = False
    no_clobber: Annotated[
        Switch, Parameter("Leaves commands that are there as they are.", aliases=("NoOverwrite",))
    ] = False
    scope: Annotated[str, Parameter("Local or Global.", validate=(ValidateSet(("Local", "Global")),))] = ""

    @property
    def selection(self) -> Selection:
        """Which members are wanted."""
        return Selection(
            self.function or EVERYTHING,
            self.alias or EVERYTHING,
            self.variable or EVERYTHING,
            self.prefix,
            self.no_clobber,
        )


import_module = Cmdlet(
    "Import-Module",
    "Makes the commands of a module available.",
    aliases=("ipmo",),
    examples={
        "Import-Module MSOnline": "Makes sure that the module is there.",
        "Import-Module MSOnline -PassThru | Select-Object Name, Version": "Shows which version it is.",
    },
)


@import_module.parameter_set("Name", default=True)
def by_name(
    call: CoreCall,
    importing: Importing,
    name: Annotated[Sequence[str], Parameter("Names or paths.", position=0, from_pipeline=True)],
    minimum_version: Annotated[
        Any, Parameter("Not older than this.", type="System.Version", aliases=("Version",))
    ] = None,
    maximum_version: Annotated[str, Parameter("Not newer than this.")] = "",
    required_version: Annotated[Any, Parameter("Exactly this.", type="System.Version")] = None,
) -> Output[Any]:
    """A path leads to a `.psm1` or `.psd1`; a name to a module that msolemu emulates, which is there at once.

    What the module exports becomes part of the session, or of the module that imports it. A module that is there
    already stays as it is unless `-Force` is given.
    """
    versions = Versions(to_text(minimum_version), maximum_version, to_text(required_version))
    for one in name:
        yield from _imported(call, importing, one, versions)


@import_module.parameter_set("FullyQualifiedName")
def by_specification(
    call: CoreCall,
    importing: Importing,
    fully_qualified_name: Annotated[
        Sequence[Any],
        Parameter(
            "Names with versions.", position=0, from_pipeline=True, type=MODULE_SPECIFICATION + "[]", convert=as_list
        ),
    ],
) -> Output[Any]:
    """The same by a table such as `@{ ModuleName = 'X'; ModuleVersion = '1.0' }`."""
    for one in fully_qualified_name or ():
        for name in texts(one):
            yield from _imported(call, importing, name, Versions.of(one))


@import_module.parameter_set("ModuleInfo")
def by_module(
    call: CoreCall,
    importing: Importing,
    module_info: Annotated[
        Sequence[Any],
        Parameter("Modules.", position=0, from_pipeline=True, type=MODULE_INFO + "[]"),
    ],
) -> Output[Any]:
    """A module that is at hand as an object."""
    for module in module_info:
        if importer(call) is None:
            call.session.modules[module.name.lower()] = module
        _enter(call, importing, module)
        if importing.pass_thru:
            yield module


def _imported(call: CoreCall, importing: Importing, name: str, versions: Versions) -> Iterator[Any]:
    module = _known(call, name, versions) if not is_path(name) else None
    if module is not None and module.path and importing.force:
        module = None
    if module is None:
        output: list[Value] = []
        try:
            module = _loaded(call, importing, name, versions, output.append)
        except PowerShellError as error:
            yield from output
            if isinstance(error, ScriptError):
                error.record.error_id = error.record.error_id.partition(",")[0]
                error.record.position = None
                raise call.ended_by(error) from error
            _refused(call, error)
            return
        yield from output
    elif not versions.include(module.version):
        call.write_error(not_found(name, versions))
        return
    if importing.prefix and module.listed:
        name_cmdlets(_importing_scope(call, importing), module, importing.prefix)
    if importing.as_custom_object:
        yield as_object(module)
    elif importing.pass_thru:
        yield module


def _refused(call: CoreCall, error: PowerShellError) -> None:
    """Report why a module cannot be read; that its text is not PowerShell ends the script under Stop."""
    record = error.record
    if record.exception.type_name != PARSE_EXCEPTION:
        call.write_error(error)
        return
    if call.streams.action(StreamKind.ERROR) is ActionPreference.Stop:
        record.exception.type_name = STOP_EXCEPTION
    call.streams.write_error(record)


def _known(call: CoreCall, name: str, versions: Versions) -> ScriptModule | None:
    """The module that is there already, or that msolemu emulates."""
    session = call.session
    known = session.modules.get(name.lower())
    if known is not None:
        fits = isinstance(known, ScriptModule) and (not known.path or versions.include(known.version))
        return known if fits else None
    declared = call.services.commands.module_named(name)
    if declared is None:
        return None
    module = emulated_module(call, declared)
    session.modules[name.lower()] = module
    return module


def emulated_module(call: CoreCall, declared: Any) -> ScriptModule:
    """A module of msolemu's own as scripts see it, its cmdlets listed."""
    module: ScriptModule = module_value(declared)
    module.session = call.session
    module.listed = NameMap((one.name, one) for one in call.services.commands.of_module(declared))
    module.manifest = NameMap({"Description": declared.description})
    return module


def _loaded(call: CoreCall, importing: Importing, name: str, versions: Versions, emit: Any) -> ScriptModule:
    session = call.session
    files = ModuleFiles(session, emit)
    found = named(session, name) if not is_path(name) else filter(None, [files.find(name)])
    path = next((one for one in found if files.fits(one, versions)), None)
    if path is None:
        raise not_found(name, versions)
    known = next((one for one in session.modules.values() if one.path == path), None)
    if known is not None and importing.force:
        remove_from(session, known)
        known = None
    module = known or files.load(path, importing.argument_list or ())
    owner = importer(call)
    if owner is not None:
        if module not in owner.nested:
            owner.nested.append(module)
        session.state(NestedModules)[module.name.lower()] = module
    else:
        session.modules[module.name.lower()] = module
    _enter(call, importing, module)
    return module


def importer(call: CoreCall) -> ScriptModule | None:
    """The module whose code calls; None at the session's own level."""
    module = call.invocation.frame.scope.module
    return module if isinstance(module, ScriptModule) else None


def _importing_scope(call: CoreCall, importing: Importing) -> Scope:
    """Where what is imported goes: to the module that imports, or to the whole session."""
    if importing.scope.lower() == "local":
        return call.invocation.frame.scope
    owner = importer(call)
    everywhere = importing.global_ or importing.scope.lower() == "global" or owner is None
    return call.session.global_scope if everywhere or owner is None else owner.scope


def _enter(call: CoreCall, importing: Importing, module: ScriptModule) -> None:
    import_into(_importing_scope(call, importing), module, importing.selection)
    if not importing.disable_name_checking and unapproved(module.functions(), APPROVED):
        call.write_warning(UNAPPROVED.format(module.name))


@dataclass(frozen=True, slots=True)
class ModuleVariable(AddedProperty):
    """A variable of a module as a property of the object that stands for it."""

    scope: Scope
    name: str
    kind = "NoteProperty"

    def read(self, target: Value) -> Value:
        """What the variable holds now."""
        return self.scope.find(self.name.lower())

    def write(self, target: Value, value: Value) -> None:
        """Set the variable."""
        self.scope.assign(self.name, value)

    @property
    def settable(self) -> bool:
        """A variable can be set."""
        return True


def as_object(module: ScriptModule) -> Value:
    """What a module exports, as one object: variables as properties, functions as methods."""
    from msolemu.runtime.values.objects import PSCustomObject

    variables = [(name, ModuleVariable(module.scope, name)) for name in module.variables()]
    return PSCustomObject(
        [*variables, *((one.name, ScriptMethod(one.script_block)) for one in module.functions().values())]
    )


get_module = Cmdlet(
    "Get-Module",
    "Lists the modules of the session, or all that there are.",
    aliases=("gmo",),
    examples={
        "Get-Module -ListAvailable MSOnline": "Shows whether a module is there, and which version.",
        "Get-Module": "Lists the modules that were imported.",
    },
)
Names = Annotated[
    Sequence[str],
    Parameter("Names, with wildcards.", position=0, from_pipeline=True, validate=(ValidateNotNullOrEmpty(),)),
]
Specifications = Annotated[
    Sequence[Any],
    Parameter("Names with versions.", from_property=True, type=MODULE_SPECIFICATION + "[]", convert=as_list),
]


@get_module.parameter_set("Loaded", default=True)
def loaded(
    call: CoreCall,
    name: Names = (),
    fully_qualified_name: Specifications = (),
    all_: Annotated[
        Switch, Parameter("Also modules that others have imported; of those that can be had, all are told here anyway.")
    ] = False,
) -> Output[ScriptModule]:
    """The modules that were imported, or of which a command was called."""
    found = list(call.session.modules.values())
    if all_:
        found += [one for one in call.session.state(NestedModules).values() if one not in found]
    wanted = [*name, *(fully_qualified_name or ())]
    yield from (one for one in sorted(found, key=lambda one: one.name.lower()) if is_meant(one, wanted))


@get_module.parameter_set("Available")
def available(
    call: CoreCall,
    list_available: Annotated[Switch, Parameter("All modules that there are.", mandatory=True)],
    name: Names = (),
    fully_qualified_name: Specifications = (),
    all_: Annotated[Switch, Parameter("All versions; there is one here.")] = False,
    ps_edition: Annotated[str, Parameter("Modules for an edition.", name="PSEdition")] = "",
    skip_edition_check: Annotated[Switch, Parameter("Whatever their editions; they are not checked here.")] = False,
    refresh: Annotated[Switch, Parameter("Looks again; it is looked for each time here.")] = False,
) -> Output[ScriptModule]:
    """The modules of `$env:PSModulePath`, those that a path leads to, and those that msolemu emulates."""
    wanted = [*name, *(fully_qualified_name or ())]
    files = ModuleFiles(call.session, lambda value: None)
    for one in filter(is_path, texts(wanted)):
        path = files.find(one)
        if path is not None:
            yield described(files, path)
    for module in (described(files, path) for path in module_files(call.session)):
        if is_meant(module, wanted):
            yield module
    for declared in sorted(call.services.commands.modules, key=lambda one: one.name):
        if is_meant(declared, wanted):
            yield emulated_module(call, declared)


def described(files: ModuleFiles, path: str) -> ScriptModule:
    """A module as its manifest tells of it, without running its code."""
    module = ScriptModule(stem(path), new_scope(files.session), files.session, path=path)
    if path.lower().endswith(".psd1"):
        module.manifest = files.manifest(path)
        module.version = to_text(module.manifest.get("ModuleVersion")) or "0.0"
        module.module_type = ModuleType.Script if root_of(module.manifest) else ModuleType.Manifest
        nested = texts(module.manifest.get("NestedModules"))
        module.nested = [ScriptModule(stem(one), new_scope(files.session), files.session) for one in nested]
    return module


remove_module = Cmdlet(
    "Remove-Module",
    "Takes modules out of the session.",
    aliases=("rmo",),
    should_process=True,
    examples={"Import-Module MSOnline; Remove-Module MSOnline": "Takes a module out again."},
)
Force = Annotated[Switch, Parameter("Also modules that are read-only; there are none here.")]


@remove_module.parameter_set("name")
def remove_by_name(
    call: CoreCall,
    name: Annotated[Sequence[str], Parameter("Names, with wildcards.", position=0, from_pipeline=True)],
    force: Force = False,
) -> None:
    """The functions, aliases and variables that came with the module go too; its `OnRemove` runs before."""
    _remove(call, name)


def _remove(call: CoreCall, wanted: Sequence[Any]) -> None:
    modules = list(call.session.modules.values())
    for one in wanted:
        found = [module for module in modules if is_meant(module, [one])]
        if not found and not any(map(has_wildcards, texts(one))):
            call.write_error(
                "Modules_NoModulesRemoved",
                "No modules were removed. Verify that the specification of modules to remove is correct and those "
                "modules exist in the runspace.",
                ErrorCategory.RESOURCE_UNAVAILABLE,
                "System.InvalidOperationException",
            )
        _removed(call, found)


@remove_module.parameter_set("FullyQualifiedName")
def remove_by_specification(
    call: CoreCall,
    fully_qualified_name: Annotated[
        Sequence[Any],
        Parameter(
            "Names with versions.", position=0, from_pipeline=True, type=MODULE_SPECIFICATION + "[]", convert=as_list
        ),
    ],
    force: Force = False,
) -> None:
    """The same by a table of name and version."""
    _remove(call, fully_qualified_name)


@remove_module.parameter_set("ModuleInfo")
def remove_by_module(
    call: CoreCall,
    module_info: Annotated[
        Sequence[Any],
        Parameter("Modules.", position=0, from_pipeline=True, type=MODULE_INFO + "[]"),
    ],
    force: Force = False,
) -> None:
    """The same by the modules themselves."""
    _removed(call, module_info)


def _removed(call: CoreCall, modules: Iterable[ScriptModule]) -> None:
    for module in modules:
        if call.should_process(module.name):
            if module.on_remove is not None:
                module.on_remove.invoke([module], emit=call.emit)
            remove_from(call.session, module)
