"""The errors of conversions, with PowerShell's ids and sentences."""

from __future__ import annotations

from msolemu.runtime.casting.conversion import net_text
from msolemu.runtime.errors.records import ErrorCategory, ExceptionValue, PowerShellError, StatementError, runtime_error
from msolemu.runtime.types import registry
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.values.objects import Value, unwrap

CAST = "System.Management.Automation.PSInvalidCastException"
NO_CONVERSION = "ConvertToFinalInvalidCastException"


def cast_error(error_id: str, message: str, inner: ExceptionValue | None = None) -> StatementError:
    """A conversion that failed: outside a RuntimeException, inside a PSInvalidCastException."""
    cause = ExceptionValue(CAST, message, inner)
    return runtime_error(error_id, message, ErrorCategory.INVALID_ARGUMENT, inner=cause)


def no_conversion(value: Value, kind: NetType) -> StatementError:
    """There is no way from the value's type to the other."""
    return cast_error(NO_CONVERSION, no_conversion_text(value, kind.text))


def no_conversion_text(value: Value, target: str) -> str:
    """The sentence that says so."""
    plain = unwrap(value)
    if plain is None:
        return f'Cannot convert null to type "{target}".'
    source = registry.type_of(plain).text
    return f'Cannot convert the "{net_text(value)}" value of type "{source}" to type "{target}".'


def is_no_conversion(error: PowerShellError) -> bool:
    """Whether an error says that there is no way at all, rather than that this value fails on it."""
    return error.record.error_id == NO_CONVERSION


def failed(error_id: str, value: Value, kind: NetType, reason: str, exception: str = "") -> StatementError:
    """The conversion was tried, and .NET said why it cannot be."""
    message = f'Cannot convert value "{net_text(value)}" to type "{kind.text}". Error: "{reason}"'
    return cast_error(error_id, message, ExceptionValue(exception, reason) if exception else None)


def not_convertible(value: Value, kind: NetType, source: str, target: str) -> StatementError:
    """`System.Convert` refuses the pair of types."""
    return failed("InvalidCastIConvertible", value, kind, f"Invalid cast from '{source}' to '{target}'.")


def null_refused(kind: NetType) -> StatementError:
    """A structure cannot be null."""
    return cast_error("nullToObjectInvalidCast", f'Cannot convert null to type "{kind.text}".')
