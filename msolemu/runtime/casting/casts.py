"""Conversions to a type: which rule a target has, and the rules for numbers, characters, enumerations and null.

The order is that of PowerShell's LanguagePrimitives: null, the same type, the language's own conversions, text by the
type's `Parse`, a constructor with one parameter, a cast operator, `System.Convert`, properties from a dictionary.
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from decimal import Decimal

from msolemu.runtime.casting import enum_casts
from msolemu.runtime.casting.cast_errors import failed, no_conversion, not_convertible
from msolemu.runtime.casting.conversion import Converter, separator_for, to_bool, to_text
from msolemu.runtime.errors.argument_errors import not_valid_text, null_text
from msolemu.runtime.errors.records import ErrorCategory, StatementError, runtime_error
from msolemu.runtime.numeric.number_text import parse
from msolemu.runtime.numeric.numbers import (
    DECIMAL_SCALE,
    EXACT,
    INTEGERS,
    NumberError,
    cast_number,
    make_integer,
    to_char,
)
from msolemu.runtime.types import registry
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.values import objects
from msolemu.runtime.values.enumerations import enumeration_of, number_of, value_of
from msolemu.runtime.values.objects import NOTHING, NUMBER_TYPES, BigInteger, Char, PSCustomObject, Value, unwrap

FROM_INTEGER_TEXT = "InvalidCastFromStringToInteger"
TEXT_ERRORS = {
    float: "InvalidCastFromStringToDoubleOrSingle",
    objects.Single: "InvalidCastFromStringToDoubleOrSingle",
    Decimal: "InvalidCastFromStringToDecimal",
}
EXPLICIT = "InvalidCastTargetInvocationExceptionop_Explicit"
SHORT_NAMES = {bool: "Boolean", Char: "Char", float: "Double", objects.Single: "Single", Decimal: "Decimal"}
DATE = "System.DateTime"


def converter_to(kind: NetType) -> Converter:
    """The conversion to that type; it raises StatementError."""
    simple = _SIMPLE.get(kind.full_name)
    if simple is not None:
        return simple
    if kind.python in NUMBER_TYPES:
        return _number_converter(kind)
    if kind.is_enum:
        return lambda value: to_enum(value, kind)
    inner = kind.held
    if inner is not None:
        return _nullable_converter(kind, inner)
    from msolemu.runtime.casting.collection_casts import collection_converter

    collection = collection_converter(kind)
    if collection is not None:
        return collection
    from msolemu.runtime.casting.object_casts import object_converter

    return object_converter(kind)


def _as_it_is(value: Value) -> Value:
    return None if value is NOTHING else value


def _to_string(value: Value) -> str:
    """The value as a string takes it up, the elements of a collection joined by the session's `$OFS`."""
    return to_text(value, separator_for(value))


def _to_char(value: Value) -> Value:
    plain = unwrap(value)
    if plain is None:
        return Char("\0")
    if isinstance(plain, str):
        if len(plain) != 1:
            raise failed("InvalidCastParseTargetInvocation", value, _CHAR, "String must be exactly one character long.")
        return Char(plain)
    if isinstance(plain, enum.Enum):
        plain = number_of(plain)
    if type(plain) in INTEGERS or type(plain) is BigInteger:
        try:
            return to_char(int(plain))
        except NumberError as error:
            raise failed("InvalidCastIConvertible", value, _CHAR, str(error), "System.OverflowException") from None
    return _by_system_convert(value, plain, _CHAR)


def _number_converter(kind: NetType) -> Converter:
    cls = kind.python
    assert cls is not None
    zero = cls(0)

    def to_number(value: Value) -> Value:
        plain = unwrap(value)
        found = type(plain)
        if found is cls:
            return plain
        if plain is None:
            return zero
        if isinstance(plain, str):
            return ord(plain) if found is Char and cls is int else _number_of_text(value, plain, kind, cls)
        if found is bool:
            return cls(plain)
        if found in NUMBER_TYPES:
            return _cast(value, plain, kind, cls)
        if isinstance(plain, enum.Enum):
            return _cast(value, number_of(plain), kind, cls)
        return _no_number(value, plain, kind)

    return to_number


def _number_of_text(value: Value, text: str, kind: NetType, cls: type) -> Value:
    if type(text) is Char:
        return _cast(value, ord(text), kind, cls)
    try:
        return parse(text, cls)
    except NumberError as error:
        cause = "System.OverflowException" if "too" in str(error) else "System.FormatException"
        raise failed(TEXT_ERRORS.get(cls, FROM_INTEGER_TEXT), value, kind, str(error), cause) from None


def _cast(value: Value, number: Value, kind: NetType, cls: type) -> Value:
    """A number as another numeric type; the cast operators of BigInteger go by Int32 for the small types."""
    big = type(number) is BigInteger
    try:
        if big and cls in INTEGERS and cls not in (objects.UInt32, objects.Int64, objects.UInt64):
            number = make_integer(int, number)
        return cast_number(number, cls)
    except NumberError as error:
        big = big or cls is BigInteger
        error_id = EXPLICIT if big else "InvalidCastIConvertible"
        raise failed(error_id, value, kind, str(error), "System.OverflowException") from None


