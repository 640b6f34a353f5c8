"""Runs recorded cases in this process and says in which respects they differ."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from msolemu.bootstrap import Emulator, Settings, build
from msolemu.foundation.text import from_units, to_units
from msolemu.host.capture import CaptureHost
from msolemu.language.parser import parse
from msolemu.language.syntax import Node
from msolemu.runtime.errors.records import ErrorRecord, PowerShellError
from msolemu.runtime.invoking.scriptblock import ScriptBlock
from msolemu.runtime.values.objects import Value, unwrap
from tests.golden import cases
from tests.golden.show import show

MOMENT = datetime(2026, 9, 1, 12, 0, tzinfo=UTC)
AROUND = """param($text)
$block = [scriptblock]::Create($text)
& { $x = $null; $y = $null; $a = $null; $b = $null; $h = $null; $n = $null; $p = $null; $l = $null; & $block } 2>&1"""
"""What the recording script laid around each expression."""


def emulator(host: CaptureHost) -> Emulator:
    """A fresh emulator that keeps nothing, at a fixed moment."""
    return build(Settings(workspace=None, at=MOMENT), host)


@functools.cache
def tree_of(text: str) -> Node:
    """The syntax tree of a case, for the causes that look at it."""
    return parse(to_units(text)).tree


@dataclass(frozen=True)
class Ran:
    """What running a script gave here, in the form that the recording has it."""

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


def run_script(case: cases.ScriptCase, folder: Path, patch: pytest.MonkeyPatch) -> Ran:
    """Run a case as `case.ps1` in an empty folder, which `$SCRATCH` stands for in what it printed."""
    (folder / "files").mkdir()
    script = folder / "case.ps1"
    script.write_text(case.script, encoding="utf-8", newline="")
    patch.chdir(folder)
    patch.setenv("CASE_DIR", str(folder / "files"))
    host = CaptureHost()
    outcome = emulator(host).runspace.run(to_units(case.script), str(script))
    return Ran(_as_recorded(host.output, folder), _as_recorded(host.errors, folder), outcome.code)


def _as_recorded(text: str, folder: Path) -> str:
    return from_units(text).replace(str(folder), "$SCRATCH")


@dataclass(frozen=True)
class Evaluated:
    """The values of an expression as text, and its errors."""

    values: tuple[str, ...]
    errors: tuple[cases.ErrorSeen, ...]


class Evaluator:
    """Evaluates expressions one after another in one session, each in a scope of its own."""

    def __init__(self) -> None:
        self.session = emulator(CaptureHost()).session
        self.around: ScriptBlock = self.session.parse(AROUND)

    def evaluate(self, expression: str) -> Evaluated:
        """What the expression gives."""
        output: list[Value] = []
        errors: list[ErrorRecord] = []
        self.session.propagates = 1
        try:
            self.around.invoke([to_units(expression)], emit=output.append)
        except PowerShellError as error:
            errors.append(error.record)
        values = []
        written = []
        for item in output:
            base = unwrap(item)
            if isinstance(base, ErrorRecord):
                written.append(base)
            else:
                values.append(from_units(show(item)))
        return Evaluated(tuple(values), tuple(map(seen, [*written, *errors])))


def seen(record: ErrorRecord) -> cases.ErrorSeen:
    """An error record as the recording has it."""
    return cases.ErrorSeen(
        from_units(record.error_id),
        from_units(record.exception.message),
        record.category.value,
        record.exception.type_name,
    )
