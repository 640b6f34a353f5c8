"""What binds and is then refused stands in one file, with its reason; nothing that scripts use is among it."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from msolemu.bootstrap import Settings, build
from msolemu.host.capture import CaptureHost
from tests.shell import shell

LISTED: dict[str, Any] = json.loads((files("msolemu.cmdlets") / "refused_parameters.json").read_text(encoding="utf-8"))
USED: dict[str, list[str]] = json.loads(
    (Path(__file__).parents[1] / "manifests" / "used_parameters.json").read_text(encoding="utf-8")
)
"""The parameters that administrators' scripts were seen to use, of PowerShell's own cmdlets."""
NETWORK = {"Invoke-WebRequest", "Invoke-RestMethod", "Test-Connection"}
"""Refused as a whole: msolemu opens no network connection."""
BUILT_IN = "Microsoft.PowerShell."


def test_every_refusal_has_a_reason() -> None:
    assert not [
        (command, name)
        for command, entry in LISTED.items()
        for name, marks in entry["parameters"].items()
        if not marks["reason"]
    ]


@pytest.mark.parametrize("command", sorted(set(LISTED) - NETWORK))
def test_nothing_that_scripts_use_is_refused(command: str) -> None:
    assert not set(LISTED[command]["parameters"]) & set(USED.get(command, ()))


def test_all_refusals_of_the_built_in_modules_stand_in_the_file() -> None:
    with build(Settings(), CaptureHost()) as emulator:
        for command in emulator.discovery.every():
            if command.module is None or not command.module.name.startswith(BUILT_IN):
                continue
            refused = {one.name for one in command.metadata.parameters.values() if one.refused}
            assert refused == set(LISTED.get(command.name, {"parameters": ()})["parameters"]), command.name


def test_a_refusal_names_the_parameter_and_the_reason() -> None:
    shown = shell("try { Test-Json '{}' -Schema '{}' } catch { $_.FullyQualifiedErrorId; \"$_\" }")
    assert shown.lines == [
        "ParameterNotEmulated,Microsoft.PowerShell.Commands.TestJsonCommand",
        "The parameter 'Schema' of Test-Json is not emulated: JSON schemas are not emulated",
    ]
