"""Get-ADObject, New-ADObject, Set-ADObject, Move-ADObject, Rename-ADObject."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.directory.forest.directory import ForestDirectory
from msolemu.directory.forest.objects import ForestEntry, Values
from msolemu.directory.query import Everything
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.activedirectory.attributes import OBJECT_DEFAULTS, OBJECTS
from msolemu.modules.activedirectory.changes import texts_of
from msolemu.modules.activedirectory.changing import applied, changed
from msolemu.modules.activedirectory.identity import Identity
from msolemu.modules.activedirectory.modifications import Modifications, pairs
from msolemu.modules.activedirectory.parameters import (
    Asked,
    Changing,
    Creation,
    Filter,
    LdapFilter,
    Properties,
    Searching,
)
from msolemu.modules.activedirectory.reading import Reading
from msolemu.modules.activedirectory.services import ADCall
from msolemu.modules.activedirectory.types import AD_OBJECT
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
class ObjectDetails:
    """What a new object may be given."""

    description: Annotated[str | None, Parameter("What it is for.", from_property=True)] = None
    display_name: Annotated[str | None, Parameter("The name that people see.", from_property=True)] = None


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
    details: ObjectDetails,
    creation: Creation,
) -> Output[PSCustomObject]:
    """Contacts have no cmdlet of their own; this one creates them."""
    attributes = {
        "description": texts_of(details.description),
        "displayName": texts_of(details.display_name),
        **dict(pairs(creation.other_attributes)),
    }
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


@set_ad_object.parameter_set()
def changed_object(
    call: ADCall, identity: Identity, details: ObjectDetails, modifications: Modifications, changing: Changing
) -> Output[PSCustomObject]:
    """-Remove, -Add, -Replace and -Clear take LDAP names and are applied in this order, all of them or none."""

    def values(entry: ForestEntry) -> dict[str, Values]:
        named = {"description": details.description, "displayName": details.display_name}
        given = {name: texts_of(text) for name, text in named.items() if text is not None}
        return {**given, **modifications.applied_to(entry)}

    yield from changed(call, READ_OBJECTS, identity, changing, values)


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
