"""Group-Object."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Parameter, Switch
from msolemu.cmdlets.errors import TerminatingError
from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.utility.group_info import GroupInfo, GroupInfoNoElement, group_name
from msolemu.modules.utility.ordering import GROUP_KEYS, KeyTable, compared_by, sort_keys
from msolemu.modules.utility.parameters import (
    CaseSensitive,
    Culture,
    InputObject,
    Properties,
    UtilityCall,
    evaluation_report,
    read_properties,
)
from msolemu.runtime.errors.records import ErrorCategory
from msolemu.runtime.types.keyed import CasedHashtable
from msolemu.runtime.types.lists import Collection
from msolemu.runtime.types.registry import PSOBJECT
from msolemu.runtime.values.objects import NOTHING, ArrayList, Hashtable, Value, unwrap

group_object = Cmdlet(
    "Group-Object",
    "Puts objects together that agree in a property.",
    output=GroupInfo,
    aliases=("group",),
    examples={
        "Get-Verb | Group-Object Group -NoElement": "Counts the verbs of each group.",
        "(Get-Verb | Group-Object Group -AsHashTable).Keys | Sort-Object": "Makes a table with the groups' values.",
    },
)


@group_object.parameter_set("HashTable")
@dataclass(kw_only=True)
class Grouping:
    """Groups come in the order of their values; where those have different types, in the order of the objects.

    Several properties make one group of the objects that agree in all of them.
    """

    call: UtilityCall
    no_element: Annotated[Switch, Parameter("Leaves the objects out of the groups.")] = False
    as_hash_table: Annotated[Switch, Parameter("A table from value to objects.", aliases=("AHT",))] = False
    as_string: Annotated[Switch, Parameter("With -AsHashTable: the keys are text.")] = False
    input_object: Value = field(init=False)
    property: Properties = None
    culture: Culture = None
    case_sensitive: CaseSensitive = False
    objects: list[Value] = field(init=False, default_factory=list)

    def begin(self) -> None:
        """Refuse keys that no table asks for."""
        if self.as_string and not self.as_hash_table:
            raise self._fault(
                "The command cannot be run because the AsString parameter requires that you specify the AsHashtable "
                "parameter."
            )

    def process(self, input_object: InputObject = NOTHING) -> None:
        """Keep an object."""
        if input_object is not None and input_object is not NOTHING:
            self.objects.append(input_object)

    def end(self) -> Iterator[Value]:
        """Give the groups."""
        arguments = read_properties(self.call, compared_by(self.property, self.objects), GROUP_KEYS)
        keys = sort_keys(arguments, self.call.call_with, evaluation_report(self.call), descending=False)
        table = KeyTable(self.objects, keys, ignore_case=not self.case_sensitive, missing=None)
        places = table.groups() if sortable(table.columns) else as_they_came(table)
        groups = (self._group(table, members) for members in places)
        if self.as_hash_table:
            if self.objects:
                yield self._table(groups)
        else:
            yield from groups

    def _group(self, table: KeyTable, members: list[int]) -> GroupInfo:
        plain = [column[members[0]] for column in table.columns]
        kind = GroupInfoNoElement if self.no_element else GroupInfo
        objects = [] if self.no_element else [self.objects[place] for place in members]
        return kind(ArrayList(plain), group_name(plain), Collection(objects, PSOBJECT), len(members))

    def _table(self, groups: Iterable[GroupInfo]) -> Hashtable:
        found = CasedHashtable() if self.case_sensitive else Hashtable()
        for group in groups:
            if not self.as_string and len(group.Values) != 1:
                raise self._fault(
                    "The command cannot be run because using the AsHashTable parameter with more than one property "
                    "requires adding the AsString parameter."
                )
            found[group.Name if self.as_string else unwrap(group.Values[0])] = group.Group
        return found

    def _fault(self, text: str) -> TerminatingError:
        return self.call.error("ArgumentException", text, ErrorCategory.INVALID_ARGUMENT, "System.ArgumentException")


def sortable(columns: Sequence[Sequence[Value]]) -> bool:
    """Whether the values of each property have one type."""
    return all(len({type(unwrap(value)) for value in column if value is not None}) <= 1 for column in columns)


def as_they_came(table: KeyTable) -> Iterator[list[int]]:
    """Groups in the order of their first objects."""
    groups: list[list[int]] = []
    for place in range(table.count):
        known = next((members for members in groups if table.equal(members[0], place)), None)
        if known is None:
            groups.append([place])
        else:
            known.append(place)
    yield from groups
