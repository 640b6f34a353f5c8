"""Which licences a tenant has, which of them are free, and what happens when users get and lose them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from msolemu.directory.tenant.account_errors import (
    InheritedLicence,
    InvalidLicence,
    InvalidPlan,
    MissingProperty,
    NoLicenceLeft,
    PlanNeedsAnother,
    PlansExcludeEachOther,
    PlansNotSold,
)
from msolemu.directory.tenant.addresses import is_smtp
from msolemu.directory.tenant.catalogue.skus import ALTERNATIVES, DEPENDENCIES, MAILBOXES, Plan, Sku, skus
from msolemu.directory.tenant.catalogue.usage_locations import is_sold
from msolemu.directory.tenant.group import Group
from msolemu.directory.tenant.licence import AssignedLicence, LicenceError, Subscription, SubscriptionStatus
from msolemu.directory.tenant.objects import TenantObjects
from msolemu.directory.tenant.user import User
from msolemu.directory.tenant.user_names import live_with_address
from msolemu.foundation.dataclass import dataclass, replace

MAILBOX_WAITS = timedelta(days=30)
VIOLATIONS: Mapping[type[Exception], str] = {
    NoLicenceLeft: "CountViolation",
    PlansExcludeEachOther: "MutuallyExclusiveViolation",
    PlanNeedsAnother: "DependencyViolation",
    PlansNotSold: "ProhibitedInUsageLocationViolation",
    MissingProperty: "ProhibitedInUsageLocationViolation",
}
"""What the service calls the reasons why a group's licence does not reach a member."""
Options = Mapping[str, Sequence[str]]
"""The plans to be switched off, by account SKU id."""


@dataclass(frozen=True, slots=True)
class AccountSku:
    """What a tenant has of one SKU: all its subscriptions together, and how many licences users have."""

    account: str
    account_id: UUID
    sku: Sku
    subscriptions: tuple[Subscription, ...]
    consumed: int

    @property
    def account_sku_id(self) -> str:
        """The id by which it is assigned: `contoso:ENTERPRISEPACK`."""
        return f"{self.account}:{self.sku.part_number}"

    def units(self, *statuses: SubscriptionStatus) -> int:
        """Licences in subscriptions that stand so."""
        return sum(one.total for one in self.subscriptions if one.status in statuses)

    @property
    def active(self) -> int:
        """Licences that can be used, those of subscriptions that were not renewed among them."""
        return self.units(SubscriptionStatus.ENABLED, SubscriptionStatus.WARNING)

    @property
    def warning(self) -> int:
        """Licences of subscriptions that were not renewed: they can be used, but not assigned anew."""
        return self.units(SubscriptionStatus.WARNING)

    @property
    def free(self) -> int:
        """Licences that can be assigned; the formula is the vendor's."""
        return self.active - self.warning - self.consumed


def account_name(objects: TenantObjects) -> str:
    """What account SKU ids begin with: the initial domain's own part."""
    return objects.company.initial_domain.partition(".")[0]


def account_skus(objects: TenantObjects) -> list[AccountSku]:
    """Every SKU that the tenant has, in the order in which it was first bought."""
    bought: dict[str, list[Subscription]] = {}
    for subscription in objects.state.subscriptions:
        bought.setdefault(subscription.sku, []).append(subscription)
    account, company = account_name(objects), objects.company.object_id
    return [
        AccountSku(account, company, skus()[part], tuple(them), objects.state.users.count("licence", part))
        for part, them in bought.items()
    ]


