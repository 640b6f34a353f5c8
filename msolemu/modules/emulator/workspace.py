"""Reset-EmuWorkspace."""

from __future__ import annotations

from msolemu.cmdlets.declaration import Cmdlet, ConfirmImpact
from msolemu.modules.emulator.services import EmuCall

reset_emu_workspace = Cmdlet(
    "Reset-EmuWorkspace",
    "Puts the workspace back as it was when it was new.",
    should_process=True,
    confirm_impact=ConfirmImpact.HIGH,
    examples={"Reset-EmuWorkspace -Confirm:$false": "Empties the workspace and fills it with its seed again."},
)


@reset_emu_workspace.parameter_set()
def reset(call: EmuCall) -> None:
    """Clock and switches stay as they are. `msolemu workspace undo` takes it back."""
    if call.should_process("the workspace"):
        call.services.states.reset()
