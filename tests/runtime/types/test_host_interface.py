"""`$Host.UI`: lines of every kind, and questions with choices of a script's own."""

from __future__ import annotations

from msolemu.bootstrap import Settings, build
from msolemu.host.capture import CaptureHost

CHOICES = """$choices = [System.Management.Automation.Host.ChoiceDescription[]](
    (New-Object System.Management.Automation.Host.ChoiceDescription '&Yes', 'Goes on.'), '&No', 'Maybe')
"""


def shown(script: str, *answers: str) -> CaptureHost:
    """The host after a script whose questions are answered in turn."""
    host = CaptureHost(answers=answers)
    with build(Settings(workspace=None), host) as emulator:
        emulator.runspace.run(script)
    return host


def test_lines_go_where_their_kind_goes() -> None:
    host = shown(
        "$ui = $Host.UI; $ui.Write('a'); $ui.WriteLine('b'); $ui.WriteLine(); $ui.WriteWarningLine('w')\n"
        "$ui.Write('Red', 'Black', 'c'); $ui.WriteLine('Red', 'Black', 'd'); $ui.WriteErrorLine('e')"
    )
    assert host.output == "ab\n\nWARNING: w\ncd\n"
    assert host.errors == "e\n"


def test_a_choice_is_picked_by_letter_or_word_and_an_empty_answer_is_the_default() -> None:
    ask = "$Host.UI.PromptForChoice('Go', 'Really?', $choices, 1)\n"
    host = shown(CHOICES + ask * 3 + "$Host.UI.ReadLine()", "Y", "", "what", "maybe", "typed")
    assert [line for line in host.output.splitlines() if line in ("0", "1", "2")] == ["0", "1", "2"]
    assert host.output.endswith("typed\n")


def test_questions_fail_where_nobody_can_be_asked() -> None:
    catch = "try { $Host.UI.PromptForChoice('Go', 'Really?', $choices, 0) } catch { $_.FullyQualifiedErrorId }"
    assert shown(CHOICES + catch).output.strip() == "PSInvalidOperationException"


def test_choices_must_be_possible() -> None:
    script = """$ui = $Host.UI
    foreach ($call in { $ui.PromptForChoice('', '', @(), 0) }, { $ui.PromptForChoice('', '', 'a', 4) },
        { [System.Management.Automation.Host.ChoiceDescription]::new('') }) {
        try { & $call } catch { $_.FullyQualifiedErrorId }
    }"""
    assert shown(script).output.split() == [
        "ArgumentException", "ArgumentOutOfRangeException", "ArgumentException"
    ]  # fmt: skip
