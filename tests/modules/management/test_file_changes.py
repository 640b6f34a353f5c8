"""Files and folders that are copied, moved, renamed and removed."""

from __future__ import annotations

import pytest

from tests.modules.conftest import Shell

TREE = """$null = New-Item from/in -ItemType Directory -Force
Set-Content from/a.txt 'a'; Set-Content from/in/b.log 'b'
"""
COMMANDS = "Microsoft.PowerShell.Commands."


def test_a_folder_that_is_there_already_is_told_and_its_files_are_overwritten(shell: Shell) -> None:
    script = f"""{TREE}$null = New-Item to -ItemType Directory
    Copy-Item from to -Recurse; Set-Content to/from/a.txt 'old'
    Copy-Item from to -Recurse -ErrorAction SilentlyContinue -ErrorVariable found; Get-Content to/from/a.txt
    $found.Count; $found[0].FullyQualifiedErrorId; $found[0].CategoryInfo.Category
    Copy-Item from to -Recurse -Force; Get-ChildItem to -Recurse -Name"""
    assert shell.lines(script) == [
        "a", "2", f"DirectoryExist,{COMMANDS}CopyItemCommand", "ResourceExists",
        "from", "from/in", "from/a.txt", "from/in/b.log",
    ]  # fmt: skip


def test_a_copy_bears_the_time_of_its_source(shell: Shell) -> None:
    script = """Set-Content a.txt 1; (Get-Item a.txt).LastWriteTime = '2020-03-04 05:06'; Copy-Item a.txt b.txt
    (Get-Item b.txt).LastWriteTime.ToString('yyyy-MM-dd')"""
    assert shell.lines(script) == ["2020-03-04"]


def test_excluded_files_are_copied_from_no_folder(shell: Shell) -> None:
    assert shell.lines(TREE + "Copy-Item from to -Recurse -Exclude *.log; Get-ChildItem to -Recurse -Name") == [
        "in",
        "a.txt",
    ]


def test_a_read_only_file_is_overwritten_with_force_only(shell: Shell) -> None:
    prepared = "Set-Content a.txt 1; Set-Content b.txt 2; (Get-Item b.txt).IsReadOnly = $true; "
    assert shell.caught(prepared + "Copy-Item a.txt b.txt") == [
        f"CopyFileInfoItemUnauthorizedAccessError,{COMMANDS}CopyItemCommand",
        "PermissionDenied",
        "UnauthorizedAccessException",
    ]
    assert shell.lines("Copy-Item a.txt b.txt -Force; Get-Content b.txt") == ["1"]


@pytest.mark.parametrize(
    ("command", "error_id", "category"),
    [
        ("Copy-Item from from/a.txt -Recurse", "CopyContainerItemToLeafError,{0}CopyItemCommand", "InvalidArgument"),
        ("Copy-Item from from/in -Recurse", "CopyItemArgumentError,{0}CopyItemCommand", "InvalidArgument"),
        ("Copy-Item from/a.txt none/b.txt", "CopyFileInfoItemIOError,{0}CopyItemCommand", "WriteError"),
        (
            "Copy-Item from to -Container:$false",
            "CopyContainerToContainerWithoutRecurseOrContainer,{0}CopyItemCommand",
            "InvalidArgument",
        ),
        ("Move-Item from from/in", "MoveItemArgumentError,{0}MoveItemCommand", "InvalidArgument"),
        ("Move-Item from/a.txt none/b.txt", "MoveFileInfoItemIOError,{0}MoveItemCommand", "WriteError"),
        ("Set-Content b 1; Move-Item from b", "MoveDirectoryItemIOError,{0}MoveItemCommand", "WriteError"),
        ("Rename-Item from/a.txt in -Force", "RenameItemIOError,{0}RenameItemCommand", "WriteError"),
        ("Rename-Item from/* x", "Argument,{0}RenameItemCommand", "InvalidArgument"),
        ("Remove-Item .", "InvalidOperation,{0}RemoveItemCommand", "InvalidOperation"),
        (
            "Set-Location from; Remove-Item ../from -Recurse",
            "InvalidOperation,{0}RemoveItemCommand",
            "InvalidOperation",
        ),
        ("New-Item from/a.txt/b.txt -Force", "NewItemIOError,{0}NewItemCommand", "WriteError"),
    ],
)
def test_what_cannot_be_done_is_an_error(shell: Shell, command: str, error_id: str, category: str) -> None:
    assert shell.caught(TREE + command)[:2] == [error_id.format(COMMANDS), category]


def test_the_target_of_an_error_is_the_file(shell: Shell) -> None:
    script = (
        "Set-Content a.txt 1; try { Copy-Item a.txt no/b -ErrorAction Stop } catch { $_.TargetObject.GetType().Name }"
    )
    assert shell.lines(script) == ["FileInfo"]


def test_an_item_moved_or_renamed_to_its_own_name_stays(shell: Shell) -> None:
    assert shell.lines("Set-Content a.txt 1; Move-Item a.txt a.txt; Rename-Item a.txt a.txt; Get-Content a.txt") == [
        "1"
    ]


def test_a_hidden_file_is_removed_with_force_only(shell: Shell) -> None:
    assert shell.caught("Set-Content .a 1; Remove-Item .a")[0].startswith("RemoveFileSystemItemUnAuthorizedAccess,")
    script = f"""{TREE}Set-Content from/in/.c 1
    Remove-Item from -Recurse -ErrorAction SilentlyContinue -ErrorVariable e
    $e.FullyQualifiedErrorId -replace ',.*'; Get-ChildItem from -Recurse -Force -Name; Remove-Item from -Recurse -Force
    Test-Path from"""
    assert shell.lines(script) == [
        "RemoveFileSystemItemUnAuthorizedAccess", "DirectoryNotEmpty", "in", "in/.c", "False",
    ]  # fmt: skip


def test_files_are_renamed_by_a_rule(shell: Shell) -> None:
    script = """'a.txt', 'b.txt' | ForEach-Object { Set-Content $_ 1 }
    Get-ChildItem *.txt | Rename-Item -NewName { $_.BaseName + '.log' }; (Get-ChildItem *.log).Name -join ' '"""
    assert shell.lines(script) == ["a.log b.log"]


def test_force_makes_no_folder_of_a_file(shell: Shell) -> None:
    assert shell.lines("Set-Content a 'kept'; New-Item a -ItemType Directory -Force; Get-Content a") == ["kept"]


@pytest.mark.parametrize("command", ["Move-Item . b", "Rename-Item . b", "Remove-Item ."])
def test_the_folder_that_the_session_stands_in_stays(shell: Shell, command: str) -> None:
    name = command.partition(" ")[0].replace("-", "")
    assert shell.caught(command)[0] == f"InvalidOperation,Microsoft.PowerShell.Commands.{name}Command"
