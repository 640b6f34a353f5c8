"""Exceptions and error records as scripts see them, and their parts: category, details, where it happened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msolemu.runtime.errors.error_text import category_text, reason, target_name, target_type
from msolemu.runtime.errors.positions import position_message
from msolemu.runtime.errors.records import RUNTIME_EXCEPTION, ErrorCategory, ErrorRecord, ExceptionValue, Position
from msolemu.runtime.invoking.calls import InvocationInfo
from msolemu.runtime.types import exceptions
from msolemu.runtime.types.declaring import constructor, method, properties, typed_property
from msolemu.runtime.types.enumerations import member
from msolemu.runtime.types.net_type import NetType, Property
from msolemu.runtime.types.registry import EXCEPTION, exception_type, known_type, represent
from msolemu.runtime.values.objects import Hashtable, TypedArray, Value

_AUTOMATION = "System.Management.Automation."
RECORD = known_type(_AUTOMATION + "ErrorRecord")
CATEGORY = known_type(_AUTOMATION + "ErrorCategoryInfo")
DETAILS = known_type(_AUTOMATION + "ErrorDetails")
INVOCATION = known_type(_AUTOMATION + "InvocationInfo")
RUNTIME = known_type(RUNTIME_EXCEPTION)


def default_message(kind: NetType) -> str:
    """The message of an exception that is made without one."""
    return exceptions.MESSAGES.get(kind.name, f"Exception of type '{kind.full_name}' was thrown.")


def made(kind: NetType, message: str | None, inner: ExceptionValue | None = None, **extra: Any) -> ExceptionValue:
    """An exception of a class."""
    text = default_message(kind) if message is None else message
    cls: Any = kind.python if kind.script_class is not None else ExceptionValue
    return cls(kind.full_name, text, inner, extra)  # type: ignore[no-any-return]  # a script's class or the common one


def _named(message: str, parameter: str | None) -> str:
    return f"{message} (Parameter '{parameter}')" if parameter else message


@constructor(
    EXCEPTION,
    "Exception()",
    "Exception(string message)",
    "Exception(string message, System.Exception innerException)",
    generic=True,
)
def new_exception(kind: NetType, message: str | None = None, inner: ExceptionValue | None = None) -> ExceptionValue:
    """An exception with its message and the one that caused it."""
    return made(kind, message, inner)


def _argument(kind: NetType, message: str | None = None, second: Any = None, third: Any = None) -> ExceptionValue:
    inner = second if isinstance(second, ExceptionValue) else third
    parameter = second if isinstance(second, str) else None
    text = default_message(kind) if message is None else message
    return made(kind, _named(text, parameter), inner, paramname=parameter)


def _argument_null(kind: NetType, parameter: str | None = None, second: Any = None) -> ExceptionValue:
    if isinstance(second, ExceptionValue):
        return made(kind, parameter, second)
    text = default_message(kind) if second is None else second
    return made(kind, _named(text, parameter), paramname=parameter)


def _argument_range(
    kind: NetType, parameter: str | None = None, second: Any = None, third: Any = None
) -> ExceptionValue:
    if isinstance(second, ExceptionValue):
        return made(kind, parameter, second)
    if third is None:
        text = default_message(kind) if second is None else second
        return made(kind, _named(text, parameter), paramname=parameter)
    from msolemu.runtime.casting.conversion import to_text

    text = f"{_named(third, parameter)}\nActual value was {to_text(second)}."
    return made(kind, text, paramname=parameter, actualvalue=second)


def _file(kind: NetType, message: str | None = None, second: Any = None, third: Any = None) -> ExceptionValue:
    inner = second if isinstance(second, ExceptionValue) else third
    return made(kind, message, inner, filename=second if isinstance(second, str) else None)


def _runtime(kind: NetType, message: str, inner: ExceptionValue | None, record: ErrorRecord) -> ExceptionValue:
    exception = made(kind, message, inner)
    exception.record = record
    return exception


_ONE_TEXT = ("{0}()", "{0}(string message)", "{0}(string message, System.Exception innerException)")
_OWN: dict[str, tuple[Callable[..., ExceptionValue], tuple[str, ...]]] = {
    "System.ArgumentException": (
        _argument,
        (
            *_ONE_TEXT,
            "{0}(string message, string paramName)",
            "{0}(string message, string paramName, System.Exception innerException)",
        ),
    ),
    "System.ArgumentNullException": (
        _argument_null,
        (
            "{0}()",
            "{0}(string paramName)",
            "{0}(string message, System.Exception innerException)",
            "{0}(string paramName, string message)",
        ),
    ),
    "System.ArgumentOutOfRangeException": (
        _argument_range,
        (
            "{0}()",
            "{0}(string paramName)",
            "{0}(string message, System.Exception innerException)",
            "{0}(string paramName, string message)",
            "{0}(string paramName, System.Object actualValue, string message)",
        ),
    ),
    "System.IO.FileNotFoundException": (
        _file,
        (
            *_ONE_TEXT,
            "{0}(string message, string fileName)",
            "{0}(string message, string fileName, System.Exception innerException)",
        ),
    ),
}
for _name, (_call, _signatures) in _OWN.items():
    constructor(known_type(_name), *(text.format(_name) for text in _signatures), generic=True)(_call)
constructor(RUNTIME, *(text.format("RuntimeException") for text in _ONE_TEXT), generic=True)(new_exception)
constructor(
    RUNTIME,
    "RuntimeException(string message, System.Exception innerException, "
    "System.Management.Automation.ErrorRecord errorRecord)",
    generic=True,
)(_runtime)


def record_of(exception: ExceptionValue) -> ErrorRecord:
    """The error record of an exception; one is made for an exception that has none."""
    if exception.record is None:
        exception.record = ErrorRecord(exception, exception.type_name, ErrorCategory.NOT_SPECIFIED)
    return exception.record


def _data(exception: ExceptionValue) -> Hashtable:
    found: Hashtable = exception.extra.setdefault("data", Hashtable())
    return found


def _stack(exception: ExceptionValue) -> str | None:
    """An exception that was thrown has a text, though there are no .NET frames to tell of."""
    return None if exception.record is None else ""


def _kept(key: str) -> Callable[[Any], Value]:
    return lambda exception: exception.extra.get(key)


def _number(exception: ExceptionValue) -> int:
    kept: int | None = exception.extra.get("hresult")
    if kept is not None:
        return kept
    lineage = exception_type(exception.type_name).lineage()
    return next(exceptions.HRESULTS[kind.name] for kind in lineage if kind.name in exceptions.HRESULTS) - 2**32


def _keep(key: str) -> Callable[[Any, Any], None]:
    return lambda exception, value: exception.extra.__setitem__(key, value)


def _shown(name: str) -> Callable[[Any], Value]:
    return lambda exception: _extra(exception, name)


def _extra(exception: ExceptionValue, name: str) -> Value:
    """What whoever made the exception kept with it, under the property's name however it is spelt."""
    return exception.extra.get(name, exception.extra.get(name.lower()))


