"""Turns one argument into what its parameter takes: transformation, conversion, validation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msolemu.runtime.binding.binding_errors import BindingError, BindingErrors
from msolemu.runtime.binding.parameters import SWITCH_TYPE, CommandMetadata, Kind, ParameterInfo
from msolemu.runtime.binding.validation import (
    LeftToAnother,
    NotSettable,
    ValidateNotNull,
    ValidateNotNullOrEmpty,
    ValidationFailed,
)
from msolemu.runtime.casting.conversion import convert
from msolemu.runtime.errors.records import ExceptionValue, PowerShellError
from msolemu.runtime.values.objects import (
    NOTHING,
    PSObject,
    SwitchParameter,
    TypedArray,
    enumerate_value,
    is_enumerable,
    is_number,
    unwrap,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from msolemu.language.position import Extent
    from msolemu.runtime.types.net_type import NetType
    from msolemu.runtime.values.objects import Value

TEXT = "System.String"
TRUTH = "System.Boolean"
ONLY_TRUTH = "Boolean parameters accept only Boolean values and numbers, such as $True, $False, 1 or 0."
SIMPLE: dict[str, type] = {
    TEXT: str,
    "System.Int32": int,
    TRUTH: bool,
    "System.Double": float,
}

ONLY_SOMETHING = (ValidateNotNull(), ValidateNotNullOrEmpty())
"""What every value fulfils that is not empty."""


def taken_as_is(parameter: ParameterInfo, is_cmdlet: bool) -> type | None:
    """The class whose values a parameter takes as they are, unless they are empty; None where any must be looked at."""
    judged = any(validation not in ONLY_SOMETHING for validation in parameter.validations)
    looks = (judged, parameter.refused, parameter.transformations, parameter.spellings)
    turns = (parameter.ps_type_name, parameter.python_type, parameter.converter)
    if any((*looks, *turns)):
        return None
    return bool if parameter.is_switch and is_cmdlet else SIMPLE.get(parameter.type_name)


def no_truth(plain: Value, type_name: str) -> ExceptionValue:
    """Why a value is no truth value for a parameter or variable."""
    from msolemu.runtime.types.registry import type_of

    source = "" if plain is None else type_of(plain).full_name
    message = f'Cannot convert value "{source}" to type "{type_name}". {ONLY_TRUTH}'
    return ExceptionValue("System.Management.Automation.PSInvalidCastException", message)


def converted(value: Value, kind: NetType) -> Value:
    """A value as a type; what is none of an array's elements is told of the element, as cmdlets bind it."""
    try:
        return convert(value, kind)
    except PowerShellError:
        plain = unwrap(value)
        if kind.element is not None:
            for item in plain if isinstance(plain, list) else [plain]:
                convert(item, kind.element)
        raise


