"""System.Enum: what every enumeration has."""

from __future__ import annotations

import enum
from typing import Any

from msolemu.runtime.casting.conversion import convert, try_convert
from msolemu.runtime.errors.net_errors import argument_error, format_error, null_argument
from msolemu.runtime.types.convertible import implement_conversions
from msolemu.runtime.types.declaring import method, static, typed_property
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import ENUM, STRING, known_class, known_type, type_of
from msolemu.runtime.values.enumerations import number_of, numbers, text_of, underlying, value_of
from msolemu.runtime.values.objects import TypedArray, Value
from msolemu.runtime.values.references import Reference


def named(kind: NetType, name: str) -> Value:
    """The value of that name, whatever its case; None when there is none."""
    python: Any = kind.python
    lower = name.lower()
    for known, number in numbers(python).items():
        if known.lower() == lower:
            return value_of(python, number)
    return None


def underlying_type(kind: NetType) -> NetType:
    """The integer type of the numbers."""
    found = known_class(underlying(_class(kind)))
    assert found is not None
    return found


def _class(kind: NetType) -> Any:
    if kind.python is None or not issubclass(kind.python, enum.Enum):
        raise argument_error("Type provided must be an Enum.", "enumType")
    return kind.python


typed_property(ENUM, "System.Int32", "value__", lambda value: underlying(type(value))(number_of(value)))


@method(ENUM, "string ToString()")
def to_string(value: enum.Enum) -> str:
    """The name or names."""
    return text_of(value)


@method(ENUM, "string ToString(string format)")
def to_string_as(value: enum.Enum, directive: str) -> str:
    """The name (G, F), the number (D) or its hexadecimal digits (X)."""
    match (directive or "G").upper():
        case "G" | "F":
            return text_of(value)
        case "D":
            return str(number_of(value))
        case "X":
            return f"{number_of(value) & 0xFFFFFFFF:08X}"
    raise format_error(
        'Format string can be only "G", "g", "X", "x", "F", "f", "D" or "d".',
    )


@method(ENUM, "bool HasFlag(System.Enum flag)")
def has_flag(value: enum.Enum, flag: Value) -> bool:
    """Whether the flags of another value are all set."""
    wanted = number_of(convert(flag, type_of(value)))
    return number_of(value) & wanted == wanted


@method(ENUM, "int CompareTo(System.Object target)")
def compare_to(value: enum.Enum, other: Value) -> int:
    """The order of the numbers."""
    if other is None:
        return 1
    if type(other) is not type(value):
        raise argument_error(
            f"Object must be the same type as the enum. The type passed in was '{type_of(other).full_name}'; "
            f"the enum type was '{type_of(value).full_name}'."
        )
    one, two = number_of(value), number_of(other)
    return (one > two) - (one < two)


implement_conversions(ENUM)


@method(ENUM, "bool Equals(System.Object obj)")
def equals(value: enum.Enum, other: Value) -> bool:
    """Whether the other is the same value."""
    return type(other) is type(value) and number_of(other) == number_of(value)


@method(ENUM, "System.TypeCode GetTypeCode()")
def type_code(value: enum.Enum) -> Any:
    """The code of the integer type."""
    from msolemu.runtime.types.enumerations import member

    return member("System.TypeCode", underlying_type(type_of(value)).name)


@static(ENUM, "string[] GetNames(type enumType)")
def get_names(kind: NetType) -> TypedArray:
    """The names by number."""
    return TypedArray(numbers(_class(kind)), STRING)


@static(ENUM, "array GetValues(type enumType)")
def get_values(kind: NetType) -> TypedArray:
    """The values by number."""
    return TypedArray([value_of(_class(kind), number) for number in numbers(_class(kind)).values()], kind)


@static(ENUM, "string GetName(type enumType, System.Object value)")
def get_name(kind: NetType, value: Value) -> str | None:
    """The name of a number, null when it has none."""
    number = _number(value)
    return next((name for name, known in numbers(_class(kind)).items() if known == number), None)


def _number(value: Value) -> int:
    if value is None:
        raise null_argument("value")
    return number_of(value) if isinstance(value, enum.Enum) else int(convert(value, known_type("System.Int64")))


