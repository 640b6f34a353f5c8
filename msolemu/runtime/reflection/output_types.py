"""What a command says that it gives: `OutputType`, and the completion of what comes after it in a pipeline."""

from __future__ import annotations

import functools
from typing import Any

from msolemu.foundation.tables import table
from msolemu.language import syntax
from msolemu.runtime.types.registry import find_type, net_type_of_class
from msolemu.runtime.values.objects import PSCustomObject, Value

TYPE_NAME = "System.Management.Automation.PSTypeName"


def output_types(command: Any) -> list[Value]:
    """What a command says that it gives."""
    return [PSCustomObject([("Name", name), ("Type", find_type(name))], (TYPE_NAME,)) for name in output_names(command)]


def output_names(command: Any) -> list[str]:
    """The full names of the types that a command gives: of a function's `[OutputType()]`, of PowerShell's own cmdlets
    as PowerShell declares them, of others as they are declared here."""
    block = getattr(command, "script_block", None)
    if block is None:
        return _cmdlet_output(command)
    return [
        name
        for attribute in block.code.parameters.attributes
        if attribute.type_name.full_name.lower() == "outputtype"
        for name in map(_named_type, attribute.positional_arguments)
    ]


def _cmdlet_output(command: Any) -> list[str]:
    listed: list[str] | None = _listed_output().get(command.name)
    if listed is not None:
        return listed
    output = getattr(command, "output", None)
    return [net_type_of_class(output).full_name] if isinstance(output, type) else []


@functools.cache
def _listed_output() -> dict[str, list[str]]:
    listed: dict[str, list[str]] = table(__file__, "output_types.json")
    return listed


def _named_type(node: syntax.Expression) -> str:
    name = node.type_name.full_name if isinstance(node, syntax.TypeExpression) else node.extent.text.strip("'\"")
    known = find_type(name)
    return name if known is None else known.full_name