class ArgumentReader:
    """Reads arguments for the parameters of one command."""

    def __init__(self, metadata: CommandMetadata, errors: BindingErrors, *, exact: bool = True) -> None:
        self.metadata = metadata
        self.errors = errors
        self.exact = exact
        self.is_cmdlet = metadata.kind is Kind.CMDLET
        self.is_simple = metadata.kind is Kind.SIMPLE_FUNCTION

    def read(self, parameter: ParameterInfo, value: Value, extent: Extent | None = None) -> Value:
        """The value that is bound; raises the binding error."""
        if parameter.refused:
            raise self.errors.refused(parameter, extent)
        if type(value) is PSObject and value.text is not None and not self.is_cmdlet:
            value = value.base
        for transform in parameter.transformations:
            value = transform(value)
        given = unwrap(value)
        if parameter.typed:
            value = self._converted(parameter, value, extent)
            if type(value) is PSObject and not parameter.is_any and parameter.net_type.is_value:
                value = value.base
        if parameter.ps_type_name:
            self._demand_type_name(parameter, value, extent)
        if isinstance(given, list) and any(element is None for element in given):
            self._demand_no_null(parameter, extent)
        self._demand_something(parameter, value, extent)
        if parameter.validations:
            self._validate(parameter, value, extent)
        return value

    def _validate(self, parameter: ParameterInfo, value: Value, extent: Extent | None) -> None:
        for validation in parameter.validations:
            try:
                validation.check(value)
            except LeftToAnother as failure:
                raise self.errors.not_valid(parameter, failure.exception, extent) from failure
            except NotSettable as failure:
                raise self.errors.not_settable(parameter, str(failure), extent) from None
            except ValidationFailed as failure:
                raise self.errors.not_valid(parameter, failure.exception, extent) from None

    def fits(self, parameter: ParameterInfo, value: Value) -> bool:
        """Whether a value has the parameter's type as it is: binding without conversion."""
        if parameter.is_any or not parameter.typed:
            return True
        plain = unwrap(value)
        if parameter.converter is not None:
            return parameter.type_name == TEXT and (type(plain) is str or is_number(plain))
        if parameter.is_switch:
            return isinstance(plain, bool | SwitchParameter)
        simple = SIMPLE.get(parameter.type_name)
        if simple is not None:
            return type(plain) is simple
        if plain is None:
            return not parameter.net_type.is_value or parameter.nullable
        if parameter.python_type is not None and parameter.net_type.element is None:
            return isinstance(plain, parameter.python_type)
        from msolemu.runtime.types.registry import type_of

        kind = type_of(plain)
        element = parameter.net_type.element
        if element is not None and kind.element is None:
            return element.full_name != "System.Object" and kind.is_a(element)
        return kind.is_a(parameter.net_type)

    def _converted(self, parameter: ParameterInfo, value: Value, extent: Extent | None) -> Value:
        if value is NOTHING:
            value = None
        if parameter.is_any:
            return value
        if parameter.spellings:
            value = self._spelt(parameter, value, extent)
        if parameter.python_type is not None and isinstance(unwrap(value), parameter.python_type):
            return unwrap(value)
        return self._cast(parameter, value, extent)

    def _cast(self, parameter: ParameterInfo, value: Value, extent: Extent | None) -> Value:
        simple = SIMPLE.get(parameter.type_name)
        if simple is not None and type(value) is simple:
            return value
        if parameter.type_name in (SWITCH_TYPE, TRUTH) and not (parameter.nullable and value is None):
            truth = self._truth(parameter, value, extent)
            return SwitchParameter(truth) if parameter.is_switch and not self.is_cmdlet else truth
        if value is None and (parameter.nullable or self._keeps_null(parameter)):
            return None
        if parameter.type_name == TEXT and is_enumerable(unwrap(value)) and not self.is_simple:
            raise self._array_for_text(parameter, value, extent)
        if parameter.converter is not None:
            return self._caught(parameter, value, extent, parameter.converter)
        if parameter.type_name == f"{TRUTH}[]":
            self._demand_truths(parameter, value, extent)
        kind = parameter.net_type
        read = converted if self.is_cmdlet else convert
        return self._caught(parameter, value, extent, lambda found: read(found, kind))

    def _caught(
        self, parameter: ParameterInfo, value: Value, extent: Extent | None, read: Callable[[Value], Value]
    ) -> Value:
        try:
            return read(value)
        except PowerShellError as error:
            raise self.errors.not_convertible(parameter, value, error.record.exception, extent) from error

    def _keeps_null(self, parameter: ParameterInfo) -> bool:
        """Null stays null for a cmdlet's reference types, and to be refused; a function's text becomes empty."""
        if not self.is_cmdlet:
            return False
        return parameter.type_name == TEXT or not parameter.net_type.is_value or parameter.ever_mandatory

    def _truth(self, parameter: ParameterInfo, value: Value, extent: Extent | None) -> bool:
        plain = unwrap(value)
        if isinstance(plain, bool | SwitchParameter):
            return bool(plain)
        allowed = is_number(plain) and (parameter.type_name == TRUTH or self.is_cmdlet)
        if allowed:
            return bool(plain)
        type_name = f"System.Nullable`1[{TRUTH}]" if parameter.nullable else parameter.type_name
        raise self.errors.not_convertible(parameter, value, no_truth(plain, type_name), extent)

    def _demand_truths(self, parameter: ParameterInfo, value: Value, extent: Extent | None) -> None:
        """An advanced function takes no text as an element of `[bool[]]`, though a cast does."""
        if not (self.is_cmdlet or self.is_simple):
            for one in enumerate_value(value) if is_enumerable(value) else [value]:
                self._truth(parameter, one, extent)

    def _array_for_text(self, parameter: ParameterInfo, value: Value, extent: Extent | None) -> BindingError:
        if self.is_cmdlet:
            from msolemu.runtime.types.registry import type_of

            return self.errors.array_for_one(parameter, type_of(unwrap(value)).full_name, extent)
        cause = ExceptionValue(
            "System.Management.Automation.PSInvalidCastException", "Cannot convert value to type System.String."
        )
        return self.errors.not_transformed(parameter, cause, extent)

    def _spelt(self, parameter: ParameterInfo, value: Value, extent: Extent | None) -> Value:
        """The right spelling of a name whose case matters (contract §3); what is none of the names stays as it is."""
        plain = unwrap(value)
        if not isinstance(plain, str) or plain in parameter.spellings:
            return value
        better = next((name for name in parameter.spellings if name.lower() == plain.lower()), None)
        if better is None:
            return value
        if not self.exact:
            return better
        message = (
            f'Cannot convert value "{plain}" to type "{parameter.name}". Error: "Unable to match the identifier name '
            f"{plain} to a valid enumerator name. Specify one of the following enumerator names and try again:\n"
            f'{", ".join(parameter.spellings)}"\n'
            f"The values of -{parameter.name} are case sensitive. Use '{better}'."
        )
        cause = ExceptionValue("System.Management.Automation.PSInvalidCastException", message)
        raise self.errors.not_convertible(parameter, value, cause, extent)

    def _demand_type_name(self, parameter: ParameterInfo, value: Value, extent: Extent | None) -> None:
        """What `[PSTypeName()]` asks of the argument, or of each of its elements."""
        from msolemu.runtime.types.registry import type_names

        wanted = parameter.ps_type_name.lower()
        for one in enumerate_value(value) if is_enumerable(value) else [value]:
            if one is not None and wanted not in (name.lower() for name in type_names(one)):
                raise self.errors.not_of_type_name(parameter, extent)

    def _demand_something(self, parameter: ParameterInfo, value: Value, extent: Extent | None) -> None:
        """A mandatory parameter refuses null, empty text and empty collections unless its attributes allow them."""
        if not parameter.ever_mandatory or (parameter.allow_null and value is None):
            return
        if value is None:
            raise self.errors.empty_argument(parameter, "null", "Null", extent)
        if value == "" and isinstance(value, str):
            if parameter.type_name == TEXT and not parameter.allow_empty_text:
                raise self.errors.empty_argument(parameter, "an empty string", "EmptyString", extent)
            return
        if isinstance(value, list) and parameter.type_name.endswith("]"):
            self._demand_elements(parameter, value, extent)

    def _demand_no_null(self, parameter: ParameterInfo, extent: Extent | None) -> None:
        """An array that was given with a null in it, though the type's conversion may have made text of it."""
        if parameter.ever_mandatory and not parameter.allow_null and parameter.type_name.endswith("]"):
            raise self.errors.empty_argument(parameter, "null", "Null", extent)

    def _demand_elements(self, parameter: ParameterInfo, value: list[Value], extent: Extent | None) -> None:
        if not value and not parameter.allow_empty_collection:
            what = "an empty array" if isinstance(value, TypedArray) or type(value) is list else "an empty collection"
            marker = "EmptyArray" if what == "an empty array" else "EmptyCollection"
            raise self.errors.empty_argument(parameter, what, marker, extent)
        if not parameter.allow_null and any(element is None for element in value):
            raise self.errors.empty_argument(parameter, "null", "Null", extent)
        texts = parameter.type_name == "System.String[]" and not parameter.allow_empty_text
        if texts and any(element == "" for element in value):
            raise self.errors.empty_argument(parameter, "an empty string", "EmptyString", extent)
