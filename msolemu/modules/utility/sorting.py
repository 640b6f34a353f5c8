"""Sort-Object."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Parameter, Switch
from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.utility.ordering import SORT_KEYS, KeyTable, compared_by, sort_keys
from msolemu.modules.utility.parameters import (
    POSITIVE,
    CaseSensitive,
    Culture,
    InputObject,
    Properties,
    UtilityCall,
    evaluation_report,
    read_properties,
)
from msolemu.runtime.values.objects import NOTHING, Value

Descending = Annotated[Switch, Parameter("From high to low.")]
Unique = Annotated[Switch, Parameter("Only one of objects that agree in what is sorted by.")]

sort_object = Cmdlet(
    "Sort-Object",
    "Sorts objects by the values of properties.",
    aliases=("sort",),
    examples={
        "3, 1, 2 | Sort-Object": "Sorts numbers.",
        "Get-Verb | Sort-Object Group, @{ Expression = 'Verb'; Descending = $true }": (
            "Sorts by two properties, the second from high to low."
        ),
        "'b', 'a', 'b' | Sort-Object -Unique": "Sorts, and leaves out what is there twice.",
    },
)


@dataclass(kw_only=True)
class Sorting:
    """Keeps every object until the end."""

    call: UtilityCall
    descending: Descending = False
    unique: Unique = False
    input_object: Value = field(init=False)
    property: Properties = None
    culture: Culture = None
    case_sensitive: CaseSensitive = False
    objects: list[Value] = field(init=False, default_factory=list)

    def process(self, input_object: InputObject = NOTHING) -> None:
        """Keep an object."""
        if input_object is not None and input_object is not NOTHING:
            self.objects.append(input_object)

    def limited(self, places: list[int]) -> list[int]:
        """Those of the sorted objects that are wanted."""
        return places

    def keeps_order(self) -> bool:
        """Whether objects that agree must keep their order."""
        return True

    def end(self) -> Iterator[Value]:
        """Give them in their order."""
        arguments = read_properties(self.call, compared_by(self.property, self.objects), SORT_KEYS)
        keys = sort_keys(arguments, self.call.call_with, evaluation_report(self.call), descending=self.descending)
        table = KeyTable(self.objects, keys, ignore_case=not self.case_sensitive)
        order = table.order() if self.keeps_order() else table.unstable_order()
        places = table.without_repetition(order) if self.unique else order
        for place in self.limited(places):
            yield self.objects[place]


@sort_object.parameter_set("Default", default=True)
@dataclass(kw_only=True)
class SortingAll(Sorting):
    """Sorts by the properties named, in their order; text as the culture orders it, without regard to case.

    Objects that agree keep their order. An object without the property comes last.
    """

    stable: Annotated[Switch, Parameter("Objects that agree keep their order, of three objects too.")] = False

    def keeps_order(self) -> bool:
        """What -Stable says."""
        return self.stable


@sort_object.parameter_set("Top")
@dataclass(kw_only=True)
class SortingTop(Sorting):
    """Gives the first of the sorted objects."""

    top: Annotated[int, Parameter("How many objects of the start.", validate=(POSITIVE,))]

    def limited(self, places: list[int]) -> list[int]:
        """The first."""
        return places[: self.top]


@sort_object.parameter_set("Bottom")
@dataclass(kw_only=True)
class SortingBottom(Sorting):
    """Gives the last of the sorted objects."""

    bottom: Annotated[int, Parameter("How many objects of the end.", validate=(POSITIVE,))]

    def limited(self, places: list[int]) -> list[int]:
        """The last."""
        return places[-self.bottom :]
