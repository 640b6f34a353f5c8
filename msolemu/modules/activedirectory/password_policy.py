"""Get-ADDefaultDomainPasswordPolicy."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.directory.forest import domain_policy
from msolemu.modules.activedirectory.parameters import Asked
from msolemu.modules.activedirectory.services import ADCall
from msolemu.modules.activedirectory.topology import asked_domain
from msolemu.modules.activedirectory.types import AD_PASSWORD_POLICY
from msolemu.runtime.types.time_span import TimeSpan
from msolemu.runtime.values.objects import ArrayList, PSCustomObject, Value

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
