"""New-ADObject."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.modules.activedirectory.attributes import OBJECT_DEFAULTS, OBJECTS
from msolemu.modules.activedirectory.changes import texts_of
from msolemu.modules.activedirectory.entities import chosen, entity
from msolemu.modules.activedirectory.modifications import pairs
from msolemu.modules.activedirectory.parameters import Creation
from msolemu.modules.activedirectory.services import ADCall
from msolemu.modules.activedirectory.types import AD_OBJECT
from msolemu.runtime.values.objects import PSCustomObject


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
    """Contacts and organizational units have no cmdlet of their own here; this one creates them."""
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
        yield entity(entry, chosen((), OBJECT_DEFAULTS, OBJECTS, entry), AD_OBJECT)
