"""The cmdlets that set up a domain in the cloud and at a federation server on-premises at once."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.directory.tenant.domain import FederationSettings
from msolemu.directory.tenant.domain_errors import DomainNotFound, OtherDomainAuthentication
from msolemu.directory.tenant.federation_server import server_settings
from msolemu.modules.msonline.domain_settings import shown_settings
from msolemu.modules.msonline.refusals import NoFederationServer
from msolemu.modules.msonline.services import MsolCall
from msolemu.modules.msonline.types.domain import FederationProperty
from msolemu.runtime.filesystem.files import FileWriter, place_of
from msolemu.runtime.values.objects import Value

DomainName = Annotated[str, Parameter("The domain, such as contoso.com.")]
SupportMultipleDomain = Annotated[
    Switch, Parameter("The server serves several domains, so each has an issuer of its own.")
]
UPDATED = "Successfully updated '{}' domain."
CONTEXT = "Set-MsolADFSContext -Computer sts.contoso.com"
FEDERATE = (
    f"{CONTEXT}; Set-MsolDomain -Name contoso.onmicrosoft.com -IsDefault; "
    "Convert-MsolDomainToFederated -DomainName contoso.com"
)
ADD = "New-MsolFederatedDomain -DomainName fabrikam.com"

set_adfs_context = Cmdlet(
    "Set-MsolADFSContext",
    "Says which federation server on-premises the cmdlets for federated domains speak with.",
    error_owner="SetADFSContext",
    examples={CONTEXT: "Speaks with the server sts.contoso.com."},
)


@set_adfs_context.parameter_set()
def chosen(
    call: MsolCall,
    computer: Annotated[str, Parameter("The name of the server; its addresses follow from it.")],
    adfs_user_credentials: Annotated[
        Value,
        Parameter(
            "The account to speak with the server as; any will do here.",
            name="ADFSUserCredentials",
            type="System.Management.Automation.PSCredential",
        ),
    ] = None,
    log_file: Annotated[
        str | None, Parameter("Where to write a log.", refused="The federation server here writes no log")
    ] = None,
) -> None:
    """Holds until the session ends. No server runs in a lab: its addresses and its certificate follow from its name."""
    call.services.connection.demand()
    call.services.connection.federation_server = computer.lower()


convert_to_federated = Cmdlet(
    "Convert-MsolDomainToFederated",
    "Has the users of a domain sign in at the federation server.",
    output=str,
    error_owner="ConvertDomainToFederated",
    should_process=True,
    examples={FEDERATE: "Federates contoso.com."},
)


@convert_to_federated.parameter_set()
def federated(
    call: MsolCall, domain_name: DomainName, support_multiple_domain: SupportMultipleDomain = False
) -> Output[str]:
    """The default domain cannot be federated: make another one the default first."""
    settings = of_server(call, domain_name, several=support_multiple_domain)
    domains = call.services.tenant().domains
    if call.should_process(domain_name):
        domains.federate(domain_name, settings)
        yield UPDATED.format(domain_name)


convert_to_standard = Cmdlet(
    "Convert-MsolDomainToStandard",
    "Has the users of a domain sign in with passwords in the cloud again.",
    output=str,
    error_owner="ConvertDomainToStandard",
    should_process=True,
    examples={
        f"{FEDERATE}; Convert-MsolDomainToStandard -DomainName contoso.com -SkipUserConversion $false "
        "-PasswordFile C:\\passwords.txt": "Gives every user a new password, which is found in the file.",
    },
)


@convert_to_standard.parameter_set()
def standardized(
    call: MsolCall,
    domain_name: DomainName,
    password_file: Annotated[str, Parameter("The file for the new passwords.")],
    skip_user_conversion: Annotated[bool, Parameter("Leave the users for Convert-MsolFederatedUser.")],
) -> Output[str]:
    """Writes a line for each user: the user principal name and the new password, which must be changed at the first
    sign-in. With -SkipUserConversion users wait for Convert-MsolFederatedUser. The form of the file is inferred.
    """
    of_server(call, domain_name)
    domains = call.services.tenant().domains
    if not domains.get(domain_name).is_federated:
        raise OtherDomainAuthentication(domain_name)
    if not call.should_process(domain_name):
        return
    if skip_user_conversion:
        domains.manage(domain_name)
    else:
        writer = FileWriter(call.session, place_of(call.session, password_file))
        for upn, password in domains.standardize(domain_name):
            writer.write(f"{upn} {password}\r\n")
        writer.close()
    yield UPDATED.format(domain_name)


new_federated_domain = Cmdlet(
    "New-MsolFederatedDomain",
    "Adds a domain whose users sign in at the federation server.",
    output=str,
    error_owner="NewFederatedDomain",
    should_process=True,
    examples={
        f"{CONTEXT}; {ADD}; {ADD}": (
            "Adds the domain; called again, verifies it by the record that the first call told."
        ),
    },
)


@new_federated_domain.parameter_set()
def added(
    call: MsolCall, domain_name: DomainName, support_multiple_domain: SupportMultipleDomain = False
) -> Output[str]:
    """The first call adds the domain and warns which record of DNS to publish; the second one verifies it.

    A subdomain of a federated domain is there at once and goes with it.
    """
    settings = of_server(call, domain_name, several=support_multiple_domain)
    domains = call.services.tenant().domains
    if not call.should_process(domain_name):
        return
    try:
        domain = domains.get(domain_name)
    except DomainNotFound:
        domain = domains.add(domain_name, federated=True)
        if not domain.is_verified:
            code = domains.verification_record(domain_name).verification_code
            call.write_warning(
                f"Publish the text record 'MS=ms{code}' for '{domain.name}', then run this command again to verify it."
            )
            return
    else:
        act = domains.federate if domain.is_verified else domains.confirm
        act(domain_name, settings)
    yield f"Successfully added '{domain_name}' domain."


update_federated_domain = Cmdlet(
    "Update-MsolFederatedDomain",
    "Tells the cloud anew what the federation server has for a domain.",
    output=str,
    error_owner="UpdateFederatedDomain",
    should_process=True,
    examples={f"{FEDERATE}; Update-MsolFederatedDomain -DomainName contoso.com": "Sends the settings again."},
)


@update_federated_domain.parameter_set()
def updated(
    call: MsolCall, domain_name: DomainName, support_multiple_domain: SupportMultipleDomain = False
) -> Output[str]:
    """To be called when the server's addresses or its certificate have changed."""
    settings = of_server(call, domain_name, several=support_multiple_domain)
    domains = call.services.tenant().domains
    if call.should_process(domain_name):
        domains.change_federation(domain_name, settings)
        yield UPDATED.format(domain_name)


