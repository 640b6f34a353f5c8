"""Brings the objects of an LDIF file into the forest: all of them, or none."""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Mapping
from uuid import UUID

from msolemu.directory.forest import distinguished_name as dn
from msolemu.directory.forest.directory import ForestDirectory
from msolemu.directory.forest.errors import DamagedLdif
from msolemu.directory.forest.ldif import Record, records
from msolemu.directory.forest.objects import ForestEntry
from msolemu.directory.forest.schema import CLASSES, LINKS, PRINCIPALS, chain_of
from msolemu.directory.forest.security_identifier import decoded
from msolemu.foundation.text import from_units

NOT_TAKEN = frozenset(
    {*LINKS, "distinguishedname", "usncreated", "usnchanged", "whenchanged", "canonicalname", "objectguid"}
)
"""What the forest computes or numbers itself."""


def import_ldif(forest: ForestDirectory, text: str) -> Mapping[str, int]:
    """Create every object of a file, with its GUID where it has one; gives how many there were of each class.

    Objects are numbered in the order in which the file says that they were created (uSNCreated), else in its own. The
    containers that every domain has may be in the file too. A user principal name that another user has is taken, as a
    forest below the functional level of Windows Server 2012 R2 takes it. Raises DamagedLdif; then the caller must
    forget what was changed so far.
    """
    found = list(records(text))
    counts: Counter[str] = Counter()
    entries: list[tuple[Record, ForestEntry]] = []
    for record in found:
        entries.append((record, _created(forest, record)))
        counts[class_of(record)] += 1
    _number(forest, entries)
    return dict(counts)


def class_of(record: Record) -> str:
    """The most special class of a record, as the schema spells it."""
    names = record.attributes["objectclass"]
    known = [name for name in names if name.lower() in CLASSES]
    name = max(known, key=lambda one: len(chain_of(one)), default=names[-1])
    return chain_of(name)[-1]


def _created(forest: ForestDirectory, record: Record) -> ForestEntry:
    name = from_units(record.distinguished_name)
    existing = forest.at(record.distinguished_name)
    if existing is not None:
        if not _is_of_every_domain(existing):
            raise DamagedLdif(record.line, f"'{name}' is in the forest already")
        return existing
    _demand_container(forest, record, name)
    _demand_free(forest, record)
    attributes = {key: tuple(values) for key, values in record.attributes.items() if key not in NOT_TAKEN}
    guid = _guid_of(record)
    if guid is not None and forest.state.entries.get(str(guid)) is not None:
        raise DamagedLdif(record.lines["objectguid"], f"another object has the objectGUID of '{name}'")
    return forest.insert(record.distinguished_name, class_of(record), attributes, guid)


def _demand_container(forest: ForestDirectory, record: Record, name: str) -> None:
    parent = dn.parent_of(record.distinguished_name)
    if parent is None or forest.at(parent) is not None:
        return
    if class_of(record) == "domainDNS":
        return
    parts = dn.parse(parent)
    if any(kind.upper() != "DC" for kind, _ in parts):
        raise DamagedLdif(record.line, f"the container of '{name}' is neither in the forest nor before it in the file")
    forest.insert(parent, "domainDNS", {"iscriticalsystemobject": ("TRUE",)})


def _demand_free(forest: ForestDirectory, record: Record) -> None:
    if class_of(record).lower() not in PRINCIPALS:
        return
    for account in record.attributes.get("samaccountname", ()):
        if forest.state.entries.has("samaccountname", account.lower()):
            line = record.lines["samaccountname"]
            raise DamagedLdif(line, f"another object has the account name '{from_units(account)}'")
    for identifier in record.attributes.get("objectsid", ()):
        if decoded(identifier) is None:
            raise DamagedLdif(record.lines["objectsid"], "the value of 'objectsid' is no security identifier")


def _guid_of(record: Record) -> UUID | None:
    values = record.attributes.get("objectguid")
    return UUID(bytes_le=base64.b64decode(values[0])) if values else None


def _is_of_every_domain(entry: ForestEntry) -> bool:
    return entry.object_class in ("domainDNS", "container", "builtinDomain") or (
        entry.first("iscriticalsystemobject") == "TRUE"
    )


def _number(forest: ForestDirectory, entries: list[tuple[Record, ForestEntry]]) -> None:
    """Give the numbers of creation that the new objects have among them in the order that the file tells."""
    new = [(record, entry) for record, entry in entries if forest.state.entries.get(str(entry.guid)) is entry]
    told = [record.attributes.get("usncreated", [""])[0] for record, _ in new]
    if not all(number.isdecimal() for number in told):
        return
    numbers = sorted(entry.created for _, entry in new)
    order = sorted(range(len(new)), key=lambda at: int(told[at]))
    for number, at in zip(numbers, order, strict=True):
        forest.renumber(new[at][1], number)
