"""What the elements of a view file choose and compute: properties, script blocks, conditions, entries by type."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from msolemu.formatting.display import formatted
from msolemu.formatting.views import Source
from msolemu.foundation.dataclass import dataclass
from msolemu.foundation.xml_nodes import XmlNode
from msolemu.runtime.casting.conversion import to_bool
from msolemu.runtime.errors.records import PowerShellError
from msolemu.runtime.types.registry import type_names
from msolemu.runtime.values.members import get_property
from msolemu.runtime.values.objects import Value

Reader = Callable[[Value], Value]
Compile = Callable[[str], Reader]
"""From the text of a script block to what it gives for an object as `$_`; raises PowerShellError."""
Part = TypeVar("Part")

EXPRESSION = ("PropertyName", "ScriptBlock")
SHOWN = (*EXPRESSION, "FormatString")


@dataclass(frozen=True, slots=True)
class Entry(Generic[Part]):
    """What is shown of the objects of some types, of all if none is named, for which the conditions hold."""

    part: Part
    types: frozenset[str]
    conditions: tuple[Reader, ...]

    @property
    def is_default(self) -> bool:
        """Whether it is for whatever no other entry is for."""
        return not self.types and not self.conditions

    def suits(self, value: Value) -> bool:
        """Whether it is for that object."""
        if self.types and self.types.isdisjoint(name.lower() for name in type_names(value)):
            return False
        return all(holds(condition, value) for condition in self.conditions)


def chosen(entries: Sequence[Entry[Part]]) -> Callable[[Value], Part]:
    """Which part is for an object: that of the first entry made for it, else that of the default one."""
    default = next(one for one in entries if one.is_default)
    special = [one for one in entries if not one.is_default]
    return lambda value: next((one for one in special if one.suits(value)), default).part


def holds(condition: Reader, value: Value) -> bool:
    """Whether a condition is true of an object; one that fails is not."""
    try:
        return to_bool(condition(value))
    except PowerShellError:
        return False


class Expressions:
    """Reads what stands in one file; `sets` are its selection sets by lower-case name."""

    def __init__(self, compile_block: Compile, sets: dict[str, tuple[str, ...]]) -> None:
        self.compile = compile_block
        self.sets = sets

    def types(self, node: XmlNode) -> tuple[str, ...]:
        """The type names that a node chooses, by themselves or as a selection set."""
        node.allows("TypeName", "SelectionSetName", "SelectionCondition")
        found = [one.text for one in node.children("TypeName")]
        for one in node.children("SelectionSetName"):
            if one.text.lower() not in self.sets:
                raise one.error(f"The {one.text} value is not valid.")
            found.extend(self.sets[one.text.lower()])
        return tuple(found)

    def entries(self, control: XmlNode, path: tuple[str, str], read: Callable[[XmlNode], Part]) -> list[Entry[Part]]:
        """The entries of a control, of which one is for everything."""
        found: list[Entry[Part]] = []
        for node in control.inside(*path):
            chosen = node.child("EntrySelectedBy")
            types = frozenset(name.lower() for name in self.types(chosen)) if chosen else frozenset[str]()
            conditions = self.conditions(chosen) if chosen else ()
            found.append(Entry(read(node), types, conditions))
        if not any(one.is_default for one in found):
            raise control.error(f"There must be at least one default {path[1]}.")
        return found

    def conditions(self, node: XmlNode) -> tuple[Reader, ...]:
        """What must hold of an object."""
        return tuple(self.reader(one) for one in node.children("SelectionCondition", "ItemSelectionCondition"))

    def source(self, node: XmlNode) -> Source:
        """A property's name where nothing else is said, else what computes the value."""
        name, text, directive = node.child("PropertyName"), node.child("ScriptBlock"), node.child("FormatString")
        if text is None and directive is None:
            return node.demanded("PropertyName").text if name is not None else _nothing
        read = self.reader(node)
        return read if directive is None else formatting_with(read, directive.text)

    def reader(self, node: XmlNode) -> Reader:
        """What a property's name or a script block gives for an object."""
        script = node.child("ScriptBlock")
        if script is None:
            name = node.demanded("PropertyName").text
            return lambda value: get_property(value, name)
        try:
            return self.compile(script.element.text or "")
        except PowerShellError:
            raise script.error(f'Script block "{script.text}" is not valid.') from None


def read_from(source: Source, value: Value) -> Value:
    """What a property's name or a computation gives."""
    return get_property(value, source) if isinstance(source, str) else source(value)


def tried(read: Reader, value: Value) -> Value:
    """The same; null where it fails."""
    try:
        return read(value)
    except PowerShellError:
        return None


def formatting_with(read: Reader, directive: str) -> Reader:
    """What is read, as text by a format string; as it is where that cannot be."""

    def text(value: Value) -> Value:
        found = read(value)
        shown = formatted(found, directive)
        return found if shown is None else shown

    return text


def _nothing(value: Value) -> Value:
    return None
