"""The class of Connect-MsolService, of which scripts call one static method: no cmdlet disconnects."""

from __future__ import annotations

from msolemu.cmdlets.discovery import CmdletCommand
from msolemu.modules.msonline.types.contract import NAMESPACE
from msolemu.runtime.state.current import session
from msolemu.runtime.types.declaring import static
from msolemu.runtime.types.registry import OBJECT, declare

CONNECT = declare(f"{NAMESPACE}.Automation.ConnectMsolService", OBJECT)


@static(CONNECT, "void ClearUserSessionState()")
def clear_user_session_state() -> None:
    """Disconnect the session."""
    command = session().resolver.find("Connect-MsolService")
    if isinstance(command, CmdletCommand):
        command.services.connection.disconnect()
