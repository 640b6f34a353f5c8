"""The name of a type as it stands in a script: what `TargetObject` of an error for an unknown type is."""

from __future__ import annotations

from msolemu.language import syntax
from msolemu.runtime.types.declaring import properties, typed_property
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.parse_errors import EXTENT
from msolemu.runtime.types.registry import OBJECT, declare

_LANGUAGE = "System.Management.Automation.Language."
_KINDS: dict[type[syntax.TypeNameBase], NetType] = {
    kind: declare(_LANGUAGE + kind.__name__, OBJECT)
    for kind in (syntax.TypeName, syntax.ArrayTypeName, syntax.GenericTypeName)
}


class TypeNameTree:
    """A name with its place."""

    __slots__ = ("node",)

    def __init__(self, node: syntax.TypeNameBase) -> None:
        self.node = node

    @property
    def net_type(self) -> NetType:
        """The class of the node."""
        return _KINDS[type(self.node)]

    def __str__(self) -> str:
        return self.node.full_name

    @property
    def assembly(self) -> str | None:
        """The assembly that is named with it."""
        return self.node.assembly if isinstance(self.node, syntax.TypeName) else None

    @property
    def name(self) -> str:
        """The name without its assembly."""
        return self.node.name if isinstance(self.node, syntax.TypeName) else self.node.full_name


for _kind in _KINDS.values():
    properties(
        _kind,
        FullName=str,
        Name=lambda tree: tree.name,
        AssemblyName=lambda tree: tree.assembly,
        IsArray=lambda tree: isinstance(tree.node, syntax.ArrayTypeName),
        IsGeneric=lambda tree: isinstance(tree.node, syntax.GenericTypeName),
    )
    typed_property(_kind, EXTENT.full_name, "Extent", lambda tree: tree.node.extent)
