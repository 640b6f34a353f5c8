"""What the cmdlets about partners give, and the enumerations that they take."""

from __future__ import annotations

import enum
from uuid import UUID

from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.msonline.types import enums
from msolemu.modules.msonline.types.contract import (
    EXTENSION_DATA,
    NAMESPACE,
    ExtensionDataObject,
    data_contract,
    empty,
    list_of,
    texts,
)
from msolemu.runtime.types.registry import net_enum
from msolemu.runtime.values.objects import GenericList

CONTRACT = "PartnerContract"


@net_enum(f"{NAMESPACE}.PartnerContractSearchKey")
class PartnerContractSearchKey(enum.Enum):
    """What contracts are searched by; DisplayName is the one value that a source names."""

    DisplayName = 0


@net_enum(f"{NAMESPACE}.PartnerContractType")
class PartnerContractType(enum.Enum):
    """The kinds of contracts."""

    SupportPartnerContract = 0
    ResellerPartnerContract = 1


@data_contract(CONTRACT)
@dataclass(slots=True)
class PartnerContract:
    """A partner's contract with a customer."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    ContractType: PartnerContractType | None = None
    DefaultDomainName: str | None = None
    Name: str | None = None
    ObjectId: UUID | None = None
    PartnerContext: UUID | None = None
    TenantId: UUID | None = None


def contracts(found: list[PartnerContract] | None = None) -> GenericList:
    """The collection that a partner has."""
    return list_of(f"{NAMESPACE}.{CONTRACT}", found or ())


@data_contract("PartnerInformation")
@dataclass(slots=True)
class PartnerInformation:
    """What the customers of a partner see of it."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    CompanyType: enums.CompanyType | None = None
    Contracts: GenericList = field(default_factory=contracts)
    DapEnabled: bool | None = None
    ObjectId: UUID | None = None
    PartnerCommerceUrl: str | None = None
    PartnerCompanyName: str | None = None
    PartnerContracts: GenericList = field(default_factory=contracts)
    PartnerHelpUrl: str | None = None
    PartnerRoleMap: GenericList = field(default_factory=empty(object))
    PartnerSupportEmails: GenericList = field(default_factory=texts)
    PartnerSupportTelephones: GenericList = field(default_factory=texts)
    PartnerSupportUrl: str | None = None
