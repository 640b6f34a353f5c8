"""New-PSSession, Get-PSSession, Import-PSSession, Remove-PSSession, Enter-PSSession, Exit-PSSession: there is no other
computer."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import Annotated, Any

from msolemu.cmdlets.declaration import Allow, Cmdlet, Output, Parameter, Switch
from msolemu.modules.core.parameters import PS_SESSION, as_list
from msolemu.modules.core.services import CoreCall
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.errors.records import ErrorCategory
from msolemu.runtime.types.registry import net_enum

EXCHANGE = ("outlook.office365.com", "ps.outlook.com", "protection.outlook.com", "outlook.com")


@net_enum("System.Management.Automation.Runspaces.AuthenticationMechanism")
class AuthenticationMechanism(enum.Enum):
    """How a session signs in."""

    Default = 0
    Basic = 1
    Negotiate = 2
    NegotiateWithImplicitCredential = 3
    Credssp = 4
    Digest = 5
    Kerberos = 6


def itself(value: Any) -> Any:
    """The argument as it was given."""
    return value


def service_of(target: str) -> str:
    """The service that an address belongs to, in words."""
    lowered = target.lower()
    if any(host in lowered for host in EXCHANGE):
        return "Exchange Online"
    return "Skype for Business Online" if "lync" in lowered else f"the computer '{target}'"


new_ps_session = Cmdlet(
    "New-PSSession",
    "Would open a session on another computer.",
    aliases=("nsn",),
    examples={"New-PSSession server1 -ErrorAction SilentlyContinue": "Is refused, naming the computer."},
)
Text = Annotated[str, Parameter("Text for the other side; no other side is reached here.")]


@new_ps_session.parameter_set("ComputerName", default=True)
def to_computer(
    call: CoreCall,
    computer_name: Annotated[
        Sequence[str], Parameter("The computers.", position=0, from_pipeline=True, from_property=True, aliases=("Cn",))
    ] = ("localhost",),
    credential: Annotated[
        Any, Parameter("Who connects.", type="System.Management.Automation.PSCredential", from_property=True)
    ] = None,
    name: Annotated[Sequence[str], Parameter("The names of the sessions.")] = (),
    configuration_name: Text = "",
    port: Annotated[int, Parameter("The port.")] = 0,
    use_ssl: Annotated[Switch, Parameter("Encrypted.", name="UseSSL")] = False,
    authentication: Annotated[AuthenticationMechanism | None, Parameter("How to sign in.")] = None,
    session_option: Annotated[Any, Parameter("Options.")] = None,
) -> None:
    """No other computer is reached; the refusal names the one that was meant."""
    for one in computer_name:
        refuse(call, one)


@new_ps_session.parameter_set("Uri")
def to_uri(
    call: CoreCall,
    connection_uri: Annotated[
        Sequence[Any],
        Parameter(
            "The addresses.",
            position=1,
            from_property=True,
            aliases=("URI", "CU"),
            type="System.Uri[]",
        ),
    ],
    configuration_name: Text = "",
    credential: Annotated[
        Any, Parameter("Who connects.", type="System.Management.Automation.PSCredential", from_property=True)
    ] = None,
    name: Annotated[Sequence[str], Parameter("The names of the sessions.")] = (),
    authentication: Annotated[AuthenticationMechanism | None, Parameter("How to sign in.")] = None,
    allow_redirection: Annotated[Switch, Parameter("To another address, if told so.")] = False,
    session_option: Annotated[Any, Parameter("Options.")] = None,
) -> None:
    """No service is reached; the refusal names the one that was meant."""
    for one in connection_uri:
        refuse(call, to_text(one))


def refuse(call: CoreCall, target: str) -> None:
    """The error for a session that is not opened."""
    call.write_error(
        "RemotingNotEmulated",
        f"A session with {service_of(target)} is not emulated: msolemu opens no network connections.",
        ErrorCategory.NOT_IMPLEMENTED,
        "System.Management.Automation.Remoting.PSRemotingTransportException",
        target=target,
    )


get_ps_session = Cmdlet(
    "Get-PSSession",
    "Lists sessions on other computers, of which there are none.",
    aliases=("gsn",),
    examples={"Get-PSSession": "Gives nothing."},
)


@get_ps_session.parameter_set()
def sessions(
    call: CoreCall,
    name: Annotated[Sequence[str], Parameter("Their names; there are no sessions here.", from_property=True)] = (),
    computer_name: Annotated[
        Sequence[str], Parameter("Their computers; there are no sessions here.", position=0, aliases=("Cn",))
    ] = (),
    id_: Annotated[Sequence[int], Parameter("Their numbers; there are no sessions here.")] = (),
    state: Annotated[str, Parameter("How they stand; there are no sessions here.")] = "",
    configuration_name: Text = "",
) -> Output[Any]:
    """No session is ever opened."""
    yield from ()


remove_ps_session = Cmdlet(
    "Remove-PSSession",
    "Closes sessions on other computers, of which there are none.",
    aliases=("rsn",),
    should_process=True,
    examples={"Get-PSSession | Remove-PSSession": "Does nothing."},
)


@remove_ps_session.parameter_set("Session", default=True)
def closed(
    call: CoreCall,
    session: Annotated[
        Any,
        Parameter(
            "The sessions; there are none here.",
            position=0,
            from_pipeline=True,
            from_property=True,
            type=PS_SESSION + "[]",
            convert=as_list,
        ),
    ],
) -> None:
    """No session is ever opened."""


@remove_ps_session.parameter_set("Name")
def closed_by_name(
    call: CoreCall,
    name: Annotated[Sequence[str], Parameter("Their names; there are no sessions here.", from_property=True)],
) -> None:
    """No session is ever opened."""


@remove_ps_session.parameter_set("Id")
def closed_by_id(
    call: CoreCall,
    id_: Annotated[Sequence[int], Parameter("Their numbers; there are no sessions here.", from_property=True)],
) -> None:
    """No session is ever opened."""


@remove_ps_session.parameter_set("ComputerName")
def closed_by_computer(
    call: CoreCall,
    computer_name: Annotated[
        Sequence[str], Parameter("Their computers; there are no sessions here.", from_property=True, aliases=("Cn",))
    ],
) -> None:
    """No session is ever opened."""


import_ps_session = Cmdlet(
    "Import-PSSession",
    "Would bring in the commands of another computer.",
    aliases=("ipsn",),
    examples={"try { Import-PSSession $session } catch { 'refused' }": "Is refused, naming the service."},
)


@import_ps_session.parameter_set()
def imported(
    call: CoreCall,
    session: Annotated[Any, Parameter("The session.", position=0, type=PS_SESSION, allow=Allow.NULL, convert=itself)],
    command_name: Annotated[Sequence[str], Parameter("Only these commands.", position=2, aliases=("Name",))] = (),
    format_type_name: Annotated[Sequence[str], Parameter("Only these views.", position=3)] = (),
    prefix: Annotated[str, Parameter("What stands before their nouns.")] = "",
    disable_name_checking: Annotated[Switch, Parameter("Warns of no names.")] = False,
    argument_list: Annotated[Sequence[Any], Parameter("Arguments.", aliases=("Args",), type="System.Object[]")] = (),
    allow_clobber: Annotated[Switch, Parameter("Hides commands of the same name.")] = False,
    command_type: Annotated[Any, Parameter("Only commands of these kinds.", aliases=("Type",))] = None,
    module: Annotated[Sequence[str], Parameter("Only commands of these modules.", aliases=("PSSnapIn",))] = (),
    certificate: Annotated[Any, Parameter("What signs the module.")] = None,
) -> None:
    """New-PSSession has opened none, so that a script's variable is empty; the refusal says why."""
    raise call.error(
        "RemotingNotEmulated",
        "There is no session whose commands could be imported: Exchange Online, Skype for Business Online and other "
        "computers are not emulated, for msolemu opens no network connections.",
        ErrorCategory.NOT_IMPLEMENTED,
        "System.Management.Automation.Remoting.PSRemotingTransportException",
    )


enter_ps_session = Cmdlet(
    "Enter-PSSession",
    "Would go to another computer.",
    aliases=("etsn",),
    examples={"Enter-PSSession server1 -ErrorAction SilentlyContinue": "Is refused, naming the computer."},
)


@enter_ps_session.parameter_set()
def entered(
    call: CoreCall,
    computer_name: Annotated[str, Parameter("The computer.", position=0, aliases=("Cn",))],
    credential: Annotated[
        Any, Parameter("Who connects.", position=1, type="System.Management.Automation.PSCredential")
    ] = None,
) -> None:
    """No other computer is reached."""
    refuse(call, computer_name)


exit_ps_session = Cmdlet(
    "Exit-PSSession",
    "Comes back from another computer.",
    aliases=("exsn",),
    examples={"Exit-PSSession": "Does nothing, for nobody has gone anywhere."},
)


@exit_ps_session.parameter_set()
def left(call: CoreCall) -> None:
    """Nobody has gone anywhere."""
