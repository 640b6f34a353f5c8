"""Get-MsolUser, New-MsolUser, Set-MsolUser, Remove-MsolUser, Restore-MsolUser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.directory.tenant.accounts import NewUser
from msolemu.directory.tenant.errors import UserNotFound
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.msonline.dirsync_feature import confirmed
from msolemu.modules.msonline.parameters import All, LicenseOptions, ObjectId, TenantId, UserPrincipalName
from msolemu.modules.msonline.refusals import RequiredProperty
from msolemu.modules.msonline.services import MsolCall, TenantDirectory
from msolemu.modules.msonline.types.user import ShownTenant, User, UserExtended
from msolemu.modules.msonline.user_filter import UserFilter
from msolemu.modules.msonline.user_values import UserValues, options_of

if TYPE_CHECKING:
    from msolemu.directory.tenant.user import User as TenantUser

PAGE = 500

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


Deleted = Annotated[Switch, Parameter("Only users in the recycle bin.")]


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
    user_principal_name: UserPrincipalName,
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
    return map(show, filter(wanted.meets(tenant.now), tenant.users()))


def existing(user: TenantUser | None, identity: UUID | str, *, deleted: bool) -> TenantUser:
    """The user, if it is there and deleted or not as asked; raises UserNotFound."""
    if user is None or user.is_deleted is not deleted:
        raise UserNotFound(str(identity))
    return user


def shown_in(tenant: TenantDirectory) -> Callable[[TenantUser], User]:
    """Shows users of a tenant as the service's contract has them."""
    shown = ShownTenant(tenant, tenant.now)
    return lambda user: User(user, shown)


def msol_user(tenant: TenantDirectory, user: TenantUser) -> User:
    """A user as the service's contract has it."""
    return shown_in(tenant)(user)


@dataclass(frozen=True, slots=True)
class SignIn:
    """How a new user signs in, and with which licences it starts."""

    force_change_password: Annotated[
        bool | None,
        Parameter("Whether the password must be changed at the first sign-in.", from_property=True, nullable=True),
    ] = True
    license_assignment: Annotated[
        tuple[str, ...] | None, Parameter("Licences by their account SKU ids.", from_property=True)
    ] = None
    license_options: LicenseOptions = None
    password: Annotated[str | None, Parameter("The password; one is drawn unless given.", from_property=True)] = None
    user_principal_name: Annotated[
        str | None, Parameter("The name that the user signs in with.", from_property=True)
    ] = None


new_msol_user = Cmdlet(
    "New-MsolUser",
    "Creates a user.",
    output=UserExtended,
    error_owner="NewUser",
    examples={
        "New-MsolUser -UserPrincipalName ann.beck@contoso.com -DisplayName 'Ann Beck' -FirstName Ann -LastName Beck": (
            "Creates a user and shows the password that was drawn."
        ),
        "New-MsolUser -UserPrincipalName ann.beck@contoso.com -DisplayName 'Ann Beck' -UsageLocation US "
        "-Password 'Lantern-42' -ForceChangePassword $false": "Creates a user with a password of one's own.",
    },
)


@new_msol_user.parameter_set()
def created(call: MsolCall, values: UserValues, sign_in: SignIn, tenant_id: TenantId = None) -> Output[User]:
    """Creates a user in a verified domain. The user principal name and the display name must be given.

    Without a password one is drawn, which the output shows. Licences need a usage location.
    """
    given = values.values()
    if sign_in.force_change_password is not None:
        given["force_change_password"] = sign_in.force_change_password
    tenant = call.services.tenant(tenant_id)
    new = NewUser(
        sign_in.user_principal_name,
        given.pop("display_name", None),
        sign_in.password or None,
        tuple(sign_in.license_assignment or ()),
        options_of(sign_in.license_options),
        given,
    )
    user, password = tenant.accounts.create(new)
    shown = UserExtended(user, ShownTenant(tenant, tenant.now))
    shown.keep("Password", password)
    yield shown


set_msol_user = Cmdlet(
    "Set-MsolUser",
    "Changes properties of a user.",
    error_owner="SetUser",
    examples={
        "Set-MsolUser -UserPrincipalName admin@contoso.onmicrosoft.com -City Oslo -UsageLocation NO": (
            "Changes two properties."
        ),
        "Set-MsolUser -UserPrincipalName admin@contoso.onmicrosoft.com -PasswordNeverExpires $true": (
            "Lets a password be good for ever."
        ),
    },
)


