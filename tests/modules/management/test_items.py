from __future__ import annotations

import pytest

from tests.modules.conftest import Shell

COMMANDS = "Microsoft.PowerShell.Commands."


def test_files_and_folders_are_made(shell: Shell) -> None:
    script = """(New-Item notes.txt -Value 'hello').Name
    Get-Content notes.txt
    (New-Item a/b -ItemType Directory).FullName.EndsWith('b')
    (New-Item -Path a -Name c.txt -ItemType File).Length
    (New-Item deep/er/d.txt -Force).Exists"""
    assert shell.lines(script) == ["notes.txt", "hello", "True", "0", "True"]


@pytest.mark.parametrize(
    ("command", "error_id"),
    [
        ("$null = New-Item a.txt; New-Item a.txt", "NewItemIOError"),
        ("$null = New-Item d -ItemType Directory; New-Item d -ItemType Directory", "DirectoryExist"),
        ("New-Item none/a.txt", "NewItemIOError"),
        ("New-Item a -ItemType Gadget", "Argument"),
        ("New-Item a -ItemType SymbolicLink -Target b", "LinksNotEmulated"),
    ],
)
def test_what_cannot_be_made_is_an_error(shell: Shell, command: str, error_id: str) -> None:
    assert shell.caught(command)[0] == f"{error_id},{COMMANDS}NewItemCommand"


def test_named_values_are_made_set_emptied_and_removed(shell: Shell) -> None:
    script = """$null = New-Item env:REGION -Value 'North'; $env:REGION
    Set-Item env:REGION 'South'; $env:REGION
    (Set-Item -LiteralPath variable:few 3 -PassThru).Value
    Clear-Item variable:few; $null -eq $few
    Rename-Item variable:few many; Test-Path variable:many
    Remove-Item env:REGION; Test-Path env:REGION
    Set-Item alias:list Get-Verb; (Get-Item alias:list).Definition
    Remove-Item alias:list; Test-Path alias:list
    function f { }; Remove-Item function:f; Test-Path function:f
    Copy-Item variable:many variable:copy; Test-Path variable:copy"""
    assert shell.lines(script) == [
        "North", "South", "3", "True", "True", "False", "Get-Verb", "False", "False", "True"
    ]  # fmt: skip


def test_files_are_copied_with_their_folders_only_when_asked(shell: Shell) -> None:
    script = """$null = New-Item d/in -ItemType Directory -Force; Set-Content d/in/a.txt 1
    Copy-Item d/in/a.txt b.txt; Get-Content b.txt
    Copy-Item d/in/a.txt d -PassThru | ForEach-Object Name
    Copy-Item d flat; (Get-ChildItem flat -Recurse).Count
    Copy-Item d whole -Recurse; (Get-ChildItem whole -Recurse).Count
    Copy-Item -LiteralPath b.txt c.txt; Test-Path c.txt"""
    assert shell.lines(script) == ["1", "a.txt", "0", "3", "True"]


@pytest.mark.parametrize(
    ("command", "error_id"),
    [
        ("Set-Content a.txt 1; Copy-Item a.txt a.txt", "CopyError,{0}CopyItemCommand"),
        ("Set-Content a.txt 1; Copy-Item a.txt none/b.txt", "CopyFileInfoItemIOError,{0}CopyItemCommand"),
        (
            "Set-Content a.txt 1; Set-Content b.txt 2; Move-Item a.txt b.txt",
            "MoveFileInfoItemIOError,{0}MoveItemCommand",
        ),
        ("Set-Content a.txt 1; Move-Item a.txt none/b.txt", "MoveFileInfoItemIOError,{0}MoveItemCommand"),
        (
            "$null = mkdir d, e; $null = New-Item e/d -ItemType Directory; Move-Item d e",
            "MoveDirectoryItemIOError,{0}MoveItemCommand",
        ),
        ("Set-Content a.txt 1; Set-Content b.txt 2; Rename-Item a.txt b.txt", "RenameItemIOError,{0}RenameItemCommand"),
        ("Remove-Item none", "PathNotFound,{0}RemoveItemCommand"),
    ],
)
def test_what_cannot_be_moved_or_copied_is_an_error(shell: Shell, command: str, error_id: str) -> None:
    command = command.replace("mkdir d, e", "New-Item d, e -ItemType Directory")
    assert shell.caught(command)[0] == error_id.format(COMMANDS)


