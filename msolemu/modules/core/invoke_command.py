"""Invoke-Command."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from msolemu.cmdlets.declaration import Allow, Cmdlet, Parameter, Switch
from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.core.parameters import PS_OBJECT, PS_SESSION, SCRIPT_BLOCK, as_list
from msolemu.modules.core.remoting import EXCHANGE, AuthenticationMechanism, refuse
from msolemu.modules.core.services import CoreCall
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.invoking.scriptblock import ScriptBlock
from msolemu.runtime.values.objects import NOTHING, Value

invoke_command = Cmdlet(
    "Invoke-Command",
    "Runs a script block.",
    aliases=("icm",),
    examples={"Invoke-Command { param($n) $n * 2 } -ArgumentList 4": "Runs a script block with an argument."},
)

Arguments = Annotated[Sequence[Any], Parameter("Its arguments.", aliases=("Args",))]
Input = Annotated[Value, Parameter("Its input.", from_pipeline=True, type=PS_OBJECT)]


@invoke_command.parameter_set("InProcess", default=True)
@dataclass
class InProcess:
    """The script block runs here, in a scope of its own; `$input` has what the pipeline gave."""

    call: CoreCall
    script_block: Annotated[ScriptBlock, Parameter("What to run.", position=0, aliases=("Command",), type=SCRIPT_BLOCK)]
    no_new_scope: Annotated[Switch, Parameter("Runs in the scope of the caller.")] = False
    argument_list: Arguments = ()
    taken: list[Value] = field(init=False, default_factory=list)

    def process(self, input_object: Input = NOTHING) -> None:
        """Keep what the pipeline gives."""
        if input_object is not NOTHING:
            self.taken.append(input_object)

    def end(self) -> None:
        """Run the script block."""
        emit = self.call.emit
        arguments = list(self.argument_list or ())
        if self.no_new_scope:
            self.script_block.run_into(emit, None, arguments)
            return
        for value in self.script_block.invoke(arguments, input_values=self.taken, emit=emit):
            emit(value)


RemoteBlock = Annotated[ScriptBlock, Parameter("What to run.", position=1, aliases=("Command",), type=SCRIPT_BLOCK)]
HideComputerName = Annotated[Switch, Parameter("Leaves the computer's name out of the output.", aliases=("HCN",))]


@invoke_command.parameter_set("Session")
def in_session(
    call: CoreCall,
    script_block: RemoteBlock,
    session: Annotated[
        Any,
        Parameter(
            "Where to run it.", position=0, type=PS_SESSION + "[]", mandatory=False, allow=Allow.NULL, convert=as_list
        ),
    ] = None,
    hide_computer_name: HideComputerName = False,
    argument_list: Arguments = (),
    input_object: Input = None,
) -> None:
    """There is never a session; the refusal names the service that scripts open one for."""
    refuse(call, EXCHANGE[0])


@invoke_command.parameter_set("Uri")
def at_address(
    call: CoreCall,
    script_block: RemoteBlock,
    connection_uri: Annotated[
        Sequence[Any],
        Parameter("The addresses.", position=0, aliases=("URI", "CU"), type="System.Uri[]", mandatory=False),
    ] = (),
    credential: Annotated[
        Any, Parameter("Who connects.", type="System.Management.Automation.PSCredential", from_property=True)
    ] = None,
    configuration_name: Annotated[str, Parameter("The kind of session.", from_property=True)] = "",
    authentication: Annotated[AuthenticationMechanism | None, Parameter("How to sign in.")] = None,
    allow_redirection: Annotated[Switch, Parameter("To another address, if told so.")] = False,
    hide_computer_name: HideComputerName = False,
    argument_list: Arguments = (),
    input_object: Input = None,
) -> None:
    """No service is reached; the refusal names the one that was meant."""
    for one in connection_uri:
        refuse(call, to_text(one))
