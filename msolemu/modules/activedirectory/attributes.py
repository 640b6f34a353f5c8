"""The properties of accounts, groups and objects as the module names them, and the LDAP attributes behind them."""

from __future__ import annotations

import enum

from msolemu.directory.forest.account_control import LOCKED_OUT, PASSWORD_EXPIRED
from msolemu.foundation.dataclass import dataclass
from msolemu.foundation.names import NameMap


class Kind(enum.Enum):
    """How the text of an attribute becomes a value."""

    TEXT = "text"
    TEXTS = "texts"
    NUMBER = "number"
    TRUTH = "truth"
    FLAG = "flag"
    TIME = "time"
    FILE_TIME = "file time"
    GUID = "guid"
    SID = "sid"
    BINARY = "binary"
    CLASS = "class"
    GROUP_SCOPE = "group scope"
    GROUP_CATEGORY = "group category"


@dataclass(frozen=True, slots=True)
class Property:
    """A property: the name that the module prints and takes, and what it is read from.

    A `FLAG` is a bit of a control word; `inverted` when the bit means no.
    """

    name: str
    attribute: str
    kind: Kind = Kind.TEXT
    bit: int = 0
    inverted: bool = False


ACCOUNT_CONTROL = "userAccountControl"


def _flag(name: str, bit: int, *, inverted: bool = False) -> Property:
    return Property(name, ACCOUNT_CONTROL, Kind.FLAG, bit, inverted)


def _computed(name: str, bit: int) -> Property:
    return Property(name, "msDS-User-Account-Control-Computed", Kind.FLAG, bit)


PROTECTED = Property("ProtectedFromAccidentalDeletion", "protectedFromAccidentalDeletion", Kind.TRUTH)
OBJECT_PROPERTIES = (
    Property("CanonicalName", "canonicalName"),
    Property("CN", "cn"),
    Property("Created", "whenCreated", Kind.TIME),
    Property("Deleted", "isDeleted", Kind.TRUTH),
    Property("Description", "description"),
    Property("DisplayName", "displayName"),
    Property("DistinguishedName", "distinguishedName"),
    Property("Modified", "whenChanged", Kind.TIME),
    Property("Name", "name"),
    Property("ObjectClass", "objectClass", Kind.CLASS),
    Property("ObjectGUID", "objectGUID", Kind.GUID),
    PROTECTED,
)
PRINCIPAL_PROPERTIES = (
    Property("HomePage", "wWWHomePage"),
    Property("MemberOf", "memberOf", Kind.TEXTS),
    Property("SamAccountName", "sAMAccountName"),
    Property("SID", "objectSid", Kind.SID),
)
GROUP_PROPERTIES = (
    *OBJECT_PROPERTIES,
    *PRINCIPAL_PROPERTIES,
    Property("GroupCategory", "groupType", Kind.GROUP_CATEGORY),
    Property("GroupScope", "groupType", Kind.GROUP_SCOPE),
    Property("ManagedBy", "managedBy"),
    Property("Members", "member", Kind.TEXTS),
)
UNIT_PROPERTIES = (
    *OBJECT_PROPERTIES,
    Property("City", "l"),
    Property("Country", "c"),
    Property("LinkedGroupPolicyObjects", "gPLink", Kind.TEXTS),
    Property("ManagedBy", "managedBy"),
    Property("PostalCode", "postalCode"),
    Property("State", "st"),
    Property("StreetAddress", "street"),
)
MEMBER_PROPERTIES = (
    Property("distinguishedName", "distinguishedName"),
    Property("name", "name"),
    Property("objectClass", "objectClass", Kind.CLASS),
    Property("objectGUID", "objectGUID", Kind.GUID),
    Property("SamAccountName", "sAMAccountName"),
    Property("SID", "objectSid", Kind.SID),
)
"""What is shown of a member, in the spelling of that cmdlet."""
ACCOUNT_PROPERTIES = (
    *OBJECT_PROPERTIES,
    *PRINCIPAL_PROPERTIES,
    Property("AccountExpirationDate", "accountExpires", Kind.FILE_TIME),
    Property("AccountLockoutTime", "lockoutTime", Kind.FILE_TIME),
    _flag("AccountNotDelegated", 0x100000),
    _flag("AllowReversiblePasswordEncryption", 0x80),
    Property("BadLogonCount", "badPwdCount", Kind.NUMBER),
    _flag("CannotChangePassword", 0x40),
    _flag("DoesNotRequirePreAuth", 0x400000),
    _flag("Enabled", 0x2, inverted=True),
    _flag("HomedirRequired", 0x8),
    Property("LastBadPasswordAttempt", "badPasswordTime", Kind.FILE_TIME),
    Property("LastLogonDate", "lastLogonTimestamp", Kind.FILE_TIME),
    _computed("LockedOut", LOCKED_OUT),
    _flag("MNSLogonAccount", 0x20000),
    _computed("PasswordExpired", PASSWORD_EXPIRED),
    Property("PasswordLastSet", "pwdLastSet", Kind.FILE_TIME),
    _flag("PasswordNeverExpires", 0x10000),
    _flag("PasswordNotRequired", 0x20),
    Property("PrimaryGroup", "primaryGroup"),
    Property("ServicePrincipalNames", "servicePrincipalName", Kind.TEXTS),
    _flag("TrustedForDelegation", 0x80000),
    _flag("TrustedToAuthForDelegation", 0x1000000),
    _flag("UseDESKeyOnly", 0x200000),
    Property("UserPrincipalName", "userPrincipalName"),
)
"""The extended properties of users and computers."""
USER_PROPERTIES = (
    *ACCOUNT_PROPERTIES,
    Property("City", "l"),
    Property("Company", "company"),
    Property("Country", "c"),
    Property("Department", "department"),
    Property("Division", "division"),
    Property("EmailAddress", "mail"),
    Property("EmployeeID", "employeeID"),
    Property("EmployeeNumber", "employeeNumber"),
    Property("Fax", "facsimileTelephoneNumber"),
    Property("GivenName", "givenName"),
    Property("HomeDirectory", "homeDirectory"),
    Property("HomeDrive", "homeDrive"),
    Property("HomePhone", "homePhone"),
    Property("Initials", "initials"),
    Property("LogonWorkstations", "userWorkstations"),
    Property("Manager", "manager"),
    Property("MobilePhone", "mobile"),
    Property("Office", "physicalDeliveryOfficeName"),
    Property("OfficePhone", "telephoneNumber"),
    Property("Organization", "o"),
    Property("OtherName", "middleName"),
    Property("POBox", "postOfficeBox"),
    Property("PostalCode", "postalCode"),
    Property("ProfilePath", "profilePath"),
    Property("ScriptPath", "scriptPath"),
    _flag("SmartcardLogonRequired", 0x40000),
    Property("State", "st"),
    Property("StreetAddress", "streetAddress"),
    Property("Surname", "sn"),
    Property("Title", "title"),
)
"""The extended properties of users, as the module documents them."""

