"""The validation attributes: conditions on arguments, and on variables that keep them."""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.values.objects import Hashtable, enumerate_value, is_enumerable, is_number, unwrap

if TYPE_CHECKING:
    from msolemu.runtime.errors.records import ExceptionValue
    from msolemu.runtime.values.objects import Value


class ValidationFailed(Exception):
    """The value does not meet the condition; the message is what follows `Cannot validate argument …`."""

    def __init__(self, error_id: str, message: str, cause: ExceptionValue | None = None) -> None:
        super().__init__(message)
        self.exception = cause or _thrown(error_id, message)
        """What the attribute throws, which a script finds inside the error of binding."""


def _thrown(error_id: str, message: str) -> ExceptionValue:
    from msolemu.runtime.errors.records import ErrorCategory, runtime_error

    return runtime_error(error_id, message, ErrorCategory.METADATA_ERROR, VALIDATION_METADATA).record.exception


class NotSettable(Exception):
    """The parameter itself refuses the value when it is set; the message is its reason."""


class LeftToAnother(ValidationFailed):
    """The value is meant for another parameter at the same position; the message is for whoever names this one."""


VALIDATION_METADATA = "System.Management.Automation.ValidationMetadataException"
NULL = "The argument is null. Provide a valid value for the argument, and then try running the command again."
NULL_ELEMENT = (
    "The argument has a null value, or an element of the argument collection contains a null value. Provide a "
    "collection that does not contain any null values, and then try the command again."
)
EMPTY = "The argument is null or empty. Provide an argument that is not null or empty, and then try the command again."
EMPTY_ELEMENT = (
    "The argument is null, empty, or an element of the argument collection contains a null value. Supply a collection "
    "that does not contain any null values and then try the command again."
)
BLANK = (
    "The argument is null, empty, or consists of only white-space characters. Provide an argument that contains non "
    "white-space characters, and then try the command again."
)
BLANK_ELEMENT = (
    "An element of the argument collection is null, empty, or consists of only white-space characters. Supply a "
    "collection that does not contain any those values and then try the command again."
)


def _text(value: Value) -> str:
    from msolemu.runtime.casting.conversion import to_text

    text: str = to_text(value)
    return text


class _OfElements:
    """A condition on the value, or on each element of a collection, of which there must be one."""

    __slots__ = ()

    def check(self, value: Value) -> None:
        """Fail for nothing, and for the first element that does not meet the condition."""
        elements = list(enumerate_value(value)) if value is not None else []
        if not elements:
            raise ValidationFailed("ArgumentIsEmpty", EMPTY_ELEMENT)
        for element in elements:
            self.check_element(unwrap(element))

    def check_element(self, element: Value) -> None:
        """Fail for an element that does not meet the condition; for null unless the rule says better."""
        raise NotImplementedError


def _demand_something(element: Value) -> None:
    if element is None:
        raise ValidationFailed("ArgumentIsEmpty", NULL)


@dataclass(frozen=True, slots=True)
class ValidateSet(_OfElements):
    """The value is one of a list; `values` may be a function that gives the list."""

    values: Sequence[str] | Callable[[], Sequence[str]]
    ignore_case: bool = True
    error_message: str = ""

    @property
    def listed(self) -> Sequence[str]:
        """The valid values."""
        return self.values() if callable(self.values) else self.values

    def check_element(self, element: Value) -> None:
        """Fail for a value that is not in the list."""
        _demand_something(element)
        valid, text = self.listed, _text(element)
        known = {one.lower() for one in valid} if self.ignore_case else set(valid)
        if (text.lower() if self.ignore_case else text) not in known:
            raise ValidationFailed("ValidateSetFailure", self._message(text, ",".join(valid)))

    def _message(self, text: str, listed: str) -> str:
        if self.error_message:
            return self.error_message.replace("{0}", text).replace("{1}", listed)
        return (
            f'The argument "{text}" does not belong to the set "{listed}" specified by the ValidateSet attribute. '
            "Supply an argument that is in the set and then try the command again."
        )


