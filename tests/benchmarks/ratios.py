"""Times the programs on msolemu and prints how they stand to PowerShell's own times.

Machines differ, so a time is counted in units: one unit is what a plain Python loop of ten million turns takes in the
same run. A ratio below 1 is faster than PowerShell. Every program but `start.ps1` is counted without the start-up.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PROGRAMS = tuple(sorted((HERE / "programs").glob("*.ps1")))
START = "start.ps1"
UNIT = "n = 0\nfor i in range(10_000_000):\n    n += i\n"
ENGINE = (sys.executable, "-m", "msolemu", "--ephemeral", "run")


@dataclass(frozen=True)
class Timed:
    """What a program took, and what it printed."""

    seconds: float
    output: str


def reference() -> dict[str, dict[str, Any]]:
    """PowerShell's units and output of each program."""
    rows: dict[str, dict[str, Any]] = json.loads((HERE / "reference.json").read_text(encoding="utf-8"))["programs"]
    return rows


def timed(command: Sequence[str]) -> Timed:
    """One whole process in an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        done = subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", stdin=subprocess.DEVNULL, cwd=folder, check=False
        )
        return Timed(time.perf_counter() - began, done.stdout.strip())


def ratios(runs: int) -> dict[str, float]:
    """The ratio of each program to PowerShell's units, by the median of several runs."""
    units: list[float] = []
    seconds: dict[str, list[float]] = {program.name: [] for program in PROGRAMS}
    for _ in range(runs):
        units.append(timed((sys.executable, "-c", UNIT)).seconds)
        for program in PROGRAMS:
            seconds[program.name].append(timed((*ENGINE, str(program))).seconds)
    unit = statistics.median(units)
    start = statistics.median(seconds[START])
    known = reference()
    found = {}
    for name, spent in seconds.items():
        net = statistics.median(spent) - (0 if name == START else start)
        found[name] = net / unit / known[name]["units"]
    return found


if __name__ == "__main__":
    for name, ratio in ratios(int(sys.argv[1]) if len(sys.argv) > 1 else 3).items():
        print(f"{name:14} {ratio:6.2f} times PowerShell's time")  # noqa: T201  a report for who runs it
