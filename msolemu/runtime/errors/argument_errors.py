"""What the engine says of an argument of its own methods that it cannot use."""

from __future__ import annotations

from msolemu.runtime.errors.records import ErrorCategory, StatementError, runtime_error

PS_ARGUMENT = "System.Management.Automation.PSArgumentException"
PS_ARGUMENT_NULL = "System.Management.Automation.PSArgumentNullException"


def not_valid_text(name: str) -> str:
    """The argument has a value that makes no sense."""
    return (
        f'Cannot process argument because the value of argument "{name}" is not valid. '
        f'Change the value of the "{name}" argument and run the operation again.'
    )


def null_text(name: str) -> str:
    """The argument is null and must not be."""
    return (
        f'Cannot process argument because the value of argument "{name}" is null. '
        f'Change the value of argument "{name}" to a non-null value.'
    )


def out_of_range_text(name: str) -> str:
    """The argument is a number too low or too high."""
    return (
        f'Cannot process argument because the value of argument "{name}" is out of range. '
        f'Change argument "{name}" to a value that is within range.'
    )


def not_valid(name: str) -> StatementError:
    """PSArgumentException."""
    return runtime_error("Argument", not_valid_text(name), ErrorCategory.INVALID_ARGUMENT, PS_ARGUMENT)
