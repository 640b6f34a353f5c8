"""Finds the commands of a session that are neither functions nor aliases: cmdlets, script files, stubs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from msolemu.runtime.invoking.pipeline import Command, CommandKind, Invocation, Stage

if TYPE_CHECKING:
    from msolemu.cmdlets.discovery import Discovery
    from msolemu.runtime.state.session import Session


class CommandTable:
    """The evaluator's resolver: a stub wins over the cmdlet of its name."""

    def __init__(self, discovery: Discovery, stubs: Iterable[str] = ()) -> None:
        self.discovery = discovery
        self.session: Session | None = None
        self.stubs = {name.lower(): Stub(name) for name in stubs}

    def find(self, name: str) -> Command | None:
        """The command of that name."""
        stub = self.stubs.get(name.lower()) if self.stubs else None
        return stub or self.discovery.find(name) or self._other(name)

    def has_module(self, name: str) -> bool:
        """Whether there is an emulated module of that name."""
        return self.discovery.module_named(name) is not None

    def views_of(self, type_name: str) -> Sequence[Any]:
        """The views of the module whose type it is."""
        return self.discovery.views_of(type_name)

    def _other(self, name: str) -> Command | None:
        """A script file."""
        from msolemu.host.script_files import find_script

        return None if self.session is None else find_script(self.session, name)


class Stub:
    """A command that accepts anything and returns nothing: what `--stub` makes of a name. It warns once."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.warned = False

    @property
    def command_type(self) -> CommandKind:
        """It stands for a cmdlet."""
        return CommandKind.CMDLET

    def stage(self, call: Invocation) -> Stage:
        """Nothing at work."""
        if not self.warned:
            self.warned = True
            call.streams.write_warning(f"'{self.name}' is a stub: it accepts anything and does nothing.")
        return Stage()
