"""Commands of the machine itself: processes, services, the clipboard. They are known, and refused by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from msolemu.cmdlets.declaration import Cmdlet, Parameter
from msolemu.modules.management.parameters import ManagementCall
from msolemu.runtime.errors.records import ErrorCategory, not_emulated

ANYTHING = Annotated[
    Any,
    Parameter("Whatever the command takes.", position=0, type="System.Object", remaining=True, from_pipeline=True),
]
LISTED: dict[str, tuple[str, tuple[str, ...]]] = {
    "Get-Process": ("gps ps", ("Name", "Id", "ComputerName")),
    "Start-Process": ("saps start", ("FilePath", "ArgumentList", "Verb", "Wait", "NoNewWindow", "PassThru")),
    "Stop-Process": ("spps kill", ("Name", "Id", "Force")),
    "Wait-Process": ("", ("Name", "Id")),
    "Get-Service": ("gsv", ("Name", "ComputerName")),
    "Start-Service": ("sasv", ("Name",)),
    "Stop-Service": ("spsv", ("Name", "Force")),
    "Restart-Service": ("", ("Name", "Force")),
    "Set-Service": ("", ("Name", "StartupType", "Status")),
    "Restart-Computer": ("", ("ComputerName", "Force")),
    "Stop-Computer": ("", ("ComputerName", "Force")),
    "Rename-Computer": ("", ("NewName", "Restart", "Force")),
    "Get-ComputerInfo": ("gin", ("Property",)),
    "Get-HotFix": ("", ("Id",)),
    "Get-Clipboard": ("gcb", ("Raw",)),
    "Set-Clipboard": ("scb", ("Value",)),
    "Get-EventLog": ("", ("LogName", "Newest", "EntryType", "Source", "After", "ComputerName")),
    "Write-EventLog": ("", ("LogName", "Source", "EventId", "EntryType", "Message")),
    "New-EventLog": ("", ("LogName", "Source")),
    "Get-WmiObject": ("gwmi", ("Class", "ComputerName", "Filter", "Namespace", "Query")),
}


def _refused(name: str, aliases: str, parameters: tuple[str, ...]) -> Cmdlet:
    cmdlet = Cmdlet(
        name,
        "Is refused: nothing outside the workspace is reached.",
        aliases=aliases.split(),
        examples={f"try {{ {name} }} catch {{ 'refused' }}": "Is refused."},
    )
    named = {
        one: Annotated[
            Any, Parameter("A parameter of the real command.", name=one, type="System.Object", mandatory=False)
        ]
        for one in parameters
    }
    cmdlet.parameter_set(parameters=named)(_refusal(name))
    return cmdlet


def _refusal(name: str) -> Callable[..., None]:
    def refuse(call: ManagementCall, arguments: ANYTHING = None) -> None:
        """Processes, services and the rest of the machine are none of a lab's business."""
        raise call.error(
            "CommandNotEmulated",
            f"{name} is not emulated: msolemu reaches nothing outside the workspace.",
            ErrorCategory.NOT_IMPLEMENTED,
        )

    return refuse


(
    get_process,
    start_process,
    stop_process,
    wait_process,
    get_service,
    start_service,
    stop_service,
    restart_service,
    set_service,
    restart_computer,
    stop_computer,
    rename_computer,
    get_computer_info,
    get_hot_fix,
    get_clipboard,
    set_clipboard,
    get_event_log,
    write_event_log,
    new_event_log,
    get_wmi_object,
) = (_refused(name, *marks) for name, marks in LISTED.items())

test_connection = Cmdlet(
    "Test-Connection",
    "Is refused: msolemu opens no network connection.",
    examples={"try { Test-Connection contoso.com } catch { 'refused' }": "Is refused."},
)


@test_connection.parameter_set("DefaultPing", default=True)
def ping(call: ManagementCall) -> None:
    """Nothing is reached over the network."""
    raise not_emulated("CommandNotEmulated", call.cmdlet.name)
