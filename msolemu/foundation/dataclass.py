"""Dataclasses that are quick to define: each method is written when it is first called.

The standard library's decorator writes up to six methods of each class as source text and compiles them at once, which
would be a third of a start-up, most of it for classes of which nothing is made or compared. Here it only collects the
fields, so that `fields` and `replace` know them. Type checkers take this for the standard library's decorator; it is
they who see to it that nothing changes what is frozen. All but the decorator comes from `dataclasses` itself.
"""

from __future__ import annotations

import dataclasses
import functools
import reprlib
from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["Method", "dataclass", "initializer", "is_frozen", "write_when_called"]

MISSING = dataclasses.MISSING
Method = Callable[..., Any]


def _decorated(
    cls: type | None = None, /, *, frozen: bool = False, eq: bool = True, slots: bool = False, kw_only: bool = False
) -> Any:
    """What `dataclasses.dataclass` makes of a class with these options."""
    if cls is None:
        return functools.partial(_decorated, frozen=frozen, eq=eq, slots=slots, kw_only=kw_only)
    own = set(vars(cls))
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)(cls)
    made.__frozen__ = frozen
    writers = {"__init__": _initializer, "__repr__": _representation}
    if eq and "__eq__" not in own:
        made.__hash__ = None
        writers |= {"__eq__": _equality, "__hash__": _hash} if frozen else {"__eq__": _equality}
    for name, write in writers.items():
        if name not in own:
            write_when_called(made, name, write)
    return made


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _decorated


def is_frozen(cls: type) -> bool:
    """Whether the objects of a dataclass never change."""
    return bool(getattr(cls, "__frozen__", False))


def write_when_called(cls: type, name: str, write: Callable[[Any], Method]) -> None:
    """Give a class a method that is written when it is first called."""

    def first(self: object, *arguments: object, **named: object) -> Any:
        method = write(cls)
        setattr(cls, name, method)
        return method(self, *arguments, **named)

    setattr(cls, name, first)


def initializer(parameters: Iterable[str], body: Iterable[str], scope: dict[str, Any]) -> Method:
    """A function `__init__` of these parameters and statements, which name what stands in the scope."""
    statements = "\n ".join(body) or "pass"
    exec(f"def __init__({', '.join(['self', *parameters])}):\n {statements}", scope)
    written: Method = scope["__init__"]
    return written


def _initializer(cls: Any) -> Method:
    """Takes the fields in order, those that go by name alone last; each is its argument, its default, or made anew."""
    scope: dict[str, Any] = {"MISSING": MISSING}
    in_order: list[str] = []
    by_name: list[str] = []
    body = []
    for field in dataclasses.fields(cls):
        name, default = field.name, f"{field.name}_default"
        parameter = value = name
        if field.default_factory is not MISSING:
            scope[default] = field.default_factory
            parameter = f"{name}=MISSING"
            value = f"{default}() if {name} is MISSING else {name}" if field.init else f"{default}()"
        elif field.default is not MISSING:
            scope[default] = field.default
            parameter = f"{name}={default}"
            value = name if field.init else default
        elif not field.init:
            continue
        body.append(f"self.{name} = {value}")
        if field.init:
            (by_name if field.kw_only else in_order).append(parameter)
    if hasattr(cls, "__post_init__"):
        body.append("self.__post_init__()")
    return initializer([*in_order, *(["*", *by_name] if by_name else [])], body, scope)


def _values(cls: Any) -> Callable[[Any], Any]:
    """Reads the fields that tell objects of a class apart."""
    names = [field.name for field in dataclasses.fields(cls) if field.compare]
    return attrgetter(*names) if names else lambda one: ()


def _equality(cls: Any) -> Method:
    values = _values(cls)
    return lambda self, other: values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented


def _hash(cls: Any) -> Method:
    values = _values(cls)
    return lambda self: hash(values(self))


def _representation(cls: Any) -> Method:
    names = [field.name for field in dataclasses.fields(cls) if field.repr]

    @reprlib.recursive_repr()
    def representation(self: object) -> str:
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    return representation
