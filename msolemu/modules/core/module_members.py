"""New-Module, Export-ModuleMember."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

from msolemu.cmdlets.declaration import Allow, Cmdlet, Output, Parameter, Switch
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.core.importing import Selection, import_into
from msolemu.modules.core.module_files import ModuleFiles
from msolemu.modules.core.modules import NOT_NULL, as_object, importer
from msolemu.modules.core.parameters import SCRIPT_BLOCK
from msolemu.modules.core.services import CoreCall
from msolemu.runtime.errors.records import ErrorCategory
from msolemu.runtime.invoking.scriptblock import Code, ScriptBlock
from msolemu.runtime.state.modules import EVERYTHING, ScriptModule, new_scope
from msolemu.runtime.state.scopes import Scope
from msolemu.runtime.values.objects import Value

new_module = Cmdlet(
    "New-Module",
    "Makes a module of a script block.",
    aliases=("nmo",),
    examples={
        "New-Module -Name Greet { function Get-Greeting { 1 } }; Get-Greeting": "Makes a module, calls its function."
    },
)


@dataclass(frozen=True)
class Making:
    """What both sets of New-Module take."""

    function: Annotated[Sequence[str], Parameter("The functions to export.", validate=NOT_NULL)] = EVERYTHING
    cmdlet: Annotated[
        Sequence[str], Parameter("The cmdlets to export; no module of a script has any here.", validate=NOT_NULL)
    ] = EVERYTHING
    return_result: Annotated[Switch, Parameter("Gives what the script block outputs.")] = False
    as_custom_object: Annotated[Switch, Parameter("Gives the members as an object.")] = False
    argument_list: Annotated[
        Sequence[Any], Parameter("Arguments of the script block.", remaining=True, aliases=("Args",))
    ] = ()


@new_module.parameter_set("ScriptBlock", default=True)
def unnamed(
    call: CoreCall,
    script_block: Annotated[
        ScriptBlock, Parameter("The module's code.", position=0, type=SCRIPT_BLOCK, validate=NOT_NULL)
    ],
    making: Making,
) -> Output[Any]:
    """The script block runs in a scope that its functions keep; these are imported at once."""
    yield from _made(call, f"__DynamicModule_{call.session.ids.guid()}", script_block, making)


@new_module.parameter_set("Name")
def named(
    call: CoreCall,
    name: Annotated[str, Parameter("The name of the module.", position=0, from_pipeline=True)],
    script_block: Annotated[
        ScriptBlock, Parameter("The module's code.", position=1, type=SCRIPT_BLOCK, validate=NOT_NULL)
    ],
    making: Making,
) -> Output[Any]:
    """The same under a name."""
    yield from _made(call, name, script_block, making)


def _made(call: CoreCall, name: str, block: ScriptBlock, making: Making) -> Iterator[Any]:
    session = call.session
    scope = new_scope(session)
    module = ScriptModule(name, scope, session, path=str(session.ids.guid()))
    scope.module = module
    module.exports_aliases = False
    output: list[Value] = []
    code = ScriptBlock(Code(block.code.node), session, module)
    ModuleFiles(session, output.append).run_block(module, code, making.argument_list or (), output.append)
    module.limits["function"] = making.function or EVERYTHING
    import_into(_importer_scope(call), module, Selection())
    if making.return_result:
        yield from output
    elif making.as_custom_object:
        yield as_object(module)
    else:
        yield module


def _importer_scope(call: CoreCall) -> Scope:
    owner = importer(call)
    return call.session.global_scope if owner is None else owner.scope


export_module_member = Cmdlet(
    "Export-ModuleMember",
    "Says which members of a module others may use.",
    examples={
        "New-Module { function Get-A { 1 }; function Get-B { 2 }; Export-ModuleMember -Function Get-A }": "Exports one "
        "function of two."
    },
)
Members = Annotated[Sequence[str], Parameter("Names, with wildcards.", from_property=True)]


@export_module_member.parameter_set()
def exported(
    call: CoreCall,
    function: Annotated[
        Sequence[str],
        Parameter(
            "Functions, with wildcards.",
            position=0,
            from_pipeline=True,
            from_property=True,
            allow=Allow.EMPTY_COLLECTION,
        ),
    ] = (),
    cmdlet: Annotated[
        Sequence[str], Parameter("Cmdlets, with wildcards.", from_property=True, allow=Allow.EMPTY_COLLECTION)
    ] = (),
    variable: Annotated[
        Sequence[str], Parameter("Variables, with wildcards.", from_property=True, validate=NOT_NULL)
    ] = (),
    alias: Annotated[Sequence[str], Parameter("Aliases, with wildcards.", from_property=True, validate=NOT_NULL)] = (),
) -> None:
    """Each call adds to what is exported; without any call these are all functions and aliases."""
    module = importer(call)
    if module is None:
        raise call.error(
            "Modules_CanOnlyExecuteExportModuleMemberInsideAModule",
            "The Export-ModuleMember cmdlet can only be called from inside a module.",
            ErrorCategory.PERMISSION_DENIED,
            "System.InvalidOperationException",
        )
    for kind, patterns in (("function", function), ("cmdlet", cmdlet), ("variable", variable), ("alias", alias)):
        module.export(kind, patterns or ())
