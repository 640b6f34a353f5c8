from __future__ import annotations

import pytest

from tests.modules.conftest import Shell


def test_lines_are_written_added_and_read_again(shell: Shell) -> None:
    script = "Set-Content a.txt 'one', 'two'; Add-Content a.txt 'three'; Get-Content a.txt"
    assert shell.lines(script) == ["one", "two", "three"]
    assert (shell.folder / "a.txt").read_text() == "one\ntwo\nthree\n"


def test_what_is_added_needs_no_file_before_and_may_stay_on_the_line(shell: Shell) -> None:
    assert shell.lines("Add-Content a.txt 'x' -NoNewline; Add-Content a.txt 'y'; Get-Content a.txt") == ["xy"]


def test_values_can_be_given_back(shell: Shell) -> None:
    assert shell.lines("Set-Content a.txt 'one' -PassThru") == ["one"]


def test_a_file_is_read_in_pieces_from_its_start_or_its_end(shell: Shell) -> None:
    script = """Set-Content a.txt (1..6)
    (Get-Content a.txt -ReadCount 4 | ForEach-Object { $_.Count }) -join ','
    (Get-Content a.txt -First 2) -join ','
    (Get-Content a.txt -Last 2) -join ','
    @(Get-Content a.txt -Tail 0).Count"""
    assert shell.lines(script) == ["4,2", "1,2", "5,6", "0"]


def test_first_and_last_lines_together_are_refused(shell: Shell) -> None:
    assert shell.caught("Set-Content a.txt 1; Get-Content a.txt -First 1 -Last 1") == [
        "TailAndHeadCannotCoexist,Microsoft.PowerShell.Commands.GetContentCommand",
        "InvalidOperation",
        "InvalidOperationException",
    ]


def test_bytes_are_written_and_read(shell: Shell) -> None:
    script = """Set-Content a.bin ([byte[]](65, 66)) -AsByteStream
    (Get-Content a.bin -AsByteStream) -join ','
    (Get-Content a.bin -AsByteStream -Raw).Count
    Get-Content a.bin"""
    assert shell.lines(script) == ["65,66", "2", "AB"]


def test_what_is_no_byte_is_refused_as_one(shell: Shell) -> None:
    assert shell.caught("Set-Content a.bin 'text' -AsByteStream")[0] == (
        "ProviderContentWriteError,Microsoft.PowerShell.Commands.SetContentCommand"
    )


def test_a_folder_has_no_content(shell: Shell) -> None:
    assert shell.caught("$null = New-Item d -ItemType Directory; Get-Content d") == [
        "GetContainerContentException,Microsoft.PowerShell.Commands.GetContentCommand",
        "InvalidOperation",
        "InvalidOperationException",
    ]


def test_a_file_in_a_folder_that_is_not_there_cannot_be_written(shell: Shell) -> None:
    assert shell.caught("Set-Content none/a.txt 1") == [
        "GetContentWriterDirectoryNotFoundError,Microsoft.PowerShell.Commands.SetContentCommand",
        "ObjectNotFound",
        "DirectoryNotFoundException",
    ]


def test_a_read_only_file_is_written_with_force_only(shell: Shell) -> None:
    prepared = "Set-Content a.txt 'old'; (Get-Item a.txt).IsReadOnly = $true; "
    assert shell.caught(prepared + "Set-Content a.txt 'new'")[1] == "PermissionDenied"
    assert shell.lines("Set-Content a.txt 'new' -Force; Get-Content a.txt") == ["new"]


def test_the_environment_variables_and_functions_have_content_too(shell: Shell) -> None:
    script = """Set-Content env:REGION 'North'; Get-Content env:REGION
    Set-Content variable:few 1, 2; Get-Content variable:few
    Set-Content function:hi '"hi"'; hi"""
    assert shell.lines(script) == ["North", "1", "2", "hi"]
    assert shell.caught("$few = 1; Clear-Content variable:few")[2] == "PSNotSupportedException"


