from __future__ import annotations

import pytest

from tests.modules.conftest import Shell


def test_whether_something_is_there(shell: Shell) -> None:
    script = """Set-Content a.txt 1; $null = New-Item d -ItemType Directory
    (Test-Path a.txt, d, none, *.txt) -join ','
    (Test-Path a.txt -PathType Container), (Test-Path d -PathType Leaf), (Test-Path a.txt -PathType Leaf) -join ','
    (Test-Path a.txt -OlderThan '2000-01-01'), (Test-Path a.txt -NewerThan '2000-01-01') -join ','
    Test-Path ''; Test-Path 'a:b*c' -IsValid; Test-Path -LiteralPath a.txt
    Test-Path env:; Test-Path env:NONE; Test-Path variable:PSVersionTable -PathType Container"""
    assert shell.lines(script) == [
        "True,True,False,True", "False,False,True", "False,True", "False", "True", "True", "True", "False", "False"
    ]  # fmt: skip


def test_null_is_no_path(shell: Shell) -> None:
    assert shell.caught("Test-Path $null")[0] == "NullPathNotPermitted,Microsoft.PowerShell.Commands.TestPathCommand"


def test_parts_are_joined_as_their_place_separates_them(shell: Shell) -> None:
    script = """Join-Path a b; Join-Path C:\\data june.csv; Join-Path 'C:/x' 'y/z'; Join-Path a b c d
    Set-Content a.txt 1; (Join-Path . *.txt -Resolve).EndsWith('a.txt')"""
    assert shell.lines(script) == ["a/b", "C:\\data\\june.csv", "C:\\x\\y\\z", "a/b/c/d", "True"]


def test_an_unknown_drive_joins_nothing(shell: Shell) -> None:
    assert shell.caught("Join-Path nodrive:\\a b")[0] == "DriveNotFound,Microsoft.PowerShell.Commands.JoinPathCommand"


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("Split-Path C:\\data\\june.csv", "C:\\data"),
        ("Split-Path C:\\june.csv", "C:\\"),
        ("Split-Path -LiteralPath a/b", "a"),
        ("Split-Path C:\\data\\june.csv -Leaf", "june.csv"),
        ("Split-Path a/june.tar.gz -LeafBase", "june.tar"),
        ("Split-Path a/june.tar.gz -Extension", ".gz"),
        ("Split-Path C:\\data -Qualifier", "C:"),
        ("Split-Path C:\\data -NoQualifier", "\\data"),
        ("Split-Path C:\\data -IsAbsolute", "True"),
        ("Split-Path data -IsAbsolute", "False"),
        ("Split-Path /data -Leaf", "data"),
    ],
)
def test_parts_of_a_path(shell: Shell, command: str, expected: str) -> None:
    assert shell.lines(command) == [expected]


def test_a_path_without_drive_has_no_qualifier(shell: Shell) -> None:
    assert shell.caught("Split-Path data -Qualifier")[0].startswith("ParseQualifierError,")


def test_patterns_are_resolved(shell: Shell) -> None:
    script = """Set-Content a.txt 1; $null = New-Item d -ItemType Directory
    Resolve-Path *.txt -Relative; Resolve-Path . -Relative; Resolve-Path a.txt -Relative -RelativeBasePath d
    (Resolve-Path -LiteralPath a.txt).Provider.Name; (Resolve-Path env:PATH).ProviderPath
    (Convert-Path a.txt).EndsWith('a.txt'); (Convert-Path -LiteralPath d).EndsWith('d')
    (Split-Path *.txt -Leaf -Resolve)"""
    assert shell.lines(script) == ["./a.txt", ".", "../a.txt", "FileSystem", "PATH", "True", "True", "a.txt"]


def test_locations_are_entered_kept_and_left(shell: Shell) -> None:
    script = """$null = New-Item d/e -ItemType Directory -Force
    (Set-Location d -PassThru).Path.EndsWith('d'); Test-Path e
    Push-Location -LiteralPath e; (Get-Location).Path.EndsWith('e'); (Get-Location -Stack).Path.EndsWith('d')
    (Pop-Location -PassThru).Path.EndsWith('d'); Pop-Location
    Set-Location -LiteralPath ..; (Push-Location d -StackName mine -PassThru).Path.EndsWith('d')
    Pop-Location -StackName mine; Test-Path d; Set-Location -StackName mine; "$PWD" -eq (Get-Location).Path"""
    assert shell.lines(script) == ["True"] * 8


