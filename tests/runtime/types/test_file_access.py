"""System.IO.File and System.IO.Directory on the emulated drive."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        (
            "[IO.File]::WriteAllText('C:\\a.txt', 'x'); [IO.File]::AppendAllText('C:\\a.txt', 'y'); "
            "[IO.File]::ReadAllText('C:\\a.txt'); [IO.File]::Exists('C:\\a.txt'); "
            "[IO.File]::Exists('C:\\Windows'); [IO.File]::Exists(''); [IO.File]::Exists('C:\\nope'); "
            "[IO.File]::ReadAllBytes('C:\\a.txt') -join ','",
            "String xy | Boolean True | Boolean False | Boolean False | Boolean False | String 120,121",
        ),
        (
            "[IO.File]::WriteAllLines('C:\\b.txt', [string[]]('a', 'b')); "
            "[IO.File]::AppendAllLines('C:\\b.txt', [string[]]('c')); "
            "[IO.File]::ReadAllLines('C:\\b.txt') -join '|'; [IO.File]::ReadLines('C:\\b.txt').Count; "
            "[IO.File]::ReadAllText('C:\\b.txt', [Text.Encoding]::UTF8).Length -gt 5",
            "String a|b|c | Int32 3 | Boolean True",
        ),
        (
            "[IO.File]::WriteAllBytes('C:\\c.bin', [byte[]](1, 2)); [IO.File]::Copy('C:\\c.bin', 'C:\\d.bin'); "
            "[IO.File]::Copy('C:\\c.bin', 'C:\\d.bin', $true); [IO.File]::Move('C:\\d.bin', 'C:\\e.bin'); "
            "[IO.File]::Exists('C:\\d.bin'); [IO.File]::Exists('C:\\e.bin'); [IO.File]::Delete('C:\\e.bin'); "
            "[IO.File]::Delete('C:\\e.bin'); [IO.File]::Exists('C:\\e.bin')",
            "Boolean False | Boolean True | Boolean False",
        ),
        (
            "$w = [IO.File]::CreateText('C:\\g.txt'); $w.WriteLine('one'); $w.Write('two'); $w.Close(); "
            "$w = [IO.File]::AppendText('C:\\g.txt'); $w.Write('!'); $w.Dispose(); "
            "$r = [IO.File]::OpenText('C:\\g.txt'); $r.ReadLine(); $r.ReadToEnd(); $r.EndOfStream; $r.Close()",
            "String one | String two! | Boolean True",
        ),
        (
            "[IO.File]::WriteAllText('C:\\h.txt', 'x'); [IO.File]::GetLastWriteTime('C:\\h.txt') -is [datetime]",
            "Boolean True",
        ),
        (
            "[IO.Directory]::CreateDirectory('C:\\n\\m').FullName; [IO.Directory]::Exists('C:\\n\\m'); "
            "[IO.Directory]::Exists(''); [IO.File]::WriteAllText('C:\\n\\x.txt', ''); "
            "[IO.Directory]::GetFiles('C:\\n'); [IO.Directory]::GetFiles('C:\\n', '*.log').Count; "
            "[IO.Directory]::GetDirectories('C:\\n'); [IO.Directory]::GetFileSystemEntries('C:\\n').Count; "
            "[IO.Directory]::EnumerateFiles('C:\\n', '*', 'AllDirectories').Count; "
            "[IO.Directory]::Delete('C:\\n\\m'); [IO.Directory]::Exists('C:\\n\\m'); "
            "[IO.Directory]::Delete('C:\\n', $true); [IO.Directory]::Exists('C:\\n')",
            "String C:\\n\\m | Boolean True | Boolean False | String C:\\n\\x.txt | Int32 0 | "
            "String C:\\n\\m | Int32 2 | Int32 1 | Boolean False | Boolean False",
        ),
        ("Set-Location C:\\; [IO.Directory]::GetCurrentDirectory()", "String C:\\"),
    ],
)
def test_files_and_folders_are_written_and_read(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        ("[IO.File]::WriteAllText('C:\\f.txt', 'x'); [IO.File]::Copy('C:\\f.txt', 'C:\\f.txt')", "IOException"),
        ("[IO.File]::ReadAllText('C:\\nowhere.txt')", "FileNotFoundException"),
        ("[IO.File]::ReadAllText('')", "ArgumentException"),
        ("[IO.File]::ReadAllText([NullString]::Value)", "ArgumentNullException"),
        ("[IO.File]::Delete('C:\\Windows')", "UnauthorizedAccessException"),
        ("[IO.File]::Open('C:\\g.txt', 'Open')", "FileNotFoundException"),
        ("[IO.File]::OpenRead('C:\\g.txt')", "FileNotFoundException"),
        ("[void][IO.Directory]::CreateDirectory('C:\\o\\p'); [IO.Directory]::Delete('C:\\o')", "IOException"),
        ("[IO.Directory]::Delete('C:\\nowhere')", "DirectoryNotFoundException"),
        ("[IO.Directory]::GetFiles('C:\\nowhere')", "DirectoryNotFoundException"),
    ],
)
def test_what_is_not_there_is_refused(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")
