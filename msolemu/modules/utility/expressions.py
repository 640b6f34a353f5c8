"""Invoke-Expression, Measure-Command."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.utility.parameters import InputObject, UtilityCall
from msolemu.runtime.errors.records import ReturnSignal
from msolemu.runtime.invoking.scriptblock import ScriptBlock
from msolemu.runtime.types.time_span import TimeSpan
from msolemu.runtime.values.objects import NOTHING, Value

invoke_expression = Cmdlet(
    "Invoke-Expression",
    "Runs text as PowerShell.",
    aliases=("iex",),
    examples={"Invoke-Expression '1 + 1'": "Gives 2."},
)


@invoke_expression.parameter_set()
def run_text(
    call: UtilityCall, command: Annotated[str, Parameter("The text.", position=0, from_pipeline=True)]
) -> Output[Value]:
    """The text runs in the current scope, as if it stood in place of the command."""
    from msolemu.runtime.state.frame import Frame

    session = call.session
    code = session.parse(command).code.ready()
    if code.end is None:
        return
    frame = Frame(session, session.frame.scope, call.emit, call.streams)
    kept = session.frame
    session.frame = frame
    try:
        code.end(frame)
    except ReturnSignal:
        pass
    finally:
        session.frame = kept
    yield from ()


measure_command = Cmdlet(
    "Measure-Command",
    "Tells how long a script block takes.",
    output=TimeSpan,
    examples={"(Measure-Command { 1..10 }).TotalSeconds -ge 0": "Measures a loop; its output is dropped."},
)


@measure_command.parameter_set()
@dataclass(kw_only=True)
class MeasureCommand:
    """The block runs in the current scope. Where lab time is frozen its steps count, else the host's clock."""

    call: UtilityCall
    expression: Annotated[
        ScriptBlock, Parameter("What to run.", position=0, type="System.Management.Automation.ScriptBlock")
    ]
    seconds: float = field(init=False, default=0.0)

    def process(self, input_object: InputObject = NOTHING) -> None:
        """Run the block, with the object as `$_`."""
        clock = self.call.session.clock
        before, started = clock.now(), time.perf_counter()
        self.expression.run_with(None if input_object is NOTHING else input_object)
        stepped = (clock.now() - before).total_seconds()
        self.seconds += max(stepped, time.perf_counter() - started)

    def end(self) -> Iterator[TimeSpan]:
        """Give the time."""
        yield TimeSpan(int(self.seconds * 10_000_000))
