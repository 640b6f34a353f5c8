"""Conversions to enumerations: by number, by name, by the beginning of a name, by several names."""

from __future__ import annotations

import enum

from msolemu.runtime.casting.cast_errors import cast_error, failed
from msolemu.runtime.casting.conversion import net_text, to_text
from msolemu.runtime.errors.records import StatementError
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.values import enumerations
from msolemu.runtime.values.enumerations import enumeration_of, is_defined, numbers, value_of
from msolemu.runtime.values.objects import Value

NO_NAME = "SubstringDisambiguationEnumParseThrewAnException"


class _NoSuchName(ValueError):
    """A name that is no member's, or begins several."""


def undefined(error_id: str, value: Value, kind: NetType) -> StatementError:
    """The number has no name; for null there is none either."""
    source = "null" if value is None else f'value "{net_text(value)}"'
    names = ",".join(numbers(enumeration_of(kind)))
    return cast_error(
        error_id,
        f'Cannot convert {source} to type "{kind.full_name}" due to enumeration values that are not valid. Specify one '
        f'of the following enumeration values and try again. The possible enumeration values are "{names}".',
    )


def from_number(value: Value, number: int, kind: NetType) -> enum.Enum:
    """The member with that number, or set of flags; raises UndefinedIntegerToEnum."""
    cls = enumeration_of(kind)
    if not is_defined(cls, number):
        raise undefined("UndefinedIntegerToEnum", value, kind)
    return value_of(cls, number)


def from_text(value: Value, text: str, kind: NetType) -> enum.Enum:
    """The member of that name: whole or its beginning, several with commas, or a number; case does not matter."""
    cls = enumeration_of(kind)
    number = _number(text)
    if number is None:
        try:
            number = _named(text, cls)
        except _NoSuchName as error:
            raise failed(NO_NAME, value, kind, str(error), "System.ArgumentException") from None
    if not is_defined(cls, number):
        raise undefined("EnumParseUndefined", value, kind)
    return value_of(cls, number)


def from_elements(value: list[Value], kind: NetType) -> enum.Enum:
    """Several values are taken together, as names with commas between them."""
    if any(element is None for element in value):
        raise undefined("nullToEnumInvalidCast", None, kind)
    text = ",".join(map(to_text, value))
    return from_text(text, text, kind)


def _number(text: str) -> int | None:
    try:
        return int(text) if text.strip()[:1] in "+-0123456789" and "_" not in text else None
    except ValueError:
        return None


def _named(text: str, cls: type[enum.Enum]) -> int:
    known = {name.lower(): number for name, number in numbers(cls).items()}
    exact = _together([known.get(part.strip().lower(), _number(part)) for part in text.split(",")])
    if exact is not None:
        return exact
    if "," in text and enumerations.has_flags(cls):
        return _together([known[_disambiguated(part.strip(), cls)] for part in text.split(",")]) or 0
    return known[_disambiguated(text, cls)]


def _together(parts: list[int | None]) -> int | None:
    total = 0
    for part in parts:
        if part is None:
            return None
        total |= part
    return total


def _disambiguated(text: str, cls: type[enum.Enum]) -> str:
    """The lower-case name that the text begins, when it is the only one."""
    names = list(numbers(cls))
    found = [name for name in names if name.lower().startswith(text.lower())]
    if len(found) == 1:
        return found[0].lower()
    exact = [name for name in found if name.lower() == text.lower()]
    if exact:
        return exact[0].lower()
    if found:
        raise _NoSuchName(
            f"The identifier name {text} cannot be processed because it is either too similar or identical to the "
            f"following enumerator names: {', '.join(found)}. Use a more specific identifier name."
        )
    raise _NoSuchName(
        f"Unable to match the identifier name {text} to a valid enumerator name. Specify one of the following "
        f"enumerator names and try again:\n{', '.join(names)}"
    )
