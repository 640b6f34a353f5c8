"""Exceptions of .NET as members raise them, and how PowerShell hands them to a script."""

from __future__ import annotations

from msolemu.runtime.errors.records import (
    ErrorCategory,
    ErrorRecord,
    ExceptionValue,
    PowerShellError,
    StatementError,
    runtime_error,
)

METHOD_EXCEPTION = "System.Management.Automation.MethodException"
INVOCATION_EXCEPTION = "System.Management.Automation.MethodInvocationException"
GENERIC = "System.Collections.Generic."


class NetError(PowerShellError):
    """An exception that a .NET member throws; the call puts it inside a MethodInvocationException."""

    def __init__(self, type_name: str, message: str, inner: ExceptionValue | None = None) -> None:
        exception = ExceptionValue(type_name, message, inner)
        record = ErrorRecord(exception, type_name, ErrorCategory.OPERATION_STOPPED)
        exception.record = record
        super().__init__(record)


def argument_error(message: str, parameter: str = "") -> NetError:
    """ArgumentException."""
    return NetError("System.ArgumentException", _named(message, parameter))


def null_argument(parameter: str) -> NetError:
    """ArgumentNullException."""
    return NetError("System.ArgumentNullException", _named("Value cannot be null.", parameter))


def out_of_range(message: str, parameter: str = "", actual: str | None = None) -> NetError:
    """ArgumentOutOfRangeException."""
    text = _named(message, parameter)
    if actual is not None:
        text += f"\nActual value was {actual}."
    return NetError("System.ArgumentOutOfRangeException", text)


def index_out_of_range(parameter: str = "index", *, inclusive: bool = False) -> NetError:
    """ArgumentOutOfRangeException of an index; `inclusive` where the size itself is allowed."""
    bound = "less than or equal to" if inclusive else "less than"
    return out_of_range(
        f"Index was out of range. Must be non-negative and {bound} the size of the collection.", parameter
    )


def bad_count() -> NetError:
    """ArgumentOutOfRangeException of a count that reaches outside."""
    return out_of_range(
        "Count must be positive and count must refer to a location within the string/array/collection.", "count"
    )


def invalid_operation(message: str) -> NetError:
    """InvalidOperationException."""
    return NetError("System.InvalidOperationException", message)


def not_supported(message: str) -> NetError:
    """NotSupportedException."""
    return NetError("System.NotSupportedException", message)


def format_error(message: str) -> NetError:
    """FormatException."""
    return NetError("System.FormatException", message)


def overflow(message: str) -> NetError:
    """OverflowException."""
    return NetError("System.OverflowException", message)


def key_not_found(key: str) -> NetError:
    """KeyNotFoundException."""
    return NetError(GENERIC + "KeyNotFoundException", f"The given key '{key}' was not present in the dictionary.")


def _named(message: str, parameter: str) -> str:
    return f"{message} (Parameter '{parameter}')" if parameter else message


def invocation_error(name: str, count: int, inner: ExceptionValue) -> StatementError:
    """`Exception calling "Name" with "N" argument(s): "..."`, its id the class of the exception inside."""
    message = f'Exception calling "{name}" with "{count}" argument(s): "{inner.message}"'
    error_id = inner.type_name.rpartition(".")[2]
    return runtime_error(error_id, message, ErrorCategory.NOT_SPECIFIED, INVOCATION_EXCEPTION, inner=inner)


def method_not_found(type_name: str, name: str) -> StatementError:
    """The error for a method that the value has not."""
    message = f"Method invocation failed because [{type_name}] does not contain a method named '{name}'."
    return runtime_error("MethodNotFound", message)


def method_on_null() -> StatementError:
    """The error for a method of null."""
    return runtime_error("InvokeMethodOnNull", "You cannot call a method on a null-valued expression.")


def no_overload(name: str, count: int) -> StatementError:
    """The error for a number of arguments that no overload takes."""
    message = f'Cannot find an overload for "{name}" and the argument count: "{count}".'
    return runtime_error("MethodCountCouldNotFindBest", message, ErrorCategory.NOT_SPECIFIED, METHOD_EXCEPTION)


def ambiguous(name: str, count: int) -> StatementError:
    """The error for arguments that fit several overloads equally well."""
    message = f'Multiple ambiguous overloads found for "{name}" and the argument count: "{count}".'
    return runtime_error("MethodCountCouldNotFindBest", message, ErrorCategory.NOT_SPECIFIED, METHOD_EXCEPTION)


def argument_conversion(
    parameter: str, value_text: str, name: str, type_name: str, inner: ExceptionValue
) -> StatementError:
    """The error for an argument that cannot be converted to the parameter's type."""
    message = (
        f'Cannot convert argument "{parameter}", with value: "{value_text}", for "{name}" to type '
        f'"{type_name}": "{inner.message}"'
    )
    return runtime_error(
        "MethodArgumentConversionInvalidCastArgument",
        message,
        ErrorCategory.NOT_SPECIFIED,
        METHOD_EXCEPTION,
        inner=inner,
    )


def property_not_found(name: str) -> StatementError:
    """The error of strict mode for a property that is not there."""
    return runtime_error(
        "PropertyNotFoundStrict",
        f"The property '{name}' cannot be found on this object. Verify that the property exists.",
        ErrorCategory.NOT_SPECIFIED,
        "System.Management.Automation.PropertyNotFoundException",
    )


def cannot_set(name: str, error_id: str = "PropertyNotFound") -> StatementError:
    """The error for an assignment to a property that is not there."""
    return runtime_error(
        error_id,
        f"The property '{name}' cannot be found on this object. Verify that the property exists and can be set.",
    )


def set_failed(name: str, inner: ExceptionValue) -> StatementError:
    """The error for an assignment that the property refuses."""
    return runtime_error(
        "ExceptionWhenSetting",
        f'Exception setting "{name}": "{inner.message}"',
        ErrorCategory.NOT_SPECIFIED,
        "System.Management.Automation.SetValueInvocationException",
        inner=inner,
    )
