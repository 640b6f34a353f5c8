"""The figures of a workspace are told; what they are, `python -m tests.benchmarks.workspace` tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks import workspace


def test_every_figure_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workspace, "LOOKUPS", 20)
    monkeypatch.setattr(workspace, "CHANGES", 3)
    lines = list(workspace.report(50, tmp_path))
    assert [line.split(":")[0].strip() for line in lines] == [
        "durable change at 50",
        lines[1].split(":")[0].strip(),
        "its own cost at 1000",
        "with a checkpoint",
        "opening and one lookup",
        "lookups through the cmdlet",
        "import, rules checked",
        "memory",
    ]
