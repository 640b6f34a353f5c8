"""System.IConvertible: `(5).ToDouble($null)`, which every number, text, date, truth value and enumeration has."""

from __future__ import annotations

from collections.abc import Callable

from msolemu.runtime.types.net_type import Method, NetType, Overload
from msolemu.runtime.types.signature import Parameter, Signature
from msolemu.runtime.values.objects import Value

PROVIDER = Parameter("provider", "System.IFormatProvider")
TARGETS = {
    "Boolean": "bool",
    "Char": "char",
    "SByte": "sbyte",
    "Byte": "byte",
    "Int16": "short",
    "UInt16": "ushort",
    "Int32": "int",
    "UInt32": "uint",
    "Int64": "long",
    "UInt64": "ulong",
    "Single": "float",
    "Double": "double",
    "Decimal": "decimal",
    "DateTime": "datetime",
}


def _convert(name: str, *given: Value) -> Value:
    from msolemu.runtime.types.registry import known_type
    from msolemu.runtime.values.members import invoke_static

    return invoke_static(known_type("System.Convert"), name, given)


def _method(name: str, returns: str, parameters: tuple[Parameter, ...], call: Callable[..., Value]) -> Method:
    listed = ", ".join(f"{parameter.type_name} {parameter.name}" for parameter in parameters)
    text = f"{returns} IConvertible.{name}({listed})"
    return Method(name, [Overload(Signature(name, returns, parameters, text=text), call, checked=False)])


def _to(name: str) -> Callable[[Value, Value], Value]:
    return lambda value, provider: _convert(name, value)


_METHODS = {
    f"to{name.lower()}": _method(f"To{name}", returns, (PROVIDER,), _to(f"To{name}"))
    for name, returns in TARGETS.items()
}
_METHODS["totype"] = _method(
    "ToType",
    "System.Object",
    (Parameter("conversionType", "type"), PROVIDER),
    lambda value, kind, provider: _convert("ChangeType", value, kind),
)


def implement_conversions(kind: NetType) -> None:
    """Give a type the conversions of the interface."""
    kind.own.methods.update(_METHODS)
