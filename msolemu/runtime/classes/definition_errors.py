"""What is wrong with classes that can be read: PowerShell tells of it when it makes types of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msolemu.language import syntax
from msolemu.language.errors import ParseError, Wrong
from msolemu.language.methods import is_void, name_extent
from msolemu.language.operators import Modifiers, TypeKind
from msolemu.runtime.classes.interface_demands import missing_method
from msolemu.runtime.compiling.type_names import find
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import ENUM, INTERFACE_NAMES, OBJECT, VALUE_TYPE

if TYPE_CHECKING:
    from msolemu.language.position import Extent
    from msolemu.runtime.state.session import Session

Kind = NetType | syntax.TypeDefinition | None
"""What a name stands for: a type, a class of the same block, or nothing."""
SEALED = frozenset(
    {
        *("System.String", "System.Text.StringBuilder", "System.Version", "System.DBNull", "System.Math"),
        *("System.Convert", "System.Environment", "System.Management.Automation.PSCredential"),
    }
)


class Errors:
    """The errors of a block's definitions, each told once for its place."""

    def __init__(self) -> None:
        self.found: list[ParseError] = []

    def report(self, extent: Extent, wrong: Wrong, *arguments: object) -> None:
        """Add an error."""
        error = ParseError(wrong.name, wrong.value.format(*arguments), extent)
        if error not in self.found:
            self.found.append(error)


class ClassErrors:
    """Judges the classes of one block, in the order in which PowerShell makes types of them."""

    def __init__(self, session: Session, types: Sequence[syntax.TypeDefinition], errors: Errors) -> None:
        self.session = session
        self.errors = errors
        self.own = {node.name.lower(): node for node in types}
        self.classes = [node for node in types if node.kind is TypeKind.CLASS]
        self.made: set[str] = set()
        """The names of the classes that have a type already, in lower case."""
        self.bases: dict[str, list[Kind]] = {}
        """What each class stands on, by its name in lower case: its base class, then interfaces."""

    def judge(self) -> None:
        """Report all that is wrong."""
        for node in self.classes:
            self.bases[node.name.lower()] = list(self._bases(node))
            self.made.add(node.name.lower())
        before = len(self.errors.found)
        for node in self.classes:
            self._members(node)
        if len(self.errors.found) == before:
            for node in self.classes:
                self._interfaces(node)

    def _kind(self, name: syntax.TypeNameBase) -> Kind:
        return self.own.get(name.full_name.lower()) or find(self.session, name)

    def _bases(self, node: syntax.TypeDefinition) -> Iterator[Kind]:
        for place, constraint in enumerate(node.base_types):
            name = constraint.type_name
            kind = self._kind(name)
            if isinstance(kind, syntax.TypeDefinition) and kind.name.lower() not in self.made:
                kind = None
            if isinstance(name, syntax.ArrayTypeName):
                self.errors.report(constraint.extent, Wrong.SubtypeArray, name.full_name)
            elif kind is None:
                self.errors.report(constraint.extent, Wrong.TypeNotFound, name.full_name)
            elif place and not _is_interface(kind):
                self.errors.report(constraint.extent, Wrong.InterfaceNameExpected, kind.name)
            elif _is_sealed(kind):
                self.errors.report(constraint.extent, Wrong.SealedBaseClass, kind.name)
            elif isinstance(kind, NetType) and "`" in kind.full_name and kind.definition is None:
                self.errors.report(constraint.extent, Wrong.SubtypeUnclosedGeneric, kind.name)
            else:
                yield kind

    def _members(self, node: syntax.TypeDefinition) -> None:
        properties: set[str] = set()
        methods: dict[str, list[tuple[syntax.FunctionMember, list[Kind]]]] = {}
        for member in node.members:
            if isinstance(member, syntax.FunctionMember):
                self._method(node, member, methods.setdefault(member.name.lower(), []))
            elif isinstance(member, syntax.PropertyMember):
                if member.name.lower() in properties:
                    self.errors.report(member.extent, Wrong.MemberAlreadyDefined, member.name)
                properties.add(member.name.lower())
        base = next(iter(self.bases[node.name.lower()]), OBJECT)
        if base is not None and not _constructors(node) and not _has_default_constructor(base):
            self.errors.report(node.extent, Wrong.BaseClassNoDefaultCtor, base.name)

    def _method(
        self,
        node: syntax.TypeDefinition,
        method: syntax.FunctionMember,
        overloads: list[tuple[syntax.FunctionMember, list[Kind]]],
    ) -> None:
        types = [self._parameter_type(parameter) for parameter in method.parameters]
        is_constructor = method.name.lower() == node.name.lower()
        static = method.modifiers & Modifiers.STATIC
        for other, listed in overloads:
            if types == listed and (not is_constructor or other.modifiers & Modifiers.STATIC == static):
                self.errors.report(name_extent(method), Wrong.MemberAlreadyDefined, method.name)
                return
        overloads.append((method, types))
        if is_constructor and static and method.parameters:
            place = method.parameters[0].extent.to(method.parameters[-1].extent)
            self.errors.report(place, Wrong.StaticConstructorCantHaveParameters)

    def _parameter_type(self, parameter: syntax.Parameter) -> Kind:
        constraint = next((one for one in parameter.attributes if isinstance(one, syntax.TypeConstraint)), None)
        return OBJECT if constraint is None else self._kind(constraint.type_name)

    def _interfaces(self, node: syntax.TypeDefinition) -> None:
        for interface in self.bases[node.name.lower()]:
            if isinstance(interface, NetType) and _is_interface(interface):
                missing = missing_method(interface, [self._signature(method) for method in self._all_methods(node)])
                if missing is not None:
                    message = NOT_IMPLEMENTED.format(missing, node.name, _assembly(node.extent.file))
                    self.errors.report(node.extent, Wrong.TypeCreationError, node.name, message)

    def _all_methods(self, node: syntax.TypeDefinition) -> Iterator[syntax.FunctionMember]:
        yield from (member for member in node.members if isinstance(member, syntax.FunctionMember))
        for base in self.bases.get(node.name.lower(), ()):
            above = base.script_class.node if isinstance(base, NetType) and base.script_class is not None else base
            if isinstance(above, syntax.TypeDefinition):
                yield from self._all_methods(above)

    def _signature(self, method: syntax.FunctionMember) -> tuple[str, str, list[str]]:
        returns = None if is_void(method) or method.return_type is None else self._kind(method.return_type.type_name)
        parameters = [_name(self._parameter_type(parameter)) for parameter in method.parameters]
        return method.name, "System.Void" if returns is None else _name(returns), parameters


