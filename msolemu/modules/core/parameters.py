"""Parameters that several cmdlets of the engine share."""

from __future__ import annotations

from typing import Annotated, Any

from msolemu.cmdlets.declaration import Parameter
from msolemu.runtime.values.objects import Value, enumerate_value, is_enumerable

PS_OBJECT = "System.Management.Automation.PSObject"
SCRIPT_BLOCK = "System.Management.Automation.ScriptBlock"

InputObject = Annotated[Value, Parameter("The objects to work on.", from_pipeline=True, type=PS_OBJECT)]
MODULE_SPECIFICATION = "Microsoft.PowerShell.Commands.ModuleSpecification"
PS_SESSION = "System.Management.Automation.Runspaces.PSSession"
MODULE_INFO = "System.Management.Automation.PSModuleInfo"


def as_list(value: Value) -> list[Any]:
    """One or several values as a list, where their type itself is not declared for scripts."""
    return list(enumerate_value(value)) if is_enumerable(value) else [value]
