"""System.Collections.Generic.PriorityQueue."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        (
            "$q = [Collections.Generic.PriorityQueue[string, int]]::new(); "
            "'c3', 'a1', 'e5', 'b2', 'd4', 'f6' | % { $q.Enqueue($_[0], [int]\"$($_[1])\") }; $q.Count; "
            "-join (1..6 | % { $q.Dequeue() })",
            "Int32 6 | String abcdef",
        ),
        (
            "$q = [Collections.Generic.PriorityQueue[string, int]]::new(); $q.EnqueueRange(('x', 'y'), 2); "
            "$q.Peek(); $q.EnqueueDequeue('z', 1); $q.UnorderedItems.Count; $e = $p = $null; "
            "$q.TryPeek([ref]$e, [ref]$p); $p; $q.TryDequeue([ref]$e, [ref]$p); $e",
            "String x | String z | Int32 2 | Boolean True | Int32 2 | Boolean True | String x",
        ),
        (
            "$q = [Collections.Generic.PriorityQueue[string, int]]::new(4); $e = $p = $null; "
            "$q.TryDequeue([ref]$e, [ref]$p); $p; $q.EnsureCapacity(9); $q.TrimExcess(); $q.Clear()",
            "Boolean False | Int32 0 | Int32 9",
        ),
    ],
)
def test_the_least_priority_leaves_first(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        (
            "[Collections.Generic.PriorityQueue[string, int]]::new().Dequeue()",
            "InvalidOperationException",
        ),
    ],
)
def test_an_empty_queue_gives_nothing(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")