@static(ENUM, "bool IsDefined(type enumType, System.Object value)")
def defined(kind: NetType, value: Value) -> bool:
    """Whether a name or a number is one of the enumeration's."""
    if value is None:
        raise null_argument("value")
    if isinstance(value, str):
        return value in numbers(_class(kind))
    return _number(value) in numbers(_class(kind)).values()


@static(
    ENUM,
    "System.Object Parse(type enumType, string value)",
    "System.Object Parse(type enumType, string value, bool ignoreCase)",
)
def parse(kind: NetType, text: str, ignore: bool = False) -> Value:
    """The value of a name, of names with commas between them, or of a number."""
    if text is None:
        raise null_argument("value")
    if not text.strip():
        raise argument_error("Must specify valid information for parsing in the string.", "value")
    number = 0
    for word in map(str.strip, text.split(",")):
        found = _parsed_word(kind, word, ignore=ignore)
        if found is None:
            raise argument_error(f"Requested value '{word}' was not found.")
        number |= found
    return value_of(_class(kind), number)


def _parsed_word(kind: NetType, word: str, *, ignore: bool) -> int | None:
    known = numbers(_class(kind))
    if word.lstrip("+-").isdigit():
        return int(word)
    if word in known:
        return known[word]
    value = named(kind, word) if ignore else None
    return None if value is None else number_of(value)


def _try(kind: NetType, text: str | None, result: Reference, *, ignore: bool) -> bool:
    words = [_parsed_word(kind, word.strip(), ignore=ignore) for word in (text or "").split(",")]
    if any(word is None for word in words):
        result.value = value_of(_class(kind), 0)
        return False
    result.value = parse(kind, text or "", ignore)
    return True


@static(ENUM, "bool TryParse(type enumType, string value, [ref] System.Object result)")
def try_parse(kind: NetType, text: str | None, result: Reference) -> bool:
    """Whether the text is a value, which `result` then holds."""
    return _try(kind, text, result, ignore=False)


@static(ENUM, "bool TryParse(type enumType, string value, bool ignoreCase, [ref] System.Object result)")
def try_parse_ignoring(kind: NetType, text: str | None, ignore: bool, result: Reference) -> bool:
    """Whether the text is a value, which `result` then holds."""
    return _try(kind, text, result, ignore=ignore)


@static(ENUM, "type GetUnderlyingType(type enumType)")
def get_underlying_type(kind: NetType) -> NetType:
    """The integer type of the numbers."""
    return underlying_type(kind)


@static(ENUM, "System.Object ToObject(type enumType, System.Object value)")
def to_object(kind: NetType, value: Value) -> Value:
    """The value of a number, named or not."""
    return value_of(_class(kind), _number(value))


@method(
    ENUM,
    "string ToString(System.IFormatProvider provider)",
    "string ToString(string format, System.IFormatProvider provider)",
)
def to_string_for(value: enum.Enum, *given: Value) -> str:
    """The name; a provider changes nothing."""
    return to_string_as(value, given[0] if len(given) > 1 else "G")


static(ENUM, "string[] GetNames[TEnum]()")(get_names)
static(ENUM, "TEnum[] GetValues[TEnum]()")(get_values)
static(ENUM, "string GetName[TEnum](TEnum value)")(get_name)
static(ENUM, "bool IsDefined[TEnum](TEnum value)")(defined)
static(ENUM, "TEnum Parse[TEnum](string value)", "TEnum Parse[TEnum](string value, bool ignoreCase)")(parse)
static(ENUM, "bool TryParse[TEnum](string value, [ref] TEnum result)")(try_parse)
static(ENUM, "bool TryParse[TEnum](string value, bool ignoreCase, [ref] TEnum result)")(try_parse_ignoring)


@static(ENUM, "array GetValuesAsUnderlyingType(type enumType)", "array GetValuesAsUnderlyingType[TEnum]()")
def get_numbers(kind: NetType) -> TypedArray:
    """The numbers of the values."""
    cls: Any = underlying(_class(kind))
    return TypedArray([cls(number) for number in numbers(_class(kind)).values()], underlying_type(kind))


@static(ENUM, "string Format(type enumType, System.Object value, string format)")
def format_value(kind: NetType, value: Value, directive: str) -> str:
    """A value as text."""
    _class(kind)
    worked, found = try_convert(value, kind)
    return to_string_as(found if worked else value_of(_class(kind), _number(value)), directive)
