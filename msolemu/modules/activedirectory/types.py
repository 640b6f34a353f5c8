"""The objects of the module: properties by name, sorted, as its entities have them."""

from __future__ import annotations

from msolemu.runtime.casting.conversion import says_itself_by
from msolemu.runtime.types.registry import EXCEPTION, declare

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

EXCEPTIONS = {
    "ADException": "ADIdentityResolutionException ADIdentityAlreadyExistsException ADServerDownException "
    "ADInvalidOperationException ADIllegalModifyOperationException ADPasswordException ADReferralException "
    "ADFilterParsingException",
    "ADIdentityResolutionException": "ADIdentityNotFoundException ADMultipleMatchingIdentitiesException",
    "ADPasswordException": "ADPasswordComplexityException ADInvalidPasswordException",
}
"""The exceptions that scripts catch, by the one that each derives from; some of them never happen here."""
for _base, _derived in EXCEPTIONS.items():
    _kind = declare(f"{NAMESPACE}.{_base}", EXCEPTION, home="errors")
    for _name in _derived.split():
        declare(f"{NAMESPACE}.{_name}", _kind, home="errors")
