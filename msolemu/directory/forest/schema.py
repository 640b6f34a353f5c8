"""What the forest knows of classes and attributes; both may also be ones that it does not know."""

from __future__ import annotations

from collections.abc import Mapping

from msolemu.directory.forest.objects import Values

PERSON = ("top", "person", "organizationalPerson")
CLASSES: Mapping[str, Values] = {
    chain[-1].lower(): chain
    for chain in (
        (*PERSON, "user"),
        (*PERSON, "contact"),
        (*PERSON, "user", "computer"),
        (*PERSON, "user", "inetOrgPerson"),
        ("top", "group"),
        ("top", "organizationalUnit"),
        ("top", "container"),
        ("top", "builtinDomain"),
        ("top", "domain", "domainDNS"),
    )
}
"""A class with those that it descends from, by its name in lower case."""

PRINCIPALS = frozenset({"user", "inetorgperson", "computer", "group"})
"""Classes with an account name and a security identifier."""
CATEGORIES = {
    "user": "Person",
    "contact": "Person",
    "inetorgperson": "Person",
    "organizationalunit": "Organizational-Unit",
    "domaindns": "Domain-DNS",
    "builtindomain": "Builtin-Domain",
}
BINARY = frozenset(
    [
        "objectguid",
        "objectsid",
        "sidhistory",
        "thumbnailphoto",
        "jpegphoto",
        "msexchmailboxguid",
        "userpassword",
        "logonhours",
        "ms-ds-consistencyguid",
        "usercertificate",
        "usersmimecertificate",
        "ntsecuritydescriptor",
        "replpropertymetadata",
        "unicodepwd",
        "dnsrecord",
        "msexchblockedsendershash",
        "msexchsafesendershash",
        "msexchmailboxsecuritydescriptor",
    ]
)
"""Attributes whose values are bytes, kept as base64 text."""
INTEGERS = frozenset(
    [
        "useraccountcontrol",
        "primarygroupid",
        "badpwdcount",
        "logoncount",
        "codepage",
        "countrycode",
        "instancetype",
        "grouptype",
        "samaccounttype",
        "usncreated",
        "usnchanged",
        "pwdlastset",
        "accountexpires",
        "lastlogon",
        "lastlogoff",
        "lastlogontimestamp",
        "badpasswordtime",
        "lockouttime",
        "admincount",
        "msexchrecipientdisplaytype",
        "msexchrecipienttypedetails",
    ]
)
"""Attributes whose values are whole numbers."""
SYSTEM_OWNED = frozenset(
    [
        "objectguid",
        "objectsid",
        "distinguishedname",
        "objectclass",
        "usncreated",
        "usnchanged",
        "whencreated",
        "whenchanged",
        "canonicalname",
        "memberof",
        "directreports",
        "managedobjects",
        "isdeleted",
        "samaccounttype",
        "instancetype",
        "primarygroup",
        "msds-userpasswordexpirytimecomputed",
        "msds-user-account-control-computed",
    ]
)
"""What nobody but the directory writes."""
NAMING = frozenset({"cn", "name", "ou", "dc"})
LINKS = {"memberof": "member", "directreports": "manager", "managedobjects": "managedby"}
"""Attributes that show who refers to an object, and the attributes by which the others do."""


def is_number(value: str) -> bool:
    """Whether a text is a whole number."""
    return value.removeprefix("-").isdecimal() and value.isascii()


def chain_of(object_class: str) -> Values:
    """A class with those that it descends from, itself last."""
    return CLASSES.get(object_class.lower(), ("top", object_class))


def naming_attribute(object_class: str) -> str:
    """The attribute that names objects of a class in their container."""
    return {"organizationalunit": "OU", "domaindns": "DC"}.get(object_class.lower(), "CN")


def category_of(object_class: str) -> str:
    """The last part of `objectCategory`."""
    return CATEGORIES.get(object_class.lower(), object_class[:1].upper() + object_class[1:])


def classes_of(category: str) -> Values:
    """What a search may call a category: its own name, and the names of the classes whose category it is."""
    return (category, *(name for name in (*CLASSES, "person") if category_of(name).lower() == category.lower()))
