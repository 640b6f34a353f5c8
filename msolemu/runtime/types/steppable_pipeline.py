"""System.Management.Automation.SteppablePipeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msolemu.runtime.types.declaring import method
from msolemu.runtime.types.registry import known_type
from msolemu.runtime.values.objects import Value, unwrap

if TYPE_CHECKING:
    from msolemu.runtime.invoking.advanced import FunctionCmdlet
    from msolemu.runtime.invoking.steppable import SteppablePipeline

STEPPABLE = known_type("System.Management.Automation.SteppablePipeline")


@method(STEPPABLE, "void Begin(bool expectInput)")
def begin(pipeline: SteppablePipeline, expects_input: bool) -> None:
    """Start, and keep the output for who moves the pipeline on."""
    pipeline.begin(None, expects_input=expects_input)


@method(STEPPABLE, "void Begin(System.Management.Automation.PSScriptCmdlet command)")
def begin_within(pipeline: SteppablePipeline, cmdlet: FunctionCmdlet) -> None:
    """Start as a part of a function: its input comes, and its output takes what comes out."""
    stage = unwrap(cmdlet).bound.stage
    pipeline.begin(stage.frame.emit, expects_input=stage.call.expects_input)


@method(STEPPABLE, "array Process(System.Object input)", "array Process()")
def process(pipeline: SteppablePipeline, *records: Value) -> list[Value]:
    """Hand on a record."""
    return pipeline.process(records)


@method(STEPPABLE, "array End()")
def end(pipeline: SteppablePipeline) -> list[Value]:
    """There are no more records."""
    return pipeline.end()


@method(STEPPABLE, "void Clean()", "void Dispose()")
def dispose(pipeline: SteppablePipeline) -> None:
    """It is over."""
    pipeline.close()
