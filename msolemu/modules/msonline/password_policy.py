"""Get-MsolPasswordPolicy, Set-MsolPasswordPolicy."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.modules.msonline.parameters import TenantId
from msolemu.modules.msonline.services import MsolCall
from msolemu.modules.msonline.types.strong_authentication import PasswordPolicy
from msolemu.runtime.values.objects import UInt32, Value

PolicyDomain = Annotated[str, Parameter("The domain; a subdomain has the policy of its root.", from_property=True)]

get_msol_password_policy = Cmdlet(
    "Get-MsolPasswordPolicy",
    "Shows how long the passwords of a domain are good.",
    output=PasswordPolicy,
    error_owner="GetPasswordPolicy",
    examples={
        "Get-MsolPasswordPolicy -DomainName contoso.com": "Shows the policy of a domain.",
    },
)


@get_msol_password_policy.parameter_set()
def shown(call: MsolCall, domain_name: PolicyDomain, tenant_id: TenantId = None) -> Output[PasswordPolicy]:
    """Both values are blank until they are set: passwords are good for 90 days, users are told 14 days before."""
    domain = call.services.tenant(tenant_id).password_policies.of(domain_name)
    yield PasswordPolicy(
        NotificationDays=days(domain.password_notification_days), ValidityPeriod=days(domain.password_validity_days)
    )


def days(number: int | None) -> Value:
    """A number of days as the service's contract has it."""
    return None if number is None else UInt32(number)


set_msol_password_policy = Cmdlet(
    "Set-MsolPasswordPolicy",
    "Sets how long the passwords of a domain are good.",
    error_owner="SetPasswordPolicy",
    examples={
        "Set-MsolPasswordPolicy -DomainName contoso.com -ValidityPeriod 60 -NotificationDays 10": (
            "Passwords are good for 60 days, users are told 10 days before."
        ),
    },
)


@set_msol_password_policy.parameter_set()
def changed(
    call: MsolCall,
    domain_name: PolicyDomain,
    notification_days: Annotated[
        Value,
        Parameter(
            "How many days before the end users are told: 1 to 30.",
            type="System.UInt32",
            nullable=True,
            from_property=True,
        ),
    ],
    validity_period: Annotated[
        Value,
        Parameter(
            "How many days passwords are good: 14 to 730, or 2147483647 for ever.",
            type="System.UInt32",
            nullable=True,
            from_property=True,
        ),
    ],
    tenant_id: TenantId = None,
) -> None:
    """Sets the policy of a domain that is not federated. Users whose password never expires are left alone."""
    policies = call.services.tenant(tenant_id).password_policies
    policies.change(domain_name, int(validity_period), int(notification_days))
