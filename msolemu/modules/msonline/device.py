"""Get-, Enable-, Disable- and Remove-MsolDevice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated
from uuid import UUID

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.directory.tenant.device import Device as TenantDevice
from msolemu.directory.tenant.devices import Devices
from msolemu.modules.msonline.dirsync_feature import confirmed
from msolemu.modules.msonline.identity import moment
from msolemu.modules.msonline.parameters import All, ObjectId
from msolemu.modules.msonline.services import MsolCall
from msolemu.modules.msonline.shown_factors import instant
from msolemu.modules.msonline.types.contract import texts
from msolemu.modules.msonline.types.device import Device, GraphDeviceObject
from msolemu.runtime.types.date_time import DateTime

DeviceId = Annotated[UUID, Parameter("The id that the device has itself.", from_pipeline=True, from_property=True)]
Force = Annotated[Switch, Parameter("Do not ask.")]

get_msol_device = Cmdlet(
    "Get-MsolDevice",
    "Gets the devices that are registered in the tenant.",
    output=Device,
    error_owner="GetDevice",
    examples={
        "Get-MsolDevice -All -ReturnRegisteredOwners": "Lists all devices with their owners.",
        "Get-MsolDevice -All -LogonTimeBefore 2016-01-01": "Lists those that nobody has used since then.",
        "Get-MsolDevice -RegisteredOwnerUpn admin@contoso.onmicrosoft.com": "Lists the devices of one user.",
    },
)


@get_msol_device.parameter_set("GetDeviceByDeviceName", default=True)
def by_device_name(
    call: MsolCall, name: Annotated[str, Parameter("The display name, in any case.", from_property=True)]
) -> Output[Device]:
    """A device is found by its name, its ids or its owner; -All lists all. The owners are shown only on demand, and the
    devices that a management service brought along are listed only on demand.
    """
    yield from shown(devices(call).named(name))


@get_msol_device.parameter_set("GetDeviceAll")
def every(
    call: MsolCall,
    all_: All,
    return_registered_owners: Annotated[Switch, Parameter("Show the owners too.")] = False,
) -> Output[Device]:
    """Lists all devices."""
    known = devices(call)
    yield from shown(known.all(), known if return_registered_owners else None)


@get_msol_device.parameter_set("GetDeviceByDeviceId")
def by_device_id(call: MsolCall, device_id: DeviceId) -> Output[Device]:
    """Gets one device by its own id."""
    yield from shown([devices(call).one(device_id=device_id)])


@get_msol_device.parameter_set("GetDeviceByLogonTimestamp")
def by_logon(
    call: MsolCall,
    all_: All,
    logon_time_before: Annotated[DateTime, Parameter("Devices last used before that.", from_pipeline=True)],
) -> Output[Device]:
    """Lists devices that nobody has used for a while."""
    before = instant(logon_time_before)
    yield from shown(devices(call).before(before) if before is not None else ())


@get_msol_device.parameter_set("GetDeviceByObjectId")
def by_object_id(call: MsolCall, object_id: ObjectId) -> Output[Device]:
    """Gets one device by its id in the directory."""
    yield from shown([devices(call).one(object_id=object_id)])


@get_msol_device.parameter_set("GetDeviceByRegisteredOwner")
def by_owner(
    call: MsolCall,
    registered_owner_upn: Annotated[str, Parameter("The user principal name of the owner.", from_property=True)],
) -> Output[Device]:
    """Lists the devices of a user."""
    yield from shown(devices(call).owned_by(registered_owner_upn))


@get_msol_device.parameter_set("GetDeviceIncludeSystemManaged")
def system_managed_too(
    call: MsolCall,
    all_: All,
    include_system_managed_devices: Annotated[Switch, Parameter("Those of management services too.", mandatory=True)],
) -> Output[Device]:
    """Lists all devices, those of management services too."""
    yield from shown(devices(call).all(system_managed=bool(include_system_managed_devices)))


def changing(verb: str, synopsis: str, example: str, says: str) -> Cmdlet:
    """A cmdlet that changes a device."""
    return Cmdlet(
        f"{verb}-MsolDevice",
        synopsis,
        error_owner=f"{verb}Device",
        should_process=True,
        examples={example: says},
    )


enable_msol_device = changing(
    "Enable",
    "Lets a device in again.",
    "Get-MsolDevice -All | Where-Object Enabled -eq $false | Enable-MsolDevice -Force",
    "Lets all devices in that were kept out.",
)


@enable_msol_device.parameter_set("EnableDeviceByDeviceId", default=True)
def enabled(call: MsolCall, device_id: DeviceId, force: Force = False) -> None:
    """Asks first, unless -Force is given."""
    known = devices(call)
    if agreed(call, device_id, force=force):
        known.switch(on=True, device_id=device_id)


@enable_msol_device.parameter_set("EnableDeviceByObjectId")
def enabled_by_object_id(call: MsolCall, object_id: ObjectId, force: Force = False) -> None:
    """Lets a device in, by its id in the directory."""
    known = devices(call)
    if agreed(call, object_id, force=force):
        known.switch(on=True, object_id=object_id)


disable_msol_device = changing(
    "Disable",
    "Keeps a device out.",
    "Get-MsolDevice -All -LogonTimeBefore 2016-01-01 | Disable-MsolDevice -Force",
    "Keeps devices out that nobody has used for a while.",
)


@disable_msol_device.parameter_set("DisableDeviceByDeviceId", default=True)
def disabled(call: MsolCall, device_id: DeviceId, force: Force = False) -> None:
    """Asks first, unless -Force is given. The device stays registered."""
    known = devices(call)
    if agreed(call, device_id, force=force):
        known.switch(on=False, device_id=device_id)


@disable_msol_device.parameter_set("DisableDeviceByObjectId")
def disabled_by_object_id(call: MsolCall, object_id: ObjectId, force: Force = False) -> None:
    """Keeps a device out, by its id in the directory."""
    known = devices(call)
    if agreed(call, object_id, force=force):
        known.switch(on=False, object_id=object_id)


remove_msol_device = changing(
    "Remove",
    "Removes a device.",
    "Get-MsolDevice -All -LogonTimeBefore 2015-01-01 | Remove-MsolDevice -Force",
    "Removes devices that nobody has used for long.",
)


@remove_msol_device.parameter_set("RemoveDeviceByDeviceId", default=True)
def removed(call: MsolCall, device_id: DeviceId, force: Force = False) -> None:
    """Asks first, unless -Force is given. There is no recycle bin for devices."""
    known = devices(call)
    if agreed(call, device_id, force=force):
        known.remove(device_id=device_id)


@remove_msol_device.parameter_set("RemoveDeviceByObjectId")
def removed_by_object_id(call: MsolCall, object_id: ObjectId, force: Force = False) -> None:
    """Removes a device, by its id in the directory."""
    known = devices(call)
    if agreed(call, object_id, force=force):
        known.remove(object_id=object_id)


def devices(call: MsolCall) -> Devices:
    """The devices of the tenant; raises NotConnected."""
    return call.services.tenant().devices


def agreed(call: MsolCall, target: UUID, *, force: bool) -> bool:
    """Whether to go on: -WhatIf and -Confirm are heeded first, then the cmdlet's own question comes."""
    return call.should_process(str(target)) and (force or confirmed(call))


def shown(them: Iterable[TenantDevice], known: Devices | None = None) -> Output[Device]:
    """Devices as the cmdlets give them; with `known` their owners are looked up."""
    for one in them:
        yield Device(
            Enabled=one.enabled,
            ObjectId=one.object_id,
            DeviceId=one.device_id,
            DisplayName=one.display_name,
            DeviceObjectVersion=one.object_version,
            DeviceOsType=one.os_type,
            DeviceOsVersion=one.os_version,
            DeviceTrustType=one.trust_type,
            DeviceTrustLevel=one.trust_level,
            DevicePhysicalIds=texts(one.physical_ids),
            ApproximateLastLogonTimestamp=moment(one.last_logon),
            DirSyncEnabled=one.synchronized or None,
            LastDirSyncTime=moment(one.last_dirsync_time),
            RegisteredOwners=texts(known.owners(one) if known is not None else ()),
            GraphDeviceObject=GraphDeviceObject(one.is_compliant, one.is_managed),
        )
