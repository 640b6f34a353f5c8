"""What importing a module does to the session: its functions, aliases and variables become those of the importer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from msolemu.formatting.console import unload_views
from msolemu.foundation.dataclass import dataclass
from msolemu.foundation.names import NameMap
from msolemu.runtime.invoking.functions import Function
from msolemu.runtime.state.aliases import target_of
from msolemu.runtime.state.modules import EVERYTHING, ScriptModule, matching
from msolemu.runtime.values.type_files import unload_types

if TYPE_CHECKING:
    from msolemu.runtime.state.scopes import Scope
    from msolemu.runtime.state.session import Session

UNAPPROVED = (
    "The names of some imported commands from the module '{0}' include unapproved verbs that might make them less "
    "discoverable. To find the commands with unapproved verbs, run the Import-Module command again with the Verbose "
    "parameter. For a list of approved verbs, type Get-Verb."
)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which members of a module are wanted, and how they are named."""

    function: Sequence[str] = EVERYTHING
    alias: Sequence[str] = EVERYTHING
    variable: Sequence[str] = EVERYTHING
    prefix: str = ""
    keep_others: bool = False
    """Whether commands that are there already win: `-NoClobber`."""


def import_into(scope: Scope, module: ScriptModule, wanted: Selection) -> None:
    """Give a scope what the module exports."""
    module.prefix = wanted.prefix
    if scope.functions is None:
        scope.functions = {}
    if scope.aliases is None:
        scope.aliases = {}
    for name, function in matching(module.functions(), wanted.function).items():
        _put(scope.functions, prefixed(name, wanted.prefix), function, module, wanted)
    for name, target in matching(module.aliases(), wanted.alias).items():
        spelled = prefixed(name, wanted.prefix)
        if not (wanted.keep_others and spelled.lower() in scope.aliases):
            scope.aliases[spelled.lower()] = target_of(prefixed(target, wanted.prefix), module=module)
    for name, value in matching(module.variables(), wanted.variable).items():
        scope.assign(name, value)


def name_cmdlets(scope: Scope, module: ScriptModule, prefix: str) -> None:
    """Let the cmdlets of a module of msolemu's own go by names with a prefix too; their own names stay."""
    if scope.aliases is None:
        scope.aliases = {}
    for name in module.listed:
        scope.aliases[prefixed(name, prefix).lower()] = target_of(name, module=module)


def _put(functions: dict[str, Any], name: str, function: Function, owner: ScriptModule, wanted: Selection) -> None:
    if wanted.keep_others and name.lower() in functions:
        return
    same = name == function.name and function.module is owner
    made = function if same else Function(name, function.script_block, function.help_text, owner)
    functions[name.lower()] = made


def prefixed(name: str, prefix: str) -> str:
    """`Get-User` with the prefix Lab: `Get-LabUser`."""
    if not prefix:
        return name
    verb, dash, noun = name.partition("-")
    return f"{verb}-{prefix}{noun}" if dash else prefix + name


def remove_from(session: Session, module: ScriptModule) -> None:
    """Take a module and everything that came with it out of the session."""
    for scope in (scope for scope in _scopes(session) if scope is not module.scope):
        _drop(scope.functions, lambda function: getattr(function, "module", None) is module)
        _drop(scope.aliases, lambda target: getattr(target, "module", None) is module)
    for name in module.variables():
        session.global_scope.remove(name.lower())
    for file in module.type_files:
        unload_types(session, file)
    for file in module.format_files:
        unload_views(session, file)
    session.modules.pop(module.name.lower(), None)


def _scopes(session: Session) -> Iterable[Scope]:
    yield session.global_scope
    for module in list(session.modules.values()):
        yield module.scope


def _drop(table: dict[str, Any] | None, belongs: Callable[[Any], bool]) -> None:
    for name in [name for name, value in (table or {}).items() if belongs(value)]:
        del (table or {})[name]


def unapproved(names: NameMap[Any], verbs: frozenset[str]) -> list[str]:
    """The names whose verbs PowerShell does not approve of."""
    return [name for name in names if "-" in name and name.partition("-")[0].lower() not in verbs]
