"""`GetSteppablePipeline()`: a pipeline whose owner hands it record by record, as a proxy function does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msolemu.language import syntax
from msolemu.runtime.errors.records import StatementError, runtime_error
from msolemu.runtime.invoking.commands import command
from msolemu.runtime.invoking.pipeline import Stage, connect

if TYPE_CHECKING:
    from msolemu.runtime.invoking.scriptblock import ScriptBlock
    from msolemu.runtime.state.frame import Frame
    from msolemu.runtime.types.net_type import NetType
    from msolemu.runtime.values.objects import Value


class SteppablePipeline:
    """One run of the pipeline that is the whole of a script block, its words read in the scope of who asked."""

    def __init__(self, block: ScriptBlock, frame: Frame) -> None:
        self.starts = [command(element) for element in _elements(block)]
        self.frame = frame
        self.stages: list[Stage] = []
        self.output: list[Value] = []

    @property
    def net_type(self) -> NetType:
        """SteppablePipeline."""
        from msolemu.runtime.types.registry import known_type

        return known_type("System.Management.Automation.SteppablePipeline")

    def begin(self, emit: Callable[[Value], None] | None, *, expects_input: bool) -> None:
        """Start every command; without `emit` the output waits for whoever moves the pipeline on."""
        if self.stages:
            raise _invalid("Cannot execute the operation. The pipeline has already begun.")
        total = len(self.starts)
        self.stages = [
            start(self.frame, index, total, expects_input or index > 0) for index, start in enumerate(self.starts)
        ]
        connect(self.stages, emit or self.output.append)
        for stage in self.stages:
            stage.begin()

    def process(self, records: Sequence[Value]) -> list[Value]:
        """Hand records to the first command; what came out, as far as nobody else got it."""
        self._demand_begun()
        for record in records:
            self.stages[0].process(record)
        return self._taken()

    def end(self) -> list[Value]:
        """There is no more input."""
        self._demand_begun()
        for stage in self.stages:
            stage.end()
        self.close()
        return self._taken()

    def close(self) -> None:
        """The pipeline is over, however it ended."""
        stages, self.stages = self.stages, []
        for stage in stages:
            stage.close()

    def _demand_begun(self) -> None:
        if not self.stages:
            raise _invalid("Cannot execute the operation. The pipeline has not begun.")

    def _taken(self) -> list[Value]:
        taken, self.output[:] = self.output[:], []
        return taken


def _elements(block: ScriptBlock) -> Sequence[syntax.Command]:
    node = block.code.node
    statements = node.end_block.statements if node.end_block is not None else ()
    only = statements[0] if len(statements) == 1 else None
    if isinstance(only, syntax.Pipeline):
        commands = [element for element in only.elements if isinstance(element, syntax.Command)]
        if len(commands) == len(only.elements):
            return commands
    raise _invalid(
        "Only a script block that contains exactly one pipeline or command can be converted. Expressions or control "
        "structures are not permitted. Verify that the script block contains exactly one pipeline or command."
    )


def _invalid(message: str) -> StatementError:
    kind = "System.Management.Automation.PSInvalidOperationException"
    return runtime_error("InvalidOperation", message, exception_type=kind)
