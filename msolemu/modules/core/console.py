"""Pause: what PowerShell has as a function of its console."""

from __future__ import annotations

from msolemu.cmdlets.declaration import Cmdlet
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
