"""Get-MsolAccountSku."""

from __future__ import annotations

from msolemu.cmdlets.declaration import Cmdlet, Output
from msolemu.modules.msonline.parameters import TenantId
from msolemu.modules.msonline.services import MsolCall
from msolemu.modules.msonline.shown_licences import account_sku
from msolemu.modules.msonline.types.licence import AccountSkuDetails

get_msol_account_sku = Cmdlet(
    "Get-MsolAccountSku",
    "Lists the licences that the tenant has.",
    output=AccountSkuDetails,
    error_owner="GetAccountSku",
    examples={
        "Get-MsolAccountSku": "Lists licences, how many there are and how many are in use.",
        "(Get-MsolAccountSku).ServiceStatus.ServicePlan.ServiceName | Sort-Object -Unique": "Lists all plans.",
    },
)


@get_msol_account_sku.parameter_set()
def listed(call: MsolCall, tenant_id: TenantId = None) -> Output[AccountSkuDetails]:
    """One object for each SKU, however many subscriptions it comes from."""
    yield from map(account_sku, call.services.tenant(tenant_id).accounts.skus())
