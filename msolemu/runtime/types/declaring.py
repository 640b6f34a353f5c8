"""How the files of members declare: a function under the signatures that it carries out.

    @method(STRING, "string Substring(int startIndex)", "string Substring(int startIndex, int length)")
    def substring(text: str, start: int, length: int | None = None) -> str: ...

A method's function takes the object first, a static one's and a constructor's only the arguments; `generic` ones take
the type that they are called on before them. An argument that a signature marks `[ref]` is a `Reference`.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any, TypeVar

from msolemu.runtime.errors.records import ErrorCategory, runtime_error
from msolemu.runtime.types.net_type import NetType, Overload, Property
from msolemu.runtime.types.signature import parse

F = TypeVar("F", bound=Callable[..., Any])


def method(kind: NetType, *signatures: str, checked: bool = True) -> Callable[[F], F]:
    """Declare a method; with `checked` off its errors reach the script as they are."""

    def declare(call: F) -> F:
        for signature in signatures:
            kind.add_method(parse(signature), call, checked=checked)
        return call

    return declare


def static(kind: NetType, *signatures: str) -> Callable[[F], F]:
    """Declare a static method."""

    def declare(call: F) -> F:
        for signature in signatures:
            kind.add_static(parse(signature), call)
        return call

    return declare


def constructor(kind: NetType, *signatures: str, generic: bool = False) -> Callable[[F], F]:
    """Declare constructors; `generic` ones take the closed type before the arguments."""

    def declare(call: F) -> F:
        for signature in signatures:
            overload = Overload(parse(signature), call)
            overload.takes_type = generic
            kind.own.constructors.append(overload)
        return call

    return declare


def properties(kind: NetType, **readers: Callable[[Any], Any]) -> None:
    """Declare properties that are only read."""
    for name, read in readers.items():
        kind.own.properties[name.lower()] = Property(name, read)


def typed_property(
    kind: NetType,
    type_name: str,
    name: str,
    read: Callable[[Any], Any],
    write: Callable[[Any, Any], None] | None = None,
) -> None:
    """Declare a property with its type, and how it is written."""
    kind.own.properties[name.lower()] = Property(name, read, write, type_name)


def static_properties(kind: NetType, **readers: Callable[[], Any]) -> None:
    """Declare static properties."""
    for name, read in readers.items():
        kind.own.statics[name.lower()] = Property(name, _asked(read))


def constants(kind: NetType, **values: Any) -> None:
    """Declare static properties that never change."""
    for name, value in values.items():
        kind.own.statics[name.lower()] = Property(name, _always(value))


def refused(kind: NetType, reason: str, *names: str) -> None:
    """Declare members of .NET that cannot mean anything here; whoever calls or reads one learns the reason.

    A name with `::` before it is static, one with `()` behind it a method.
    """
    for written in names:
        plain = written.removeprefix("::")
        refuse = _refusing(f"The member {plain} of [{kind.full_name}] is not emulated: msolemu {reason}.")
        name = plain.removesuffix("()")
        if name != plain:
            signature = parse(f"System.Object {name}(Params System.Object[] arguments)")
            (kind.add_method if written == plain else kind.add_static)(signature, refuse)
        else:
            table = kind.own.properties if written == plain else kind.own.statics
            table[name.lower()] = Property(name, refuse, refuse)


def _refusing(message: str) -> Callable[..., Any]:
    def refuse(*given: Any) -> Any:
        raise runtime_error("MemberNotEmulated", message, ErrorCategory.NOT_IMPLEMENTED)

    return refuse


def _asked(read: Callable[[], Any]) -> Callable[[Any], Any]:
    return lambda owner: read()


def _always(value: Any) -> Callable[[Any], Any]:
    return lambda owner: value


def reader(name: str) -> Callable[[Any], Any]:
    """Reads an attribute of the Python object."""
    return operator.attrgetter(name)


def writer(name: str) -> Callable[[Any, Any], None]:
    """Sets an attribute of the Python object."""

    def write(target: Any, value: Any) -> None:
        setattr(target, name, value)

    return write
