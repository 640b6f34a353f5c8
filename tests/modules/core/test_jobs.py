"""Jobs run in place when they are started."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.shell import error, output, shell


def test_a_job_has_run_when_it_is_started_and_its_output_is_taken_once() -> None:
    assert output("$j = Start-Job { 1 + 1 }; $j.State; Receive-Job $j -Keep; Receive-Job $j; Receive-Job $j") == [
        "Completed",
        "2",
        "2",
    ]
    assert output("Start-Job { $args[0] } -ArgumentList 7 | Receive-Job -Wait -AutoRemoveJob; @(Get-Job).Count") == [
        "7",
        "0",
    ]
    assert output("1, 2 | Start-Job { $input } | Receive-Job") == ["1", "2"]
    assert output("Start-Job { $a } -InitializationScript { $a = 1 } -Name n | Out-Null; (Get-Job n).Name") == ["n"]


def test_a_job_sees_nothing_of_the_session_but_what_using_brings() -> None:
    made = "$x = 5; function Mine { 'mine' }; "
    assert output(made + 'Start-Job { "[$x] $using:x"; [bool](Get-Command Min[e]) } | Receive-Job') == ["[] 5", "False"]
    assert output('Start-Job { $env:Job = 1; cd ..; exit 3 } | Out-Null; "[$env:Job]"; $?') == ["[]", "True"]
    assert output("try { Start-Job { 1 / 0; 'after' } | Receive-Job -ErrorAction Ignore } catch { 'no' }") == ["after"]
    assert output("$h = @{ a = 1, 2 }; Start-Job { $using:h.a[1]; ($using:h).a[0] } | Receive-Job") == ["2", "1"]


def test_the_initialization_script_shares_its_scope_with_the_job() -> None:
    assert output("Start-Job { first; $v } -InitializationScript { function first { 1 }; $v = 2 } | Receive-Job") == [
        "1",
        "2",
    ]


def test_using_needs_a_variable_and_a_job() -> None:
    assert "'$using:nope' cannot be retrieved because it has not been set" in error("Start-Job { $using:nope }")
    assert "A Using variable cannot be retrieved." in error("& { $using:HOME }")


def test_errors_of_a_job_come_when_it_is_received() -> None:
    shown = shell("$j = Start-Job { Write-Error 'bad'; 'ok' }; 'started'; Receive-Job $j")
    assert shown.lines == ["started", "ok"]
    assert "bad" in shown.errors
    assert output("(Start-Job { throw 'x' }).State") == ["Failed"]


@pytest.mark.parametrize("which", ["-Id 1", "-Name Job1", "-InstanceId $j.InstanceId", "-State Completed"])
def test_jobs_are_found_in_every_way(which: str) -> None:
    make = "$j = Start-Job { 5 };"
    assert output(f"{make} (Get-Job {which}).Id; (Wait-Job {which}).Id; (Stop-Job {which} -PassThru).Id") == [
        "1",
        "1",
        "1",
    ]
    assert output(f"{make} Remove-Job {which}; @(Get-Job).Count") == ["0"]
    if "State" not in which:
        assert output(f"{make} Receive-Job {which}") == ["5"]


def test_jobs_are_given_from_hand_to_hand() -> None:
    assert output("Start-Job { 1 } | Wait-Job | Stop-Job -PassThru | Remove-Job; @(Get-Job).Count") == ["0"]
    assert output("1..3 | % { Start-Job { 1 } } | Out-Null; (Get-Job -Newest 1).Id") == ["5"]


def test_a_job_that_is_not_there_is_an_error() -> None:
    assert "cannot find a job with the session Id 9" in error("Get-Job 9")
    assert "cannot find a job with the job name none" in error("Receive-Job -Name none")
    assert "cannot find a job with the job name none" in error("Stop-Job -Name none")


def test_a_script_file_as_a_job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "job.ps1").write_text("param($n) $n * 2", encoding="utf-8")
    assert output("Start-Job -FilePath ./job.ps1 -ArgumentList 4 | Receive-Job") == ["8"]
    assert output("Start-Job -LiteralPath ./job.ps1 -ArgumentList 4 | Receive-Job") == ["8"]
