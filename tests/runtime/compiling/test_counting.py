"""Loops that count go the same way as the same loops spelt out."""

from __future__ import annotations

import pytest

from tests.shell import error, output


@pytest.mark.parametrize("limit", ["$end", "1"])
@pytest.mark.parametrize("step", ["++", "--"])
@pytest.mark.parametrize("sign", ["-lt", "-le", "-gt", "-ge", "-ne"])
def test_a_counting_loop_is_the_loop_that_it_stands_for(sign: str, step: str, limit: str) -> None:
    stop = "if (++$turns -gt 20) { break }"
    script = f"""foreach ($start in -3..3) {{ foreach ($end in -3..3) {{
        $turns = 0
        $counted = for ($i = $start; $i {sign} {limit}; $i{step}) {{ $i; {stop} }}
        $turns = 0
        $i = $start
        $spelt = while ($i {sign} {limit}) {{ $i; {stop}; $i{step} }}
        if ("$counted" -ne "$spelt") {{ "from $start to $end it gives $counted, not $spelt" }} }} }}"""
    assert output(script) == []


@pytest.mark.parametrize(
    ("loop", "shown"),
    [
        ("for ($i = 0; $i -lt 6; $i++) { $i; $i++ }", "0 2 4"),
        ("$n = 2; for ($i = 0; $i -lt $n; $i++) { $i; if ($i -eq 1) { $n = 4 } }", "0 1 2 3"),
        ("$n = '2'; for ($i = 0; $i -lt $n; $i++) { $i }", "0 1"),
        ("for ($i = 0.5; $i -lt 2; $i++) { $i }", "0.5 1.5"),
        ("for ([byte]$i = 253; $i -lt 255; $i++) { $i }; $i.GetType().Name", "253 254 Byte"),
        ("for ($i = 2147483646; $i -le 2147483647; $i++) { $i }; $i.GetType().Name", "2147483646 2147483647 Double"),
        ("for ($i = 0; $i -lt 3; $i++) { if ($i -eq 1) { continue }; $i }", "0 2"),
        (
            ":outer for ($i = 0; $i -lt 3; $i++) { for ($j = 0; $j -lt 3; $j++) { if ($j) { continue outer }; $i } }",
            "0 1 2",
        ),
        (
            "$s = 0; for ($i = 0; $i -lt 3; $i++) { $s += $i }; $s; $s += 2147483647; $s; $s += $true; $s",
            "3 2147483650 2147483651",
        ),
    ],
)
def test_what_changes_on_the_way_counts(loop: str, shown: str) -> None:
    assert output(loop) == shown.split()


def test_a_count_under_a_rule_keeps_to_it() -> None:
    assert "cannot be validated" in error("[ValidateRange(0, 2)][int]$i = 0; for ($i = 0; $i -lt 9; $i++) { }")
