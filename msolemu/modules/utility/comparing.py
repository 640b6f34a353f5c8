"""Compare-Object."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msolemu.cmdlets.declaration import Allow, Cmdlet, Parameter, Switch
from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.utility.ordering import GROUP_KEYS, MISSING, KeyTable, compared_by, sort_keys
from msolemu.modules.utility.parameters import (
    NON_NEGATIVE,
    PS_OBJECT,
    CaseSensitive,
    Culture,
    PassThru,
    UtilityCall,
    evaluation_report,
    read_properties,
)
from msolemu.runtime.values.extended import attach
from msolemu.runtime.values.objects import PSCustomObject, Value
from msolemu.runtime.values.property_arguments import PropertyArgument

SIDE = "SideIndicator"
OBJECTS = PS_OBJECT + "[]"

compare_object = Cmdlet(
    "Compare-Object",
    "Tells in which objects two collections differ.",
    aliases=("compare", "diff"),
    examples={
        "Compare-Object 'a', 'b' 'b', 'c'": "Shows what is on one side only.",
        "Compare-Object 'a', 'b' 'b', 'c' -IncludeEqual -ExcludeDifferent": "Shows what is on both.",
    },
)


@compare_object.parameter_set()
@dataclass(kw_only=True)
class Comparing:
    """Objects match by the properties named, else as a whole. `<=` stands at what only the first collection has, `=>`
    at what only the second has, `==` at what both have."""

    call: UtilityCall
    reference_object: Annotated[
        list[Value],
        Parameter("The first collection.", position=0, type=OBJECTS, allow=Allow.EMPTY_COLLECTION),
    ]
    difference_object: Value = field(init=False)
    sync_window: Annotated[int, Parameter("How far apart objects may stand that match.", validate=(NON_NEGATIVE,))] = (
        2**31 - 1
    )
    property: Annotated[list[Value] | None, Parameter("The properties that must agree.")] = None
    exclude_different: Annotated[Switch, Parameter("Leaves out what does not match; what matches is shown.")] = False
    include_equal: Annotated[Switch, Parameter("Shows what matches too.")] = False
    pass_thru: PassThru = False
    culture: Culture = None
    case_sensitive: CaseSensitive = False
    differences: list[Value] = field(init=False, default_factory=list)

    def process(
        self,
        difference_object: Annotated[
            list[Value],
            Parameter(
                "The second collection.", position=1, type=OBJECTS, from_pipeline=True, allow=Allow.EMPTY_COLLECTION
            ),
        ],
    ) -> None:
        """Keep objects of the second collection."""
        self.differences.extend(difference_object or ())

    def end(self) -> Iterator[Value]:
        """Compare."""
        self.arguments = read_properties(self.call, compared_by(self.property, self.reference_object), GROUP_KEYS)
        keys = sort_keys(self.arguments, self.call.call_with, evaluation_report(self.call), descending=False)
        self.objects = [*self.reference_object, *self.differences]
        self.table = KeyTable(self.objects, keys, ignore_case=not self.case_sensitive)
        for place, side in self._matched(len(self.reference_object)):
            if side == "==" and not (self.include_equal or self.exclude_different):
                continue
            if side != "==" and self.exclude_different:
                continue
            yield self._row(place, side)

    def _matched(self, references: int) -> Iterator[tuple[int, str]]:
        """Each object's place and side, as PowerShell comes to them: both lists in step, unmatched ones waiting."""
        waiting: dict[str, list[int]] = {"<=": [], "=>": []}
        for step in range(max(references, len(self.differences))):
            left = step if step < references else None
            right = references + step if step < len(self.differences) else None
            if left is not None and right is not None and self.table.equal(left, right):
                yield left, "=="
                continue
            if right is not None:
                found = self._taken(right, waiting["<="])
                if found is not None:
                    yield found, "=="
                    right = None
            if left is not None and self._taken(left, waiting["=>"]) is not None:
                yield left, "=="
                left = None
            yield from self._keep(right, "=>", waiting)
            yield from self._keep(left, "<=", waiting)
        for side in ("=>", "<="):
            for place in waiting[side]:
                yield place, side

    def _taken(self, place: int, waiting: list[int]) -> int | None:
        for index, other in enumerate(waiting):
            if self.table.equal(other, place):
                return waiting.pop(index)
        return None

    def _keep(self, place: int | None, side: str, waiting: dict[str, list[int]]) -> Iterator[tuple[int, str]]:
        if place is None:
            return
        waiting[side].append(place)
        while len(waiting[side]) > self.sync_window:
            yield waiting[side].pop(0), side

    def _row(self, place: int, side: str) -> Value:
        value = self.objects[place]
        if self.pass_thru:
            return attach(value, SIDE, side)
        if not self.arguments:
            return PSCustomObject((("InputObject", value), (SIDE, side)))
        return PSCustomObject((*self._compared(place), (SIDE, side)))

    def _compared(self, place: int) -> Iterator[tuple[str, Value]]:
        for argument, column in zip(self.arguments, self.table.columns, strict=True):
            found = column[place]
            yield self._name(argument, self.objects[place]), None if found is MISSING else found

    @staticmethod
    def _name(argument: PropertyArgument, value: Value) -> str:
        names = argument.expression.names(value)
        return names[0] if names else argument.expression.text
