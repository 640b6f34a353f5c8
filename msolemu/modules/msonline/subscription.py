"""Get-MsolSubscription."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.directory.tenant.account_errors import SubscriptionNotFound
from msolemu.modules.msonline import shown_licences
from msolemu.modules.msonline.parameters import TenantId
from msolemu.modules.msonline.services import MsolCall
from msolemu.modules.msonline.types.licence import Subscription

get_msol_subscription = Cmdlet(
    "Get-MsolSubscription",
    "Lists the subscriptions that the tenant has bought.",
    output=Subscription,
    error_owner="GetSubscription",
    examples={
        "Get-MsolSubscription": "Lists all subscriptions.",
        "Get-MsolSubscription | Select-Object SkuPartNumber, Status, TotalLicenses": "Lists what they are for.",
    },
)


@get_msol_subscription.parameter_set("ListSubscriptions__0", default=True)
def listed(call: MsolCall, tenant_id: TenantId = None) -> Output[Subscription]:
    """Lists subscriptions, or gets one by its id. The licences of one SKU may come from several."""
    yield from map(shown_licences.subscription, call.services.tenant(tenant_id).subscriptions())


@get_msol_subscription.parameter_set("GetSubscription__0")
def by_id(
    call: MsolCall,
    subscription_id: Annotated[UUID, Parameter("The subscription's unique id.", from_property=True)],
    tenant_id: TenantId = None,
) -> Output[Subscription]:
    """Gets one subscription."""
    for one in call.services.tenant(tenant_id).subscriptions():
        if one.object_id == subscription_id:
            yield shown_licences.subscription(one)
            return
    raise SubscriptionNotFound(subscription_id)
