"""System.Char: classes of characters and code points."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        ("[char]::IsLetter('a')", "Boolean True"),
        ("[char]::IsDigit('5')", "Boolean True"),
        ("[char]::IsLetterOrDigit('_')", "Boolean False"),
        ("[char]::IsUpper('A')", "Boolean True"),
        ("[char]::IsLower('A')", "Boolean False"),
        ("[char]::IsWhiteSpace(' ')", "Boolean True"),
        ("[char]::IsControl([char]7)", "Boolean True"),
        ("[char]::IsSymbol('+')", "Boolean True"),
        ("[char]::IsSeparator(' ')", "Boolean True"),
        ("[char]::IsNumber('5')", "Boolean True"),
        ("[char]::IsPunctuation('.')", "Boolean True"),
        ("[char]::IsHighSurrogate([char]0xD83D)", "Boolean True"),
        ("[char]::IsLowSurrogate([char]0xDE00)", "Boolean True"),
        ("[char]::IsSurrogate('a')", "Boolean False"),
        ("[char]::IsLetter('5a', 1)", "Boolean True"),
        ("[char]::IsAscii('a')", "Boolean True"),
        ("[char]::ToUpper('a')", "Char A"),
        ("[char]::ToLower('A')", "Char a"),
        ("[char]::ToUpperInvariant('a')", "Char A"),
        ("[char]::ToLowerInvariant('A')", "Char a"),
        ("[char]::ToString('a')", "String a"),
        ("[char]::Parse('x')", "Char x"),
        ("[char]::ConvertFromUtf32(65)", "String A"),
        ("[char]::ConvertToUtf32('A', 0)", "Int32 65"),
        ("[char]::ConvertFromUtf32(0x1F600).Length", "Int32 2"),
        ("[char]::GetNumericValue('a')", "Double -1"),
        ("[char]::GetUnicodeCategory('a')", "Globalization.UnicodeCategory LowercaseLetter"),
        ("[char]::MaxValue -eq [char]0xFFFF", "Boolean True"),
        ("[char]::MinValue -eq [char]0", "Boolean True"),
        (
            "$c = [char]'a'; $c.CompareTo([char]'b'); $c.Equals([char]'a'); $c.ToString(); $c.GetTypeCode(); "
            "$c.CompareTo($null); $r = [char]0; [char]::TryParse('z', [ref]$r); $r; "
            "[char]::TryParse('zz', [ref]$r)",
            "Int32 -1 | Boolean True | String a | TypeCode Char | Int32 1 | Boolean True | Char z | Boolean False",
        ),
    ],
)
def test_a_character_tells_its_class(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        ("[char]::Parse('xy')", "FormatException"),
        ("[char]::ConvertFromUtf32(0xD800)", "ArgumentOutOfRangeException"),
        ("[char]::ConvertToUtf32('a', 9)", "ArgumentOutOfRangeException"),
        ("$c = [char]'a'; $c.CompareTo('b')", "ArgumentException"),
    ],
)
def test_what_is_no_single_character_is_refused(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")
