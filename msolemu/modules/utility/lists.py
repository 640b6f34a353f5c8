"""Update-List."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Parameter
from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.utility.parameters import PS_OBJECT, UtilityCall
from msolemu.runtime.binding.validation import ValidateNotNullOrEmpty
from msolemu.runtime.errors.records import ErrorCategory
from msolemu.runtime.operations.comparison import try_compare
from msolemu.runtime.values.members import find_property, get_property, set_property
from msolemu.runtime.values.objects import NOTHING, Hashtable, Value, enumerate_value, is_enumerable, unwrap

SOMETHING = (ValidateNotNullOrEmpty(),)
Target = Annotated[Value, Parameter("The objects.", type=PS_OBJECT, from_pipeline=True, validate=SOMETHING)]
Property = Annotated[str | None, Parameter("The property that holds the list.", position=0, validate=SOMETHING)]

update_list = Cmdlet(
    "Update-List",
    "Adds to a list that a property holds, and takes out of it.",
    examples={
        "$o = [pscustomobject]@{ L = [Collections.ArrayList]@(1, 2) }; ($o | Update-List L -Add 3 -Remove 1).L": (
            "Changes the list of an object."
        ),
    },
)


@dataclass(kw_only=True)
class Updating:
    """Changes the list of each object."""

    call: UtilityCall
    property: Property = None
    given: bool = field(init=False, default=False)

    def changed(self, values: list[Value]) -> list[Value]:
        """The list as it should be."""
        raise NotImplementedError

    def instructions(self) -> Hashtable:
        """What to do, as a table for parameters that take one."""
        raise NotImplementedError

    def process(self, input_object: Target = NOTHING) -> Iterator[Value]:
        """Change one object."""
        if input_object is NOTHING:
            return
        self.given = True
        name = self.property
        if name is None or find_property(input_object, name) is None:
            self.call.write_error(
                "MemberDoesntExist",
                f"The {name} property was not found on the object.",
                ErrorCategory.INVALID_ARGUMENT,
                "System.Management.Automation.PSArgumentException",
                target=input_object,
            )
            return
        held = unwrap(get_property(input_object, name))
        values = list(enumerate_value(held)) if is_enumerable(held) else [held]
        if isinstance(held, list):
            held[:] = self.changed(values)
        else:
            set_property(input_object, name, self.changed(values))
        yield input_object

    def end(self) -> Iterator[Value]:
        """Without objects the instructions themselves are given."""
        if not self.given:
            yield self.instructions()


@update_list.parameter_set("AddRemoveSet", default=True)
@dataclass(kw_only=True)
class Adding(Updating):
    """Without objects a table with the instructions is given, as parameters such as -Members of other cmdlets take."""

    add: Annotated[list[Value] | None, Parameter("What to add.", validate=SOMETHING)] = None
    remove: Annotated[list[Value] | None, Parameter("What to take out.", validate=SOMETHING)] = None
    property: Property = None

    def changed(self, values: list[Value]) -> list[Value]:
        """With what is added, without what is taken out."""
        kept = [*values, *(self.add or ())]
        return [one for one in kept if not any(try_compare(one, other) == 0 for other in self.remove or ())]

    def instructions(self) -> Hashtable:
        """Add and Remove."""
        pairs = (("Add", self.add), ("Remove", self.remove))
        return Hashtable((name, list(values)) for name, values in pairs if values)


@update_list.parameter_set("ReplaceSet")
@dataclass(kw_only=True)
class Replacing(Updating):
    """Replaces the list."""

    replace: Annotated[list[Value], Parameter("What takes the list's place.", validate=SOMETHING)]
    property: Property = None

    def changed(self, values: list[Value]) -> list[Value]:
        """What replaces it."""
        return list(self.replace)

    def instructions(self) -> Hashtable:
        """Replace."""
        return Hashtable([("Replace", list(self.replace))])
