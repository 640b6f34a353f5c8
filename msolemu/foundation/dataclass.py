"""Dataclasses that are quick to define: each method is written when it is first asked for.

The standard library's decorator writes up to six methods of each class as source text and compiles them at once, and
importing it imports half a compiler: together that would be a third of a start-up, most of it for classes of which
nothing is made or compared. Here the decorator only collects the fields. Type checkers take all of this for the
standard library's; they see to it that nothing changes what is frozen, and the lint that no default can be changed.
"""

from __future__ import annotations

import functools
import reprlib
from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = [
    "MISSING",
    "Field",
    "Method",
    "WrittenMethod",
    "asdict",
    "dataclass",
    "field",
    "fields",
    "initializer",
    "is_dataclass",
    "is_frozen",
    "replace",
]

Method = Callable[..., Any]


class WrittenMethod:
    """A method of a class that is written when somebody first asks for it, and then stands in its place."""

    __slots__ = ("_name", "_owner", "_write")

    def __init__(self, write: Callable[[Any], Method]) -> None:
        self._write = write

    def __set_name__(self, owner: type, name: str) -> None:
        self._owner, self._name = owner, name

    def __get__(self, one: object, kind: type | None = None) -> Any:
        method: Any = self._write(self._owner)
        setattr(self._owner, self._name, method)
        return method.__get__(one, kind)


class _Missing:
    """Stands where a field has no default."""


class _Field:
    """What a class declares of one of its fields."""

    __slots__ = ("compare", "default", "default_factory", "init", "kw_only", "name", "repr", "type")
    name: str
    type: str

    def __init__(
        self,
        *,
        default: Any = _Missing,
        default_factory: Any = _Missing,
        init: bool = True,
        repr: bool = True,  # noqa: A002  the standard library's name
        compare: bool = True,
        kw_only: bool = False,
    ) -> None:
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.compare, self.kw_only = init, repr, compare, kw_only


def _fields(known: Any) -> tuple[_Field, ...]:
    """The fields of a class or object, in order."""
    return tuple(known.__fields__.values())


def _is_dataclass(known: object) -> bool:
    """Whether a class or object has fields."""
    return hasattr(known, "__fields__")


def _replace(one: Any, /, **changes: Any) -> Any:
    """An object like this one but for some fields."""
    kept = {each.name: getattr(one, each.name) for each in _fields(one) if each.init and each.name not in changes}
    return type(one)(**kept, **changes)


def _asdict(one: Any) -> dict[str, Any]:
    """The values of the fields by their names."""
    return {each.name: getattr(one, each.name) for each in _fields(one)}


def _decorated(
    cls: Any = None, /, *, frozen: bool = False, eq: bool = True, slots: bool = False, kw_only: bool = False
) -> Any:
    """The class with its fields collected, and with methods for what it does not define itself."""
    if cls is None:
        return functools.partial(_decorated, frozen=frozen, eq=eq, slots=slots, kw_only=kw_only)
    inherited: dict[str, _Field] = {}
    for base in reversed(cls.__mro__[1:]):
        inherited |= vars(base).get("__fields__", {})
    declared = _declared(cls, kw_only=kw_only)
    every = inherited | declared
    added = {
        "__fields__": every,
        "__frozen__": frozen,
        "__match_args__": tuple(each.name for each in every.values() if each.init and not each.kw_only),
        **_methods(cls, eq=eq, frozen=frozen),
    }
    if not slots:
        return _completed(cls, declared, added)
    added["__slots__"] = tuple(name for name in declared if name not in inherited)
    added["__qualname__"] = cls.__qualname__
    kept = {name: value for name, value in vars(cls).items() if name not in declared and name not in OF_UNSLOTTED}
    return type(cls)(cls.__name__, cls.__bases__, kept | added)


OF_UNSLOTTED = frozenset({"__dict__", "__weakref__"})
"""What a class has in its namespace that gives its objects a dictionary."""


def _declared(cls: type, *, kw_only: bool) -> dict[str, _Field]:
    """The fields that a class itself declares."""
    found = {}
    for name, kind in cls.__annotations__.items():
        if "ClassVar" not in kind:
            default = vars(cls).get(name, _Missing)
            found[name] = each = default if isinstance(default, _Field) else _Field(default=default)
            each.name, each.type, each.kw_only = name, kind, each.kw_only or kw_only
    return found


def _methods(cls: type, *, eq: bool, frozen: bool) -> dict[str, WrittenMethod | None]:
    """What a class gets that does not define it itself; one whose objects change has no hash."""
    own = vars(cls)
    made: dict[str, WrittenMethod | None] = {
        "__init__": WrittenMethod(_initializer),
        "__repr__": WrittenMethod(_representation),
    }
    if eq and "__eq__" not in own:
        made["__eq__"] = WrittenMethod(_equality)
        made["__hash__"] = WrittenMethod(_hash) if frozen else None
    return {name: method for name, method in made.items() if name not in own}


def _completed(cls: type, declared: dict[str, _Field], added: dict[str, Any]) -> type:
    """The class itself with what is added, its defaults in the place of what declares them."""
    for name, each in declared.items():
        if vars(cls).get(name) is each:
            if each.default is _Missing:
                delattr(cls, name)
            else:
                setattr(cls, name, each.default)
    for name, value in added.items():
        setattr(cls, name, value)
        if isinstance(value, WrittenMethod):
            value.__set_name__(cls, name)
    return cls


def is_frozen(cls: type) -> bool:
    """Whether the objects of a dataclass never change."""
    return bool(getattr(cls, "__frozen__", False))


def initializer(parameters: Iterable[str], body: Iterable[str], scope: dict[str, Any]) -> Method:
    """A function `__init__` of these parameters and statements, which name what stands in the scope."""
    statements = "\n ".join(body) or "pass"
    exec(f"def __init__({', '.join(['self', *parameters])}):\n {statements}", scope)
    written: Method = scope["__init__"]
    return written


def _initializer(cls: Any) -> Method:
    """Takes the fields in order, those that go by name alone last; each is its argument, its default, or made anew."""
    scope: dict[str, Any] = {"MISSING": _Missing}
    in_order: list[str] = []
    by_name: list[str] = []
    body = []
    for field in _fields(cls):
        name, default = field.name, f"{field.name}_default"
        parameter = value = name
        if field.default_factory is not _Missing:
            scope[default] = field.default_factory
            parameter = f"{name}=MISSING"
            value = f"{default}() if {name} is MISSING else {name}" if field.init else f"{default}()"
        elif field.default is not _Missing:
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
    names = [field.name for field in _fields(cls) if field.compare]
    return attrgetter(*names) if names else lambda one: ()


def _equality(cls: Any) -> Method:
    values = _values(cls)
    return lambda self, other: values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented


def _hash(cls: Any) -> Method:
    values = _values(cls)
    return lambda self: hash(values(self))


def _representation(cls: Any) -> Method:
    names = [field.name for field in _fields(cls) if field.repr]

    @reprlib.recursive_repr()
    def representation(self: object) -> str:
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    return representation


if TYPE_CHECKING:
    from dataclasses import MISSING, Field, asdict, dataclass, field, fields, is_dataclass, replace
else:
    MISSING, Field, field, dataclass = _Missing, _Field, _Field, _decorated
    asdict, fields, is_dataclass, replace = _asdict, _fields, _is_dataclass, _replace
