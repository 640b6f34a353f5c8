"""A .NET type with its members."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from msolemu.foundation.dataclass import dataclass, field
from msolemu.runtime.types.signature import Parameter, Signature

if TYPE_CHECKING:
    from msolemu.runtime.values.objects import Value


@dataclass(frozen=True, slots=True)
class Property:
    """A property that a type declares."""

    name: str
    read: Callable[[Any], Any]
    write: Callable[[Any, Any], None] | None = None
    type_name: str = "System.Object"
    hidden: bool = False
    kind: str = "Property"


class Overload:
    """One signature of a method and what carries it out."""

    __slots__ = ("_resolved", "call", "checked", "is_void", "signature", "takes_type")

    def __init__(self, signature: Signature, call: Callable[..., Any], *, checked: bool = True) -> None:
        self.signature = signature
        self.call = call
        self.checked = checked
        """Whether its errors come as those of .NET, so that a script sees them inside a MethodInvocationException."""
        self.is_void = signature.returns in ("void", "System.Void")
        """Whether a call gives nothing at all, not even null."""
        self.takes_type = False
        """Whether `call` takes the type that it is called on before the arguments."""
        self._resolved: dict[NetType, tuple[NetType, ...]] = {}

    def make(self, owner: NetType, *given: Any) -> Any:
        """Carry out a constructor of the type."""
        return self.call(owner, *given) if self.takes_type else self.call(*given)

    def types(self, owner: NetType) -> tuple[NetType, ...]:
        """The types of the parameters, as the type that the method is called on fills them in."""
        known = self._resolved.get(owner)
        if known is None:
            from msolemu.runtime.types.registry import parameter_type

            found = (parameter_type(parameter.type_name, owner) for parameter in self.signature.parameters)
            known = self._resolved[owner] = tuple(found)
        return known


@dataclass(frozen=True, slots=True)
class Method:
    """A method with its overloads, in the order in which they were declared."""

    name: str
    overloads: list[Overload]
    generic: list[Overload] = field(default_factory=list)
    """Those whose types a call names: `[Enum]::Parse[DayOfWeek]('Monday')`."""

    def add(self, overload: Overload) -> None:
        """Take one more signature."""
        (self.generic if overload.signature.type_parameters else self.overloads).append(overload)


@dataclass(slots=True)
class Members:
    """What a type declares itself, by lower-case names; closed generic types share those of their definition."""

    properties: dict[str, Property] = field(default_factory=dict)
    methods: dict[str, Method] = field(default_factory=dict)
    statics: dict[str, Property | Method] = field(default_factory=dict)
    constructors: list[Overload] = field(default_factory=list)


class NetType:
    """A type as `[name]` and `GetType()` give it."""

    __slots__ = (
        "accelerators",
        "arguments",
        "base",
        "calls",
        "definition",
        "element",
        "full_name",
        "home",
        "interfaces",
        "is_enum",
        "is_value",
        "own",
        "python",
        "rank",
        "readers",
        "script_class",
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
        definition: NetType | None = None,
        arguments: Sequence[NetType] = (),
        rank: int = 1,
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
        self.rank = rank
        self.definition = definition
        """The open type that a closed generic type was made of."""
        self.arguments = tuple(arguments)
        self.own: Members = definition.own if definition is not None else Members()
        self.calls: dict[Any, Callable[..., Any]] = {}
        """Methods already chosen, by name and classes of the arguments."""
        self.readers: dict[str, Callable[[Any], Any]] = {}
        """How properties that were asked for are read, by the spelling that was used."""
        self.script_class: Any = None
        """What a script declared, where the type is a script's class."""

    def __repr__(self) -> str:
        return f"[{self.full_name}]"

    @property
    def held(self) -> NetType | None:
        """What `Nullable[T]` may hold; None for any other type."""
        return self.arguments[0] if self.full_name.startswith("System.Nullable`1[") else None

    @property
    def properties(self) -> dict[str, Property]:
        """The properties that the type itself declares."""
        return self.own.properties

    @property
    def methods(self) -> dict[str, Method]:
        """The methods that the type itself declares."""
        return self.own.methods

    @property
    def statics(self) -> dict[str, Property | Method]:
        """The static members that the type itself declares."""
        return self.own.statics

    @property
    def constructors(self) -> list[Overload]:
        """The constructors; those of an exception class that declares none are its base's."""
        self.load()
        if not self.own.constructors and self.base is not None and self.full_name.endswith("Exception"):
            return self.base.constructors
        return self.own.constructors

    @property
    def is_array(self) -> bool:
        """Whether it is a type of arrays."""
        return self.element is not None

    @property
    def is_delegate(self) -> bool:
        """Whether its values are called: a script block stands for them."""
        return any(kind.full_name == "System.Delegate" for kind in self.lineage())

    @property
    def name(self) -> str:
        """The name without its namespace; an array's and a generic's as .NET spells it."""
        if self.element is not None:
            return f"{self.element.name}[{',' * (self.rank - 1)}]"
        plain = self.full_name.partition("[")[0]
        return plain.rpartition(".")[2].rpartition("+")[2]

    @property
    def text(self) -> str:
        """What `ToString()` gives: the full name, of a generic type its arguments' names in brackets."""
        if self.element is not None:
            return f"{self.element.text}[{',' * (self.rank - 1)}]"
        if self.definition is None:
            return self.full_name
        return f"{self.definition.full_name}[{','.join(argument.text for argument in self.arguments)}]"

    @property
    def display_name(self) -> str:
        """How PowerShell writes the type in messages and in `-Syntax`: its accelerator, else the full name."""
        return self.accelerators[0] if self.accelerators else self.script_name

    @property
    def script_name(self) -> str:
        """The full name as a script would write it: `System.Collections.Generic.List[System.String]`."""
        if self.element is not None:
            return f"{self.element.script_name}[{',' * (self.rank - 1)}]"
        if self.definition is None:
            return self.full_name
        plain = self.definition.full_name.partition("`")[0]
        return f"{plain}[{','.join(argument.script_name for argument in self.arguments)}]"

    def lineage(self) -> list[NetType]:
        """The type and its bases, nearest first."""
        found: list[NetType] = []
        current: NetType | None = self
        while current is not None:
            found.append(current)
            current = current.base
        return found

    def all_interfaces(self) -> frozenset[str]:
        """The full names of the interfaces of the type and its bases."""
        return frozenset().union(*(kind.interfaces for kind in self.lineage()))

    def is_a(self, other: NetType) -> bool:
        """Whether a value of this type is one of the other."""
        if other is self:
            return True
        if self.element is not None and other.element is not None:
            return not self.element.is_value and self.rank == other.rank and self.element.is_a(other.element)
        return other in self.lineage() or other.full_name in self.all_interfaces()

    def load(self) -> None:
        """Import the file that declares the members."""
        if self.definition is not None:
            self.definition.load()
        elif self.home:
            home, self.home = self.home, ""
            importlib.import_module(home)

    def _loaded(self) -> Iterator[NetType]:
        current: NetType | None = self
        while current is not None:
            current.load()
            yield current
            current = current.base

    def property(self, name: str) -> Property | None:
        """The property of that lower-case name, inherited ones included."""
        for kind in self._loaded():
            found = kind.own.properties.get(name)
            if found is not None:
                return found
        return None

    def method(self, name: str) -> Method | None:
        """The method of that lower-case name; overloads of the bases follow those of the type itself."""
        found = [kind.own.methods[name] for kind in self._loaded() if name in kind.own.methods]
        return self._joined(found) or (_accessor(name, self.property(name[4:])) if name[:4] in _ACCESSORS else None)

    def static(self, name: str) -> Property | Method | None:
        """The static member of that lower-case name."""
        found = [kind.own.statics[name] for kind in self._loaded() if name in kind.own.statics]
        if not found:
            held = self.static(name[4:]) if name[:4] in _ACCESSORS else None
            return _accessor(name, held, self) if isinstance(held, Property) else None
        if isinstance(found[0], Property):
            return found[0]
        return self._joined([one for one in found if isinstance(one, Method)])

    def _joined(self, methods: list[Method]) -> Method | None:
        """The overloads of a method through the bases; one that a derived type declares again is overridden."""
        if len(methods) < 2:
            return methods[0] if methods else None
        seen: set[tuple[NetType, ...]] = set()
        overloads = []
        for method in methods:
            for overload in method.overloads:
                shape = overload.types(self)
                if shape not in seen:
                    seen.add(shape)
                    overloads.append(overload)
        return Method(methods[0].name, overloads, [overload for method in methods for overload in method.generic])

    def all_properties(self) -> list[Property]:
        """Every property, the type's own first."""
        found: dict[str, Property] = {}
        for kind in self._loaded():
            for name, declared in kind.own.properties.items():
                found.setdefault(name, declared)
        return list(found.values())

    def all_methods(self) -> list[Method]:
        """Every method, the type's own first."""
        names = dict.fromkeys(name for kind in self._loaded() for name in kind.own.methods)
        return [method for name in names if (method := self.method(name)) is not None]

    def declare_property(
        self,
        name: str,
        read: Callable[[Any], Value],
        type_name: str = "System.Object",
        write: Callable[[Any, Any], None] | None = None,
        *,
        kind: str = "Property",
    ) -> None:
        """Add a property; `kind` tells one that PowerShell's own type data add."""
        self.own.properties[name.lower()] = Property(name, read, write, type_name, kind=kind)

    def declare_method(self, name: str, call: Callable[..., Value], *parameters: tuple[str, NetType]) -> None:
        """Add an overload of a method; `call` takes the object, then the converted arguments."""
        self.add_method(_signature(name, parameters), call)

    def declare_constructor(self, call: Callable[..., Value], *parameters: tuple[str, NetType]) -> None:
        """Add a constructor."""
        self.own.constructors.append(Overload(_signature(self.name, parameters), call))

    def add_method(self, signature: Signature, call: Callable[..., Value], *, checked: bool = True) -> None:
        """Add an overload of a method by its signature."""
        method = self.own.methods.setdefault(signature.name.lower(), Method(signature.name, []))
        method.add(Overload(signature, call, checked=checked))

    def add_static(self, signature: Signature, call: Callable[..., Value], *, checked: bool = True) -> None:
        """Add an overload of a static method by its signature."""
        method = self.own.statics.setdefault(signature.name.lower(), Method(signature.name, []))
        assert isinstance(method, Method)
        method.add(Overload(signature, call, checked=checked))


def _accessor(name: str, declared: Property | None, owner: NetType | None = None) -> Method | None:
    """`get_Name` and `set_Name`, the methods behind a property; a static one's take the type for the object."""
    if declared is None or declared.kind != "Property":
        return None
    spelled = name[:4] + declared.name
    call: Callable[..., Any] | None = declared.read
    signature = Signature(spelled, declared.type_name, ())
    if name.startswith("set_"):
        signature = Signature(spelled, "void", (Parameter("value", declared.type_name),))
        call = declared.write
    if call is None:
        return None
    return Method(spelled, [Overload(signature, call if owner is None else functools.partial(call, owner))])


_ACCESSORS = ("get_", "set_")


def _signature(name: str, parameters: tuple[tuple[str, NetType], ...]) -> Signature:
    listed = tuple(Parameter(named, kind.script_name) for named, kind in parameters)
    return Signature(name, "System.Object", listed)
