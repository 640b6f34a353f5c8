"""Conversions to other types of the framework and of scripts: by text, by a constructor, by a dictionary's pairs."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator
from decimal import Decimal

from msolemu.runtime.casting.cast_errors import (
    CAST,
    cast_error,
    failed,
    no_conversion,
    no_conversion_text,
    not_convertible,
    null_refused,
)
from msolemu.runtime.casting.conversion import Converter, to_text
from msolemu.runtime.errors.records import ExceptionValue, PowerShellError, StatementError
from msolemu.runtime.numeric.numbers import INTEGERS
from msolemu.runtime.text.culture import INVARIANT
from msolemu.runtime.types import registry
from msolemu.runtime.types.net_type import Method, NetType, Overload
from msolemu.runtime.values import objects
from msolemu.runtime.values.objects import Char, Hashtable, PSCustomObject, SwitchParameter, Value, unwrap
from msolemu.runtime.values.overloads import CALLED

CONSTRUCTOR = "InvalidCastConstructorException"
PARSE = "InvalidCastParseTargetInvocation"
PARSE_WITH_PROVIDER = "InvalidCastParseTargetInvocationWithFormatProvider"
CONVERTIBLE = (bool, Char)
SEQUENCES = tuple(
    f"System.Collections.{name}"
    for name in ("Generic.IEnumerable", "Generic.ICollection", "Generic.IList", "ICollection")
)
REALS = (float, objects.Single, Decimal)


def object_converter(kind: NetType) -> Converter:
    """The conversion to a type without a rule of the language's own."""

    def to_object(value: Value) -> Value:
        plain = unwrap(value)
        if plain is None:
            return _from_null(kind)
        source = registry.type_of(plain)
        if source.is_a(kind):
            return value if type(value) is objects.PSObject else plain
        return _convert(value, plain, source, kind)

    return to_object


def _from_null(kind: NetType) -> Value:
    if kind.full_name == SWITCH:
        return SwitchParameter(False)
    if kind.is_value:
        raise null_refused(kind)
    return None


def _convert(value: Value, plain: Value, source: NetType, kind: NetType) -> Value:
    own = _OWN.get(kind.full_name)
    if own is not None:
        return own(value, plain, kind)
    if kind.is_delegate and source.full_name in CALLED:
        return plain
    if type(plain) is str:
        return _from_text(value, plain, kind)
    if objects.is_enumerable(plain) and _takes_elements(kind):
        return _of_elements(value, plain, kind)
    operator = _operator_for(source, kind)
    if operator is not None:
        return operator.call(plain)
    constructor = _constructor_for(plain, source, kind)
    if constructor is not None:
        return _constructed(value, constructor, plain, kind)
    if isinstance(plain, Hashtable | PSCustomObject):
        return _from_dictionary(value, plain, kind)
    return _by_text_or_not(value, plain, source, kind)


def _operator_for(source: NetType, kind: NetType) -> Overload | None:
    """The conversion to the other type that the value's own type declares."""
    found = source.static("op_implicit")
    overloads = found.overloads if isinstance(found, Method) else ()
    return next((one for one in overloads if registry.find_type(one.signature.returns) is kind), None)


def _by_text_or_not(value: Value, plain: Value, source: NetType, kind: NetType) -> Value:
    """A number goes by its text where text would do; other convertible types are refused by `System.Convert`."""
    if type(plain) in INTEGERS or type(plain) in REALS:
        if reads_text(kind):
            return _from_text(value, to_text(plain), kind)
        raise no_conversion(value, kind)
    if type(plain) is bool and kind.full_name == "System.DateTime":
        raise not_convertible(value, kind, "Boolean", "DateTime")
    if type(plain) in CONVERTIBLE or isinstance(plain, enum.Enum) or source.full_name == "System.DateTime":
        raise not_convertible(value, kind, source.full_name, kind.full_name)
    raise no_conversion(value, kind)


def reads_text(kind: NetType) -> bool:
    """Whether text converts to the type."""
    return kind.full_name in _FROM_TEXT or _parse_method(kind) is not None or _text_constructor(kind) is not None


