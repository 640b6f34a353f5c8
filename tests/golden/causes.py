"""Why a recorded script may still differ: what msolemu does otherwise on purpose, each found in the syntax tree.

A script that no cause excuses must pass; an excused script that passes fails the test, so the list only shrinks.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from msolemu.language import syntax
from msolemu.language.syntax import Node, walk


@dataclass(frozen=True)
class Cause:
    """One thing done otherwise on purpose, and the predicate that finds the scripts it excuses."""

    name: str
    finds: Callable[[Node], bool]


def _makes_a_com_object(tree: Node) -> bool:
    return any(isinstance(node, syntax.CommandParameter) and node.name.lower() == "comobject" for node in walk(tree))


def _leaves_an_array_open(tree: Node) -> bool:
    return any(isinstance(node, syntax.ArrayExpression) and not node.extent.text.endswith(")") for node in walk(tree))


CAUSES = (
    Cause("a COM object: msolemu has it as on Windows, the recorded PowerShell had not", _makes_a_com_object),
    Cause("an error past the end of the text: PowerShell prints nothing, msolemu tells it", _leaves_an_array_open),
)


def cause_of(tree: Node) -> Cause | None:
    """The first cause that excuses a script with this tree."""
    return next((cause for cause in CAUSES if cause.finds(tree)), None)
