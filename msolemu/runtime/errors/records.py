"""Error records, and the Python exceptions that carry them and the signals of control flow through the evaluator."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any

from msolemu.foundation.dataclass import dataclass, field

if TYPE_CHECKING:
    from msolemu.language.position import Extent
    from msolemu.runtime.values.objects import Value

RUNTIME_EXCEPTION = "System.Management.Automation.RuntimeException"


class ErrorCategory(enum.Enum):
    """PowerShell's categories; the value is the name it prints."""

    NOT_SPECIFIED = "NotSpecified"
    OPEN_ERROR = "OpenError"
    CLOSE_ERROR = "CloseError"
    DEVICE_ERROR = "DeviceError"
    DEADLOCK_DETECTED = "DeadlockDetected"
    INVALID_ARGUMENT = "InvalidArgument"
    INVALID_DATA = "InvalidData"
    INVALID_OPERATION = "InvalidOperation"
    INVALID_RESULT = "InvalidResult"
    INVALID_TYPE = "InvalidType"
    METADATA_ERROR = "MetadataError"
    NOT_IMPLEMENTED = "NotImplemented"
    NOT_INSTALLED = "NotInstalled"
    OBJECT_NOT_FOUND = "ObjectNotFound"
    OPERATION_STOPPED = "OperationStopped"
    OPERATION_TIMEOUT = "OperationTimeout"
    SYNTAX_ERROR = "SyntaxError"
    PARSER_ERROR = "ParserError"
    PERMISSION_DENIED = "PermissionDenied"
    RESOURCE_BUSY = "ResourceBusy"
    RESOURCE_EXISTS = "ResourceExists"
    RESOURCE_UNAVAILABLE = "ResourceUnavailable"
    READ_ERROR = "ReadError"
    WRITE_ERROR = "WriteError"
    FROM_STD_ERR = "FromStdErr"
    SECURITY_ERROR = "SecurityError"
    PROTOCOL_ERROR = "ProtocolError"
    CONNECTION_ERROR = "ConnectionError"
    AUTHENTICATION_ERROR = "AuthenticationError"
    LIMITS_EXCEEDED = "LimitsExceeded"
    QUOTA_EXCEEDED = "QuotaExceeded"
    NOT_ENABLED = "NotEnabled"


@dataclass(slots=True, eq=False)
class ExceptionValue:
    """An object of a .NET exception class, as a script sees it."""

    type_name: str
    message: str
    inner: ExceptionValue | None = None
    extra: dict[str, Any] = field(default_factory=dict)
    record: ErrorRecord | None = None

    def innermost(self) -> ExceptionValue:
        """The exception at the bottom of the chain."""
        return self if self.inner is None else self.inner.innermost()


@dataclass(frozen=True, slots=True)
class Position:
    """Where a command or statement stands, as error views and `$MyInvocation` show it."""

    extent: Extent
    command: str = ""
    """The command that was running, empty for an expression."""


@dataclass(slots=True, eq=False)
class ErrorRecord:
    """An error with all its parts."""

    exception: ExceptionValue
    error_id: str
    category: ErrorCategory = ErrorCategory.NOT_SPECIFIED
    target: Value = None
    activity: str = ""
    reason: str = ""
    target_name: str | None = None
    target_type: str | None = None
    details: str | None = None
    position: Position | None = None
    stack: str = ""
    recommended_action: str = ""
    thrown: bool = False
    """Whether `throw` raised it."""
    caller: Value = None
    """The `InvocationInfo` of the call in whose name it was written."""
    written_by: str = ""
    """`Write-Error` when that cmdlet made it, for the views show its text without a position."""

    @property
    def text(self) -> str:
        """What the record says: its details, else the exception's message."""
        return self.exception.message if self.details is None else self.details


class PowerShellError(Exception):
    """An error on its way up; carries its record."""

    def __init__(self, record: ErrorRecord) -> None:
        super().__init__(record.exception.message)
        self.record = record


class StatementError(PowerShellError):
    """Ends the statement that it happened in."""


class ScriptError(PowerShellError):
    """Unwinds until somebody catches it: `throw`, `-ErrorAction Stop`."""


class FunctionError(ScriptError):
    """Unwinds to a call of a script block, whose caller sees an error of one statement."""

    def __init__(self, record: ErrorRecord, call: object) -> None:
        super().__init__(record)
        self.call = call


class CallDepthError(ScriptError):
    """Calls are nested beyond measure: nothing that keeps errors keeps this one, or each level would try again."""


def runtime_error(
    error_id: str,
    message: str,
    category: ErrorCategory = ErrorCategory.INVALID_OPERATION,
    exception_type: str = RUNTIME_EXCEPTION,
    *,
    target: Value = None,
    inner: ExceptionValue | None = None,
) -> StatementError:
    """An error that the engine itself raises."""
    exception = ExceptionValue(exception_type, message, inner)
    record = ErrorRecord(exception, error_id, category, target)
    exception.record = record
    return StatementError(record)


STOP_EXCEPTION = "System.Management.Automation.ActionPreferenceStopException"


def stop_exception(message: str, record: ErrorRecord | None = None) -> ExceptionValue:
    """The exception of the action Stop; `record` is the error that led to it."""
    exception = ExceptionValue(STOP_EXCEPTION, message)
    exception.record = record or ErrorRecord(exception, "ActionPreferenceStop", ErrorCategory.OPERATION_STOPPED)
    return exception


def stopped(message: str) -> ScriptError:
    """The end of a command by the action Stop that no error record led to."""
    exception = stop_exception(message)
    assert exception.record is not None
    return ScriptError(exception.record)


def not_emulated(error_id: str, what: str) -> StatementError:
    """The error for a construct, member or parameter that msolemu has not: each kind with its own id."""
    return runtime_error(error_id, f"{what} is not emulated.", ErrorCategory.NOT_IMPLEMENTED)


class FlowSignal(BaseException):
    """Control flow that must pass every handler of errors."""


class LoopSignal(FlowSignal):
    """`break` or `continue`, with the label it names."""

    def __init__(self, label: str = "") -> None:
        super().__init__(label)
        self.label = label


class BreakSignal(LoopSignal):
    """`break`."""


class ContinueSignal(LoopSignal):
    """`continue`."""


class ReturnSignal(FlowSignal):
    """`return`; what it returns was written to the output before."""


class ExitSignal(FlowSignal):
    """`exit`, with its code."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class StopUpstream(FlowSignal):
    """A command has enough: everything before it in its pipeline stops. `invocation` is the command's call."""

    def __init__(self, invocation: object) -> None:
        super().__init__()
        self.invocation = invocation
