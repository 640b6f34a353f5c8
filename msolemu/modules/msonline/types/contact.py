"""The contact of the service's contract."""

from __future__ import annotations

from uuid import UUID

from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.msonline.types import enums
from msolemu.modules.msonline.types.contract import EXTENSION_DATA, ExtensionDataObject, data_contract, texts
from msolemu.modules.msonline.types.dirsync import provisioning_errors
from msolemu.modules.msonline.types.strong_authentication import VALIDATION_ERRORS
from msolemu.runtime.types.date_time import DateTime
from msolemu.runtime.values.objects import GenericList, Value


@data_contract("Contact", Errors=VALIDATION_ERRORS)
@dataclass(slots=True)
class Contact:
    """A mail contact of a tenant."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    City: str | None = None
    Country: str | None = None
    Department: str | None = None
    DirSyncProvisioningErrors: GenericList = field(default_factory=provisioning_errors)
    DisplayName: str | None = None
    EmailAddress: str | None = None
    Errors: Value = None
    Fax: str | None = None
    FirstName: str | None = None
    LastDirSyncTime: DateTime | None = None
    LastName: str | None = None
    MobilePhone: str | None = None
    ObjectId: UUID | None = None
    Office: str | None = None
    PhoneNumber: str | None = None
    PostalCode: str | None = None
    ProxyAddresses: GenericList = field(default_factory=texts)
    State: str | None = None
    StreetAddress: str | None = None
    Title: str | None = None
    UserPrincipalName: str | None = None
    ValidationStatus: enums.ValidationStatus | None = enums.ValidationStatus.Healthy
