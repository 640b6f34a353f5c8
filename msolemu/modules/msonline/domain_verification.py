"""Get-MsolDomainVerificationDns."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.modules.msonline.domain_settings import DomainName
from msolemu.modules.msonline.parameters import TenantId
from msolemu.modules.msonline.services import MsolCall
from msolemu.modules.msonline.types.domain import DomainDnsMXRecord, DomainDnsTxtRecord, DomainVerificationMode

MAIL_EXCHANGE = "msv1.invalid"
"""What a mail exchange record of verification points to: a host that can never be."""

get_verification_dns = Cmdlet(
    "Get-MsolDomainVerificationDns",
    "Tells the record of DNS that shows whose a domain is.",
    output=DomainDnsTxtRecord,
    error_owner="GetDomainVerificationDns",
    examples=(
        (
            "New-MsolDomain -Name fabrikam.com; Get-MsolDomainVerificationDns -DomainName fabrikam.com "
            "-Mode DnsTxtRecord",
            "Tells the text record for a new domain.",
        ),
    ),
)


@get_verification_dns.parameter_set()
def told(
    call: MsolCall,
    domain_name: DomainName,
    mode: Annotated[
        DomainVerificationMode | None,
        Parameter("DnsTxtRecord (unless said) or DnsMXRecord.", from_property=True, nullable=True),
    ] = None,
    tenant_id: TenantId = None,
) -> Output[DomainDnsTxtRecord | DomainDnsMXRecord]:
    """The same record each time. Whoever asks is taken to publish it, so that Confirm-MsolDomain finds it."""
    domain = call.services.tenant(tenant_id).domains.verification_record(domain_name)
    if mode is DomainVerificationMode.DnsMXRecord:
        yield DomainDnsMXRecord(Label=domain.name, MailExchange=f"ms{domain.verification_code}.{MAIL_EXCHANGE}")
    else:
        yield DomainDnsTxtRecord(Label=domain.name, Text=f"MS=ms{domain.verification_code}")
