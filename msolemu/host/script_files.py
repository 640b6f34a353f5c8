"""Script files as commands: `.\\other.ps1`, `& $path`, `. ./lib.ps1`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from msolemu.runtime.errors.records import ExitSignal
from msolemu.runtime.invoking.functions import FunctionStage
from msolemu.runtime.invoking.pipeline import CommandKind, Invocation, Stage
from msolemu.runtime.invoking.scriptblock import ScriptBlock, parsed
from msolemu.runtime.state.script_text import script_text

if TYPE_CHECKING:
    from msolemu.runtime.state.session import Session
    from msolemu.runtime.types.net_type import NetType
    from msolemu.runtime.values.objects import Value

EXTENSION = ".ps1"


class ScriptFile:
    """A script file found by its path."""

    __slots__ = ("_block", "path", "session", "shown")

    def __init__(self, session: Session, path: str, shown: str, block: ScriptBlock | None = None) -> None:
        self.session = session
        self.path = path
        self.shown = shown
        self._block = block

    @property
    def name(self) -> str:
        """The name of the file."""
        return os.path.basename(self.shown.replace("\\", "/"))  # noqa: PTH119  text in, text out

    @property
    def command_type(self) -> CommandKind:
        """An external script."""
        return CommandKind.EXTERNAL_SCRIPT

    @property
    def net_type(self) -> NetType:
        """ExternalScriptInfo."""
        from msolemu.runtime.reflection.command_types import EXTERNAL_SCRIPT

        return EXTERNAL_SCRIPT

    def __str__(self) -> str:
        return self.shown

    @property
    def script_block(self) -> ScriptBlock:
        """The text of the file as code; raises the error for a text that is not PowerShell."""
        if self._block is None:
            with open(self.path, "rb") as file:  # noqa: PTH123  a string, as `Place` has it
                text = script_text(file.read())
            block = parsed(self.session, text, self.shown)
            required = block.code.node.requirements
            if required is not None:
                from msolemu.host.requirements import demand

                demand(self.session, required, self.shown)
            self._block = block
        return self._block

    def stage(self, call: Invocation) -> Stage:
        """The script at work, in a scope of its own."""
        return ScriptStage(self.script_block, call, self.name, script=True)

    def dotted_stage(self, call: Invocation) -> Stage:
        """The script at work in the caller's scope."""
        return ScriptStage(self.script_block, call, self.name, dotted=True)


class ScriptStage(FunctionStage):
    """A script file that another calls: its `exit` ends itself alone, and leaves the code in `$LASTEXITCODE`."""

    failed = False

    def begin(self) -> None:
        """Bind and start."""
        self._until_exit(super().begin)

    def process(self, record: Value) -> None:
        """Take one record."""
        if not self.failed:
            self._until_exit(lambda: super(ScriptStage, self).process(record))

    def end(self) -> None:
        """Run to the end."""
        if not self.failed:
            self._until_exit(super().end)

    def _until_exit(self, run: object) -> None:
        try:
            run()  # type: ignore[operator]
        except ExitSignal as signal:
            session = self.call.session
            session.set_variable("LASTEXITCODE", signal.code, scope=session.global_scope)
            self.failed = True
            self.call.streams.had_errors = self.call.streams.had_errors or signal.code != 0


def find_script(session: Session, name: str) -> ScriptFile | None:
    """The script file that a name with a path in it leads to; None when it is no path or nothing is there."""
    locations = session.locations
    if locations is None or not ("/" in name or "\\" in name or name[1:2] == ":"):
        return None
    for candidate in (name, name + EXTENSION):
        if not candidate.lower().endswith(EXTENSION):
            continue
        place = locations.place(candidate)
        path = locations.checked(place)
        if os.path.isfile(path):  # noqa: PTH113  a string, as `Place` has it
            return ScriptFile(session, path, place.shown)
    return None
