"""Conversions to a type, with PowerShell's ids and sentences."""

from __future__ import annotations

import enum
import uuid
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msolemu.runtime.casting.casts import to_custom_object
from msolemu.runtime.casting.conversion import convert, culture_text, double_text, net_text, to_text, try_convert
from msolemu.runtime.errors.records import StatementError
from msolemu.runtime.operations import arithmetic
from msolemu.runtime.types import registry
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.values.enumerations import value_of
from msolemu.runtime.values.objects import (
    NOTHING,
    NUMBER_TYPES,
    ArrayList,
    BigInteger,
    Byte,
    Char,
    GenericList,
    Hashtable,
    Int16,
    Int64,
    OrderedDictionary,
    PSCustomObject,
    PSObject,
    SByte,
    Single,
    TypedArray,
    UInt16,
    UInt32,
    UInt64,
    Value,
)


def named(name: str) -> NetType:
    kind = registry.find_type(name)
    assert kind is not None
    return kind


def day(number: int) -> Value:
    cls = named("System.DayOfWeek").python
    assert cls is not None
    return value_of(cls, number)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("int", "0x1F", 31),
        ("int", " 7 ", 7),
        ("int", "", 0),
        ("int", None, 0),
        ("int", 1.5, 2),
        ("int", 2.5, 2),
        ("int", -2.5, -2),
        ("int", "1.5", 2),
        ("int", "1kb", 1024),
        ("int", "1,000", 1000),
        ("int", Char("a"), 97),
        ("int", True, 1),
        ("int", Decimal("3.5"), 4),
        ("int", PSObject("5"), 5),
        ("int", day(2), 2),
        ("long", 5, Int64(5)),
        ("byte", "200", Byte(200)),
        ("sbyte", -1, SByte(-1)),
        ("short", "1", Int16(1)),
        ("ushort", 2, UInt16(2)),
        ("uint", 3.0, UInt32(3)),
        ("ulong", "18446744073709551615", UInt64(2**64 - 1)),
        ("double", "1e3", 1000.0),
        ("double", "-Infinity", float("-inf")),
        ("double", "∞", float("inf")),
        ("double", BigInteger(12345678901234567890), 12345678901234567890.0),
        ("double", BigInteger(10**400), float("inf")),
        ("float", 0.1, Single(0.10000000149011612)),
        ("float", 1e300, Single(float("inf"))),
        ("decimal", "1.50", Decimal("1.5")),
        ("decimal", "1,234.5", Decimal("1234.5")),
        ("decimal", 0.1, Decimal("0.1")),
        ("decimal", 1e20, Decimal(10**20)),
        ("decimal", Single(0.1), Decimal("0.1")),
        ("decimal", TypedArray([150, 0, 0, 2 << 16], registry.net_type_of_class(int)), Decimal("1.50")),
        ("decimal", Hashtable(), Decimal(0)),
        ("bigint", -2.5, BigInteger(-2)),
        ("bigint", "12345678901234567890123", BigInteger(12345678901234567890123)),
        ("char", 65, Char("A")),
        ("char", "x", Char("x")),
        ("char", None, Char("\0")),
        ("char", day(1), Char("\x01")),
        ("bool", "False", True),
        ("bool", [0], False),
        ("string", None, ""),
        ("string", [1, 2], "1 2"),
        ("string", Decimal("1.50"), "1.50"),
        ("guid", "{00000000-0000-0000-0000-000000000001}", uuid.UUID(int=1)),
        ("guid", "00000000000000000000000000000001", uuid.UUID(int=1)),
        ("object", NOTHING, None),
        ("void", 5, NOTHING),
        ("type", "int", registry.net_type_of_class(int)),
    ],
)
def test_a_value_becomes_one_of_the_type(name: str, value: Value, expected: Value) -> None:
    found = convert(value, named(name))
    assert type(found) is type(expected)
    assert found == expected
    assert not isinstance(found, Decimal) or str(found) == str(expected)


