"""Add-Type."""

from __future__ import annotations

from typing import Annotated, Any

from msolemu.cmdlets.declaration import Allow, Cmdlet, Parameter, Switch
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.utility.parameters import UtilityCall
from msolemu.runtime.binding.validation import ValidateNotNull, ValidateNotNullOrEmpty
from msolemu.runtime.errors.records import ErrorCategory
from msolemu.runtime.foreign.foreign_types import LOADED, foreign_type

add_type = Cmdlet(
    "Add-Type",
    "Says that .NET code is not loaded.",
    examples={"Add-Type -AssemblyName System.Web": "Is accepted: its types are there, as far as they are emulated."},
)


def refused(call: UtilityCall, what: str) -> Exception:
    """The error for code that would have to be loaded."""
    return call.error(
        "AddTypeNotEmulated", f"Add-Type cannot load {what}: msolemu runs no .NET code.", ErrorCategory.NOT_IMPLEMENTED
    )


@dataclass(frozen=True, kw_only=True)
class Compiling:
    """How code would be compiled."""

    referenced_assemblies: Annotated[
        list[str] | None, Parameter("Assemblies that the code needs.", aliases=("RA",))
    ] = None
    output_assembly: Annotated[str | None, Parameter("Where the assembly is written.", aliases=("OA",))] = None
    output_type: Annotated[
        Any,
        Parameter("What kind it is.", type="Microsoft.PowerShell.Commands.OutputAssemblyType", aliases=("OT",)),
    ] = None
    pass_thru: Annotated[Switch, Parameter("Gives the types; no new ones come of it here.")] = False
    ignore_warnings: Annotated[Switch, Parameter("Lets warnings pass.")] = False
    compiler_options: Annotated[
        list[str] | None, Parameter("Options of the compiler.", validate=(ValidateNotNullOrEmpty(),))
    ] = None


Language = Annotated[Any, Parameter("The language.", type="Microsoft.PowerShell.Commands.Language")]


@add_type.parameter_set("FromSource", default=True)
def from_source(
    call: UtilityCall,
    type_definition: Annotated[str, Parameter("The code.", position=0)],
    compiling: Compiling,
    language: Language = None,
) -> None:
    """No code is compiled. Assemblies whose types msolemu emulates may be named; anything else is an error."""
    raise refused(call, "code that is compiled")


@add_type.parameter_set("FromMember")
def from_member(
    call: UtilityCall,
    name: Annotated[str, Parameter("The name of the type.", position=0)],
    member_definition: Annotated[list[str], Parameter("The code.", position=1)],
    compiling: Compiling,
    namespace: Annotated[str | None, Parameter("Its namespace.", aliases=("NS",), allow=Allow.NULL)] = None,
    using_namespace: Annotated[
        list[str] | None, Parameter("Namespaces that the code uses.", aliases=("Using",), validate=(ValidateNotNull(),))
    ] = None,
    language: Language = None,
) -> None:
    """No code is compiled."""
    raise refused(call, f"the type {name}")


@add_type.parameter_set("FromPath")
def from_path(
    call: UtilityCall, path: Annotated[list[str], Parameter("Files with code.", position=0)], compiling: Compiling
) -> None:
    """No code is loaded."""
    raise refused(call, ", ".join(path))


@add_type.parameter_set("FromLiteralPath")
def from_literal_path(
    call: UtilityCall,
    literal_path: Annotated[list[str], Parameter("Files with code.", aliases=("PSPath", "LP"))],
    compiling: Compiling,
) -> None:
    """No code is loaded."""
    raise refused(call, ", ".join(literal_path))


@add_type.parameter_set("FromAssemblyName")
def from_assembly(
    call: UtilityCall,
    assembly_name: Annotated[list[str], Parameter("Names of assemblies.", aliases=("AN",))],
    pass_thru: Annotated[Switch, Parameter("Gives the types; no new ones come of it here.")] = False,
) -> None:
    """An assembly of .NET's own is taken as loaded; naming a type that is not emulated is an error of its own."""
    for name in assembly_name:
        plain = name.partition(",")[0].strip()
        if plain.lower() in LOADED:
            continue
        if foreign_type(plain + ".Type") is not None:
            raise refused(call, f"the assembly {name}")
        raise call.error(
            "ASSEMBLY_NOT_FOUND",
            f"Cannot add type. The assembly '{name}' could not be found.",
            ErrorCategory.OBJECT_NOT_FOUND,
            "System.Exception",
            target=name,
        )
