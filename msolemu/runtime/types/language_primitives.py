"""System.Management.Automation.LanguagePrimitives: PowerShell's own rules as .NET code calls them."""

from __future__ import annotations

from msolemu.runtime.casting.cast_errors import CAST
from msolemu.runtime.casting.conversion import convert, to_bool, try_convert
from msolemu.runtime.errors.net_errors import NetError, argument_error
from msolemu.runtime.errors.records import StatementError
from msolemu.runtime.operations.ordering import equals as are_equal
from msolemu.runtime.operations.ordering import try_compare
from msolemu.runtime.types.declaring import static
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import OBJECT, known_type
from msolemu.runtime.values.objects import Value, is_enumerable
from msolemu.runtime.values.references import Reference

PRIMITIVES = known_type("System.Management.Automation.LanguagePrimitives")
static(PRIMITIVES, "bool IsTrue(System.Object obj)")(to_bool)
static(PRIMITIVES, "bool IsObjectEnumerable(System.Object obj)")(is_enumerable)
_TO = "System.Object ConvertTo(System.Object valueToConvert, type resultType"


@static(PRIMITIVES, f"{_TO})", f"{_TO}, System.IFormatProvider formatProvider)")
def convert_to(value: Value, kind: NetType, provider: Value = None) -> Value:
    """The value as another type, by a cast's rules."""
    try:
        return convert(value, kind)
    except StatementError as error:
        raise NetError(CAST, error.record.exception.message) from None


static(PRIMITIVES, "T ConvertTo[T](System.Object valueToConvert)")(lambda kind, value: convert_to(value, kind))


@static(PRIMITIVES, "bool TryConvertTo(System.Object valueToConvert, type resultType, [ref] System.Object result)")
def try_convert_to(value: Value, kind: NetType, result: Reference) -> bool:
    """Whether the value can be converted; `result` holds it then."""
    worked, result.value = try_convert(value, kind)
    return worked


static(PRIMITIVES, "bool TryConvertTo[T](System.Object valueToConvert, [ref] T result)")(
    lambda kind, value, result: try_convert_to(value, kind, result)
)


@static(
    PRIMITIVES,
    "bool Equals(System.Object first, System.Object second)",
    "bool Equals(System.Object first, System.Object second, bool ignoreCase)",
)
def equals(one: Value, other: Value, ignore_case: bool = False) -> bool:
    """Whether `-ceq` holds, or `-eq`."""
    return bool(are_equal(one, other, ignore_case=ignore_case))


@static(
    PRIMITIVES,
    "int Compare(System.Object first, System.Object second)",
    "int Compare(System.Object first, System.Object second, bool ignoreCase)",
)
def compare(one: Value, other: Value, ignore_case: bool = False) -> int:
    """The order of two values."""
    found = try_compare(one, other, ignore_case=ignore_case)
    if found is None:
        raise argument_error("Cannot compare the two values because they are of different types.", "second")
    return found


@static(PRIMITIVES, "System.Collections.IEnumerable GetEnumerable(System.Object obj)")
def get_enumerable(value: Value) -> Value:
    """The value, if its elements can be enumerated."""
    return value if is_enumerable(value) else None


@static(PRIMITIVES, "string ConvertTypeNameToPSTypeName(string typeName)")
def type_name(name: str) -> str:
    """A type's name in brackets."""
    from msolemu.runtime.types.registry import find_type

    return f"[{(find_type(name) or OBJECT).display_name}]"
