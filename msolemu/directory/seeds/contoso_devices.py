"""What the seed `contoso` has besides people: registered devices, an administrative unit with its administrator, and
applications of the company's own. Which user has what goes by the place in the list, so that nothing is drawn but ids.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from msolemu.directory.tenant.administrative_unit import AdministrativeUnit, ScopedMember, UnitMember
from msolemu.directory.tenant.device import Device
from msolemu.directory.tenant.principals import NewCredential, made
from msolemu.directory.tenant.service_principal import ReplyAddress, ServicePrincipal
from msolemu.directory.tenant.user import User
from msolemu.directory.unit_of_work import DirectoryState
from msolemu.foundation.identifiers import IdSource

MODELS = (
    ("LAPTOP", "Windows", "10.0 (14393)", "Domain Joined", "Managed"),
    ("PHONE", "iPhone", "9.3.2", "Workplace Joined", "Authenticated"),
    ("TABLET", "Windows", "10.0 (10586)", "AzureAD Joined", "Compliant"),
    ("PHONE", "Android", "6.0.1", "Workplace Joined", "Authenticated"),
)
OWNERS_APART = 6
"""Every sixth user has a registered device."""
UNIT, UNIT_CITY, UNIT_ROLE = "London Office", "London", "Helpdesk Administrator"
APPLICATIONS = (("Contoso Expenses", "https://expenses.contoso.com", 30), ("Contoso Time Sheets", None, 400))
"""Names, addresses, and how many days ago they were made: the key of the older one has expired."""


def add_devices(state: DirectoryState, now: datetime, ids: IdSource, people: Sequence[User]) -> None:
    """Devices of some users: a few are kept out, a few have not been used for long, one in ten brought a service."""
    for number, owner in enumerate(people[::OWNERS_APART]):
        name, system, version, trust, level = MODELS[number % len(MODELS)]
        managed = level != "Authenticated"
        device = Device(
            ids.guid(),
            ids.guid(),
            f"{name}-{number + 101}",
            enabled=number % 9 != 4,
            os_type=system,
            os_version=version,
            trust_type=trust,
            trust_level=level,
            last_logon=now - timedelta(days=(number * 17) % 200, hours=3),
            synchronized=trust == "Domain Joined",
            last_dirsync_time=now - timedelta(minutes=40) if trust == "Domain Joined" else None,
            owners=(owner.object_id,),
            system_managed=number % 10 == 9,
            is_compliant=level == "Compliant",
            is_managed=managed,
        )
        state.devices.put(str(device.object_id), device)


def add_unit(state: DirectoryState, ids: IdSource, people: Sequence[User]) -> None:
    """The people of one office, and one of them who helps them with their passwords."""
    unit = AdministrativeUnit(ids.guid(), UNIT, f"Everybody in {UNIT_CITY}")
    state.units.put(str(unit.object_id), unit)
    members = [user for user in people if user.city == UNIT_CITY]
    for user in members:
        entry = UnitMember(unit.object_id, user.object_id)
        state.unit_members.put(entry.key, entry)
    helper = next(user for user in members if not user.roles and not user.block_credential)
    scoped = ScopedMember(unit.object_id, UNIT_ROLE, helper.object_id)
    state.scoped_members.put(scoped.key, scoped)


def add_applications(state: DirectoryState, now: datetime, ids: IdSource) -> None:
    """Applications of the company's own, each with a key."""
    for name, address, days in APPLICATIONS:
        app = ids.guid()
        credential = made(NewCredential(start=now - timedelta(days=days)), ids, now)
        one = ServicePrincipal(
            ids.guid(),
            app,
            name,
            (*([address] if address else []), str(app)),
            addresses=(ReplyAddress(address),) if address else (),
            credentials=(credential,),
        )
        state.service_principals.put(str(one.object_id), one)
