"""Runs text in a session and shows the output: what `exec`, `run`, the shell and labs are made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from msolemu.foundation.dataclass import dataclass
from msolemu.host.script_files import ScriptFile
from msolemu.runtime.casting.conversion import culture_text
from msolemu.runtime.compiling.blocks import continue_after
from msolemu.runtime.errors.records import (
    ErrorRecord,
    ExitSignal,
    LoopSignal,
    PowerShellError,
    ReturnSignal,
    StopUpstream,
)
from msolemu.runtime.invoking.arguments import script_arguments
from msolemu.runtime.invoking.functions import FunctionStage, too_deep
from msolemu.runtime.invoking.pipeline import Invocation
from msolemu.runtime.invoking.scriptblock import Code, ScriptBlock, parsed_tree
from msolemu.runtime.state import current
from msolemu.runtime.state.frame import Frame
from msolemu.runtime.state.streams import InformationRecord, MessageRecord, ProgressRecord, StreamKind
from msolemu.runtime.text.decorations import RESET

if TYPE_CHECKING:
    from msolemu.host.progress import ProgressPane
    from msolemu.runtime.state.session import Session
    from msolemu.runtime.values.objects import Value

LABELS = {StreamKind.WARNING: "WARNING", StreamKind.VERBOSE: "VERBOSE", StreamKind.DEBUG: "DEBUG"}


class Display(Protocol):
    """Default formatting: what reaches the end of a pipeline is drawn."""

    def add(self, value: Value) -> None:
        """Draw one object."""
        ...

    def finish(self) -> None:
        """Draw what waits."""
        ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended. `code` is what a process would end with after a script file; `succeeded` is `$?` at the end."""

    code: int = 0
    succeeded: bool = True
    exited: bool = False
    failed: bool = False

    @property
    def command_code(self) -> int:
        """The code of `pwsh -Command`: 1 too when the last command failed."""
        return self.code if self.exited or self.code else int(not self.succeeded)


class Runspace:
    """A session with its display. One display serves all statements of a run."""

    def __init__(
        self,
        session: Session,
        display: Callable[[Session, Callable[[str], None]], Display],
        log_error: Callable[[ErrorRecord], None] | None = None,
    ) -> None:
        self.session = session
        self._make_display = display
        self._display: Display | None = None
        self._log_error = log_error
        self._progress: ProgressPane | None = None
        session.show = self.show
        session.error_lines = self.error_lines

    def _write_line(self, text: str) -> None:
        """To the host of that moment: while a transcript is kept, its recorder stands before the console."""
        self.session.host.write_line(text)

    def run(self, text: str, file: str | None = None, args: Sequence[str] = ()) -> Outcome:
        """Run a text; with `file`, as that script file, its parameters bound from `args`."""
        session = self.session
        current.enter(session)
        self._display = self._make_display(session, self._write_line)
        try:
            return self._guarded(text, file, args)
        finally:
            self._display = None
            self._end_progress()

    def _guarded(self, text: str, file: str | None, args: Sequence[str]) -> Outcome:
        display = self._display
        assert display is not None
        try:
            try:
                return self._run(text, file, args)
            finally:
                display.finish()
        except RecursionError:
            return self._failed(too_deep().record)
        except PowerShellError as error:
            return self._failed(error.record)
        except Exception as error:  # noqa: BLE001  the one place where a bug of our own is caught
            from msolemu.host.faults import fault_line

            self.session.host.write_error_line(fault_line(error))
            return Outcome(1, succeeded=False, failed=True)

    def _run(self, text: str, file: str | None, args: Sequence[str]) -> Outcome:
        session = self.session
        tree = parsed_tree(session, text, file)
        session.propagates = 0
        session.depth = 0
        block = ScriptBlock(Code(tree), session)
        try:
            if tree.requirements is not None:
                from msolemu.host.requirements import demand

                demand(session, tree.requirements, file or "")
            self._start(block, file, args)
        except ExitSignal as signal:
            return Outcome(signal.code & 0xFF, succeeded=not signal.code, exited=True)
        except (LoopSignal, ReturnSignal, StopUpstream):
            pass
        except PowerShellError as error:
            return self._uncaught(error)
        return Outcome(0, session.ok)

    def _start(self, block: ScriptBlock, file: str | None, args: Sequence[str]) -> None:
        session = self.session
        display = self._display
        assert display is not None
        scope = session.global_scope
        frame = Frame(session, scope, display.add, session.streams)
        session.frame = frame
        call = Invocation(session, file or "", script_arguments(args), session.streams.below(scope), frame)
        call.command = ScriptFile(session, file, file, block) if file else block
        stage = FunctionStage(block, call, file or "", dotted=True)
        stage.emit = display.add
        try:
            stage.begin()
            stage.end()
        finally:
            stage.close()
            session.frame = session.frame_in(scope)

    def _uncaught(self, error: PowerShellError) -> Outcome:
        """A terminating error that nobody caught ends the script; one of a statement is only shown."""
        session = self.session
        session.propagates = 0
        try:
            continue_after(session.frame_in(session.global_scope), error)
        except PowerShellError as final:
            return self._failed(final.record)
        return Outcome(1, succeeded=False, failed=True)

    def _failed(self, record: ErrorRecord) -> Outcome:
        self.session.ok = False
        self.session.remember_error(record)
        self.show(StreamKind.ERROR, record)
        return Outcome(1, succeeded=False, failed=True)

    def error_lines(self, record: ErrorRecord) -> list[str]:
        """The lines that show an error, in the view that `$ErrorView` names."""
        from msolemu.host.error_view import error_lines

        view = self.session.get_variable("ErrorView", scope=self.session.frame.scope)
        return error_lines(record, view, self.session.host.width)

    def show(self, stream: StreamKind, record: Value) -> None:
        """Show what a stream other than output carries."""
        host = self.session.host
        if isinstance(record, ErrorRecord):
            if self._log_error is not None:
                self._log_error(record)
            for line in self.error_lines(record):
                host.write_error_line(line)
        elif isinstance(record, InformationRecord):
            self._show_information(record)
        elif isinstance(record, MessageRecord):
            label = LABELS[record.stream]
            accent = self.session.accent(label.capitalize())
            text = f"{accent}{label}: {record.message}{RESET if accent else ''}"
            for line in self.session.shown(text).split("\n"):
                host.write_line(line)
        elif isinstance(record, ProgressRecord):
            self._show_progress(record)
        elif self._display is not None:
            self._display.add(record)

    def _show_information(self, record: InformationRecord) -> None:
        text = record.message_data if isinstance(record.message_data, str) else culture_text(record.message_data)
        write = self.session.host.write_line if record.newline else self.session.host.write
        write(self.session.shown(text), record.foreground, record.background)

    def _show_progress(self, record: ProgressRecord) -> None:
        """Move a bar on, where somebody sits and sees it."""
        session = self.session
        if not session.host.is_terminal:
            return
        from msolemu.host.progress import BarStyle, ProgressPane

        if self._progress is None:
            self._progress = ProgressPane()
        self._progress.take(record)
        session.host.show_progress(self._progress.lines(BarStyle.of(session.style, session.host.width)))

    def _end_progress(self) -> None:
        """No bar outlives what was run."""
        if self._progress:
            self._progress.clear()
            self.session.host.show_progress(())
