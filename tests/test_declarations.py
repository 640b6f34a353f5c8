"""Every cmdlet explains itself: a synopsis, words for each parameter, and an example that runs."""

from __future__ import annotations

import functools
import importlib
from pathlib import Path

import pytest

from msolemu.bootstrap import Settings, build
from msolemu.bootstrap.services import MODULES
from msolemu.cmdlets.declaration import Cmdlet
from msolemu.host.capture import CaptureHost
from tests.shell import MOMENT

FAILURES = (
    "InternalError",
    "is not recognized as a name",
    "ParserError",
    "is not emulated",
    "Cannot bind",
    "cannot be found that matches",
)
"""What no example may say."""


@functools.cache
def cmdlets() -> dict[str, Cmdlet]:
    """All cmdlets of all modules by name."""
    found: dict[str, Cmdlet] = {}
    for name in MODULES:
        module = importlib.import_module(f"msolemu.modules.{name}").MODULE
        for file in dict.fromkeys(module.nouns.values()):
            for value in vars(importlib.import_module(f"{module.package}.{file}")).values():
                if isinstance(value, Cmdlet):
                    value.module = value.module or module
                    found[value.name] = value
    return found


NAMES = sorted(cmdlets())


@pytest.mark.parametrize("name", NAMES)
def test_a_cmdlet_says_what_it_does(name: str) -> None:
    cmdlet = cmdlets()[name]
    assert cmdlet.synopsis.endswith(".")
    assert cmdlet.description
    assert cmdlet.examples
    assert all(example.says.endswith(".") for example in cmdlet.examples)


@pytest.mark.parametrize("name", NAMES)
def test_every_parameter_is_explained_or_refused_with_a_reason(name: str) -> None:
    own = [one for one in cmdlets()[name].metadata.parameters.values() if not one.common]
    assert not [one.name for one in own if not (one.help or one.refused)]


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_run(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for example in cmdlets()[name].examples:
        host = CaptureHost(answers=["y"] * 9)
        with build(Settings(at=MOMENT, connected=True), host) as emulator:
            outcome = emulator.run(example.line)
        assert not [failure for failure in FAILURES if failure in host.errors], (example.line, host.errors)
        assert not outcome.failed, (example.line, host.errors)
