"""The tenants that a partner manages."""

from __future__ import annotations

from uuid import UUID

from msolemu.directory.tenant.company import Company
from msolemu.directory.tenant.company_errors import NoPartner
from msolemu.directory.tenant.contract import Contract
from msolemu.directory.tenant.domain import Domain
from msolemu.directory.tenant.objects import TenantObjects
from msolemu.directory.tenant.transactions import Transactions
from msolemu.foundation.dataclass import dataclass

NO_PARTNER = "CompanyTenant"


@dataclass(frozen=True, slots=True)
class Customer:
    """A tenant under contract."""

    contract: Contract
    company: Company
    domains: tuple[Domain, ...]

    @property
    def default_domain(self) -> str:
        """The domain of its new users."""
        return next((one.name for one in self.domains if one.is_default), self.company.initial_domain)

    def has_verified(self, domain: str) -> bool:
        """Whether a verified domain is this customer's."""
        return any(one.is_verified and one.name == domain.lower() for one in self.domains)


class Partnership:
    """The contracts of a tenant, to be read."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def customers(self) -> list[Customer]:
        """All of them in the order of their contracts; raises NoPartner."""
        with self._transactions.reading() as objects:
            if objects.company.company_type == NO_PARTNER:
                raise NoPartner
            return [_customer(objects, contract) for contract in objects.state.contracts]

    def manages(self, tenant_id: UUID) -> bool:
        """Whether a tenant is a customer of this one."""
        with self._transactions.reading() as objects:
            is_partner = objects.company.company_type != NO_PARTNER
            return is_partner and any(one.customer == tenant_id for one in objects.state.contracts)


def _customer(objects: TenantObjects, contract: Contract) -> Customer:
    theirs = TenantObjects(objects.state.customers.of(contract.customer))
    return Customer(contract, theirs.company, tuple(theirs.state.domains))