def _parse_errors(exception: ExceptionValue) -> Value:
    from msolemu.runtime.types import parse_errors

    errors = exception.extra.get("errors", ())
    return TypedArray(errors, parse_errors.ERROR)


properties(
    EXCEPTION,
    TargetSite=lambda exception: None,
    Message=lambda exception: exception.message,
    Data=_data,
    InnerException=lambda exception: exception.inner,
)
for _name in ("HelpLink", "Source"):
    typed_property(EXCEPTION, "System.String", _name, _kept(_name.lower()), _keep(_name.lower()))
typed_property(EXCEPTION, "System.Int32", "HResult", _number, _keep("hresult"))
properties(EXCEPTION, StackTrace=_stack)
properties(RUNTIME, ErrorRecord=record_of, WasThrownFromThrowStatement=lambda exception: record_of(exception).thrown)
for _type, _names in {
    "System.ArgumentException": ("ParamName",),
    "System.ArgumentOutOfRangeException": ("ActualValue",),
    "System.IO.FileNotFoundException": ("FileName",),
    _AUTOMATION + "CommandNotFoundException": ("CommandName",),
    _AUTOMATION + "ParameterBindingException": ("ParameterName", "ParameterType", "TypeSpecified", "ErrorId"),
    _AUTOMATION + "SessionStateException": ("ItemName",),
    _AUTOMATION + "ScriptRequiresException": ("CommandName",),
}.items():
    properties(
        known_type(_type),
        **{name: _shown(name) for name in _names},
    )
