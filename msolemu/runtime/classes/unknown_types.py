"""Types that a class names and nobody knows: PowerShell tells of them before anything of the text runs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msolemu.language import syntax
from msolemu.language.errors import ParseError, Wrong
from msolemu.language.operators import UsingKind
from msolemu.language.syntax import walk
from msolemu.runtime.classes.attribute_places import PLACES
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
    return [
        ParseError(wrong.name, wrong.value.format(name.full_name), name.extent)
        for definition in definitions
        for named, wrong in _named(definition)
        for name in _plain(named)
        if name.full_name.lower() not in own and not _is_known(session, name, namespaces)
        if wrong is Wrong.TypeNotFound or not _is_attribute(session, name, own)
    ]


def _named(definition: syntax.TypeDefinition) -> Iterator[tuple[syntax.TypeNameBase, Wrong]]:
    """The names in a class's head, in those of its members, and in its methods; what to say of an unknown one."""
    for node in walk(definition):
        match node:
            case syntax.TypeConstraint() if node.type_name.full_name.lower() != "ordered":
                yield node.type_name, Wrong.TypeNotFound
            case syntax.TypeExpression():
                yield node.type_name, Wrong.TypeNotFound
            case syntax.Attribute():
                yield node.type_name, Wrong.CustomAttributeTypeNotFound


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


def _is_attribute(session: Session, name: syntax.TypeName, own: set[str]) -> bool:
    full = name.full_name.lower().removesuffix("attribute") + "attribute"
    return full in own or lookup(session, full) is not None or full.rpartition(".")[2] in PLACES
