"""From an object of the forest to the state it should have in the tenant: the flows of the shipped rules, condensed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msolemu.sync.connector_space import CloudState, ForestSpaceObject
from msolemu.sync.ports import CloudObjectType, Values
from msolemu.sync.scoping import first, is_mail_enabled, is_security_enabled, type_in_cloud

DISABLED = 2
PERSON = {
    "givenname": "givenName",
    "sn": "surname",
    "mail": "mail",
    "mailnickname": "alias",
    "title": "title",
    "department": "department",
    "company": "company",
    "l": "city",
    "st": "state",
    "co": "country",
    "c": "countryLetterCode",
    "streetaddress": "streetAddress",
    "postalcode": "postalCode",
    "physicaldeliveryofficename": "physicalDeliveryOfficeName",
    "telephonenumber": "telephoneNumber",
    "mobile": "mobile",
    "facsimiletelephonenumber": "facsimileTelephoneNumber",
    "preferredlanguage": "preferredLanguage",
    "targetaddress": "targetAddress",
    "description": "description",
}
DIRECT: Mapping[CloudObjectType, Mapping[str, str]] = {
    CloudObjectType.USER: PERSON
    | {"objectsid": "onPremiseSecurityIdentifier", "samaccountname": "onPremisesSamAccountName"},
    CloudObjectType.CONTACT: PERSON,
    CloudObjectType.GROUP: {
        "mail": "mail",
        "mailnickname": "alias",
        "description": "description",
        "info": "info",
        "objectsid": "onPremiseSecurityIdentifier",
    },
}
REFERENCES: Mapping[CloudObjectType, tuple[str, ...]] = {
    CloudObjectType.USER: ("manager",),
    CloudObjectType.CONTACT: ("manager",),
    CloudObjectType.GROUP: ("member", "managedby"),
}
REFERENCE_NAMES = {"manager": "manager", "member": "member", "managedby": "managedBy"}
OTHER_SOURCES = (
    "admindescription cn displayname grouptype iscriticalsystemobject managedby manager member proxyaddresses "
    "useraccountcontrol userprincipalname"
)
INCLUDED = frozenset((*OTHER_SOURCES.split(), *(name for flows in DIRECT.values() for name in flows)))
"""The connector's attribute inclusion list: what an import of the forest reads."""

ResolveReference = Callable[[str], str | None]


def cloud_state(found: ForestSpaceObject, domain: str, resolve: ResolveReference) -> CloudState | None:
    """The state the object should have in the tenant, None when it is out of scope.

    `resolve` turns a distinguished name into the source anchor of an object in the connector space.
    """
    object_type = type_in_cloud(found)
    if object_type is None:
        return None
    flows = DIRECT[object_type].items()
    attributes: dict[str, Values] = {
        target: (first(found, source).strip(),) for source, target in flows if first(found, source).strip()
    }
    attributes["displayName"] = (first(found, "displayname") or first(found, "cn"),)
    if addresses := without_duplicates(found.attributes.get("proxyaddresses", ())):
        attributes["proxyAddresses"] = addresses
    match object_type:
        case CloudObjectType.USER:
            attributes |= sign_in(found, domain)
        case CloudObjectType.GROUP:
            attributes["securityEnabled"] = (str(is_security_enabled(found)),)
            attributes["mailEnabled"] = (str(is_mail_enabled(found)),)
        case CloudObjectType.CONTACT:
            attributes.setdefault("alias", (first(found, "cn"),))
    return CloudState(object_type, attributes, references(found, object_type, resolve))


def sign_in(found: ForestSpaceObject, domain: str) -> dict[str, Values]:
    """Rules 102 and 106: the name a user signs in with, and whether the account is enabled."""
    control = int(first(found, "useraccountcontrol") or "0")
    name = first(found, "userprincipalname") or f"{first(found, 'samaccountname')}@{domain}"
    return {"userPrincipalName": (name,), "accountEnabled": (str(not control & DISABLED),)}


def references(found: ForestSpaceObject, object_type: CloudObjectType, resolve: ResolveReference) -> dict[str, Values]:
    """The anchors that the object's references lead to; what leads out of the connector space is left out."""
    flows: dict[str, Values] = {}
    for source in REFERENCES[object_type]:
        anchors = (resolve(name) for name in found.attributes.get(source, ()))
        if known := tuple(anchor for anchor in anchors if anchor):
            flows[REFERENCE_NAMES[source]] = known
    return flows


def without_duplicates(values: Iterable[str]) -> Values:
    """The values without blanks around them, each once, ignoring case: the first spelling stays."""
    kept: dict[str, str] = {}
    for value in values:
        if text := value.strip():
            kept.setdefault(text.lower(), text)
    return tuple(kept.values())
