"""System.Random stays within its limits."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        (
            "$r = [random]::new(5); $a = $r.Next(); $a -ge 0; $b = $r.Next(10); $b -lt 10; $c = $r.Next(5, 7); "
            "$c -in 5, 6; $d = $r.NextDouble(); $d -ge 0 -and $d -lt 1; $x = [byte[]]::new(2); "
            "$r.NextBytes($x); $x.Count",
            "Boolean True | Boolean True | Boolean True | Boolean True | Int32 2",
        ),
    ],
)
def test_a_number_lies_within_its_limits(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        ("$r = [random]::new(); $r.Next(-1)", "ArgumentOutOfRangeException"),
        ("$r = [random]::new(); $r.Next(5, 1)", "ArgumentOutOfRangeException"),
    ],
)
def test_limits_that_are_the_wrong_way_round_are_refused(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")
