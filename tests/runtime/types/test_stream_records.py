"""Warnings and messages as values with types of their own."""

from __future__ import annotations

import pytest

from tests.shell import shell


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Write-Warning 'mind' 3>&1", "WarningRecord"),
        ("Write-Verbose 'mind' -Verbose 4>&1", "VerboseRecord"),
        ("Write-Debug 'mind' -Debug 5>&1", "DebugRecord"),
        ("[System.Management.Automation.WarningRecord]::new('mind')", "WarningRecord"),
    ],
)
def test_a_message_is_a_record_of_its_stream(line: str, kind: str) -> None:
    assert shell(f"$r = {line}; $r -is [System.Management.Automation.{kind}]; $r.Message").lines == ["True", "mind"]


def test_information_has_data_and_source() -> None:
    shown = shell("$r = [System.Management.Automation.InformationRecord]::new(7, 'lab'); $r.MessageData + 1; $r.Source")
    assert shown.lines == ["8", "lab"]
