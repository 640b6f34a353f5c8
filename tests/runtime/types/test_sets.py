"""Sets, queues, stacks and linked lists."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        ("[Collections.Generic.SortedSet[int]]::new().Min", "Int32 0"),
        (
            "$s = [Collections.Generic.HashSet[string]]::new(); $s.Add('a'); $s.Add('A'); $s.Add('a'); "
            "$s.Count; $s.Contains('A'); $s.Remove('a'); $s.Remove('a'); $s.Clear(); $s.Count",
            "Boolean True | Boolean True | Boolean False | Int32 2 | Boolean True | Boolean True | "
            "Boolean False | Int32 0",
        ),
        (
            "$s = [Collections.Generic.HashSet[string]]::new([StringComparer]::OrdinalIgnoreCase); "
            "$s.Add('a'); $s.Add('A'); "
            "$s = [Collections.Generic.HashSet[string]]::new("
            "[string[]]('a', 'b'), [StringComparer]::OrdinalIgnoreCase); "
            "$s.Contains('B'); $s.Comparer -ne $null",
            "Boolean True | Boolean False | Boolean True | Boolean True",
        ),
        (
            "$s = [Collections.Generic.HashSet[int]]::new([int[]](1, 2, 3)); $s.UnionWith([int[]](3, 4)); "
            "$s -join ','; $s.ExceptWith([int[]](1)); $s -join ','; $s.SymmetricExceptWith([int[]](2, 9)); "
            "$s -join ','; $s.SetEquals([int[]](9, 4, 3)); $s.IsSubsetOf([int[]](3, 4, 9, 10)); "
            "$s.IsProperSubsetOf([int[]](3, 4, 9)); $s.IsSupersetOf([int[]](3)); "
            "$s.IsProperSupersetOf([int[]](3, 4, 9)); $s.Overlaps([int[]](9)); "
            "$s.RemoveWhere({ $args[0] -gt 3 }); $s -join ','",
            "String 1,2,3,4 | String 2,3,4 | String 3,4,9 | Boolean True | Boolean True | Boolean False | "
            "Boolean True | Boolean False | Boolean True | Int32 2 | String 3",
        ),
        (
            "$s = [Collections.Generic.HashSet[int]]::new([int[]](1, 2)); $t = [int[]]::new(3); "
            "$s.CopyTo($t, 1); $t -join ','; $s.GetEnumerator().MoveNext(); foreach ($i in $s) { $i }",
            "String 0,1,2 | Boolean True | Int32 1 | Int32 2",
        ),
        (
            "$s = [Collections.Generic.SortedSet[int]]::new(); $s.Add(3); $s.Add(1); $s -join ','; $s.Max; "
            "$s.Min; [Collections.Generic.SortedSet[int]]::new().Min",
            "Boolean True | Boolean True | String 1,3 | Int32 3 | Int32 1 | Int32 0",
        ),
        (
            "$q = [Collections.Queue]::new(); $q.Enqueue(1); $q.Enqueue(2); $q.Peek(); $q.Dequeue(); $q.Count; "
            "$q.Contains(2); $q.ToArray().Count; $q.Clear(); $q.Count",
            "Int32 1 | Int32 1 | Int32 1 | Boolean True | Int32 1 | Int32 0",
        ),
        (
            "$q = [Collections.Generic.Queue[int]]::new([int[]](1, 2)); $q.Dequeue(); $v = 0; "
            "$q.TryDequeue([ref]$v); $v; $q.TryDequeue([ref]$v); $q.TryPeek([ref]$v)",
            "Int32 1 | Boolean True | Int32 2 | Boolean False | Boolean False",
        ),
        (
            "$q = [Collections.Stack]::new(); $q.Push(1); $q.Push(2); $q.Peek(); $q -join ','; $q.Pop(); "
            "$q.Count; $q.Contains(1); $q.ToArray().Count; $q.Clear(); $q.Count",
            "Int32 2 | String 2,1 | Int32 2 | Int32 1 | Boolean True | Int32 1 | Int32 0",
        ),
        (
            "$q = [Collections.Generic.Stack[int]]::new(); $v = 0; $q.TryPop([ref]$v); $q.Push(5); "
            "$q.TryPeek([ref]$v); $v",
            "Boolean False | Boolean True | Int32 5",
        ),
        (
            "$l = [Collections.Generic.LinkedList[string]]::new(); [void]$l.AddLast('b'); "
            "[void]$l.AddFirst('a'); [void]$l.AddLast('c'); $l -join ','; $l.First.Value; $l.Last.Value; "
            "$l.Find('b').Next.Value; $l.Find('b').Previous.Value; [void]$l.AddBefore($l.Find('b'), 'x'); "
            "$l -join ','; $l.Remove('x'); $l.RemoveFirst(); $l.RemoveLast(); $l -join ','; $l.Contains('b'); "
            "$l.Count; $l.Clear(); $l.Count",
            "String a,b,c | String a | String c | String c | String a | String a,x,b,c | Boolean True | "
            "String b | Boolean True | Int32 1 | Int32 0",
        ),
    ],
)
def test_a_collection_keeps_its_rule(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        ("$q = [Collections.Generic.Stack[int]]::new(); $q.Pop()", "InvalidOperationException"),
        ("$l = [Collections.Generic.LinkedList[string]]::new(); $l.RemoveFirst()", "InvalidOperationException"),
    ],
)
def test_an_empty_collection_has_nothing_to_give(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")
