"""Runs recorded cases in this process and says in which respects they differ."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from msolemu.foundation.text import from_units
from tests.golden import cases


@dataclass(frozen=True)
class Ran:
    """What running a case gave here, in the form that the recording has it."""

    stdout: str
    stderr: str
    code: int

    def differences(self, case: cases.ScriptCase) -> list[str]:
        """The respects in which this is not what PowerShell did: output and code exactly, errors by their words."""
        found = []
        if self.stdout.rstrip("\n") != case.stdout.rstrip("\n"):
            found.append("stdout")
        if self.stderr.split() != case.stderr.split():
            found.append("stderr")
        if self.code != case.code:
            found.append("code")
        return found
