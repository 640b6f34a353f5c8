"""System.Environment and System.Console."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        (
            "[Environment]::GetFolderPath('Windows'); [Environment]::GetFolderPath('ProgramFiles'); "
            "[Environment]::GetFolderPath('Cookies'); [Environment]::GetFolderPath('System'); "
            "[Environment]::NewLine.Length -ge 1; [Environment]::Is64BitProcess; "
            "[Environment]::UserInteractive; [Environment]::GetLogicalDrives(); [Environment]::Version.Major; "
            "[Environment]::HasShutdownStarted; [Environment]::TickCount -ge 0",
            "String C:\\Windows | String C:\\Program Files | String  | String C:\\Windows\\system32 | "
            "Boolean True | Boolean True | Boolean False | String C:\\ | Int32 10 | Boolean False | "
            "Boolean True",
        ),
        (
            "[Environment]::SetEnvironmentVariable('MSOLEMU_T', 'v'); "
            "[Environment]::GetEnvironmentVariable('MSOLEMU_T'); $env:MSOLEMU_T; "
            "[Environment]::GetEnvironmentVariable('MSOLEMU_T', 'Process'); "
            "[Environment]::GetEnvironmentVariables().Contains('MSOLEMU_T'); "
            "[Environment]::SetEnvironmentVariable('MSOLEMU_T', ''); "
            "$null -eq [Environment]::GetEnvironmentVariable('MSOLEMU_T'); "
            "[Environment]::ExpandEnvironmentVariables('%SystemDrive%\\x%NO_SUCH%')",
            "String v | String v | String v | Boolean True | Boolean True | String C:\\x%NO_SUCH%",
        ),
        ("Set-Location C:\\; [Environment]::CurrentDirectory", "String C:\\"),
        (
            "[Console]::WindowWidth -gt 0; [Console]::IsOutputRedirected; [Console]::KeyAvailable; "
            "[Console]::ForegroundColor; [Console]::CursorTop; [Console]::OutputEncoding.WebName; "
            "[Console]::Title = 'x'; [Console]::OutputEncoding = [Text.Encoding]::UTF8",
            "Boolean True | Boolean True | Boolean False | ConsoleColor Gray | Int32 0 | String utf-8",
        ),
    ],
)
def test_the_machine_is_told(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        ("[Environment]::SetEnvironmentVariable('', 'x')", "ArgumentException"),
        ("[Environment]::GetEnvironmentVariable([NullString]::Value)", "ArgumentNullException"),
    ],
)
def test_a_variable_without_a_name_is_refused(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")
