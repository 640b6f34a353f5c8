"""Set-MsolDirSyncFeature, Get-MsolDirSyncFeatures."""

from __future__ import annotations

import enum
from typing import Annotated

from msolemu.cmdlets.declaration import Case, Cmdlet, Output, Parameter, Switch
from msolemu.modules.msonline.parameters import TenantId
from msolemu.modules.msonline.services import MsolCall
from msolemu.modules.msonline.types.dirsync import DirSyncFeatureDetails

CONTINUE = "Continue with this operation?"


class Feature(enum.Enum):
    """The features of directory synchronization, as this module names them."""

    BLOCK_CLOUD_OBJECT_TAKEOVER = "BlockCloudObjectTakeoverThroughHardMatch"
    BLOCK_SOFT_MATCH = "BlockSoftMatch"
    DEVICE_WRITEBACK = "DeviceWriteback"
    DIRECTORY_EXTENSIONS = "DirectoryExtensions"
    DUPLICATE_PROXY_ADDRESS_RESILIENCY = "DuplicateProxyAddressResiliency"
    DUPLICATE_UPN_RESILIENCY = "DuplicateUPNResiliency"
    ENABLE_SOFT_MATCH_ON_UPN = "EnableSoftMatchOnUpn"
    ENFORCE_CLOUD_PASSWORD_POLICY = "EnforceCloudPasswordPolicyForPasswordSyncedUsers"
    PASSWORD_SYNC = "PasswordSync"
    SYNCHRONIZE_UPN = "SynchronizeUpnForManagedUsers"
    UNIFIED_GROUP_WRITEBACK = "UnifiedGroupWriteback"
    USER_WRITEBACK = "UserWriteback"


FeatureName = Annotated[Feature, Parameter("The feature.", type="System.String", case=Case.EXACT, from_property=True)]

set_msol_dirsync_feature = Cmdlet(
    "Set-MsolDirSyncFeature",
    "Switches a feature of directory synchronization on or off.",
    error_owner="SetDirSyncFeature",
    exact_case=True,
    examples={
        "Set-MsolDirSyncFeature -Feature DuplicateUPNResiliency -Enable $true -Force": (
            "Lets users arrive whose user principal name somebody else has."
        ),
        "Set-MsolDirSyncFeature -Feature DuplicateProxyAddressResiliency -Enable $true -Force": (
            "Lets objects arrive with an address that somebody else has."
        ),
    },
)


@set_msol_dirsync_feature.parameter_set()
def switched(
    call: MsolCall,
    feature: FeatureName,
    enable: Annotated[bool, Parameter("Whether the feature is on.", from_property=True)],
    tenant_id: TenantId = None,
    force: Annotated[Switch, Parameter("Do not ask.")] = False,
) -> None:
    """Asks before it changes the tenant, unless -Force is given. Some features can never be switched off again.

    The spelling of the cmdlet's name, of its parameters and of the feature matters, upper and lower case too.
    """
    tenant = call.services.tenant(tenant_id)
    if force or confirmed(call):
        tenant.switch_feature(feature.value, on=enable)


def confirmed(call: MsolCall) -> bool:
    """The answer to the question; one given for all holds for the rest of the pipeline."""
    if call.confirmation.for_all is not None:
        return call.confirmation.for_all
    return call.confirmation.should_continue(CONTINUE, for_all=True)


get_msol_dirsync_features = Cmdlet(
    "Get-MsolDirSyncFeatures",
    "Shows which features of directory synchronization are on.",
    output=DirSyncFeatureDetails,
    error_owner="GetDirSyncFeatures",
    exact_case=True,
    examples={
        "Get-MsolDirSyncFeatures": "Lists all features.",
        "Get-MsolDirSyncFeatures -Feature DuplicateUPNResiliency": "Shows one.",
    },
)


@get_msol_dirsync_features.parameter_set()
def listed(
    call: MsolCall,
    feature: Annotated[
        Feature | None, Parameter("Only this feature.", type="System.String", case=Case.EXACT, from_property=True)
    ] = None,
    tenant_id: TenantId = None,
) -> Output[DirSyncFeatureDetails]:
    """Rows come in alphabetical order."""
    tenant = call.services.tenant(tenant_id)
    for one in Feature if feature is None else (feature,):
        yield DirSyncFeatureDetails(DirSyncFeature=one.value, Enabled=tenant.feature(one.value))
