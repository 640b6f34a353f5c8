"""Connect-MsolService."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Parameter
from msolemu.modules.msonline.services import MsolCall
from msolemu.modules.msonline.types.enums import AzureEnvironment
from msolemu.runtime.objects import Value

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

    Any credential connects as the tenant's company administrator, because scripts name accounts of other tenants.
    """
    call.services.connection.connect()


@connect_msol_service.parameter_set("Credential")
def with_credential(
    call: MsolCall, credential: Credential = None, azure_environment: Environment = AzureEnvironment.AzureCloud
) -> None:
    """Connects with an account."""
    call.services.connection.connect()


@connect_msol_service.parameter_set("AccessToken")
def with_token(
    call: MsolCall,
    ad_graph_access_token: Annotated[str | None, Parameter("A token.", aliases=("AccessToken",))] = None,
    ms_graph_access_token: Annotated[str | None, Parameter("A token.")] = None,
    azure_environment: Environment = AzureEnvironment.AzureCloud,
) -> None:
    """Connects with tokens."""
    call.services.connection.connect()
