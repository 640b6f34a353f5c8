"""The groups that every domain has, with the numbers by which they are known everywhere."""

from __future__ import annotations

from uuid import NAMESPACE_X500, UUID, uuid5

from msolemu.directory.forest import distinguished_name as dn
from msolemu.directory.forest.directory import ForestDirectory
from msolemu.directory.forest.objects import Values
from msolemu.directory.forest.security_identifier import encoded
from msolemu.foundation.dataclass import dataclass

CRITICAL = {"iscriticalsystemobject": ("TRUE",)}
"""What keeps an object out of synchronization."""
GLOBAL, UNIVERSAL, BUILTIN_LOCAL = "-2147483646", "-2147483640", "-2147483643"


@dataclass(frozen=True, slots=True)
class BuiltinGroup:
    """A group with the last part of its security identifier, its kind, and the group of the machine that it is in."""

    name: str
    number: int
    kind: str
    description: str
    inside: str = ""


DOMAIN_GROUPS = (
    BuiltinGroup("Domain Admins", 512, GLOBAL, "Designated administrators of the domain", "Administrators"),
    BuiltinGroup("Domain Users", 513, GLOBAL, "All domain users", "Users"),
    BuiltinGroup("Domain Guests", 514, GLOBAL, "All domain guests", "Guests"),
    BuiltinGroup("Domain Computers", 515, GLOBAL, "All workstations and servers joined to the domain"),
    BuiltinGroup("Domain Controllers", 516, GLOBAL, "All domain controllers in the domain"),
    BuiltinGroup("Schema Admins", 518, UNIVERSAL, "Designated administrators of the schema"),
    BuiltinGroup("Enterprise Admins", 519, UNIVERSAL, "Designated administrators of the enterprise", "Administrators"),
)
MACHINE_GROUPS = (
    BuiltinGroup("Administrators", 544, BUILTIN_LOCAL, "Administrators have complete and unrestricted access"),
    BuiltinGroup("Users", 545, BUILTIN_LOCAL, "Users are prevented from making system-wide changes"),
    BuiltinGroup("Guests", 546, BUILTIN_LOCAL, "Guests have the same access as members of the Users group"),
)


def add_builtin_groups(forest: ForestDirectory) -> None:
    """Put them into the containers Users and Builtin of the root domain."""
    users, builtin = f"CN=Users,{forest.root}", f"CN=Builtin,{forest.root}"
    forest.insert(builtin, "builtinDomain", CRITICAL, _guid(forest, builtin))
    members: dict[str, list[str]] = {}
    for group in DOMAIN_GROUPS:
        members.setdefault(group.inside, []).append(dn.child("CN", group.name, users))
        _add(forest, group, users, forest.forest.domain_identifier, ())
    for group in MACHINE_GROUPS:
        _add(forest, group, builtin, "S-1-5-32", tuple(members.get(group.name, ())))


def _add(forest: ForestDirectory, group: BuiltinGroup, container: str, domain: str, members: Values) -> None:
    identifier = f"{domain}-{group.number}"
    attributes: dict[str, Values] = {
        **CRITICAL,
        "samaccountname": (group.name,),
        "grouptype": (group.kind,),
        "description": (group.description,),
        "objectsid": (encoded(identifier) or "",),
    }
    if members:
        attributes["member"] = members
    name = dn.child("CN", group.name, container)
    forest.insert(name, "group", attributes, _guid(forest, name))


def _guid(forest: ForestDirectory, name: str) -> UUID:
    """Told by the domain's identifier, so that what a new workspace draws at random stays the same for all else."""
    return uuid5(NAMESPACE_X500, f"{forest.forest.domain_identifier} {name}")