COMPUTER_PROPERTIES = (
    *ACCOUNT_PROPERTIES,
    Property("DNSHostName", "dNSHostName"),
    Property("IPv4Address", "ipv4Address"),
    Property("IPv6Address", "ipv6Address"),
    Property("Location", "location"),
    Property("ManagedBy", "managedBy"),
    Property("OperatingSystem", "operatingSystem"),
    Property("OperatingSystemHotfix", "operatingSystemHotfix"),
    Property("OperatingSystemServicePack", "operatingSystemServicePack"),
    Property("OperatingSystemVersion", "operatingSystemVersion"),
)

USER_DEFAULTS = (
    "DistinguishedName",
    "Enabled",
    "GivenName",
    "Name",
    "ObjectClass",
    "ObjectGUID",
    "SamAccountName",
    "SID",
    "Surname",
    "UserPrincipalName",
)
"""What Get-ADUser gives when no property is asked for."""
COMPUTER_DEFAULTS = (
    "DistinguishedName",
    "DNSHostName",
    "Enabled",
    "Name",
    "ObjectClass",
    "ObjectGUID",
    "SamAccountName",
    "SID",
    "UserPrincipalName",
)
ACCOUNT_DEFAULTS = (
    "AccountExpirationDate",
    "DistinguishedName",
    "Enabled",
    "LastLogonDate",
    "LockedOut",
    "Name",
    "ObjectClass",
    "ObjectGUID",
    "PasswordExpired",
    "PasswordNeverExpires",
    "SamAccountName",
    "SID",
    "UserPrincipalName",
)
"""What Search-ADAccount gives."""
GROUP_DEFAULTS = (
    "DistinguishedName",
    "GroupCategory",
    "GroupScope",
    "Name",
    "ObjectClass",
    "ObjectGUID",
    "SamAccountName",
    "SID",
)
UNIT_DEFAULTS = (
    "City",
    "Country",
    "DistinguishedName",
    "LinkedGroupPolicyObjects",
    "ManagedBy",
    "Name",
    "ObjectClass",
    "ObjectGUID",
    "PostalCode",
    "State",
    "StreetAddress",
)
MEMBER_DEFAULTS = tuple(one.name for one in MEMBER_PROPERTIES)
OBJECT_DEFAULTS = ("DistinguishedName", "Name", "ObjectClass", "ObjectGUID")

