"""Get-ADObject, New-ADObject, Set-ADObject, Remove-ADObject, Move-ADObject, Rename-ADObject."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msolemu.cmdlets.declaration import UNSET, Cmdlet, ConfirmImpact, Output, Parameter, Unset
from msolemu.directory.forest.directory import ForestDirectory
from msolemu.directory.forest.objects import ForestEntry
from msolemu.directory.query import Everything
from msolemu.foundation.dataclass import dataclass
from msolemu.foundation.names import NameMap
from msolemu.modules.activedirectory.attributes import OBJECT_DEFAULTS, OBJECTS, Property
from msolemu.modules.activedirectory.changing import applied, modified, removed, written_back
from msolemu.modules.activedirectory.identity import Identity
from msolemu.modules.activedirectory.modifications import Modifications, pairs
from msolemu.modules.activedirectory.parameters import (
    Asked,
    Changing,
    Creation,
    Filter,
    Instance,
    LdapFilter,
    Properties,
    Recursive,
    Searching,
)
from msolemu.modules.activedirectory.reading import Reading
from msolemu.modules.activedirectory.services import ADCall
from msolemu.modules.activedirectory.types import AD_OBJECT
from msolemu.modules.activedirectory.writing import Changes, Text
from msolemu.runtime.values.objects import PSCustomObject

READ_OBJECTS = Reading("top", Everything(), OBJECT_DEFAULTS, OBJECTS, AD_OBJECT)

get_ad_object = Cmdlet(
    "Get-ADObject",
    "Gets objects of any class of the on-premises directory.",
    error_owner="GetADObject",
    examples={"Get-ADObject -LDAPFilter '(objectClass=contact)'": "Gets the contacts."},
)


@get_ad_object.parameter_set("Filter", default=True)
def filtered(call: ADCall, filter_: Filter, searching: Searching) -> Output[PSCustomObject]:
    """Gets one object by distinguished name or GUID, or those that meet a filter."""
    yield from READ_OBJECTS.filtered(call, filter_, searching)


@get_ad_object.parameter_set("LdapFilter")
def filtered_by_ldap(call: ADCall, ldap_filter: LdapFilter, searching: Searching) -> Output[PSCustomObject]:
    """Gets objects that meet an LDAP filter."""
    yield from READ_OBJECTS.filtered_by_ldap(call, ldap_filter, searching)


@get_ad_object.parameter_set("Identity")
def identified(call: ADCall, identity: Identity, asked: Asked, properties: Properties = ()) -> Output[PSCustomObject]:
    """Gets one object."""
    yield READ_OBJECTS.identified(call, identity, properties)


@dataclass(frozen=True, slots=True)
class ObjectChanges(Changes):
    """The properties of an object that have a parameter of their own."""

    properties: ClassVar[NameMap[Property]] = OBJECTS

    description: Text = UNSET
    display_name: Text = UNSET
    protected_from_accidental_deletion: Annotated[
        bool | Unset | None,
        Parameter("Whether it can be removed or moved only after this was taken back.", from_property=True),
    ] = UNSET


new_ad_object = Cmdlet(
    "New-ADObject",
    "Creates an object of any class in the on-premises directory.",
    error_owner="NewADObject",
    should_process=True,
    examples={
        "New-ADObject -Name 'Lee Fisher' -Type contact -OtherAttributes @{ mail = 'lee@fabrikam.com' }": (
            "Creates a contact."
        ),
    },
)


@new_ad_object.parameter_set()
def created(
    call: ADCall,
    name: Annotated[str, Parameter("The name of the object.", position=0, from_property=True)],
    type_: Annotated[str, Parameter("The class of the object.", position=1, from_property=True)],
    changes: ObjectChanges,
    creation: Creation,
) -> Output[PSCustomObject]:
    """Contacts have no cmdlet of their own; this one creates them."""
    attributes = changes.attributes(template=creation.instance) | dict(pairs(creation.other_attributes))
    if not call.should_process(creation.target(name), "New"):
        return
    with call.services.unit_of_work() as work:
        entry = work.forest.add(type_, name, creation.path, attributes)
        work.commit()
    if creation.pass_thru:
        yield READ_OBJECTS.shown(entry)


set_ad_object = Cmdlet(
    "Set-ADObject",
    "Changes an object of any class of the on-premises directory.",
    error_owner="SetADObject",
    should_process=True,
    examples={
        "Get-ADUser rfields | Set-ADObject -Replace @{ extensionAttribute1 = 'Sales' }": "Changes any attribute.",
    },
)


@set_ad_object.parameter_set("Identity", default=True)
def changed_object(
    call: ADCall, identity: Identity, changes: ObjectChanges, modifications: Modifications, changing: Changing
) -> Output[PSCustomObject]:
    """-Remove, -Add, -Replace and -Clear take LDAP names and are applied in this order, all of them or none."""
    yield from modified(call, READ_OBJECTS, identity, changing, changes.attributes(), modifications)


@set_ad_object.parameter_set("Instance")
def changed_instance(call: ADCall, instance: Instance, changing: Changing) -> Output[PSCustomObject]:
    """Writes back what was changed of an object."""
    yield from written_back(call, READ_OBJECTS, instance, changing)


remove_ad_object = Cmdlet(
    "Remove-ADObject",
    "Removes an object of any class from the on-premises directory.",
    error_owner="RemoveADObject",
    should_process=True,
    confirm_impact=ConfirmImpact.HIGH,
    examples={
        "Get-ADObject -LDAPFilter '(cn=Event Team)' | Remove-ADObject -Confirm:$false": "Removes without asking.",
    },
)


@remove_ad_object.parameter_set()
def removed_object(call: ADCall, identity: Identity, asked: Asked, recursive: Recursive = False) -> None:
    """Asks before it removes. One that is protected from accidental deletion is refused, and so is one that holds
    objects, unless -Recursive is said.
    """
    removed(call, READ_OBJECTS.object_class, identity, recursive=recursive)


move_ad_object = Cmdlet(
    "Move-ADObject",
    "Puts an object of the on-premises directory, with all below it, into another container.",
    error_owner="MoveADObject",
    should_process=True,
    examples={
        "Get-ADUser rfields | Move-ADObject -TargetPath 'CN=Users,DC=contoso,DC=local'": "Moves a user.",
    },
)


@move_ad_object.parameter_set()
def moved(
    call: ADCall,
    identity: Identity,
    target_path: Annotated[str, Parameter("The container.", position=1)],
    changing: Changing,
) -> Output[PSCustomObject]:
    """References to the object follow it."""

    def apply(forest: ForestDirectory, entry: ForestEntry) -> ForestEntry:
        return forest.move(entry, container=target_path)

    yield from applied(call, READ_OBJECTS, identity, changing, apply, "Move")


rename_ad_object = Cmdlet(
    "Rename-ADObject",
    "Gives an object of the on-premises directory another name.",
    error_owner="RenameADObject",
    should_process=True,
    examples={"Get-ADUser rfields | Rename-ADObject -NewName 'Robin Fields (Sales)'": "Renames a user."},
)


@rename_ad_object.parameter_set()
def renamed(
    call: ADCall,
    identity: Identity,
    new_name: Annotated[str, Parameter("The name, without CN= or OU=.", position=1)],
    changing: Changing,
) -> Output[PSCustomObject]:
    """The account's name and the display name stay."""

    def apply(forest: ForestDirectory, entry: ForestEntry) -> ForestEntry:
        return forest.move(entry, name=new_name)

    yield from applied(call, READ_OBJECTS, identity, changing, apply, "Rename")