@pytest.mark.parametrize(
    ("name", "value", "error_id", "reason"),
    [
        ("int", "abc", "InvalidCastFromStringToInteger", "The input string 'abc' was not in a correct format."),
        ("int", "1e10x", "InvalidCastFromStringToInteger", "The input string '1e10x' was not in a correct format."),
        ("int", "9999999999", "InvalidCastFromStringToInteger", "too small for an Int32."),
        ("int", 3e9, "InvalidCastIConvertible", "Value was either too large or too small for an Int32."),
        ("long", float("nan"), "InvalidCastIConvertible", "Arithmetic operation resulted in an overflow."),
        ("byte", float("nan"), "InvalidCastIConvertible", "Value was either too large or too small for an Int32."),
        ("byte", 256, "InvalidCastIConvertible", "Value was either too large or too small for an unsigned byte."),
        ("byte", BigInteger(2**40), "InvalidCastTargetInvocationExceptionop_Explicit", "for an Int32."),
        ("bigint", "x", "InvalidCastFromStringToInteger", "The value could not be parsed."),
        ("bigint", float("inf"), "InvalidCastTargetInvocationExceptionop_Explicit", "cannot represent infinity."),
        ("long", 1e300, "InvalidCastIConvertible", "Arithmetic operation resulted in an overflow."),
        ("long", "1e300", "InvalidCastFromStringToInteger", "Arithmetic operation resulted in an overflow."),
        ("int", "-1,2e99", "InvalidCastFromStringToInteger", "was not in a correct format."),
        ("decimal", "1,0e999999", "InvalidCastFromStringToDecimal", "was not in a correct format."),
        ("bigint", float("nan"), "InvalidCastTargetInvocationExceptionop_Explicit", "not a number."),
        ("double", "x", "InvalidCastFromStringToDoubleOrSingle", "The input string 'x' was not in a correct format."),
        ("decimal", "x", "InvalidCastFromStringToDecimal", "The input string 'x' was not in a correct format."),
        ("decimal", 1e29, "InvalidCastIConvertible", "Value was either too large or too small for a Decimal."),
        ("decimal", Hashtable([("a", 1)]), "ObjectCreationError", "The property 'a' was not found"),
        ("int", [1], "ConvertToFinalInvalidCastException", 'value of type "System.Object[]" to type "System.Int32".'),
        ("int", PSCustomObject([("n", 1)]), "ConvertToFinalInvalidCastException", 'Cannot convert the "@{n=1}" value'),
        ("char", "ab", "InvalidCastParseTargetInvocation", "String must be exactly one character long."),
        ("char", 1.5, "InvalidCastIConvertible", "Invalid cast from 'Double' to 'Char'."),
        ("char", -1, "InvalidCastIConvertible", "too small for a character."),
        ("guid", "x", "InvalidCastParseTargetInvocationWithFormatProvider", "Unrecognized Guid format."),
        ("guid", None, "nullToObjectInvalidCast", 'Cannot convert null to type "System.Guid".'),
        ("guid", day(1), "InvalidCastIConvertible", "Invalid cast from 'System.DayOfWeek' to 'System.Guid'."),
        ("int[]", "x", "InvalidCastExceptionScalarToArray", 'to type "System.Int32[]". Error: "Cannot convert value'),
        ("int[]", ["x"], "InvalidCastFromStringToInteger", 'Cannot convert value "x" to type "System.Int32".'),
        ("int[]", uuid.UUID(int=0), "ConvertToFinalInvalidCastException", 'to type "System.Int32[]".'),
        ("hashtable", 1, "ConvertToFinalInvalidCastException", 'to type "System.Collections.Hashtable".'),
        ("scriptblock", "x", "ConvertToFinalInvalidCastException", "ScriptBlock"),
        ("type", "nope", "InvalidCastFromStringToType", 'to type "System.Type".'),
        ("nullable[int]", "x", "InvalidCastFromStringToInteger", "to type"),
        ("nullable[int]", [1], "ConvertToFinalInvalidCastException", "System.Nullable`1[System.Int32]"),
        ("nullable[int]", Hashtable(), "InvalidCastConstructorException", 'argument "obj" is null'),
        ("System.Collections.ArrayList", 5, "ConvertToFinalInvalidCastException", "ArrayList"),
    ],
)
def test_what_cannot_be_converted_says_why(name: str, value: Value, error_id: str, reason: str) -> None:
    with pytest.raises(StatementError) as caught:
        convert(value, named(name))
    record = caught.value.record
    assert record.error_id == error_id
    assert record.category.value == "InvalidArgument"
    assert reason in record.exception.message
    assert try_convert(value, named(name)) == (False, None)


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("version", "1.2.3", "1.2.3"),
        ("version", 1.5, "1.5"),
        ("uri", "a/b", "a/b"),
        ("uri", "https://contoso.com/x", "https://contoso.com/x"),
        ("regex", "a+", "a+"),
        ("timespan", 10, "00:00:00.0000010"),
        ("timespan", "1.02:03:04", "1.02:03:04"),
        ("datetime", "2024-03-01", "03/01/2024 00:00:00"),
        ("datetime", 0, "01/01/0001 00:00:00"),
        ("guid", Hashtable(), "00000000-0000-0000-0000-000000000000"),
        ("switch", True, "True"),
        ("switch", None, "False"),
        ("switch", Hashtable(), "False"),
        ("cultureinfo", "de-DE", "de-DE"),
        ("ipaddress", "10.0.0.1", "10.0.0.1"),
        ("mailaddress", "anna@contoso.com", "anna@contoso.com"),
    ],
)
def test_types_of_the_framework_are_had_from_what_they_take(name: str, value: Value, text: str) -> None:
    assert to_text(convert(value, named(name))) == text


