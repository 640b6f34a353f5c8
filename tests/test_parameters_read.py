"""No parameter is silently ignored: a cmdlet reads it or refuses it, or its help says why it changes nothing here."""

from __future__ import annotations

import ast
import functools
import inspect
import re
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import msolemu
from msolemu.cmdlets.declaration import Cmdlet
from msolemu.cmdlets.signature import Signature, Slot, signatures
from msolemu.runtime.binding.parameters import ALL_SETS, SWITCH_TYPE, ParameterInfo
from tests.test_declarations import NAMES, cmdlets

MODULES = Path(msolemu.__file__).parent / "modules"
ALL_FIELDS = {"fields", "getattr"}
"""What a class of parameters calls when it reads its fields by names that do not stand in its source."""
ONLY_SAYS = {
    "refuse",
    "write_warning",
    "write_error",
    "error",
    "not_emulated",
    "service_of",
    "to_text",
    "refused",
    "join",
}
"""What a command calls that does nothing but to say so."""
BY_BOUND_NAMES = "manifest"
"""The parameters of New-ModuleManifest, which writes what was bound under its name."""
NOTHING_CHANGES = re.compile(r"\bhere\b")
"""The word with which the help of a parameter without effect tells of this place in place of a real one."""


@pytest.mark.parametrize("name", NAMES)
def test_a_parameter_is_read_or_refused_or_its_help_says_why_not(name: str) -> None:
    assert not sorted(set(ignored(cmdlets()[name])))


def ignored(cmdlet: Cmdlet) -> Iterator[str]:
    """The parameters of a cmdlet of which nothing comes."""
    parameters = cmdlet.metadata.parameters
    for set_name, signature in signatures(cmdlet.metadata).items():
        if only_says(signature.run) or is_refused(cmdlet, set_name):
            continue
        for slot in (*signature.once.slots.values(), *signature.per_record):
            info = parameters[slot.parameter]
            by_name = slot.group == BY_BOUND_NAMES or chooses_the_set(info, set_name)
            excused = info.refused or by_name or is_checked(info) or NOTHING_CHANGES.search(info.help)
            if not excused and not is_read(slot, signature, package_of(cmdlet)):
                yield f"{slot.parameter} in {set_name}"


def chooses_the_set(info: ParameterInfo, set_name: str) -> bool:
    """Whether all that a switch has to say is said when its set is chosen."""
    if info.type_name != SWITCH_TYPE or ALL_SETS in info.places:
        return False
    return len(info.places) == 1 or info.places[set_name].mandatory


def is_checked(info: ParameterInfo) -> bool:
    """Whether a check that a module has of its own reads the argument and lets only what changes nothing pass."""
    return any(type(check).__module__.startswith("msolemu.modules.") for check in info.validations)


def is_refused(cmdlet: Cmdlet, set_name: str) -> bool:
    """Whether a set cannot be chosen without a parameter that is refused."""
    places = ((info, info.place(set_name)) for info in cmdlet.metadata.parameters.values())
    return any(info.refused and place is not None and place.mandatory for info, place in places)


def is_read(slot: Slot, signature: Signature, package: str) -> bool:
    """Whether the implementation reads the argument; of a class of arguments, whether anything in the module does."""
    if (slot.group or slot.keyword) not in names_in(signature.run):
        return False
    if not slot.group:
        return True
    filling = signature.each if slot.per_record else signature.once
    group = names_in(filling.groups[slot.group][0])
    return bool(ALL_FIELDS & group) or slot.keyword in group or slot.keyword in attributes_of(package)


def package_of(cmdlet: Cmdlet) -> str:
    assert cmdlet.module is not None
    return cmdlet.module.package.rpartition(".")[2]


@functools.cache
def names_in(implementation: Callable[..., Any]) -> frozenset[str]:
    """What a function reads by name; what a class and its bases read as attributes, and their methods by name."""
    kinds = inspect.getmro(implementation)[:-1] if inspect.isclass(implementation) else (implementation,)
    found: set[str] = set()
    for kind in kinds:
        for node in ast.walk(source_of(kind)):
            if isinstance(node, ast.Attribute):
                found.add(node.attr)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                found.add(node.id)
    return frozenset(found)


@functools.cache
def attributes_of(package: str) -> frozenset[str]:
    """Every name that some file of a module reads as an attribute."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in (MODULES / package).rglob("*.py"))
    return frozenset(node.attr for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Attribute))


@functools.cache
def only_says(implementation: Callable[..., Any]) -> bool:
    """Whether a command warns of itself or is refused as a whole."""
    (definition,) = source_of(implementation).body
    assert isinstance(definition, ast.FunctionDef | ast.ClassDef)
    calls = [node.func for line in definition.body for node in ast.walk(line) if isinstance(node, ast.Call)]
    names = {one.attr if isinstance(one, ast.Attribute) else getattr(one, "id", "") for one in calls}
    return bool(names) and names <= ONLY_SAYS


@functools.cache
def source_of(implementation: Callable[..., Any]) -> ast.Module:
    return ast.parse(textwrap.dedent(inspect.getsource(implementation)))
