"""What the directory itself gives to a new object, and to every object that changes."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from datetime import datetime

from msolemu.directory.forest import distinguished_name as dn
from msolemu.directory.forest.objects import ForestEntry, Values
from msolemu.directory.forest.schema import PRINCIPALS, category_of, chain_of
from msolemu.directory.forest.times import NEVER, generalized_time
from msolemu.foundation.dataclass import replace

SECURITY_BIT = 0x80000000
ACCOUNT: Mapping[str, str] = {
    "useraccountcontrol": "512",
    "samaccounttype": "805306368",
    "primarygroupid": "513",
    "accountexpires": NEVER,
    **dict.fromkeys(
        ("badpwdcount", "codepage", "countrycode", "badpasswordtime", "lastlogoff", "lastlogon", "pwdlastset"), "0"
    ),
    "logoncount": "0",
}
GLOBAL_SECURITY = "-2147483646"


def default_container(object_class: str, root: str) -> str:
    """Where an object is created when nobody says where."""
    if object_class.lower() == "computer":
        return f"CN=Computers,{root}"
    return root if object_class.lower() in ("organizationalunit", "container") else f"CN=Users,{root}"


def new_attributes(entry: ForestEntry, sid: str | None, now: datetime) -> dict[str, Values]:
    """The attributes of a new object that were not given; `sid` is the security identifier of a new principal."""
    kind = entry.object_class.lower()
    own_kind, own_name = dn.parse(entry.distinguished_name)[0]
    schema = f"CN=Schema,CN=Configuration,{dn.domain_name(dn.domain_of(entry.distinguished_name))}"
    found: dict[str, Values] = {
        "objectclass": chain_of(entry.object_class),
        own_kind.lower(): (own_name,),
        "instancetype": ("4",),
        "whencreated": (generalized_time(now),),
        "objectcategory": (f"CN={category_of(entry.object_class)},{schema}",),
    }
    if sid is not None:
        found["objectsid"] = (sid,)
    if kind in PRINCIPALS:
        found["samaccountname"] = (own_name[:20],)
        if kind == "group":
            found["grouptype"] = (GLOBAL_SECURITY,)
        else:
            found |= {name: (value,) for name, value in ACCOUNT.items()}
        if kind == "computer":
            found["primarygroupid"] = ("515",)
    return found


def stamp(entry: ForestEntry, now: datetime) -> ForestEntry:
    """The object with what follows from its name and its number of change."""
    attributes = {
        **entry.attributes,
        "distinguishedname": (entry.distinguished_name,),
        "name": (dn.own_name(entry.distinguished_name),),
        "objectguid": (base64.b64encode(entry.guid.bytes_le).decode(),),
        "usncreated": (str(entry.created),),
        "usnchanged": (str(entry.changed),),
        "whenchanged": (generalized_time(now),),
    }
    if kind := entry.first("grouptype"):
        is_security = kind.lstrip("-").isdecimal() and int(kind) & SECURITY_BIT
        attributes["samaccounttype"] = ("268435456" if is_security else "268435457",)
    return replace(entry, attributes=attributes)
