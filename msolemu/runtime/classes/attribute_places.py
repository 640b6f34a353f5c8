"""Where in a class which attribute may stand."""

from __future__ import annotations

from collections.abc import Iterator

from msolemu.language import syntax
from msolemu.language.errors import ParseError, Wrong
from msolemu.language.operators import TypeKind
from msolemu.language.syntax import walk
from msolemu.runtime.types import catalogue

PROPERTY = "Property, Field"
ANYWHERE = ""
PLACES: dict[str, str] = {
    **{f"{name.lower()}attribute": PROPERTY for name in (*catalogue.ATTRIBUTES, *catalogue.VALIDATIONS)},
    "dscpropertyattribute": PROPERTY,
    "aliasattribute": "Class, Property, Field",
    **dict.fromkeys(("cmdletbindingattribute", "outputtypeattribute", "dscresourceattribute"), "Class"),
    **dict.fromkeys(("norunspaceaffinityattribute", "cmdletattribute"), "Class"),
    "flagsattribute": "Enum",
    **dict.fromkeys(("obsoleteattribute", "serializableattribute", "hiddenattribute"), ANYWHERE),
    **dict.fromkeys(("suppressmessageattribute", "descriptionattribute", "experimentalattribute"), ANYWHERE),
}
"""The attributes of .NET by their short names in lower case, and on what PowerShell says that they are valid."""
KINDS = {TypeKind.CLASS: "Class", TypeKind.ENUM: "Enum"}


def misplaced_attributes(tree: syntax.ScriptBlock) -> list[ParseError]:
    """An error for each attribute of a class, its members and their parameters that may not stand there."""
    wrong = Wrong.AttributeNotAllowedOnDeclaration
    return [
        ParseError(wrong.name, wrong.value.format(_shown(attribute), PLACES[_full(attribute)]), attribute.extent)
        for node in walk(tree)
        if isinstance(node, syntax.TypeDefinition)
        for attribute, place in _attributes(node)
        if PLACES.get(_full(attribute)) and place not in PLACES[_full(attribute)].split(", ")
    ]


def _attributes(node: syntax.TypeDefinition) -> Iterator[tuple[syntax.Attribute, str]]:
    """The attributes of a type and what stands in it, each with the name of what it is on."""
    places = [(node.attributes, KINDS.get(node.kind, ""))]
    for member in node.members:
        if isinstance(member, syntax.PropertyMember):
            places.append((member.attributes, "Property"))
        elif isinstance(member, syntax.FunctionMember):
            places.append((member.attributes, "Method"))
            places += [(parameter.attributes, "Parameter") for parameter in member.parameters]
    for attributes, place in places:
        yield from ((one, place) for one in attributes if isinstance(one, syntax.Attribute))


def _full(attribute: syntax.Attribute) -> str:
    return attribute.type_name.full_name.lower().rpartition(".")[2].removesuffix("attribute") + "attribute"


def _shown(attribute: syntax.Attribute) -> str:
    """PowerShell's short name of its own attributes, else the full name."""
    full = _full(attribute)
    own = {name.lower(): name for name in (*catalogue.ATTRIBUTES, *catalogue.VALIDATIONS)}
    name = own.get(full.removesuffix("attribute"))
    return name if name is not None else f"System.{full.removesuffix('attribute').title()}Attribute"
