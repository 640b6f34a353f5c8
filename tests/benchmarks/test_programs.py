"""The programs give PowerShell's output; how fast, `python -m tests.benchmarks.ratios` tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from msolemu.host.capture import CaptureHost
from tests.benchmarks.ratios import PROGRAMS, reference
from tests.golden.replay import emulator


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.stem)
def test_a_program_prints_what_powershell_prints(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    host = CaptureHost()
    emulator(host).runspace.run(program.read_text(encoding="utf-8"), str(program))
    assert host.output.strip() == reference()[program.name]["output"]