class Licensing:
    """The licences of a tenant in one transaction."""

    def __init__(self, objects: TenantObjects, now: datetime) -> None:
        self._objects, self._now = objects, now
        self._account = account_name(objects)
        self._skus = {one.sku.part_number: one for one in account_skus(objects)}

    def changed(self, user: User, add: Iterable[str], remove: Iterable[str], options: Options) -> User:
        """The user with other licences, all changes or none; removed ones make room for added ones.

        Raises InvalidLicence, InheritedLicence, InvalidPlan, MissingProperty, PlansNotSold, PlansExcludeEachOther,
        PlanNeedsAnother or NoLicenceLeft.
        """
        held = {one.sku: one for one in user.licences}
        for account_sku in remove:
            self._remove(held, self._known(account_sku), user.object_id)
        added = [self._known(account_sku) for account_sku in add]
        for one in added:
            self._add(held, one, user)
        for account_sku, plans in options.items():
            self._switch(held, self._known(account_sku), plans)
        changed = replace(user, licences=tuple(held.values()))
        if added or options:
            self._demand_possible(changed)
        return with_mailbox(self._objects, user, changed, self._now)

    def _demand_possible(self, user: User) -> None:
        demand_location(self._objects, user)
        demand_sold(user, self._objects.company.default_usage_location)
        demand_whole(user)

    def joined(self, user: User, group: Group) -> User:
        """The user with the licences of a group that it came into; why one does not reach it stands with the user."""
        for licence in group.licences:
            try:
                user = self._inheriting(user, licence, group.object_id)
            except tuple(VIOLATIONS) as error:
                why = LicenceError(licence.sku, group.object_id, VIOLATIONS[type(error)])
                user = replace(user, licence_errors=(*user.licence_errors, why))
        return user

    def _inheriting(self, user: User, licence: AssignedLicence, group: UUID) -> User:
        held = {one.sku: one for one in user.licences}
        before, sku = held.get(licence.sku), self._skus.get(licence.sku)
        if before is not None:
            held[licence.sku] = replace(before, groups=(group, *(before.groups or (user.object_id,))))
        elif sku is None or sku.free < 1:
            raise NoLicenceLeft
        else:
            held[licence.sku] = replace(licence, groups=(group,))
        changed = replace(user, licences=tuple(held.values()))
        self._demand_possible(changed)
        return with_mailbox(self._objects, user, changed, self._now)

    def left(self, user: User, group: UUID) -> User:
        """The user without what a group gave it."""
        rest = [one for one in user.licences if one.groups != (group,)]
        licences = tuple(replace(one, groups=others(one, group, user.object_id)) for one in rest)
        errors = tuple(one for one in user.licence_errors if one.group != group)
        changed = replace(user, licences=licences, licence_errors=errors)
        return with_mailbox(self._objects, user, changed, self._now)

    def restored(self, user: User) -> User:
        """The user with the licences that it had; raises NoLicenceLeft."""
        held: dict[str, AssignedLicence] = {}
        for licence in user.former_licences:
            sku = self._skus.get(licence.sku)
            if sku is None or sku.free < 1:
                raise NoLicenceLeft
            held[licence.sku] = licence
        changed = replace(user, licences=tuple(held.values()), former_licences=())
        return with_mailbox(self._objects, user, changed, self._now)

    def _known(self, account_sku: str) -> AccountSku:
        account, colon, part = account_sku.partition(":")
        found = self._skus.get(part.upper())
        if not colon or found is None or found.sku.is_of_tenant or account.lower() != self._account.lower():
            raise InvalidLicence
        return found

    def _remove(self, held: dict[str, AssignedLicence], sku: AccountSku, user: UUID) -> None:
        part = sku.sku.part_number
        licence = held.get(part)
        if licence is None:
            raise InvalidLicence
        if not licence.groups:
            del held[part]
        elif user in licence.groups:
            held[part] = replace(licence, groups=tuple(group for group in licence.groups if group != user))
        else:
            raise InheritedLicence

    def _add(self, held: dict[str, AssignedLicence], sku: AccountSku, user: User) -> None:
        part = sku.sku.part_number
        licence = held.get(part)
        if licence is not None and (not licence.groups or user.object_id in licence.groups):
            raise InvalidLicence
        if licence is not None:
            held[part] = replace(licence, groups=(*licence.groups, user.object_id))
            return
        # A licence that the same call takes away and gives again costs no further one.
        if sku.free < 1 and all(one.sku != part for one in user.licences):
            raise NoLicenceLeft
        held[part] = AssignedLicence(part)

    def _switch(self, held: dict[str, AssignedLicence], sku: AccountSku, names: Sequence[str]) -> None:
        part = sku.sku.part_number
        if part not in held:
            raise InvalidLicence
        plans = [sku.sku.plan(name) for name in names]
        if None in plans:
            raise InvalidPlan
        held[part] = replace(held[part], disabled_plans=tuple(dict.fromkeys(plan.name for plan in plans if plan)))


def others(licence: AssignedLicence, group: UUID, user: UUID) -> tuple[UUID, ...]:
    """Who gives a licence besides a group; nobody stands for the user's own."""
    rest = tuple(one for one in licence.groups if one != group)
    return () if rest == (user,) else rest


def active_plans(user: User) -> Iterator[Plan]:
    """The plans of a user's licences that are not switched off; one in two licences comes twice."""
    for licence in user.licences:
        yield from (plan for plan in skus()[licence.sku].plans if plan.name not in licence.disabled_plans)


def has_mailbox_plan(user: User) -> bool:
    """Whether a licence gives the user a mailbox."""
    return any(plan.name in MAILBOXES for plan in active_plans(user))


def demand_location(objects: TenantObjects, user: User) -> None:
    """Raise MissingProperty unless the user, or the tenant for all of them, has a usage location."""
    if not (user.usage_location or objects.company.default_usage_location):
        raise MissingProperty("UsageLocation")


def demand_sold(user: User, otherwise: str | None = None) -> None:
    """Raise PlansNotSold if a plan is not to be had where the user is."""
    location = user.usage_location or otherwise
    forbidden = {plan.name for plan in active_plans(user) if location and not is_sold(plan.name, location)}
    if forbidden:
        raise PlansNotSold(sorted(forbidden))


def demand_whole(user: User) -> None:
    """Raise PlansExcludeEachOther if a user would have two plans of which one is enough, PlanNeedsAnother if one
    would be of no use.
    """
    names = {plan.name for plan in active_plans(user)}
    found = [sorted(names & together) for together in ALTERNATIVES if len(names & together) > 1]
    if found:
        raise PlansExcludeEachOther([plan for plans in found for plan in plans])
    for plan in sorted(DEPENDENCIES.keys() & names):
        if names.isdisjoint(DEPENDENCIES[plan]):
            raise PlanNeedsAnother(plan)


def with_mailbox(objects: TenantObjects, before: User, user: User, now: datetime) -> User:
    """The user after the mailbox followed the licences.

    A new mailbox has the user principal name as its address, unless there is one or another object has it. A mailbox
    that loses its licence is kept for a while.
    """
    if has_mailbox_plan(user):
        user = replace(user, mailbox_unlicensed_since=None)
        address = f"SMTP:{user.user_principal_name}"
        if any(map(is_smtp, user.proxy_addresses)) or live_with_address(objects, address, user.object_id):
            return user
        return replace(
            user, proxy_addresses=(*user.proxy_addresses, address), own_addresses=(*user.own_addresses, address)
        )
    return replace(user, mailbox_unlicensed_since=now) if has_mailbox_plan(before) else user


def reconciliation_needed(user: User, now: datetime) -> bool:
    """Whether a user has a mailbox that will be deleted unless it gets a licence."""
    since = user.mailbox_unlicensed_since
    return since is not None and now - since < MAILBOX_WAITS
