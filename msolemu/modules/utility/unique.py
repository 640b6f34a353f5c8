"""Get-Unique."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Parameter, Switch
from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.utility.ordering import compare
from msolemu.modules.utility.parameters import InputObject, UtilityCall
from msolemu.runtime.casting.conversion import culture_text
from msolemu.runtime.types.registry import type_names
from msolemu.runtime.values.objects import NOTHING, Value

get_unique = Cmdlet(
    "Get-Unique",
    "Leaves out what equals the object before it.",
    aliases=("gu",),
    examples={"1, 1, 2, 1 | Get-Unique": "Gives 1, 2, 1; sorted input has each object once."},
)
CaseInsensitive = Annotated[
    Switch, Parameter("Upper and lower case are the same; nothing changes here where types are compared.")
]


@dataclass(kw_only=True)
class Unique:
    """Compares each object with the one before it."""

    call: UtilityCall
    case_insensitive: CaseInsensitive = False
    last: Value = field(init=False, default=NOTHING)

    def same(self, first: Value, second: Value) -> bool:
        """Whether two objects are equal."""
        raise NotImplementedError

    def process(self, input_object: InputObject = NOTHING) -> Iterator[Value]:
        """Take one object."""
        if input_object is NOTHING:
            return
        if self.last is NOTHING or not self.same(self.last, input_object):
            self.last = input_object
            yield input_object


@get_unique.parameter_set("AsString", default=True)
@dataclass(kw_only=True)
class UniqueByValue(Unique):
    """Objects are compared as Sort-Object does, text by its case."""

    as_string: Annotated[Switch, Parameter("Compares the objects as text.")] = False
    case_insensitive: CaseInsensitive = False

    def same(self, first: Value, second: Value) -> bool:
        """Whether two objects are equal."""
        if self.as_string:
            left, right = culture_text(first), culture_text(second)
            return left.lower() == right.lower() if self.case_insensitive else left == right
        return compare(first, second, ignore_case=self.case_insensitive) == 0


@get_unique.parameter_set("UniqueByType")
@dataclass(kw_only=True)
class UniqueByType(Unique):
    """Gives one object of each run of a type."""

    on_type: Annotated[Switch, Parameter("Compares only the types.")] = False
    case_insensitive: CaseInsensitive = False

    def same(self, first: Value, second: Value) -> bool:
        """Whether two objects have one type."""
        return type_names(first)[0] == type_names(second)[0]
