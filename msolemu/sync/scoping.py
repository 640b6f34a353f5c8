"""Which objects of the forest go to the tenant: the scoping filters and `cloudFiltered` of the shipped rules."""

from __future__ import annotations

from msolemu.sync.connector_space import ForestSpaceObject
from msolemu.sync.ports import CloudObjectType

CLASSES = {
    "user": CloudObjectType.USER,
    "inetorgperson": CloudObjectType.USER,
    "group": CloudObjectType.GROUP,
    "contact": CloudObjectType.CONTACT,
}
SECURITY_ENABLED = 0x80000000
MOST_MEMBERS = 50_000


def type_in_cloud(found: ForestSpaceObject) -> CloudObjectType | None:
    """The class that the object has in the tenant, or None when it does not go there."""
    object_type = CLASSES.get(found.object_class.lower())
    if object_type is None or is_critical(found) or "\\0acnf:" in found.distinguished_name.lower():
        return None
    match object_type:
        case CloudObjectType.USER:
            in_scope = user_in_scope(found)
        case CloudObjectType.GROUP:
            in_scope = group_in_scope(found)
        case CloudObjectType.CONTACT:
            in_scope = is_mail_enabled(found)
    return object_type if in_scope else None


def first(found: ForestSpaceObject, attribute: str) -> str:
    """The attribute's first value, or nothing."""
    values = found.attributes.get(attribute)
    return values[0] if values else ""


def is_critical(found: ForestSpaceObject) -> bool:
    """Whether Windows itself owns the object."""
    return first(found, "iscriticalsystemobject").upper() == "TRUE"


def user_in_scope(found: ForestSpaceObject) -> bool:
    """Rules 100 and 106: a sign-in name that no service uses, and no mark of the administrator against it."""
    account, alias = first(found, "samaccountname").lower(), first(found, "mailnickname").lower()
    return not (
        not account
        or account == "support_388945a0"
        or account.startswith(("aad_", "msol_"))
        or alias.startswith("systemmailbox{")
        or any(name.startswith("cas_") and "}" in name for name in (account, alias))
        or first(found, "admindescription").lower().startswith("user_")
    )


def group_in_scope(found: ForestSpaceObject) -> bool:
    """Rules 112 and 139: a security group or one with mail, and below 50,000 members."""
    if first(found, "admindescription").lower().startswith("group_"):
        return False
    if len(found.attributes.get("member", ())) >= MOST_MEMBERS:
        return False
    return is_security_enabled(found) or is_mail_enabled(found)


def is_security_enabled(found: ForestSpaceObject) -> bool:
    """Whether the group type has the security bit; forest and file write it as a signed number."""
    kind = first(found, "grouptype")
    return bool(kind and int(kind) & SECURITY_ENABLED)


def is_mail_enabled(found: ForestSpaceObject) -> bool:
    """Whether there is a primary address or a mail address."""
    addresses = found.attributes.get("proxyaddresses", ())
    return "@" in first(found, "mail") or any(value.startswith("SMTP:") and "@" in value for value in addresses)
