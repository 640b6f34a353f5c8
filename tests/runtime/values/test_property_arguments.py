"""Properties that a script calculates: keys may be abbreviated, and what says nothing is refused by its own id."""

from __future__ import annotations

import pytest

from tests.shell import output


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        ("1 | Select-Object @{ N = 'x'; E = { 7 } } | ForEach-Object x", "7"),
        ("1 | Select-Object @{ L = 'x'; Expr = { $_ + 1 } } | ForEach-Object x", "2"),
        ("'bb', 'a' | Sort-Object @{ Expression = 'Length'; Desc = $true } | Select-Object -First 1", "bb"),
        ("1 | Group-Object @{ Expression = { $_ * 2 } } | ForEach-Object Name", "2"),
    ],
)
def test_a_key_may_be_abbreviated(command: str, shown: str) -> None:
    assert output(command) == [shown]


@pytest.mark.parametrize(
    ("command", "error_id"),
    [
        ("Sort-Object @{ Expression = '' }", "ExpressionEmptyString1"),
        ("Sort-Object ''", "ExpressionEmptyString2"),
        ("Sort-Object @{ Nope = 1 }", "DictionaryKeyIllegal"),
        ("Sort-Object @{ Expression = 'a'; Expr = 'b' }", "DictionaryKeyDuplicate"),
        ("Sort-Object @{ 5 = 1 }", "DictionaryKeyNonString"),
        ("Sort-Object @{ Expression = 5 }", "DictionaryKeyIllegalValue1"),
        ("Select-Object @{ Name = 5; Expression = 'a' }", "DictionaryKeyIllegalValue2"),
        ("Sort-Object @{ Expression = $null }", "DictionaryKeyMissingValue"),
        ("Sort-Object @{ Descending = $true }", "DictionaryKeyMandatoryEntry"),
        ("Format-Table @{ Expression = { 1 }; Width = 0 }", "WidthOutOfRange"),
        ("Format-Table @{ Expression = { 1 }; Alignment = 'nope' }", "AlignmentValueIllegal"),
    ],
)
def test_an_entry_that_says_nothing_is_refused(command: str, error_id: str) -> None:
    shown = output(f"try {{ 1 | {command} }} catch {{ $_.FullyQualifiedErrorId }}")
    assert shown[0].startswith(error_id + ",")
