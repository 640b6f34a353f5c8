"""Set-MsolDirSyncEnabled, Get-MsolDirSyncConfiguration, Set-MsolDirSyncConfiguration."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.modules.msonline.dirsync_feature import confirmed
from msolemu.modules.msonline.parameters import Force, TenantId
from msolemu.modules.msonline.services import MsolCall
from msolemu.modules.msonline.types.dirsync import DeletionPreventionType, DirSyncConfiguration
from msolemu.runtime.values.objects import UInt32

set_dirsync_enabled = Cmdlet(
    "Set-MsolDirSyncEnabled",
    "Switches directory synchronization on or off.",
    error_owner="SetDirSyncEnabled",
    examples={
        "Set-MsolDirSyncEnabled -EnableDirSync $false -Force": "Begins to make the cloud the master of everything.",
    },
)


@set_dirsync_enabled.parameter_set()
def switched(
    call: MsolCall,
    enable_dir_sync: Annotated[
        bool, Parameter("Whether objects come from on-premises.", name="EnableDirSync", from_property=True)
    ],
    tenant_id: TenantId = None,
    force: Force = False,
) -> None:
    """Switching it off takes 72 hours of lab time, switching it on an hour. Until then DirectorySynchronizationStatus
    is PendingDisabled or PendingEnabled, and it cannot be switched again. Once it is off, the objects that came from
    on-premises are changed in the cloud. Asks unless -Force is given.
    """
    organization = call.services.tenant(tenant_id).organization
    if force or confirmed(call):
        organization.switch_dirsync(on=enable_dir_sync)


get_dirsync_configuration = Cmdlet(
    "Get-MsolDirSyncConfiguration",
    "Shows how many objects one export may delete.",
    output=DirSyncConfiguration,
    error_owner="GetDirSyncConfiguration",
    examples={"Get-MsolDirSyncConfiguration": "Shows the threshold."},
)


@get_dirsync_configuration.parameter_set()
def shown(call: MsolCall, tenant_id: TenantId = None) -> Output[DirSyncConfiguration]:
    """A new tenant allows 500 deletions."""
    threshold = call.services.tenant(tenant_id).company.accidental_deletion_threshold
    yield DirSyncConfiguration(
        AccidentalDeletionThreshold=UInt32(threshold),
        DeletionPreventionType=DeletionPreventionType.EnabledForCount,
    )


set_dirsync_configuration = Cmdlet(
    "Set-MsolDirSyncConfiguration",
    "Sets how many objects one export may delete.",
    error_owner="SetDirSyncConfiguration",
    examples={"Set-MsolDirSyncConfiguration -AccidentalDeletionThreshold 600 -Force": "Allows 600 deletions."},
)


@set_dirsync_configuration.parameter_set()
def configured(
    call: MsolCall,
    accidental_deletion_threshold: Annotated[
        UInt32, Parameter("The most objects that one export may delete.", from_property=True)
    ],
    force: Force = False,
    tenant_id: TenantId = None,
) -> None:
    """Asks unless -Force is given."""
    organization = call.services.tenant(tenant_id).organization
    if force or confirmed(call):
        organization.change_threshold(int(accidental_deletion_threshold))
