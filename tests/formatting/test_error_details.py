"""Errors with all their parts, as Get-Error shows them."""

from __future__ import annotations

from tests.shell import output, shell


def parts(script: str) -> list[str]:
    """The lines without their margins."""
    return [line.strip() for line in output(script)]


def test_an_error_is_shown_with_its_exceptions_and_its_place() -> None:
    shown = parts("try { [int]'x' } catch { }; Get-Error")
    assert shown[0].startswith("Exception")
    assert any(line.startswith("InnerException") for line in shown)
    assert "Type    : System.Management.Automation.ParentContainsErrorRecordException" in shown
    assert any(line.startswith("ScriptLineNumber : 1") for line in shown)


def test_what_is_empty_is_left_out() -> None:
    shown = parts("Write-Error -Message no -ErrorId Lab -ErrorAction SilentlyContinue; Get-Error")
    assert not [line for line in shown if line.startswith(("TargetObject", "PipelineLength"))]
    assert any(line.endswith(": Lab") for line in shown)


def test_several_errors_and_a_given_one() -> None:
    script = "Get-Item none1, none2 -ErrorAction SilentlyContinue; (Get-Error -Newest 2).Count; Get-Error $Error[1]"
    shown = parts(script)
    assert shown[0] == "2"
    targets = [line for line in shown[1:] if line.startswith("TargetObject")]
    assert targets
    assert all(line.endswith("none1") for line in targets)


def test_an_error_with_members_of_its_own_is_still_shown_as_an_error() -> None:
    shown = shell("$e = try { 1 / 0 } catch { $_ }; $e | Add-Member Note x; $e").output
    assert "Attempted to divide by zero." in shown


def test_without_errors_nothing_is_shown() -> None:
    assert output("Get-Error") == []