class RangeKind(enum.Enum):
    """The ranges that have names, with the end of the sentence that refuses a value."""

    Positive = "is not greater than zero."
    NonNegative = "is not greater than or equal to zero."
    Negative = "is not less than zero."
    NonPositive = "is not less than or equal to zero."

    def holds(self, value: Value) -> bool:
        """Whether a number is in the range."""
        tests = {
            RangeKind.Positive: value > 0,
            RangeKind.NonNegative: value >= 0,
            RangeKind.Negative: value < 0,
            RangeKind.NonPositive: value <= 0,
        }
        return bool(tests[self])


@dataclass(frozen=True, slots=True)
class ValidateRange(_OfElements):
    """The value lies between two limits of one type, to which it is converted, or in a range that has a name."""

    low: Value = None
    high: Value = None
    kind: RangeKind | None = None

    def check_element(self, element: Value) -> None:
        """Fail for a value outside."""
        _demand_something(element)
        if self.kind is None:
            self._check_limits(element)
        elif not is_number(element):
            raise _of_another_type(element, 0)
        elif not self.kind.holds(element):
            raise ValidationFailed(
                f"ValidateRange{self.kind.name}Failure",
                f'The argument "{_text(element)}" cannot be validated because its value {self.kind.value}',
            )

    def _check_limits(self, element: Value) -> None:
        from msolemu.runtime.casting.conversion import convert
        from msolemu.runtime.errors.records import PowerShellError
        from msolemu.runtime.operations.ordering import order
        from msolemu.runtime.types.registry import type_of

        try:
            value = convert(element, type_of(self.low))
        except PowerShellError:
            raise _of_another_type(element, self.low) from None
        if order(value, self.low, ignore_case=False) < 0:
            raise ValidationFailed("ValidateRangeTooSmall", _outside(value, self.low, "less", "minimum", "greater"))
        if order(value, self.high, ignore_case=False) > 0:
            raise ValidationFailed("ValidateRangeTooBig", _outside(value, self.high, "greater", "maximum", "less"))


def _of_another_type(element: Value, limit: Value) -> ValidationFailed:
    from msolemu.runtime.types.registry import type_of

    wanted = type_of(limit).name
    return ValidationFailed(
        "ValidationRangeElementType",
        f'The argument cannot be validated because its type "{type_of(element).name}" is not the same type '
        f"({wanted}) as the maximum and minimum limits of the parameter. Make sure the argument is of type "
        f"{wanted} and then try the command again.",
    )


def _outside(value: Value, limit: Value, is_: str, which: str, should: str) -> str:
    return (
        f"The {_text(value)} argument is {is_} than the {which} allowed range of {_text(limit)}. Supply an argument "
        f"that is {should} than or equal to {_text(limit)} and then try the command again."
    )


@dataclass(frozen=True, slots=True)
class ValidateLength(_OfElements):
    """A text has at least and at most so many characters."""

    low: int
    high: int

    def check_element(self, element: Value) -> None:
        """Fail for a text that is too short or too long."""
        if not isinstance(element, str):
            raise ValidationFailed(
                "ValidateLengthNotString",
                "The ValidateLength attribute cannot be applied to a parameter that is not a string or string[] "
                "parameter. Make the parameter a string or string[] parameter.",
            )
        length = len(element)
        if length < self.low:
            raise ValidationFailed(
                "ValidateLengthMinLengthFailure",
                f"The character length ({length}) of the argument is too short. Specify an argument with a length "
                f'that is greater than or equal to "{self.low}", and then try the command again.',
            )
        if length > self.high:
            raise ValidationFailed(
                "ValidateLengthMaxLengthFailure",
                f"The character length of the {length} argument is too long. Shorten the character length of the "
                f'argument so it is fewer than or equal to "{self.high}" characters, and then try the command again.',
            )


@dataclass(frozen=True, slots=True)
class ValidateCount:
    """A collection has at least and at most so many elements."""

    low: int
    high: int

    def check(self, value: Value) -> None:
        """Fail for another number of elements."""
        if value is not None and not (is_enumerable(value) or isinstance(unwrap(value), Hashtable)):
            raise ValidationFailed(
                "NotAnArrayParameter",
                "The ValidateCount attribute cannot be applied to a non-array parameter. Either remove the attribute "
                "from the parameter or make the parameter an array parameter.",
            )
        count = _count(value)
        if self.low <= count <= self.high:
            return
        if self.low == self.high:
            raise ValidationFailed(
                "ValidateCountExactFailure",
                f"The parameter requires exactly {self.low} value(s) - {count} value(s) were provided.",
            )
        raise ValidationFailed(
            "ValidateCountMinMaxFailure",
            f"The parameter requires at least {self.low} value(s) and no more than {self.high} value(s) - "
            f"{count} value(s) were provided.",
        )


