"""What every node has, the classes that only group others, and names of types."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Self, dataclass_transform

from msolemu.foundation.dataclass import Method, WrittenMethod, initializer
from msolemu.foundation.pattern import pattern

if TYPE_CHECKING:
    from msolemu.language.position import Extent

# What the types of fields name that hold no node.
NO_NODE = frozenset(
    {
        *("str", "None", "bool", "int", "float", "Decimal", "tuple", "Extent", "BinaryOperator", "UnaryOperator"),
        *("AssignmentOperator", "ChainOperator", "InvocationOperator", "NumberKind", "StringKind", "VariableScope"),
        *("BlockKind", "TypeKind", "UsingKind", "Modifiers", "SwitchFlags", "RedirectedStream"),
    }
)
WORD = pattern(r"[A-Za-z]+")


@dataclass_transform(frozen_default=True, eq_default=False)
class NodeType(type):
    """Makes the class of a node: its annotations are its fields, given to it in order, never changed afterwards.

    A dataclass in all but the making: there are many classes and very many nodes, and a frozen dataclass takes long to
    define and to make. Type checkers see to it that nothing is changed.
    """

    __match_args__: tuple[str, ...]
    below: tuple[str, ...]

    def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> NodeType:
        """The class with its fields: those of its base first, one that is declared again in its old place."""
        own: dict[str, str] = namespace.get("__annotations__", {})
        base: Any = bases[0] if bases else None
        known: tuple[str, ...] = base.__match_args__ if base else ()
        added = tuple(field for field in own if field not in known)
        fields = known + added
        defaults = {
            **(base.defaults if base else {}),
            **{field: namespace.pop(field) for field in own if field in namespace},
        }
        names = {**(base.field_types if base else {}), **own}
        namespace["__slots__"] = added
        namespace["__match_args__"] = fields
        namespace["defaults"] = defaults
        namespace["field_types"] = names
        namespace["below"] = tuple(field for field in fields if not NO_NODE.issuperset(WORD.findall(names[field])))
        namespace["__init__"] = WrittenMethod(_initializer)
        return super().__new__(mcs, name, bases, namespace)


def _initializer(kind: Any) -> Method:
    """Takes the fields in order."""
    fields, defaults = kind.__match_args__, kind.defaults
    parameters = [f"{field}=defaults[{field!r}]" if field in defaults else field for field in fields]
    return initializer(parameters, [f"self.{field} = {field}" for field in fields], {"defaults": defaults})


class Node(metaclass=NodeType):
    """Anything in the tree; it knows the text it was read from. `below` names the fields that may hold nodes."""

    extent: Extent

    def children(self) -> Iterator[Node]:
        """The nodes directly below."""
        for name in type(self).below:
            value = getattr(self, name)
            if isinstance(value, Node):
                yield value
            elif type(value) is tuple:
                for item in value:
                    if isinstance(item, Node):
                        yield item

    def changed(self, **fields: Any) -> Self:
        """A node like this one but for some fields."""
        kept: dict[str, Any] = {name: getattr(self, name) for name in self.__match_args__}
        return type(self)(**{**kept, **fields})

    def __repr__(self) -> str:
        parts = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__ if "extent" not in name)
        return f"{type(self).__name__}({parts})"


def walk(node: Node) -> Iterator[Node]:
    """The node and every node below it, parents before children, left before right."""
    waiting = [node]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(reversed(list(current.children())))


def same_tree(one: object, other: object) -> bool:
    """Whether two trees mean the same text, wherever it stands."""
    if isinstance(one, Node):
        return type(one) is type(other) and all(
            same_tree(getattr(one, name), getattr(other, name)) for name in one.__match_args__ if "extent" not in name
        )
    if isinstance(one, tuple):
        return isinstance(other, tuple) and len(one) == len(other) and all(map(same_tree, one, other))
    return type(one) is type(other) and (one == other or (one != one and other != other))  # noqa: PLR0124  NaN is itself


class Statement(Node):
    """Anything that may stand in a statement list."""


class PipelineBase(Statement):
    """A statement that gives values: Pipeline, PipelineChain, Assignment, ErrorStatement."""


class CommandElement(Node):
    """A word of a command: an expression or a parameter."""


class Expression(CommandElement):
    """Anything that has a value."""


class TypeNameBase(Node):
    """A type's name as written: TypeName, ArrayTypeName or GenericTypeName."""

    @property
    def full_name(self) -> str:
        """The name with its arguments and ranks, as PowerShell spells it: `List[int]`, `string[,]`."""
        raise NotImplementedError


class TypeName(TypeNameBase):
    """A plain name, `System.Text.StringBuilder`, and the assembly if one is given (`[Foo, Bar.dll]`)."""

    name: str
    assembly: str | None = None

    @property
    def full_name(self) -> str:
        """The name."""
        return self.name if self.assembly is None else f"{self.name},{self.assembly}"


class ArrayTypeName(TypeNameBase):
    """An array of `element`: `[int[]]` has rank 1, `[int[,]]` rank 2."""

    element: TypeNameBase
    rank: int = 1

    @property
    def full_name(self) -> str:
        """The element's name with brackets."""
        return f"{self.element.full_name}[{',' * (self.rank - 1)}]"


class GenericTypeName(TypeNameBase):
    """A generic type with its arguments: `[Dictionary[string,int]]`."""

    generic: TypeName
    arguments: tuple[TypeNameBase, ...]

    @property
    def full_name(self) -> str:
        """The generic's name with the arguments in brackets."""
        return f"{self.generic.full_name}[{','.join(argument.full_name for argument in self.arguments)}]"


class AttributeBase(Node):
    """What stands in brackets before a parameter or variable: Attribute or TypeConstraint."""


class TypeConstraint(AttributeBase):
    """`[int]` before a parameter or variable, and as the target of a conversion."""

    type_name: TypeNameBase
