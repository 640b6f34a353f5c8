"""Set-MsolDirSyncFeature, Get-MsolDirSyncFeatures."""

from __future__ import annotations

import enum
from typing import Annotated

from msolemu.cmdlets.declaration import Case, Cmdlet, Output, Parameter, Switch
from msolemu.compat.catalogue import LATER_FEATURE_NAMES
from msolemu.directory.tenant.errors import FeatureCannotChange
from msolemu.modules.msonline.parameters import TenantId
from msolemu.modules.msonline.services import MsolCall
from msolemu.modules.msonline.types.dirsync import DirSyncFeatureDetails

CONTINUE = "Continue with this operation?"


class Feature(enum.Enum):
    """The features of directory synchronization, as this module names them, and at the end as later ones do."""

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
    QUARANTINE_UPON_UPN_CONFLICT = "QuarantineUponUpnConflict"
    QUARANTINE_UPON_ADDRESS_CONFLICT = "QuarantineUponProxyAddressesConflict"
    SOFT_MATCH_ON_UPN = "SoftMatchOnUpn"
    CLOUD_PASSWORD_POLICY = "CloudPasswordPolicyForPasswordSyncedUsers"


LATER_NAMES = {
    Feature.DUPLICATE_UPN_RESILIENCY: Feature.QUARANTINE_UPON_UPN_CONFLICT,
    Feature.DUPLICATE_PROXY_ADDRESS_RESILIENCY: Feature.QUARANTINE_UPON_ADDRESS_CONFLICT,
    Feature.ENABLE_SOFT_MATCH_ON_UPN: Feature.SOFT_MATCH_ON_UPN,
    Feature.ENFORCE_CLOUD_PASSWORD_POLICY: Feature.CLOUD_PASSWORD_POLICY,
}
OWN_NAMES = {later: own for own, later in LATER_NAMES.items()}


NAMED = Parameter("The feature.", case=Case.EXACT, spellings=[one.value for one in Feature], from_property=True)

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
    feature: Annotated[str, NAMED],
    enable: Annotated[bool, Parameter("Whether the feature is on.", from_property=True)],
    tenant_id: TenantId = None,
    force: Annotated[Switch, Parameter("Do not ask.")] = False,
) -> None:
    """Asks before it changes the tenant, unless -Force is given. Some features can never be switched off again.

    The spelling of the cmdlet's name, of its parameters and of the feature matters, upper and lower case too.
    """
    tenant = call.services.tenant(tenant_id)
    own = own_name(feature, shown_names(call))
    if force or confirmed(call):
        tenant.switch_feature(own.value, on=enable)


def shown_names(call: MsolCall) -> dict[Feature, Feature]:
    """The features by their own names, with the names that are shown, in alphabetical order of these."""
    later = LATER_NAMES if call.issues.keep(LATER_FEATURE_NAMES) else {}
    shown = {own: later.get(own, own) for own in Feature if own not in OWN_NAMES}
    return dict(sorted(shown.items(), key=lambda pair: pair[1].value))


def own_name(name: str, shown: dict[Feature, Feature]) -> Feature:
    """The feature that a name means; raises FeatureCannotChange for none, and for a later name where none is used."""
    feature = next((one for one in Feature if one.value == name), None)
    own = feature and OWN_NAMES.get(feature, feature)
    if own is None or (own is not feature and shown[own] is not feature):
        raise FeatureCannotChange(name)
    return own


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
    feature: Annotated[str | None, NAMED] = None,
    tenant_id: TenantId = None,
) -> Output[DirSyncFeatureDetails]:
    """Rows come in alphabetical order."""
    tenant = call.services.tenant(tenant_id)
    shown = shown_names(call)
    for own in shown if feature is None else (own_name(feature, shown),):
        yield DirSyncFeatureDetails(DirSyncFeature=shown[own].value, Enabled=tenant.feature(own.value))
