"""A process that commits is killed at random moments; nothing that it acknowledged is lost.

`--kills N` sets how many times.
"""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from msolemu.store.snapshots import Snapshots
from tests.reliability.stream import Change, Expected
from tests.store.fakes import in_folder, read

STREAMS = 4


def killed_after(folder: Path, number: int, lines: int) -> tuple[int, bool]:
    """Kill the stream when it has told so many lines; gives the last number, and whether it was in flight.

    A line that the kill cut short was not told.
    """
    words = [sys.executable, "-m", "tests.reliability.stream", str(folder), str(number)]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    said = [process.stdout.readline() for _ in range(lines)]
    process.kill()
    said += process.communicate()[0].splitlines(keepends=True)
    told = [line for line in said if line.endswith("\n")]
    assert told, "the stream ended by itself; what it says of that is above"
    word, last = told[-1].split()
    return int(last), word == "try"


def present(folder: Path) -> Expected:
    """What a process that opens the workspace now finds."""
    workspace = in_folder(folder)
    documents, snapshots = read(workspace), Snapshots(workspace)
    names = [one.name for one in snapshots.all()]
    return Expected(documents, {name: before(snapshots, name, documents) for name in names})


def before(snapshots: Snapshots, name: str, documents: dict[str, list[str]]) -> dict[str, list[str]]:
    """The documents of a snapshot: those of now without the differences."""
    found = dict(documents)
    for one in snapshots.differences(name):
        old, _ = one.attributes.get("known_issues", (None, None))
        if one.change == "added":
            del found[one.key]
        else:
            found[one.key] = old or []
    return found


@pytest.mark.parametrize("stream", range(STREAMS))
def test_a_killed_process_loses_nothing_it_has_acknowledged(
    stream: int, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    chance = random.Random(stream)
    folder = tmp_path / "lab"
    expected = Expected()
    number = stream * 1_000_000
    for _ in range(-(-pytestconfig.getoption("kills") // STREAMS)):
        last, in_flight = killed_after(folder, number, chance.randrange(1, 120))
        for done in range(number + 1, last + (not in_flight)):
            expected = Change.of(done).applied_to(expected)
        found = present(folder)
        possible = [expected]
        if in_flight:
            flying = Change.of(last)
            possible += [flying.applied_to(expected), half(flying, expected)]
        assert found in possible
        expected, number = found, last


def half(change: Change, expected: Expected) -> Expected:
    """A snapshot that takes the place of one of its name is two calls: it may have been removed and not yet taken."""
    if change.what != "take":
        return expected
    kept = {name: documents for name, documents in expected.snapshots.items() if name != change.key}
    return Expected(expected.documents, kept)
