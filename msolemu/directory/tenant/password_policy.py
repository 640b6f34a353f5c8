"""How long the passwords of a domain are good, and how early users are told."""

from __future__ import annotations

from msolemu.directory.tenant.account_errors import BadValue, NotForFederatedDomains
from msolemu.directory.tenant.domain import Domain
from msolemu.directory.tenant.domain_errors import DomainNotFound
from msolemu.directory.tenant.objects import TenantObjects
from msolemu.directory.tenant.transactions import Transactions
from msolemu.foundation.dataclass import dataclass, replace

VALIDITY = range(14, 731)
NOTIFICATION = range(1, 31)
FOR_EVER = 2**31 - 1
"""A validity that stands for no expiry, as articles have it."""


@dataclass(frozen=True, slots=True)
class PasswordPolicies:
    """The policies of a tenant's domains; a subdomain has that of its root."""

    transactions: Transactions

    def of(self, name: str) -> Domain:
        """The domain that a policy stands at; its days are None where the service's own hold. Raises DomainNotFound."""
        with self.transactions.reading() as objects:
            return holder(objects, name)

    def change(self, name: str, validity: int, notification: int) -> None:
        """Set a policy; raises DomainNotFound, NotForFederatedDomains or BadValue."""
        with self.transactions.changing() as objects:
            domain = holder(objects, name)
            if domain.is_federated:
                raise NotForFederatedDomains
            if validity not in VALIDITY and validity != FOR_EVER:
                raise BadValue("ValidityPeriod")
            if notification not in NOTIFICATION:
                raise BadValue("NotificationDays")
            changed = replace(domain, password_validity_days=validity, password_notification_days=notification)
            objects.state.domains.put(domain.name, changed)


def holder(objects: TenantObjects, name: str) -> Domain:
    """The domain at which the policy of a domain stands; raises DomainNotFound."""
    domain = objects.domain(name)
    if domain is None:
        raise DomainNotFound(name)
    return objects.domain(domain.root) or domain if domain.root else domain