def test_whatif_writes_nothing(shell: Shell) -> None:
    assert shell.lines("Set-Content a.txt 1 -WhatIf; Test-Path a.txt")[-1] == "False"


def test_content_goes_to_every_file_that_a_pattern_means(shell: Shell) -> None:
    script = "'a', 'b' | ForEach-Object { Set-Content \"$_.txt\" 'old' }; Set-Content *.txt 'new'; Get-Content *.txt"
    assert shell.lines(script) == ["new", "new"]


def test_literal_paths_take_no_wildcards(shell: Shell) -> None:
    script = """Set-Content -LiteralPath 'a[1].txt' 'x'; Add-Content -LiteralPath 'a[1].txt' 'y'
    Get-Content -LiteralPath 'a[1].txt'; Clear-Content -LiteralPath 'a[1].txt'
    (Get-Item -LiteralPath 'a[1].txt').Length"""
    assert shell.lines(script) == ["x", "y", "0"]


def test_an_encoding_is_kept_by_what_is_added(shell: Shell) -> None:
    script = "Set-Content a.txt 'ä' -Encoding utf8BOM; Add-Content a.txt 'ö' -Encoding utf8BOM; Get-Content a.txt"
    assert shell.lines(script) == ["ä", "ö"]
    assert (shell.folder / "a.txt").read_bytes().count(b"\xef\xbb\xbf") == 1


def test_an_unknown_encoding_is_refused(shell: Shell) -> None:
    assert shell.caught("Set-Content a.txt 1 -Encoding klingon")[0] == (
        "CannotConvertArgumentNoMessage,Microsoft.PowerShell.Commands.SetContentCommand"
    )


@pytest.mark.parametrize(
    ("command", "error_id"),
    [
        ("Get-Content a.txt -Raw -Tail 1", "InvalidOperation"),
        ("Get-Content a.txt -Raw -Delimiter x", "InvalidOperation"),
        ("Get-Content a.txt -AsByteStream -Delimiter x", "GetContentReaderArgumentError"),
        ("Get-Content none*.txt", "ItemNotFound"),
        ("Get-Content *.txt -Exclude a*", "ItemNotFound"),
        ("Set-Content none*.txt 1", "ItemNotFound"),
        ("Clear-Content function:prompt", "NotSupported"),
        ("Clear-Content .", "System.NotSupportedException"),
        ("Set-Content . 1", "System.NotSupportedException"),
        ("Add-Content . 1", "WriteContainerContentException"),
        ("(Get-Item a.txt).IsReadOnly = $true; Clear-Content a.txt", "ClearContentUnauthorizedAccessError"),
        ("Get-Item .hidden", "ItemNotFound"),
    ],
)
def test_what_cannot_be_read_or_emptied_is_an_error(shell: Shell, command: str, error_id: str) -> None:
    assert shell.caught(f"Set-Content a.txt 1; Set-Content .hidden 1; {command}")[0].partition(",")[0] == error_id


def test_bytes_have_no_encoding(shell: Shell) -> None:
    script = (
        "Set-Content a.txt x; $null = Get-Content a.txt -AsByteStream -Encoding ascii -WarningVariable w 3> $null; $w"
    )
    assert shell.lines(script) == ["Encoding not used when '-AsByteStream' specified."]


def test_arrays_in_arrays_are_lines_each_and_a_new_file_takes_one_text(shell: Shell) -> None:
    assert shell.lines("Set-Content a.txt (1, (2, (3, 4))); (Get-Content a.txt) -join ' '") == ["1 2 3 4"]
    assert shell.lines("$null = New-Item b.txt -Value 1, 2; Get-Content b.txt") == ["System.Object[]"]


def test_what_is_written_is_passed_on_for_each_file(shell: Shell) -> None:
    assert shell.lines("Set-Content a.txt, b.txt one -PassThru") == ["one", "one"]
