"""What a run leaves behind: its steps, their counters and the objects that failed."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from msolemu.foundation.dataclass import dataclass, field
from msolemu.sync.run_profile import RunOutcome, RunProfile

SERVICE_ACCOUNT = "NT SERVICE\\ADSync"


@dataclass(slots=True)
class Counters:
    """The statistics of a step that this engine can tell apart; those of the full engine stay zero."""

    stage_no_change: int = 0
    stage_add: int = 0
    stage_update: int = 0
    stage_rename: int = 0
    stage_delete: int = 0
    disconnector_filtered: int = 0
    disconnector_projected_flow: int = 0
    connector_flow: int = 0
    connector_no_flow: int = 0
    connector_filtered_remove_mv: int = 0
    connector_delete_remove_mv: int = 0
    export_add: int = 0
    export_update: int = 0
    export_delete: int = 0
    export_failure: int = 0

    @property
    def staged(self) -> int:
        """How many objects an import has read."""
        return self.stage_no_change + self.stage_add + self.stage_update + self.stage_rename + self.stage_delete


@dataclass(frozen=True, slots=True)
class FailedExport:
    """One line of the export errors: which object, the error's name and the service's text."""

    distinguished_name: str
    source_anchor: str
    identity: str
    error_name: str
    detail: str
    tracking_id: UUID

    @property
    def text(self) -> str:
        """The error as the client shows it: the service's text and the number to ask the support with."""
        return f"{self.detail}\nTracking Id: {self.tracking_id}"


@dataclass(frozen=True, slots=True)
class QuarantinedValue:
    """A value that the tenant set aside while it took the object; no error to the client, a line in the mail."""

    source_anchor: str
    identity: str
    property_name: str
    value: str


@dataclass(frozen=True, slots=True)
class StepResult:
    """One step of a run."""

    step_history_id: UUID
    number: int
    outcome: RunOutcome
    started: datetime
    ended: datetime
    counters: Counters = field(default_factory=Counters)
    failures: tuple[FailedExport, ...] = ()
    quarantined: tuple[QuarantinedValue, ...] = ()


@dataclass(frozen=True, slots=True)
class RunResult:
    """One run of a run profile; `sequence` counts over all connectors, `number` over this one."""

    run_history_id: UUID
    sequence: int
    connector_id: UUID
    connector_name: str
    profile: RunProfile
    number: int
    started: datetime
    ended: datetime
    steps: tuple[StepResult, ...]
    username: str = SERVICE_ACCOUNT

    @property
    def outcome(self) -> RunOutcome:
        """How the run ended: as its last step did."""
        return self.steps[-1].outcome
