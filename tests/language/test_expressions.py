"""Operators and their order."""

from __future__ import annotations

import pytest

from msolemu.language import syntax
from tests.language.judged import expression


def shape(node: syntax.Expression) -> str:
    """An expression with all its parentheses."""
    if isinstance(node, syntax.Binary):
        return f"({shape(node.left)} {node.operator.value} {shape(node.right)})"
    if isinstance(node, syntax.Unary):
        return f"({node.operator.value} {shape(node.operand)})"
    if isinstance(node, syntax.ArrayLiteral):
        return "[" + ", ".join(map(shape, node.elements)) + "]"
    if isinstance(node, syntax.Ternary):
        return f"({shape(node.condition)} ? {shape(node.if_true)} : {shape(node.if_false)})"
    if isinstance(node, syntax.Convert):
        return f"([{node.attribute.type_name.full_name}] {shape(node.operand)})"
    return node.extent.text


SHAPES = [
    ("1 + 2 * 3", "(1 + (2 * 3))"),
    ("1 - 2 - 3", "((1 - 2) - 3)"),
    ("1 + 2 -eq 3", "((1 + 2) -eq 3)"),
    ("1 -eq 2 -and 3 -or 4", "(((1 -eq 2) -and 3) -or 4)"),
    ("1 -band 2 -eq 3", "(1 -band (2 -eq 3))"),
    ("1 ?? 2 -eq 3", "((1 ?? 2) -eq 3)"),
    ("1 ?? 2 + 3", "(1 ?? (2 + 3))"),
    ("'a' -f 1 + 2", "(('a' -f 1) + 2)"),
    ("1..2 + 3", "((1 .. 2) + 3)"),
    ("1, 2 + 3, 4", "([1, 2] + [3, 4])"),
    ("1 .. 2, 3", "(1 .. [2, 3])"),
    (", 1, 2", "[[1], 2]"),
    ("-not 1 -eq 2", "((-not 1) -eq 2)"),
    ("!$a", "(-not $a)"),
    ("- 1 + 2", "((- 1) + 2)"),
    ("-1 + 2", "(-1 + 2)"),
    ("1 -2", "(1 - 2)"),
    ("[int] '1' + 2", "(([int] '1') + 2)"),
    ("[int][string] 1", "([int] ([string] 1))"),
    ("-split 'a b' -join 'c'", "((-split 'a b') -join 'c')"),
    ("$a ? 1 : $b ? 2 : 3", "($a ? 1 : ($b ? 2 : 3))"),
    ("$a ? 1:2", "($a ? 1 : 2)"),
    ("1 +\n2", "(1 + 2)"),
    ("$a++ + 1", "((x++ $a) + 1)"),
    ("$a \u2013eq $b", "($a -eq $b)"),
    ("5 -isplit 6 -ieq 7", "((5 -split 6) -eq 7)"),
]


@pytest.mark.parametrize(("text", "expected"), SHAPES, ids=[text for text, _ in SHAPES])
def test_stronger_operators_hold_their_values_first(text: str, expected: str) -> None:
    assert shape(expression(text)) == expected
