"""Attributes that the directory computes when somebody reads an object: back links, canonical names, what the domain's
policy makes of an account."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from msolemu.directory.forest import distinguished_name as dn
from msolemu.directory.forest.account_control import (
    LOCKED_OUT,
    PASSWORD_EXPIRED,
    PASSWORD_NEVER_EXPIRES,
    PASSWORD_NOT_REQUIRED,
)
from msolemu.directory.forest.domain_policy import MAXIMUM_AGE
from msolemu.directory.forest.objects import ForestEntry, Values
from msolemu.directory.forest.schema import LINKS, classes_of
from msolemu.directory.forest.security_identifier import decoded, encoded
from msolemu.directory.forest.times import NEVER, NOT_SET, file_time, time_of
from msolemu.directory.query import Read
from msolemu.directory.unit_of_work import FOREST, DirectoryState
from msolemu.foundation.dataclass import replace

Computation = Callable[[ForestEntry, DirectoryState, datetime], Values]
PASSWORD_EXPIRY = "msds-userpasswordexpirytimecomputed"
PROTECTED = "protectedfromaccidentaldeletion"
"""Kept as an attribute, in place of the access control entry that would deny the deletion."""
CONTROL_COMPUTED = "msds-user-account-control-computed"


def _linked_by(attribute: str) -> Computation:
    def referring(entry: ForestEntry, state: DirectoryState, _: datetime) -> Values:
        own = dn.normalized(entry.distinguished_name)
        return tuple(
            other.distinguished_name
            for other in state.entries.find("link", own)
            if any(dn.normalized(value) == own for value in other.attributes.get(attribute, ()))
        )

    return referring


def _password_expiry(entry: ForestEntry, _: DirectoryState, __: datetime) -> Values:
    """When the password must be changed: 0 is at the next logon, the largest number never."""
    control, changed = entry.first("useraccountcontrol"), entry.first("pwdlastset")
    if control is None or changed is None:
        return ()
    if int(control) & (PASSWORD_NEVER_EXPIRES | PASSWORD_NOT_REQUIRED):
        return (NEVER,)
    since = time_of(changed)
    return (NOT_SET,) if since is None else (file_time(since + MAXIMUM_AGE),)


def _control_computed(entry: ForestEntry, state: DirectoryState, now: datetime) -> Values:
    expires = _password_expiry(entry, state, now)
    if not expires:
        return ()
    locked = time_of(entry.first("lockouttime") or NOT_SET)
    is_expired = expires[0] != NEVER and int(expires[0]) <= int(file_time(now))
    return (str((LOCKED_OUT if locked else 0) | (PASSWORD_EXPIRED if is_expired else 0)),)


def _primary_group(entry: ForestEntry, state: DirectoryState, _: datetime) -> Values:
    """The distinguished name of the group whose number is `primaryGroupID`, where the domain has it."""
    number, forest = entry.first("primarygroupid"), state.forests.get(FOREST)
    sid = encoded(f"{forest.domain_identifier}-{number}") if number and forest else None
    found = state.entries.find("objectsid", sid.lower()) if sid else ()
    return tuple(one.distinguished_name for one in found)


COMPUTED: Mapping[str, Computation] = {
    "canonicalname": lambda entry, *_: (dn.canonical_name(entry.distinguished_name),),
    PROTECTED: lambda entry, *_: entry.attributes.get(PROTECTED, ("FALSE",)),
    "primarygroup": _primary_group,
    PASSWORD_EXPIRY: _password_expiry,
    CONTROL_COMPUTED: _control_computed,
    **{back: _linked_by(forward) for back, forward in LINKS.items()},
}


def shown(entry: ForestEntry, state: DirectoryState, now: datetime) -> ForestEntry:
    """An object with its computed attributes."""
    computed = {name: values for name, compute in COMPUTED.items() if (values := compute(entry, state, now))}
    return replace(entry, attributes={**entry.attributes, **computed})


def reader(entry: ForestEntry, state: DirectoryState, now: datetime) -> Read:
    """Reads attributes for a search; a GUID and a SID are there as text and in base64, a category by its classes."""

    def read(attribute: str) -> Values:
        if compute := COMPUTED.get(attribute):
            return compute(entry, state, now)
        values = entry.attributes.get(attribute, ())
        if attribute == "objectcategory":
            return (*values, *(name for value in values for name in classes_of(dn.own_name(value))))
        if attribute == "objectguid":
            return (*values, str(entry.guid))
        if attribute == "objectsid":
            return (*values, *(text for value in values if (text := decoded(value))))
        return values

    return read
