"""Why a recorded case may still differ: constructs and commands that are not yet there, each found in the syntax tree.

A case that no cause excuses must pass; an excused case that passes fails the test, so the list only shrinks.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from msolemu.bootstrap import Settings, build
from msolemu.host.aliases import ALIASES
from msolemu.host.capture import CaptureHost
from msolemu.language import syntax
from msolemu.language.syntax import Node, walk
from msolemu.runtime.foreign.foreign_types import foreign_type
from msolemu.runtime.types.registry import find_type
from tests.golden import cases


@dataclass(frozen=True)
class Cause:
    """One thing not yet there, and the predicate that finds the cases it excuses."""

    name: str
    finds: Callable[[Node], bool]


@functools.cache
def commands_not_there() -> frozenset[str]:
    """The commands that the recorded PowerShell had and this one has not, in lower case, their aliases too."""
    session = build(Settings(workspace=None), CaptureHost()).session
    missing = {case.name.lower() for case in cases.syntaxes() if session.find_command(case.name) is None}
    return frozenset(missing | {alias for alias, target in ALIASES.items() if target.lower() in missing})


def commands_called(tree: Node) -> Iterator[str]:
    """The names of the commands that a script calls by a plain word, in lower case."""
    for node in walk(tree):
        if isinstance(node, syntax.Command) and node.elements:
            first = node.elements[0]
            if isinstance(first, syntax.StringConstant):
                yield first.value.lower()


def _calls_what_is_not_there(tree: Node) -> bool:
    return any(name in commands_not_there() for name in commands_called(tree))


def _makes_a_com_object(tree: Node) -> bool:
    return any(isinstance(node, syntax.CommandParameter) and node.name.lower() == "comobject" for node in walk(tree))


def _leaves_an_array_open(tree: Node) -> bool:
    return any(isinstance(node, syntax.ArrayExpression) and not node.extent.text.endswith(")") for node in walk(tree))


def _names_a_type_that_is_refused(tree: Node) -> bool:
    own = {node.name.lower() for node in walk(tree) if isinstance(node, syntax.TypeDefinition)}
    names = {node.name for node in walk(tree) if isinstance(node, syntax.TypeName) and node.name.lower() not in own}
    return any(find_type(name) is None and foreign_type(name) is not None for name in names)


CAUSES = (
    Cause("a command that is not there yet", _calls_what_is_not_there),
    Cause("a type of .NET that msolemu names and refuses", _names_a_type_that_is_refused),
    Cause("a COM object: msolemu has it as on Windows, the recorded PowerShell had not", _makes_a_com_object),
    Cause("an error past the end of the text: PowerShell prints nothing, msolemu tells it", _leaves_an_array_open),
)


def cause_of(tree: Node) -> Cause | None:
    """The first cause that excuses a case with this tree."""
    return next((cause for cause in CAUSES if cause.finds(tree)), None)