@pytest.mark.parametrize(
    ("name", "value", "error_id"),
    [
        ("version", "1", "InvalidCastParseTargetInvocation"),
        ("version", True, "InvalidCastIConvertible"),
        ("version", [1], "ConvertToFinalInvalidCastException"),
        ("timespan", "x", "InvalidCastParseTargetInvocationWithFormatProvider"),
        ("datetime", True, "InvalidCastIConvertible"),
        ("datetime", -1, "InvalidCastConstructorException"),
        ("datetime", Hashtable([("a", 1)]), "ObjectCreationError"),
        ("int", "datetime", "InvalidCastFromStringToInteger"),
        ("uri", Hashtable(), "ConvertToFinalInvalidCastException"),
        ("scriptblock", 1, "ConvertToFinalInvalidCastException"),
        ("scriptblock", True, "InvalidCastIConvertible"),
        ("switch", "x", "ConvertToFinalInvalidCastException"),
        ("switch", Char("x"), "InvalidCastIConvertible"),
        ("xml", "x", "InvalidCastToXmlDocument"),
        ("xml", "<a>", "InvalidCastToXmlDocument"),
        ("hashtable", PSCustomObject([("a", 1)]), "InvalidCastConstructorException"),
        ("mailaddress", "x", "InvalidCastConstructorException"),
    ],
)
def test_types_of_the_framework_refuse_the_rest(name: str, value: Value, error_id: str) -> None:
    with pytest.raises(StatementError) as caught:
        convert(value, named(name))
    assert caught.value.record.error_id == error_id


def test_a_date_is_no_number() -> None:
    date = convert("2024-03-01", named("datetime"))
    for name in ("int", "decimal", "char"):
        with pytest.raises(StatementError, match="Invalid cast from 'DateTime' to"):
            convert(date, named(name))
    with pytest.raises(StatementError, match="to 'System"):
        convert(date, named("guid"))


def test_types_in_text_are_written_as_in_scripts() -> None:
    assert to_text(named("int")) == "int"
    assert to_text(named("string[]")) == "string[]"
    assert to_text(named("System.Collections.Generic.List[int]")) == "System.Collections.Generic.List[int]"
    assert to_text(named("System.DayOfWeek")) == "System.DayOfWeek"


def test_a_document_is_made_of_any_text() -> None:
    assert registry.type_of(convert("<a/>", named("xml"))) is named("xml")
    assert registry.type_of(convert("", named("xml"))) is named("xml")


def test_no_type_is_no_conversion() -> None:
    assert try_convert(1, None) == (False, None)
    assert try_convert("5", named("int")) == (True, 5)


@pytest.mark.parametrize(
    ("value", "number"),
    [("Monday", 1), ("mon", 1), ("TUESDAY", 2), ("2", 2), (2, 2), (Int64(3), 3), (2.0, 2), ([1], 1), (Hashtable(), 0)],
)
def test_a_member_is_had_by_name_its_beginning_and_number(value: Value, number: int) -> None:
    assert convert(value, named("System.DayOfWeek")) is day(number)


@pytest.mark.parametrize(
    ("value", "error_id"),
    [
        ("S", "SubstringDisambiguationEnumParseThrewAnException"),
        ("x", "SubstringDisambiguationEnumParseThrewAnException"),
        ("1.5", "SubstringDisambiguationEnumParseThrewAnException"),
        ("17", "EnumParseUndefined"),
        (17, "UndefinedIntegerToEnum"),
        (None, "nullToEnumInvalidCast"),
        ([None], "nullToEnumInvalidCast"),
        (True, "InvalidCastIConvertible"),
        (PSCustomObject([("a", 1)]), "InvalidCastConstructorException"),
        (Hashtable([("a", 1)]), "ObjectCreationError"),
        (uuid.UUID(int=0), "ConvertToFinalInvalidCastException"),
    ],
)
def test_what_names_no_member_is_refused(value: Value, error_id: str) -> None:
    with pytest.raises(StatementError) as caught:
        convert(value, named("System.DayOfWeek"))
    assert caught.value.record.error_id == error_id


def test_flags_are_had_together() -> None:
    kind = named("System.IO.FileAttributes")
    both = convert("ReadOnly, hid", kind)
    assert to_text(both) == "ReadOnly, Hidden"
    assert both is convert(3, kind)
    assert both is convert(["ReadOnly", "Hidden"], kind)
    with pytest.raises(StatementError):
        convert(1 << 30, kind)


def test_another_enumerations_member_goes_by_its_number() -> None:
    assert convert(day(1), named("System.DateTimeKind")).name == "Utc"


