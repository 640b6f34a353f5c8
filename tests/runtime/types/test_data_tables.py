"""Tables of System.Data: scripts fill them with rows, filter and sum them, and make reports of them."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate

PEOPLE = (
    "$t = [Data.DataTable]::new('People'); [void]$t.Columns.Add('Name'); [void]$t.Columns.Add('Age', [int]); "
    "[void]$t.Rows.Add('Anna', 31); [void]$t.Rows.Add('Bob', $null); [void]$t.Rows.Add('Cy', 5); "
)

TABLES = [
    (
        "$t.Rows.Count; $t.Columns.Count; $t.TableName; $t.GetType()",
        "Int32 3 | Int32 2 | String People | RuntimeType Data.DataTable",
    ),
    ("$t | ForEach-Object Name", "String Anna | String Bob | String Cy"),
    (
        "$r = $t.NewRow(); $r.Name = 'Di'; $r['Age'] = '7'; $t.Rows.Add($r); $r.Age; $r.RowState; $r[0]",
        "Int32 7 | Data.DataRowState Added | String Di",
    ),
    ("$t.Rows[1].Age -is [DBNull]; $t.Rows[1].IsNull('Age'); $t.Rows[0].Nothing", "Boolean True | Boolean True | null"),
    ("$t.Rows[0].ItemArray -join ','; $t.Rows[0].ItemArray = 'Al', 9; $t.Rows[0].Age", "String Anna,31 | Int32 9"),
    (
        "$t.Columns | ForEach-Object ColumnName; $t.Columns['age'].DataType; $t.Columns.Contains('x')",
        "String Name | String Age | RuntimeType int | Boolean False",
    ),
    ("$t.Columns.Add('Double', [int], 'Age * 2').ColumnName; $t.Rows[0].Double", "String Double | Int32 62"),
    (
        "$c = [Data.DataColumn]::new('Id', [int]); $c.AutoIncrement = $true; $c.AutoIncrementSeed = 10; "
        "$t.Columns.Add($c); $t.Rows.Add('x').Id; $t.Rows.Add('y').Id",
        "Int32 10 | Int32 11",
    ),
    (
        "$t.Columns.Remove('Age'); $t.Columns.Count; $t.Rows[0].Age; $t.Columns.Add().ColumnName",
        "Int32 1 | null | String Column1",
    ),
    ("$t.Rows[0].Delete(); $t.Rows.RemoveAt(0); $t.Rows.Count; $t.Clear(); $t.Rows.Count", "Int32 1 | Int32 0"),
    (
        "$t.AcceptChanges(); $t.Rows[0].RowState; $t.Rows[0].Age = 1; $t.Rows[0].RowState",
        "Data.DataRowState Unchanged | Data.DataRowState Modified",
    ),
    (
        "$c = $t.Clone(); $c.Rows.Count; $c.ImportRow($t.Rows[0]); $c.Rows[0].Name; $t.Copy().Rows.Count",
        "Int32 0 | String Anna | Int32 3",
    ),
    (
        "$t.PrimaryKey = $t.Columns['Name']; $t.Rows.Find('CY').Age; $t.Rows.Contains('Z'); "
        "$t.LoadDataRow(('Cy', 6), $true).Age; $t.Rows.Count",
        "Int32 5 | Boolean False | Int32 6 | Int32 3",
    ),
    (
        "$o = $t.Clone(); [void]$o.Columns.Add('City'); [void]$o.Rows.Add('Di', 1, 'Rome'); $t.Merge($o); "
        "$t.Rows.Count; $t.Rows[3].City",
        "Int32 4 | String Rome",
    ),
    (
        "$s = [Data.DataSet]::new('All'); $s.Tables.Add($t); $s.Tables.Add('More').TableName; $s.Tables['people'].Rows."
        "Count; $s.Tables.Count; $t.DataSet.DataSetName",
        "String More | Int32 3 | Int32 2 | String All",
    ),
    ("($t | ConvertTo-Csv) -join ';'", 'String "Name","Age";"Anna","31";"Bob","";"Cy","5"'),
    ("$t | Get-Member -MemberType Property | ForEach-Object Name", "String Age | String Name"),
    ('"$t"; $t.ToString()', "String Data.DataRow Data.DataRow Data.DataRow | String People"),
]


@pytest.mark.parametrize(("expression", "given"), TABLES)
def test_tables_hold_typed_rows(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(PEOPLE + expression) == given


FILTERS = [
    ("Age > 10", "Anna"),
    ("Age <> 31", "Cy"),
    ("Age IS NULL", "Bob"),
    ("NOT Age IS NULL AND Name <> 'anna'", "Cy"),
    ("Name LIKE 'B*' OR Name LIKE '%y'", "Bob,Cy"),
    ("Name NOT LIKE '%n%'", "Bob,Cy"),
    ("Age IN (5, 31)", "Anna,Cy"),
    ("[Age] + 1 = 6 AND (Name = 'Cy')", "Cy"),
    ("Len(Name) = 3", "Bob"),
    ("IsNull(Age, 0) = 0", "Bob"),
    ("IIF(Age > 10, 'old', 'young') = 'old'", "Anna"),
    ("Substring(Name, 1, 1) = 'a'", "Anna"),
    ("Age = '5'", "Cy"),
    ("Name + '!' = 'Bob!'", "Bob"),
    ("Age * 2 - 4 / 2 >= 60", "Anna"),
    ("Age % 2 = 1", "Anna,Cy"),
    ("Age = -(-5)", "Cy"),
    ("Convert(Age, 'System.String') = '31'", "Anna"),
    ("Trim(' a ') = 'A'", "Anna,Bob,Cy"),
    ("#1/2/2024# < #2024-02-01#", "Anna,Bob,Cy"),
    ("true", "Anna,Bob,Cy"),
    ("", "Anna,Bob,Cy"),
]


@pytest.mark.parametrize(("text", "names"), FILTERS)
def test_select_gives_the_rows_for_which_an_expression_holds(text: str, names: str, evaluate: Evaluate) -> None:
    assert evaluate(f'{PEOPLE} ($t.Select("{text}") | ForEach-Object Name) -join ","') == f"String {names}"


SUMS = [
    ("$t.Select('', 'Age DESC').Name -join ','", "String Anna,Cy,Bob"),
    ("$t.Select('Age > 0', '[Age], Name ASC').Name -join ','", "String Cy,Anna"),
    (
        "$t.Compute('SUM(Age)', ''); $t.Compute('Count(Name)', 'Age > 6'); $t.Compute('AVG(Age)', '')",
        "Int32 36 | Int32 1 | Int32 18",
    ),
    (
        "$t.Compute('MIN(Age)', ''); $t.Compute('MAX(Age)', ''); $t.Compute('MAX(Age) - 1', '')",
        "Int32 5 | Int32 31 | Int32 30",
    ),
    ("$t.Compute('SUM(Age)', 'Age > 99') -is [DBNull]", "Boolean True"),
    (
        "$v = $t.DefaultView; $v.RowFilter = 'Age > 1'; $v.Sort = 'Name DESC'; $v.Count; $v[0].Name; "
        "($v | % Age) -join ','",
        "Int32 2 | String Cy | String 5,31",
    ),
    ("[Data.DataView]::new($t, 'Age = 5', '', 'CurrentRows').ToTable().Rows[0].Name", "String Cy"),
    (
        "[void]$t.Rows.Add('Cy', 9); $t.DefaultView.ToTable($true, 'Name').Rows.Count; "
        "$t.DefaultView.ToTable('N', $false, 'Age').Columns.Count",
        "Int32 3 | Int32 1",
    ),
    ("$t.DefaultView[0].Row.Name; $t.DefaultView[0].Name = 'Ada'; $t.Rows[0].Name", "String Anna | String Ada"),
]


@pytest.mark.parametrize(("expression", "given"), SUMS)
def test_rows_are_ordered_summed_and_viewed(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(PEOPLE + expression) == given


REFUSED = [
    (
        "$t.Rows.Add('x', 'abc')",
        'ArgumentException: Exception calling "Add" with "2" argument(s): "The input string '
        "'abc' was not in a correct format.Couldn't store <abc> in Age Column.  Expected type is Int32.\"",
    ),
    (
        "$t.Rows.Add(1, 2, 3)",
        'ArgumentException: Exception calling "Add" with "3" argument(s): "Input array is longer '
        'than the number of columns in this table."',
    ),
    (
        "$t.Select('Foo = 1')",
        'EvaluateException: Exception calling "Select" with "1" argument(s): "Cannot find column [Foo]."',
    ),
    (
        "$t.Select('Foo(1)')",
        'EvaluateException: Exception calling "Select" with "1" argument(s): "The expression '
        'contains undefined function call Foo()."',
    ),
    (
        "$t.Select('Age =')",
        'SyntaxErrorException: Exception calling "Select" with "1" argument(s): "Syntax error: '
        'Missing operand after the last operator."',
    ),
    (
        "$t.Columns.Add('age')",
        'DuplicateNameException: Exception calling "Add" with "1" argument(s): "A column named '
        "'age' already belongs to this DataTable.\"",
    ),
    (
        "Set-StrictMode -Version 3; $t.Rows[9]",
        "System.IndexOutOfRangeException: There is no row at position 9.",
    ),
    (
        "Set-StrictMode -Version 3; $t.Rows[0]['Foo']",
        "System.ArgumentException: Column 'Foo' does not belong to table People.",
    ),
    (
        "$t.Columns['Age'].Unique = $true; $t.Rows.Add('Di', 5)",
        'ConstraintException: Exception calling "Add" with "2" '
        "argument(s): \"Column 'Age' is constrained to be unique.  Value '5' is already present.\"",
    ),
    (
        "$t.Columns['Age'].AllowDBNull = $false; $t.Rows.Add('Di')",
        'NoNullAllowedException: Exception calling "Add" with "1" argument(s): "Column \'Age\' does not allow nulls."',
    ),
    (
        "$t.Rows.Add($t.Rows[0])",
        'ArgumentException: Exception calling "Add" with "1" argument(s): "This row already belongs to this table."',
    ),
    (
        "$t.Columns['Age'].ReadOnly = $true; $t.Rows[0].Age = 1",
        'ExceptionWhenSetting: Exception setting "Age": "Column \'Age\' is read only."',
    ),
    (
        "$t.Rows.Find(1)",
        'MissingPrimaryKeyException: Exception calling "Find" with "1" argument(s): "Table doesn\'t '
        'have a primary key."',
    ),
    (
        "$s = [Data.DataSet]::new(); $s.Tables.Add('a'); $s.Tables.Add('A')",
        "DuplicateNameException: Exception calling "
        '"Add" with "1" argument(s): "A DataTable named \'A\' already belongs to this DataSet."',
    ),
]


@pytest.mark.parametrize(("expression", "error"), REFUSED)
def test_tables_refuse_what_breaks_their_rules(expression: str, error: str, evaluate: Evaluate) -> None:
    assert evaluate(PEOPLE + expression) == f"! {error}"
