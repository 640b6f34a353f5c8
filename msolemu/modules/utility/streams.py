"""Write-Output, Write-Warning, Write-Verbose, Write-Debug, Write-Information, Write-Progress."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Allow, Cmdlet, Output, Parameter, Switch
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.utility.parameters import NON_NEGATIVE, UtilityCall
from msolemu.runtime.binding.validation import ValidateNotNullOrEmpty, ValidateRange
from msolemu.runtime.state.streams import InformationRecord, ProgressRecord
from msolemu.runtime.values.objects import Value, enumerate_value, is_enumerable

write_output = Cmdlet(
    "Write-Output",
    "Gives objects to the next command, or to the screen.",
    aliases=("echo",),
    examples={"Write-Output 'a', 'b'": "Gives two objects.", "Write-Output (1, 2) -NoEnumerate": "Gives an array."},
)


@write_output.parameter_set()
@dataclass(kw_only=True)
class WriteOutput:
    """A collection is given element by element, unless -NoEnumerate is said."""

    no_enumerate: Annotated[Switch, Parameter("Gives a collection as one object.")] = False

    def process(
        self,
        input_object: Annotated[
            Value,
            Parameter(
                "The objects.",
                position=0,
                type="System.Management.Automation.PSObject",
                from_pipeline=True,
                remaining=True,
                mandatory=True,
                allow=Allow.NULL | Allow.EMPTY_COLLECTION,
            ),
        ],
    ) -> Output[Value]:
        """Give one object."""
        if self.no_enumerate or not is_enumerable(input_object):
            yield input_object
        else:
            yield from enumerate_value(input_object)


Message = Annotated[
    str,
    Parameter("The text.", position=0, from_pipeline=True, aliases=("Msg",), allow=Allow.EMPTY_TEXT),
]

write_warning = Cmdlet(
    "Write-Warning", "Writes a warning.", examples={"Write-Warning 'Nobody has a licence.'": "Shows a warning."}
)


@write_warning.parameter_set()
def warn(call: UtilityCall, message: Message) -> None:
    """What happens with it, $WarningPreference says."""
    call.write_warning(message)


write_verbose = Cmdlet(
    "Write-Verbose",
    "Writes a message that is shown only where somebody asks for it.",
    examples={"Write-Verbose 'Three rows read.' -Verbose": "Shows the message."},
)


@write_verbose.parameter_set()
def tell(call: UtilityCall, message: Message) -> None:
    """It is shown where -Verbose is given or $VerbosePreference is Continue."""
    call.write_verbose(message)


write_debug = Cmdlet(
    "Write-Debug",
    "Writes a message for whoever looks for a fault.",
    examples={"Write-Debug 'x is 1' -Debug": "Shows the message."},
)


@write_debug.parameter_set()
def debug(call: UtilityCall, message: Message) -> None:
    """It is shown where -Debug is given or $DebugPreference is Continue."""
    call.write_debug(message)


write_information = Cmdlet(
    "Write-Information",
    "Writes an object to the information stream.",
    examples={"Write-Information 'Done.' -InformationAction Continue": "Shows the message."},
)


@write_information.parameter_set()
def inform(
    call: UtilityCall,
    message_data: Annotated[
        Value,
        Parameter(
            "The object.",
            position=0,
            type="System.Object",
            from_pipeline=True,
            aliases=("Msg", "Message"),
            mandatory=True,
            allow=Allow.NULL,
        ),
    ],
    tags: Annotated[list[str] | None, Parameter("Words by which the record can be found.", position=1)] = None,
) -> None:
    """It is shown where -InformationAction or $InformationPreference is Continue."""
    call.streams.write_information(InformationRecord(message_data, call.invocation.name, tuple(tags or ())))


write_progress = Cmdlet(
    "Write-Progress",
    "Shows how far a long command has come.",
    examples={"Write-Progress 'Reading' -PercentComplete 50": "Shows a bar on a terminal, nothing elsewhere."},
)


@write_progress.parameter_set()
@dataclass(kw_only=True)
class WriteProgress:
    """A bar on a terminal; where nobody sits nothing is shown."""

    call: UtilityCall
    activity: Annotated[str, Parameter("What goes on.", position=0, mandatory=False)] = "Processing"
    status: Annotated[str, Parameter("How it stands.", position=1, validate=(ValidateNotNullOrEmpty(),))] = "Processing"
    id: Annotated[int, Parameter("Which bar, where there are several.", position=2, validate=(NON_NEGATIVE,))] = 0
    percent_complete: Annotated[
        int, Parameter("How much is done, in per cent.", validate=(ValidateRange(-1, 100),))
    ] = -1
    seconds_remaining: Annotated[int, Parameter("How long it will still take.")] = -1
    current_operation: Annotated[str | None, Parameter("What is being done right now.")] = None
    parent_id: Annotated[
        int, Parameter("The bar that this one belongs to.", validate=(ValidateRange(-1, 2**31 - 1),))
    ] = -1
    completed: Annotated[Switch, Parameter("Takes the bar away.")] = False
    source_id: Annotated[int, Parameter("Where the record comes from.")] = 0

    def end(self) -> None:
        """Hand the record to the stream."""
        self.call.streams.write_progress(
            ProgressRecord(
                self.activity,
                self.status,
                self.id,
                self.parent_id,
                self.percent_complete,
                self.seconds_remaining,
                self.current_operation or "",
                bool(self.completed),
                self.source_id,
            )
        )