remove_federated_domain = Cmdlet(
    "Remove-MsolFederatedDomain",
    "Removes a federated domain that nothing uses.",
    error_owner="RemoveFederatedDomain",
    should_process=True,
    examples={
        f"{CONTEXT}; {ADD}; Remove-MsolFederatedDomain -DomainName fabrikam.com": ("Adds a domain and removes it."),
    },
)


@remove_federated_domain.parameter_set()
def removed(call: MsolCall, domain_name: DomainName, support_multiple_domain: SupportMultipleDomain = False) -> None:
    """Refuses what Remove-MsolDomain refuses, and a domain that is not federated."""
    of_server(call, domain_name, several=support_multiple_domain)
    domains = call.services.tenant().domains
    if not domains.get(domain_name).is_federated:
        raise OtherDomainAuthentication(domain_name)
    if call.should_process(domain_name):
        domains.remove(domain_name)


get_federation_property = Cmdlet(
    "Get-MsolFederationProperty",
    "Shows what the federation server and the cloud have for a domain.",
    output=FederationProperty,
    error_owner="GetFederationProperty",
    examples={f"{FEDERATE}; Get-MsolFederationProperty -DomainName contoso.com": "Compares both sides."},
)


@get_federation_property.parameter_set()
def compared(
    call: MsolCall, domain_name: DomainName, support_multiple_domain: SupportMultipleDomain = False
) -> Output[FederationProperty]:
    """The server's side first. Where they differ, Update-MsolFederatedDomain brings the cloud up to date."""
    theirs = of_server(call, domain_name, several=support_multiple_domain)
    ours = call.services.tenant().domains.federation(domain_name)
    yield from map(side, ("ADFS Server", "Microsoft Office 365"), (theirs, ours))


def of_server(call: MsolCall, domain: str, *, several: bool = False) -> FederationSettings:
    """What the federation server has for a domain; raises NotConnected or NoFederationServer."""
    connection = call.services.connection
    connection.demand()
    if connection.federation_server is None:
        raise NoFederationServer
    return server_settings(connection.federation_server, domain.lower(), several=several)


def side(source: str, settings: FederationSettings) -> FederationProperty:
    """One side of a federation."""
    shown = shown_settings(settings)
    return FederationProperty(
        Source=source,
        ActiveClientSignInUrl=shown.ActiveLogOnUri,
        FederationServiceDisplayName=shown.FederationBrandName,
        FederationServiceIdentifier=shown.IssuerUri,
        FederationMetadataUrl=shown.MetadataExchangeUri,
        PassiveClientSignInUrl=shown.PassiveLogOnUri,
        PassiveClientSignOutUrl=shown.LogOffUri,
        TokenSigningCertificate=shown.SigningCertificate,
        NextTokenSigningCertificate=shown.NextSigningCertificate,
        PreferredAuthenticationProtocol=shown.PreferredAuthenticationProtocol,
    )
