"""Pause, help: the functions of a PowerShell console."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.cmdlets.help import HelpTopic
from msolemu.modules.core.services import CoreCall

pause = Cmdlet(
    "Pause",
    "Waits until Enter is pressed.",
    examples={"# Pause": "Waits at the end of a script that runs in a window of its own."},
)


@pause.parameter_set()
def waited(call: CoreCall) -> None:
    """Asks as Read-Host does; where nobody can be asked it fails as Read-Host does."""
    from msolemu.runtime.binding.confirmation import nobody_answers

    if call.session.host.read_line("Press Enter to continue...: ") is None:
        raise nobody_answers()


help_ = Cmdlet(
    "help",
    "Explains a command.",
    examples={"help Get-MsolUser": "Shows what Get-Help shows."},
)


@help_.parameter_set()
def explained(
    call: CoreCall,
    name: Annotated[str, Parameter("The command.", position=0, from_property=True)] = "",
    full: Annotated[Switch, Parameter("Everything.")] = False,
    detailed: Annotated[Switch, Parameter("With parameters and examples.")] = False,
    examples: Annotated[Switch, Parameter("The examples only.")] = False,
) -> Output[HelpTopic]:
    """The same as Get-Help; the screen is not shown page by page."""
    from msolemu.modules.core.help import topics

    view = "full" if full else "detailed" if detailed else "examples" if examples else "default"
    yield from topics(call, name, (), view)
