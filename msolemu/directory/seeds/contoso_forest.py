"""The on-premises side of the seed `contoso`: accounts, teams and computers of which the tenant knows the synchronized
ones. Which account was used when, is locked or expired goes by its place in the list.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from msolemu.directory.forest import distinguished_name as dn
from msolemu.directory.forest.account_control import (
    DISABLED,
    NORMAL_ACCOUNT,
    PASSWORD_NEVER_EXPIRES,
    WORKSTATION_TRUST,
)
from msolemu.directory.forest.directory import ForestDirectory
from msolemu.directory.forest.times import file_time, generalized_time
from msolemu.directory.tenant.device import Device
from msolemu.directory.tenant.group import Group
from msolemu.directory.tenant.objects import TenantObjects
from msolemu.directory.tenant.user import User
from msolemu.foundation.dataclass import dataclass, field, replace

IDLE, LOCKED, EXPIRED = 9, 21, 34
"""Places in a department: every account so far from another is not used any more; one is locked; one has expired."""
STAFF, TEAMS, WORKSTATIONS = "Staff", "Teams", "Workstations"
COMPANY = "Contoso"
Attributes = Mapping[str, str | tuple[str, ...] | None]


def immutable_id(guid: UUID) -> str:
    """The source anchor of an object of the forest."""
    return base64.b64encode(guid.bytes_le).decode("ascii")


@dataclass
class OnPremises:
    """Builds the forest; what it puts there has the object id of its counterpart in the tenant as GUID.

    `at` is when synchronization last read the forest.
    """

    forest: ForestDirectory
    at: datetime
    names: dict[UUID, str] = field(default_factory=dict)

    def add_staff(self, department: str, team: Sequence[User]) -> None:
        """An organizational unit with the accounts of a department."""
        unit = self._unit(department, self._root_unit(STAFF))
        for place, user in enumerate(team):
            self.names[user.object_id] = dn.child("CN", user.display_name or "", unit)
            self._insert(user.object_id, "user", self._account(user, place), user.when_created)

    def add_team(self, objects: TenantObjects, group: Group) -> None:
        """A group whose members are accounts here, and the same in the tenant, which from now on follows this one."""
        name = group.display_name or ""
        self.names[group.object_id] = dn.child("CN", name, self._root_unit(TEAMS))
        attributes: Attributes = {
            "samaccountname": name,
            "displayname": name,
            "description": group.description,
            "member": tuple(self.names[member] for member in group.members),
            "managedby": self.names.get(group.managed_by) if group.managed_by else None,
        }
        self._insert(group.object_id, "group", attributes, group.when_created)
        objects.put(replace(group, immutable_id=immutable_id(group.object_id), last_dirsync_time=self.at))

    def add_workstations(self, devices: Iterable[Device]) -> None:
        """Computers that are members of the domain."""
        unit = self._root_unit(WORKSTATIONS)
        for device in devices:
            name = device.display_name or ""
            self.names[device.device_id] = dn.child("CN", name, unit)
            attributes: Attributes = {
                "samaccountname": f"{name}$",
                "dnshostname": f"{name}.{self.forest.name}".lower(),
                "useraccountcontrol": str(WORKSTATION_TRUST | (0 if device.enabled else DISABLED)),
                "operatingsystem": "Windows 10 Enterprise",
                "operatingsystemversion": device.os_version,
                "lastlogontimestamp": file_time(device.last_logon) if device.last_logon else None,
            }
            self._insert(device.device_id, "computer", attributes, self.at - timedelta(days=300))

    def _account(self, user: User, place: int) -> Attributes:
        control = NORMAL_ACCOUNT
        control |= DISABLED if user.block_credential else 0
        control |= PASSWORD_NEVER_EXPIRES if user.password_never_expires else 0
        idle = timedelta(days=130 if place % IDLE == IDLE - 1 else place % 8, hours=1)
        return {
            "samaccountname": user.mail_nickname,
            "userprincipalname": user.user_principal_name,
            "displayname": user.display_name,
            "givenname": user.first_name,
            "sn": user.last_name,
            "mail": user.mail,
            "mailnickname": user.mail_nickname,
            "proxyaddresses": user.wanted_proxy_addresses,
            "title": user.title,
            "department": user.department,
            "company": COMPANY,
            "manager": self.names.get(user.manager) if user.manager else None,
            "l": user.city,
            "st": user.state,
            "c": user.country,
            "co": user.country,
            "streetaddress": user.street_address,
            "postalcode": user.postal_code,
            "physicaldeliveryofficename": user.office,
            "telephonenumber": user.phone_number,
            "mobile": user.mobile_phone,
            "preferredlanguage": user.preferred_language,
            "useraccountcontrol": str(control),
            "pwdlastset": file_time(user.last_password_change) if user.last_password_change else "0",
            "lastlogontimestamp": file_time(self.at - idle),
            "lockouttime": file_time(self.at) if place == LOCKED else None,
            "accountexpires": file_time(self.at - timedelta(days=20)) if place == EXPIRED else None,
        }

    def _root_unit(self, name: str) -> str:
        return self._unit(name, self.forest.root)

    def _unit(self, name: str, container: str) -> str:
        full_name = dn.child("OU", name, container)
        if self.forest.at(full_name) is None:
            self.forest.insert(full_name, "organizationalUnit", {})
        return full_name

    def _insert(self, guid: UUID, object_class: str, attributes: Attributes, created: datetime) -> None:
        given = {key: (value,) if isinstance(value, str) else value for key, value in attributes.items() if value}
        given["whencreated"] = (generalized_time(created),)
        self.forest.insert(self.names[guid], object_class, given, guid)
