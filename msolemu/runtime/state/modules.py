"""Modules of scripts: what `Import-Module` makes of a `.psm1` or `.psd1`, `New-Module` of a script block.

A module's code runs in a scope of its own below the global one. Importing copies what it exports into the functions,
aliases and variables of whoever imports; a function keeps running in the scope of its module.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from msolemu.foundation.names import NameMap
from msolemu.runtime.invoking.pipeline import CommandKind, Invocation, Stage
from msolemu.runtime.state.scopes import Scope
from msolemu.runtime.values.objects import Value

if TYPE_CHECKING:
    from msolemu.runtime.invoking.pipeline import Argument
    from msolemu.runtime.invoking.scriptblock import ScriptBlock
    from msolemu.runtime.state.session import Session
    from msolemu.runtime.types.net_type import NetType

EVERYTHING = ("*",)


class ModuleType(enum.Enum):
    """What a module consists of; the name is what PowerShell prints."""

    Script = 0
    Binary = 1
    Manifest = 2
    Cim = 3
    Workflow = 4


class ScriptModule:
    """A module of a session: System.Management.Automation.PSModuleInfo.

    `exports` are the patterns of `Export-ModuleMember` by kind (`function`, `alias`, `variable`, `cmdlet`); None until
    it is called, and then all functions and aliases are exported. A module that msolemu itself emulates has `emulated`
    set, and neither code nor scope is behind it.
    """

    def __init__(
        self,
        name: str,
        scope: Scope,
        session: Session | None = None,
        *,
        version: str = "0.0",
        path: str = "",
        module_type: ModuleType = ModuleType.Script,
        emulated: Any = None,
    ) -> None:
        self.name = name
        self.scope = scope
        self.session = session
        self.version = version
        self.path = path
        self.module_type = module_type
        self.emulated = emulated
        self.manifest: NameMap[Value] = NameMap()
        self.exports: dict[str, list[str]] | None = None
        self.limits: dict[str, Sequence[str]] = {}
        self.exports_aliases = True
        self.nested: list[ScriptModule] = []
        self.type_files: list[str] = []
        self.format_files: list[str] = []
        self.on_remove: ScriptBlock | None = None
        self.listed: NameMap[Any] = NameMap()
        """The commands of an emulated module by name, when somebody has asked for them."""
        self.prefix = ""

    @property
    def net_type(self) -> NetType:
        """PSModuleInfo."""
        from msolemu.runtime.reflection import module_types

        return module_types.MODULE

    def __str__(self) -> str:
        return self.name

    @property
    def folder(self) -> str:
        """Where the module's files are."""
        return self.path.replace("\\", "/").rpartition("/")[0]

    def export(self, kind: str, patterns: Iterable[str]) -> None:
        """Let members through whose names match: what `Export-ModuleMember` does, each call adding to the last."""
        if self.exports is None:
            self.exports = {"function": [], "alias": [], "variable": [], "cmdlet": []}
        self.exports[kind].extend(patterns)

    def functions(self) -> NameMap[Any]:
        """The exported functions by name."""
        from msolemu.runtime.invoking.functions import Function

        found: NameMap[Any] = NameMap()
        for nested in self.nested:
            found.update(nested.functions())
        for function in (self.scope.functions or {}).values():
            if isinstance(function, Function):
                found[function.name] = function
        return self._chosen("function", found, EVERYTHING)

    def aliases(self) -> NameMap[str]:
        """What the exported aliases stand for."""
        found: NameMap[str] = NameMap()
        for nested in self.nested:
            found.update(nested.aliases())
        found.update(self.scope.aliases or {})
        return self._chosen("alias", found, EVERYTHING if self.exports_aliases else ())

    def variables(self) -> NameMap[Value]:
        """The values of the exported variables."""
        own = NameMap((self.scope.spelling(name), value) for name, value in self.scope.values.items())
        return self._chosen("variable", own, ())

    def _chosen(self, kind: str, found: NameMap[Any], default: Sequence[str]) -> NameMap[Any]:
        patterns = default if self.exports is None else self.exports[kind]
        return matching(matching(found, patterns), self.limits.get(kind, EVERYTHING))

    def commands(self) -> NameMap[Any]:
        """Everything exported that can be called: functions, then aliases, or an emulated module's cmdlets."""
        if self.emulated is not None:
            return self.listed
        found: NameMap[Any] = NameMap(self.functions())
        found.update(self.aliases())
        return found


def matching(found: NameMap[Any], patterns: Sequence[str]) -> NameMap[Any]:
    """The entries whose names match one of the patterns."""
    if "*" in patterns:
        return found
    from msolemu.runtime.text.wildcard import WildcardPattern

    wanted = [WildcardPattern(pattern) for pattern in patterns]
    return NameMap((name, value) for name, value in found.items() if any(one.matches(name) for one in wanted))


class ModuleCall:
    """`& $module { … }` and `& $module Name`: a script block or command, run in the module's scope."""

    name = ""
    command_type = CommandKind.SCRIPT

    def __init__(self, module: ScriptModule) -> None:
        self.module = module

    def stage(self, call: Invocation) -> Stage:
        """What the first word means in the module; the others are its arguments."""
        from msolemu.runtime.invoking.functions import FunctionStage
        from msolemu.runtime.invoking.scriptblock import ScriptBlock

        first, *rest = call.arguments
        block = first.value
        call.arguments = rest
        if isinstance(block, ScriptBlock):
            return FunctionStage(ScriptBlock(block.code, call.session, self.module), call)
        return self._named(call, first)

    def _named(self, call: Invocation, first: Argument) -> Stage:
        from msolemu.runtime.casting.conversion import to_text
        from msolemu.runtime.invoking.finding import find

        session = call.session
        kept = session.frame
        session.frame = session.frame_in(self.module.scope)
        try:
            found, call.name = find(session.frame, to_text(first.value), first.extent)
        finally:
            session.frame = kept
        return found.stage(call)


def new_scope(session: Session) -> Scope:
    """The scope of a new module: below the global one, a script's scope of its own."""
    scope = Scope(session.global_scope, is_script=True)
    scope.functions = {}
    scope.aliases = {}
    return scope
