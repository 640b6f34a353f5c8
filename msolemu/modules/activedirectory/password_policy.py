"""Get-ADDefaultDomainPasswordPolicy, Get-ADUserResultantPasswordPolicy, Get-ADFineGrainedPasswordPolicy."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.directory.forest import domain_policy
from msolemu.directory.query import Equals
from msolemu.modules.activedirectory.attributes import OBJECT_DEFAULTS, OBJECTS
from msolemu.modules.activedirectory.identity import Identity, identity_text
from msolemu.modules.activedirectory.parameters import Asked, Filter, LdapFilter, Properties, Searching
from msolemu.modules.activedirectory.reading import Reading
from msolemu.modules.activedirectory.services import ADCall
from msolemu.modules.activedirectory.topology import asked_domain
from msolemu.modules.activedirectory.types import AD_OBJECT, AD_PASSWORD_POLICY
from msolemu.runtime.types.time_span import TimeSpan
from msolemu.runtime.values.objects import ArrayList, PSCustomObject, Value

SETTINGS = "msDS-PasswordSettings"
READ_POLICIES = Reading(SETTINGS, Equals("objectclass", SETTINGS), OBJECT_DEFAULTS, OBJECTS, AD_OBJECT)

get_ad_default_domain_password_policy = Cmdlet(
    "Get-ADDefaultDomainPasswordPolicy",
    "Gets what the domain demands of passwords.",
    error_owner="GetADDefaultDomainPasswordPolicy",
    examples={"(Get-ADDefaultDomainPasswordPolicy).MaxPasswordAge.Days": "Gets how long a password may be used."},
)


@get_ad_default_domain_password_policy.parameter_set()
def shown(
    call: ADCall,
    asked: Asked,
    identity: Annotated[Value, Parameter("The domain, by one of its names.", position=0, from_pipeline=True)] = None,
) -> Output[PSCustomObject]:
    """The policy is that of a new Windows domain."""
    with call.services.unit_of_work() as work:
        entry = asked_domain(work.forest, identity)
    properties: dict[str, Value] = {
        "ComplexityEnabled": True,
        "DistinguishedName": entry.distinguished_name,
        "LockoutDuration": TimeSpan.of(domain_policy.LOCKOUT_DURATION),
        "LockoutObservationWindow": TimeSpan.of(domain_policy.LOCKOUT_WINDOW),
        "LockoutThreshold": domain_policy.LOCKOUT_THRESHOLD,
        "MaxPasswordAge": TimeSpan.of(domain_policy.MAXIMUM_AGE),
        "MinPasswordAge": TimeSpan.of(domain_policy.MINIMUM_AGE),
        "MinPasswordLength": domain_policy.MINIMUM_LENGTH,
        "objectClass": ArrayList(["domainDNS"]),
        "objectGuid": entry.guid,
        "PasswordHistoryCount": domain_policy.HISTORY,
        "ReversibleEncryptionEnabled": False,
    }
    yield PSCustomObject(properties.items(), AD_PASSWORD_POLICY)


get_ad_user_resultant_password_policy = Cmdlet(
    "Get-ADUserResultantPasswordPolicy",
    "Gets the policy of its own that a user has for passwords.",
    error_owner="GetADUserResultantPasswordPolicy",
    examples={
        "if (-not (Get-ADUser -Filter * | Get-ADUserResultantPasswordPolicy)) { Get-ADDefaultDomainPasswordPolicy }": (
            "Falls back on the domain's policy."
        ),
    },
)


@get_ad_user_resultant_password_policy.parameter_set()
def resultant(call: ADCall, identity: Identity, asked: Asked) -> Output[PSCustomObject]:
    """Gives nothing: nobody has a policy of his own here, so that the domain's counts for everybody."""
    with call.services.unit_of_work() as work:
        work.forest.find(identity_text(identity), "user")
    yield from ()


get_ad_fine_grained_password_policy = Cmdlet(
    "Get-ADFineGrainedPasswordPolicy",
    "Gets the policies for passwords that count for some users only.",
    error_owner="GetADFineGrainedPasswordPolicy",
    examples={"@(Get-ADFineGrainedPasswordPolicy -Filter *).Count": "Counts them."},
)


@get_ad_fine_grained_password_policy.parameter_set("Filter", default=True)
def policies(call: ADCall, filter_: Filter, searching: Searching) -> Output[PSCustomObject]:
    """There are none here: the domain's policy counts for everybody."""
    yield from READ_POLICIES.filtered(call, filter_, searching)


@get_ad_fine_grained_password_policy.parameter_set("LdapFilter")
def policies_by_ldap(call: ADCall, ldap_filter: LdapFilter, searching: Searching) -> Output[PSCustomObject]:
    """Gets those that meet an LDAP filter."""
    yield from READ_POLICIES.filtered_by_ldap(call, ldap_filter, searching)


@get_ad_fine_grained_password_policy.parameter_set("Identity")
def policy(call: ADCall, identity: Identity, asked: Asked, properties: Properties = ()) -> Output[PSCustomObject]:
    """Gets one."""
    yield READ_POLICIES.identified(call, identity, properties)
