"""System.IO.Path on paths of a drive, whatever the host."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        ("[IO.Path]::GetFileName('C:\\a\\b.txt')", "String b.txt"),
        ("[IO.Path]::GetFileName('/a/b.txt')", "String b.txt"),
        ("[IO.Path]::GetExtension('C:\\a.b\\c')", "String "),
        ("[IO.Path]::GetExtension('c.tar.gz')", "String .gz"),
        ("[IO.Path]::GetExtension('c.')", "String "),
        ("[IO.Path]::GetFileNameWithoutExtension('C:\\a\\b.tar.gz')", "String b.tar"),
        ("[IO.Path]::GetFileNameWithoutExtension('b')", "String b"),
        ("[IO.Path]::HasExtension('a.txt')", "Boolean True"),
        ("[IO.Path]::HasExtension('a')", "Boolean False"),
        ("[IO.Path]::ChangeExtension('C:\\a.b\\c', '.md')", "String C:\\a.b\\c.md"),
        ("[IO.Path]::ChangeExtension('c.txt', $null)", "String c."),
        ("[IO.Path]::ChangeExtension('', 'x')", "String "),
        ("[IO.Path]::GetDirectoryName('C:\\a\\b')", "String C:\\a"),
        ("[IO.Path]::GetDirectoryName('C:\\a')", "String C:\\"),
        ("$null -eq [IO.Path]::GetDirectoryName('C:\\')", "Boolean True"),
        ("[IO.Path]::GetDirectoryName('a')", "String "),
        ("[IO.Path]::GetPathRoot('C:a')", "String C:"),
        ("[IO.Path]::GetPathRoot('/a')", "String /"),
        ("[IO.Path]::GetPathRoot('a')", "String "),
        ("[IO.Path]::IsPathRooted('C:\\a')", "Boolean True"),
        ("[IO.Path]::IsPathRooted('a\\b')", "Boolean False"),
        ("[IO.Path]::IsPathFullyQualified('C:\\a')", "Boolean True"),
        ("[IO.Path]::Combine('C:\\a', 'D:\\b')", "String D:\\b"),
        ("[IO.Path]::Combine('', 'b')", "String b"),
        ("[IO.Path]::Combine('C:\\a\\', 'b', 'c', 'd')", "String C:\\a\\b\\c\\d"),
        ("[IO.Path]::Combine([string[]]('C:\\a', 'b', 'c', 'd', 'e'))", "String C:\\a\\b\\c\\d\\e"),
        ("[IO.Path]::Combine('a', $null)", "String a"),
        ("[IO.Path]::Join('C:\\a', '\\b')", "String C:\\a\\b"),
        ("[IO.Path]::Join('C:\\a', 'b', 'c')", "String C:\\a\\b\\c"),
        ("[IO.Path]::Join('', 'b')", "String b"),
        ("[IO.Path]::GetFullPath('C:\\a\\.\\b\\..\\c')", "String C:\\a\\c"),
        ("[IO.Path]::GetFullPath('C:\\a\\\\b\\')", "String C:\\a\\b\\"),
        ("[IO.Path]::GetFullPath('b', 'C:\\a')", "String C:\\a\\b"),
        ("Set-Location C:\\; [IO.Path]::GetFullPath('x.txt')", "String C:\\x.txt"),
        ("[IO.Path]::GetRelativePath('C:\\a\\b', 'C:\\a\\c\\d')", "String ..\\c\\d"),
        ("[IO.Path]::GetRelativePath('C:\\a', 'C:\\a')", "String ."),
        ("[IO.Path]::GetTempPath() -match '\\\\$'", "Boolean True"),
        ("[IO.Path]::GetRandomFileName() -match '^[a-z0-5]{8}\\.[a-z0-5]{3}$'", "Boolean True"),
        ("$f = [IO.Path]::GetTempFileName(); Test-Path $f; [IO.Path]::GetExtension($f)", "Boolean True | String .tmp"),
        ("[IO.Path]::EndsInDirectorySeparator('C:\\a\\')", "Boolean True"),
        ("[IO.Path]::TrimEndingDirectorySeparator('C:\\a\\')", "String C:\\a"),
        ("[IO.Path]::TrimEndingDirectorySeparator('C:\\')", "String C:\\"),
        ("[IO.Path]::GetInvalidFileNameChars() -contains [char]'/'", "Boolean True"),
        ("[IO.Path]::GetInvalidPathChars().Count", "Int32 1"),
        ("[IO.Path]::Exists('C:\\Windows')", "Boolean True"),
        ("[IO.Path]::Exists('C:\\nowhere')", "Boolean False"),
        ("[IO.Path]::Exists('')", "Boolean False"),
        ("[IO.Path]::AltDirectorySeparatorChar", "Char /"),
        ("$null -eq [IO.Path]::GetFileName([NullString]::Value)", "Boolean True"),
        ("[IO.Path]::HasExtension([NullString]::Value)", "Boolean False"),
        ("$null -eq [IO.Path]::GetPathRoot([NullString]::Value)", "Boolean True"),
        ("[IO.Path]::ChangeExtension('c.txt', [NullString]::Value)", "String c"),
        ("$null -eq [IO.Path]::GetFileNameWithoutExtension([NullString]::Value)", "Boolean True"),
        ("$null -eq [IO.Path]::GetDirectoryName([NullString]::Value)", "Boolean True"),
    ],
)
def test_a_path_is_taken_apart_and_put_together(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        ("[IO.Path]::GetFullPath('')", "ArgumentException"),
        ("[IO.Path]::GetFullPath([NullString]::Value)", "ArgumentNullException"),
        ("[IO.Path]::Combine('a', [NullString]::Value)", "ArgumentNullException"),
    ],
)
def test_a_path_that_says_nothing_is_refused(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")
