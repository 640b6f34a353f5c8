"""New-Object."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.modules.utility.com_objects import com_object
from msolemu.modules.utility.parameters import UtilityCall
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.compiling.type_names import lookup
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError, StatementError
from msolemu.runtime.foreign.foreign_types import type_not_emulated
from msolemu.runtime.values import members
from msolemu.runtime.values.objects import Hashtable, PSCustomObject, Value, unwrap

ARGUMENT = "System.Management.Automation.PSArgumentException"
PLAIN = ("System.Management.Automation.PSObject", "System.Management.Automation.PSCustomObject")

new_object = Cmdlet(
    "New-Object",
    "Makes an object of a .NET type.",
    examples={
        "New-Object System.Collections.ArrayList | Out-Null": "Makes an empty list.",
        "New-Object PSObject -Property @{ Name = 'Ann' }": "Makes an object with a property.",
        "New-Object -TypeName datetime -ArgumentList 2030, 6, 1": "Hands arguments to the constructor.",
    },
)
Properties = Annotated[Value, Parameter("Values for properties of the object.", type="System.Collections.IDictionary")]


@new_object.parameter_set("Net", default=True)
def made(
    call: UtilityCall,
    type_name: Annotated[str, Parameter("The type.", position=0)],
    argument_list: Annotated[
        list[Value] | None, Parameter("Arguments of the constructor.", position=1, aliases=("Args",))
    ] = None,
    property: Properties = None,  # noqa: A002  the parameter's own name
) -> Output[Value]:
    """The type is named as in a type literal, without brackets. PSObject gives an object that has only the properties
    that are given to it."""
    kind = lookup(call.session, type_name)
    if kind is None:
        refused = type_not_emulated(type_name)
        if refused is not None:
            raise refused
        raise call.error(
            "TypeNotFound",
            f"Cannot find type [{type_name}]: verify that the assembly containing this type is loaded.",
            ErrorCategory.INVALID_TYPE,
            ARGUMENT,
        )
    if kind.full_name in PLAIN and not argument_list:
        yield with_properties(call, PSCustomObject(), property)
        return
    yield with_properties(call, _constructed(call, kind, argument_list or []), property)


def _constructed(call: UtilityCall, kind: Value, arguments: list[Value]) -> Value:
    try:
        return members.build(kind, kind.name, arguments)
    except PowerShellError as error:
        called = bool(arguments) or error.record.exception.inner is not None
        raise _as_cmdlets(call, kind, called, error) from error


def _as_cmdlets(call: UtilityCall, kind: Value, called: bool, error: PowerShellError) -> StatementError:
    """The constructor's error in the cmdlet's words; without arguments there may be no constructor to call."""
    if called:
        found = call.error(
            "ConstructorInvokedThrowException",
            error.record.exception.message,
            ErrorCategory.INVALID_OPERATION,
            error.record.exception.type_name,
        )
        found.record.exception.inner = error.record.exception.inner
        return found
    return call.error(
        "CannotFindAppropriateCtor",
        f"A constructor was not found. Cannot find an appropriate constructor for type {kind.full_name}.",
        ErrorCategory.OBJECT_NOT_FOUND,
        ARGUMENT,
    )


def with_properties(call: UtilityCall, made: Value, table: Value) -> Value:
    """The object with the properties of a table; one that it has not is an error."""
    if table is None:
        return made
    values: Hashtable = unwrap(table)
    for key, value in values.items():
        name = to_text(key)
        if isinstance(made, PSCustomObject):
            made.properties[name.lower()] = [name, value]
        elif members.find_property(made, name) is not None:
            members.set_property(made, name, value)
        else:
            call.write_error(
                "InvalidOperationException",
                f'The member "{name}" was not found for the specified .NET object.',
                ErrorCategory.INVALID_OPERATION,
                "System.InvalidOperationException",
            )
    return made


@new_object.parameter_set("Com")
def made_com(
    call: UtilityCall,
    com_object_: Annotated[
        str | None, Parameter("The name of a COM class.", name="ComObject", position=0, hidden=True)
    ] = None,
    strict: Annotated[Switch, Parameter("Warns when .NET has a wrapper for the class; there is none here.")] = False,
    property: Properties = None,  # noqa: A002  the parameter's own name
) -> Output[Value]:
    """Of the COM classes only WScript.Shell is emulated, whose Popup shows its text and is answered OK."""
    found = com_object(call.session, com_object_ or "")
    if found is None:
        raise call.error(
            "ComObjectNotEmulated",
            f"The COM class '{com_object_}' is not emulated; nothing outside the workspace is reached.",
            ErrorCategory.NOT_IMPLEMENTED,
        )
    yield with_properties(call, found, property)