def _no_number(value: Value, plain: Value, kind: NetType) -> Value:
    """Dates have a refusal of their own; Decimal and BigInteger, which are no primitives, take objects' properties."""
    if kind.python is Decimal and type(plain) is objects.TypedArray and plain.element.python is int:
        return _decimal_of_parts(value, plain, kind)
    if kind.python in (Decimal, BigInteger) and (kind.python is BigInteger or system_name(plain) is None):
        from msolemu.runtime.casting.object_casts import object_converter

        return object_converter(kind)(value)
    return _by_system_convert(value, plain, kind)


def _decimal_of_parts(value: Value, parts: list[int], kind: NetType) -> Decimal:
    """A decimal of its 96 bits and of its scale and sign, as `decimal.GetBits` gives them."""
    flags = parts[3] if len(parts) == 4 else -1
    scale = (flags >> 16) & 0xFF
    if len(parts) != 4 or flags & 0x7F00FFFF or scale > DECIMAL_SCALE:
        reason = "Decimal constructor requires an array or span of four valid decimal bytes."
        raise failed("InvalidCastConstructorException", value, kind, reason, "System.ArgumentException")
    digits = sum((part & 0xFFFFFFFF) << (32 * place) for place, part in enumerate(parts[:3]))
    return Decimal(digits if flags >= 0 else -digits).scaleb(-scale, EXACT)


def to_custom_object(value: Value) -> Value:
    """`[pscustomobject]` before an expression: an object of a dictionary's pairs; any other value as it is."""
    plain = unwrap(value)
    if not isinstance(plain, objects.Hashtable):
        return _as_it_is(value)
    return named_type(PSCustomObject((to_text(key), held) for key, held in plain.items()))


def named_type(made: PSCustomObject) -> PSCustomObject:
    """The object with `PSTypeName` taken for the name of its type; a property without a name is refused."""
    if "" in made.properties:
        raise runtime_error(
            "InvalidCastConstructorException",
            'Cannot convert value "System.Collections.Specialized.OrderedDictionary" to type '
            '"System.Management.Automation.LanguagePrimitives+InternalPSCustomObject". '
            f'Error: "{not_valid_text("name")}"',
            ErrorCategory.INVALID_ARGUMENT,
            "System.Management.Automation.PSInvalidCastException",
        )
    entry = made.properties.pop("pstypename", None)
    if entry is not None:
        names = entry[1] if isinstance(entry[1], list) else [entry[1]]
        made.type_names = tuple(map(to_text, names))
    return made


def _by_system_convert(value: Value, plain: Value, kind: NetType) -> Value:
    source = system_name(plain)
    if source is None or type(plain) is str:
        raise no_conversion(value, kind)
    raise not_convertible(value, kind, source, kind.name)


def system_name(plain: Value) -> str | None:
    """The short name under which `System.Convert` knows the value's type; None when it does not."""
    if type(plain) is str:
        return "String"
    known = SHORT_NAMES.get(type(plain))
    if known is not None:
        return known
    if type(plain) in INTEGERS or isinstance(plain, enum.Enum):
        return registry.type_of(plain).name
    return "DateTime" if registry.type_of(plain).full_name == DATE else None


def to_enum(value: Value, kind: NetType) -> Value:
    """The value as a member of an enumeration."""
    plain = unwrap(value)
    if plain is None:
        raise enum_casts.undefined("nullToEnumInvalidCast", None, kind)
    if type(plain) is kind.python:
        return plain
    if type(plain) is str:
        return enum_casts.from_text(value, plain, kind)
    if type(plain) in INTEGERS:
        return enum_casts.from_number(value, plain, kind)
    if isinstance(plain, enum.Enum):
        return enum_casts.from_number(value, number_of(plain), kind)
    if type(plain) in (float, objects.Single, Decimal):
        return enum_casts.from_text(value, to_text(plain), kind)
    if isinstance(plain, list):
        return enum_casts.from_elements(plain, kind)
    return _enum_of_object(value, plain, kind)


def _enum_of_object(value: Value, plain: Value, kind: NetType) -> Value:
    if type(plain) in (bool, Char) or registry.type_of(plain).full_name == DATE:
        raise not_convertible(value, kind, registry.type_of(plain).full_name, kind.full_name)
    if isinstance(plain, objects.Hashtable | PSCustomObject):
        from msolemu.runtime.casting.object_casts import from_properties

        return from_properties(value, kind, lambda: value_of(enumeration_of(kind), 0))
    raise no_conversion(value, kind)


def _nullable_converter(kind: NetType, inner: NetType) -> Converter:
    def to_nullable(value: Value) -> Value:
        from msolemu.runtime.casting.conversion import convert

        plain = unwrap(value)
        if plain is None:
            return None
        try:
            return convert(value, inner)
        except StatementError as error:
            raise _nullable_error(error, value, plain, kind) from None

    return to_nullable


def _nullable_error(error: StatementError, value: Value, plain: Value, kind: NetType) -> StatementError:
    if isinstance(plain, objects.Hashtable | PSCustomObject):
        return failed(
            "InvalidCastConstructorException",
            value,
            kind,
            null_text("obj"),
        )
    if error.record.error_id == "ConvertToFinalInvalidCastException":
        return no_conversion(value, kind)
    return error


_CHAR = registry.net_type_of_class(Char)
_SIMPLE: dict[str, Callable[[Value], Value]] = {
    "System.Object": _as_it_is,
    "System.Management.Automation.PSObject": _as_it_is,
    "System.String": _to_string,
    "System.Boolean": to_bool,
    "System.Char": _to_char,
    "System.Void": lambda value: NOTHING,
}
