"""What a script sees of the machine."""

from __future__ import annotations

import os

import pytest

from msolemu.host.aliases import ALIASES
from msolemu.host.environment import computer_name, environment, folders_of_drive, user_name


def test_windows_names_are_added_with_folders_on_the_emulated_drive() -> None:
    found = environment({"USER": "ann", "HOSTNAME": "server.example.com"})
    assert found["USERNAME"] == "ann"
    assert found["COMPUTERNAME"] == "SERVER"
    assert found["APPDATA"] == r"C:\Users\ann\AppData\Roaming"
    assert found["HOMEDRIVE"] + found["HOMEPATH"] == found["USERPROFILE"] == r"C:\Users\ann"
    assert found["USERDNSDOMAIN"] == "CONTOSO.LOCAL"
    assert found["windir"] == r"C:\Windows"
    assert "Users/ann/AppData/Local/Temp" in folders_of_drive("ann")


def test_what_the_host_has_is_kept_whatever_its_case() -> None:
    found = environment({"USERNAME": "ann", "Temp": r"D:\Temp", "PATH": "x"})
    assert (found["Temp"], found["PATH"]) == (r"D:\Temp", "x")
    assert "TEMP" not in found


def test_somebody_is_always_logged_on() -> None:
    assert user_name({}) == "Administrator"
    assert user_name({"LOGNAME": "bob"}) == "bob"


def test_a_computer_has_a_netbios_name(monkeypatch: pytest.MonkeyPatch) -> None:
    assert computer_name({"COMPUTERNAME": "a-very-long-name-of-a-host"}) == "A-VERY-LONG-NAM"
    monkeypatch.delattr(os, "uname", raising=False)
    assert computer_name({}) == "COMPUTER"


def test_the_aliases_of_powershell_and_of_windows_are_there() -> None:
    assert ALIASES["?"] == "Where-Object"
    assert ALIASES["%"] == "ForEach-Object"
    assert ALIASES["wjb"] == "Wait-Job"
    assert ALIASES["ls"] == ALIASES["dir"] == "Get-ChildItem"
    assert ALIASES["write"] == "Write-Output"
