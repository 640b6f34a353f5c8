"""Why a recorded case may still differ: constructs and commands that are not yet there, each found in the syntax tree.

A case that no cause excuses must pass; an excused case that passes fails the test, so the list only shrinks.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from msolemu.language import syntax
from msolemu.language.syntax import Node, walk
from tests.golden import cases


@dataclass(frozen=True)
class Cause:
    """One thing not yet there, and the predicate that finds the cases it excuses."""

    name: str
    finds: Callable[[Node], bool]


@functools.cache
def commands_of_powershell() -> frozenset[str]:
    """The commands that the recorded PowerShell had, in lower case."""
    return frozenset(case.name.lower() for case in cases.syntaxes())


def commands_called(tree: Node) -> Iterator[str]:
    """The names of the commands that a script calls by a plain word, in lower case."""
    for node in walk(tree):
        if isinstance(node, syntax.Command) and node.elements:
            first = node.elements[0]
            if isinstance(first, syntax.StringConstant):
                yield first.value.lower()
