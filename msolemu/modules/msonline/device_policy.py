"""Get-MsolDeviceRegistrationServicePolicy, Set-MsolDeviceRegistrationServicePolicy."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.directory.tenant.devices import PolicyChanges
from msolemu.modules.msonline.services import MsolCall
from msolemu.modules.msonline.types.contract import guids
from msolemu.modules.msonline.types.device import DeviceRegistrationServicePolicy, Scope

get_msol_device_registration_service_policy = Cmdlet(
    "Get-MsolDeviceRegistrationServicePolicy",
    "Shows who may register devices, and how many.",
    output=DeviceRegistrationServicePolicy,
    error_owner="GetDeviceRegistrationServicePolicy",
    examples={"Get-MsolDeviceRegistrationServicePolicy": "Shows the policy."},
)


@get_msol_device_registration_service_policy.parameter_set()
def shown(call: MsolCall) -> Output[DeviceRegistrationServicePolicy]:
    """Until it is changed everybody may register 20 devices."""
    policy = call.services.tenant().devices.policy()
    yield DeviceRegistrationServicePolicy(
        MaximumDevicesPerUser=policy.maximum_per_user,
        RequireMultiFactorAuth=policy.require_multi_factor,
        AllowedToWorkplaceJoin=scope(policy.workplace_join),
        AllowedToAzureAdJoin=scope(policy.azure_ad_join),
        Groups=guids(policy.groups),
        Users=guids(policy.users),
    )


set_msol_device_registration_service_policy = Cmdlet(
    "Set-MsolDeviceRegistrationServicePolicy",
    "Says who may register devices, and how many.",
    error_owner="SetDeviceRegistrationServicePolicy",
    examples={
        "Set-MsolDeviceRegistrationServicePolicy -MaximumDevicesPerUser 5 -RequireMultiFactorAuth $true": (
            "Lets everybody register five devices, with a second factor."
        )
    },
)


@set_msol_device_registration_service_policy.parameter_set()
def changed(
    call: MsolCall,
    maximum_devices_per_user: Annotated[int | None, Parameter("How many a user may register.", nullable=True)] = None,
    require_multi_factor_auth: Annotated[
        bool | None, Parameter("Whether registering needs a second factor.", nullable=True)
    ] = None,
    allowed_to_workplace_join: Annotated[
        Scope | None, Parameter("Who may register own devices: All, None or Selected.", nullable=True)
    ] = None,
    allowed_to_azure_ad_join: Annotated[
        Scope | None, Parameter("Who may join devices of the company: All, None or Selected.", nullable=True)
    ] = None,
) -> None:
    """What is not given stays. Whom Selected means is chosen in the portal, not here."""
    call.services.tenant().devices.change_policy(
        PolicyChanges(
            maximum_devices_per_user,
            require_multi_factor_auth,
            None if allowed_to_workplace_join is None else allowed_to_workplace_join.name.rstrip("_"),
            None if allowed_to_azure_ad_join is None else allowed_to_azure_ad_join.name.rstrip("_"),
        )
    )


def scope(name: str) -> Scope:
    """The member of the enumeration that Python could not call None."""
    return Scope.None_ if name == "None" else Scope[name]
