"""Get-MsolPartnerContract, Get-MsolPartnerInformation, Set-MsolPartnerInformation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

from msolemu.cmdlets.declaration import UNSET, Cmdlet, Output, Parameter, Unset
from msolemu.directory.tenant.company_errors import NoPartner
from msolemu.foundation.dataclass import dataclass, fields
from msolemu.modules.msonline.parameters import All, TenantId
from msolemu.modules.msonline.services import MsolCall, TenantDirectory
from msolemu.modules.msonline.types.contract import texts
from msolemu.modules.msonline.types.enums import CompanyType
from msolemu.modules.msonline.types.partner import (
    PartnerContract,
    PartnerContractSearchKey,
    PartnerContractType,
    PartnerInformation,
    contracts,
)

if TYPE_CHECKING:
    from msolemu.directory.tenant.partnership import Customer

PAGE = 500
Text = str | Unset
Texts = Sequence[str] | Unset | None


def of(text: str) -> Parameter:
    """A parameter that is taken from the property of the same name."""
    return Parameter(text, from_property=True)


@dataclass(frozen=True, slots=True)
class ContractFilter:
    """What both sets that list contracts take."""

    domain_name: Annotated[str | None, Parameter("The customer who has verified this domain.")] = None
    tenant_id: TenantId = None
    search_key: Annotated[
        PartnerContractSearchKey | None, Parameter("DisplayName: sort the customers by their names.")
    ] = None


get_partner_contract = Cmdlet(
    "Get-MsolPartnerContract",
    "Lists the customers of a partner.",
    output=PartnerContract,
    error_owner="GetPartnerContract",
    examples={
        "Get-MsolPartnerContract -All": "Lists all customers.",
        "Get-MsolPartnerContract -DomainName fabrikam.com": "Finds the customer who has a domain.",
        "Get-MsolPartnerContract -All | ForEach-Object { Get-MsolDomain -TenantId $_.TenantId }": (
            "Lists the domains of all customers."
        ),
    },
)


@get_partner_contract.parameter_set("ListPartnerContracts__0", default=True)
def listed(
    call: MsolCall,
    wanted: ContractFilter,
    max_results: Annotated[int, Parameter("The most contracts to list; 500 unless said.")] = PAGE,
) -> Output[PartnerContract]:
    """The TenantId of a contract is what other cmdlets take to act on that customer."""
    yield from islice(found(call, wanted), max(max_results, 0))


@get_partner_contract.parameter_set("All__0")
def every(call: MsolCall, wanted: ContractFilter, all_: All) -> Output[PartnerContract]:
    """Lists contracts without limit."""
    yield from found(call, wanted)


def found(call: MsolCall, wanted: ContractFilter) -> Iterator[PartnerContract]:
    """The contracts that meet a filter; raises NoPartner."""
    tenant = call.services.tenant(wanted.tenant_id)
    customers = tenant.partnership.customers()
    if wanted.search_key is PartnerContractSearchKey.DisplayName:
        customers.sort(key=lambda one: one.company.display_name.lower())
    partner = tenant.company.object_id
    for one in customers:
        if wanted.domain_name is None or one.has_verified(wanted.domain_name):
            yield partner_contract(one, partner)


def partner_contract(customer: Customer, partner: UUID) -> PartnerContract:
    """A contract as the service's contract has it."""
    return PartnerContract(
        ContractType=PartnerContractType[customer.contract.kind.value],
        DefaultDomainName=customer.default_domain,
        Name=customer.company.display_name,
        ObjectId=customer.contract.object_id,
        PartnerContext=partner,
        TenantId=customer.company.object_id,
    )


get_partner_information = Cmdlet(
    "Get-MsolPartnerInformation",
    "Shows what the customers of a partner see of it.",
    output=PartnerInformation,
    error_owner="GetPartnerInformation",
    examples={"Get-MsolPartnerInformation": "Shows the addresses for support."},
)


@get_partner_information.parameter_set()
def shown(call: MsolCall, tenant_id: TenantId = None) -> Output[PartnerInformation]:
    """A tenant that is no partner has none of it."""
    tenant = call.services.tenant(tenant_id)
    company, profile = tenant.company, tenant.company.partner
    yield PartnerInformation(
        CompanyType=CompanyType[company.company_type],
        Contracts=contracts(own_contracts(tenant)),
        DapEnabled=company.company_type != CompanyType.CompanyTenant.name,
        ObjectId=company.object_id,
        PartnerCommerceUrl=profile.commerce_url,
        PartnerCompanyName=profile.company_name or company.display_name,
        PartnerContracts=contracts(own_contracts(tenant)),
        PartnerHelpUrl=profile.help_url,
        PartnerSupportEmails=texts(profile.support_emails),
        PartnerSupportTelephones=texts(profile.support_telephones),
        PartnerSupportUrl=profile.support_url,
    )


def own_contracts(tenant: TenantDirectory) -> list[PartnerContract]:
    """The contracts of a tenant, none where it is no partner."""
    partner = tenant.company.object_id
    try:
        return [partner_contract(one, partner) for one in tenant.partnership.customers()]
    except NoPartner:
        return []


@dataclass(frozen=True, slots=True)
class ProfileValues:
    """What customers see of a partner; what was not given is UNSET."""

    partner_commerce_url: Annotated[Text, of("Where customers order.")] = UNSET
    partner_help_url: Annotated[Text, of("Where customers find help.")] = UNSET
    partner_support_emails: Annotated[Texts, of("Whom customers write to.")] = UNSET
    partner_support_telephones: Annotated[Texts, of("Whom customers call.")] = UNSET
    partner_support_url: Annotated[Text, of("Where customers ask for support.")] = UNSET
    partner_company_name: Annotated[Text, of("The name that customers see.")] = UNSET

    def values(self) -> dict[str, Any]:
        """Those that were given, under the names of the directory."""
        found = {one.name.removeprefix("partner_"): getattr(self, one.name) for one in fields(self)}
        return {name: () if value is None else value for name, value in found.items() if value is not UNSET}


set_partner_information = Cmdlet(
    "Set-MsolPartnerInformation",
    "Sets what the customers of a partner see of it.",
    error_owner="SetPartnerInformation",
    examples={
        "Set-MsolPartnerInformation -PartnerSupportEmails support@contoso.com": "Says whom customers write to.",
    },
)


@set_partner_information.parameter_set()
def changed(
    call: MsolCall,
    profile: ProfileValues,
    tenant_id: TenantId = None,
    company_type: Annotated[
        CompanyType | None, Parameter("What kind of tenant it is.", from_property=True, nullable=True)
    ] = None,
    object_id: Annotated[
        UUID | None, Parameter("The id of the partner's own tenant.", from_property=True, nullable=True)
    ] = None,
) -> None:
    """What is not given stays; an empty text clears. -ObjectId must be the tenant that is changed."""
    organization = call.services.tenant(tenant_id).organization
    organization.change_partner(profile.values(), None if company_type is None else company_type.name, of=object_id)