@set_msol_user.parameter_set()
def changed(
    call: MsolCall,
    values: UserValues,
    object_id: Annotated[UUID | None, Parameter("The user, by id.", from_property=True, nullable=True)] = None,
    user_principal_name: Annotated[str | None, Parameter("The user, by name.", from_property=True)] = None,
    tenant_id: TenantId = None,
) -> None:
    """Changes what is given; an empty text clears a property. With both, the id counts and not the name.

    Licences, passwords and the user principal name have cmdlets of their own. Of a synchronized user only what belongs
    to the cloud can be changed, such as the usage location.
    """
    tenant = call.services.tenant(tenant_id)
    who = object_id or user_principal_name
    if not who:
        raise RequiredProperty("ObjectId")
    tenant.accounts.change(who, values.values())


remove_msol_user = Cmdlet(
    "Remove-MsolUser",
    "Deletes a user.",
    error_owner="RemoveUser",
    examples={
        "Remove-MsolUser -UserPrincipalName ann.beck@contoso.com -Force": "Moves a user to the recycle bin.",
        "Remove-MsolUser -UserPrincipalName ann.beck@contoso.com -RemoveFromRecycleBin -Force": "Deletes it for good.",
    },
)
FromRecycleBin = Annotated[Switch, Parameter("Delete for good a user that is in the recycle bin.", from_property=True)]
Force = Annotated[Switch, Parameter("Do not ask.")]


@remove_msol_user.parameter_set("RemoveUser__0", default=True)
def removed(
    call: MsolCall,
    object_id: ObjectId,
    force: Force = False,
    remove_from_recycle_bin: FromRecycleBin = False,
    tenant_id: TenantId = None,
) -> None:
    """Moves a user to the recycle bin, from where it can be restored for 30 days; its licences are free at once.

    Asks first, unless -Force is given.
    """
    remove(call, object_id, tenant_id, for_good=remove_from_recycle_bin, force=force)


@remove_msol_user.parameter_set("RemoveUserByUpn__0")
def removed_by_name(
    call: MsolCall,
    user_principal_name: UserPrincipalName,
    force: Force = False,
    remove_from_recycle_bin: FromRecycleBin = False,
    tenant_id: TenantId = None,
) -> None:
    """Deletes a user by name."""
    remove(call, user_principal_name, tenant_id, for_good=remove_from_recycle_bin, force=force)


def remove(call: MsolCall, who: UUID | str, tenant_id: UUID | None, *, for_good: bool, force: bool) -> None:
    """Delete a user unless the answer is no."""
    tenant = call.services.tenant(tenant_id)
    if not force and not confirmed(call):
        return
    if for_good:
        tenant.accounts.purge(who)
    else:
        tenant.accounts.remove(who, call.services.actor)


restore_msol_user = Cmdlet(
    "Restore-MsolUser",
    "Takes a user out of the recycle bin.",
    output=User,
    error_owner="RestoreUser",
    examples={
        "Restore-MsolUser -UserPrincipalName ann.beck@contoso.com": "Restores a user under its own name.",
        "Restore-MsolUser -UserPrincipalName ann.beck@contoso.com -NewUserPrincipalName ann.berg@contoso.com": (
            "Restores a user whose name somebody else has now."
        ),
    },
)


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms a user comes back."""

    auto_reconcile_proxy_conflicts: Annotated[
        Switch, Parameter("Leave out addresses that somebody else has now.", from_property=True)
    ] = False
    new_user_principal_name: Annotated[str | None, Parameter("Another name to sign in with.", from_property=True)] = (
        None
    )
    tenant_id: TenantId = None


@restore_msol_user.parameter_set("RestoreUser__0", default=True)
def restored(call: MsolCall, object_id: ObjectId, terms: Terms) -> Output[User]:
    """Restores a user with its properties and, if they are still free, its licences."""
    yield restore(call, object_id, terms)


@restore_msol_user.parameter_set("RestoreUserByUpn__0")
def restored_by_name(call: MsolCall, user_principal_name: UserPrincipalName, terms: Terms) -> Output[User]:
    """Restores a user by name."""
    yield restore(call, user_principal_name, terms)


def restore(call: MsolCall, who: UUID | str, terms: Terms) -> User:
    """Take a user out of the recycle bin."""
    tenant = call.services.tenant(terms.tenant_id)
    user = tenant.accounts.restore(
        who, terms.new_user_principal_name or None, drop_addresses=terms.auto_reconcile_proxy_conflicts
    )
    return msol_user(tenant, user)
