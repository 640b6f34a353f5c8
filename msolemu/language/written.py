"""The function that writes a node as text; the printing files say how each kind of node is written."""

from __future__ import annotations

from functools import singledispatch

from .syntax import Node


@singledispatch
def written(node: Node) -> str:
    """The node as text. What could not be read (ErrorStatement, ErrorExpression) is written as it stood there."""
    return node.extent.text
