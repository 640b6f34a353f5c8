"""Redo-MsolProvisionGroup, Redo-MsolProvisionContact."""

from __future__ import annotations

from msolemu.cmdlets.declaration import Cmdlet
from msolemu.modules.msonline.parameters import ObjectId, TenantId
from msolemu.modules.msonline.services import MsolCall

redo_provision_group = Cmdlet(
    "Redo-MsolProvisionGroup",
    "Has the services look at a group anew.",
    error_owner="RedoProvisionGroup",
    examples={"Get-MsolGroup -HasErrorsOnly | Redo-MsolProvisionGroup": "Tries all groups with errors again."},
)


@redo_provision_group.parameter_set()
def group_again(call: MsolCall, object_id: ObjectId, tenant_id: TenantId = None) -> None:
    """What a service found wrong in the group is settled, and it no longer counts among those with errors."""
    call.services.tenant(tenant_id).group_changes.provision_again(object_id)


redo_provision_contact = Cmdlet(
    "Redo-MsolProvisionContact",
    "Has the services look at a contact anew.",
    error_owner="RedoProvisionContact",
    examples={
        "Get-MsolContact -HasErrorsOnly $true | Redo-MsolProvisionContact": "Tries all contacts with errors again.",
    },
)


@redo_provision_contact.parameter_set()
def contact_again(call: MsolCall, object_id: ObjectId, tenant_id: TenantId = None) -> None:
    """What a service found wrong in the contact is settled, and it no longer counts among those with errors."""
    call.services.tenant(tenant_id).contact_changes.provision_again(object_id)
