"""What makes a tenant the customer of a partner."""

from __future__ import annotations

import enum
from uuid import UUID

from msolemu.foundation.dataclass import dataclass


class ContractType(enum.Enum):
    """The kinds of contracts; the names are those that the service prints."""

    SUPPORT = "SupportPartnerContract"
    RESELLER = "ResellerPartnerContract"


@dataclass(frozen=True, slots=True)
class Contract:
    """A partner's contract with a customer, whose tenant has the id `customer`."""

    object_id: UUID
    customer: UUID
    kind: ContractType = ContractType.RESELLER
