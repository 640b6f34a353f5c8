"""Files that are missing, unreadable or malformed give PowerShell's records; what replaces a file does so whole."""

from __future__ import annotations

import pytest

from tests.modules.conftest import Shell

MISSING = [
    ("Get-Content none.txt", "PathNotFound", "GetContentCommand"),
    ("Import-Csv none.csv", "FileOpenFailure", "ImportCsvCommand"),
    ("Import-Clixml none.xml", "FileOpenFailure", "ImportClixmlCommand"),
    ("Get-FileHash none.txt", "FileNotFound", "GetFileHashCommand"),
    ("Get-Item none.txt", "PathNotFound", "GetItemCommand"),
    ("Get-ChildItem none", "PathNotFound", "GetChildItemCommand"),
    ("Remove-Item none.txt", "PathNotFound", "RemoveItemCommand"),
    ("Select-Xml -Path none.xml -XPath /a", "PathNotFound", "SelectXmlCommand"),
    ("Out-File no/such/folder.txt -InputObject x", "FileOpenFailure", "OutFileCommand"),
    ("Export-Csv no/such/folder.csv -InputObject x", "FileOpenFailure", "ExportCsvCommand"),
]


@pytest.mark.parametrize(("command", "error_id", "owner"), MISSING, ids=[row[0] for row in MISSING])
def test_a_missing_file_has_its_id(shell: Shell, command: str, error_id: str, owner: str) -> None:
    found = shell.caught(f"{command} -ErrorAction Stop")[0]
    assert found == f"{error_id},Microsoft.PowerShell.Commands.{owner}"


MALFORMED = [
    ("ConvertFrom-Json '{ \"a\": '", "System.ArgumentException,Microsoft.PowerShell.Commands.ConvertFromJsonCommand"),
    ("Test-Json '{ a' -ErrorAction Stop", "InvalidJson,Microsoft.PowerShell.Commands.TestJsonCommand"),
    ("'a,a', '1,2' | ConvertFrom-Csv", "AlreadyPresentPSMemberInfoInternalCollectionAdd,"),
    ("ConvertFrom-StringData 'a'", "InvalidOperation,Microsoft.PowerShell.Commands.ConvertFromStringDataCommand"),
    ("Import-Clixml bad.xml", "System.Xml.XmlException,Microsoft.PowerShell.Commands.ImportClixmlCommand"),
    ("Select-Xml bad.xml -XPath /a -ErrorAction Stop", "ProcessingFile,"),
    ("[xml]'<a><b></a>'", "InvalidCastToXmlDocument"),
    ("Get-Content bad.xml -Encoding nonsense", "CannotConvertArgumentNoMessage,"),
]


@pytest.mark.parametrize(("command", "error_id"), MALFORMED, ids=[row[0] for row in MALFORMED])
def test_what_is_malformed_has_its_id(shell: Shell, command: str, error_id: str) -> None:
    (shell.folder / "bad.xml").write_text("no xml", encoding="utf-8")
    assert shell.caught(command)[0].startswith(error_id)


def test_the_place_of_what_is_wrong_in_xml_is_named(shell: Shell) -> None:
    script = "foreach ($t in '<a><b></a>', '<a>text', '<a/><b/>') { try { [xml]$t } catch { $_.Exception.Message } }"
    unclosed, mismatch = shell.lines(script)[1], shell.lines(script)[0]
    assert "The 'b' start tag on line 1 position 5 does not match the end tag of 'a'." in mismatch
    assert "The following elements are not closed: a." in unclosed


def test_rows_that_are_too_short_or_too_long_are_read(shell: Shell) -> None:
    script = "'a,b', '1', '1,2,3' | ConvertFrom-Csv | ForEach-Object { \"[$($_.a)] [$($_.b)] $($null -eq $_.b)\" }"
    assert shell.lines(script) == ["[1] [] True", "[1] [2] False"]


def test_bytes_that_are_no_utf_8_are_read_as_replacements(shell: Shell) -> None:
    (shell.folder / "latin.csv").write_bytes(b"Name\r\nZo\xeb\r\n")
    script = "(Import-Csv latin.csv).Name; (Import-Csv latin.csv -Encoding latin1).Name"
    assert shell.lines(script) == ["Zo\ufffd", "Zoë"]


@pytest.mark.parametrize(
    "writing",
    [
        "Set-Content kept.txt",
        "Out-File kept.txt",
        "Export-Csv kept.txt",
        "Export-Clixml kept.txt",
        "Tee-Object kept.txt",
        "Add-Content kept.txt",
    ],
)
def test_a_failure_on_the_way_leaves_the_file_as_it_was(shell: Shell, writing: str) -> None:
    (shell.folder / "kept.txt").write_text("old\n", encoding="utf-8")
    failing = "1, 2 | ForEach-Object { $_; if ($_ -eq 2) { throw 'broken' } }"
    script = f"try {{ {failing} | {writing} | Out-Null }} catch {{ }}"
    shell.run(script)
    assert (shell.folder / "kept.txt").read_text(encoding="utf-8") == "old\n"
    assert [path.name for path in shell.folder.iterdir()] == ["kept.txt"]
