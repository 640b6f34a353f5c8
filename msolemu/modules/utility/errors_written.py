"""Write-Error, Get-Error."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Allow, Cmdlet, Output, Parameter
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.utility.parameters import POSITIVE, PS_OBJECT, UtilityCall
from msolemu.runtime.binding.validation import ValidateNotNullOrEmpty
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.errors.records import ErrorCategory, ErrorRecord, ExceptionValue, Position
from msolemu.runtime.values.objects import PSObject, Value, unwrap

WRITTEN = "Microsoft.PowerShell.Commands.WriteErrorException"
CATEGORY = "System.Management.Automation.ErrorCategory"
EXTENDED = "System.Management.Automation.ErrorRecord#PSExtendedError"


@dataclass(frozen=True, kw_only=True)
class Kind:
    """What sort of error it is."""

    category: Annotated[Value, Parameter("The category.", type=CATEGORY)] = None
    error_id: Annotated[str | None, Parameter("What scripts know the error by.")] = None
    target_object: Annotated[Value, Parameter("What the error happened to.", type="System.Object")] = None


@dataclass(frozen=True, kw_only=True)
class Words:
    """How the parts of the category are worded."""

    recommended_action: Annotated[str | None, Parameter("What the user should do.")] = None
    category_activity: Annotated[str | None, Parameter("What was being done.", aliases=("Activity",))] = None
    category_reason: Annotated[str | None, Parameter("The reason.", aliases=("Reason",))] = None
    category_target_name: Annotated[str | None, Parameter("The name of the target.", aliases=("TargetName",))] = None
    category_target_type: Annotated[str | None, Parameter("The type of the target.", aliases=("TargetType",))] = None

    def lay_on(self, record: ErrorRecord) -> None:
        """Put the words into a record."""
        record.recommended_action = self.recommended_action or record.recommended_action
        record.activity = self.category_activity or record.activity
        record.reason = self.category_reason or record.reason
        record.target_name = self.category_target_name or record.target_name
        record.target_type = self.category_target_type or record.target_type


write_error = Cmdlet(
    "Write-Error",
    "Writes an error that does not end the script.",
    examples={
        "Write-Error 'No such user.' -Category ObjectNotFound -ErrorId NoSuchUser": "Writes an error with its parts.",
    },
)


@write_error.parameter_set("NoException", default=True)
def with_message(
    call: UtilityCall,
    message: Annotated[
        str,
        Parameter(
            "The text.",
            position=0,
            from_pipeline=True,
            aliases=("Msg",),
            allow=Allow.NULL | Allow.EMPTY_TEXT,
        ),
    ],
    kind: Kind,
    words: Words,
) -> None:
    """The error is shown as one of the function that calls, or of the script. What happens with it,
    -ErrorAction and $ErrorActionPreference say."""
    _write(call, _record(ExceptionValue(WRITTEN, message or ""), kind), words)


@write_error.parameter_set("WithException")
def with_exception(
    call: UtilityCall,
    exception: Annotated[Value, Parameter("The exception.", position=0, type="System.Exception", mandatory=True)],
    kind: Kind,
    words: Words,
    message: Annotated[
        str | None,
        Parameter("The text.", aliases=("Msg",), allow=Allow.NULL | Allow.EMPTY_TEXT),
    ] = None,
) -> None:
    """Writes an error for an exception."""
    record = _record(unwrap(exception), kind)
    record.details = message or None
    _write(call, record, words)


@write_error.parameter_set("ErrorRecord")
def with_record(
    call: UtilityCall,
    error_record: Annotated[
        Value,
        Parameter("The record.", position=0, type="System.Management.Automation.ErrorRecord", mandatory=True),
    ],
    words: Words,
) -> None:
    """Writes an error again."""
    known: ErrorRecord = unwrap(error_record)
    copy = ErrorRecord(known.exception, known.error_id.partition(",")[0], known.category, known.target)
    copy.reason, copy.target_name, copy.target_type = known.reason, known.target_name, known.target_type
    copy.details, copy.recommended_action = known.details, known.recommended_action
    _write(call, copy, words)


def _record(exception: ExceptionValue, kind: Kind) -> ErrorRecord:
    category = ErrorCategory.NOT_SPECIFIED if kind.category is None else ErrorCategory(to_text(kind.category))
    record = ErrorRecord(exception, kind.error_id or exception.type_name, category, kind.target_object)
    exception.record = exception.record or record
    return record


def _write(call: UtilityCall, record: ErrorRecord, words: Words) -> None:
    """Write the record as one of whoever called."""
    record.activity = record.written_by = "Write-Error"
    words.lay_on(record)
    caller = next((scope.call for scope in call.invocation.frame.scope.chain() if scope.call is not None), None)
    if caller is not None:
        name = caller.name.replace("\\", "/").rpartition("/")[2]
        if name:
            record.error_id = f"{record.error_id},{name}"
            record.caller = caller.invocation_info()
        if caller.call.extent is not None:
            record.position = Position(caller.call.extent, name)
    call.streams.write_error(record)


get_error = Cmdlet(
    "Get-Error",
    "Shows the last errors with all their parts.",
    aliases=("gerr",),
    examples={"Write-Error 'x' -ErrorAction SilentlyContinue; Get-Error -Newest 1 | Out-Null": "Takes the last error."},
)


@get_error.parameter_set("Newest", default=True)
def newest(
    call: UtilityCall,
    newest: Annotated[int, Parameter("How many.", aliases=("Last",), validate=(POSITIVE,))] = 1,
) -> Output[Value]:
    """Errors come newest first."""
    for record in call.session.error_list[:newest]:
        yield PSObject(unwrap(record), (EXTENDED,))


@get_error.parameter_set("Error")
def given(
    call: UtilityCall,
    input_object: Annotated[
        Value,
        Parameter("The error.", position=0, type=PS_OBJECT, from_pipeline=True, validate=(ValidateNotNullOrEmpty(),)),
    ] = None,
) -> Output[Value]:
    """Shows the error that is given."""
    if input_object is not None:
        yield PSObject(unwrap(input_object), (EXTENDED,))
