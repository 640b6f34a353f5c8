"""The way into the language: text to tree."""

from __future__ import annotations

from msolemu.foundation.dataclass import dataclass

from . import syntax
from .checks import Checks
from .errors import ParseError, Wrong
from .statements import Statements


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text's tree, its errors in PowerShell's order, and whether more input would mend them."""

    tree: syntax.ScriptBlock
    errors: tuple[ParseError, ...]
    incomplete: bool


def parse(text: str, file: str | None = None) -> Parsed:
    """Parses a script. Never raises: what is wrong stands in `errors`, and the tree is as good as it can be."""
    parser = Statements(text, file)
    try:
        tree = parser.script_block(None)
        if parser.scanner.comments:
            from .requirements import requirements_of

            tree = tree.changed(requirements=requirements_of(parser))
        Checks(parser.error).check(tree)
    except RecursionError:
        place = parser.scanner.extent(0, parser.scanner.length)
        parser.error(place, Wrong.ScriptTooComplicated)
        tree = syntax.ScriptBlock(place)
    errors = tuple(parser.errors)
    return Parsed(tree, errors, any(error.incomplete for error in errors))