properties(known_type(_AUTOMATION + "ParseException"), Errors=_parse_errors)
properties(known_type(_AUTOMATION + "PSArgumentException"), ErrorRecord=record_of)
properties(known_type(_AUTOMATION + "PSInvalidOperationException"), ErrorRecord=record_of)
properties(known_type(_AUTOMATION + "ParentContainsErrorRecordException"), ErrorRecord=record_of)


@method(EXCEPTION, "System.Exception GetBaseException()")
def get_base_exception(exception: ExceptionValue) -> ExceptionValue:
    """The exception at the bottom."""
    return exception.innermost()


@method(EXCEPTION, "string ToString()")
def to_string(exception: ExceptionValue) -> str:
    """Class and message, of the causes too."""
    text = f"{exception.type_name}: {exception.message}"
    if exception.inner is not None:
        text += f"\n ---> {to_string(exception.inner)}\n   --- End of inner exception stack trace ---"
    return text


class CategoryInfo:
    """The category of an error record, with what it is about."""

    __slots__ = ("record",)

    def __init__(self, record: ErrorRecord) -> None:
        self.record = record

    def __str__(self) -> str:
        return category_text(self.record)


def _of_record(read: Callable[[ErrorRecord], str]) -> Callable[[Any], str]:
    return lambda info: read(info.record)


def _record_writer(attribute: str) -> Callable[[Any, Any], None]:
    return lambda info, value: setattr(info.record, attribute, value)


represent(CATEGORY, CategoryInfo)
properties(CATEGORY, Category=lambda info: member(_AUTOMATION + "ErrorCategory", info.record.category.value))
for _name, _attribute, _read in (
    ("Activity", "activity", lambda record: record.activity),
    ("Reason", "reason", reason),
    ("TargetName", "target_name", target_name),
    ("TargetType", "target_type", target_type),
):
    typed_property(
        CATEGORY,
        "System.String",
        _name,
        _of_record(_read),
        _record_writer(_attribute),
    )


@method(CATEGORY, "string GetMessage()")
def get_message(info: CategoryInfo) -> str:
    """The line that error views print."""
    return str(info)


class ErrorDetails:
    """A text that stands for the exception's message, and what to do about the error."""

    __slots__ = ("message", "record")

    def __init__(self, message: str, record: ErrorRecord | None = None) -> None:
        self.message = message
        self.record = record or ErrorRecord(ExceptionValue("System.Exception", message), "")

    def __str__(self) -> str:
        return self.message


represent(DETAILS, ErrorDetails)
typed_property(DETAILS, "System.String", "Message", lambda details: details.message)
typed_property(
    DETAILS,
    "System.String",
    "RecommendedAction",
    lambda details: details.record.recommended_action,
    lambda details, value: setattr(details.record, "recommended_action", value),
)
constructor(DETAILS, "System.Management.Automation.ErrorDetails(string message)")(ErrorDetails)


def _details(record: ErrorRecord) -> ErrorDetails | None:
    if record.details is None and not record.recommended_action:
        return None
    return ErrorDetails(record.text, record)


def _set_details(record: ErrorRecord, value: Value) -> None:
    record.details = None if value is None else value.message
    if value is not None and value.record.recommended_action:
        record.recommended_action = value.record.recommended_action


