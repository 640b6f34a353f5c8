"""What hangs on a user of the service's contract besides licences and second factors."""

from __future__ import annotations

from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.msonline.types.contract import EXTENSION_DATA, XML, ExtensionDataObject, data_contract
from msolemu.runtime.values.objects import Value


@data_contract("AlternativeSecurityId", Key="System.Byte[]")
@dataclass(slots=True)
class AlternativeSecurityId:
    """How another directory knows a user or a device."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    IdentityProvider: str | None = None
    Key: Value = None
    Type: int = 0


@data_contract("ServiceInformation", ServiceElements=f"{XML}[]")
@dataclass(slots=True)
class ServiceInformation:
    """What a service keeps with an object."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    ServiceElements: Value = None
    ServiceInstance: str | None = None
