"""Classes and enums of scripts: where each may be named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from msolemu.language.position import Extent, Source
    from msolemu.runtime.state.scopes import Scope
    from msolemu.runtime.types.net_type import NetType

NONE: Mapping[str, NetType] = {}


class TypeScopes:
    """What each scope and each text defined, and the namespaces that they use.

    A type can be named in the scope that defined it and below, as a variable can, and in all of the script block that
    defines it: a function finds the class beside it even when it is called from where nobody else does.
    """

    def __init__(self) -> None:
        self.names: set[str] = set()
        """Every name that a type ever had here, in lower case."""
        self._of_scopes: WeakKeyDictionary[Scope, dict[str, NetType]] = WeakKeyDictionary()
        self._of_texts: WeakKeyDictionary[Source, dict[tuple[int, int, str], NetType]] = WeakKeyDictionary()
        self._namespaces: WeakKeyDictionary[Scope | Source, list[str]] = WeakKeyDictionary()

    def define(self, scope: Scope, extent: Extent, kind: NetType) -> None:
        """A type that code running in this scope defines or imports; the extent is one of that code."""
        name = kind.full_name.lower()
        self.names.add(name)
        self._of_scopes.setdefault(scope, {})[name] = kind
        block = scope.call.block.code.node.extent if scope.call is not None else extent
        if block.source is extent.source:
            self._of_texts.setdefault(extent.source, {})[block.start, block.end, name] = kind

    def use_namespace(self, scope: Scope, text: Source, namespace: str) -> None:
        """A namespace whose types need no more than their last name in this scope, below, and in the text."""
        for place in (scope, text):
            listed = self._namespaces.setdefault(place, [])
            if namespace not in listed:
                listed.append(namespace)

    def defined_in(self, scope: Scope) -> Mapping[str, NetType]:
        """The types that a scope has of its own, by their names in lower case."""
        return self._of_scopes.get(scope, NONE)

    def find(self, scope: Scope, name: str, place: Extent | None = None) -> NetType | None:
        """The type of that name (in lower case) that is meant at a place in a text, by code that runs in a scope."""
        if name not in self.names:
            return None
        for level in scope.chain():
            found = self.defined_in(level).get(name)
            if found is not None:
                return found
        return self._beside(place, name) if place is not None else None

    def _beside(self, place: Extent, name: str) -> NetType | None:
        """The type that the innermost script block around a place defines."""
        known = self._of_texts.get(place.source, {})
        around = [key for key in known if key[2] == name and key[0] <= place.start < key[1]]
        return known[max(around)] if around else None

    def namespaces(self, scope: Scope, place: Extent | None = None) -> Iterator[str]:
        """The namespaces used in a scope, its own first, and in a text."""
        if not self._namespaces:
            return
        for level in scope.chain():
            yield from self._namespaces.get(level, ())
        if place is not None:
            yield from self._namespaces.get(place.source, ())
