"""Dictionaries that keep an order, and those that are only read."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        (
            "$l = [Collections.Specialized.ListDictionary]::new(); $l.Add('z', 1); $l['a'] = 2; "
            "$l.Keys -join ','; $l.Contains('Z'); $l.Count",
            "String z,a | Boolean False | Int32 2",
        ),
        (
            "$h = [Collections.Specialized.HybridDictionary]::new($true); $h['A'] = 1; $h['a']; "
            "[Collections.Specialized.HybridDictionary]::new().Count",
            "Int32 1 | Int32 0",
        ),
        (
            "$o = [Collections.Generic.OrderedDictionary[string, int]]::new(); $o.Add('x', 1); "
            "$o.Insert(0, 'y', 2); $o.Keys -join ','; $o.GetAt(0).Value; $o.SetAt(0, 5); $o['y']; "
            "$o.IndexOf('x'); $o.TryAdd('x', 3); $o.RemoveAt(0); $o.Count",
            "String y,x | Int32 2 | Int32 5 | Int32 1 | Boolean False | Int32 1",
        ),
        (
            "$d = [Collections.Generic.Dictionary[string, int]]::new(); $d['k'] = 1; "
            "$r = [Collections.ObjectModel.ReadOnlyDictionary[string, int]]::new($d); $r['k']; "
            "$r.IsReadOnly; $v = 0; $d.Remove('k', [ref]$v); $v; $d.EnsureCapacity(3); $d.TrimExcess()",
            "Int32 1 | Boolean True | Boolean True | Int32 1 | Int32 3",
        ),
        (
            "$c = [Collections.ObjectModel.ObservableCollection[string]]::new([string[]]('a', 'b')); "
            "$c.Move(0, 1); $c -join ','",
            "String b,a",
        ),
    ],
)
def test_pairs_stay_in_their_order(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        (
            "$d = [Collections.Generic.Dictionary[string, int]]::new(); "
            "$r = [Collections.ObjectModel.ReadOnlyDictionary[string, int]]::new($d); $r.set_Item('x', 1)",
            "NotSupportedException",
        ),
        (
            "[Collections.Generic.OrderedDictionary[string, int]]::new().GetAt(0)",
            "ArgumentOutOfRangeException",
        ),
        (
            "[Collections.Generic.OrderedDictionary[string, int]]::new().Insert(1, 'a', 1)",
            "ArgumentOutOfRangeException",
        ),
    ],
)
def test_what_is_outside_or_only_read_is_refused(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")
