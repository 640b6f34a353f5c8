"""A process that commits is killed at random moments; nothing that it acknowledged is lost.

`MSOLEMU_KILLS` sets how many times: 20 in the suite, more where there is time.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.fakes import in_folder, read

KILLS = int(os.environ.get("MSOLEMU_KILLS", "20"))
WRITER = """
import random, sys
from pathlib import Path
from msolemu.store import storage
from tests.store.fakes import in_folder, put, read, remove

storage.SMALLEST_JOURNAL = 2000
workspace = in_folder(Path(sys.argv[1]))
known = read(workspace)
number = max((int(names[0]) for names in known.values() if names), default=0)
chance = random.Random(number)
while True:
    number += 1
    key = f"key {chance.randrange(8)}"
    print(f"try {number} {key}", flush=True)
    put(workspace, key, f"{number:09}")
    print(f"done {number} {key}", flush=True)
"""


def killed_after(folder: Path, lines: int) -> list[str]:
    """What a writer said before it was killed, so many lines after it began."""
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    said = [process.stdout.readline().rstrip("\n") for _ in range(lines)]
    process.kill()
    said += [line for line in process.communicate()[0].splitlines() if line]
    return said


@pytest.mark.parametrize("kill", range(KILLS))
def test_a_killed_process_loses_nothing_it_has_acknowledged(kill: int, tmp_path: Path) -> None:
    chance = random.Random(kill)
    expected: dict[str, str] = {}
    for _ in range(2):
        trying = ("", "")
        for line in killed_after(tmp_path / "lab", chance.randrange(1, 120)):
            word, number, key = line.split(" ", 2)
            if word == "done":
                expected[key] = f"{int(number):09}"
                trying = ("", "")
            else:
                trying = (key, f"{int(number):09}")
        found = {key: names[0] for key, names in read(in_folder(tmp_path / "lab")).items()}
        assert found in (expected, {**expected, trying[0]: trying[1]})
        expected = found
