"""A .NET type with its members."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from msolemu.runtime.objects import Value


@dataclass(frozen=True, slots=True)
class Property:
    """A property that a type declares."""

    name: str
    read: Callable[[Any], Any]
    write: Callable[[Any, Any], None] | None = None
    type_name: str = "System.Object"


@dataclass(frozen=True, slots=True)
class Overload:
    """One signature of a method: names and types of its parameters; `rest` takes all further arguments as one array."""

    parameters: tuple[tuple[str, NetType], ...]
    call: Callable[..., Any]
    rest: bool = False


@dataclass(frozen=True, slots=True)
class Method:
    """A method with its overloads, in the order in which they are tried."""

    name: str
    overloads: list[Overload]


class NetType:
    """A type as `[name]` and `GetType()` give it."""

    __slots__ = (
        "accelerators",
        "base",
        "constructors",
        "element",
        "full_name",
        "home",
        "interfaces",
        "is_enum",
        "is_value",
        "methods",
        "properties",
        "python",
        "statics",
    )

    def __init__(
        self,
        full_name: str,
        base: NetType | None,
        *,
        accelerators: Sequence[str] = (),
        python: type | None = None,
        home: str = "",
        interfaces: Sequence[str] = (),
        is_value: bool = False,
        is_enum: bool = False,
        element: NetType | None = None,
    ) -> None:
        self.full_name = full_name
        self.base = base
        self.accelerators = tuple(accelerators)
        self.python = python
        self.home = home
        self.interfaces = frozenset(interfaces)
        self.is_value = is_value
        self.is_enum = is_enum
        self.element = element
        self.properties: dict[str, Property] = {}
        self.methods: dict[str, Method] = {}
        self.statics: dict[str, Property | Method] = {}
        self.constructors: list[Overload] = []

    def __repr__(self) -> str:
        return f"[{self.full_name}]"

    @property
    def name(self) -> str:
        """The name without its namespace; an array's and a generic's as .NET spells it."""
        if self.element is not None and self.full_name.endswith("]"):
            return self.element.name + "[]"
        plain = self.full_name.partition("[")[0]
        return plain.rpartition(".")[2].rpartition("+")[2]

    @property
    def display_name(self) -> str:
        """How PowerShell writes the type in messages and in `-Syntax`: its accelerator, else the full name."""
        return self.accelerators[0] if self.accelerators else self.full_name

    def lineage(self) -> list[NetType]:
        """The type and its bases, nearest first."""
        found: list[NetType] = []
        current: NetType | None = self
        while current is not None:
            found.append(current)
            current = current.base
        return found

    def is_a(self, other: NetType) -> bool:
        """Whether a value of this type is one of the other."""
        return other in self.lineage() or any(other.full_name in kind.interfaces for kind in self.lineage())

    def load(self) -> None:
        """Import the file that declares the members."""
        if self.home:
            home, self.home = self.home, ""
            importlib.import_module(home)

    def property(self, name: str) -> Property | None:
        """The property of that lower-case name, inherited ones included."""
        for kind in self.lineage():
            kind.load()
            found = kind.properties.get(name)
            if found is not None:
                return found
        return None

    def method(self, name: str) -> Method | None:
        """The method of that lower-case name, inherited ones included."""
        for kind in self.lineage():
            kind.load()
            found = kind.methods.get(name)
            if found is not None:
                return found
        return None

    def static(self, name: str) -> Property | Method | None:
        """The static member of that lower-case name."""
        for kind in self.lineage():
            kind.load()
            found = kind.statics.get(name)
            if found is not None:
                return found
        return None

    def all_properties(self) -> list[Property]:
        """Every property, the type's own first."""
        found: dict[str, Property] = {}
        for kind in self.lineage():
            kind.load()
            for name, declared in kind.properties.items():
                found.setdefault(name, declared)
        return list(found.values())

    def declare_property(
        self,
        name: str,
        read: Callable[[Any], Value],
        type_name: str = "System.Object",
        write: Callable[[Any, Any], None] | None = None,
    ) -> None:
        """Add a property."""
        self.properties[name.lower()] = Property(name, read, write, type_name)

    def declare_method(self, name: str, call: Callable[..., Value], *parameters: tuple[str, NetType]) -> None:
        """Add an overload of a method; `call` takes the object, then the converted arguments."""
        method = self.methods.setdefault(name.lower(), Method(name, []))
        method.overloads.append(Overload(parameters, call))

    def declare_static(
        self, name: str, call: Callable[..., Value], *parameters: tuple[str, NetType], rest: bool = False
    ) -> None:
        """Add an overload of a static method."""
        method = self.statics.setdefault(name.lower(), Method(name, []))
        assert isinstance(method, Method)
        method.overloads.append(Overload(parameters, call, rest))

    def declare_static_property(self, name: str, read: Callable[[Any], Value], type_name: str = "System.Object") -> None:
        """Add a static property; `read` takes the type."""
        self.statics[name.lower()] = Property(name, read, None, type_name)

    def declare_constructor(self, call: Callable[..., Value], *parameters: tuple[str, NetType]) -> None:
        """Add a constructor."""
        self.constructors.append(Overload(parameters, call))