def test_files_are_moved_and_renamed(shell: Shell) -> None:
    script = """Set-Content a.txt 1; Set-Content b.txt 2
    Move-Item a.txt b.txt -Force; Get-Content b.txt
    $null = New-Item d -ItemType Directory; (Move-Item -LiteralPath b.txt d -PassThru).Name
    (Rename-Item d/b.txt c.txt -PassThru).Name
    Rename-Item -LiteralPath d e; Test-Path e/c.txt"""
    assert shell.lines(script) == ["1", "b.txt", "c.txt", "True"]


def test_a_folder_with_something_in_it_is_asked_about(shell: Shell) -> None:
    prepared = "$null = New-Item d -ItemType Directory; Set-Content d/a.txt 1; Remove-Item d; Test-Path d"
    assert shell.run(prepared, ["n"]).lines[-1] == "True"
    assert shell.run("Remove-Item d; Test-Path d", ["y"]).lines[-1] == "False"


def test_a_read_only_file_is_removed_with_force_only(shell: Shell) -> None:
    prepared = "Set-Content a.txt 1; (Get-Item a.txt).IsReadOnly = $true; "
    assert shell.caught(prepared + "Remove-Item a.txt")[1] == "PermissionDenied"
    assert shell.lines("Remove-Item -LiteralPath a.txt -Force; Test-Path a.txt") == ["False"]


def test_names_are_chosen_by_filter_include_and_exclude(shell: Shell) -> None:
    script = """'a.txt', 'b.txt', 'b.csv' | ForEach-Object { Set-Content $_ 1 }
    (Get-Item *.* -Filter *.txt).Name -join ','
    (Get-Item *.* -Include b.* -Exclude *.csv).Name
    (Get-ChildItem -Filter b*).Name -join ','
    (Get-ChildItem * -Include *.csv).Name
    (Get-ChildItem -Exclude b.*).Name"""
    assert shell.lines(script) == ["a.txt,b.txt", "b.txt", "b.csv,b.txt", "b.csv", "a.txt"]


def test_folders_are_listed_as_deep_as_asked(shell: Shell) -> None:
    script = """$null = New-Item a/b/c -ItemType Directory -Force; Set-Content a/x.txt 1
    Set-Content a/b/y.txt 2; Set-Content a/.z 3
    (Get-ChildItem a).Name -join ','
    (Get-ChildItem a -Force).Name -join ','
    (Get-ChildItem a -Hidden).Name
    Get-ChildItem a -Recurse -Name
    (Get-ChildItem a -Depth 1).Count
    (Get-ChildItem *.txt -Recurse).Name -join ','
    (Get-ChildItem a -Directory).Name
    (Get-ChildItem a/*.txt).Name
    (Get-ChildItem -LiteralPath a -File -Recurse).Name -join ','
    @(Get-ChildItem a -System).Count; @(Get-ChildItem a -ReadOnly).Count"""
    assert shell.lines(script) == [
        "b,x.txt", "b,.z,x.txt", ".z", "b", "x.txt", "b/c", "b/y.txt", "4", "y.txt,x.txt", "b", "x.txt", "x.txt,y.txt",
        "0", "0",
    ]  # fmt: skip


def test_a_drive_of_names_is_listed(shell: Shell) -> None:
    script = """$env:ABCX = 1; (Get-ChildItem env:ABC*).Name; Get-ChildItem env:ABC* -Name
    $few = 1; (Get-ChildItem variable:few).Value; function f { }; (Get-ChildItem function:f).Name
    (Get-ChildItem alias:gci).Definition"""
    assert shell.lines(script) == ["ABCX", "ABCX", "1", "f", "Get-ChildItem"]


@pytest.mark.parametrize(
    ("command", "error_id"),
    [
        ("Get-ChildItem none", "PathNotFound,{0}GetChildItemCommand"),
        ("Get-Item HKLM:\\Software", "ProviderNotEmulated,{0}GetItemCommand"),
        ("Get-Item Cert:\\", "ProviderNotEmulated,{0}GetItemCommand"),
        ("Get-Item env:NONE", "PathNotFound,{0}GetItemCommand"),
        ("Get-Item nodrive:\\a", "DriveNotFound,{0}GetItemCommand"),
        ("Get-Item Q:\\a", "DriveNotFound,{0}GetItemCommand"),
        ("$null = New-Item Q:\\a -ItemType Directory; Get-Item Q:\\b", "PathNotFound,{0}GetItemCommand"),
        ("Set-Item a.txt 1", "NotSupported,{0}SetItemCommand"),
        ("Get-Item a -Credential x", "ParameterNotEmulated,{0}GetItemCommand"),
    ],
)
def test_what_is_not_there_or_not_emulated_is_an_error(shell: Shell, command: str, error_id: str) -> None:
    assert shell.caught(command)[0] == error_id.format(COMMANDS)


