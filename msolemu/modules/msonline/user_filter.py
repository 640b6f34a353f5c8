"""What Get-MsolUser lists: its parameters and what they mean; all conditions must hold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

from msolemu.cmdlets.declaration import Parameter, Switch
from msolemu.directory.tenant.licensing import reconciliation_needed
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.msonline.parameters import TenantId
from msolemu.modules.msonline.search import begins, equal, on_domain
from msolemu.modules.msonline.types.enums import UserEnabledFilter

if TYPE_CHECKING:
    from msolemu.directory.tenant.user import User as TenantUser

Condition = Callable[["TenantUser"], bool]
Deleted = Annotated[Switch, Parameter("Only users in the recycle bin.")]


@dataclass(frozen=True, slots=True)
class UserFilter:
    """What the sets that list users take; all conditions must hold."""

    city: Annotated[str | None, Parameter("Users of this city.")] = None
    country: Annotated[str | None, Parameter("Users of this country.")] = None
    department: Annotated[str | None, Parameter("Users of this department.")] = None
    domain_name: Annotated[str | None, Parameter("Users with an address of this domain.")] = None
    enabled_filter: Annotated[
        UserEnabledFilter | None, Parameter("All, EnabledOnly or DisabledOnly.", nullable=True)
    ] = None
    has_errors_only: Annotated[Switch, Parameter("Users in which a service found an error.")] = False
    license_reconciliation_needed_only: Annotated[Switch, Parameter("Users with a mailbox and no licence for it.")] = (
        False
    )
    return_deleted_users: Deleted = False
    search_string: Annotated[str | None, Parameter("Users whose display name or address begins so.")] = None
    state: Annotated[str | None, Parameter("Users of this state.")] = None
    synchronized: Annotated[Switch, Parameter("Users that come from on-premises.")] = False
    tenant_id: TenantId = None
    title: Annotated[str | None, Parameter("Users with this title.")] = None
    unlicensed_users_only: Annotated[Switch, Parameter("Users without any licence.")] = False
    usage_location: Annotated[str | None, Parameter("Users at this usage location.")] = None

    def conditions(self, now: datetime) -> list[Condition]:
        """What a user must meet; few are asked for, so the list is short."""
        return [self._is_there(), *self._marks(now), *self._values()]

    def _is_there(self) -> Condition:
        if self.return_deleted_users:
            return lambda user: user.deleted_at is not None
        return lambda user: user.deleted_at is None

    def _marks(self, now: datetime) -> list[Condition]:
        found: list[Condition] = []
        if self.synchronized:
            found.append(lambda user: user.last_dirsync_time is not None)
        if self.enabled_filter in (UserEnabledFilter.EnabledOnly, UserEnabledFilter.DisabledOnly):
            blocked = self.enabled_filter is UserEnabledFilter.DisabledOnly
            found.append(lambda user: user.block_credential is blocked)
        if self.has_errors_only:
            found.append(lambda user: bool(user.faults))
        if self.license_reconciliation_needed_only:
            found.append(lambda user: reconciliation_needed(user, now))
        if self.unlicensed_users_only:
            found.append(lambda user: not user.licences)
        return found

    def _values(self) -> list[Condition]:
        fields = ("city", "country", "department", "state", "title", "usage_location")
        wanted = [(name, getattr(self, name)) for name in fields if getattr(self, name) is not None]
        found: list[Condition] = [_is(name, text) for name, text in wanted]
        if (domain := self.domain_name) is not None:
            found.append(lambda user: on_domain(user, domain))
        if (start := self.search_string) is not None:
            found.append(lambda user: begins(user, start))
        return found

    def meets(self, now: datetime) -> Condition:
        """Whether a user is to be listed."""
        conditions = self.conditions(now)
        if len(conditions) == 1:
            return conditions[0]
        return lambda user: all(condition(user) for condition in conditions)


def _is(field: str, wanted: str) -> Condition:
    return lambda user: equal(wanted, getattr(user, field))