@pytest.mark.parametrize(
    ("command", "error_id"),
    [
        ("Set-Location none", "PathNotFound"),
        ("Set-Location Env:\\none", "PathNotFound"),
        ("Set-Content a.txt 1; Set-Location a.txt", "PathNotFound"),
        ("$null = New-Item d1, d2 -ItemType Directory; Set-Location d*", "AmbiguousPath"),
    ],
)
def test_what_is_no_location(shell: Shell, command: str, error_id: str) -> None:
    assert shell.caught(command)[0] == f"{error_id},Microsoft.PowerShell.Commands.SetLocationCommand"


def test_the_emulated_drive_keeps_its_files_and_its_separators(shell: Shell) -> None:
    script = """$null = New-Item C:\\Reports\\June -ItemType Directory -Force
    Set-Content c:/reports/june/A.txt 'x'; Get-Content C:\\REPORTS\\june\\a.TXT
    (Get-Item C:\\Reports\\June\\A.txt).FullName; (Get-Item C:\\Reports\\June).Parent.FullName
    (Get-Item C:\\Reports).Root.FullName
    Set-Location C:\\Reports; Set-Location June; (Get-Location).Path; (Get-ChildItem).Name
    (Get-PSDrive C).CurrentLocation"""
    assert shell.lines(script) == [
        "x", "C:\\Reports\\June\\A.txt", "C:\\Reports", "C:\\", "C:\\Reports\\June", "A.txt", "Reports\\June"
    ]  # fmt: skip


def test_minus_and_plus_go_back_and_forth(shell: Shell) -> None:
    script = """$null = New-Item d -ItemType Directory; $null = New-Item '-' -ItemType Directory; $start = "$PWD"
    Set-Location d; Set-Location -; "$PWD" -eq $start; Set-Location +; "$PWD" -eq $start; Set-Location -
    Set-Location -LiteralPath -; Split-Path "$PWD" -Leaf; 1..30 | ForEach-Object { Set-Location . }
    try { 1..30 | ForEach-Object { Set-Location - } } catch { $_.Exception.Message }
    try { 1..30 | ForEach-Object { Set-Location + } } catch { $_.FullyQualifiedErrorId }"""
    assert shell.lines(script) == [
        "True",
        "False",
        "-",
        "There is no location history left to navigate backwards.",
        "System.InvalidOperationException,Microsoft.PowerShell.Commands.SetLocationCommand",
    ]


@pytest.mark.parametrize("command", ["Pop-Location -StackName none", "Get-Location -StackName none"])
def test_a_stack_that_is_not_there_is_an_error(shell: Shell, command: str) -> None:
    assert shell.caught(command)[1:] == ["InvalidArgument", "PSArgumentException"]


def test_a_path_with_an_open_bracket_alone_is_literal(shell: Shell) -> None:
    script = "$null = New-Item 'a[b' -ItemType Directory; Test-Path 'a[b'; Test-Path 'a[c'; Test-Path 'a['"
    assert shell.lines(script) == ["True", "False", "False"]


def test_a_pattern_is_a_container_when_all_that_it_means_are_folders(shell: Shell) -> None:
    script = """$null = New-Item aa, bb -ItemType Directory; Set-Content c.txt 1
    '*', '??', '*.txt', 'z*' | ForEach-Object { "$(Test-Path $_ -Type Container) $(Test-Path $_ -Type Leaf)" }"""
    assert shell.lines(script) == ["False True", "True False", "False True", "False False"]


def test_a_null_path_is_an_error_and_the_others_are_tested(shell: Shell) -> None:
    assert shell.lines("Test-Path $null -ErrorAction Ignore; Test-Path '' ; Test-Path nodrive:/x -IsValid") == [
        "False",
        "False",
    ]
