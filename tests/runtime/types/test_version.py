"""System.Version and semantic versions."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        ("[version]::new()", "Version 0.0"),
        ("[version]::new(1, 2)", "Version 1.2"),
        ("[version]::new(1, 2, 3)", "Version 1.2.3"),
        ("[version]::new(1, 2, 3, 4)", "Version 1.2.3.4"),
        ("[version]::new('1.2')", "Version 1.2"),
        (
            "$v = [version]'1.2.3'; $v.Major; $v.Minor; $v.Build; $v.Revision; $v.MajorRevision; "
            "$v.MinorRevision; $v.ToString(2)",
            "Int32 1 | Int32 2 | Int32 3 | Int32 -1 | Int32 -1 | Int32 -1 | String 1.2",
        ),
        ("([version]'1.2').CompareTo([version]'1.3')", "Int32 -1"),
        ("([version]'1.2').CompareTo($null)", "Int32 1"),
        ("([version]'1.2').Equals([version]'1.2')", "Boolean True"),
        ("([version]'1.2').Equals('1.2')", "Boolean False"),
        ("([version]'1.2').Clone().ToString()", "String 1.2"),
        ("([version]'1.2').GetHashCode() -is [int]", "Boolean True"),
        (
            "[version]::Parse('1.2').Minor; $v = $null; [version]::TryParse('1.2.3', [ref]$v); \"$v\"",
            "Int32 2 | Boolean True | String 1.2.3",
        ),
        ("([semver]'1.0.0-alpha').CompareTo([semver]'1.0.0-alpha.1')", "Int32 -1"),
        ("([semver]'1.0.0-2').CompareTo([semver]'1.0.0-10')", "Int32 -1"),
        ("([semver]'1.0.0-a').CompareTo([semver]'1.0.0-1')", "Int32 1"),
        ("([semver]'1.0.0').CompareTo([semver]'1.0.0')", "Int32 0"),
        ("([semver]'1.0.0').Equals([semver]'1.0.0')", "Boolean True"),
        (
            "$s = [semver]'1.2.3-beta.1+build'; $s.Major; $s.Minor; $s.Patch; $s.PreReleaseLabel; "
            '$s.BuildLabel; "$s"; [semver]::new(1, 2, 3); [semver]::new(1); '
            "\"$([semver]::new(1, 2, 3, 'rc', 'b'))\"",
            "Int32 1 | Int32 2 | Int32 3 | String beta.1 | String build | String 1.2.3-beta.1+build | "
            "Management.Automation.SemanticVersion 1.2.3 | Management.Automation.SemanticVersion 1.0.0 | "
            "String 1.2.3-rc+b",
        ),
        ("[semver]'7.6.5' -ge [version]'7.0'; [semver]'7.6.5' -lt [version]'5.1'", "Boolean True | Boolean False"),
        ("[version]'7.0' -le [semver]'7.6.5'; [version]'7.6.5' -eq [semver]'7.6.5'", "Boolean True | Boolean True"),
        ("[version][semver]'1.2.3'; \"$([semver][version]'1.2')\"", "Version 1.2.3 | String 1.2.0"),
        ("$s = [semver]::new(3, 2, 0, 'beta.1+meta'); $s.BuildLabel; \"$s\"", "String meta | String 3.2.0-beta.1+meta"),
        (
            "$null -eq [semver]::new(1).PreReleaseLabel; ([semver]'1.0').CompareTo($null); $v = $null; "
            "[semver]::TryParse('1.0', [ref]$v); \"$v\"; [semver]::TryParse('x', [ref]$v); $null -eq $v",
            "Boolean True | Int32 1 | Boolean True | String 1.0.0 | Boolean False | Boolean True",
        ),
    ],
)
def test_a_version_is_read_compared_and_shown(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        ("([version]'1.2').ToString(3)", "ArgumentException"),
        ("([version]'1.2').CompareTo('1.2')", "ArgumentException"),
        ("[version]::Parse('1')", "ArgumentException"),
        ("[version]::Parse('a.b')", "FormatException"),
        ("[version]::Parse('1.-2')", "ArgumentOutOfRangeException"),
        ("[version]::new(-1, 2)", "ArgumentOutOfRangeException"),
        ("[semver]'x'", "InvalidCastParseTargetInvocation"),
        ("([semver]'1.0.0').CompareTo('1.0.0')", "ArgumentException"),
        ("[semver]::new(1, -1)", "PSArgumentException"),
        ("[semver]::new([version]'1.2.3.4')", "PSArgumentException"),
        ("[semver]::new([NullString]::Value)", "PSArgumentNullException"),
        ("[semver]::new('1.0.0+-')", "FormatException"),
        ("[semver]'1.0' -gt [version]'1.2.3.4'", "ComparisonFailure"),
    ],
)
def test_what_is_no_version_is_refused(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")
