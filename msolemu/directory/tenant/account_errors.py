"""What a tenant refuses about users, their passwords and licences, without prose."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from msolemu.directory.tenant.errors import TenantError


class PropertyRefused(TenantError):
    """Something is wrong with one property; `name` is the property's, as the service spells it."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class MissingProperty(PropertyRefused):
    """The service wants a property that was not given."""


class BadSyntax(PropertyRefused):
    """A value is not formed as the property demands."""


class TooLong(PropertyRefused):
    """A text is longer than the property takes."""


class BadValue(PropertyRefused):
    """A value is none that the property can have here."""


class NotUnique(PropertyRefused):
    """Another object has the value."""


class MasteredOnPremises(PropertyRefused):
    """The property of a synchronized object is changed on-premises, or is none that anybody sets."""


class UserAlreadyExists(TenantError):
    """Another user has this user principal name."""

    def __init__(self, upn: str) -> None:
        super().__init__(upn)
        self.upn = upn


class CannotRemoveSelf(TenantError):
    """Nobody removes the account that is signed in."""


class NoWayBetweenDomains(TenantError):
    """From one federated domain to another there is no way but over a third that is not."""


class AwaitsConversion(TenantError):
    """The user's domain is no longer federated, but the user has not been converted yet."""


class NothingToConvert(TenantError):
    """The user is none that waits for the conversion from a federated one."""


class CannotRestore(TenantError):
    """Another object has a value of the deleted user; `kind` tells which."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class WeakPassword(TenantError):
    """A password is not strong."""


class PasswordHasName(TenantError):
    """A password contains the name of its user."""


class BadPassword(TenantError):
    """A password has a length or characters that no password may have."""


class FederatedPassword(TenantError):
    """The password of a federated user is not kept here."""


class InvalidLicence(TenantError):
    """A licence is unknown, already there, or not there."""


class NoLicenceLeft(TenantError):
    """All licences of a SKU are assigned."""


class NoLicenceToRestore(TenantError):
    """The licences that a deleted user had are assigned to others."""


class InheritedLicence(TenantError):
    """A licence comes from a group."""


class InvalidPlan(TenantError):
    """A licence has no such plan."""


class PlanNeedsAnother(TenantError):
    """A plan is of no use without another."""

    def __init__(self, plan: str) -> None:
        super().__init__(plan)
        self.plan = plan


class PlansNotSold(TenantError):
    """Plans are not to be had at the user's usage location."""

    def __init__(self, plans: Sequence[str]) -> None:
        super().__init__(*plans)
        self.plans = tuple(plans)


class PlansExcludeEachOther(TenantError):
    """A user can have only one of these plans."""

    def __init__(self, plans: Sequence[str]) -> None:
        super().__init__(*plans)
        self.plans = tuple(plans)


class SubscriptionNotFound(TenantError):
    """There is no such subscription."""

    def __init__(self, object_id: UUID) -> None:
        super().__init__(object_id)
        self.object_id = object_id


class NotForFederatedDomains(TenantError):
    """The passwords of a federated domain have no policy here."""


class ApplicationPasswordNotFound(TenantError):
    """The user has no application password with this id."""

    def __init__(self, password_id: str) -> None:
        super().__init__(password_id)
        self.password_id = password_id
