"""PowerShell's data language: a text that holds one table of constants, as `.psd1` files do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msolemu.language import syntax
from msolemu.language.syntax import walk
from msolemu.runtime.values.objects import Hashtable

if TYPE_CHECKING:
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
CONSTANTS = frozenset({"true", "false", "null", "psscriptroot"})


def is_data(tree: syntax.Node) -> bool:
    """Whether a tree says only what is constant, so that nothing runs when it is evaluated."""
    return not any(
        isinstance(node, REFUSED) or (isinstance(node, syntax.Variable) and node.name.lower() not in CONSTANTS)
        for node in walk(tree)
    )


def table_of(session: Session, text: str) -> Hashtable | None:
    """The table that a text holds, None where it holds anything else. A text that cannot be read raises its error."""
    block = session.parse(text)
    if not is_data(block.code.node):
        return None
    found = block.invoke([])
    return found[0] if len(found) == 1 and isinstance(found[0], Hashtable) else None