def test_arrays_and_lists_take_over_elements_and_keep_what_fits() -> None:
    numbers = convert(["1", 2.5], named("int[]"))
    assert type(numbers) is TypedArray
    assert numbers == [1, 2]
    assert convert(numbers, named("int[]")) is numbers
    assert convert("7", named("int[]")) == [7]
    assert convert("ab", named("char[]")) == ["a", "b"]
    assert convert(None, named("int[]")) is None
    same = [1]
    assert convert(same, named("object[]")) is same
    assert type(convert(numbers, named("object[]"))) is list
    assert convert(5, named("array")) == [5]
    assert convert(ArrayList([5]), named("array")) == [5]
    assert convert(numbers, named("array")) is numbers
    texts = convert("a", named("System.Collections.Generic.List[string]"))
    assert type(texts) is GenericList
    assert texts == ["a"]
    assert convert([1], named("System.Collections.Generic.List[string]")) == ["1"]
    assert convert(texts, named("System.Collections.Generic.List[string]")) is texts
    assert type(convert([1], named("System.Collections.ArrayList"))) is ArrayList


def test_dictionaries_take_over_pairs() -> None:
    ordered = OrderedDictionary([("b", 1), ("a", 2)])
    table = convert(ordered, named("hashtable"))
    assert type(table) is Hashtable
    assert table.items() == ordered.items()
    assert convert(table, named("hashtable")) is table
    assert convert(Char("a"), named("hashtable")).items() == []
    made = to_custom_object(ordered)
    assert to_text(made) == "@{b=1; a=2}"
    assert to_custom_object(5) == 5


def test_null_stays_null_for_what_may_be_null() -> None:
    for name in ("hashtable", "object[]", "scriptblock", "nullable[int]", "psobject"):
        assert convert(None, named(name)) is None
    assert convert("5", named("nullable[int]")) == 5


def test_text_of_the_culture_and_of_net() -> None:
    assert net_text([1]) == "System.Object[]"
    assert culture_text([1, None]) == "1 "
    assert net_text(1 / 3) == "0.3333333333333333"
    assert culture_text(1 / 3) == "0.333333333333333"
    assert net_text(PSCustomObject([("n", 1)])) == "@{n=1}"
    assert culture_text(PSObject(5)) == "5"
    assert culture_text(day(1)) == "Monday"
    assert culture_text(uuid.UUID(int=0)) == "00000000-0000-0000-0000-000000000000"


def test_a_cast_that_fails_tells_what_failed_inside() -> None:
    with pytest.raises(StatementError) as caught:
        convert("x", named("int"))
    inner = caught.value.record.exception.inner
    assert inner is not None
    assert inner.type_name == "System.Management.Automation.PSInvalidCastException"
    assert inner.innermost().type_name == "System.FormatException"


@given(st.integers(-(2**63), 2**63 - 1))
def test_the_text_of_a_whole_number_reads_back(number: int) -> None:
    assert convert(to_text(Int64(number)), named("long")) == number
    assert convert(to_text(number), named("bigint")) == number


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_the_text_of_a_double_reads_back(number: float) -> None:
    assert convert(double_text(number), named("double")) == number


@given(st.integers(-(2**31), 2**31 - 1), st.sampled_from(sorted(NUMBER_TYPES, key=str)))
def test_a_whole_number_survives_every_type_that_holds_it(number: int, cls: type) -> None:
    kind = registry.net_type_of_class(cls)
    worked, there = try_convert(number, kind)
    if worked and cls is not Single:
        assert type(there) is cls
        assert convert(there, named("int")) == number


def test_members_without_numbers_count_in_their_order() -> None:
    @registry.net_enum("Tests.Colour")
    class Colour(enum.Enum):
        Red = "r"
        None_ = "n"

    kind = registry.type_of(Colour.Red)
    assert convert(1, kind) is Colour.None_
    assert convert("none", kind) is Colour.None_
    assert to_text(Colour.None_) == "None"
    assert convert(Colour.None_, named("int")) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("System.Collections.Generic.HashSet[int]", "2 1"),
        ("System.Collections.Generic.SortedSet[int]", "1 2"),
        ("System.Collections.Generic.Queue[int]", "2 1 2"),
        ("System.Collections.Queue", "2 1 2"),
    ],
)
def test_collections_take_over_the_elements_of_others(name: str, text: str) -> None:
    assert to_text(convert(["2", 1, 2], named(name))) == text


def test_moments_with_an_offset_have_operators_of_their_own() -> None:
    kind = named("System.DateTimeOffset")
    later, earlier = convert("2024-01-02T03:04:05Z", kind), convert("2024-01-02T03:04:00+01:00", kind)
    assert to_text(arithmetic.subtract(later, earlier)) == "01:00:05"
    assert to_text(arithmetic.add(later, "1:00")) == "01/02/2024 04:04:05 +00:00"
    hour = convert("1:00", named("timespan"))
    assert to_text(arithmetic.subtract(later, hour)) == "01/02/2024 02:04:05 +00:00"
