"""Get-MsolUser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.directory.tenant.errors import UserNotFound
from msolemu.modules.msonline.parameters import All, ObjectId, TenantId
from msolemu.modules.msonline.search import begins, equal, on_domain
from msolemu.modules.msonline.services import MsolCall, TenantDirectory
from msolemu.modules.msonline.types.enums import UserEnabledFilter
from msolemu.modules.msonline.types.user import ShownTenant, User

if TYPE_CHECKING:
    from msolemu.directory.tenant.user import User as TenantUser

PAGE = 500
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

    def meets(self, user: TenantUser) -> bool:
        """Whether a user is to be listed."""
        return self._is_of_kind(user) and self._has_values(user)

    def _is_of_kind(self, user: TenantUser) -> bool:
        if user.is_deleted is not bool(self.return_deleted_users):
            return False
        if self.synchronized and user.last_dirsync_time is None:
            return False
        if self.enabled_filter in (UserEnabledFilter.EnabledOnly, UserEnabledFilter.DisabledOnly):
            return user.block_credential is (self.enabled_filter is UserEnabledFilter.DisabledOnly)
        # Errors of services and licences do not exist here yet: nobody has the one, everybody lacks the other.
        return not (self.has_errors_only or self.license_reconciliation_needed_only)

    def _has_values(self, user: TenantUser) -> bool:
        pairs = (
            (self.city, user.city),
            (self.country, user.country),
            (self.department, user.department),
            (self.state, user.state),
            (self.title, user.title),
            (self.usage_location, user.usage_location),
        )
        return (
            all(wanted is None or equal(wanted, value) for wanted, value in pairs)
            and (self.domain_name is None or on_domain(user, self.domain_name))
            and (self.search_string is None or begins(user, self.search_string))
        )


get_msol_user = Cmdlet(
    "Get-MsolUser",
    "Gets users from the tenant directory.",
    output=User,
    error_owner="GetUser",
    examples={
        "Get-MsolUser -MaxResults 3": "Lists three users.",
        "Get-MsolUser -UserPrincipalName robin.fields@contoso.com": "Gets one user.",
        "Get-MsolUser -All -Synchronized": "Lists all users that come from on-premises.",
    },
)


@get_msol_user.parameter_set("ListUsers__0", default=True)
def listed(
    call: MsolCall,
    wanted: UserFilter,
    max_results: Annotated[int, Parameter("The most users to list; 500 unless said.")] = PAGE,
) -> Output[User]:
    """Lists users, or gets one by its id or its user principal name.

    Deleted users are never listed, unless -ReturnDeletedUsers is given: then nobody else is.
    """
    yield from islice(found(call, wanted), max(max_results, 0))


@get_msol_user.parameter_set("GetUser__0")
def by_id(
    call: MsolCall, object_id: ObjectId, return_deleted_users: Deleted = False, tenant_id: TenantId = None
) -> Output[User]:
    """Gets one user."""
    tenant = call.services.tenant(tenant_id)
    yield msol_user(tenant, existing(tenant.user(object_id), object_id, deleted=return_deleted_users))


@get_msol_user.parameter_set("GetUserByUpn__0")
def by_upn(
    call: MsolCall,
    user_principal_name: Annotated[str, Parameter("The name that the user signs in with.", from_property=True)],
    return_deleted_users: Deleted = False,
    tenant_id: TenantId = None,
) -> Output[User]:
    """Gets one user."""
    tenant = call.services.tenant(tenant_id)
    user = tenant.user_with_upn(user_principal_name, deleted=return_deleted_users)
    yield msol_user(tenant, existing(user, user_principal_name, deleted=return_deleted_users))


@get_msol_user.parameter_set("All__0")
def everybody(call: MsolCall, wanted: UserFilter, all_: All) -> Output[User]:
    """Lists users without limit."""
    yield from found(call, wanted)


def found(call: MsolCall, wanted: UserFilter) -> Iterator[User]:
    """The users that meet a filter."""
    tenant = call.services.tenant(wanted.tenant_id)
    show = shown_in(tenant)
    return map(show, filter(wanted.meets, tenant.users()))


def existing(user: TenantUser | None, identity: UUID | str, *, deleted: bool) -> TenantUser:
    """The user, if it is there and deleted or not as asked; raises UserNotFound."""
    if user is None or user.is_deleted is not deleted:
        raise UserNotFound(str(identity))
    return user


def shown_in(tenant: TenantDirectory) -> Callable[[TenantUser], User]:
    """Shows users of a tenant as the service's contract has them."""
    shown = ShownTenant(tenant.account, tenant.now)
    return lambda user: User(user, shown)


def msol_user(tenant: TenantDirectory, user: TenantUser) -> User:
    """A user as the service's contract has it."""
    return shown_in(tenant)(user)
