"""The cmdlets have exactly the parameter sets, parameters and marks of the real module's."""

from __future__ import annotations

import importlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from msolemu.cmdlets.declaration import Cmdlet
from msolemu.modules.msonline import MODULE
from msolemu.runtime.binding.parameters import ALL_SETS, ParameterInfo

MANIFEST: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "manifests" / "msonline.json").read_text(encoding="utf-8")
)
NULLABLE = re.compile(r"Nullable<(.+)>")


def declared() -> dict[str, Cmdlet]:
    found: dict[str, Cmdlet] = {}
    for file in dict.fromkeys(MODULE.nouns.values()):
        for value in vars(importlib.import_module(f"{MODULE.package}.{file}")).values():
            if isinstance(value, Cmdlet):
                value.module = MODULE
                found[value.name] = value
    return found


CMDLETS = declared()


def own_parameters(name: str) -> dict[str, ParameterInfo]:
    return {one.name: one for one in CMDLETS[name].metadata.parameters.values() if not one.common}


def test_every_cmdlet_of_the_manifest_is_there_and_no_other() -> None:
    assert sorted(CMDLETS) == sorted(MANIFEST)


@pytest.mark.parametrize("name", sorted(MANIFEST))
def test_the_parameter_sets_are_the_real_ones(name: str) -> None:
    assert sorted(CMDLETS[name].sets) == sorted(MANIFEST[name]["sets"])
    assert CMDLETS[name].default_set == MANIFEST[name]["default"]
    assert CMDLETS[name].should_process is MANIFEST[name]["should_process"]


@pytest.mark.parametrize("name", sorted(MANIFEST))
def test_the_parameters_are_the_real_ones(name: str) -> None:
    assert sorted(own_parameters(name)) == sorted(MANIFEST[name]["parameters"])


@pytest.mark.parametrize("name", sorted(MANIFEST))
def test_each_parameter_carries_the_real_marks(name: str) -> None:
    parameters = own_parameters(name)
    for parameter, real in MANIFEST[name]["parameters"].items():
        info = parameters[parameter]
        nullable = NULLABLE.fullmatch(real["type"])
        assert (parameter, info.type_name) == (parameter, nullable[1] if nullable else real["type"])
        assert (parameter, info.nullable) == (parameter, nullable is not None)
        assert (parameter, list(info.aliases)) == (parameter, real["aliases"])
        for set_name, required in real["required"].items():
            place = info.place(set_name)
            assert place is not None, (parameter, set_name)
            marks = (place.mandatory, place.position, place.by_name, place.by_value)
            assert (parameter, *marks) == (parameter, required, None, real["by_name"], real["by_value"])
        listed = set(info.places) - {ALL_SETS}
        assert (parameter, listed - set(real["required"])) == (parameter, set())
