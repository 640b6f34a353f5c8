"""What the cmdlets of this module give; properties in the order in which the real ones print them."""

from __future__ import annotations

import enum

from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.types.registry import net_enum, net_object
from msolemu.runtime.values import objects

NAMESPACE = "Microsoft.IdentityManagement.PowerShell.ObjectModel"


@net_enum(f"{NAMESPACE}.SynchronizationPolicyType")
class PolicyType(enum.Enum):
    """Which kind of cycle runs."""

    Unspecified = 0
    Delta = 1
    Initial = 2


@net_object(f"{NAMESPACE}.SyncCycleResult")
@dataclass(frozen=True, slots=True)
class SyncCycleResult:
    """What starting a cycle prints."""

    Result: str


@net_object(f"{NAMESPACE}.SynchronizationScheduler")
@dataclass(frozen=True, slots=True)
class SchedulerSettings:
    """The scheduler's settings."""

    AllowedSyncCycleInterval: objects.Value
    CurrentlyEffectiveSyncCycleInterval: objects.Value
    CustomizedSyncCycleInterval: objects.Value
    NextSyncCyclePolicyType: PolicyType
    NextSyncCycleStartTimeInUTC: objects.Value
    PurgeRunHistoryInterval: objects.Value
    SyncCycleEnabled: bool
    MaintenanceEnabled: bool
    StagingModeEnabled: bool
    SchedulerSuspended: bool
    SyncCycleInProgress: bool


@net_object(f"{NAMESPACE}.ExportError")
@dataclass(frozen=True, slots=True)
class ExportError:
    """An object that the connected directory refused: the error's name, and the service's text."""

    DistinguishedName: str
    Identity: str
    ErrorName: str
    ErrorText: str

    def __str__(self) -> str:
        return f"{self.ErrorName}: {self.Identity}"


@net_object(f"{NAMESPACE}.RunStepResult")
@dataclass(frozen=True, slots=True)
class RunStepResult:
    """One step of a run with its counters. ExportErrors is msolemu's own: the real one hides them in StepXml."""

    RunHistoryId: objects.Value
    StepHistoryId: objects.Value
    StepNumber: int
    StepResult: str
    StartDate: objects.Value
    EndDate: objects.Value
    StageNoChange: int
    StageAdd: int
    StageUpdate: int
    StageRename: int
    StageDelete: int
    DisconnectorFiltered: int
    DisconnectorProjectedFlow: int
    ConnectorFlow: int
    ConnectorNoFlow: int
    ConnectorFilteredRemoveMv: int
    ConnectorDeleteRemoveMv: int
    ExportAdd: int
    ExportUpdate: int
    ExportDelete: int
    ExportFailure: int
    ExportErrors: list[ExportError]

    def __str__(self) -> str:
        return self.StepResult


@net_object(f"{NAMESPACE}.RunProfileResult")
@dataclass(frozen=True, slots=True)
class RunProfileResult:
    """One run of a run profile."""

    RunHistoryId: objects.Value
    ConnectorId: objects.Value
    ConnectorName: str
    RunProfileId: objects.Value
    RunProfileName: str
    RunNumber: int
    Username: str
    IsRunComplete: bool
    Result: str
    CurrentStepNumber: int
    TotalSteps: int
    StartDate: objects.Value
    EndDate: objects.Value
    RunStepResults: list[RunStepResult]


@net_object(f"{NAMESPACE}.Connector")
@dataclass(frozen=True, slots=True)
class ConnectorShown:
    """A connector as the server's administrators know it."""

    Name: str
    Identifier: objects.Value
    Type: str
    ConnectorTypeName: str
    Subtype: str
    RunProfiles: list[str]
