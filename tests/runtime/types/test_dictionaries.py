"""Hashtables, ordered, sorted and typed dictionaries."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        (
            "$h = @{ a = 1; b = 2 }; $h.Count; $h.ContainsKey('A'); $h.Contains('b'); $h.ContainsValue(2); "
            "$h.ContainsValue(9); $h.Keys.Count; $h.Values.Count; $h.Remove('a'); $h.Count; $h.Clone().Count; "
            "$h.IsReadOnly; $h.IsFixedSize; $h.IsSynchronized; $h.Clear(); $h.Count",
            "Int32 2 | Boolean True | Boolean True | Boolean True | Boolean False | Int32 2 | Int32 2 | "
            "Int32 1 | Int32 1 | Boolean False | Boolean False | Boolean False | Int32 0",
        ),
        (
            "$h = @{ a = 1 }; $h.Add('b', 2); $h.Item('b'); $h['c'] = 3; "
            '$h.GetEnumerator() | ForEach-Object { "$($_.Key)=$($_.Value)" } | Sort-Object; '
            "$t = [object[]]::new(3); $h.Keys.CopyTo($t, 0); ($t | Sort-Object) -join ','",
            "Int32 2 | String a=1 | String b=2 | String c=3 | String a,b,c",
        ),
        (
            "$d = [Collections.Generic.Dictionary[string, int]]::new(); $d.Add('x', '5'); $d['x']; "
            "$d.TryAdd('x', 6); $d.TryAdd('y', 6); $d.Count; $d.Remove('y'); $d.Remove('zz'); "
            "$d.ContainsValue(5); $d.Keys -join ','; $d.Values -join ','; $v = 0; "
            "$d.TryGetValue('x', [ref]$v); $v; foreach ($p in $d.GetEnumerator()) { $p.Key; $p.Value }",
            "Int32 5 | Boolean False | Boolean True | Int32 2 | Boolean True | Boolean False | Boolean True | "
            "String x | String 5 | Boolean True | Int32 5 | String x | Int32 5",
        ),
        ("$d = [Collections.Generic.Dictionary[string, int]]::new(); $d['nope']", "null"),
        (
            "$o = [Collections.Specialized.OrderedDictionary]::new(); $o.Add('b', 1); $o.Add('a', 2); "
            "$o.Keys -join ','; $o[0]; $o['a']; $o.Insert(0, 'z', 9); $o.Keys -join ','; $o.RemoveAt(1); "
            "$o.Values -join ','; $o.Contains('A'); $o.Contains('a'); $o.Count",
            "String b,a | Int32 1 | Int32 2 | String z,b,a | String 9,2 | Boolean False | Boolean True | Int32 2",
        ),
        (
            "$s = [Collections.SortedList]::new(); $s.Add('b', 1); $s.Add('a', 2); $s.Keys -join ','; "
            "$s.GetKey(0); $s.GetByIndex(1); $s.IndexOfKey('b'); $s.IndexOfValue(2); $s.ContainsKey('a')",
            "String a,b | String a | Int32 1 | Int32 1 | Int32 0 | Boolean True",
        ),
        (
            "$s = [Collections.Generic.SortedDictionary[string, int]]::new(); $s['b'] = 1; $s['a'] = 2; "
            "$s.Keys -join ','; $v = 0; $s.TryGetValue('a', [ref]$v); $v; $s.Remove('a'); $s.Count",
            "String a,b | Boolean True | Int32 2 | Boolean True | Int32 1",
        ),
        (
            "$s = [Collections.Generic.SortedList[string, int]]::new(); $s.Add('b', 1); $s.Add('a', 2); "
            "$s.Keys -join ','; $s.Values -join ','; $s.IndexOfKey('a')",
            "String a,b | String 2,1 | Int32 0",
        ),
        (
            "$e = [Collections.DictionaryEntry]::new('k', 5); $e.Key; $e.Value; "
            "$p = [Collections.Generic.KeyValuePair[string, int]]::new('k', 5); $p.Key; $p.Value; \"$p\"",
            "String k | Int32 5 | String k | Int32 5 | String [k, 5]",
        ),
        (
            "$h = [hashtable]::new(); $h.a = 1; $h.A; [hashtable]::new(@{ b = 1 }).b; "
            "[hashtable]::new([StringComparer]::Ordinal).Count; [hashtable]::Synchronized(@{ a = 1 }).a",
            "null | Int32 1 | Int32 0 | Int32 1",
        ),
        ("$h = [hashtable]::new([StringComparer]::Ordinal); $h['a'] = 1; $h.ContainsKey('A')", "Boolean False"),
        ("$h = [hashtable]::new(); $h['a'] = 1; $h['A']; $h.Contains('A')", "null | Boolean False"),
        (
            "$o = [Collections.Specialized.OrderedDictionary]::new(); $o['a'] = 1; $o['A'] = 2; "
            "$o.Contains('A'); $o.Count; $o[0]; $o[1]; $o.GetType().Name; $o.Keys -join ','; $o.Remove('a'); "
            "$o.Count; $o.Insert(0, 'b', 1); $o.RemoveAt(0); \"$($o.Keys)\"",
            "Boolean True | Int32 2 | Int32 1 | Int32 2 | String OrderedDictionary | String a,A | Int32 1 | String A",
        ),
        (
            "$o = [Collections.Specialized.OrderedDictionary]::new([StringComparer]::OrdinalIgnoreCase); "
            "$o['a'] = 1; $o.Contains('A'); $o -is [Collections.IDictionary]; $o.GetEnumerator().Current",
            "Boolean True | Boolean True | null",
        ),
    ],
)
def test_a_dictionary_finds_by_key(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        ("$h = @{ a = 1 }; $h.Add('A', 2)", "ArgumentException"),
        ("$h = @{ a = 1 }; $h.Add($null, 2)", "ArgumentNullException"),
        ("$d = [Collections.Generic.Dictionary[string, int]]::new(); $d.Item('nope')", "KeyNotFoundException"),
        ("$o = [ordered]@{ a = 1 }; $o.Insert(0, 'a', 2)", "ArgumentException"),
        ("$o = [ordered]@{ a = 1 }; $o.Insert(9, 'b', 2)", "ArgumentOutOfRangeException"),
        ("$o = [ordered]@{ a = 1 }; $o.RemoveAt(9)", "ArgumentOutOfRangeException"),
        ("$s = [Collections.SortedList]::new(); $s.GetByIndex(3)", "ArgumentOutOfRangeException"),
        ("$s = [Collections.SortedList]::new(); $s.GetKey(3)", "ArgumentOutOfRangeException"),
    ],
)
def test_a_dictionary_refuses_keys_that_are_there_or_missing(
    expression: str, error_id: str, evaluate: Evaluate
) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")
