"""Get-Help, of cmdlets and of functions with comments."""

from __future__ import annotations

import pytest

from msolemu.cmdlets.comment_help import read_comment
from tests.shell import error, output, shell

FUNCTION = """
function Get-Report {
    <#
    .SYNOPSIS
    Builds a report.
    .DESCRIPTION
    Reads and builds.
    .PARAMETER Name
    Whose report.
    .EXAMPLE
    PS> Get-Report -Name x
    Shows one.
    .NOTES
    By Ann
    .LINK
    Get-Other
    #>
    param([Parameter(Mandatory, ValueFromPipeline)][string]$Name, [int]$Count = 3, [switch]$All)
}
"""


def test_a_cmdlet_is_explained_by_its_declaration() -> None:
    shown = shell("Get-Help Where-Object -Full").output
    for part in ("NAME\n    Where-Object", "SYNTAX", "-FilterScript <ScriptBlock>", "EXAMPLE 1", "RELATED LINKS"):
        assert part in shown


def test_a_function_is_explained_by_its_comment() -> None:
    shown = shell(f"{FUNCTION} Get-Help Get-Report -Full").output
    for part in ("Builds a report.", "Whose report.", "Default value                3", "true (ByValue)", "By Ann"):
        assert part in shown
    assert output(f"{FUNCTION} (Get-Help Get-Report).Synopsis") == ["Builds a report."]


@pytest.mark.parametrize(
    ("switch", "there", "missing"),
    [
        ("", "REMARKS", "PARAMETERS"),
        ("-Detailed", "Whose report.", "Required?"),
        ("-Examples", "PS>Get-Report -Name x", "SYNTAX"),
        ("-Parameter Na*", "-Name <String>", "SYNOPSIS"),
    ],
)
def test_each_view_shows_its_part(switch: str, there: str, missing: str) -> None:
    shown = shell(f"{FUNCTION} Get-Help Get-Report {switch}").output
    assert there in shown
    assert missing not in shown


def test_an_alias_is_explained_by_what_it_stands_for() -> None:
    assert "Where-Object" in shell("Get-Help ?").output or "Where-Object" in shell("Get-Help where").output
    assert "Get-Command" in shell("help gcm").output


def test_several_matches_are_listed_in_short() -> None:
    shown = shell("Get-Help *-Job").output
    assert "Start-Job" in shown
    assert "Category" in shown
    assert output("Get-Help *-Job -Category Function") == []


def test_what_there_is_no_help_for_is_an_error() -> None:
    assert "Get-Help could not find nothing-there" in error("Get-Help nothing-there")
    assert "No parameter matches criteria Nope" in error("Get-Help Get-Help -Parameter Nope")
    assert "The parameter 'Online' of Get-Help is not emulated" in error("Get-Help Get-Help -Online")


def test_a_function_without_a_comment_shows_its_syntax() -> None:
    assert "Get-Bare [[-A] <Object>]" in shell("function Get-Bare($A) { }; Get-Help Get-Bare").output


def test_line_comments_are_help_too() -> None:
    found = read_comment("# .SYNOPSIS\n#   Short.\n# .PARAMETER A\n#   First.\n# .EXAMPLE\n")
    assert found.section("synopsis") == ["Short."]
    assert found.parameter("a") == ["First."]
    assert found.examples == [("PS > ", "", ())]
    assert not read_comment("# plain").sections