def _from_text(value: Value, text: str, kind: NetType) -> Value:
    special = _FROM_TEXT.get(kind.full_name)
    if special is not None:
        return special(value, text, kind)
    parse = _parse_method(kind)
    if parse is not None:
        if _takes_provider(kind):
            return _called(value, kind, PARSE_WITH_PROVIDER, lambda: parse.call(text, INVARIANT))
        return _called(value, kind, PARSE, lambda: parse.call(text))
    constructor = _text_constructor(kind)
    if constructor is not None:
        return _constructed(value, constructor, text, kind)
    raise no_conversion(value, kind)


def _called(value: Value, kind: NetType, error_id: str, make: Callable[[], Value]) -> Value:
    try:
        return make()
    except PowerShellError as error:
        cause = error.record.exception.innermost()
        raise failed(error_id, value, kind, cause.message, cause.type_name) from None


def _constructed(value: Value, constructor: Overload, argument: Value, kind: NetType) -> Value:
    parameter = constructor.types(kind)[0]
    from msolemu.runtime.casting.conversion import convert

    return _called(value, kind, CONSTRUCTOR, lambda: constructor.make(kind, convert(argument, parameter)))


def _methods(kind: NetType, name: str) -> Iterator[Overload]:
    found = kind.static(name)
    if isinstance(found, Method):
        yield from found.overloads


def _parse_method(kind: NetType) -> Overload | None:
    for overload in _methods(kind, "parse"):
        types = overload.types(kind)
        if types and types[0] is registry.STRING and overload.signature.required == 1:
            return overload
    return None


def _takes_provider(kind: NetType) -> bool:
    return any(
        len(types) == 2 and types[0] is registry.STRING and types[1].full_name == "System.IFormatProvider"
        for types in (overload.types(kind) for overload in _methods(kind, "parse"))
    )


def _single_constructors(kind: NetType) -> Iterator[tuple[Overload, NetType]]:
    for overload in kind.constructors:
        types = overload.types(kind)
        if types and overload.signature.required <= 1:
            yield overload, types[0]


def _text_constructor(kind: NetType) -> Overload | None:
    return next((made for made, first in _single_constructors(kind) if first is registry.STRING), None)


def _constructor_for(plain: Value, source: NetType, kind: NetType) -> Overload | None:
    """A constructor that takes the value as it is, or a whole number of a wider type; no number is a capacity."""
    if type(plain) in INTEGERS and "System.Collections.ICollection" in kind.all_interfaces():
        return None
    found = list(_single_constructors(kind))
    for made, first in found:
        if first is not registry.OBJECT and source.is_a(first):
            return made
    if type(plain) is Char or type(plain) in INTEGERS or isinstance(plain, enum.Enum):
        return next((made for made, first in found if first.python in (int, objects.Int64)), None)
    return None


def _takes_elements(kind: NetType) -> bool:
    """Whether a constructor takes any sequence of elements."""
    return any(
        made.signature.parameters and made.signature.parameters[0].type_name.startswith(SEQUENCES)
        for made, _ in _single_constructors(kind)
    )


def _of_elements(value: Value, plain: Value, kind: NetType) -> Value:
    """A collection with the elements of another, each converted to its element type."""
    from msolemu.runtime.casting.conversion import convert
    from msolemu.runtime.values.members import construct

    elements = list(objects.enumerate_value(plain))
    if kind.arguments:
        elements = objects.TypedArray([convert(one, kind.arguments[0]) for one in elements], kind.arguments[0])
    return _called(value, kind, CONSTRUCTOR, lambda: construct(kind, [elements]))


def _from_dictionary(value: Value, plain: Value, kind: NetType) -> Value:
    from msolemu.runtime.values.members import construct

    if kind.python in (Decimal, objects.BigInteger):
        zero = kind.python(0)
        return from_properties(value, kind, lambda: zero)
    if kind.is_value and not any(not made.signature.required for made in kind.constructors):
        return from_properties(value, kind, lambda: default_of(kind))
    if not any(not made.signature.required for made in kind.constructors) and kind.script_class is None:
        raise no_conversion(value, kind)
    return from_properties(value, kind, lambda: construct(kind, []))


def default_of(kind: NetType) -> Value:
    """The value of a structure whose fields are all zero."""
    make = getattr(kind.python, "default", None)
    if kind.full_name == "System.Guid":
        import uuid

        return uuid.UUID(int=0)
    return make() if make is not None else None


