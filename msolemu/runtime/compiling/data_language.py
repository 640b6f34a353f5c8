"""PowerShell's data language: texts that hold a table of constants, as `.psd1` files do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msolemu.language import syntax
from msolemu.language.data_sections import check_data
from msolemu.language.errors import ParseError, Wrong
from msolemu.language.syntax import walk
from msolemu.runtime.errors.net_errors import NetError
from msolemu.runtime.invoking.scriptblock import parse_failure
from msolemu.runtime.values.objects import Value, collapse

if TYPE_CHECKING:
    from msolemu.language.position import Extent
    from msolemu.runtime.state.session import Session

REFUSED = (
    syntax.Command,
    syntax.InvokeMember,
    syntax.Member,
    syntax.Index,
    syntax.Assignment,
    syntax.FunctionDefinition,
    syntax.TypeDefinition,
    syntax.SubExpression,
    syntax.Using,
)
CONSTANTS = frozenset({"true", "false", "null", "psscriptroot", "psculture", "psuiculture"})
IN_MANIFESTS = CONSTANTS | {
    *("pshome", "psedition", "psculture", "psuiculture", "iscoreclr", "iswindows", "islinux", "ismacos"),
    "enabledexperimentalfeatures",
}
"""The variables that the manifest of a module may name."""
MOST_KEYS = 500
DYNAMIC = (
    "Cannot generate a PowerShell object for a ScriptBlock evaluating dynamic expressions. Dynamic expression: {0}."
)


def is_data(tree: syntax.Node, variables: frozenset[str] = CONSTANTS) -> bool:
    """Whether a tree says only what is constant, so that nothing runs when it is evaluated."""
    return not any(
        isinstance(node, REFUSED) or (isinstance(node, syntax.Variable) and node.name.lower() not in variables)
        for node in walk(tree)
    )


def value_of(session: Session, text: str, tree: syntax.Node, *, unlimited: bool = True) -> Value:
    """The value of a tree and its text; refuses what would have to run and, when asked to, tables of many keys."""
    if not is_data(tree) or not (unlimited or all(len(table.pairs) <= MOST_KEYS for table in _tables(tree))):
        raise NetError("System.InvalidOperationException", DYNAMIC.format(text))
    return collapse(session.parse(text).invoke([]))


def section_value(session: Session, text: str, file: str, commands: Sequence[str]) -> Value:
    """What a file gives when all of it is the body of a data section in which some commands are allowed."""
    block = session.parse(text, file)
    errors: list[ParseError] = []

    def report(extent: Extent, wrong: Wrong, *told: object) -> None:
        errors.append(ParseError(wrong.name, wrong.value.format(*told), extent))

    for part in block.code.node.children():
        check_data(part, {name.lower() for name in commands}, report)
    if errors:
        raise parse_failure(errors)
    return collapse(block.invoke([]))


def first_table(session: Session, text: str) -> syntax.Hashtable | None:
    """The first table that stands in a text. A text that cannot be read raises its error."""
    return next(_tables(session.parse(text).code.node), None)


def _tables(tree: syntax.Node) -> Iterator[syntax.Hashtable]:
    return (node for node in walk(tree) if isinstance(node, syntax.Hashtable))
