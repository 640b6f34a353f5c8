"""Tables of System.Data as values: columns with types, rows whose cells are converted, sets and views of tables."""

from __future__ import annotations

import functools
from collections import UserList
from collections.abc import Iterator, Sequence
from typing import Any

from msolemu.runtime.casting.conversion import convert, net_text, to_text
from msolemu.runtime.errors.net_errors import NetError, argument_error
from msolemu.runtime.errors.records import PowerShellError
from msolemu.runtime.operations.comparison import try_compare
from msolemu.runtime.types.data_filter import Scope, compiled, evaluate_error
from msolemu.runtime.types.enumerations import member
from msolemu.runtime.types.missing import NULL, DatabaseNull
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import STRING
from msolemu.runtime.values.objects import Value, unwrap

DATA = "System.Data."


def data_error(name: str, message: str) -> NetError:
    """An exception of System.Data."""
    return NetError(DATA + name, message)


class DataColumn:
    """What the cells of one column hold."""

    def __init__(self, name: str | None = "", kind: NetType = STRING, expression: str | None = None) -> None:
        self.name = name or ""
        self.kind = kind
        self.expression = expression or ""
        self.table: DataTable | None = None
        self.caption: str | None = None
        self.default: Value = NULL
        self.allows_null = True
        self.increments = False
        self.seed = 0
        self.step = 1
        self.following = 0
        self.unique = False
        self.read_only = False
        self.longest = -1

    def __str__(self) -> str:
        return self.name

    def copy(self) -> DataColumn:
        """The same column for another table."""
        made = DataColumn(self.name, self.kind, self.expression)
        made.__dict__.update(self.__dict__ | {"table": None})
        return made

    def stored(self, value: Value) -> Value:
        """A value as a cell of this column holds it; raises ArgumentException's error."""
        value = unwrap(value)
        if value is None or isinstance(value, DatabaseNull):
            return NULL
        try:
            return convert(value, self.kind)
        except PowerShellError as error:
            reason = error.record.exception.innermost().message
            shown = f"Couldn't store <{net_text(value)}> in {self.name} Column.  Expected type is {self.kind.name}."
            raise argument_error(reason + shown) from None


class DataRow:
    """The cells of one row, by its columns."""

    def __init__(self, table: DataTable) -> None:
        self.table = table
        self.state = "Detached"
        self.error = ""
        self.cells: dict[DataColumn, Value] = {}
        for column in table.columns:
            self.cells[column] = table.next_number(column) if column.increments else column.default

    def dynamic_properties(self) -> dict[str, list[Value]]:
        """The cells, as properties under the names of their columns."""
        return {column.name.lower(): [column.name, self.get(column)] for column in self.table.columns}

    def set_dynamic(self, lower: str, value: Value) -> bool:
        """Set the cell of a column; whether there is one of that name."""
        column = self.table.find(lower)
        if column is not None:
            self.put(column, value)
        return column is not None

    def get(self, column: DataColumn) -> Value:
        """The cell of a column; a computed one is computed."""
        if column.expression:
            found = compiled(column.expression)(Scope(self, self.table.rows))
            return NULL if found is None else convert(found, column.kind)
        return self.cells.get(column, column.default)

    def read(self, column: str) -> Value:
        """The cell as an expression sees it."""
        found = self.table.find(column)
        if found is None:
            raise evaluate_error(f"Cannot find column [{column}].")
        value = self.get(found)
        return None if isinstance(value, DatabaseNull) else value

    def put(self, column: DataColumn, value: Value) -> None:
        """Set a cell; raises what the column's rules forbid."""
        if column.read_only or column.expression:
            raise data_error("ReadOnlyException", f"Column '{column.name}' is read only.")
        stored = column.stored(value)
        if self.state != "Detached":
            self.table.check(column, stored, self)
        self.cells[column] = stored
        if self.state == "Unchanged":
            self.state = "Modified"


