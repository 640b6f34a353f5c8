"""`Get-Command NAME -Syntax` prints what a real PowerShell 7.6.5 prints."""

from __future__ import annotations

import pytest

from msolemu.bootstrap import Emulator
from msolemu.foundation.text import from_units, to_units
from msolemu.host.capture import CaptureHost
from tests.golden import cases
from tests.golden.replay import emulator

CASES = cases.syntaxes()


@pytest.fixture(scope="module")
def session() -> Emulator:
    return emulator(CaptureHost())


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_command_has_the_syntax_that_it_had(case: cases.SyntaxCase, session: Emulator) -> None:
    host = session.session.host
    assert isinstance(host, CaptureHost)
    before = len(host.output)
    session.runspace.run(to_units(f"[string](Get-Command {case.name} -Syntax)"))
    assert from_units(host.output[before:]).strip().splitlines() == case.syntax.strip().splitlines()
