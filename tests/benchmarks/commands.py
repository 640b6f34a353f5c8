"""How commands on many objects stand to their goals: `python -m tests.benchmarks.commands [TURNS]` prints it.

Goals are seconds on a machine where the unit of `ratios` takes 1.1 s; what is measured is the time that the processor
works, counted in units of the same run. Each figure is the least of several turns. Nothing here fails when a goal is
missed.
"""

from __future__ import annotations

import contextlib
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass

from msolemu.host.capture import CaptureHost
from tests.benchmarks.ratios import UNIT
from tests.golden.replay import emulator

UNIT_SECONDS = 1.1
OBJECTS = (
    "$all = foreach ($i in 1..100000) { [pscustomobject]@{ "
    'Upn = "user$i@contoso.com"; Name = "User $i"; City = \'Seattle\'; Number = ($i * 7919) % 9973; '
    "Licensed = $true; Department = 'Sales' } }"
)


@dataclass(frozen=True)
class Goal:
    """A script, what stands ready for it, and the seconds that it may take."""

    name: str
    seconds: float
    ready: str
    script: str


GOALS = (
    Goal("Import-Csv, 100,000 rows", 2.0, f"{OBJECTS}; $all | Export-Csv rows.csv", "$rows = Import-Csv rows.csv"),
    Goal("Sort-Object, 100,000 objects", 1.0, OBJECTS, "$sorted = $all | Sort-Object Number"),
    Goal("Group-Object, 100,000 objects", 1.0, OBJECTS, "$groups = $all | Group-Object Number"),
    Goal(
        "Export-Csv -Append, 2,100 times",
        0.5,
        "",
        "foreach ($i in 1..2100) {"
        " [pscustomobject]@{ A = $i; B = \"x$i\"; C = 'y' } | Export-Csv log.csv -Append -NoTypeInformation }",
    ),
)


def worked(act: Callable[[], object]) -> float:
    """How long the processor works on a call."""
    began = time.process_time()
    act()
    return time.process_time() - began


def seconds(goal: Goal, turns: int) -> float:
    """What the script of a goal takes, counted in units."""
    unit = min(worked(lambda: exec(UNIT, {})) for _ in range(turns))
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        host = emulator(CaptureHost())
        host.run(goal.ready)
        spent = min(worked(lambda: host.run(goal.script)) for _ in range(turns))
    return spent / unit * UNIT_SECONDS


if __name__ == "__main__":
    for goal in GOALS:
        spent = seconds(goal, int(sys.argv[1]) if len(sys.argv) > 1 else 3)
        print(f"{goal.name:32} {spent:5.2f} s, goal {goal.seconds} s")  # noqa: T201  a report for who runs it