def from_properties(value: Value, kind: NetType, make: Callable[[], Value]) -> Value:
    """A new object with the properties that a dictionary, or an object, gives it; an object's errors tell less."""
    plain = unwrap(value)
    made = _called(value, kind, CONSTRUCTOR, make)
    if isinstance(plain, Hashtable):
        for key, given in plain.items():
            _put(made, to_text(key), given, kind)
        return made
    try:
        for name, given in plain.properties.values():
            _put(made, name, given, kind)
    except StatementError:
        raise failed(CONSTRUCTOR, value, kind, no_conversion_text(value, kind.text), CAST) from None
    return made


def _put(made: Value, name: str, given: Value, kind: NetType) -> None:
    from msolemu.runtime.values.members import find_property, set_property

    view = None if kind.is_enum else find_property(made, name)
    if view is None:
        raise object_creation_error(
            kind, f"The property '{name}' was not found for the '{kind.text}' object. " + _settable(made, kind)
        )
    try:
        set_property(made, name, given)
    except StatementError as error:
        raise object_creation_error(kind, error.record.exception.message) from None


def object_creation_error(kind: NetType, reason: str) -> StatementError:
    """An object could not be made of a dictionary."""
    message = f'Cannot create object of type "{kind.text}". {reason}'
    return cast_error("ObjectCreationError", message, ExceptionValue("System.InvalidOperationException", reason))


def _settable(made: Value, kind: NetType) -> str:
    if kind.is_enum:
        return "The settable properties are: [value__ <System.Int32>]."
    listed = [
        f"[{declared.name} <{declared.type_name}>]" for declared in kind.all_properties() if declared.write is not None
    ]
    return (
        f"The settable properties are: {', '.join(listed)}." if listed else "There is no settable property available."
    )


SWITCH = "System.Management.Automation.SwitchParameter"


def _to_switch(value: Value, plain: Value, kind: NetType) -> Value:
    if type(plain) is bool:
        return SwitchParameter(plain)
    if isinstance(plain, Hashtable):
        return from_properties(value, kind, lambda: SwitchParameter(False))
    if type(plain) is str:
        raise no_conversion(value, kind)
    return _by_text_or_not(value, plain, registry.type_of(plain), kind)


def _to_guid(value: Value, text: str, kind: NetType) -> Value:
    import uuid

    stripped = text.strip()
    inner = stripped[1:-1] if stripped[:1] + stripped[-1:] in ("{}", "()") else stripped
    digits = inner.replace("-", "")
    grouped = [len(part) for part in inner.split("-")] in ([8, 4, 4, 4, 12], [32])
    if grouped and len(digits) == 32 and all(digit in "0123456789abcdefABCDEF" for digit in digits):
        return uuid.UUID(digits)
    raise failed(PARSE_WITH_PROVIDER, value, kind, "Unrecognized Guid format.", "System.FormatException")


def _to_uri(value: Value, text: str, kind: NetType) -> Value:
    """An address, absolute or relative."""
    from msolemu.runtime.types.uri import made

    return _called(value, kind, "TypeConversionException", lambda: made(text, "RelativeOrAbsolute"))


def _to_type(value: Value, text: str, kind: NetType) -> Value:
    from msolemu.runtime.compiling.type_names import lookup
    from msolemu.runtime.state.current import find_session

    running = find_session()
    found = registry.find_type(text) if running is None else lookup(running, text)
    if found is None:
        raise cast_error("InvalidCastFromStringToType", no_conversion_text(value, kind.text))
    return found


def _to_xml(value: Value, plain: Value, kind: NetType) -> Value:
    """A document of the value's text, whatever the value is."""
    from msolemu.runtime.types.xml_text import load
    from msolemu.runtime.values.members import construct

    document = construct(kind, [])
    text = to_text(plain)
    if text:
        _called(value, kind, "InvalidCastToXmlDocument", lambda: load(document, text, as_part=True))
    return document


_FROM_TEXT: dict[str, Callable[[Value, str, NetType], Value]] = {
    "System.Guid": _to_guid,
    "System.Type": _to_type,
    "System.Uri": _to_uri,
}
_OWN: dict[str, Callable[[Value, Value, NetType], Value]] = {
    SWITCH: _to_switch,
    "System.Xml.XmlDocument": _to_xml,
}
