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


def test_a_word_by_position_goes_where_its_value_belongs_each_time(said: CaptureHost) -> None:
    text = "foreach ($n in { $_ * 2 }, 'Length', { $_ * 3 }) { 'ab', 'cd' | ForEach-Object $n }"
    assert run(said, text).split() == ["abab", "cdcd", "2", "2", "ababab", "cdcdcd"]


@pytest.mark.parametrize(("one", "other"), [("Legs four", "MemberSet Set"), ("MemberSet Set", "Legs four")])
def test_a_word_that_one_parameter_refuses_goes_to_the_other_each_time(said: CaptureHost, one: str, other: str) -> None:
    text = (
        f"$o = [pscustomobject]@{{}}; $o | Add-Member {one}; $o | Add-Member {other}; "
        "'Legs', 'Set' | ForEach-Object { ($o | Get-Member $_ -Force).MemberType }"
    )
    assert run(said, text).split() == ["NoteProperty", "MemberSet"]


def test_the_rest_of_a_line_stays_one_value_or_many(said: CaptureHost) -> None:
    text = "foreach ($n in 'a', ('b', 'c')) { Write-Host $n; Write-Host $n -NoNewline; Write-Host '' 1.50 $n }"
    assert run(said, text).splitlines() == ["a", "a 1.50 a", "b c", "b c 1.50 b c"]


def test_a_bare_number_stays_as_typed_where_text_is_wanted(said: CaptureHost) -> None:
    text = 'function f([string] $a, [int] $b) { "$a/$b" }; foreach ($n in 1, 2) { f -a 1.10 -b 2; f -b 1kb -a 0x10 }'
    assert run(said, text).splitlines() == ["1.10/2", "0x10/1024"] * 2


def test_a_line_may_name_what_the_pipeline_would_bring(said: CaptureHost) -> None:
    text = (
        'function f { [CmdletBinding()] param([Parameter(ValueFromPipeline)] $a, $b) process { "$a-$b" } }; '
        "foreach ($n in 1, 2) { f -a $n -b x; $n | f -b y; 3 | f -b $n }"
    )
    assert run(said, text).splitlines() == ["1-x", "1-y", "3-1", "2-x", "2-y", "3-2"]


def test_a_function_redefined_in_a_loop_is_bound_anew(said: CaptureHost) -> None:
    text = (
        "foreach ($n in 1, 2) { "
        'if ($n -eq 1) { function f($a, $b) { "$a then $b" } } else { function f($b, $a) { "$a then $b" } }; '
        "f 1 2; f -a 3 4 }"
    )
    assert run(said, text).splitlines() == ["1 then 2", "3 then 4", "2 then 1", "3 then 4"]


def test_an_alias_changed_in_a_loop_means_another_command(said: CaptureHost) -> None:
    text = "foreach ($n in 'Get-Verb', 'Get-Alias') { Set-Alias it $n; (it)[0].GetType().Name }"
    assert run(said, text).splitlines() == ["VerbInfo", "AliasInfo"]


def test_the_rules_of_a_parameter_hold_in_every_call(said: CaptureHost) -> None:
    text = (
        "function f([ValidateRange(1, 3)] [int] $n) { $n; try { $n += 2; $n } catch { 'too much' } }; "
        "foreach ($one in 1, 2, '1') { f $one; f -n $one }"
    )
    assert run(said, text).split("\n")[:-1] == ["1", "3"] * 2 + ["2", "too much"] * 2 + ["1", "3"] * 2


def test_the_cmdlet_object_of_a_function_works_after_the_call(said: CaptureHost) -> None:
    text = (
        "function f { [CmdletBinding(DefaultParameterSetName = 'Only')] param() $global:kept = $PSCmdlet; 'done' }; "
        "f; $kept.ParameterSetName; $null -eq $PSCmdlet"
    )
    assert run(said, text).split() == ["done", "Only", "True"]
