"""Imports every file that declares how a node is compiled."""

from __future__ import annotations

from importlib import import_module

for _part in (
    "compiling.expressions",
    "compiling.variables",
    "compiling.access",
    "compiling.operators",
    "compiling.assignment",
    "compiling.statements",
    "compiling.switch",
    "compiling.traps",
    "invoking.commands",
    "invoking.functions",
):
    import_module(f"msolemu.runtime.{_part}")
