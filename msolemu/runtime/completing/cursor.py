"""Where the cursor stands in a text that is still being typed, by the tree of what is there already."""

from __future__ import annotations

from typing import TypeVar

from msolemu.language import syntax
from msolemu.language.parser import parse
from msolemu.language.syntax.base import Node, walk

N = TypeVar("N", bound=Node)
STAND_IN = "x"
"""What is put at the cursor, so that there is a word in every case."""


class Cursor:
    """The end of a text: `path` are the nodes that reach it, from the script inwards."""

    def __init__(self, before: str) -> None:
        end = len(before) + len(STAND_IN)
        self.before = before
        self.path = [
            node
            for node in walk(parse(before + STAND_IN).tree)
            if node.extent.start < end <= node.extent.end or isinstance(node, syntax.ScriptBlock)
        ]

    @property
    def node(self) -> Node:
        """The innermost node at the cursor."""
        return self.path[-1]

    @property
    def start(self) -> int:
        """Where the word at the cursor begins."""
        return self.node.extent.start

    @property
    def word(self) -> str:
        """The word as far as it is typed."""
        return self.before[self.start :]

    def around(self, kind: type[N]) -> N | None:
        """The nearest node of a kind about the cursor."""
        return next((node for node in reversed(self.path) if isinstance(node, kind)), None)

    def above(self, node: Node) -> list[Node]:
        """The nodes that hold a node of the path, the nearest first."""
        return self.path[self.path.index(node) - 1 :: -1] if node is not self.path[0] else []


def command_name(command: syntax.Command) -> str:
    """What a command is called, empty where that is computed."""
    name = command.elements[0]
    return name.value if isinstance(name, syntax.StringConstant) else ""
