"""What every node has, the classes that only group others, and names of types."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from msolemu.language.position import Extent

# Types of fields that hold no node, and fields that hold none although their type says nothing of it.
PLAIN = frozenset({"str", "str | None", "bool", "int", "Extent"})
NOT_BELOW = frozenset({"operator", "kind", "scope", "modifiers", "flags", "stream"})


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Node:
    """Anything in the tree; it knows the text it was read from."""

    extent: Extent

    def children(self) -> Iterator[Node]:
        """The nodes directly below."""
        kind: Any = type(self)
        for name in child_fields(kind):
            value = getattr(self, name)
            if isinstance(value, Node):
                yield value
            elif type(value) is tuple:
                for item in value:
                    if isinstance(item, Node):
                        yield item

    def __repr__(self) -> str:
        parts = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__ if "extent" not in name)
        return f"{type(self).__name__}({parts})"


@functools.cache
def child_fields(kind: Any) -> tuple[str, ...]:
    """The fields of a kind of node that may hold nodes, in the order of the text."""
    return tuple(
        field.name for field in dataclasses.fields(kind) if field.type not in PLAIN and field.name not in NOT_BELOW
    )


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

    __slots__ = ()


class PipelineBase(Statement):
    """A statement that gives values: Pipeline, PipelineChain, Assignment, ErrorStatement."""

    __slots__ = ()


class CommandElement(Node):
    """A word of a command: an expression or a parameter."""

    __slots__ = ()


class Expression(CommandElement):
    """Anything that has a value."""

    __slots__ = ()


class TypeNameBase(Node):
    """A type's name as written: TypeName, ArrayTypeName or GenericTypeName."""

    __slots__ = ()

    @property
    def full_name(self) -> str:
        """The name with its arguments and ranks, as PowerShell spells it: `List[int]`, `string[,]`."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TypeName(TypeNameBase):
    """A plain name, `System.Text.StringBuilder`, and the assembly if one is given (`[Foo, Bar.dll]`)."""

    name: str
    assembly: str | None = None

    @property
    def full_name(self) -> str:
        """The name."""
        return self.name if self.assembly is None else f"{self.name},{self.assembly}"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ArrayTypeName(TypeNameBase):
    """An array of `element`: `[int[]]` has rank 1, `[int[,]]` rank 2."""

    element: TypeNameBase
    rank: int = 1

    @property
    def full_name(self) -> str:
        """The element's name with brackets."""
        return f"{self.element.full_name}[{',' * (self.rank - 1)}]"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
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

    __slots__ = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TypeConstraint(AttributeBase):
    """`[int]` before a parameter or variable, and as the target of a conversion."""

    type_name: TypeNameBase
