"""The custom controls of a view file: free text of texts, line ends, frames and values."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msolemu.formatting.custom import Break, Frame
from msolemu.formatting.display import DEFAULT_ENUMERATION_LIMIT, display_text, elements
from msolemu.formatting.view_expressions import EXPRESSION, SHOWN, Expressions, chosen, formatting_with, holds, tried
from msolemu.foundation.xml_nodes import XmlNode
from msolemu.runtime.values.objects import Value

Draw = Callable[[Value, int], Frame]
"""The free text of an object, and how deep the control that draws it stands in others."""
DrawPart = Callable[[Value, Frame, int], None]
Controls = dict[str, Draw]
"""The custom controls that have a name, by it in lower case."""

_NOT_DRAWN = ("FirstLineIndent", "FirstLineHanging", "RightIndent")
_DEEPEST = 50
"""How many controls may stand in each other; a control that names itself ends there."""


class CustomControls:
    """Reads them."""

    def __init__(self, expressions: Expressions) -> None:
        self.expressions = expressions

    def named(self, node: XmlNode, outer: Controls) -> Controls:
        """The controls that a node names, besides those outside it; each may name itself and the others."""
        nodes = {
            one.demanded("Name").text.lower(): one.demanded("CustomControl")
            for one in node.inside("Controls", "Control")
        }
        found = {**outer, **dict.fromkeys(nodes, _empty)}
        for name, control in nodes.items():
            found[name] = self.read(control, found)
        return found

    def read(self, control: XmlNode, controls: Controls) -> Draw:
        """Free text."""

        def parts(node: XmlNode) -> list[DrawPart]:
            return [part for item in node.children("CustomItem") for part in self.parts(item, controls)]

        choose = chosen(
            self.expressions.entries(control.allows("CustomEntries"), ("CustomEntries", "CustomEntry"), parts)
        )

        def draw(value: Value, depth: int) -> Frame:
            frame = Frame()
            for part in choose(value):
                part(value, frame, depth)
            return frame

        return draw

    def parts(self, node: XmlNode, controls: Controls) -> Iterator[DrawPart]:
        """The texts, line ends, values and frames of a custom item."""
        for one in node.allows("Text", "NewLine", "ExpressionBinding", "Frame").children():
            match one.tag:
                case "Text":
                    yield _text(one.element.text or "")
                case "NewLine":
                    yield _line_ends(one.number_of("Count", 1))
                case "Frame":
                    yield self.frame(one, controls)
                case _:
                    yield self.binding(one, controls)

    def frame(self, node: XmlNode, controls: Controls) -> DrawPart:
        """Parts that stand further to the right."""
        for name in _NOT_DRAWN:
            if node.number_of(name):
                raise node.error(f"{name} is not emulated.")
        indentation = node.allows("LeftIndent", "CustomItem", *_NOT_DRAWN).number_of("LeftIndent")
        inner = [part for item in node.children("CustomItem") for part in self.parts(item, controls)]

        def draw(value: Value, frame: Frame, depth: int) -> None:
            below = frame.frame(indentation)
            for part in inner:
                part(value, below, depth)

        return draw

    def binding(self, node: XmlNode, controls: Controls) -> DrawPart:
        """A value of the object, or the object itself, as text or drawn by another control."""
        node.allows("EnumerateCollection", "ItemSelectionCondition", "CustomControl", "CustomControlName", *SHOWN)
        read = self.expressions.reader(node) if any(node.children(*EXPRESSION)) else _itself
        shown = formatting_with(read, node.text_of("FormatString")) if node.child("FormatString") else read
        conditions = self.expressions.conditions(node)
        control = self.named_or_inner(node, controls)
        each = node.says("EnumerateCollection")

        def draw(value: Value, frame: Frame, depth: int) -> None:
            if depth > _DEEPEST or not all(holds(one, value) for one in conditions):
                return
            held = tried(shown, value)
            found = elements(held) if each else None
            for one in (held,) if found is None else found:
                frame.parts.append(
                    display_text(one, DEFAULT_ENUMERATION_LIMIT) if control is None else control(one, depth + 1)
                )

        return draw

    def named_or_inner(self, node: XmlNode, controls: Controls) -> Draw | None:
        """The custom control that a node has in it or names."""
        inner, name = node.child("CustomControl"), node.child("CustomControlName")
        if name is None:
            return None if inner is None else self.read(inner, controls)
        key = name.text.lower()
        if key not in controls:
            raise name.error(f"The {name.text} value is not valid.")

        def draw(value: Value, depth: int) -> Frame:
            return controls[key](value, depth)  # which may be read only later

        return draw


def _text(text: str) -> DrawPart:
    return lambda value, frame, depth: frame.parts.append(text)


def _line_ends(count: int) -> DrawPart:
    return lambda value, frame, depth: frame.parts.extend([Break.LINE] * count)


def _empty(value: Value, depth: int) -> Frame:
    return Frame()


def _itself(value: Value) -> Value:
    return value
