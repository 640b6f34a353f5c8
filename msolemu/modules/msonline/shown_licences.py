"""Licences of the directory as the service's contract has them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msolemu.directory.tenant.catalogue.skus import PENDING, Plan, skus
from msolemu.modules.msonline.identity import moment
from msolemu.modules.msonline.types.contract import list_of, of_contract, texts
from msolemu.modules.msonline.types.enums import ProvisioningStatus, SkuTargetClass
from msolemu.modules.msonline.types.licence import (
    AccountSkuDetails,
    AccountSkuIdentifier,
    IndirectLicenseError,
    LicenseAssignment,
    LicenseAssignmentDetail,
    ServicePlan,
    ServiceStatus,
    Subscription,
    UserLicense,
)
from msolemu.runtime.values.objects import GenericList

if TYPE_CHECKING:
    from uuid import UUID

    from msolemu.directory.tenant.licence import AssignedLicence, LicenceError
    from msolemu.directory.tenant.licence import Subscription as TenantSubscription
    from msolemu.directory.tenant.licensing import AccountSku
    from msolemu.directory.tenant.user import User

GUID = "System.Guid"


def user_licences(licences: Iterable[AssignedLicence], account: str) -> GenericList:
    """The licences of a user."""
    return of_contract("UserLicense", [user_licence(one, account) for one in licences])


def user_licence(licence: AssignedLicence, account: str) -> UserLicense:
    """One licence of a user, with how each of its plans stands."""
    return UserLicense(
        identifier(account, licence.sku),
        f"{account}:{licence.sku}",
        list_of(GUID, licence.groups),
        lambda: service_statuses(skus()[licence.sku].plans, licence.disabled_plans),
    )


def service_statuses(plans: Iterable[Plan], disabled: Iterable[str] = ()) -> GenericList:
    """How plans stand, in the order of the catalogue."""
    off = frozenset(disabled)
    return of_contract("ServiceStatus", [service_status(plan, on=plan.name not in off) for plan in plans])


def service_status(plan: Plan, *, on: bool) -> ServiceStatus:
    """How one plan stands."""
    name = PENDING.get(plan.name, "Success") if on else "Disabled"
    return ServiceStatus(ProvisioningStatus=ProvisioningStatus[name], ServicePlan=service_plan(plan))


def service_plan(plan: Plan) -> ServicePlan:
    """A plan."""
    return ServicePlan(
        ServiceName=plan.name,
        ServicePlanId=plan.plan_id,
        ServiceType=plan.service,
        TargetClass="Tenant" if plan.is_of_tenant else "User",
    )


def identifier(account: str, part_number: str) -> AccountSkuIdentifier:
    """An account SKU id in its two halves."""
    return AccountSkuIdentifier(AccountName=account, SkuPartNumber=part_number)


def assignment_details(user: User, account: str) -> GenericList:
    """How the licences came to a user: from itself, from groups; and those that a group could not give."""
    given = [_assignments(one, account, user.object_id) for one in user.licences]
    return of_contract("LicenseAssignmentDetail", [*given, *(_failed(one, account) for one in user.licence_errors)])


def license_errors(errors: Iterable[LicenceError], account: str) -> GenericList:
    """The licences that groups could not give."""
    return of_contract(
        "IndirectLicenseError",
        [
            IndirectLicenseError(AccountSku=identifier(account, one.sku), Error=one.error, ReferencedObjectId=one.group)
            for one in errors
        ],
    )


def _failed(error: LicenceError, account: str) -> LicenseAssignmentDetail:
    way = LicenseAssignment(Error=error.error, ReferencedObjectId=error.group, Status="Error")
    return LicenseAssignmentDetail(
        AccountSku=identifier(account, error.sku), Assignments=of_contract("LicenseAssignment", [way])
    )


def _assignments(licence: AssignedLicence, account: str, user: UUID) -> LicenseAssignmentDetail:
    ways = [
        LicenseAssignment(
            DisabledServicePlans=texts(licence.disabled_plans), ReferencedObjectId=origin, Status="Active"
        )
        for origin in licence.groups or (user,)
    ]
    return LicenseAssignmentDetail(
        AccountSku=identifier(account, licence.sku), Assignments=of_contract("LicenseAssignment", [*ways])
    )


def account_sku(one: AccountSku) -> AccountSkuDetails:
    """What the tenant has of a SKU."""
    from msolemu.directory.tenant.licence import SubscriptionStatus

    return AccountSkuDetails(
        AccountName=one.account,
        AccountObjectId=one.account_id,
        AccountSkuId=one.account_sku_id,
        ActiveUnits=one.active,
        ConsumedUnits=one.consumed,
        LockedOutUnits=one.units(SubscriptionStatus.LOCKED_OUT),
        ServiceStatus=service_statuses(one.sku.plans),
        SkuId=one.sku.sku_id,
        SkuPartNumber=one.sku.part_number,
        SubscriptionIds=list_of(GUID, [subscription.object_id for subscription in one.subscriptions]),
        SuspendedUnits=one.units(SubscriptionStatus.SUSPENDED),
        TargetClass=SkuTargetClass.Tenant if one.sku.is_of_tenant else SkuTargetClass.User,
        WarningUnits=one.warning,
    )


def subscription(one: TenantSubscription) -> Subscription:
    """A subscription; the owner's ids are those of a tenant that buys for itself, which has none."""
    sku = skus()[one.sku]
    return Subscription(
        DateCreated=moment(one.when_created),
        IsTrial=one.is_trial,
        NextLifecycleDate=moment(one.next_lifecycle),
        ObjectId=one.object_id,
        OcpSubscriptionId=None if one.order_id is None else str(one.order_id),
        ServiceStatus=service_statuses(sku.plans),
        SkuId=sku.sku_id,
        SkuPartNumber=sku.part_number,
        Status=one.status.value,
        TotalLicenses=one.total,
    )
