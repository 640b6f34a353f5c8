"""A line of the plainest shape is bound as the one before it; only the values differ."""

from __future__ import annotations

from pathlib import Path

import pytest

from msolemu.bootstrap import Settings, build
from msolemu.host.capture import CaptureHost


@pytest.fixture
def said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CaptureHost:
    monkeypatch.chdir(tmp_path)
    return CaptureHost()


def run(host: CaptureHost, text: str) -> str:
    with build(Settings(connected=True), host) as emulator:
        emulator.run(text)
    return host.screen


def test_values_differ_from_line_to_line(said: CaptureHost) -> None:
    text = "foreach ($n in 1, '2', 3.6) { Get-Random -Minimum $n -Maximum ([int]$n + 1) -SetSeed 1 }"
    assert len(run(said, text).splitlines()) == 3
    assert not said.errors


def test_a_value_that_does_not_fit_is_refused_the_second_time_too(said: CaptureHost) -> None:
    text = "foreach ($n in 'a', 'b') { Get-ChildItem -Depth $n -Path . }"
    run(said, text)
    assert said.errors.count("Cannot convert value") == 2


def test_null_and_nothing_are_refused_the_second_time_too(said: CaptureHost) -> None:
    run(said, "foreach ($n in 'admin@contoso.onmicrosoft.com', $null, '') { Get-MsolUser -UserPrincipalName $n }")
    assert said.errors.count("UserPrincipalName") >= 2


def test_a_switch_takes_no_value(said: CaptureHost) -> None:
    text = "foreach ($n in 1, 2) { Write-Output -NoEnumerate $n }"
    assert run(said, text) == "1\n2\n"


def test_defaults_that_come_later_hold(said: CaptureHost) -> None:
    text = (
        "function f { (Get-MsolUser -UserPrincipalName admin@contoso.onmicrosoft.com).UserType }; f; "
        "$PSDefaultParameterValues['Get-MsolUser:ReturnDeletedUsers'] = $true; f"
    )
    assert run(said, text).startswith("Member\n")
    assert "User Not Found" in said.errors


def test_a_name_in_the_wrong_case_is_refused_only_where_case_matters(said: CaptureHost) -> None:
    text = (
        "Get-MsolDirSyncFeatures -Feature PasswordSync > $null; Get-MsolDirSyncFeatures -feature PasswordSync; "
        "Set-EmuKnownIssue case-sensitive-cmdlets $false; Get-MsolDirSyncFeatures -feature PasswordSync > $null"
    )
    run(said, text)
    assert said.errors.count("parameter name 'feature'") == 1
