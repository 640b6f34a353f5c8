"""The validation attributes: conditions on arguments, and on variables that keep them."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.values.objects import enumerate_value, is_enumerable, is_number, unwrap

if TYPE_CHECKING:
    from msolemu.runtime.values.objects import Value


class ValidationFailed(Exception):
    """The value does not meet the condition; the message is what follows `Cannot validate argument …`."""


class NotSettable(ValidationFailed):
    """The parameter itself refuses the value when it is set; the message is its reason."""


def _elements(value: Value) -> Iterator[Value]:
    """What is checked: each element of a collection, else the value; unwrapped."""
    if is_enumerable(value):
        for element in enumerate_value(value):
            yield unwrap(element)
    else:
        yield unwrap(value)


def _text(value: Value) -> str:
    from msolemu.runtime.casting.conversion import to_text

    text: str = to_text(value)
    return text


NULL_ELEMENT = (
    "The argument is null, empty, or an element of the argument collection contains a null value. Supply a collection "
    "that does not contain any null values and then try the command again."
)


@dataclass(frozen=True, slots=True)
class ValidateSet:
    """The value is one of a list; `values` may be a function that gives the list."""

    values: Sequence[str] | Callable[[], Sequence[str]]
    ignore_case: bool = True
    error_message: str = ""

    @property
    def listed(self) -> Sequence[str]:
        """The valid values."""
        return self.values() if callable(self.values) else self.values

    def check(self, value: Value) -> None:
        """Fail for a value that is not in the list."""
        _demand_elements(value)
        valid = self.listed
        known = {one.lower() for one in valid} if self.ignore_case else set(valid)
        for element in _elements(value):
            text = _text(element)
            if (text.lower() if self.ignore_case else text) not in known:
                raise ValidationFailed(self._message(text, ",".join(valid)))

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
class ValidateRange:
    """The value lies between two limits, or in a range that has a name."""

    low: Value = None
    high: Value = None
    kind: RangeKind | None = None

    def check(self, value: Value) -> None:
        """Fail for a value outside."""
        _demand_elements(value)
        for element in _elements(value):
            self._check_one(element)

    def _check_one(self, value: Value) -> None:
        from msolemu.runtime.types.registry import type_of

        limit = self.low if self.kind is None else 0
        if not (is_number(value) if is_number(limit) else type(value) is type(limit)):
            wanted = type_of(limit).name
            raise ValidationFailed(
                f'The argument cannot be validated because its type "{type_of(value).name}" is not the same type '
                f"({wanted}) as the maximum and minimum limits of the parameter. Make sure the argument is of type "
                f"{wanted} and then try the command again."
            )
        if self.kind is not None:
            if not self.kind.holds(value):
                raise ValidationFailed(
                    f'The argument "{_text(value)}" cannot be validated because its value {self.kind.value}'
                )
            return
        if value < self.low:
            raise ValidationFailed(_outside(value, self.low, "less", "minimum", "greater"))
        if value > self.high:
            raise ValidationFailed(_outside(value, self.high, "greater", "maximum", "less"))


def _outside(value: Value, limit: Value, is_: str, which: str, should: str) -> str:
    return (
        f"The {_text(value)} argument is {is_} than the {which} allowed range of {_text(limit)}. Supply an argument "
        f"that is {should} than or equal to {_text(limit)} and then try the command again."
    )


@dataclass(frozen=True, slots=True)
class ValidateLength:
    """A text has at least and at most so many characters."""

    low: int
    high: int

    def check(self, value: Value) -> None:
        """Fail for a text that is too short or too long."""
        _demand_elements(value)
        for element in _elements(value):
            if not isinstance(element, str):
                raise ValidationFailed("The argument is not a string. Supply a string and then try the command again.")
            length = len(element)
            if length < self.low:
                raise ValidationFailed(
                    f"The character length ({length}) of the argument is too short. Specify an argument with a length "
                    f'that is greater than or equal to "{self.low}", and then try the command again.'
                )
            if length > self.high:
                raise ValidationFailed(
                    f"The character length of the {length} argument is too long. Shorten the character length of the "
                    f'argument so it is fewer than or equal to "{self.high}" characters, and then try the command '
                    "again."
                )


@dataclass(frozen=True, slots=True)
class ValidateCount:
    """A collection has at least and at most so many elements."""

    low: int
    high: int

    def check(self, value: Value) -> None:
        """Fail for another number of elements."""
        if value is not None and not is_enumerable(value):
            raise ValidationFailed(
                "The validation attribute cannot be applied because the argument is not a collection."
            )
        count = 0 if value is None else sum(1 for _ in _elements(value))
        if not self.low <= count <= self.high:
            raise ValidationFailed(
                f"The parameter requires at least {self.low} value(s) and no more than {self.high} value(s) - "
                f"{count} value(s) were provided."
            )


@dataclass(frozen=True, slots=True)
class ValidatePattern:
    """A text matches a regular expression. `matches` tests it as .NET would."""

    pattern: str
    matches: Callable[[str], bool]
    error_message: str = ""

    def check(self, value: Value) -> None:
        """Fail for a text that does not match."""
        _demand_elements(value)
        for element in _elements(value):
            text = _text(element)
            if not self.matches(text):
                raise ValidationFailed(self._message(text))

    def _message(self, text: str) -> str:
        if self.error_message:
            return self.error_message.replace("{0}", text).replace("{1}", self.pattern)
        return (
            f'The argument "{text}" does not match the "{self.pattern}" pattern. Supply an argument that matches '
            f'"{self.pattern}" and try the command again.'
        )


@dataclass(frozen=True, slots=True)
class ValidateScript:
    """A script block, given the value as `$_`, says true. `accepts` runs it."""

    block: Value
    accepts: Callable[[Value], bool]
    error_message: str = ""

    @property
    def source(self) -> str:
        """The text of the script block."""
        return str(self.block)

    def check(self, value: Value) -> None:
        """Fail where the script block does not say true."""
        _demand_elements(value)
        for element in _elements(value):
            if not self.accepts(element):
                raise ValidationFailed(self._message(_text(element)))

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
            raise ValidationFailed(
                "The argument is null. Provide a valid value for the argument, and then try running the command again."
            )
        if any(element is None for element in _elements(value)):
            raise ValidationFailed(NULL_ELEMENT)


@dataclass(frozen=True, slots=True)
class ValidateNotNullOrEmpty:
    """The value is neither null nor empty; with `white_space` not blank either."""

    white_space: bool = False

    def check(self, value: Value) -> None:
        """Fail for nothing."""
        collection = value is not None and is_enumerable(value)
        if collection:
            elements = list(_elements(value))
            if not elements or any(element is None for element in elements):
                raise ValidationFailed(NULL_ELEMENT)
            if any(self._is_empty(element) for element in elements):
                raise ValidationFailed(
                    "The argument is null, empty, or an element of the argument collection contains a null or empty "
                    "value. Supply a collection that does not contain any null or empty values and then try the "
                    "command again."
                )
        elif self._is_empty(value):
            raise ValidationFailed(self._refusal())

    def _is_empty(self, value: Value) -> bool:
        if value is None or value == "":
            return True
        return self.white_space and isinstance(value, str) and not value.strip()

    def _refusal(self) -> str:
        if self.white_space:
            return (
                "The argument is null, empty, or consists of only white-space characters. Provide an argument that "
                "contains non white-space characters, and then try the command again."
            )
        return (
            "The argument is null or empty. Provide an argument that is not null or empty, and then try the command "
            "again."
        )


def _demand_elements(value: Value) -> None:
    """What checks elements refuses to check nothing."""
    if value is None or (is_enumerable(value) and not any(True for _ in _elements(value))):
        raise ValidationFailed(NULL_ELEMENT)
