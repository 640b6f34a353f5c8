"""Evaluates expressions in a fresh session and shows what they give."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from msolemu.bootstrap import Settings, build
from msolemu.host.capture import CaptureHost
from msolemu.runtime.errors.records import ErrorRecord, PowerShellError
from msolemu.runtime.state.session import Session
from msolemu.runtime.values.objects import Value
from tests.golden.show import show

Evaluate = Callable[[str], str]


@pytest.fixture
def whole_session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    """A session with every cmdlet, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    host = CaptureHost()
    return build(Settings(workspace=None, at=datetime(2024, 3, 1, 12, 0, tzinfo=UTC)), host).session


@pytest.fixture
def evaluate(whole_session: Session) -> Evaluate:
    """The values of an expression, each with its type, joined by a bar; an error's id and message after a `!`."""

    def run(text: str) -> str:
        output: list[Value] = []
        whole_session.propagates = 1
        try:
            whole_session.parse(text).invoke([], emit=output.append)
        except PowerShellError as error:
            return f"! {error.record.error_id}: {error.record.exception.message}"
        return " | ".join(_shown(item) for item in output)

    return run


def _shown(item: Value) -> str:
    return f"! {item.error_id}" if isinstance(item, ErrorRecord) else show(item).replace("System.", "")
