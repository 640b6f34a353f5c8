"""Users that were deleted: what they keep, and on what terms they come back."""

from __future__ import annotations

from datetime import datetime

from msolemu.directory.tenant.account_errors import CannotRestore, NoLicenceLeft, NoLicenceToRestore
from msolemu.directory.tenant.licensing import Licensing
from msolemu.directory.tenant.objects import TenantObjects
from msolemu.directory.tenant.user import User
from msolemu.directory.tenant.user_names import domain_for, live_holder, live_with_address
from msolemu.foundation.dataclass import replace


def deleted(user: User, now: datetime) -> User:
    """The user in the recycle bin; its licences are free for others."""
    return replace(user, deleted_at=now, former_licences=user.licences, licences=())


def licensed_again(objects: TenantObjects, user: User, now: datetime) -> User:
    """A user that synchronization brought back, with the licences that it had if they are still free."""
    try:
        return Licensing(objects, now).restored(user)
    except NoLicenceLeft:
        return replace(user, former_licences=())


def restored(
    objects: TenantObjects, user: User, now: datetime, new_upn: str | None = None, *, drop_addresses: bool = False
) -> User:
    """The user as it was, under another name if one is given; with `drop_addresses` without those that others have now.

    Raises CannotRestore, NoLicenceToRestore, or what `domain_for` raises.
    """
    upn = new_upn or user.user_principal_name
    domain_for(objects, upn)
    if live_holder(objects, upn, user.object_id):
        raise CannotRestore("UserPrincipalName")
    demand_anchor(objects, user)
    taken = {one for one in user.proxy_addresses if live_with_address(objects, one, user.object_id)}
    if taken and not drop_addresses:
        raise CannotRestore("proxyAddress")
    back = replace(
        user,
        deleted_at=None,
        user_principal_name=upn,
        proxy_addresses=tuple(one for one in user.proxy_addresses if one not in taken),
        own_addresses=tuple(one for one in user.own_addresses if one not in taken),
    )
    try:
        return Licensing(objects, now).restored(back)
    except NoLicenceLeft as error:
        raise NoLicenceToRestore from error


def demand_anchor(objects: TenantObjects, user: User) -> None:
    """Raise CannotRestore if an object that is there is linked to the user's source anchor."""
    if user.immutable_id and objects.live_with_anchor(user.immutable_id):
        raise CannotRestore("SourceAnchor")
