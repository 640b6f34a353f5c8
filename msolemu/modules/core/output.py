"""Out-Default, Out-Host, Out-Null."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Parameter, Switch
from msolemu.formatting.choice import Formatter
from msolemu.formatting.console import context_of
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.core.parameters import PS_OBJECT, InputObject
from msolemu.modules.core.services import CoreCall
from msolemu.runtime.values.objects import NOTHING, Value

out_null = Cmdlet(
    "Out-Null", "Drops its input.", examples={"Get-Date | Out-Null": "Runs a command and shows nothing of its output."}
)


Ended = Annotated[Value, Parameter("The objects, which end here.", from_pipeline=True, type=PS_OBJECT)]


@out_null.parameter_set()
@dataclass
class Dropped:
    """What a command gives is neither shown nor kept; its errors and messages still are."""

    def process(self, input_object: Ended = NOTHING) -> None:
        """Drop one object."""


out_host = Cmdlet(
    "Out-Host",
    "Shows its input on the screen.",
    aliases=("oh",),
    examples={"Get-Date | Out-Host": "Shows the date, and passes nothing on."},
)


@out_host.parameter_set()
@dataclass
class Shown:
    """The objects are drawn as they are at the end of a pipeline, in a display of their own."""

    call: CoreCall

    def __post_init__(self) -> None:
        host = self.call.session.host
        context = context_of(self.call.session, on_host=True)
        self.formatter = Formatter(context, host.width - 1, host.write_line, height=host.height)

    def process(self, input_object: InputObject = NOTHING) -> None:
        """Draw one object."""
        self.formatter.add(input_object)

    def end(self) -> None:
        """Draw what waits for its group to end."""
        self.formatter.finish()


out_default = Cmdlet(
    "Out-Default",
    "Shows its input where a pipeline's output goes by itself.",
    examples={"Get-Date | Out-Default": "Shows the date as if nothing stood after the command."},
)


@out_default.parameter_set()
@dataclass
class Passed(Shown):
    """What PowerShell puts at the end of each pipeline; a script that names it gets a display of its own."""

    transcript: Annotated[Switch, Parameter("Whether a transcript takes the output too; it always does here.")] = False
