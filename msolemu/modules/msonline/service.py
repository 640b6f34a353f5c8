"""Connect-MsolService."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Parameter
from msolemu.directory.tenant.role_errors import NoSignIn
from msolemu.foundation.text import to_units
from msolemu.modules.msonline.services import MsolCall
from msolemu.modules.msonline.types.enums import AzureEnvironment
from msolemu.runtime.types.credentials import Credential as PSCredential
from msolemu.runtime.types.credentials import SecureString
from msolemu.runtime.values.objects import Value, unwrap

Environment = Annotated[AzureEnvironment, Parameter("The cloud to connect to. There is one here, whatever its name.")]
Credential = Annotated[
    Value, Parameter("The account to connect as.", type="System.Management.Automation.PSCredential", mandatory=False)
]

connect_msol_service = Cmdlet(
    "Connect-MsolService",
    "Connects to the tenant; every other cmdlet of the module wants that first.",
    error_owner="ConnectMsolService",
    examples={"Connect-MsolService": "Connects as the tenant's company administrator."},
)


@connect_msol_service.parameter_set("None__0", default=True)
def connected(call: MsolCall, azure_environment: Environment = AzureEnvironment.AzureCloud) -> None:
    """Nothing is printed when it succeeds. Calling it again replaces the connection.

    Any credential connects as the tenant's company administrator, because scripts name accounts of other tenants. A
    workspace with strict logon wants a user of the tenant with the right password, and asks where none is given; from
    then on the user's roles decide what may be changed.
    """
    sign_in(call, None)


@connect_msol_service.parameter_set("Credential")
def with_credential(
    call: MsolCall, credential: Credential = None, azure_environment: Environment = AzureEnvironment.AzureCloud
) -> None:
    """Connects with an account."""
    sign_in(call, unwrap(credential))


@connect_msol_service.parameter_set("AccessToken")
def with_token(
    call: MsolCall,
    ad_graph_access_token: Annotated[
        str | None, Parameter("A token; any will do here.", aliases=("AccessToken",))
    ] = None,
    ms_graph_access_token: Annotated[str | None, Parameter("A token; any will do here.")] = None,
    azure_environment: Environment = AzureEnvironment.AzureCloud,
) -> None:
    """Connects with tokens; nobody can tell whose they are, so strict logon refuses them."""
    if call.services.sign_in is not None:
        raise NoSignIn
    call.services.connection.connect()


def sign_in(call: MsolCall, credential: Value) -> None:
    """Connect; under strict logon as the user of the credential, or of the one that is asked for."""
    demand = call.services.sign_in
    if demand is None:
        call.services.connection.connect()
        return
    if not isinstance(credential, PSCredential):
        name = asked(call, "User: ")
        credential = PSCredential(name, SecureString(asked(call, f"Password for user {name}: ")))
    account = demand(credential.user_name, credential.password.text)
    call.services.connection.connect(account)


def asked(call: MsolCall, question: str) -> str:
    """The line that was typed, in place of the window for signing in; raises NoSignIn where nobody answers."""
    answer = call.session.host.read_line(question)
    if answer is None:
        raise NoSignIn
    return to_units(answer)
