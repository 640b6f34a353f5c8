"""`Get-ChildItem -Attributes`: comma is or, plus is and, `!` is not."""

from __future__ import annotations

import os

import pytest

from tests.modules.conftest import Shell

FILES = """$null = New-Item sub -ItemType Directory; 'a.txt', 'fixed.txt' | ForEach-Object { Set-Content $_ 1 }
Set-ItemProperty fixed.txt IsReadOnly $true
"""


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Directory", "sub"),
        ("!Directory", "a.txt fixed.txt"),
        ("ReadOnly", "fixed.txt"),
        ("!Directory+!ReadOnly", "a.txt"),
        ("ReadOnly, Directory", "sub fixed.txt"),
        ("'ReadOnly , Directory + ! ReadOnly'", "sub fixed.txt"),
        ("([System.IO.FileAttributes]::Directory)", "sub"),
    ],
)
def test_files_are_chosen_by_what_they_are(written: str, names: str, shell: Shell) -> None:
    listed = shell.lines(
        f"{FILES}Get-ChildItem -Name -Attributes {written}; Set-ItemProperty fixed.txt IsReadOnly $false"
    )
    assert [name for name in listed if name != "test.ps1"] == names.split()


@pytest.mark.skipif(os.name == "nt", reason="a dot hides nothing there")
def test_who_asks_for_what_is_hidden_need_not_force(shell: Shell) -> None:
    script = "Set-Content .secret 1; Get-ChildItem -Name; (Get-ChildItem -Attributes Hidden).Name"
    assert shell.lines(script) == [".secret"]


def test_an_attribute_that_there_is_not_is_refused(shell: Shell) -> None:
    assert shell.caught("Get-ChildItem -Attributes Purple") == [
        "CannotConvertArgumentNoMessage,Microsoft.PowerShell.Commands.GetChildItemCommand",
        "InvalidArgument",
        "ParameterBindingException",
    ]
