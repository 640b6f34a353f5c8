"""Objects as rows of cells and rows as objects, by PowerShell's rules of CSV."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msolemu.foundation.dataclass import dataclass
from msolemu.modules.utility.csv_text import records
from msolemu.runtime.casting.conversion import culture_text, to_text
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError
from msolemu.runtime.types.registry import type_of
from msolemu.runtime.values.members import find_property, properties_of
from msolemu.runtime.values.objects import Hashtable, Member, PSCustomObject, Value, unwrap

if TYPE_CHECKING:
    from msolemu.modules.utility.parameters import UtilityCall

_TYPE = "#TYPE"
_FIELDS = "#Fields: "


class ColumnCells:
    """The columns of a CSV text, and the cells of an object in them."""

    __slots__ = ("_folded", "names")

    def __init__(self, names: list[str]) -> None:
        self.names = names
        self._folded = [name.lower() for name in names]

    @classmethod
    def of(cls, value: Value) -> ColumnCells:
        """The columns that an object has; a dictionary's are its keys."""
        plain = unwrap(value)
        if isinstance(plain, Hashtable):
            return cls([to_text(key) for key in plain])
        if type(value) is PSCustomObject:
            return cls([name for name, _ in value.properties.values()])
        return cls([view.name for view in properties_of(value)])

    def missing(self, value: Value) -> str | None:
        """The first column that the object lacks."""
        if self._stored(value) is not None:
            return None
        plain = unwrap(value)
        if isinstance(plain, Hashtable):
            return next((name for name in self.names if name not in plain), None)
        return next((name for name in self.names if find_property(value, name) is None), None)

    def row(self, value: Value) -> list[str | None]:
        """The cells of an object."""
        stored = self._stored(value)
        if stored is not None:
            return [cell_text(one) for one in stored]
        return [self._cell(value, name) for name in self.names]

    def _stored(self, value: Value) -> list[Value] | None:
        """The values of a custom object that simply has one for each column; None of any other object."""
        if type(value) is not PSCustomObject:
            return None
        properties = value.properties
        found: list[Value] = []
        for name in self._folded:
            pair = properties.get(name)
            if pair is None or isinstance(pair[1], Member):
                return None
            found.append(pair[1])
        return found

    @staticmethod
    def _cell(value: Value, name: str) -> str | None:
        plain = unwrap(value)
        if isinstance(plain, Hashtable):
            return cell_text(plain.get(name))
        found = find_property(value, name)
        if found is None:
            return None
        try:
            return cell_text(found.value())
        except PowerShellError:
            return None


def cell_text(value: Value) -> str | None:
    """A value in a cell: as the culture writes it, an array by its type."""
    if type(value) is str:
        return value
    plain = unwrap(value)
    if plain is None or type(plain) is str:
        return plain
    if isinstance(plain, list):
        return type_of(plain).text
    return culture_text(value)


@dataclass(frozen=True, slots=True)
class CsvReading:
    """What separates the cells, and the names of the columns where the text does not say them."""

    delimiter: str = ","
    header: list[str] | None = None


def is_type_line(record: list[str]) -> bool:
    """Whether the record is the line that names the type of the objects."""
    return record[0].startswith(_TYPE)


def rows_of(call: UtilityCall, text: str, reading: CsvReading) -> Iterator[PSCustomObject]:
    """The objects of a text."""
    type_names: tuple[str, ...] = ()
    if text.startswith("#"):
        first, _, text = text.partition("\n")
        type_names = _named_types(first)
    read = records(text, reading.delimiter)
    names = reading.header
    if names is None:
        names = _header(read)
    if names is None:
        return
    names = _column_names(call, names)
    folded = [name.lower() for name in names]
    count = len(names)
    pairs = list(zip(folded, names, strict=True))
    for record in read:
        if len(record) == 1 and record[0] == "":
            continue
        made = PSCustomObject()
        made.type_names = type_names
        if len(record) >= count:
            made.properties = {key: [name, cell] for (key, name), cell in zip(pairs, record, strict=False)}
        else:
            cells: list[str | None] = [*record, *[None] * (count - len(record))]
            made.properties = {key: [name, cell] for (key, name), cell in zip(pairs, cells, strict=True)}
        yield made


def _header(read: Iterator[list[str]]) -> list[str] | None:
    """The record with the names: the first, or `#Fields: ` of a log of the web; empty names at its end are dropped."""
    for record in read:
        if record == [""]:
            continue
        while len(record) > 1 and not record[-1]:
            record.pop()
        if record[0].startswith(_FIELDS):
            return [record[0].removeprefix(_FIELDS), *record[1:]]
        if not record[0].startswith("#"):
            return record
    return None


def _named_types(line: str) -> tuple[str, ...]:
    """The type that the first line names, if it is one that does."""
    name = line[len(_TYPE) :].strip() if line.upper().startswith(_TYPE) else ""
    return (name, f"CSV:{name}") if name else ()


def _column_names(call: UtilityCall, names: list[str]) -> list[str]:
    """The names as the objects have them: empty ones get a number, equal ones end the cmdlet."""
    found: list[str] = []
    unnamed = 0
    for name in names:
        if not name:
            unnamed += 1
            found.append(f"H{unnamed}")
            continue
        if any(name.lower() == known.lower() for known in found):
            raise call.error(
                "AlreadyPresentPSMemberInfoInternalCollectionAdd",
                f'The member "{name}" is already present.',
                ErrorCategory.NOT_SPECIFIED,
                "System.Management.Automation.ExtendedTypeSystemException",
            )
        found.append(name)
    if unnamed:
        call.write_warning(
            'One or more headers were not specified. Default names starting with "H" have been used in place of any '
            "missing headers."
        )
    return found
