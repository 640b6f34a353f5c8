"""Values as text, as truth and as other types, by PowerShell's rules.

What is here is what nearly every statement needs; the conversions to types other than text and truth stand in `casts`
and are imported when the first one is asked for.
"""

from __future__ import annotations

import enum
import math
import struct
from collections.abc import Callable
from decimal import Decimal

from msolemu.runtime.errors.records import ErrorRecord, ExceptionValue, PowerShellError
from msolemu.runtime.types import registry
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.values import objects
from msolemu.runtime.values.enumerations import number_of
from msolemu.runtime.values.objects import (
    NOTHING,
    NUMBER_TYPES,
    AutomationNull,
    DictionaryEntry,
    PSCustomObject,
    PSObject,
    Value,
)


def to_text(value: Value, ofs: str = " ") -> str:
    """The value as a string takes it up: culture invariant, the elements of a collection joined by `ofs`."""
    rule = _TEXT_RULES.get(type(value))
    if rule is not None:
        return rule(value)
    if type(value) is PSObject:
        return to_text(value.base, ofs) if value.text is None else value.text
    if isinstance(value, list):
        return ofs.join(map(element_text, value))
    if hasattr(type(value), "enumerate_values"):
        return ofs.join(map(element_text, objects.enumerate_value(value)))
    if isinstance(value, enum.Enum):
        from msolemu.runtime.values.enumerations import text_of

        return text_of(value)
    kind = registry.type_of(value)
    has_own_text = any("__str__" in vars(cls) for cls in type(value).__mro__[:-1])
    return str(value) if has_own_text else kind.full_name


def separator_for(value: Value) -> str:
    """`$OFS` of the running session for a collection; a blank where it is not set or null, and for other values."""
    if not isinstance(objects.unwrap(value), list):
        return " "
    from msolemu.runtime.state.current import find_session
    from msolemu.runtime.state.scopes import UNSET

    running = find_session()
    found = None if running is None or running.frame is None else running.frame.scope.find("ofs")
    return " " if found is None or found is UNSET else to_text(found)


def double_text(number: float) -> str:
    """A Double or Single in its shortest form that reads back the same, as its own `ToString()` gives it."""
    if math.isnan(number):
        return "NaN"
    if math.isinf(number):
        return "∞" if number > 0 else "-∞"
    if number == 0:
        return "-0" if math.copysign(1, number) < 0 else "0"
    digits, exponent = shortest(number)
    scale = len(digits) + exponent
    sign = "-" if number < 0 else ""
    if not -4 < scale <= max(len(digits), 7 if isinstance(number, objects.Single) else 15):
        fraction = "." + digits[1:] if len(digits) > 1 else ""
        return f"{sign}{digits[0]}{fraction}E{scale - 1:+03d}"
    if exponent >= 0:
        return sign + digits + "0" * exponent
    padded = digits.rjust(1 - exponent, "0")
    return f"{sign}{padded[:exponent]}.{padded[exponent:]}"


def general_text(number: float) -> str:
    """A Double or Single as a string takes it up: 15 or 7 significant digits, as PowerShell writes it (`G15`, `G7`)."""
    if not math.isfinite(number) or number == 0:
        return double_text(number)
    return f"{float(number):.{7 if isinstance(number, objects.Single) else 15}g}".replace("e", "E")


def shortest(number: float) -> tuple[str, int]:
    """The significant digits that identify the number, and the power of ten of the last one."""
    text = repr(float(number))
    if isinstance(number, objects.Single):
        text = next(f"{number:.{places}e}" for places in range(17) if _as_single(f"{number:.{places}e}") == number)
    _, digits, exponent = Decimal(text).normalize().as_tuple()
    return "".join(map(str, digits)), int(exponent)


def _as_single(text: str) -> float:
    return float(struct.unpack("f", struct.pack("f", float(text)))[0])


def says_itself_by(type_name: str, property_name: str) -> None:
    """Declare that the text of an object of properties with this type name is one of its properties."""
    _NAMING_PROPERTIES[type_name] = property_name.lower()


_NAMING_PROPERTIES: dict[str, str] = {}


def naming_text(value: PSCustomObject) -> str | None:
    """The property that an object of its type says itself by, or None."""
    for type_name in value.type_names:
        named = value.properties.get(_NAMING_PROPERTIES.get(type_name, ""))
        if named is not None:
            return element_text(named[1])
    return None


