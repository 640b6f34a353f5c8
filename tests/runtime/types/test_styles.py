"""`$PSStyle`: escape sequences by name; without a terminal text is shown plain."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        ("$PSStyle.OutputRendering", "Management.Automation.OutputRendering PlainText"),
        ("$PSStyle.Bold -replace '\\e', '^'; $PSStyle.Reset -replace '\\e', '^'", "String ^[1m | String ^[0m"),
        (
            "$PSStyle.Foreground.BrightRed, $PSStyle.Background.Red -replace '\\e', '^'",
            "String ^[91m | String ^[41m",
        ),
        (
            "$PSStyle.Foreground.FromRgb(0xff0010), $PSStyle.Background.FromRgb(1, 2, 3) -replace '\\e', '^'",
            "String ^[38;2;255;0;16m | String ^[48;2;1;2;3m",
        ),
        ("$PSStyle.Foreground.FromConsoleColor('DarkRed') -replace '\\e', '^'", "String ^[31m"),
        ("$PSStyle.FormatHyperlink('a', 'https://x.y') -replace '\\e', '^'", "String ^]8;;https://x.y/^\\a^]8;;^\\"),
        (
            "$s = [System.Management.Automation.PSStyle]; $s::MapForegroundColorToEscapeSequence('Red'), "
            "$s::MapBackgroundColorToEscapeSequence('Gray'), $s::MapColorPairToEscapeSequence('Red', 'Blue') "
            "-replace '\\e', '^'",
            "String ^[91m | String ^[47m | String ^[91;104m",
        ),
        ("[System.Management.Automation.PSStyle]::Instance -eq $PSStyle", "Boolean True"),
        (
            '$PSStyle.Formatting.Error = "`e[35m"; $PSStyle.Formatting.Error -replace "\\e", "^"',
            "String ^[35m",
        ),
        (
            "$PSStyle.Formatting.Error = 'x'",
            '! ExceptionWhenSetting: Exception setting "Error": "The specified '
            'string contains printable content when it should only contain ANSI escape sequences: x"',
        ),
        (
            '$e = $PSStyle.FileInfo.Extension; $e.Add(".log", "`e[2m"); $e.ContainsKey(".LOG"); $e[".log"].Length; '
            "$e.Remove('.log'); $e.Count; $e['log'] = \"`e[2m\"",
            "! System.ArgumentException: When adding or removing extensions, the extension must start with a period. "
            "log",
        ),
        ("$PSStyle.Progress.View = 'Classic'; $PSStyle.Progress.View", "Management.Automation.ProgressView Classic"),
        ("$PSStyle.Reset = 'x'", "! PropertyAssignmentException: 'Reset' is a ReadOnly property."),
    ],
)
def test_styles_are_escape_sequences_by_name(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(("rendering", "shown"), [("PlainText", "String red"), ("Host", "String red")])
def test_properties_are_shown_plain_without_a_terminal(rendering: str, shown: str, evaluate: Evaluate) -> None:
    styled = '[pscustomobject] @{ Colour = "$($PSStyle.Foreground.Red)red$($PSStyle.Reset)" }'
    shows = f"({styled} | Format-Table -HideTableHeaders | Out-String).Trim()"
    assert evaluate(f"$PSStyle.OutputRendering = '{rendering}'; {shows}") == shown


def test_ansi_keeps_the_sequences_everywhere(evaluate: Evaluate) -> None:
    kept = evaluate(
        "$PSStyle.OutputRendering = 'Ansi'; (\"$($PSStyle.Bold)x\" | Out-String).Trim() -replace '\\e', '^'"
    )
    assert kept == "String ^[1mx"


def test_the_style_shows_each_sequence_by_its_spelling(evaluate: Evaluate) -> None:
    lines = evaluate("($PSStyle | Out-String -Stream) -like '*Bold*'").split(" | ")
    assert [line.split(":")[1].strip() for line in lines] == ["`e[22m", "`e[1m"]
