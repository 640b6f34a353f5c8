"""What a script demands with #requires."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.shell import shell


@pytest.mark.parametrize(
    "line",
    [
        "#requires -Version 5.1",
        "#requires -Modules MSOnline",
        "#requires -Modules @{ ModuleName = 'MSOnline'; ModuleVersion = '1.0' }",
        "#requires -PSEdition Core",
        "#requires -RunAsAdministrator",
    ],
)
def test_what_is_there_is_no_reason_to_stop(line: str, tmp_path: Path) -> None:
    assert shell(f"{line}\n'ran'", folder=tmp_path).lines == ["ran"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("#requires -Version 9.0", "statement for PowerShell 9.0. The version of PowerShell that is required"),
        ("#requires -Modules Nope", "are missing: The module 'Nope' cannot be found.."),
        (
            "#requires -Modules AzureAD",
            "'AzureAD' is a module for Azure Active Directory, which msolemu does not emulate.",
        ),
        ("#requires -Modules @{ ModuleName = 'MSOnline'; RequiredVersion = '9.9' }", "The module 'MSOnline'"),
        ("#requires -PSEdition Desktop", "required by the script does not match the currently running PowerShell Core"),
    ],
)
def test_what_is_missing_is_told_and_nothing_runs(line: str, said: str, tmp_path: Path) -> None:
    shown = shell(f"{line}\n'never'", folder=tmp_path)
    assert shown.output == ""
    assert said in shown.errors
    assert shown.errors.startswith("ResourceUnavailable: The script 'case.ps1' cannot be run")
    assert shown.code == 1


def test_a_script_that_another_calls_is_checked_too(tmp_path: Path) -> None:
    (tmp_path / "other.ps1").write_text("#requires -Modules Nope\n'never'", encoding="utf-8")
    shown = shell("& $PSScriptRoot/other.ps1; 'on'", folder=tmp_path)
    assert shown.lines == ["on"]
    assert "The module 'Nope' cannot be found." in shown.errors
