"""System.Text.StringBuilder."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        (
            "$b = [Text.StringBuilder]::new('abc'); $b.Length; $b.Capacity; $b.MaxCapacity; $b.Length = 2; "
            '"$b"; $b.Length = 3; [int]$b[2]',
            "Int32 3 | Int32 16 | Int32 2147483647 | String ab | Int32 0",
        ),
        (
            "$b = [Text.StringBuilder]::new(5); $b.Capacity; [void]$b.Append('123456'); $b.Capacity; "
            "$b.EnsureCapacity(100)",
            "Int32 5 | Int32 10 | Int32 100",
        ),
        (
            "$b = [Text.StringBuilder]::new(); "
            "[void]$b.Append(1.5).Append($true).Append([char]'x')"
            ".Append((1, 2)).Append([char]'-', 3).Append('abcdef', 1, 2); "
            '"$b"',
            "String 1.5TruexObject[]---bc",
        ),
        (
            "$b = [Text.StringBuilder]::new(); [void]$b.AppendLine('a').AppendLine(); "
            "$b.ToString() -replace \"\\r?\\n\", '/'",
            "String a//",
        ),
        (
            "$b = [Text.StringBuilder]::new('abcabc'); [void]$b.Replace('b', 'xx'); \"$b\"; "
            "[void]$b.Replace([char]'x', [char]'y'); \"$b\"; [void]$b.Replace('a', 'z', 1, 5); \"$b\"",
            "String axxcaxxc | String ayycayyc | String ayyczyyc",
        ),
        (
            "$b = [Text.StringBuilder]::new('abc'); $b[1]; $b[1] = 'X'; \"$b\"; $b.ToString(1, 2); "
            "[void]$b.Clear(); $b.Length",
            "Char b | String aXc | String Xc | Int32 0",
        ),
    ],
)
def test_a_builder_grows_and_changes_its_text(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        ("$b = [Text.StringBuilder]::new('ab'); $b.Length = -1", "ExceptionWhenSetting"),
        ("[Text.StringBuilder]::new().Append($null)", "MethodCountCouldNotFindBest"),
        ("$b = [Text.StringBuilder]::new('abc'); $b.Capacity = 2", "ExceptionWhenSetting"),
        (
            "$b = [Text.StringBuilder]::new(); [void]$b.Append([char[]]('a', 'b')); \"$b\"; $b.Append([char]'a', -1)",
            "ArgumentOutOfRangeException",
        ),
        (
            "$b = [Text.StringBuilder]::new('abc'); [void]$b.Remove(1, 1); \"$b\"; $b.Remove(1, 9)",
            "ArgumentOutOfRangeException",
        ),
        ("$b = [Text.StringBuilder]::new('abc'); $b.Remove(-1, 1)", "ArgumentOutOfRangeException"),
        (
            "$b = [Text.StringBuilder]::new('abc'); [void]$b.Insert(0, 5).Insert(4, [char]'z'); \"$b\"; "
            "$b.Insert(9, 'x')",
            "ArgumentOutOfRangeException",
        ),
        ("Set-StrictMode -Version 3; $b = [Text.StringBuilder]::new('abc'); $b[7]", "System.IndexOutOfRangeException"),
        ("$b = [Text.StringBuilder]::new('abc'); $b[7] = 'x'", "ArgumentOutOfRangeException"),
    ],
)
def test_a_builder_refuses_what_lies_outside(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")
