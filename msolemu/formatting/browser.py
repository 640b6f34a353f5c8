"""The tree of an object, as Format-Custom shows types that have no view for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msolemu.formatting.cells import ELLIPSIS
from msolemu.formatting.custom import Break, Frame
from msolemu.formatting.display import display_text, elements, is_scalar
from msolemu.formatting.generators import Generator
from msolemu.formatting.packets import CustomEntry, CustomShape, EntryBody, Shape
from msolemu.formatting.properties import ActiveProperty, all_properties, default_properties, requested
from msolemu.runtime.types.registry import type_names
from msolemu.runtime.values.objects import Value
from msolemu.runtime.values.property_arguments import PropertyArgument

_STEP = 2


class BrowserGenerator(Generator):
    """Draws `class Name { Property = value }` down to a depth."""

    def shape(self, first: Value) -> Shape:
        """Free layout."""
        return CustomShape()

    def entry(self, target: Value) -> EntryBody:
        """The object with its properties, theirs, and so on."""
        top = Frame()
        found = elements(target)
        if is_scalar(target):
            top.line(display_text(target, self.limit))
        elif found is not None:
            self._collection(found, self.options.depth, top)
        else:
            self._object(target, self.options.depth, top, self.options.properties)
        return CustomEntry(top)

    def _object(self, target: Value, depth: int, frame: Frame, arguments: Sequence[PropertyArgument] = ()) -> None:
        names = type_names(target)
        frame.line("class " + (names[0].rpartition(".")[2] if names else "PSObject"))
        frame.line("{")
        inner = frame.frame(_STEP)
        active = requested(arguments, target) if arguments else default_properties(target) or all_properties(target)
        for one in active:
            self._property(one, target, depth, inner)
        frame.line("}")

    def _property(self, active: ActiveProperty, target: Value, depth: int, frame: Frame) -> None:
        own_depth = active.argument.entry("depth") if active.argument else None
        if own_depth is not None:
            depth = int(own_depth)
        frame.parts.append(active.name + " = ")
        value = self.reader.value(active, target)
        found = None if value is None else elements(value)
        if found is not None:
            frame.parts.append(Break.LINE)
            self._collection(found, depth - 1, frame.frame(_STEP))
        elif self._is_leaf(value, depth):
            frame.line(display_text(value, self.limit))
        else:
            frame.parts.append(Break.LINE)
            self._object(value, depth - 1, frame.frame(_STEP))

    def _collection(self, found: Iterable[Value], depth: int, frame: Frame) -> None:
        frame.line("[")
        inner = frame.frame(_STEP)
        for count, element in enumerate(found):
            if count == self.limit:
                inner.line(ELLIPSIS)
                break
            self._element(element, depth, inner)
        frame.line("]")
        frame.parts.append(Break.LINE)

    def _element(self, element: Value, depth: int, frame: Frame) -> None:
        if self._is_leaf(element, depth):
            frame.line(display_text(element, self.limit))
            return
        found = elements(element)
        if found is None:
            self._object(element, depth - 1, frame)
        else:
            frame.parts.append(Break.LINE)
            self._collection(found, depth - 1, frame.frame(_STEP))

    @staticmethod
    def _is_leaf(value: Value, depth: int) -> bool:
        return depth <= 0 or value is None or is_scalar(value)
