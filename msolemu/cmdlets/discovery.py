"""From a name to its cmdlet. The file that declares a noun is imported when one of its names is first used."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from msolemu.cmdlets.module import Module
from msolemu.runtime.invoking.pipeline import Command, CommandKind, Invocation, Stage
from msolemu.runtime.types.registry import EXCEPTION, declare, provide

if TYPE_CHECKING:
    from msolemu.cmdlets.declaration import Cmdlet
    from msolemu.cmdlets.errors import ErrorTable
    from msolemu.runtime.binding.parameters import CommandMetadata
    from msolemu.runtime.types.net_type import NetType


class CmdletCommand:
    """A cmdlet as the evaluator calls it, with its module's services."""

    __slots__ = ("cmdlet", "services")

    def __init__(self, cmdlet: Cmdlet, services: Any) -> None:
        self.cmdlet = cmdlet
        self.services = services

    @property
    def name(self) -> str:
        """The name as it was declared."""
        return self.cmdlet.name

    @property
    def command_type(self) -> CommandKind:
        """A cmdlet."""
        return CommandKind.CMDLET

    @property
    def metadata(self) -> CommandMetadata:
        """The parameters."""
        return self.cmdlet.metadata

    @property
    def module(self) -> Module | None:
        """The module that declares it."""
        return self.cmdlet.module

    @property
    def output(self) -> Any:
        """The class of what it gives, None where it says nothing."""
        return self.cmdlet.output

    @property
    def net_type(self) -> NetType:
        """CmdletInfo."""
        from msolemu.runtime.reflection.command_types import CMDLET

        return CMDLET

    def __str__(self) -> str:
        return self.name

    def stage(self, call: Invocation) -> Stage:
        """The cmdlet at work."""
        from msolemu.cmdlets.stage import CmdletStage

        return CmdletStage(self.cmdlet, self.services, call)


class Discovery:
    """Finds cmdlets by name: `Get-MsolUser`, or with the module's name before it: `MSOnline\\Get-MsolUser`.

    Implements the evaluator's `CommandResolver`.
    """

    def __init__(self, modules: Mapping[Module, Any]) -> None:
        self.modules = modules
        self.known: dict[str, CmdletCommand] = {}
        self._by_noun: dict[str, list[Module]] = {}
        self._loaded: set[tuple[Module, str]] = set()
        for module in modules:
            for beginning in module.types:
                if beginning.endswith("."):
                    provide(beginning, functools.partial(declare_types, module))
            for name, file in module.declares.items():
                provide(name, functools.partial(importlib.import_module, f"{module.package}.{file}"))
            for noun in module.nouns:
                self._by_noun.setdefault(noun.lower(), []).append(module)

    def find(self, name: str) -> Command | None:
        """The cmdlet of that name; None when no module has one."""
        found = self.known.get(name.lower())
        if found is not None:
            return found
        qualifier, _, plain = name.rpartition("\\")
        found = self.known.get(plain.lower()) or self._load(plain)
        if found is None or (qualifier and not self._is_of(found, qualifier)):
            return None
        return found

    def module_named(self, name: str) -> Module | None:
        """The module of that name."""
        return next((module for module in self.modules if module.name.lower() == name.lower()), None)

    def nouns(self) -> Iterator[tuple[str, Module]]:
        """Every noun with its module, without importing anything."""
        for module in self.modules:
            for noun in module.nouns:
                yield noun, module

    def every(self) -> list[CmdletCommand]:
        """All cmdlets of all modules, by name."""
        for module in self.modules:
            for file in dict.fromkeys(module.nouns.values()):
                self._read(module, file)
        return sorted(self.known.values(), key=lambda command: command.name.lower())

    def with_nouns(self, accepted: Callable[[str], bool]) -> Iterator[CmdletCommand]:
        """The cmdlets whose nouns are accepted; no other noun's file is imported."""
        for module in self.modules:
            for name, file in module.nouns.items():
                if accepted(name.rpartition("-")[2]):
                    self._read(module, file)
        return (one for one in self.known.values() if accepted(one.name.rpartition("-")[2]))

    def of_module(self, module: Module) -> list[CmdletCommand]:
        """The cmdlets of one module, by name."""
        for file in dict.fromkeys(module.nouns.values()):
            self._read(module, file)
        found = [command for command in self.known.values() if command.module is module]
        return sorted(found, key=lambda command: command.name.lower())

    def views_of(self, type_name: str) -> Sequence[Any]:
        """The views of the module whose type it is, imported now; nothing when no module has the type."""
        for module in self.modules:
            if module.views and any(_covers(pattern, type_name) for pattern in module.types):
                views: Sequence[Any] = importlib.import_module(f"{module.package}.{module.views}").VIEWS
                return views
        return ()

    def _load(self, name: str) -> CmdletCommand | None:
        wanted = name.lower()
        for key in (wanted, wanted.partition("-")[2]):
            for module in self._by_noun.get(key, ()):
                self._read(module, next(file for known, file in module.nouns.items() if known.lower() == key))
                if wanted in self.known:
                    return self.known[wanted]
        return None

    def _read(self, module: Module, file: str) -> None:
        """Import a noun's file and keep the cmdlets that it declares."""
        if (module, file) in self._loaded:
            return
        self._loaded.add((module, file))
        from msolemu.cmdlets.declaration import Cmdlet

        for value in vars(importlib.import_module(f"{module.package}.{file}")).values():
            if isinstance(value, Cmdlet) and value.name.lower() not in self.known:
                value.module = module
                self.known[value.name.lower()] = CmdletCommand(value, self.modules[module])

    def _is_of(self, command: CmdletCommand, qualifier: str) -> bool:
        module = command.module
        return module is not None and module.name.lower() == qualifier.lower()


def declare_types(module: Module) -> None:
    """Make a module's types known to scripts that name them: what stands in `types`, and the exceptions of its errors.

    In a real session they are known once the module is loaded; here a script may name them at any time.
    """
    import pkgutil

    types = importlib.import_module(f"{module.package}.types")
    for part in pkgutil.iter_modules(getattr(types, "__path__", ())):
        importlib.import_module(f"{types.__name__}.{part.name}")
    if module.errors:
        table: ErrorTable = importlib.import_module(f"{module.package}.{module.errors}").ERRORS
        for name in {fault.exception_type for fault in table.faults.values()}:
            declare(name, EXCEPTION, home="errors")


def _covers(pattern: str, type_name: str) -> bool:
    if pattern.endswith("."):
        return type_name.lower().startswith(pattern.lower())
    return type_name.lower() == pattern.lower()
