"""New-MsolServicePrincipalAddresses."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.modules.msonline.services import MsolCall
from msolemu.modules.msonline.types.service_principal import AddressKind, RedirectUri

new_msol_service_principal_addresses = Cmdlet(
    "New-MsolServicePrincipalAddresses",
    "Makes an address for New- and Set-MsolServicePrincipal.",
    output=RedirectUri,
    error_owner="NewServicePrincipalAddresses",
    examples={
        "$address = New-MsolServicePrincipalAddresses -Address https://myapp.com; New-MsolServicePrincipal "
        "-DisplayName 'My Application' -Addresses $address": "Creates a service principal with an address."
    },
)


@new_msol_service_principal_addresses.parameter_set()
def made(
    call: MsolCall,
    address: Annotated[str, Parameter("The address.")],
    address_type: Annotated[AddressKind, Parameter("What it is for; Reply, unless said.")] = AddressKind.Reply,
) -> Output[RedirectUri]:
    """Nothing changes in the tenant. It works only after Connect-MsolService, as all cmdlets do."""
    call.services.connection.demand()
    yield RedirectUri(Address=address, AddressType=address_type)
