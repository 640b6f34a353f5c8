"""What a cmdlet's function is given: its module's services, the session, the streams, and the questions it may ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from msolemu.runtime.binding.confirmation import Confirmation
from msolemu.runtime.errors.net_errors import NetError
from msolemu.runtime.errors.records import (
    RUNTIME_EXCEPTION,
    ErrorCategory,
    ErrorRecord,
    ExceptionValue,
    Position,
    PowerShellError,
    StatementError,
    StopUpstream,
)

if TYPE_CHECKING:
    from msolemu.cmdlets.declaration import Cmdlet
    from msolemu.cmdlets.errors import TerminatingError
    from msolemu.compat.known_issue import KnownIssueSet
    from msolemu.runtime.invoking.pipeline import Invocation
    from msolemu.runtime.state.session import Session
    from msolemu.runtime.state.streams import Streams
    from msolemu.runtime.values.objects import Value

S = TypeVar("S")


class Call(Generic[S]):
    """One call of a cmdlet. `S` is what its module asks for in `services.py`."""

    __slots__ = (
        "_confirmation",
        "bound",
        "cmdlet",
        "emit",
        "invocation",
        "parameter_set",
        "services",
        "session",
    )

    def __init__(self, services: S, cmdlet: Cmdlet, invocation: Invocation) -> None:
        self.services = services
        self.cmdlet = cmdlet
        self.invocation = invocation
        self.session: Session = invocation.session
        self.bound: Mapping[str, Value] = {}
        self.parameter_set = ""
        self.emit: Callable[[Value], None]
        self._confirmation: Confirmation | None = None

    @property
    def confirmation(self) -> Confirmation:
        """What the call may do without asking, as its parameters and the preferences have it."""
        if self._confirmation is None:
            self._confirmation = Confirmation(
                self.session,
                self.streams,
                self.cmdlet.name,
                self.cmdlet.confirm_impact,
                what_if=self.bound.get("WhatIf"),
                confirm=self.bound.get("Confirm"),
            )
        return self._confirmation

    @property
    def streams(self) -> Streams:
        """The streams as this call has them."""
        return self.invocation.streams

    @property
    def issues(self) -> KnownIssueSet:
        """The known issues that are kept."""
        return self.session.issues

    def write_error(
        self,
        error: PowerShellError | ErrorRecord | Exception | str,
        text: str = "",
        category: ErrorCategory = ErrorCategory.NOT_SPECIFIED,
        exception_type: str = RUNTIME_EXCEPTION,
        *,
        target: Value = None,
        details: str | None = None,
    ) -> None:
        """An error that does not end the cmdlet: a record, an error caught, or an error id with its text."""
        if isinstance(error, str):
            exception = ExceptionValue(exception_type, text)
            record = ErrorRecord(exception, error, category, target, details=details)
            exception.record = record
        else:
            record = self.record_of(error)
        self.streams.write_error(self.placed(record))

    def record_of(self, error: PowerShellError | ErrorRecord | Exception) -> ErrorRecord:
        """The record of an error; a domain error's comes from the module's table."""
        if isinstance(error, ErrorRecord):
            return error
        if isinstance(error, PowerShellError):
            return error.record
        from msolemu.cmdlets.faults import fault_of

        return fault_of(self.cmdlet, error).record(error)

    def placed(self, record: ErrorRecord) -> ErrorRecord:
        """The record as this cmdlet's: the second half of its id, the position, the command that was running."""
        if record.position is None:
            if "," not in record.error_id:
                record.error_id = f"{record.error_id},{self.cmdlet.owner}"
            if self.invocation.extent is not None:
                record.position = Position(self.invocation.extent, self.cmdlet.name)
            record.activity = record.activity or self.cmdlet.name
        return record

    def error(
        self,
        error_id: str,
        text: str,
        category: ErrorCategory = ErrorCategory.INVALID_OPERATION,
        exception_type: str = RUNTIME_EXCEPTION,
        *,
        target: Value = None,
        details: str | None = None,
    ) -> TerminatingError:
        """An error that ends the cmdlet, for `raise call.error(...)`."""
        from msolemu.cmdlets.errors import TerminatingError

        return TerminatingError(error_id, text, category, exception_type, target=target, details=details)

    def ended_by(self, error: PowerShellError) -> StatementError:
        """A terminating error as the caller sees it; an exception of .NET that passes through has no category."""
        if isinstance(error, NetError):
            error.record.category = ErrorCategory.NOT_SPECIFIED
        return StatementError(self.placed(error.record))

    def write_warning(self, text: str) -> None:
        """A warning."""
        self.streams.write_warning(text)

    def write_verbose(self, text: str) -> None:
        """A verbose message."""
        self.streams.write_verbose(text)

    def write_debug(self, text: str) -> None:
        """A debug message."""
        self.streams.write_debug(text)

    def should_process(self, target: str, action: str = "") -> bool:
        """Whether to act: `-WhatIf` says what would happen, `-Confirm` or a high impact asks."""
        return self.confirmation.should_process(target, action)

    def should_continue(self, query: str, caption: str = "Confirm") -> bool:
        """A question of the cmdlet's own, whatever the preferences."""
        return self.confirmation.should_continue(query, caption)

    def is_bound(self, name: str) -> bool:
        """Whether a parameter was given."""
        return name in self.bound

    def call_with(self, block: Any, underscore: Value) -> Value:
        """What a script block returns with `$_` bound."""
        return self.session.call_with(block, underscore)

    def stop_upstream(self) -> None:
        """Enough: the commands before this one in the pipeline stop, if there are any."""
        if self.invocation.expects_input:
            raise StopUpstream(self.invocation)
