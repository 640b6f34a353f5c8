"""Imports every file that declares how a node is compiled."""

from __future__ import annotations

from importlib import import_module

for _part in (
    "expressions",
    "variables",
    "access",
    "operators",
    "assignment",
    "statements",
    "switch",
    "traps",
    "commands",
    "functions",
):
    import_module(f"msolemu.runtime.{_part}")