class ErrorInvocation:
    """`InvocationInfo` of an error: where it happened and which command ran."""

    __slots__ = ("position",)

    def __init__(self, position: Position) -> None:
        self.position = position


represent(INVOCATION, ErrorInvocation)
represent(INVOCATION, InvocationInfo)


def _invocation(record: ErrorRecord) -> Value:
    return record.caller or (None if record.position is None else ErrorInvocation(record.position))


RECORD.own.properties["psmessagedetails"] = Property("PSMessageDetails", lambda record: None, kind="ScriptProperty")
properties(
    RECORD,
    Exception=lambda record: record.exception,
    TargetObject=lambda record: record.target,
    CategoryInfo=CategoryInfo,
    FullyQualifiedErrorId=lambda record: record.error_id,
    ErrorDetails=lambda record: record.details,
    InvocationInfo=_invocation,
    ScriptStackTrace=lambda record: record.stack,
    PipelineIterationInfo=lambda record: [],
)
typed_property(RECORD, DETAILS.full_name, "ErrorDetails", _details, _set_details)


@method(RECORD, "string ToString()")
def record_text(record: ErrorRecord) -> str:
    """What the record says."""
    return record.text


@constructor(
    RECORD,
    "System.Management.Automation.ErrorRecord(System.Exception exception, string errorId, "
    "System.Management.Automation.ErrorCategory errorCategory, System.Object targetObject)",
)
def new_record(exception: ExceptionValue, error_id: str, category: Any, target: Value) -> ErrorRecord:
    """A record of an exception."""
    name = category.name
    found = next(known for known in ErrorCategory if known.value == name)
    return ErrorRecord(exception, error_id, found, target)


def _extent(info: Any) -> Any:
    return info.position.extent if isinstance(info, ErrorInvocation) else info.extent


def _line(info: Any) -> str:
    extent = _extent(info)
    return "" if extent is None else extent.source.line_text(extent.start_line) + "\n"


def _command(info: Any) -> Value:
    if isinstance(info, ErrorInvocation):
        from msolemu.runtime.state.current import find_session

        session = find_session()
        return session.find_command(info.position.command) if session and info.position.command else None
    from msolemu.runtime.reflection.command_types import as_command

    return as_command(info.info.command)


def _invocation_name(info: Any) -> str:
    return info.position.command if isinstance(info, ErrorInvocation) else info.name


def _root(info: Any) -> str:
    extent = _extent(info)
    file = extent.file if extent is not None else None
    return file.replace("\\", "/").rpartition("/")[0] if file else ""


properties(
    INVOCATION,
    MyCommand=_command,
    BoundParameters=lambda info: Hashtable() if isinstance(info, ErrorInvocation) else info.info.bound_table(),
    UnboundArguments=lambda info: [],
    ScriptLineNumber=lambda info: extent.start_line if (extent := _extent(info)) is not None else 0,
    OffsetInLine=lambda info: extent.start_column if (extent := _extent(info)) is not None else 0,
    HistoryId=lambda info: -1,
    ScriptName=lambda info: (extent.file or "") if (extent := _extent(info)) is not None else "",
    Line=_line,
    Statement=lambda info: extent.text if (extent := _extent(info)) is not None else "",
    PositionMessage=lambda info: position_message(extent) if (extent := _extent(info)) is not None else "",
    PSScriptRoot=_root,
    PSCommandPath=lambda info: extent.file if (extent := _extent(info)) is not None else None,
    InvocationName=_invocation_name,
    PipelineLength=lambda info: 0 if isinstance(info, ErrorInvocation) else info.info.call.length,
    PipelinePosition=lambda info: 0 if isinstance(info, ErrorInvocation) else info.info.call.position + 1,
    ExpectingInput=lambda info: False if isinstance(info, ErrorInvocation) else info.info.call.expects_input,
    CommandOrigin=lambda info: member(_AUTOMATION + "CommandOrigin", "Internal"),
    DisplayScriptPosition=lambda info: None,
)
