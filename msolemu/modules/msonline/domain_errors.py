"""What the service refuses about domains and their federation, in its own words.

Texts are those of support articles where they say one; an entry that a comment marks as inferred has a name of the
service's contract as id and a text of ours.
"""

from __future__ import annotations

from collections.abc import Mapping

from msolemu.cmdlets.errors import Fault
from msolemu.directory.tenant import domain_errors as refused
from msolemu.modules.msonline.faults import service_error
from msolemu.modules.msonline.refusals import NoFederationServer

DOMAIN_FAULTS: Mapping[type[Exception], Fault] = {
    refused.InitialDomainStays: service_error(
        "InitialDomainDeletion", "You cannot remove the initial domain created for you in Office 365."
    ),
    refused.DefaultDomainStays: service_error(
        "DefaultDomainDeletion",
        "You cannot delete the default domain. Use the Set-MsolDomain cmdlet to set another domain as the default "
        "domain before you delete this domain.",
    ),
    refused.DomainHasSubdomains: service_error(
        "DomainHasChildDomain",
        "You cannot remove a domain that has subdomains. You must first delete the subdomains before you can remove "
        "this domain.",
    ),
    refused.DomainInUse: service_error(
        "DomainNotEmpty",
        "Unable to remove this domain. Use Get-MsolUser -DomainName<domain name> to retrieve a list of objects that "
        "are blocking removal.",
    ),
    # All that follow are inferred.
    refused.DomainNotFound: service_error(
        "DomainNotFound", lambda error: f"Domain Not Found.  Domain: {error.identity}."
    ),
    refused.DomainAlreadyExists: service_error(
        "DomainAlreadyExists", lambda error: f"Unable to add the domain {error.name} because it already exists."
    ),
    refused.DomainNameTaken: service_error(
        "DomainNameConflict", lambda error: f"The domain {error.name} has been verified by another company."
    ),
    refused.DomainNameReserved: service_error(
        "DomainNameForbiddenWord", lambda error: f"The domain name {error.name} contains a word that is not allowed."
    ),
    refused.InitialDomainUnchangeable: service_error(
        "InitialDomainUpdate", "You cannot change the initial domain created for you in Office 365."
    ),
    refused.DefaultDomainNeeded: service_error(
        "DefaultDomainUnset",
        "You must have a default domain. Use the Set-MsolDomain cmdlet to set another domain as the default domain.",
    ),
    refused.DefaultDomainFederated: service_error(
        "DefaultDomainInvalidAuthentication", "The default domain cannot be a federated domain."
    ),
    refused.DefaultDomainUnverified: service_error(
        "SetUnverifiedDomainAsDefault", "You cannot set an unverified domain as the default domain."
    ),
    refused.DomainUnverified: service_error(
        "DomainOperationNotAllowed", lambda error: f"The domain {error.name} must be verified first."
    ),
    refused.DomainVerified: service_error(
        "DomainOperationNotAllowed", lambda error: f"The domain {error.name} has already been verified."
    ),
    refused.OtherVerification: service_error(
        "DomainOperationNotAllowed", lambda error: f"The domain {error.name} is verified by another method."
    ),
    refused.VerificationRecordMissing: service_error(
        "DomainVerificationMissingDnsRecord",
        lambda error: (
            f"Unable to verify the domain {error.name}. The DNS record that shows its ownership was not found. Use "
            "the Get-MsolDomainVerificationDns cmdlet to retrieve it."
        ),
    ),
    refused.TooManyUnverifiedDomains: service_error(
        "TooManyUnverifiedDomain", "You cannot add more domains until some of the unverified domains are verified."
    ),
    refused.NotARootDomain: service_error(
        "DomainNotRoot", lambda error: f"The domain {error.name} is a subdomain. Change its root domain instead."
    ),
    refused.OtherDomainAuthentication: service_error(
        "DomainUnexpectedAuthentication",
        lambda error: f"The authentication type of the domain {error.name} does not allow this operation.",
    ),
    refused.IssuerTaken: service_error(
        "DomainLiveNamespaceUriConflict", "The issuer URI is already used by another domain. Parameter name: IssuerUri"
    ),
    # The wording is from memory of the module.
    NoFederationServer: service_error(
        "InvalidContext",
        "Failed to connect to Active Directory Federation Services 2.0 on the local machine. Please try running "
        "Set-MsolADFSContext before running this command again.",
    ),
}