def custom_object_text(value: PSCustomObject) -> str:
    """An object of properties as `@{Name=value; ...}`; nothing for one without; what its own ToString gives."""
    if not value.properties:
        return ""
    if (name := naming_text(value)) is not None:
        return name
    pairs = list(value.properties.values())
    if any(isinstance(held, objects.Member) for _, held in pairs):
        from msolemu.runtime.values.extended import own_text, shown_pairs

        own = own_text(value)
        if own is not None:
            return own
        pairs = shown_pairs(value)
    return "@{" + "; ".join(f"{name}={element_text(held)}" for name, held in pairs) + "}"


def element_text(value: Value) -> str:
    """What stands for an element or a property: a collection gives its type's name, an object of properties nothing."""
    plain = value.base if type(value) is PSObject else value
    if isinstance(plain, PSCustomObject):
        return naming_text(plain) or ""
    return registry.type_of(plain).text if isinstance(plain, list) else to_text(value)


def type_text(kind: NetType) -> str:
    """A type as a script would write it: `int`, `string[]`, `System.Collections.Generic.List[int]`."""
    if kind.element is not None and kind.full_name.endswith("]"):
        return f"{type_text(kind.element)}[{',' * (kind.rank - 1)}]"
    if kind.definition is not None:
        plain = kind.definition.full_name.partition("`")[0]
        return f"{plain}[{','.join(map(type_text, kind.arguments))}]"
    return kind.accelerators[0] if kind.accelerators else kind.full_name


_TEXT_RULES: dict[type, Callable[[Value], str]] = {
    str: lambda value: value,
    objects.Char: str.__str__,
    type(None): lambda value: "",
    AutomationNull: lambda value: "",
    bool: lambda value: "True" if value else "False",
    int: int.__repr__,
    **dict.fromkeys((*objects.INTEGER_RANGES, objects.BigInteger), int.__repr__),
    float: general_text,
    objects.Single: general_text,
    Decimal: lambda value: format(value, "f"),
    PSCustomObject: custom_object_text,
    DictionaryEntry: lambda value: "System.Collections.DictionaryEntry",
    ErrorRecord: lambda value: value.text,
    ExceptionValue: lambda value: f"{value.type_name}: {value.message}",
    NetType: type_text,
}


def to_bool(value: Value) -> bool:
    """Whether a condition takes the value as true."""
    if type(value) is bool:
        return value
    if value is None or value is NOTHING:
        return False
    if type(value) is PSObject:
        return to_bool(value.base)
    if type(value) is objects.Char:
        return value != "\0"
    if isinstance(value, list):
        only = value[0] if len(value) == 1 else None
        return len(value) > 1 or (bool(only) if isinstance(only, list) else to_bool(only))
    if isinstance(value, str) or type(value) in NUMBER_TYPES or type(value) is objects.SwitchParameter:
        return bool(value)
    if isinstance(value, enum.Enum):
        return bool(number_of(value))
    return not isinstance(value, objects.StandsForNull)


def net_text(value: Value) -> str:
    """The value's own `ToString()` under the session's culture, en-US; a collection gives the name of its type."""
    cls = type(value)
    if cls in (float, objects.Single):
        return double_text(value)
    if isinstance(value, list):
        return registry.type_of(value).text
    return culture_text(value)


def culture_text(value: Value) -> str:
    """The value as a cmdlet or the screen takes it: as in a string, but under the session's culture, en-US."""
    rule = _TEXT_RULES.get(type(value))
    if rule is not None:
        return rule(value)
    if isinstance(value, list):
        return " ".join(map(culture_text, value))
    if isinstance(value, enum.Enum):
        return to_text(value)
    if type(value) is PSObject and "tostring" not in value.members:
        return culture_text(value.base) if value.text is None else value.text
    if type(value) is not PSObject and registry.type_of(value).method("tostring") is registry.OBJECT.method("tostring"):
        return to_text(value)
    from msolemu.runtime.values.members import invoke_method

    return str(invoke_method(value, "ToString", []))


Converter = Callable[[Value], Value]
_CONVERTERS: dict[NetType, Converter] = {}
_KEPT: frozenset[type] = frozenset({str, int, bool, float, objects.Int64, objects.Char, Decimal, objects.Hashtable})


def convert(value: Value, kind: NetType) -> Value:
    """The value as one of that type; raises StatementError with PowerShell's own id and message."""
    if type(value) is kind.python and type(value) in _KEPT:
        return value
    converter = _CONVERTERS.get(kind)
    if converter is None:
        converter = _converter(kind)
    return converter(value)


def _converter(kind: NetType) -> Converter:
    from msolemu.runtime.casting.casts import converter_to

    found = _CONVERTERS[kind] = converter_to(kind)
    return found


def try_convert(value: Value, kind: NetType | None) -> tuple[bool, Value]:
    """Whether the value can be had as that type, and then the converted value."""
    if kind is None:
        return False, None
    try:
        return True, convert(value, kind)
    except PowerShellError:
        return False, None
