"""Redo-MsolProvisionUser."""

from __future__ import annotations

from msolemu.cmdlets.declaration import Cmdlet
from msolemu.modules.msonline.parameters import ObjectId, TenantId
from msolemu.modules.msonline.services import MsolCall

redo_msol_provision_user = Cmdlet(
    "Redo-MsolProvisionUser",
    "Has the services look at a user anew.",
    error_owner="RedoProvisionUser",
    examples={
        "Get-MsolUser -All -HasErrorsOnly | Redo-MsolProvisionUser": "Tries again all users with an error.",
    },
)


@redo_msol_provision_user.parameter_set()
def again(call: MsolCall, object_id: ObjectId, tenant_id: TenantId = None) -> None:
    """What a service found wrong before is settled with the second try."""
    call.services.tenant(tenant_id).accounts.provision_again(object_id)
