from __future__ import annotations

from pathlib import Path

import pytest

from msolemu.bootstrap import Settings, build
from msolemu.host.capture import CaptureHost


def lines(script: str) -> list[str]:
    """What a script prints in an emulator that keeps nothing."""
    host = CaptureHost()
    with build(Settings(workspace=None), host) as emulator:
        emulator.runspace.run(script)
    assert host.errors == ""
    return [line.rstrip() for line in host.output.splitlines() if line.strip()]


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_file_tells_its_parts() -> None:
    script = """Set-Content a.tar.gz 'abc'; $f = Get-Item a.tar.gz
    $f.Name; $f.BaseName; $f.Extension; $f.Length; $f.Exists; $f.Directory.GetType().Name
    $f.DirectoryName -eq $PWD.Path
    $f.PSIsContainer; $f.PSChildName; $f.PSPath -eq "Microsoft.PowerShell.Core\\FileSystem::$($f.FullName)"
    "$($f.Attributes)"; $f.LengthString; $f.NameString; $f.LinkTarget -eq $null; $f.Refresh()
    $f.ToString() -eq $f.FullName"""
    assert lines(script) == [
        "a.tar.gz", "a.tar", ".gz", "4", "True", "DirectoryInfo", "True", "False", "a.tar.gz", "True", "Normal", "4",
        "a.tar.gz", "True", "True",
    ]  # fmt: skip


def test_a_folder_tells_its_parts() -> None:
    script = """$null = New-Item d/.e -ItemType Directory -Force; $d = Get-Item d
    $d.BaseName; $d.Parent.FullName -eq $PWD.Path; $d.Root.FullName; $d.PSIsContainer; "$($d.Attributes)"; $d.Mode
    "$((Get-ChildItem d -Force).Attributes)"; ([System.IO.DirectoryInfo]'/').Parent -eq $null"""
    assert lines(script) == ["d", "True", "/", "True", "Directory", "d----", "Hidden, Directory", "True"]


def test_times_of_a_file_are_read_and_set() -> None:
    script = """Set-Content a.txt 1; $f = Get-Item a.txt
    $f.LastWriteTime = '2020-05-06 07:08:09'; $f.LastWriteTimeUtc.ToString('s'); $f.LastAccessTime = '2021-01-01'
    $f.LastAccessTime.Year
    $f.CreationTime.Year -ge 2020; ([System.IO.FileInfo]'none').LastWriteTime.Year"""
    assert lines(script) == ["2020-05-06T07:08:09", "2021", "True", "1601"]


def test_a_file_is_made_read_only_and_writable() -> None:
    script = """Set-Content a.txt 1; $f = Get-Item a.txt; $f.IsReadOnly; $f.IsReadOnly = $true
    "$($f.Attributes) $($f.Mode)"
    $f.IsReadOnly = $false; $f.IsReadOnly"""
    assert lines(script) == ["False", "ReadOnly --r--", "False"]


def test_files_and_folders_are_objects_before_they_are_there() -> None:
    script = """$f = [System.IO.FileInfo]'x.txt'; "$f $($f.Exists) $($f.Length)"
    $d = [System.IO.DirectoryInfo]::new('d/e')
    $d.Exists; $d.Create(); $d.Exists; $d.Delete(); $d.Exists; ([System.IO.DirectoryInfo]'d').Delete($true)
    Test-Path d"""
    assert lines(script) == ["x.txt False 0", "False", "True", "False", "False"]


def test_a_file_is_copied_moved_and_deleted() -> None:
    script = """Set-Content a.txt 'x'; $f = Get-Item a.txt; $f.CopyTo('b.txt').Name
    try { $f.CopyTo('b.txt') } catch { $_.Exception.InnerException.GetType().Name }; $f.CopyTo('b.txt', $true).Length
    $f.MoveTo('c.txt'); $f.Name; $f.Delete(); Test-Path c.txt"""
    assert lines(script) == ["b.txt", "IOException", "2", "c.txt", "False"]


def test_a_folder_lists_what_is_in_it() -> None:
    script = """$null = New-Item d/e -ItemType Directory -Force; Set-Content d/a.txt 1; Set-Content d/b.csv 1
    $d = Get-Item d
    $d.GetFiles().Name -join ','; $d.GetFiles('*.csv').Name; $d.GetDirectories().Name"""
    assert lines(script) == ["a.txt,b.csv", "b.csv", "e"]


def test_nothing_outside_is_touched() -> None:
    script = "try { ([System.IO.FileInfo]'/etc/hostname').Delete() } catch { $_.Exception.GetType().Name; 'refused' }"
    assert lines(script)[-1] == "refused"
    assert Path("/etc/hostname").exists()