class Members(UserList[Any]):
    """What belongs to a table or a set; its elements go by place or by name."""

    def __init__(self, owner: Any) -> None:
        super().__init__()
        self.owner = owner

    def enumerate_values(self) -> Iterator[Value]:
        """The elements."""
        return iter(list(self.data))


class Rows(Members):
    """The rows of a table."""


class Columns(Members):
    """The columns of a table."""


class Tables(Members):
    """The tables of a set."""


class DataTable:
    """Rows under columns. A pipeline takes its rows."""

    def __init__(self, name: str | None = "") -> None:
        self.name = name or ""
        self.columns: Members = Columns(self)
        self.rows: Members = Rows(self)
        self.key: list[DataColumn] = []
        self.owner: DataSet | None = None
        self.case_sensitive = False

    def enumerate_values(self) -> Iterator[Value]:
        """The rows."""
        return iter(list(self.rows))

    @functools.cached_property
    def view(self) -> DataView:
        """The default view."""
        return DataView(self)

    def find(self, name: str) -> DataColumn | None:
        """The column of a name."""
        return next((column for column in self.columns if column.name.lower() == name.lower()), None)

    def column(self, at: Value) -> DataColumn:
        """A column by its name or place, or itself; raises ArgumentException's or IndexOutOfRangeException's error."""
        at = unwrap(at)
        if isinstance(at, DataColumn):
            return at
        if isinstance(at, int):
            if not 0 <= at < len(self.columns):
                raise NetError("System.IndexOutOfRangeException", f"Cannot find column {at}.")
            found: DataColumn | None = self.columns[at]
            assert found is not None
            return found
        found = self.find(to_text(at))
        if found is None:
            raise argument_error(f"Column '{to_text(at)}' does not belong to table {self.name}.")
        return found

    def add_column(self, column: DataColumn) -> DataColumn:
        """Add a column; one without a name gets the next free one."""
        numbers = iter(range(1, len(self.columns) + 2))
        while not column.name:
            name = f"Column{next(numbers)}"
            column.name = "" if self.find(name) else name
        if self.find(column.name) is not None:
            message = f"A column named '{column.name}' already belongs to this DataTable."
            raise data_error("DuplicateNameException", message)
        column.table = self
        self.columns.append(column)
        return column

    def next_number(self, column: DataColumn) -> Value:
        """The number that a new row has in a column that counts."""
        number = column.seed + column.following * column.step
        column.following += 1
        return convert(number, column.kind)

    def add_row(self, row: DataRow, at: int | None = None) -> DataRow:
        """Take in a row that was made for this table."""
        if row.table is not self:
            raise argument_error("This row already belongs to another table.")
        if row.state != "Detached":
            raise argument_error("This row already belongs to this table.")
        for column in self.columns:
            self.check(column, row.get(column), row)
        self.rows.insert(len(self.rows) if at is None else at, row)
        row.state = "Added"
        return row

    def row_of(self, values: Sequence[Value]) -> DataRow:
        """A new row with these cells, in the order of the columns."""
        if len(values) > len(self.columns):
            raise argument_error("Input array is longer than the number of columns in this table.")
        row = DataRow(self)
        for column, value in zip(self.columns, values, strict=False):
            if unwrap(value) is not None:
                row.cells[column] = column.stored(value)
        return row

    def check(self, column: DataColumn, value: Value, row: DataRow) -> None:
        """Raise where a cell breaks a rule of its column."""
        missing = isinstance(value, DatabaseNull)
        if missing and (not column.allows_null or column in self.key):
            raise data_error("NoNullAllowedException", f"Column '{column.name}' does not allow nulls.")
        if (column.unique or self.key == [column]) and any(
            same(other.get(column), value) for other in self.rows if other is not row
        ):
            message = (
                f"Column '{column.name}' is constrained to be unique.  Value '{net_text(value)}' is already present."
            )
            raise data_error("ConstraintException", message)

    def selected(self, text: str | None, order: str | None = None) -> list[DataRow]:
        """The rows for which an expression holds, in an order such as `Age DESC, Name`."""
        holds = compiled(text) if text and text.strip() else None
        found = [row for row in self.rows if holds is None or holds(Scope(row, self.rows)) is True]
        for part in reversed((order or "").split(",")):
            words = part.strip().removeprefix("[").replace("]", "").rsplit(maxsplit=1)
            if not words:
                continue
            down = len(words) > 1 and words[1].upper() == "DESC"
            name = words[0] if len(words) > 1 and words[1].upper() in ("ASC", "DESC") else " ".join(words)
            column = self.find(name)
            if column is None:
                raise NetError("System.IndexOutOfRangeException", f"Cannot find column {name}.")
            found.sort(key=_sort_key(column), reverse=down)
        return found

    def clone(self, *, rows: bool = False) -> DataTable:
        """A table of the same shape, with the rows if wanted."""
        made = DataTable(self.name)
        for column in self.columns:
            made.add_column(column.copy())
        made.key = [made.column(column.name) for column in self.key]
        for row in self.rows if rows else ():
            made.take(row).state = row.state
        return made

    def take(self, row: DataRow) -> DataRow:
        """Copy a row of another table; cells go by their columns' names."""
        copied = DataRow(self)
        for column in self.columns:
            source = row.table.find(column.name)
            if source is not None and not column.expression:
                copied.cells[column] = column.stored(row.get(source))
        self.rows.append(copied)
        copied.state = row.state
        return copied


