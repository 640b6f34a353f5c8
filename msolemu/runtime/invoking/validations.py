"""From the validation attributes of scripts to the rules of the binder; bad arguments fail as their constructors do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from msolemu.runtime.binding import validation as rules
from msolemu.runtime.binding.attributes import NAMESPACE, Attribute
from msolemu.runtime.casting.conversion import convert, to_bool, to_text
from msolemu.runtime.errors.argument_errors import out_of_range_text
from msolemu.runtime.errors.net_errors import out_of_range
from msolemu.runtime.errors.records import ErrorCategory, Position, PowerShellError, StatementError, runtime_error
from msolemu.runtime.numeric.numbers import TYPE_CODES
from msolemu.runtime.operations.ordering import order
from msolemu.runtime.operations.promotion import DECIMAL, UINT64, whole_type
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import known_type, type_of
from msolemu.runtime.values.objects import Value, collapse, unwrap

Words = Sequence[Value]
Marks = dict[str, Value]
NUMBER = known_type("System.Int32")


def validation(attribute: Attribute) -> Any:
    """The binder's rule for an attribute that is one; the error of a bad argument stands at the attribute."""
    try:
        return VALIDATIONS[attribute.name](attribute.positional, attribute.named)
    except PowerShellError as error:
        record = error.record
        if record.category is not ErrorCategory.METADATA_ERROR:
            cause = record.exception.inner or record.exception
            cause.record = cause.record or record
            said = f'The following exception occurred while constructing the attribute "{attribute.written}": '
            record = runtime_error("ExceptionConstructingAttribute", f'{said}"{cause.message}"', inner=cause).record
        if attribute.extent is not None:
            record.position = Position(attribute.extent)
        raise StatementError(record) from None


def texts(given: Words) -> list[str]:
    """Words that may stand alone or in arrays."""
    return [to_text(word) for item in given for word in (item if isinstance(item, list) else [item])]


def _faulty(error_id: str, message: str) -> StatementError:
    return runtime_error(error_id, message, ErrorCategory.METADATA_ERROR, rules.VALIDATION_METADATA)


def _outside(parameter: str, actual: str) -> PowerShellError:
    return out_of_range(out_of_range_text(parameter), parameter, actual)


def _limits(words: Words, least_high: int) -> tuple[int, int]:
    low, high = (convert(word, NUMBER) for word in words)
    if low < 0:
        raise _outside("minLength", str(low))
    if high < least_high:
        raise _outside("maxLength", str(high))
    return low, high


def _set(words: Words, marks: Marks) -> rules.ValidateSet:
    return rules.ValidateSet(
        _valid_values(words), to_bool(marks.get("ignorecase", True)), to_text(marks.get("errormessage", ""))
    )


def _valid_values(words: Words) -> Sequence[str] | Callable[[], Sequence[str]]:
    """The words of a set, or what asks the class that gives them."""
    if len(words) == 1 and isinstance(words[0], NetType):
        from msolemu.runtime.classes.attribute_classes import generated_values

        kind = words[0]
        return lambda: texts(generated_values(kind))
    return texts(words)


def _range(words: Words, marks: Marks) -> rules.ValidateRange:
    if len(words) == 1:
        kind = convert(words[0], known_type(NAMESPACE + "ValidateRangeKind"))
        return rules.ValidateRange(kind=rules.RangeKind[kind.name])
    low, high = (unwrap(word) for word in words)
    if type_of(low) is not type_of(high):
        low, high = _of_one_type(low, high)
    if order(low, high, ignore_case=False) > 0:
        raise _faulty(
            "MaxRangeSmallerThanMinRange",
            "The specified maximum range cannot be accepted because it is less than the specified minimum range. "
            "Update the ValidateRange attribute for the parameter.",
        )
    return rules.ValidateRange(low, high)


def _of_one_type(low: Value, high: Value) -> tuple[Value, Value]:
    codes = [TYPE_CODES.get(type(one)) for one in (low, high)]
    if None in codes:
        raise _faulty(
            "MinRangeNotTheSameTypeOfMaxRange",
            f"The specified minimum range ({type_of(low).name}) cannot be accepted because it is not the same type as "
            f"the specified maximum range ({type_of(high).name}). Update the ValidateRange attribute for the "
            "parameter.",
        )
    code = max(code for code in codes if code is not None)
    real = Decimal if code == DECIMAL else float
    kind = type_of((real if code > UINT64 else whole_type(code, low, high) or real)(0))
    return convert(low, kind), convert(high, kind)


def _length(words: Words, marks: Marks) -> rules.ValidateLength:
    low, high = _limits(words, 1)
    if low > high:
        raise _faulty(
            "ValidateLengthMaxLengthSmallerThanMinLength",
            "The specified maximum character length of the argument is shorter than the specified minimum argument "
            "character length. Update the ValidateLength attribute for the parameter.",
        )
    return rules.ValidateLength(low, high)


def _count(words: Words, marks: Marks) -> rules.ValidateCount:
    low, high = _limits(words, 0)
    if low > high:
        raise _faulty(
            "ValidateRangeMaxLengthSmallerThanMinLength",
            "The specified maximum number of arguments for a parameter is fewer than the specified minimum number of "
            "arguments. Update the ValidateCount attribute for the parameter.",
        )
    return rules.ValidateCount(low, high)


def _pattern(words: Words, marks: Marks) -> rules.ValidatePattern:
    from msolemu.runtime.operations import comparison

    pattern = to_text(words[0])
    options = to_text(marks.get("options", "IgnoreCase"))

    def matches(text: str) -> bool:
        return to_bool(comparison.match_groups(text, pattern, "IgnoreCase" not in options, False)[0])

    return rules.ValidatePattern(pattern, matches, to_text(marks.get("errormessage", "")))


def _script(words: Words, marks: Marks) -> rules.ValidateScript:
    block = words[0]

    def accepts(value: Value) -> bool:
        try:
            return to_bool(collapse(block.run_with(value, [value])))
        except PowerShellError as error:
            cause = error.record.exception
            raise rules.ValidationFailed(error.record.error_id, cause.message, cause) from error

    return rules.ValidateScript(block, accepts, to_text(marks.get("errormessage", "")))


VALIDATIONS: dict[str, Callable[[Words, Marks], Any]] = {
    "validateset": _set,
    "validaterange": _range,
    "validatelength": _length,
    "validatecount": _count,
    "validatepattern": _pattern,
    "validatescript": _script,
    "validatenotnull": lambda words, marks: rules.ValidateNotNull(),
    "validatenotnullorempty": lambda words, marks: rules.ValidateNotNullOrEmpty(),
    "validatenotnullorwhitespace": lambda words, marks: rules.ValidateNotNullOrEmpty(white_space=True),
}
