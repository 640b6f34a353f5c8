"""The way back: tree to text. Reading the text again gives the same tree (`same_tree`)."""

from __future__ import annotations

from . import print_definitions, print_statements, print_values  # noqa: F401  they say how each node is written
from .syntax import Node
from .written import written


def to_text(node: Node) -> str:
    """A node as text that reads as the same tree, when it comes from a text without errors."""
    return written(node)
