"""Types that a class names and nobody knows: PowerShell tells of them before anything of the text runs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msolemu.language import syntax
from msolemu.language.errors import ParseError, Wrong
from msolemu.language.operators import UsingKind
from msolemu.language.syntax import walk
from msolemu.runtime.compiling.type_names import find, lookup
from msolemu.runtime.foreign.foreign_types import foreign_type

if TYPE_CHECKING:
    from msolemu.runtime.state.session import Session

LOADING = (UsingKind.MODULE, UsingKind.ASSEMBLY)


def unknown_types(session: Session, tree: syntax.ScriptBlock) -> list[ParseError]:
    """An error for each; what `using` loads is known only when it has run, so that nothing is said then."""
    if any(one.kind in LOADING for one in tree.using_statements):
        return []
    definitions = [node for node in walk(tree) if isinstance(node, syntax.TypeDefinition)]
    own = {node.name.lower() for node in definitions}
    namespaces = [one.name for one in tree.using_statements if one.kind is UsingKind.NAMESPACE and one.name]
    names = [name for node in definitions for named in _named(node) for name in _plain(named)]
    return [
        ParseError(Wrong.TypeNotFound.name, Wrong.TypeNotFound.value.format(name.full_name), name.extent)
        for name in names
        if name.full_name.lower() not in own and not _is_known(session, name, namespaces)
    ]


def _named(definition: syntax.TypeDefinition) -> Iterator[syntax.TypeNameBase]:
    """The names in a class's head and in those of its members."""
    constraints = list(definition.base_types)
    for member in definition.members:
        match member:
            case syntax.PropertyMember(property_type=kind) if kind is not None:
                constraints.append(kind)
            case syntax.FunctionMember():
                constraints += [member.return_type] if member.return_type is not None else []
                attributes = (one for parameter in member.parameters for one in parameter.attributes)
                constraints += [one for one in attributes if isinstance(one, syntax.TypeConstraint)]
    yield from (constraint.type_name for constraint in constraints)


def _plain(name: syntax.TypeNameBase) -> Iterator[syntax.TypeName]:
    """The names that a name is made of, without its brackets."""
    match name:
        case syntax.ArrayTypeName():
            yield from _plain(name.element)
        case syntax.GenericTypeName():
            for argument in name.arguments:
                yield from _plain(argument)
        case syntax.TypeName():
            yield name


def _is_known(session: Session, name: syntax.TypeName, namespaces: list[str]) -> bool:
    if find(session, name) is not None or foreign_type(name.full_name) is not None:
        return True
    return any(lookup(session, f"{namespace}.{name.full_name}") is not None for namespace in namespaces)
