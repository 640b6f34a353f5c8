"""Finds how an escaped domain error looks: the module's table, imported when the first error needs it."""

from __future__ import annotations

import functools
import importlib
from typing import TYPE_CHECKING

from msolemu.cmdlets.errors import ErrorTable, Fault

if TYPE_CHECKING:
    from msolemu.cmdlets.declaration import Cmdlet
    from msolemu.cmdlets.module import Module

NOTHING_LISTED = ErrorTable({})


@functools.cache
def table_of(module: Module) -> ErrorTable:
    """The table of a module; it is the name `ERRORS` of the file that the module names."""
    if not module.errors:
        return NOTHING_LISTED
    table = importlib.import_module(f"{module.package}.{module.errors}").ERRORS
    assert isinstance(table, ErrorTable)
    return table


def faults_of(cmdlet: Cmdlet) -> ErrorTable:
    """The table that holds for a cmdlet."""
    return NOTHING_LISTED if cmdlet.module is None else table_of(cmdlet.module)


def fault_of(cmdlet: Cmdlet, error: Exception) -> Fault:
    """How the error looks; one that the module does not list is a bug and goes on as it is."""
    found = faults_of(cmdlet).fault(error)
    if found is None:
        raise error
    return found
