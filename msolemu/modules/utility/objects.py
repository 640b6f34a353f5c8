"""The cmdlets of the noun Object in this module; each stands in a file of its own."""

from __future__ import annotations

from msolemu.modules.utility.comparing import compare_object
from msolemu.modules.utility.grouping import group_object
from msolemu.modules.utility.measuring import measure_object
from msolemu.modules.utility.new_object import new_object
from msolemu.modules.utility.selecting import select_object
from msolemu.modules.utility.sorting import sort_object
from msolemu.modules.utility.tee import tee_object

__all__ = [
    "compare_object",
    "group_object",
    "measure_object",
    "new_object",
    "select_object",
    "sort_object",
    "tee_object",
]