def _sort_key(column: DataColumn) -> Any:
    def order(one: DataRow, other: DataRow) -> int:
        left, right = one.get(column), other.get(column)
        missing = (not isinstance(left, DatabaseNull)) - (not isinstance(right, DatabaseNull))
        return missing or try_compare(left, right) or 0

    return functools.cmp_to_key(order)


def same(one: Value, other: Value) -> bool:
    """Whether two cells hold the same; text regardless of case."""
    return type(one) is type(other) and try_compare(one, other) == 0


class DataSet:
    """Several tables."""

    def __init__(self, name: str = "NewDataSet") -> None:
        self.name = name
        self.tables: Members = Tables(self)

    def add(self, table: DataTable | str | None = None) -> DataTable:
        """Take in a table, or make one."""
        made = table if isinstance(table, DataTable) else DataTable(table)
        made.name = made.name or f"Table{len(self.tables) + 1}"
        if any(other.name.lower() == made.name.lower() for other in self.tables):
            message = f"A DataTable named '{made.name}' already belongs to this DataSet."
            raise data_error("DuplicateNameException", message)
        made.owner = self
        self.tables.append(made)
        return made


class DataView:
    """A table's rows, filtered and in an order."""

    def __init__(
        self, table: DataTable, row_filter: str | None = "", sort: str | None = "", state: Value = None
    ) -> None:
        self.table = table
        self.row_filter = row_filter or ""
        self.sort = sort or ""

    def __len__(self) -> int:
        return len(self.selected())

    def selected(self) -> list[DataRow]:
        """The rows that it shows."""
        return self.table.selected(self.row_filter, self.sort)

    def enumerate_values(self) -> Iterator[Value]:
        """The rows that it shows."""
        return iter([DataRowView(row) for row in self.selected()])

    def element_at(self, at: Sequence[int]) -> DataRowView:
        """A row by its place."""
        return DataRowView(self.selected()[at[0]])


class DataRowView:
    """A row as a view shows it."""

    def __init__(self, row: DataRow) -> None:
        self.row = row

    def dynamic_properties(self) -> dict[str, list[Value]]:
        """The cells of the row."""
        return self.row.dynamic_properties()

    def set_dynamic(self, lower: str, value: Value) -> bool:
        """Set a cell of the row."""
        return self.row.set_dynamic(lower, value)


def row_state(row: DataRow) -> Any:
    """Whether a row was added, changed or neither."""
    return member(DATA + "DataRowState", row.state)
