"""From a type's name in the tree to the type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msolemu.language import syntax
from msolemu.runtime.errors.records import runtime_error
from msolemu.runtime.foreign.foreign_types import type_not_emulated

if TYPE_CHECKING:
    from msolemu.language.position import Extent
    from msolemu.runtime.state.session import Session
    from msolemu.runtime.types.net_type import NetType


def resolve(session: Session, name: syntax.TypeNameBase) -> NetType:
    """The type of that name; raises TypeNotFound, and TypeNotEmulated for one that .NET has and msolemu has not."""
    found = find(session, name)
    if found is None:
        missing = name.element if isinstance(name, syntax.ArrayTypeName) else name
        refused = type_not_emulated(missing.full_name)
        if refused is not None:
            raise refused
        from msolemu.runtime.reflection.type_name_trees import TypeNameTree

        raise runtime_error("TypeNotFound", f"Unable to find type [{missing.full_name}].", target=TypeNameTree(missing))
    return found


def find(session: Session, name: syntax.TypeNameBase) -> NetType | None:
    """The type of that name, its elements and arguments found one by one; None when there is none."""
    from msolemu.runtime.types.registry import array_of, generic_of

    if isinstance(name, syntax.ArrayTypeName):
        element = find(session, name.element)
        return None if element is None else array_of(element, name.rank)
    if isinstance(name, syntax.GenericTypeName):
        plain = name.generic.full_name.partition("`")[0]
        definition = lookup(session, f"{plain}`{len(name.arguments)}")
        arguments = [find(session, argument) for argument in name.arguments]
        if definition is None or any(argument is None for argument in arguments):
            return None
        return generic_of(definition, tuple(argument for argument in arguments if argument is not None))
    return lookup(session, name.full_name, name.extent)


def lookup(session: Session, name: str, place: Extent | None = None) -> NetType | None:
    """The type of that name: a class or enum of scripts that may be named here first; None when there is none."""
    from msolemu.runtime.types.registry import array_of, find_type

    scope = session.frame.scope
    own = session.types.find(scope, name.lower(), place)
    if own is not None:
        return own
    if name.endswith("[]"):
        element = session.types.find(scope, name[:-2].lower(), place)
        if element is not None:
            return array_of(element)
    found = find_type(name)
    if found is None:
        for namespace in session.types.namespaces(scope, place):
            found = find_type(f"{namespace}.{name}")
            if found is not None:
                break
    return found
