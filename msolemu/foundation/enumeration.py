"""Enumerations that are quick to define, for closed lists that no script sees.

The standard library spends some microseconds on each member, and the grammar alone has hundreds; it looks names and
values up through two calls, and the parser asks for them all the time. Here a member is an object with a name and a
value, one of a kind, hashed as what it is. Type checkers take this for the standard library's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

__all__ = ["Enum"]


class _EnumType(type):
    """Makes a member of everything that a class declares, but for methods and what begins with an underscore."""

    __members__: dict[str, Any]

    def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> _EnumType:
        """The class with its members."""
        values = {
            key: value for key, value in namespace.items() if not (key.startswith("_") or hasattr(value, "__get__"))
        }
        kept = {key: value for key, value in namespace.items() if key not in values}
        made = super().__new__(mcs, name, bases, {"__slots__": (), **kept, "__members__": {}})
        for key, value in values.items():
            member: Any = object.__new__(made)  # type: ignore[arg-type]  # it takes no metaclass's object for a class
            member.name, member.value = key, value
            made.__members__[key] = member
            setattr(made, key, member)
        return made

    def __call__(cls, value: Any) -> Any:
        """The member with that value."""
        for member in cls:
            if member.value == value:
                return member
        raise ValueError(f"{value!r} is no {cls.__name__}")

    def __getitem__(cls, name: str) -> Any:
        return cls.__members__[name]

    def __iter__(cls) -> Iterator[Any]:
        return iter(cls.__members__.values())

    def __len__(cls) -> int:
        return len(cls.__members__)


class _Enum(metaclass=_EnumType):
    __slots__ = ("name", "value")
    name: str
    value: Any

    def __repr__(self) -> str:
        return f"<{type(self).__name__}.{self.name}: {self.value!r}>"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.value,)


if TYPE_CHECKING:
    from enum import Enum
else:
    Enum = _Enum
