"""What may not stand in a data section."""

from __future__ import annotations

import pytest

from tests.language.judged import errors

JUDGED = [
    ("'a', 1, $true, @{ a = 1 }", []),
    ('"$PSCulture"', []),
    ("ConvertFrom-StringData 'a=1'", []),
    ("if ($true) { 1 } else { 2 }", []),
    ("[int]'1'; [string[]]'a'", []),
    ("-not $true; -1; 1 + 2; 'a' -eq 'b'", []),
    ("$x", ["VariableReferenceNotSupportedInDataSection 7-9"]),
    ("Get-Date", ["CmdletNotInAllowedListForDataSection 7-15"]),
    ("& $true", ["OperatorNotSupportedInDataSection 7-14"]),
    ("& 'a'", ["CmdletNotInAllowedListForDataSection 7-12"]),
    (". a", ["DotSourcingNotSupportedInDataSection 7-10"]),
    ("[IO.File]", ["TypeNotAllowedInDataSection 7-16"]),
    ("1..2", ["OperatorNotSupportedInDataSection 8-10"]),
    ("-split 'a'", ["OperatorNotSupportedInDataSection 7-17"]),
    ("'a'.Length", ["PropertyReferenceNotSupportedInDataSection 7-17"]),
    ("'a'.ToUpper()", ["MethodCallNotSupportedInDataSection 7-20"]),
    ("'a'[0]", ["ArrayReferenceNotSupportedInDataSection 7-13"]),
    ("{ }", ["ScriptBlockNotSupportedInDataSection 7-10"]),
    ("'a' > x", ["RedirectionNotSupportedInDataSection 11-14"]),
    ("for (;;) { }", ["ForWhileStatementNotSupportedInDataSection 7-19"]),
    ("do { } while (1)", ["DoWhileStatementNotSupportedInDataSection 7-23"]),
    ("foreach ($true in 1) { }", ["ForeachStatementNotSupportedInDataSection 7-31"]),
    ("switch (1) { 1 { } }", ["SwitchStatementNotSupportedInDataSection 7-27"]),
    ("try { } catch { }", ["TryStatementNotSupportedInDataSection 7-24"]),
    ("trap { }", ["TrapStatementNotSupportedInDataSection 7-15"]),
    ("break", ["FlowControlStatementNotSupportedInDataSection 7-12"]),
    ("data { }", ["DataSectionStatementNotSupportedInDataSection 7-15"]),
]


@pytest.mark.parametrize(("text", "expected"), JUDGED, ids=[text for text, _ in JUDGED])
def test_only_constants_and_allowed_commands_stand_in_a_data_section(text: str, expected: list[str]) -> None:
    found = errors(f"data {{ {text} }}")
    assert [
        error for error in found if not error.startswith("ScriptBlock") or "ScriptBlock" in str(expected)
    ] == expected


def test_commands_that_are_named_are_allowed() -> None:
    assert errors("data -SupportedCommand Get-A { Get-A }") == []


def test_commands_named_by_an_expression_may_be_any() -> None:
    assert errors("data -SupportedCommand $x { Get-A }") == []
