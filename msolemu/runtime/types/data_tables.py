"""The members of System.Data's tables, which scripts fill to make reports of. Nothing here opens a database."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msolemu.runtime.errors.net_errors import NetError, argument_error
from msolemu.runtime.types.data_filter import Scope, compiled
from msolemu.runtime.types.data_model import (
    DATA,
    Columns,
    DataColumn,
    DataRow,
    DataRowView,
    DataSet,
    DataTable,
    DataView,
    Members,
    Rows,
    Tables,
    data_error,
    row_state,
    same,
)
from msolemu.runtime.types.declaring import constructor, method, reader, typed_property, writer
from msolemu.runtime.types.missing import NULL, DatabaseNull
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.values.objects import TypedArray, Value

TABLE, COLUMN, ROW, SET, VIEW, ROW_VIEW, ROWS, COLUMNS, TABLES = (
    known_type(DATA + name)
    for name in (
        *("DataTable", "DataColumn", "DataRow", "DataSet", "DataView", "DataRowView"),
        *("DataRowCollection", "DataColumnCollection", "DataTableCollection"),
    )
)
for _kind, _class in (
    *((TABLE, DataTable), (COLUMN, DataColumn), (ROW, DataRow), (SET, DataSet), (VIEW, DataView)),
    *((ROW_VIEW, DataRowView), (ROWS, Rows), (COLUMNS, Columns), (TABLES, Tables)),
):
    represent(_kind, _class)


def _rows_array(rows: Sequence[DataRow]) -> TypedArray:
    return TypedArray(rows, ROW)


# columns

for _name, _type, _field in (
    ("ColumnName", "string", "name"),
    ("DataType", "type", "kind"),
    ("AllowDBNull", "bool", "allows_null"),
    ("AutoIncrement", "bool", "increments"),
    ("AutoIncrementSeed", "long", "seed"),
    ("AutoIncrementStep", "long", "step"),
    ("Expression", "string", "expression"),
    ("MaxLength", "int", "longest"),
    ("ReadOnly", "bool", "read_only"),
    ("Unique", "bool", "unique"),
):
    typed_property(COLUMN, _type, _name, reader(_field), writer(_field))
typed_property(COLUMN, "string", "Caption", lambda column: column.caption or column.name, writer("caption"))
typed_property(
    COLUMN,
    "System.Object",
    "DefaultValue",
    reader("default"),
    lambda column, value: setattr(column, "default", column.stored(value)),
)
typed_property(COLUMN, TABLE.full_name, "Table", reader("table"))
typed_property(COLUMN, "int", "Ordinal", lambda column: column.table.columns.index(column) if column.table else -1)
constructor(
    COLUMN,
    "System.Data.DataColumn()",
    "System.Data.DataColumn(string columnName)",
    "System.Data.DataColumn(string columnName, type dataType)",
    "System.Data.DataColumn(string columnName, type dataType, string expr)",
)(DataColumn)


@method(COLUMN, "void SetOrdinal(int ordinal)")
def set_ordinal(column: DataColumn, place: int) -> None:
    """Move the column among those of its table."""
    if column.table is None:
        raise argument_error("Column must belong to a table.")
    column.table.columns.remove(column)
    column.table.columns.insert(place, column)


def _by_name(items: Members, at: Value) -> Any:
    """A column or table by its name or place; null when there is none of that name."""
    if isinstance(at, int):
        if not 0 <= at < len(items):
            what = "column" if isinstance(items, Columns) else "table"
            raise NetError("System.IndexOutOfRangeException", f"Cannot find {what} {at}.")
        return items[at]
    return next((item for item in items if item.name.lower() == at.lower()), None)


def _declare_named(kind: Any, item: str) -> None:
    """What the collections of columns and of tables have in common."""
    typed_property(kind, "int", "Count", len)
    method(kind, f"{item} get_Item(int index)", f"{item} get_Item(string name)")(_by_name)
    method(kind, f"{item} Item(int index)", f"{item} Item(string name)")(_by_name)
    method(kind, "bool Contains(string name)")(lambda items, name: _by_name(items, name) is not None)
    method(kind, "int IndexOf(string name)")(
        lambda items, name: next((at for at, one in enumerate(items) if one.name.lower() == name.lower()), -1)
    )
    method(kind, f"int IndexOf({item} item)")(lambda items, one: items.index(one) if one in items else -1)
    method(kind, f"void Remove({item} item)")(lambda items, one: items.remove(one))
    method(kind, "void RemoveAt(int index)")(lambda items, at: items.pop(at))
    method(kind, "void Clear()")(lambda items: items.clear())


_declare_named(COLUMNS, COLUMN.full_name)
_declare_named(TABLES, TABLE.full_name)


@method(COLUMNS, "void Remove(string name)")
def remove_column(columns: Columns, name: str) -> None:
    """Remove a column by its name."""
    found = _by_name(columns, name)
    if found is None:
        raise argument_error(f"Column '{name}' does not belong to table {columns.owner.name}.")
    columns.remove(found)


@method(
    COLUMNS,
    "System.Data.DataColumn Add()",
    "System.Data.DataColumn Add(string columnName)",
    "System.Data.DataColumn Add(string columnName, type type)",
    "System.Data.DataColumn Add(string columnName, type type, string expression)",
)
def add_column(columns: Columns, *given: Any) -> DataColumn:
    """Add a new column."""
    table: DataTable = columns.owner
    return table.add_column(DataColumn(*given))


method(COLUMNS, "void Add(System.Data.DataColumn column)")(lambda columns, column: columns.owner.add_column(column))
method(COLUMNS, "void AddRange(System.Data.DataColumn[] columns)")(
    lambda columns, added: [columns.owner.add_column(column) for column in added]
)

# rows

typed_property(ROWS, "int", "Count", len)
method(ROWS, "void Add(System.Data.DataRow row)")(lambda rows, row: rows.owner.add_row(row))
method(ROWS, "System.Data.DataRow Add(Params System.Object[] values)")(
    lambda rows, values: rows.owner.add_row(rows.owner.row_of(values))
)
method(ROWS, "void InsertAt(System.Data.DataRow row, int pos)")(lambda rows, row, at: rows.owner.add_row(row, at))
method(ROWS, "int IndexOf(System.Data.DataRow row)")(lambda rows, row: rows.index(row) if row in rows else -1)
method(ROWS, "void Clear()")(lambda rows: rows.clear())


@method(ROWS, "void Remove(System.Data.DataRow row)")
def remove_row(rows: Rows, row: DataRow) -> None:
    """Take a row out of its table."""
    if row not in rows:
        raise NetError("System.IndexOutOfRangeException", "The given DataRow is not in the current DataRowCollection.")
    rows.remove(row)
    row.state = "Detached"


@method(ROWS, "System.Data.DataRow get_Item(int index)", "System.Data.DataRow Item(int index)")
def row_at(rows: Rows, at: int) -> DataRow:
    """A row by its place."""
    if not 0 <= at < len(rows):
        raise NetError("System.IndexOutOfRangeException", f"There is no row at position {at}.")
    found: DataRow = rows[at]
    return found


method(ROWS, "void RemoveAt(int index)")(lambda rows, at: remove_row(rows, row_at(rows, at)))


@method(ROWS, "System.Data.DataRow Find(System.Object key)", "System.Data.DataRow Find(System.Object[] keys)")
def find_row(rows: Rows, key: Value) -> DataRow | None:
    """The row of a primary key."""
    columns = rows.owner.key
    if not columns:
        raise data_error("MissingPrimaryKeyException", "Table doesn't have a primary key.")
    wanted = [column.stored(one) for column, one in zip(columns, key if isinstance(key, list) else [key], strict=True)]
    return next((row for row in rows if all(map(same, map(row.get, columns), wanted))), None)


method(ROWS, "bool Contains(System.Object key)")(lambda rows, key: find_row(rows, key) is not None)


def _get(row: DataRow, at: Value) -> Value:
    return row.get(row.table.column(at))


def _put(row: DataRow, at: Value, value: Value) -> None:
    row.put(row.table.column(at), value)


for _type in ("string columnName", "int columnIndex", "System.Data.DataColumn column"):
    method(ROW, f"System.Object get_Item({_type})", f"System.Object Item({_type})")(_get)
    method(ROW, f"void set_Item({_type}, System.Object value)")(_put)
    method(ROW, f"bool IsNull({_type})")(lambda row, at: isinstance(_get(row, at), DatabaseNull))


def _set_cells(row: DataRow, values: Sequence[Value]) -> None:
    for column, value in zip(row.table.columns, values, strict=False):
        if value is not None and not column.expression:
            row.put(column, value)


typed_property(
    ROW, "System.Object[]", "ItemArray", lambda row: [row.get(column) for column in row.table.columns], _set_cells
)
typed_property(ROW, TABLE.full_name, "Table", reader("table"))
typed_property(ROW, DATA + "DataRowState", "RowState", row_state)
typed_property(ROW, "string", "RowError", reader("error"), writer("error"))
typed_property(ROW, "bool", "HasErrors", lambda row: bool(row.error))


@method(ROW, "void Delete()")
def delete(row: DataRow) -> None:
    """Take the row out; one that was accepted before is remembered nowhere."""
    if row in row.table.rows:
        row.table.rows.remove(row)
    row.state = "Detached"


def _accept(row: DataRow) -> None:
    row.state = "Unchanged"


method(ROW, "void AcceptChanges()")(_accept)
for _name in ("BeginEdit", "EndEdit", "CancelEdit"):
    method(ROW, f"void {_name}()")(lambda row: None)

# tables

for _name, _type, _field in (("TableName", "string", "name"), ("CaseSensitive", "bool", "case_sensitive")):
    typed_property(TABLE, _type, _name, reader(_field), writer(_field))
typed_property(TABLE, COLUMNS.full_name, "Columns", reader("columns"))
typed_property(TABLE, ROWS.full_name, "Rows", reader("rows"))
typed_property(TABLE, SET.full_name, "DataSet", reader("owner"))
typed_property(TABLE, VIEW.full_name, "DefaultView", reader("view"))
typed_property(
    TABLE,
    "System.Data.DataColumn[]",
    "PrimaryKey",
    lambda table: TypedArray(table.key, COLUMN),
    lambda table, columns: setattr(table, "key", list(columns)),
)
typed_property(TABLE, "bool", "HasErrors", lambda table: any(row.error for row in table.rows))
constructor(TABLE, "System.Data.DataTable()", "System.Data.DataTable(string tableName)")(DataTable)
method(TABLE, "System.Data.DataRow NewRow()")(DataRow)
method(
    TABLE,
    "System.Data.DataRow[] Select()",
    "System.Data.DataRow[] Select(string filterExpression)",
    "System.Data.DataRow[] Select(string filterExpression, string sort)",
)(lambda table, text="", order="": _rows_array(table.selected(text, order)))
method(TABLE, "System.Data.DataTable Clone()")(DataTable.clone)
method(TABLE, "System.Data.DataTable Copy()")(lambda table: table.clone(rows=True))
method(TABLE, "void Clear()")(lambda table: table.rows.clear())
method(TABLE, "void ImportRow(System.Data.DataRow row)")(DataTable.take)
method(TABLE, "void AcceptChanges()")(lambda table: list(map(_accept, table.rows)))
method(TABLE, "string ToString()")(reader("name"))
for _name in ("BeginLoadData", "EndLoadData", "Dispose"):
    method(TABLE, f"void {_name}()")(lambda table: None)


@method(TABLE, "System.Object Compute(string expression, string filter)")
def compute(table: DataTable, expression: str, text: str) -> Value:
    """What an expression with aggregates gives over the rows that pass a filter."""
    found = compiled(expression)(Scope(None, table.selected(text)))
    return NULL if found is None else found


@method(TABLE, "System.Data.DataRow LoadDataRow(System.Object[] values, bool fAcceptChanges)")
def load_row(table: DataTable, values: Sequence[Value], accept: bool) -> DataRow:
    """Add a row, or change the one with the same key."""
    row = table.row_of(values)
    known = next(
        (one for one in table.rows if table.key and all(same(one.get(key), row.get(key)) for key in table.key)), None
    )
    if known is None:
        known = table.add_row(row)
    else:
        _set_cells(known, values)
    if accept:
        _accept(known)
    return known


@method(TABLE, "void Merge(System.Data.DataTable table)")
def merge(table: DataTable, other: DataTable) -> None:
    """Take over the columns that are missing, and the rows; one with the same key is replaced."""
    for column in other.columns:
        if table.find(column.name) is None:
            table.add_column(column.copy())
    for row in other.rows:
        keys = [(key, row.table.column(key.name)) for key in table.key]
        for known in [one for one in table.rows if keys and all(same(one.get(a), row.get(b)) for a, b in keys)]:
            table.rows.remove(known)
        table.take(row)


# sets and views

typed_property(SET, "string", "DataSetName", reader("name"), writer("name"))
typed_property(SET, TABLES.full_name, "Tables", reader("tables"))
constructor(SET, "System.Data.DataSet()", "System.Data.DataSet(string dataSetName)")(DataSet)
method(SET, "void Clear()")(lambda tables: [table.rows.clear() for table in tables.tables])
method(SET, "void Dispose()")(lambda tables: None)
method(TABLES, "System.Data.DataTable Add()", "System.Data.DataTable Add(string name)")(
    lambda tables, name=None: tables.owner.add(name)
)
method(TABLES, "void Add(System.Data.DataTable table)")(lambda tables, table: tables.owner.add(table))
for _name, _field in (("RowFilter", "row_filter"), ("Sort", "sort")):
    typed_property(VIEW, "string", _name, reader(_field), writer(_field))
typed_property(VIEW, TABLE.full_name, "Table", reader("table"))
typed_property(VIEW, "int", "Count", len)
constructor(
    VIEW,
    "System.Data.DataView(System.Data.DataTable table)",
    "System.Data.DataView(System.Data.DataTable table, string RowFilter, string Sort, "
    "System.Data.DataViewRowState RowState)",
)(DataView)
typed_property(ROW_VIEW, ROW.full_name, "Row", reader("row"))


@method(
    VIEW,
    "System.Data.DataTable ToTable()",
    "System.Data.DataTable ToTable(bool distinct, Params string[] columnNames)",
    "System.Data.DataTable ToTable(string tableName, bool distinct, Params string[] columnNames)",
)
def to_table(view: DataView, *given: Any) -> DataTable:
    """The rows that the view shows as a table of their own, with some columns, each combination once if wanted."""
    parts = list(given)
    made = DataTable(parts.pop(0) if parts and isinstance(parts[0], str) else view.table.name)
    distinct = bool(parts and parts[0])
    names = [*parts[1]] if len(parts) > 1 and parts[1] else [column.name for column in view.table.columns]
    for name in names:
        made.add_column(view.table.column(name).copy())
    for row in view.selected():
        taken = made.take(row)
        if distinct and any(
            all(same(taken.get(c), other.get(c)) for c in made.columns) for other in made.rows.data[:-1]
        ):
            made.rows.pop()
    return made
