"""How errors look on the outside: a module's table from domain errors to error id, category and text."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.errors.records import (
    RUNTIME_EXCEPTION,
    ErrorCategory,
    ErrorRecord,
    ExceptionValue,
    StatementError,
)

if TYPE_CHECKING:
    from msolemu.runtime.values.objects import Value


@dataclass(frozen=True, slots=True)
class Fault:
    """How one class of domain errors looks; `text` and `target` may be functions of the error."""

    error_id: str
    text: str | Callable[[Any], str]
    category: ErrorCategory = ErrorCategory.NOT_SPECIFIED
    exception_type: str = RUNTIME_EXCEPTION
    terminating: bool = False
    target: Callable[[Any], Value] | None = None
    details: Callable[[Any], str | None] | None = None

    def record(self, error: Exception) -> ErrorRecord:
        """The error as a record, without the cmdlet's part of the id."""
        text = self.text if isinstance(self.text, str) else self.text(error)
        exception = ExceptionValue(self.exception_type, text)
        target = self.target(error) if self.target else None
        record = ErrorRecord(exception, self.error_id, self.category, target)
        record.details = self.details(error) if self.details else None
        exception.record = record
        return record


@dataclass(frozen=True)
class ErrorTable:
    """From a class of domain errors to how it looks; a subclass that is not listed looks like its base."""

    faults: Mapping[type[Exception], Fault]

    def fault(self, error: Exception) -> Fault | None:
        """How this error looks; None when the module does not know it."""
        return next((self.faults[kind] for kind in type(error).__mro__ if kind in self.faults), None)

    @functools.cached_property
    def kinds(self) -> tuple[type[Exception], ...]:
        """The classes that a cmdlet may let escape."""
        return tuple(self.faults)


class TerminatingError(StatementError):
    """An error that ends the cmdlet: `raise TerminatingError(id, text, category)`."""

    def __init__(
        self,
        error_id: str,
        text: str,
        category: ErrorCategory = ErrorCategory.INVALID_OPERATION,
        exception_type: str = RUNTIME_EXCEPTION,
        *,
        target: Value = None,
        details: str | None = None,
    ) -> None:
        exception = ExceptionValue(exception_type, text)
        record = ErrorRecord(exception, error_id, category, target, details=details)
        exception.record = record
        super().__init__(record)
