"""New-PSTransportOption: the limits that a session configuration of another computer would have."""

from __future__ import annotations

import enum
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.core.services import CoreCall
from msolemu.runtime.binding.validation import ValidateRange
from msolemu.runtime.types.registry import net_enum, net_object

LAST = 2**31 - 1
LONGEST_IDLE = 2_147_483


@net_enum("System.Management.Automation.Runspaces.OutputBufferingMode")
class OutputBufferingMode(enum.Enum):
    """What happens to output that nobody takes."""

    None_ = 0
    Drop = 1
    Block = 2


@net_object("Microsoft.PowerShell.Commands.WSManConfigurationOption")
@dataclass(slots=True)
class TransportOption:
    """The limits that were asked for."""

    ProcessIdleTimeoutSec: int | None
    MaxIdleTimeoutSec: int | None
    MaxSessions: int | None
    MaxConcurrentCommandsPerSession: int | None
    MaxSessionsPerUser: int | None
    MaxMemoryPerSessionMB: int | None
    MaxProcessesPerSession: int | None
    MaxConcurrentUsers: int | None
    IdleTimeoutSec: int | None
    OutputBufferingMode: OutputBufferingMode | None


def limit(text: str, first: int, last: int, name: str = "") -> Parameter:
    """The marks of a number within bounds."""
    return Parameter(text, name=name, nullable=True, from_property=True, validate=(ValidateRange(first, last),))


new_ps_transport_option = Cmdlet(
    "New-PSTransportOption",
    "Makes an object with the limits of a session configuration.",
    output=TransportOption,
    examples={"(New-PSTransportOption -MaxSessions 5).MaxSessions": "Makes one with a limit of five sessions."},
)


@new_ps_transport_option.parameter_set()
def option(
    call: CoreCall,
    max_idle_timeout_sec: Annotated[int | None, limit("The longest idle time.", 60, LONGEST_IDLE)] = None,
    process_idle_timeout_sec: Annotated[int | None, limit("The idle time of a host process.", 0, 1_209_600)] = None,
    max_sessions: Annotated[int | None, limit("Sessions at a time.", 1, LAST)] = None,
    max_concurrent_commands_per_session: Annotated[int | None, limit("Commands at a time.", 1, LAST)] = None,
    max_sessions_per_user: Annotated[int | None, limit("Sessions of a user.", 1, LAST)] = None,
    max_memory_per_session_mb: Annotated[
        int | None, limit("Memory of a session.", 5, LAST, "MaxMemoryPerSessionMB")
    ] = None,
    max_processes_per_session: Annotated[int | None, limit("Processes of a session.", 1, LAST)] = None,
    max_concurrent_users: Annotated[int | None, limit("Users at a time.", 1, LAST)] = None,
    idle_timeout_sec: Annotated[int | None, limit("The idle time.", 60, LONGEST_IDLE)] = None,
    output_buffering_mode: Annotated[
        OutputBufferingMode | None,
        Parameter("What happens to output that nobody takes.", nullable=True, from_property=True),
    ] = None,
) -> Output[TransportOption]:
    """The object can be looked at; there is no session configuration that takes it."""
    yield TransportOption(
        process_idle_timeout_sec,
        max_idle_timeout_sec,
        max_sessions,
        max_concurrent_commands_per_session,
        max_sessions_per_user,
        max_memory_per_session_mb,
        max_processes_per_session,
        max_concurrent_users,
        idle_timeout_sec,
        output_buffering_mode,
    )
