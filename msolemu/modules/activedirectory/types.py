"""The objects of the module: properties by name, sorted, as its entities have them."""

from __future__ import annotations

from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.casting.conversion import says_itself_by
from msolemu.runtime.types.registry import net_object

NAMESPACE = "Microsoft.ActiveDirectory.Management"
ENTITY = (f"{NAMESPACE}.ADObject", f"{NAMESPACE}.ADEntity", "System.Object")
says_itself_by(ENTITY[0], "DistinguishedName")
PRINCIPAL = (f"{NAMESPACE}.ADPrincipal", *ENTITY)
AD_ACCOUNT = (f"{NAMESPACE}.ADAccount", *PRINCIPAL)
AD_COMPUTER = (f"{NAMESPACE}.ADComputer", *AD_ACCOUNT)
AD_USER = (f"{NAMESPACE}.ADUser", *AD_ACCOUNT)
AD_GROUP = (f"{NAMESPACE}.ADGroup", *PRINCIPAL)
AD_ORGANIZATIONAL_UNIT = (f"{NAMESPACE}.ADOrganizationalUnit", *ENTITY)
AD_OBJECT = ENTITY
AD_DOMAIN = (f"{NAMESPACE}.ADDomain", f"{NAMESPACE}.ADPartition", *ENTITY)
AD_FOREST = (f"{NAMESPACE}.ADForest", *ENTITY[1:])
AD_DOMAIN_CONTROLLER = (f"{NAMESPACE}.ADDomainController", f"{NAMESPACE}.ADDirectoryServer", *ENTITY[1:])
AD_ROOT_DSE = (f"{NAMESPACE}.ADRootDSE", *ENTITY[1:])
AD_PASSWORD_POLICY = (f"{NAMESPACE}.ADDefaultDomainPasswordPolicy", *ENTITY[1:])


@net_object("System.Security.Principal.SecurityIdentifier")
@dataclass(frozen=True, slots=True)
class SecurityIdentifier:
    """A security identifier; its text is its value."""

    Value: str

    def __str__(self) -> str:
        return self.Value

    @classmethod
    def of(cls, content: bytes) -> SecurityIdentifier:
        """The identifier that the bytes of `objectSid` hold."""
        authority = int.from_bytes(content[2:8], "big")
        count = content[1]
        parts = [int.from_bytes(content[8 + 4 * at : 12 + 4 * at], "little") for at in range(count)]
        return cls("-".join(["S", str(content[0]), str(authority), *map(str, parts)]))
