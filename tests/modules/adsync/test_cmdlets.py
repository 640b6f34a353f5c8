"""The synchronization server through its cmdlets, over a lab in memory."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from msolemu.bootstrap import Emulator, Settings, build
from msolemu.foundation.identifiers import RandomIds
from msolemu.host.capture import CaptureHost

ROOT = Path(__file__).parent.parent.parent.parent
MORNING = datetime(2016, 6, 1, 8, 10, tzinfo=UTC)


class Lab:
    """Runs lines and gives what they print."""

    def __init__(self) -> None:
        self.host = CaptureHost()
        self.emulator: Emulator = build(Settings(at=MORNING), self.host, ids=RandomIds(1))

    def __call__(self, text: str) -> list[str]:
        before = len(self.host.screen)
        self.emulator.run(text)
        return self.host.screen[before:].split()


@pytest.fixture
def lab(monkeypatch: pytest.MonkeyPatch) -> Lab:
    """A new lab, in the checkout's folder."""
    monkeypatch.chdir(ROOT)
    return Lab()


def test_a_cycle_runs_six_profiles(lab: Lab) -> None:
    assert lab("Start-ADSyncSyncCycle") == ["Result", "------", "Success"]
    assert lab("(Get-ADSyncRunProfileResult).RunProfileName -join '|' -replace ' '") == [
        "Export|Export|FullSynchronization|FullSynchronization|FullImport|FullImport"
    ]


def test_runs_are_found_by_their_parts(lab: Lab) -> None:
    lab("Start-ADSyncSyncCycle; $c = Get-ADSyncConnector; $r = @(Get-ADSyncRunProfileResult)")
    assert lab("@(Get-ADSyncRunProfileResult -ConnectorId $c[0].Identifier).Count") == ["3"]
    assert lab("@(Get-ADSyncRunProfileResult -RunHistoryId $r[1].RunHistoryId).Count") == ["1"]
    assert lab("@(Get-ADSyncRunProfileResult -RunProfileId $r[1].RunProfileId).RunProfileName") == ["Export"]
    assert lab("@(Get-ADSyncRunProfileResult -RunNumber 1).Count") == ["2"]
    assert lab("@(Get-ADSyncRunProfileResult -NumberRequested 2 -RunStepDetails).Count") == ["2"]
    assert lab("@((Get-ADSyncRunProfileResult -NumberRequested 1 -StepNumber 2).RunStepResults).Count") == ["0"]


def test_the_export_step_names_each_refused_object(lab: Lab) -> None:
    lab("$null = Import-EmuForest samples/contoso.ldif; $null = Start-ADSyncSyncCycle Initial")
    lab("$step = (Get-ADSyncRunProfileResult -NumberRequested 2)[1].RunStepResults[0]")
    assert lab('$step.StepResult; "$step"; $step.ExportFailure; $step.ExportErrors.Count') == [
        "completed-export-errors",
        "completed-export-errors",
        "9",
        "9",
    ]
    assert lab('"$($step.ExportErrors[0])"') == ["AttributeValueMustBeUnique:", "Robin.Fields@contoso.com"]


def test_connectors_are_found_by_name_and_id(lab: Lab) -> None:
    assert lab("(Get-ADSyncConnector -Name CONTOSO.LOCAL).Type") == ["AD"]
    assert lab("(Get-ADSyncConnector -Identifier (Get-ADSyncConnector)[1].Identifier).Type") == ["Extensible2"]
    assert lab("(Get-ADSyncConnector | ? ConnectorTypeName -eq AD).Name") == ["contoso.local"]
    assert lab("(Get-ADSyncConnector | ? Subtype -like 'Windows Azure*').Type") == ["Extensible2"]
    assert "does not exist" in " ".join(lab("Get-ADSyncConnector -Name nothing"))
    assert "does not exist" in " ".join(lab("Get-ADSyncConnector -Identifier 00000000-0000-0000-0000-000000000001"))


def test_the_scheduler_of_a_new_server_is_off(lab: Lab) -> None:
    assert lab(
        "$s = Get-ADSyncScheduler; $s.SyncCycleEnabled; $s.CurrentlyEffectiveSyncCycleInterval.TotalMinutes"
    ) == [
        "False",
        "30",
    ]


def test_cycles_start_by_themselves_when_the_scheduler_is_on(lab: Lab) -> None:
    lab("Set-ADSyncScheduler -SyncCycleEnabled $true -CustomizedSyncCycleInterval 01:00:00")
    lab("Set-ADSyncScheduler -PurgeRunHistoryInterval 1.00:00:00 -NextSyncCyclePolicyType Initial")
    lab("Step-EmuClock -Hours 3")
    assert lab("@(Get-ADSyncRunProfileResult).Count") == ["18"]
    assert lab("(Get-ADSyncScheduler).NextSyncCyclePolicyType") == ["Delta"]


def test_a_suspended_scheduler_starts_nothing(lab: Lab) -> None:
    lab("Set-ADSyncScheduler -SchedulerSuspended $true -MaintenanceEnabled $false")
    assert "suspended" in " ".join(lab("Start-ADSyncSyncCycle"))
    assert lab("@(Get-ADSyncRunProfileResult).Count") == ["0"]


def test_there_must_be_something_to_set(lab: Lab) -> None:
    assert "Name at least one setting" in " ".join(lab("Set-ADSyncScheduler"))