def test_nothing_is_opened(shell: Shell) -> None:
    assert "would be opened" in shell.lines("Set-Content a.txt 1; Invoke-Item a.txt")[0]
    assert "the folder" in shell.lines("Invoke-Item -LiteralPath .")[0]


def test_properties_of_files_are_read_and_set(shell: Shell) -> None:
    script = """Set-Content a.txt 'abc'
    (Get-ItemProperty a.txt Length).Length
    (Get-ItemProperty -LiteralPath a.txt).Name
    Get-ItemPropertyValue a.txt Name, Extension
    Get-ItemPropertyValue -LiteralPath a.txt Name
    Set-ItemProperty a.txt IsReadOnly $true; (Get-Item a.txt).IsReadOnly
    (Set-ItemProperty -LiteralPath a.txt IsReadOnly $false -PassThru).IsReadOnly
    [pscustomobject]@{ LastWriteTime = [datetime]'2020-05-06' } | Set-ItemProperty a.txt
    (Get-Item a.txt).LastWriteTime.Year"""
    assert shell.lines(script) == ["4", "a.txt", "a.txt", ".txt", "a.txt", "True", "False", "2020"]


@pytest.mark.parametrize(
    ("command", "error_id"),
    [
        ("Get-ItemProperty . Nope", "GetValueError,{0}GetItemPropertyCommand"),
        ("Get-ItemPropertyValue . Nope", "GetValueError,{0}GetItemPropertyValueCommand"),
        ("Set-ItemProperty . Nope 1", "SetPropertyError,{0}SetItemPropertyCommand"),
    ],
)
def test_a_property_that_is_not_there_is_an_error(shell: Shell, command: str, error_id: str) -> None:
    assert shell.caught(command) == [error_id.format(COMMANDS), "ReadError", "IOException"]


def test_what_a_property_was_set_to_is_told_with_where_the_item_is(shell: Shell) -> None:
    script = """Set-Content a.txt 1
    (Set-ItemProperty a.txt IsReadOnly $true -PassThru).PSObject.Properties.Name -join ' '
    Set-ItemProperty a.txt Attributes Normal; (Get-Item a.txt).IsReadOnly
    (Get-ItemProperty a.txt Name, Length).PSObject.Properties.Name -join ' '"""
    origin = "PSPath PSParentPath PSChildName PSDrive PSProvider"
    assert shell.lines(script) == [f"IsReadOnly {origin}", "False", f"Name Length {origin}"]


def test_values_of_other_drives_have_no_properties(shell: Shell) -> None:
    assert shell.caught("Get-ItemProperty env:PATH")[0] == f"NotSupported,{COMMANDS}GetItemPropertyCommand"


def test_drives_are_made_used_and_removed(shell: Shell) -> None:
    script = """$null = New-Item d -ItemType Directory; Set-Content d/a.txt 1
    (New-PSDrive Work FileSystem d -Description 'mine').Name
    Get-Content Work:/a.txt; (Get-PSDrive Work).Root.EndsWith('d'); (Get-PSDrive -LiteralName Env).Provider.Name
    Remove-PSDrive Work; Test-Path Work:
    (Get-PSDrive -PSProvider FileSystem).Name
    (Get-PSProvider File*).Name"""
    assert shell.lines(script) == ["Work", "1", "True", "Environment", "False", "C", "FileSystem"]


@pytest.mark.parametrize(
    ("command", "error_id"),
    [
        ("Get-PSDrive none", "GetLocationNoMatchingDrive"),
        ("Remove-PSDrive none", "DriveNotFound"),
        ("Remove-PSDrive -LiteralName none", "DriveNotFound"),
        ("New-PSDrive R Registry HKLM", "ProviderNotEmulated"),
        ("New-PSDrive Env FileSystem .", "DriveAlreadyExists"),
        ("New-PSDrive W FileSystem none", "DriveRootError"),
        ("New-PSDrive W None .", "ProviderNotFound"),
        ("New-PSDrive W Variable .", "ProviderNotEmulated"),
        ("New-PSDrive W.X FileSystem .", "Argument"),
        ("Get-PSProvider none", "ProviderNotFound"),
    ],
)
def test_errors_of_drives(shell: Shell, command: str, error_id: str) -> None:
    assert shell.caught(command)[0].partition(",")[0] == error_id


@pytest.mark.parametrize("command", ["Get-Process", "Start-Process notepad", "Get-Service x", "Clear-ItemProperty a b"])
def test_commands_of_the_machine_are_refused(shell: Shell, command: str) -> None:
    assert shell.caught(command)[0].partition(",")[0] in ("CommandNotEmulated", "ParameterNotEmulated")
