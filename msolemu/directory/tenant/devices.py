"""Registered devices and the policy for registering them: each call is a transaction of its own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from msolemu.directory.tenant.account_errors import BadValue
from msolemu.directory.tenant.device import SCOPES, Device, DevicePolicy
from msolemu.directory.tenant.errors import UserNotFound
from msolemu.directory.tenant.objects import TenantObjects
from msolemu.directory.tenant.role_errors import DeviceNotFound
from msolemu.directory.tenant.transactions import Transactions
from msolemu.directory.unit_of_work import POLICY
from msolemu.foundation.dataclass import asdict, dataclass, replace

MOST_PER_USER = 2**31 - 1


@dataclass(frozen=True, slots=True)
class PolicyChanges:
    """What changes in the policy; None leaves a property as it is."""

    maximum_per_user: int | None = None
    require_multi_factor: bool | None = None
    workplace_join: str | None = None
    azure_ad_join: str | None = None


class Devices:
    """The devices of a tenant."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def all(self, *, system_managed: bool = False) -> list[Device]:
        """All devices in the order of registration; those of management services only when asked."""
        with self._transactions.reading() as objects:
            return [one for one in objects.state.devices if system_managed or not one.system_managed]

    def before(self, last_logon: datetime) -> list[Device]:
        """The devices that nobody has used since then; those never used count."""
        return [one for one in self.all() if one.last_logon is None or one.last_logon < last_logon]

    def named(self, name: str) -> list[Device]:
        """The devices with a name, in any case."""
        return [one for one in self.all(system_managed=True) if one.display_name.lower() == name.lower()]

    def owned_by(self, upn: str) -> list[Device]:
        """The devices of a user; raises UserNotFound."""
        with self._transactions.reading() as objects:
            user = objects.with_upn(upn)
            if user is None or user.is_deleted:
                raise UserNotFound(upn)
            return objects.state.devices.find("owner", str(user.object_id))

    def owners(self, device: Device) -> list[str]:
        """The names that a device's owners sign in with; those that are gone are left out."""
        with self._transactions.reading() as objects:
            found = [objects.state.users.get(str(owner)) for owner in device.owners]
            return [user.user_principal_name for user in found if user is not None and not user.is_deleted]

    def one(self, *, object_id: UUID | None = None, device_id: UUID | None = None) -> Device:
        """A device by either id; raises DeviceNotFound."""
        with self._transactions.reading() as objects:
            return existing_device(objects, object_id, device_id)

    def switch(self, *, on: bool, object_id: UUID | None = None, device_id: UUID | None = None) -> None:
        """Let a device in, or keep it out; raises DeviceNotFound."""
        with self._transactions.changing() as objects:
            device = existing_device(objects, object_id, device_id)
            objects.state.devices.put(str(device.object_id), replace(device, enabled=on))

    def remove(self, *, object_id: UUID | None = None, device_id: UUID | None = None) -> None:
        """Forget a device; raises DeviceNotFound."""
        with self._transactions.changing() as objects:
            objects.state.devices.remove(str(existing_device(objects, object_id, device_id).object_id))

    def policy(self) -> DevicePolicy:
        """The policy."""
        with self._transactions.reading() as objects:
            return _policy(objects)

    def change_policy(self, changes: PolicyChanges) -> None:
        """Set properties of the policy; raises BadValue."""
        with self._transactions.changing() as objects:
            if changes.maximum_per_user is not None and not 0 < changes.maximum_per_user <= MOST_PER_USER:
                raise BadValue("MaximumDevicesPerUser")
            for scope in (changes.workplace_join, changes.azure_ad_join):
                assert scope is None or scope in SCOPES, "the cmdlet's enumeration has no other"
            given = asdict(changes)
            kept = {name: value for name, value in given.items() if value is not None}
            objects.state.device_policies.put(POLICY, replace(_policy(objects), **kept))


def existing_device(objects: TenantObjects, object_id: UUID | None, device_id: UUID | None) -> Device:
    """A device by either id; raises DeviceNotFound."""
    found: Iterable[Device | None] = (
        (objects.state.devices.get(str(object_id)),)
        if object_id is not None
        else objects.state.devices.find("device", str(device_id))
    )
    device = next(iter(found), None)
    if device is None:
        raise DeviceNotFound(str(object_id or device_id))
    return device


def _policy(objects: TenantObjects) -> DevicePolicy:
    return objects.state.device_policies.get(POLICY) or DevicePolicy()
