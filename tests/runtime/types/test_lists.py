"""ArrayList, List and Collection."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        (
            "$l = [Collections.ArrayList]::new(); $l.Add('a'); $l.Add('b'); $l.Count; $l.Capacity -ge 2; "
            "$l.Contains('b'); $l.IndexOf('b'); $l.LastIndexOf('b'); $l.Insert(1, 'x'); $l -join ','; "
            "$l.Remove('x'); $l.Remove('zz'); $l.RemoveAt(0); $l -join ','; $l.Clear(); $l.Count",
            "Int32 0 | Int32 1 | Int32 2 | Boolean True | Boolean True | Int32 1 | Int32 1 | String a,x,b | "
            "String b | Int32 0",
        ),
        (
            "$l = [Collections.ArrayList](1..5); $l.RemoveRange(1, 2); $l -join ','; $l.Reverse(); "
            "$l -join ','; $l.Sort(); $l -join ','; $l.AddRange((7, 8)); $l.InsertRange(0, (9, 9)); "
            "$l -join ','; $l.ToArray().GetType().Name; $l.ToArray([int]).GetType().Name; $l.Clone().Count; "
            "$l.IsFixedSize; $l.IsReadOnly",
            "String 1,4,5 | String 5,4,1 | String 1,4,5 | String 9,9,1,4,5,7,8 | String Object[] | "
            "String Int32[] | Int32 7 | Boolean False | Boolean False",
        ),
        ("$l = [Collections.ArrayList](1..3); $t = @(0) * 4; $l.CopyTo($t, 1); $t -join ','", "String 0,1,2,3"),
        ("$l = [Collections.ArrayList](1..3); $l[7]", "null"),
        (
            "$l = [Collections.Generic.List[int]](5, 3, 5, 1); $l.IndexOf(5, 1); $l.LastIndexOf(5, 1); "
            "$l.FindIndex(1, { $args[0] -gt 3 }); $l.FindLastIndex({ $args[0] -lt 4 }); "
            "$l.FindLastIndex(2, 1, { $args[0] -lt 4 }); $l.Sort(1, 3, $null); $l -join ','; "
            "$l.BinarySearch(1, 3, 3, $null); $l.Slice(1, 2) -join ','",
            "Int32 2 | Int32 0 | Int32 2 | Int32 3 | Int32 -1 | String 5,1,3,5 | Int32 2 | String 1,3",
        ),
        (
            "$l = [Collections.ArrayList](1..4); $l.SetRange(1, (8, 9)); $l -join ','; "
            "[Collections.ArrayList]::Repeat('x', 2) -join ','; $t = @(0) * 3; $l.CopyTo(1, $t, 0, 2); $t -join ','; "
            "[Collections.ArrayList]::Synchronized($l).Count",
            "String 1,8,9,4 | String x,x | String 8,9,0 | Int32 4",
        ),
        (
            "$l = [Collections.Generic.List[int]](1..5); $l.Find({ $args[0] -gt 2 }); "
            "$l.FindLast({ $args[0] -lt 4 }); $l.FindAll({ $args[0] -gt 3 }).Count; "
            "$l.FindIndex({ $args[0] -eq 3 }); $l.Exists({ $args[0] -eq 9 }); "
            "$l.TrueForAll({ $args[0] -gt 0 }); $l.ConvertAll([Converter[int, object]] { $args[0] * 2 })[0]",
            "Int32 3 | Int32 3 | Int32 2 | Int32 2 | Boolean False | Boolean True | Int32 2",
        ),
        (
            "$l = [Collections.Generic.List[int]](1..3); $l.Find({ $args[0] -gt 9 }); "
            "$l.FindIndex({ $args[0] -gt 9 }); $l.FindLast({ $args[0] -gt 9 })",
            "Int32 0 | Int32 -1 | Int32 0",
        ),
        (
            "$l = [Collections.Generic.List[string]]::new(); $l.Add(5); $l.Add($null); $l[0].GetType().Name; "
            "$l[1] -eq ''; $l.Remove('5'); $l.Remove('zz'); $l.Count; $l.AddRange([string[]]('b', 'a')); "
            "$l.Reverse(); $l -join ','; $l.ToArray().GetType().Name",
            "String String | Boolean True | Boolean True | Boolean False | Int32 1 | String a,b, | String String[]",
        ),
        (
            "$l = [Collections.Generic.List[int]](3, 1, 2); $l.Sort(); $l -join ','; "
            "$l.Sort([Comparison[int]] { $args[1] - $args[0] }); $l -join ','; $l.Reverse(0, 2); $l -join ','; "
            "$l.BinarySearch(9); $l.IndexOf(1); $l.Contains(2); $l.GetRange(0, 2) -join ','; "
            "$l.InsertRange(1, [int[]](7, 8)); $l.RemoveRange(0, 1); $l -join ','",
            "String 1,2,3 | String 3,2,1 | String 2,3,1 | Int32 -4 | Int32 2 | Boolean True | String 2,3 | "
            "String 7,8,3,1",
        ),
        (
            "$l = [Collections.Generic.List[int]]::new(10); $l.Count; "
            "$l = [Collections.Generic.List[int]]::new([int[]](1, 2)); $l.AsReadOnly().Count; $l[0] = '9'; "
            "$l[0]; $e = $l.GetEnumerator(); $e.MoveNext(); $e.Current",
            "Int32 0 | Int32 2 | Int32 9 | Boolean True | Int32 9",
        ),
        ("$l = [Collections.Generic.List[int]](1, 2); $l[5]", "null"),
        (
            "$c = [Collections.ObjectModel.Collection[string]]::new(); $c.Add('x'); $c.Insert(0, 'y'); "
            "$c -join ','; $c.Remove('x'); $c.Contains('y'); $c.IndexOf('y'); $c.Count; "
            "[Collections.ArrayList]::Adapter((1, 2)).Count",
            "String y,x | Boolean True | Boolean True | Int32 0 | Int32 1 | Int32 2",
        ),
        ("[Collections.ArrayList]::new(5).Count", "Int32 0"),
        ("[Collections.ArrayList]::new((1, 2)).Count", "Int32 2"),
    ],
)
def test_a_list_grows_is_searched_and_sorted(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        ("$l = [Collections.ArrayList](1..3); $l.RemoveAt(7)", "ArgumentOutOfRangeException"),
        ("$l = [Collections.ArrayList](1..3); $l[7] = 1", "System.ArgumentOutOfRangeException"),
        ("$l = [Collections.ArrayList](1..3); $l.GetRange(2, 5)", "ArgumentException"),
        ("$l = [Collections.ArrayList](1..3); $l.RemoveRange(0, 9)", "ArgumentException"),
        ("$l = [Collections.Generic.List[int]](1, 2); $l.AsReadOnly().Add(1)", "NotSupportedException"),
    ],
)
def test_a_list_refuses_what_lies_outside(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")
