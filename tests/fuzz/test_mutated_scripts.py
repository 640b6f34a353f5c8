"""Whatever a script says, it gets PowerShell's errors; never one of the emulator's own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from msolemu.foundation.text import to_units
from msolemu.host.capture import CaptureHost
from msolemu.host.faults import INTERNAL_ERROR
from tests.fuzz.mutation import mutated
from tests.golden import cases
from tests.golden.replay import emulator

MUTATIONS = int(os.environ.get("MSOLEMU_MUTATIONS", "200"))
SEEDS = range(4)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_mutated_script_never_meets_an_internal_error(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CASE_DIR", str(tmp_path))
    scripts = [to_units(case.script) for case in cases.scripts()]
    faults: list[str] = []
    for text in mutated(scripts, seed, MUTATIONS // len(SEEDS)):
        host = CaptureHost()
        emulator(host).runspace.run(text, str(tmp_path / "case.ps1"))
        if INTERNAL_ERROR in host.errors:
            faults.append(f"{text}\n=> {host.errors[host.errors.index(INTERNAL_ERROR) :]}")
    assert not faults, "\n\n".join(faults)
