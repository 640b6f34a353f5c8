"""`enum`: names with numbers, which may be made of those of other enumerations of the same block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msolemu.language import syntax
from msolemu.language.constants import is_constant
from msolemu.language.errors import Wrong
from msolemu.language.operators import TypeKind
from msolemu.language.syntax import walk
from msolemu.runtime.compiling.compiler import compile_expression
from msolemu.runtime.errors.records import PowerShellError
from msolemu.runtime.invoking.declarations import attribute_name
from msolemu.runtime.types.enumerations import build
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import ENUM, find_type, known_type, represent
from msolemu.runtime.values import objects

if TYPE_CHECKING:
    from msolemu.runtime.classes.definition_errors import Errors
    from msolemu.runtime.state.frame import Frame

SIZES: dict[type[int], tuple[int, int]] = {
    objects.Byte: (0, 255),
    objects.SByte: (-128, 127),
    objects.Int16: (-(2**15), 2**15 - 1),
    objects.UInt16: (0, 2**16 - 1),
    int: (-(2**31), 2**31 - 1),
    objects.UInt32: (0, 2**32 - 1),
    objects.Int64: (-(2**63), 2**63 - 1),
    objects.UInt64: (0, 2**64 - 1),
}


def define_enumerations(
    types: Sequence[syntax.TypeDefinition], frame: Frame, errors: Errors
) -> dict[syntax.TypeDefinition, NetType]:
    """Make the enumerations of a block, each after those that it is made of."""
    made = {}
    for node in _in_order([node for node in types if node.kind is TypeKind.ENUM], errors):
        made[node] = _enumeration(node, frame, errors)
        frame.session.types.define(frame.scope, node.extent, made[node])
    return made


def _in_order(nodes: list[syntax.TypeDefinition], errors: Errors) -> Iterator[syntax.TypeDefinition]:
    waiting = {node.name.lower(): node for node in nodes}
    needs = {name: _named_in(node) & waiting.keys() - {name} for name, node in waiting.items()}
    while ready := [name for name in waiting if not needs[name] & waiting.keys()]:
        yield from map(waiting.pop, ready)
    for node in waiting.values():
        errors.report(node.extent, Wrong.CycleInEnumInitializers)


def _named_in(node: syntax.TypeDefinition) -> set[str]:
    return {one.type_name.full_name.lower() for one in walk(node) if isinstance(one, syntax.TypeExpression)}


def _enumeration(node: syntax.TypeDefinition, frame: Frame, errors: Errors) -> NetType:
    base = find_type(node.base_types[0].type_name.full_name) if node.base_types else None
    underlying = base.python if base is not None and base.python in SIZES else int
    values = _Values(frame, errors, known_type("System.Int32") if base is None else base, SIZES[underlying])
    for item in node.members:
        assert isinstance(item, syntax.PropertyMember)
        values.add(item)
    flags = any(isinstance(mark, syntax.Attribute) and attribute_name(mark) == "flags" for mark in node.attributes)
    python = build(node.name, list(values.names.values()), flags=flags, underlying=underlying)
    kind = NetType(node.name, ENUM, python=python, is_value=True, is_enum=True)
    represent(kind, python)
    return kind


class _Values:
    """The names of an enumeration with their numbers, and where counting goes on."""

    def __init__(self, frame: Frame, errors: Errors, underlying: NetType, size: tuple[int, int]) -> None:
        self.frame = frame
        self.errors = errors
        self.underlying = underlying
        self.smallest, self.largest = size
        self.names: dict[str, tuple[str, int]] = {}
        self.following = 0

    def add(self, item: syntax.PropertyMember) -> None:
        """Take in a name."""
        if item.initial_value is not None:
            self.following = self._number(item.initial_value)
        elif self.following > self.largest:
            self.errors.report(item.extent, Wrong.EnumeratorValueOutOfBounds, self.underlying.display_name)
        if item.name.lower() in self.names:
            self.errors.report(item.extent, Wrong.MemberAlreadyDefined, item.name)
            return
        self.names[item.name.lower()] = item.name, self.following
        self.following += 1

    def _number(self, expression: syntax.Expression) -> int:
        value = self._constant(expression)
        if value is None:
            self.errors.report(expression.extent, Wrong.EnumeratorValueMustBeConstant)
            return 0
        from msolemu.runtime.casting.conversion import convert

        try:
            number = int(convert(value[0], known_type("System.Decimal")))
        except PowerShellError:
            self.errors.report(expression.extent, Wrong.CannotConvertValue, self.underlying.display_name)
            return 0
        if not self.smallest <= number <= self.largest:
            self.errors.report(expression.extent, Wrong.EnumeratorValueOutOfBounds, self.underlying.display_name)
            return 0
        return number

    def _constant(self, expression: syntax.Expression) -> tuple[objects.Value] | None:
        """The value of an expression, if it is known without running anything."""
        if not is_constant(expression, blocks=False):
            return None
        try:
            return (compile_expression(expression)(self.frame),)
        except PowerShellError:
            return None