MANY_VALUED = """
proxyAddresses objectClass member memberOf servicePrincipalName otherTelephone otherMobile otherHomePhone
otherMailbox otherFacsimileTelephoneNumber otherPager url showInAddressBook directReports managedObjects
userCertificate userSMIMECertificate sIDHistory dSCorePropagationData postOfficeBox publicDelegates authOrig
unauthOrig dLMemSubmitPerms dLMemRejectPerms extensionCustomAttribute1 extensionCustomAttribute2 seeAlso
"""
NUMBERS = """
userAccountControl primaryGroupID badPwdCount logonCount codePage countryCode instanceType groupType
sAMAccountType uSNCreated uSNChanged pwdLastSet accountExpires lastLogon lastLogoff lastLogonTimestamp
badPasswordTime lockoutTime adminCount msExchRecipientDisplayType msExchRecipientTypeDetails
msDS-UserPasswordExpiryTimeComputed msDS-User-Account-Control-Computed
"""
TRUTHS = "isDeleted isCriticalSystemObject msExchHideFromAddressLists mailEnabled"
TIMES = "whenCreated whenChanged"
BINARIES = "thumbnailPhoto jpegPhoto msExchMailboxGuid userPassword logonHours mS-DS-ConsistencyGuid"
TEXT_ATTRIBUTES = """
accountNameHistory assistant c canonicalName cn co comment company department departmentNumber description
displayName displayNamePrintable distinguishedName division employeeID employeeNumber employeeType
facsimileTelephoneNumber generationQualifier gidNumber givenName homeDirectory homeDrive homePhone
houseIdentifier info initials ipPhone l legacyExchangeDN loginShell mail mailNickname manager managedBy
middleName mobile name o objectCategory ou pager personalTitle physicalDeliveryOfficeName postalAddress
postalCode preferredLanguage profilePath roomNumber sAMAccountName scriptPath sn st street streetAddress
targetAddress telephoneNumber title uid uidNumber unixHomeDirectory userParameters userPrincipalName
userWorkstations wWWHomePage homePostalAddress msRTCSIP-PrimaryUserAddress extensionAttribute1
extensionAttribute2 extensionAttribute3 extensionAttribute4 extensionAttribute5 extensionAttribute6
extensionAttribute7 extensionAttribute8 extensionAttribute9 extensionAttribute10 extensionAttribute11
extensionAttribute12 extensionAttribute13 extensionAttribute14 extensionAttribute15 dNSHostName location
operatingSystem operatingSystemHotfix operatingSystemServicePack operatingSystemVersion adminDescription
"""


def _schema() -> NameMap[Property]:
    found: NameMap[Property] = NameMap()
    kinds: tuple[tuple[str, Kind], ...] = (
        (TEXT_ATTRIBUTES, Kind.TEXT),
        (MANY_VALUED, Kind.TEXTS),
        (NUMBERS, Kind.NUMBER),
        (TRUTHS, Kind.TRUTH),
        (TIMES, Kind.TIME),
        (BINARIES, Kind.BINARY),
        ("objectGUID", Kind.GUID),
        ("objectSid", Kind.SID),
    )
    for names, kind in kinds:
        for name in names.split():
            found[name] = Property(name, name, kind)
    return found


SCHEMA = _schema()
"""The attributes of the forest's schema that msolemu knows by name; others are text."""
USERS = NameMap((one.name, one) for one in USER_PROPERTIES)
ACCOUNTS = NameMap((one.name, one) for one in ACCOUNT_PROPERTIES)
COMPUTERS = NameMap((one.name, one) for one in COMPUTER_PROPERTIES)
GROUPS = NameMap((one.name, one) for one in GROUP_PROPERTIES)
UNITS = NameMap((one.name, one) for one in UNIT_PROPERTIES)
MEMBERS = NameMap((one.name, one) for one in MEMBER_PROPERTIES)
OBJECTS = NameMap((one.name, one) for one in OBJECT_PROPERTIES)


def property_of(name: str, extended: NameMap[Property]) -> Property | None:
    """The extended property or schema attribute of a name; None when there is neither."""
    return extended.get(name) or SCHEMA.get(name)
