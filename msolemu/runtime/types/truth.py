"""System.Boolean."""

from __future__ import annotations

from msolemu.runtime.errors.net_errors import argument_error, format_error, null_argument
from msolemu.runtime.types.convertible import implement_conversions
from msolemu.runtime.types.declaring import constants, method, static
from msolemu.runtime.types.enumerations import member
from msolemu.runtime.types.registry import BOOLEAN
from msolemu.runtime.values.objects import Value
from msolemu.runtime.values.references import Reference

constants(BOOLEAN, TrueString="True", FalseString="False")
implement_conversions(BOOLEAN)
WORDS = {"true": True, "false": False}


@method(BOOLEAN, "string ToString()", "string ToString(System.IFormatProvider provider)")
def to_string(value: bool, provider: Value = None) -> str:
    """`True` or `False`."""
    return "True" if value else "False"


@method(BOOLEAN, "int CompareTo(System.Object obj)", "int CompareTo(bool value)")
def compare_to(value: bool, other: Value) -> int:
    """False comes before true."""
    if other is None:
        return 1
    if not isinstance(other, bool):
        raise argument_error("Object must be of type Boolean.")
    return value - other


@method(BOOLEAN, "bool Equals(System.Object obj)", "bool Equals(bool obj)")
def equals(value: bool, other: Value) -> bool:
    """Whether the other is the same truth value."""
    return other is value


@method(BOOLEAN, "System.TypeCode GetTypeCode()")
def type_code(value: bool) -> Value:
    """Boolean."""
    return member("System.TypeCode", "Boolean")


@static(BOOLEAN, "bool Parse(string value)")
def parse(text: str | None) -> bool:
    """The truth value of `true` or `false`."""
    if text is None:
        raise null_argument("value")
    found = WORDS.get(text.strip(" \t\r\n\0").lower())
    if found is None:
        raise format_error(f"String '{text}' was not recognized as a valid Boolean.")
    return found


@static(BOOLEAN, "bool TryParse(string value, [ref] bool result)")
def try_parse(text: str | None, result: Reference) -> bool:
    """Whether the text is a truth value, which `result` then holds."""
    found = WORDS.get((text or "").strip().lower())
    result.value = bool(found)
    return found is not None
