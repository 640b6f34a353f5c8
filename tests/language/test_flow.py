"""The ways through a method: what is surely assigned where, and whether every way returns."""

from __future__ import annotations

import pytest

from tests.language.judged import errors


def in_method(body: str) -> list[str]:
    """What is said of a method that promises a number, and where in its body."""
    head = "class A { [int] M([bool] $c) { "
    found = [error.split(" ") for error in errors(f"{head}{body} }} }}")]
    return [f"{name} {place}" for name, span in found for place in [int(span.partition("-")[0]) - len(head)]]


ASSIGNED = (
    "if ($c) { $r = 1 } else { $r = 2 }; return $r",
    "$r = 1; while ($c) { $r++ }; return $r",
    "foreach ($i in 1..3) { $null }; return $i",
    "try { $r = 1 } catch { $r = 2 }; return $r",
    "try { $r = 1 } catch { throw }; return $r",
    "$r = if ($c) { 1 } else { 2 }; return $r",
    "($a, $b), $d = 1; return $a + $b + $d",
    "$x = $c ? ($r = 1) : 2; return $x",
    "for ($i = 0; $i -lt 3; $i++) { $null }; return $i",
    "data d { 'x' }; return $d",
    "return (1, 2 | Measure-Object { $unknown }).Count",
    "switch ($c) { 1 { $switch } }; foreach ($i in 1) { $foreach }; return 1",
)


@pytest.mark.parametrize("body", ASSIGNED)
def test_what_is_assigned_on_every_way_may_be_read(body: str) -> None:
    assert in_method(body) == []


DOUBTFUL = (
    "if ($c) { $r = 1 }; return $r",
    "foreach ($i in 1..3) { $r = 1 }; return $r",
    "try { $r = 1 } catch { $null }; return $r",
    "try { $r = 1 } finally { $null }; return $r",
    "switch ($c) { default { $r = 1 } }; return $r",
    "$c -and ($r = 1); return $r",
    "$x = $c ? ($r = 1) : 2; return $r",
    "do { $r = Get-Date } until ($c); return $r",
    "while ($c) { if ($c) { continue }; $r = 1 }; return $r",
    "return $ErrorActionPreference",
)


@pytest.mark.parametrize("body", DOUBTFUL)
def test_what_some_way_leaves_out_may_not_be_read(body: str) -> None:
    last = max(body.rfind("$r"), body.rfind("$ErrorActionPreference"))
    assert in_method(body) == [f"VariableNotLocal {last}"]


def test_a_variable_of_several_types_need_only_be_assigned_somewhere() -> None:
    assert in_method("if ($c) { [string] $r = 'x' } else { $r = 1 }; if ($c) { [int] $r = 1 }; return $r") == []
    assert in_method("if ($c) { $r = 1 }; . { }; return $r") == []
    assert in_method("Set-Variable r 1; return $r") == ["VariableNotLocal 25"]


RETURNING = (
    "if ($c) { return 1 } else { throw 'x' }",
    "try { return 1 } catch { exit 2 }",
    "try { $null } finally { throw 1 }",
    "do { return 1 } while ($c)",
    "for (;;) { if ($c) { return 1 } }",
    "break",
)


@pytest.mark.parametrize("body", RETURNING)
def test_a_method_may_leave_on_every_way(body: str) -> None:
    assert in_method(body) == []


NOT_RETURNING = (
    "if ($c) { return 1 }",
    "while ($true) { return 1 }",
    "try { return 1 } catch { $null }",
    "switch ($c) { 1 { return 1 } default { return 2 } }",
    "for (;;) { break }",
    ":outer for (;;) { for (;;) { break outer } }",
)


@pytest.mark.parametrize("body", NOT_RETURNING)
def test_a_way_to_the_end_without_a_value_is_told_at_the_name(body: str) -> None:
    assert errors(f"class A {{ [int] M([bool] $c) {{ {body} }} }}") == ["MethodHasCodePathNotReturn 16-17"]
