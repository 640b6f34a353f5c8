"""Arrays of one dimension and of several: their members, and the static ones of System.Array."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        ("(1, 2, 3).Length", "Int32 3"),
        ("@().Count", "Int32 0"),
        ("(1, 2).LongLength", "Int64 2"),
        ("(1, 2).Rank", "Int32 1"),
        ("(1, 2).IsFixedSize", "Boolean True"),
        ("(1, 2).IsReadOnly", "Boolean False"),
        ("(1, 2).IsSynchronized", "Boolean False"),
        ("(1, 2).SyncRoot.Count", "Int32 2"),
        ("$a = [int[]](1, 2); $b = $a.Clone(); $b[0] = 9; $a[0]; $b.GetType().Name", "Int32 1 | String Int32[]"),
        ("$m = [int[,]]::new(2, 2); $c = $m.Clone(); $c[0, 0] = 5; $m[0, 0]; $c[0, 0]", "Int32 0 | Int32 5"),
        (
            "$m = [int[,]]::new(2, 3); $m.Length; $m.GetType().Name; $m.GetUpperBound(1); $m.GetLowerBound(0)",
            "Int32 6 | String Int32[,] | Int32 2 | Int32 0",
        ),
        ("$m = [string[,]]::new(1, 2); $m[0, 1] = 5; $m.GetEnumerator() -join ','", "String  5"),
        ("$m = [int[,]]::new(1, 2); $m.SetValue(7, 0, 1); $m.GetValue(0, 1)", "Int32 7"),
        ("(1, 2, 3).Contains(2)", "Boolean True"),
        ("([string[]]('a', 'b')).Contains('A')", "Boolean False"),
        ("([System.Collections.IList](1, 2, 3)).IndexOf(3)", "Int32 2"),
        ("$a = [int[]](1, 2); $a.Clear(); $a -join ','", "String 0,0"),
        ("$a = 'a', 'b'; $a.Clear(); $null -eq $a[0]", "Boolean True"),
        ("(5, 6).GetValue(1)", "Int32 6"),
        ("(5, 6).Get(0)", "Int32 5"),
        ("$a = [int[]](1, 2); $a.SetValue('7', 1); $a -join ','", "String 1,7"),
        ("(1, 2, 3).GetLength(0)", "Int32 3"),
        ("(1, 2, 3).GetUpperBound(0)", "Int32 2"),
        ("(1, 2).GetLowerBound(0)", "Int32 0"),
        ("$t = [int[]]::new(4); (1, 2).CopyTo($t, 1); $t -join ','", "String 0,1,2,0"),
        ("$t = [string[]]::new(2); [array]::Copy((1, 2, 3), $t, 2); $t -join ','", "String 1,2"),
        ("$t = @(0) * 4; [array]::Copy((1, 2, 3), 1, $t, 2, 2); $t -join ','", "String 0,0,2,3"),
        ("$a = 1..5; [array]::Reverse($a); $a -join ','", "String 5,4,3,2,1"),
        ("$a = 1..5; [array]::Reverse($a, 1, 3); $a -join ','", "String 1,4,3,2,5"),
        ("$a = 'b', 'A', 'c'; [array]::Sort($a, [StringComparer]::Ordinal); $a -join ','", "String A,b,c"),
        ("$a = 1..3; [array]::Sort($a, [Comparison[object]] { param($x, $y) $y - $x }); $a -join ','", "String 3,2,1"),
        ("[array]::IndexOf((1, 2, 1), 1, 1)", "Int32 2"),
        ("[array]::IndexOf([int[]](1, 2), '2')", "Int32 1"),
        ("[array]::IndexOf(('a', 'b'), 'B')", "Int32 -1"),
        ("[array]::LastIndexOf((1, 2, 1), 1)", "Int32 2"),
        ("[array]::LastIndexOf([int[]](1, 2), 5)", "Int32 -1"),
        ("[array]::BinarySearch((1, 3, 5), 3)", "Int32 1"),
        ("[array]::BinarySearch((9, 1, 3, 5), 1, 3, 5)", "Int32 3"),
        ("[array]::BinarySearch(('A', 'b'), 'B', [StringComparer]::OrdinalIgnoreCase)", "Int32 1"),
        ("[array]::IndexOf((1, 2, 1), 1, 1, 1)", "Int32 -1"),
        ("[array]::LastIndexOf((1, 2, 1), 1, 1)", "Int32 0"),
        ("[array]::LastIndexOf((1, 2, 1), 1, 2, 1)", "Int32 2"),
        ("[array]::FindIndex([int[]](4, 5, 6), 1, [Predicate[int]] { $args[0] -gt 3 })", "Int32 1"),
        ("[array]::FindLastIndex([int[]](4, 5, 6), 1, [Predicate[int]] { $args[0] -gt 3 })", "Int32 1"),
        ("$a = 5, 4, 3, 2; [array]::Sort($a, 1, 2); $a -join ','", "String 5,3,4,2"),
        ("$k = 3, 1, 2; $v = 'c', 'a', 'b'; [array]::Sort($k, $v); \"$k $v\"", "String 1 2 3 a b c"),
        ("$t = @(0) * 3; [array]::ConstrainedCopy((1, 2), 0, $t, 1, 2); $t -join ','", "String 0,1,2"),
        ("[array]::AsReadOnly((1, 2)).Count", "Int32 2"),
        ("(1, 2).GetLongLength(0)", "Int64 2"),
        ("[array]::BinarySearch((1, 3, 5), 4)", "Int32 -3"),
        ("$a = 1..4; [array]::Clear($a, 1, 2); @($a | Where-Object { $null -eq $_ }).Count", "Int32 2"),
        ("$a = [int[]](1, 2); [array]::Clear($a); $a -join ','", "String 0,0"),
        ("[array]::CreateInstance([int], 3).GetType().Name", "String Int32[]"),
        ("[array]::CreateInstance([string], 2, 2).Rank", "Int32 2"),
        ("[array]::Exists((1, 2), [Predicate[object]] { $args[0] -eq 2 })", "Boolean True"),
        ("[array]::TrueForAll((1, 2), [Predicate[object]] { $args[0] -gt 1 })", "Boolean False"),
        ("[array]::FindAll((1, 2, 3), [Predicate[object]] { $args[0] -gt 1 }) -join ','", "String 2,3"),
        ("[array]::FindIndex((1, 2), [Predicate[object]] { $args[0] -gt 1 })", "Int32 1"),
        ("[array]::FindIndex((1, 2), [Predicate[object]] { $args[0] -gt 5 })", "Int32 -1"),
        ("$script:s = 0; [array]::ForEach((1, 2), [Action[object]] { $script:s += $args[0] }); $script:s", "Int32 3"),
        ("[array]::ConvertAll((1, 2), [Converter[object, object]] { $args[0] * 2 }) -join ','", "String 2,4"),
        ("[array]::Empty[int]().Count", "Int32 0"),
        (
            "$a = 1, 2, 3; [array]::Resize([ref]$a, 2); $a.Count; [array]::Resize([ref]$a, 4); $a.Count",
            "Int32 2 | Int32 4",
        ),
        ("[int[]]::new(2) -join ','", "String 0,0"),
        ("[string[]]::new(1).Count", "Int32 1"),
        ("[datetime[]]::new(1)[0].Year", "Int32 1"),
        ("[DayOfWeek[]]::new(1)[0]", "DayOfWeek Sunday"),
        ("[bool[]]::new(1)[0]", "Boolean False"),
        ("[guid[]]::new(1)[0]", "Guid 00000000-0000-0000-0000-000000000000"),
        ("[char[]]::new(1)[0] -eq [char]0", "Boolean True"),
    ],
)
def test_an_array_does_what_net_says(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        ("$m = [int[,]]::new(1, 2); $m[1, 0]", "System.IndexOutOfRangeException"),
        ("$m = [int[,]]::new(1, 2); $m.GetValue(0)", "ArgumentException"),
        ("$m = [int[,]]::new(1, 2); $m.GetLength(2)", "IndexOutOfRangeException"),
        ("(1, 2).Add(3)", "NotSupportedException"),
        ("(1, 2).Remove(1)", "NotSupportedException"),
        ("(1, 2).Insert(0, 1)", "NotSupportedException"),
        ("(5, 6).GetValue(2)", "IndexOutOfRangeException"),
        ("(1, 2).SetValue(1, 9)", "IndexOutOfRangeException"),
        ("(1, 2).GetLength(1)", "IndexOutOfRangeException"),
        ("[array]::Copy((1, 2), @(0), 2)", "ArgumentException"),
        ("[array]::Copy((1, 2), @(0, 0, 0), 3)", "ArgumentException"),
        ("[array]::Copy((1, 2), @(0, 0, 0), -1)", "ArgumentOutOfRangeException"),
        ("[array]::Copy($null, @(0), 1)", "ArgumentNullException"),
        ("[array]::Copy(@(1), $null, 1)", "ArgumentNullException"),
        ("[int[]]::new(1, 2)", "MethodCountCouldNotFindBest"),
    ],
)
def test_an_array_refuses_as_net_does(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")
