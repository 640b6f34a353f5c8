"""The history of a session: the command lines that were typed, or added by a script."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.types.registry import net_object
from msolemu.runtime.types.time_span import TimeSpan

if TYPE_CHECKING:
    from msolemu.runtime.types.date_time import DateTime

PIPELINE_STATE = "System.Management.Automation.Runspaces.PipelineState"


@net_object("Microsoft.PowerShell.Commands.HistoryInfo")
@dataclass(slots=True, eq=False)
class HistoryInfo:
    """A command line that was run."""

    Id: int
    CommandLine: str
    ExecutionStatus: Any
    StartExecutionTime: DateTime
    EndExecutionTime: DateTime
    Duration: TimeSpan

    def __str__(self) -> str:
        return self.CommandLine


class History(list[HistoryInfo]):
    """The command lines of the session, the oldest first."""

    def __init__(self) -> None:
        super().__init__()
        self.running = ""
        """The command line that runs now; Invoke-History puts its own in its place."""
        self._last = 0

    def add(self, line: str, status: Any, start: DateTime, end: DateTime) -> HistoryInfo:
        """Add a command line with the next number."""
        self._last += 1
        made = HistoryInfo(self._last, line, status, start, end, TimeSpan(end.ticks - start.ticks))
        self.append(made)
        return made
