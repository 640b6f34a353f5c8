"""Which object of the tenant an incoming one is: hard match by source anchor, soft match by mail address or name."""

from __future__ import annotations

from msolemu.directory.tenant.errors import ProvisioningRefused
from msolemu.directory.tenant.features import BLOCK_SOFT_MATCH, BLOCK_TAKEOVER, SOFT_MATCH_ON_UPN, Features
from msolemu.directory.tenant.incoming import IncomingObject
from msolemu.directory.tenant.objects import TenantObject, TenantObjects
from msolemu.directory.tenant.user import User

TYPE_MISMATCH = "ObjectTypeMismatch"
INVALID_HARD_MATCH = "InvalidHardMatch"


def hard_match(objects: TenantObjects, features: Features, incoming: IncomingObject) -> TenantObject | None:
    """The object with the same source anchor, deleted or not; raises ProvisioningRefused.

    An object of the cloud that was given the anchor by hand is taken over, unless the tenant blocks that.
    """
    found = objects.with_anchor(incoming.source_anchor)
    if found is None:
        return None
    if found.object_type != incoming.object_type:
        raise ProvisioningRefused(TYPE_MISMATCH)
    if found.last_dirsync_time is None and features.on(BLOCK_TAKEOVER):
        raise ProvisioningRefused(INVALID_HARD_MATCH)
    return found


def soft_match(objects: TenantObjects, features: Features, incoming: IncomingObject) -> TenantObject | None:
    """The object of the cloud that a new one takes over: it has the primary mail address, or, where the tenant lets
    names match and no address did, the user principal name.
    """
    if features.on(BLOCK_SOFT_MATCH):
        return None
    if address := incoming.primary_address:
        found = objects.with_address(address)
        if found is not None:
            return found if may_be_taken(found, incoming) else None
    if incoming.upn and features.on(SOFT_MATCH_ON_UPN):
        user = objects.with_upn(incoming.upn)
        return user if user is not None and may_be_taken(user, incoming) else None
    return None


def may_be_taken(found: TenantObject, incoming: IncomingObject) -> bool:
    """Whether an object may become the one that comes in: same class, of the cloud alone, there, no administrator."""
    return (
        found.object_type == incoming.object_type
        and found.immutable_id is None
        and not found.is_deleted
        and not (isinstance(found, User) and found.roles)
    )
