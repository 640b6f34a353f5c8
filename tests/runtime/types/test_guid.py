"""System.Guid in each of its forms."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        (
            "[guid]::new('00112233-4455-6677-8899-aabbccddeeff').ToString('B')",
            "String {00112233-4455-6677-8899-aabbccddeeff}",
        ),
        ("([guid]::Empty).ToString('P')", "String (00000000-0000-0000-0000-000000000000)"),
        (
            "([guid]::Empty).ToString('X')",
            "String {0x00000000,0x0000,0x0000,{0x00,0x00,0x00,0x00,0x00,0x00,0x00,0x00}}",
        ),
        ("([guid]::Empty).ToString('d')", "String 00000000-0000-0000-0000-000000000000"),
        (
            "[guid]::new([byte[]](@(1) * 16)); $g = [guid]::Empty; [guid]::TryParse('x', [ref]$g); "
            "[guid]::TryParse('00112233445566778899aabbccddeeff', [ref]$g); \"$g\"",
            "Guid 01010101-0101-0101-0101-010101010101 | Boolean False | Boolean True | "
            "String 00112233-4455-6677-8899-aabbccddeeff",
        ),
        ("([guid]::Empty).CompareTo([guid]'00000000-0000-0000-0000-000000000001')", "Int32 -1"),
        ("([guid]::Empty).Equals([guid]::Empty)", "Boolean True"),
        ("([guid]::Empty).CompareTo($null)", "Int32 1"),
        ("[guid]::NewGuid() -is [guid]", "Boolean True"),
        (
            "[guid]::ParseExact('{00112233-4455-6677-8899-aabbccddeeff}', 'B')",
            "Guid 00112233-4455-6677-8899-aabbccddeeff",
        ),
        ("([guid]'00112233-4455-6677-8899-aabbccddeeff').Version", "Int32 6"),
        ("[guid]::AllBitsSet.Variant", "Int32 15"),
    ],
)
def test_an_identifier_is_read_compared_and_shown(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        ("([guid]::Empty).ToString('Z')", "FormatException"),
        ("[guid]::new([byte[]](1, 2))", "ArgumentException"),
        ("([guid]::Empty).CompareTo('x')", "ArgumentException"),
        ("[guid]::ParseExact('00112233-4455-6677-8899-aabbccddeeff', 'N')", "FormatException"),
    ],
)
def test_what_is_no_identifier_is_refused(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")
