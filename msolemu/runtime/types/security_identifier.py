"""System.Security.Principal.SecurityIdentifier and NTAccount: who somebody is, as numbers and by name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from msolemu.runtime.errors.net_errors import NetError, argument_error, null_argument
from msolemu.runtime.types.convert import octets
from msolemu.runtime.types.declaring import constructor, method, typed_property
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.values.objects import Value

_SPACE = "System.Security.Principal."
REFERENCE, IDENTIFIER, ACCOUNT = (
    known_type(_SPACE + _name) for _name in ("IdentityReference", "SecurityIdentifier", "NTAccount")
)
_FORM = re.compile(r"S-1-\d+(-\d+)*", re.IGNORECASE)
WELL_KNOWN = {
    "S-1-0-0": ("NULL SID", "NullSid"),
    "S-1-1-0": ("Everyone", "WorldSid"),
    "S-1-3-0": ("CREATOR OWNER", "CreatorOwnerSid"),
    "S-1-5-2": ("NT AUTHORITY\\NETWORK", "NetworkSid"),
    "S-1-5-4": ("NT AUTHORITY\\INTERACTIVE", "InteractiveSid"),
    "S-1-5-6": ("NT AUTHORITY\\SERVICE", "ServiceSid"),
    "S-1-5-7": ("NT AUTHORITY\\ANONYMOUS LOGON", "AnonymousSid"),
    "S-1-5-9": ("NT AUTHORITY\\ENTERPRISE DOMAIN CONTROLLERS", "EnterpriseControllersSid"),
    "S-1-5-10": ("NT AUTHORITY\\SELF", "SelfSid"),
    "S-1-5-11": ("NT AUTHORITY\\Authenticated Users", "AuthenticatedUserSid"),
    "S-1-5-18": ("NT AUTHORITY\\SYSTEM", "LocalSystemSid"),
    "S-1-5-19": ("NT AUTHORITY\\LOCAL SERVICE", "LocalServiceSid"),
    "S-1-5-20": ("NT AUTHORITY\\NETWORK SERVICE", "NetworkServiceSid"),
    "S-1-5-32-544": ("BUILTIN\\Administrators", "BuiltinAdministratorsSid"),
    "S-1-5-32-545": ("BUILTIN\\Users", "BuiltinUsersSid"),
    "S-1-5-32-546": ("BUILTIN\\Guests", "BuiltinGuestsSid"),
    "S-1-5-32-548": ("BUILTIN\\Account Operators", "BuiltinAccountOperatorsSid"),
    "S-1-5-32-549": ("BUILTIN\\Server Operators", "BuiltinSystemOperatorsSid"),
    "S-1-5-32-550": ("BUILTIN\\Print Operators", "BuiltinPrintOperatorsSid"),
    "S-1-5-32-551": ("BUILTIN\\Backup Operators", "BuiltinBackupOperatorsSid"),
}
"""The identifiers that every machine has, with their names and those of WellKnownSidType."""


class Reference:
    """What identifiers and accounts have in common: a text."""

    __slots__ = ("value",)
    kind = REFERENCE

    def __init__(self, value: str) -> None:
        self.value = value

    def __str__(self) -> str:
        return self.value

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.value.lower() == other.value.lower()

    def __hash__(self) -> int:
        return hash(self.value.lower())


class SecurityIdentifier(Reference):
    """A security identifier; its text is its value."""

    __slots__ = ()

    @property
    def parts(self) -> list[int]:
        """Revision, authority and what stands below."""
        return [int(part) for part in self.value.split("-")[1:]]

    @property
    def content(self) -> bytes:
        """The bytes that `objectSid` holds."""
        revision, authority, *below = self.parts
        head = bytes([revision, len(below)]) + authority.to_bytes(6, "big")
        return head + b"".join(part.to_bytes(4, "little") for part in below)

    @property
    def domain(self) -> SecurityIdentifier | None:
        """The identifier of the domain of an account; None for one of no domain."""
        words = self.value.split("-")
        return SecurityIdentifier("-".join(words[:7])) if words[2:4] == ["5", "21"] and len(words) > 6 else None

    @classmethod
    def of(cls, content: bytes) -> SecurityIdentifier:
        """The identifier that bytes hold."""
        below = [int.from_bytes(content[8 + 4 * at : 12 + 4 * at], "little") for at in range(content[1])]
        return cls("-".join(["S", *map(str, (content[0], int.from_bytes(content[2:8], "big"), *below))]))


class Account(Reference):
    """An account by its name."""

    __slots__ = ()


represent(IDENTIFIER, SecurityIdentifier)
represent(ACCOUNT, Account)
typed_property(IDENTIFIER, "System.Int32", "BinaryLength", lambda sid: len(sid.content))
typed_property(IDENTIFIER, IDENTIFIER.full_name, "AccountDomainSid", lambda sid: sid.domain)
typed_property(REFERENCE, "System.String", "Value", lambda reference: reference.value)
method(REFERENCE, "string ToString()")(str)


@constructor(IDENTIFIER, f"{IDENTIFIER.full_name}(string sddlForm)")
def of_text(text: str) -> SecurityIdentifier:
    """The identifier of a text."""
    if text is None:
        raise null_argument("sddlForm")
    if not _FORM.fullmatch(text):
        raise argument_error("Value was invalid.", "sddlForm")
    return SecurityIdentifier(text.upper())


@constructor(IDENTIFIER, f"{IDENTIFIER.full_name}(byte[] binaryForm, int offset)")
def of_bytes(content: Sequence[int], offset: int) -> SecurityIdentifier:
    """The identifier of bytes."""
    part = bytes(content or ())[offset:]
    if len(part) < 8 or len(part) < 8 + 4 * part[1]:
        raise argument_error(
            "Destination array was not long enough. Check the destination index, length, and the array's lower bounds.",
            "binaryForm",
        )
    return SecurityIdentifier.of(part)


_KIND = "System.Security.Principal.WellKnownSidType"


@constructor(IDENTIFIER, f"{IDENTIFIER.full_name}({_KIND} sidType, {IDENTIFIER.full_name} domainSid)")
def well_known(kind: Any, domain: SecurityIdentifier | None) -> SecurityIdentifier:
    """The identifier that every machine has."""
    found = next((sid for sid, (_, name) in WELL_KNOWN.items() if name == kind.name), None)
    if found is None:
        raise argument_error("Well-known SIDs of domains are not emulated.", "sidType")
    return SecurityIdentifier(found)


@method(IDENTIFIER, f"bool IsWellKnown({_KIND} type)")
def is_well_known(sid: SecurityIdentifier, kind: Any) -> bool:
    """Whether it is that one."""
    return bool(WELL_KNOWN.get(sid.value, ("", ""))[1] == kind.name)


method(IDENTIFIER, "bool IsAccountSid()")(lambda sid: sid.domain is not None)
method(IDENTIFIER, f"bool IsEqualDomainSid({IDENTIFIER.full_name} sid)")(
    lambda sid, other: sid.domain is not None and sid.domain == other.domain
)
method(IDENTIFIER, f"int CompareTo({IDENTIFIER.full_name} sid)")(
    lambda sid, other: (sid.parts > other.parts) - (sid.parts < other.parts)
)


@method(IDENTIFIER, "void GetBinaryForm(byte[] binaryForm, int offset)")
def get_bytes(sid: SecurityIdentifier, target: list[Value], offset: int) -> None:
    """Put the bytes into an array."""
    content = octets(sid.content)
    target[offset : offset + len(content)] = content


@constructor(
    ACCOUNT, f"{ACCOUNT.full_name}(string name)", f"{ACCOUNT.full_name}(string domainName, string accountName)"
)
def new_account(*names: str) -> Account:
    """An account."""
    if not names[-1]:
        raise argument_error("The value cannot be an empty string.", "name")
    return Account("\\".join(name for name in names if name))


@method(REFERENCE, f"{REFERENCE.full_name} Translate(type targetType)")
def translate(reference: Reference, kind: NetType) -> Reference:
    """The same as an identifier or an account; known are those that every machine has."""
    if isinstance(reference, SecurityIdentifier) == (kind is IDENTIFIER):
        return reference
    for sid, (name, _) in WELL_KNOWN.items():
        if kind is ACCOUNT and reference.value == sid:
            return Account(name)
        if kind is IDENTIFIER and reference.value.lower() in (name.lower(), name.lower().rpartition("\\")[2]):
            return SecurityIdentifier(sid)
    raise NetError(_SPACE + "IdentityNotMappedException", "Some or all identity references could not be translated.")


method(REFERENCE, "bool IsValidTargetType(type targetType)")(lambda reference, kind: kind in (IDENTIFIER, ACCOUNT))
