"""Every cmdlet of the built-in modules has exactly the parameter sets, parameters and marks of PowerShell's own."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

import pytest

from msolemu.cmdlets.declaration import Cmdlet
from msolemu.cmdlets.module import Module
from msolemu.runtime.binding.parameters import SWITCH_TYPE, ParameterInfo, SetPlace

MANIFEST: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "manifests" / "powershell.json").read_text(encoding="utf-8")
)
BUILT_IN = ("core", "utility", "management", "security", "transcription")


def declared() -> dict[str, tuple[Cmdlet, Module]]:
    found: dict[str, tuple[Cmdlet, Module]] = {}
    for name in BUILT_IN:
        module: Module = importlib.import_module(f"msolemu.modules.{name}").MODULE
        for file in dict.fromkeys(module.nouns.values()):
            for value in vars(importlib.import_module(f"{module.package}.{file}")).values():
                if isinstance(value, Cmdlet):
                    value.module = module
                    found[value.name] = (value, module)
    return found


CMDLETS = declared()
COMPARED = sorted(set(CMDLETS) & set(MANIFEST))


def own(cmdlet: Cmdlet) -> dict[str, ParameterInfo]:
    """Its own parameters; hidden ones are those that PowerShell has on Windows only."""
    return {one.name: one for one in cmdlet.metadata.parameters.values() if not one.common and not one.hidden}


def marks(place: SetPlace) -> str:
    words = [
        "mandatory" * place.mandatory,
        "by value" * place.by_value,
        "by name" * place.by_name,
        "remaining" * place.remaining,
        "" if place.position is None else str(place.position),
    ]
    return " ".join(word for word in words if word)


def sets_of(cmdlet: Cmdlet) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for name in cmdlet.metadata.set_names:
        places = {one.name: one.place(name) for one in own(cmdlet).values()}
        found[name] = {parameter: marks(place) for parameter, place in places.items() if place is not None}
    return found


def type_of(info: ParameterInfo) -> str:
    return "switch" if info.type_name == SWITCH_TYPE else info.type_name


@pytest.mark.parametrize("name", COMPARED)
def test_the_parameters_have_the_real_types_and_aliases(name: str) -> None:
    cmdlet, module = CMDLETS[name]
    real = MANIFEST[name]
    seen = {one.name: (type_of(one), one.nullable, sorted(one.aliases)) for one in own(cmdlet).values()}
    wanted = {
        parameter: (mark["type"], mark.get("nullable", False), sorted(mark.get("aliases", ())))
        for parameter, mark in real["parameters"].items()
    }
    assert seen == wanted
    assert (module.name, cmdlet.should_process) == (real["module"], real["should_process"])


@pytest.mark.parametrize("name", COMPARED)
def test_the_parameter_sets_are_the_real_ones(name: str) -> None:
    cmdlet, _ = CMDLETS[name]
    assert sets_of(cmdlet) == MANIFEST[name]["sets"]
    if len(MANIFEST[name]["sets"]) > 1:
        assert (cmdlet.default_set if cmdlet.default_set in cmdlet.sets else "") == MANIFEST[name]["default"]