def _count(value: Value) -> int:
    if value is None:
        return 0
    plain = unwrap(value)
    return len(plain) if isinstance(plain, Hashtable) else sum(1 for _ in enumerate_value(plain))


@dataclass(frozen=True, slots=True)
class ValidatePattern(_OfElements):
    """A text matches a regular expression. `matches` tests it as .NET would."""

    pattern: str
    matches: Callable[[str], bool]
    error_message: str = ""

    def check_element(self, element: Value) -> None:
        """Fail for a text that does not match."""
        _demand_something(element)
        text = _text(element)
        if not self.matches(text):
            raise ValidationFailed("ValidatePatternFailure", self._message(text))

    def _message(self, text: str) -> str:
        if self.error_message:
            return self.error_message.replace("{0}", text).replace("{1}", self.pattern)
        return (
            f'The argument "{text}" does not match the "{self.pattern}" pattern. Supply an argument that matches '
            f'"{self.pattern}" and try the command again.'
        )


@dataclass(frozen=True, slots=True)
class ValidateScript(_OfElements):
    """A script block, given the value as `$_`, says true. `accepts` runs it."""

    block: Value
    accepts: Callable[[Value], bool]
    error_message: str = ""

    @property
    def source(self) -> str:
        """The text of the script block."""
        return str(self.block)

    def check_element(self, element: Value) -> None:
        """Fail where the script block does not say true."""
        _demand_something(element)
        if not self.accepts(element):
            raise ValidationFailed("ValidateScriptFailure", self._message(_text(element)))

    def _message(self, text: str) -> str:
        if self.error_message:
            return self.error_message.replace("{0}", text).replace("{1}", self.source)
        return (
            f'The "{self.source}" validation script for the argument with value "{text}" did not return a result of '
            "True. Determine why the validation script failed, and then try the command again."
        )


@dataclass(frozen=True, slots=True)
class ValidateNotNull:
    """The value, and each of its elements, is something."""

    def check(self, value: Value) -> None:
        """Fail for null."""
        if value is None:
            raise ValidationFailed("ArgumentIsNull", NULL)
        if isinstance(unwrap(value), list) and any(element is None for element in enumerate_value(value)):
            raise ValidationFailed("ArgumentIsNull", NULL_ELEMENT)


@dataclass(frozen=True, slots=True)
class ValidateNotNullOrEmpty:
    """The value is neither null nor empty; with `white_space` not blank either."""

    white_space: bool = False

    def check(self, value: Value) -> None:
        """Fail for nothing."""
        plain = None if value is None else unwrap(value)
        if plain is None:
            raise ValidationFailed("ArgumentIsNull", EMPTY)
        if isinstance(plain, str) and self._is_empty(plain):
            raise ValidationFailed(
                *(("ArgumentIsEmptyOrWhiteSpace", BLANK) if self.white_space else ("ArgumentIsEmpty", EMPTY))
            )
        if isinstance(plain, list):
            self._check_elements(plain)
        if isinstance(plain, Hashtable) and not len(plain):
            raise ValidationFailed("ArgumentIsEmpty", EMPTY_ELEMENT)

    def _check_elements(self, elements: list[Value]) -> None:
        if not elements:
            raise ValidationFailed("ArgumentIsEmpty", EMPTY_ELEMENT)
        for element in map(unwrap, elements):
            if element is None:
                raise ValidationFailed("ArgumentIsNull", EMPTY_ELEMENT)
            if isinstance(element, str) and self._is_empty(element):
                raise ValidationFailed(
                    *(
                        ("ArgumentCollectionContainsEmptyOrWhiteSpace", BLANK_ELEMENT)
                        if self.white_space
                        else ("ArgumentCollectionContainsEmpty", EMPTY_ELEMENT)
                    )
                )

    def _is_empty(self, text: str) -> bool:
        return not (text.strip() if self.white_space else text)