NOT_IMPLEMENTED = "Method '{0}' in type '{1}' from assembly '{2}' does not have an implementation."


def _assembly(file: str | None) -> str:
    """The name of the assembly that PowerShell makes for the types of a text."""
    plain = str.maketrans("\\/,:", "\u29f9\u29f9\u201a\u0589")
    name = (file or "powershell").translate(plain)
    return f"\u29f9{name}, Version=0.0.0.0, Culture=neutral, PublicKeyToken=null"


def _name(kind: Kind) -> str:
    return "" if kind is None else kind.script_name if isinstance(kind, NetType) else kind.name


def _is_interface(kind: Kind) -> bool:
    return isinstance(kind, NetType) and (kind.definition or kind).full_name in INTERFACE_NAMES


def _is_sealed(kind: Kind) -> bool:
    if not isinstance(kind, NetType):
        return False
    return kind.full_name in SEALED or kind.is_delegate or (kind.is_a(VALUE_TYPE) and kind not in (VALUE_TYPE, ENUM))


def _constructors(node: syntax.TypeDefinition) -> list[syntax.FunctionMember]:
    return [
        member
        for member in node.members
        if isinstance(member, syntax.FunctionMember)
        and member.name.lower() == node.name.lower()
        and Modifiers.STATIC not in member.modifiers
    ]


def _has_default_constructor(kind: Kind) -> bool:
    """Whether a base can be made of nothing; so can one whose constructors are not known."""
    if isinstance(kind, NetType):
        found = kind.constructors
        return _is_interface(kind) or not found or any(not one.signature.parameters for one in found)
    constructors = [] if kind is None else _constructors(kind)
    return not constructors or any(not one.parameters for one in constructors)
