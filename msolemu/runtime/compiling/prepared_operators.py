"""`-like`, `-match` and `-split` with a pattern written in the script, `-f` with a format: read once, when needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msolemu.language import syntax
from msolemu.language.operators import BinaryOperator
from msolemu.runtime.compiling.compiler import compile_expression
from msolemu.runtime.compiling.variables import writer
from msolemu.runtime.errors.net_errors import NetError
from msolemu.runtime.operations import comparison
from msolemu.runtime.state.frame import Evaluated, Frame
from msolemu.runtime.text import text_operators
from msolemu.runtime.text.matching import IGNORE_CASE, expression, like_pattern
from msolemu.runtime.values.objects import NOTHING, TypedArray, Value

if TYPE_CHECKING:
    from msolemu.runtime.text.regular_expressions import Regex

LIKE = {
    BinaryOperator.ILIKE: (comparison.like, True, True),
    BinaryOperator.INOTLIKE: (comparison.notlike, True, False),
    BinaryOperator.CLIKE: (comparison.clike, False, True),
    BinaryOperator.CNOTLIKE: (comparison.cnotlike, False, False),
}
"""The general rule, whether case is ignored, the answer for a text that fits."""

write_matches = writer("Matches")
"""Gives `$Matches` its value."""


def prepared(node: syntax.Binary) -> Evaluated | None:
    """The closure for an operator that can be prepared; None for every other, and for patterns that are computed."""
    if node.operator is BinaryOperator.FORMAT and isinstance(node.left, syntax.StringConstant):
        return _format(node, node.left.value)
    if not isinstance(node.right, syntax.StringConstant):
        return None
    make = _MAKERS.get(node.operator)
    return None if make is None else make(node, node.right.value)


def _format(node: syntax.Binary, text: str) -> Evaluated:
    right = compile_expression(node.right)
    known: list[Callable[[str, list[Value]], str]] = []

    def run(frame: Frame) -> Value:
        value = right(frame)
        if type(value) is not list:
            return text_operators.format_composite(text, None if value is NOTHING else value)
        if not known:
            from msolemu.runtime.text.composite_format import fill

            known.append(fill)
        try:
            return known[0](text, value)
        except NetError:
            return text_operators.format_composite(text, value)

    return run


def _like(node: syntax.Binary, pattern: str) -> Evaluated:
    general, ignore_case, wanted = LIKE[node.operator]
    left = compile_expression(node.left)
    known: list[Callable[[str], bool]] = []

    def run(frame: Frame) -> Value:
        value = left(frame)
        if type(value) is not str:
            return general(None if value is NOTHING else value, pattern)
        if not known:
            known.append(like_pattern(pattern, ignore_case=ignore_case))
        return known[0](value) is wanted

    return run


def _match(node: syntax.Binary, pattern: str) -> Evaluated:
    left = compile_expression(node.left)
    known: list[Regex] = []

    def run(frame: Frame) -> Value:
        value = left(frame)
        if type(value) is not str:
            result, groups = comparison.match_groups(None if value is NOTHING else value, pattern, False, False)
        else:
            if not known:
                known.append(expression(pattern, IGNORE_CASE))
            groups = known[0].first_groups(value)
            result = groups is not None
        if groups is not None:
            write_matches(frame, groups)
        return result

    return run


def _split(node: syntax.Binary, pattern: str) -> Evaluated:
    left = compile_expression(node.left)
    known: list[Callable[[str], list[str]]] = []

    def run(frame: Frame) -> Value:
        value = left(frame)
        if type(value) is not str:
            return text_operators.split(None if value is NOTHING else value, pattern)
        if not known:
            known.append(text_operators.splitter(pattern))
        return TypedArray(known[0](value), text_operators.STRING)

    return run


_MAKERS: dict[BinaryOperator, Callable[[syntax.Binary, str], Evaluated]] = {
    **dict.fromkeys(LIKE, _like),
    BinaryOperator.IMATCH: _match,
    BinaryOperator.ISPLIT: _split,
}
