"""Printing a tree and reading it again gives the same tree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msolemu.foundation.text import to_units
from msolemu.language import syntax
from msolemu.language.operators import BinaryOperator, NumberKind, StringKind, UnaryOperator, VariableScope
from msolemu.language.parser import parse
from msolemu.language.position import Extent, Source
from msolemu.language.printing import to_text
from msolemu.language.syntax import Expression, same_tree
from tests.golden import cases

NOWHERE = Extent(Source(""), 0, 0)
TEXTS = {
    "parses": [case.script for case in cases.parses() if case.valid],
    "expressions": [case.expr for case in cases.expressions()],
    "scripts": [case.script for case in cases.scripts()],
}


def differs(text: str) -> bool:
    """Whether a text's tree, printed and read again, is another one."""
    parsed = parse(to_units(text))
    if parsed.errors:
        return False
    again = parse(to_text(parsed.tree))
    return bool(again.errors) or not same_tree(parsed.tree, again.tree)


@pytest.mark.parametrize("kind", TEXTS)
def test_recorded_texts_are_printed_so_that_they_read_the_same(kind: str) -> None:
    assert [text for text in TEXTS[kind] if differs(text)] == []


WRITTEN = [
    "#requires -Version 5.1\n#requires -Modules A, @{ ModuleName = 'B' }\n#requires -PSEdition Core\n1",
    "#requires -Assembly x.dll\n#requires -RunAsAdministrator\n#requires -ShellId y\n1",
    "using namespace System.Text\nusing module 'a b'\nusing module @{ ModuleName = 'a' }\n1",
    "<#\n.SYNOPSIS\nA script\n#>\n\n\n\n# .SYNOPSIS\n# A function\nfunction f { }",
    "function f {\n<#\n.SYNOPSIS\nInside\n#>\nparam($x) }",
    "[List[int][], mscorlib]",
    "[Dictionary[[string, mscorlib],[int]]]",
    "[int[], mscorlib]",
    "class A : B { static hidden [int] $x = 1; A() : base(1, 2) { } [void] M([int] $y) { } }",
    "[Flags()] enum E : byte { A = 1; B }",
    "foreach ($a in 1) { break x; continue $y }",
    ":x for (;;) { }",
    "switch -file a.txt { 1 { } default { } }",
    "a --% b c\nd",
    "a -b: c, d 2>&1 > x",
    "data x -SupportedCommand a, b { b }",
    "trap [int] { }\n1",
    "configuration A { b }",
    "try { throw } catch [a], [b] { exit 1 } finally { 2 }",
    "$a && b || c &",
    "${a}?.b?[1]::c",
    "0x400.x; 1e3.y; 1.5.z",
    "$using:a.b",
    "& 'a b' 5u 5l 5ul 5s 5us 5y 5uy 5d 5n 1e400 1.5",
    "[a(1, b = 2, c)]$x",
    "-split 'a'; -join $b; -not $c; - 1; + 2; ++$d; $e--",
    '"a$(""b$(1)"" + $c)"',
]


@pytest.mark.parametrize("text", WRITTEN)
def test_every_kind_of_statement_can_be_printed(text: str) -> None:
    assert not parse(text).errors
    assert not differs(text)


def test_what_could_not_be_read_is_printed_as_it_stood_there() -> None:
    assert to_text(parse("if").tree) == "if"


CHARACTERS = st.characters(max_codepoint=0xFFFF, exclude_categories=())
VALUES = st.text(CHARACTERS, max_size=8) | st.text(
    st.sampled_from("ab$`'\"(){}[]@#-.\n\r\t ;,|&<>0u\u201c\u2019"), max_size=8
)
NAMES = st.text(CHARACTERS.filter(lambda c: c != ":"), min_size=1, max_size=5)


@st.composite
def strings(draw: st.DrawFn) -> Expression:
    kind = draw(st.sampled_from([StringKind.SINGLE_QUOTED, StringKind.DOUBLE_QUOTED]))
    return syntax.StringConstant(NOWHERE, draw(VALUES), kind)


@st.composite
def here_strings(draw: st.DrawFn) -> Expression:
    value = draw(VALUES.filter(lambda text: not text.endswith("\r")))
    return syntax.StringConstant(NOWHERE, value, StringKind.DOUBLE_QUOTED_HERE)


@st.composite
def variables(draw: st.DrawFn) -> Expression:
    scope = draw(st.sampled_from([VariableScope.NONE, VariableScope.SCRIPT, VariableScope.DRIVE]))
    drive = "env" if scope is VariableScope.DRIVE else None
    return syntax.Variable(NOWHERE, draw(NAMES), scope, drive)


RANGES = {
    NumberKind.INT32: (0, 2**31 - 1),
    NumberKind.INT64: (0, 2**63 - 1),
    NumberKind.UINT32: (0, 2**32 - 1),
    NumberKind.UINT64: (2**32, 2**64 - 1),
    NumberKind.INT16: (0, 2**15 - 1),
    NumberKind.UINT16: (0, 2**16 - 1),
    NumberKind.SBYTE: (0, 127),
    NumberKind.BYTE: (0, 255),
    NumberKind.BIGINTEGER: (0, 2**200),
}


@st.composite
def numbers(draw: st.DrawFn) -> Expression:
    kind = draw(st.sampled_from([*RANGES, NumberKind.DOUBLE]))
    if kind is NumberKind.DOUBLE:
        return syntax.Constant(NOWHERE, draw(st.floats(min_value=0, allow_nan=False)), kind)
    low, high = RANGES[kind]
    return syntax.Constant(NOWHERE, draw(st.integers(low, high)), kind)


@st.composite
def expandable(draw: st.DrawFn) -> Expression:
    """Literal pieces between variables, the first and last of which may be missing."""
    parts: list[str | Expression] = []
    for _ in range(draw(st.integers(1, 3))):
        if text := draw(VALUES):
            parts.append(text)
        parts.append(draw(variables()))
    return syntax.ExpandableString(NOWHERE, tuple(parts), StringKind.DOUBLE_QUOTED)


def paren(value: Expression) -> Expression:
    """A value in parentheses."""
    return syntax.Paren(NOWHERE, pipeline(value))


def pipeline(value: Expression) -> syntax.Pipeline:
    """A value as a statement."""
    return syntax.Pipeline(NOWHERE, (syntax.CommandExpression(NOWHERE, value),))


def compound(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    """Expressions made of others, which stand in parentheses."""
    enclosed = inner.map(paren)
    return (
        st.builds(
            lambda left, operator, right: syntax.Binary(NOWHERE, left, operator, right, NOWHERE),
            enclosed,
            st.sampled_from(list(BinaryOperator)),
            enclosed,
        )
        | st.builds(
            lambda operator, value: syntax.Unary(NOWHERE, operator, value), st.just(UnaryOperator.NOT), enclosed
        )
        | st.builds(
            lambda values: syntax.ArrayLiteral(NOWHERE, tuple(values)), st.lists(enclosed, min_size=1, max_size=3)
        )
        | st.builds(lambda target, index: syntax.Index(NOWHERE, target, index), enclosed, inner)
        | st.builds(
            lambda a, b, c: syntax.Ternary(NOWHERE, a, b, c),
            enclosed,
            enclosed,
            enclosed,
        )
    )


EXPRESSIONS = st.recursive(strings() | variables() | numbers() | expandable(), compound, max_leaves=6)


def read_again(tree: syntax.Node) -> syntax.Node:
    """The only statement of the printed tree."""
    parsed = parse(to_text(tree))
    assert not parsed.errors
    assert parsed.tree.end_block is not None
    (found,) = parsed.tree.end_block.statements
    return found


@given(EXPRESSIONS)
def test_any_expression_reads_as_it_was_printed(value: Expression) -> None:
    assert same_tree(read_again(pipeline(value)), pipeline(value))


@given(here_strings())
def test_any_here_string_reads_as_it_was_printed(value: Expression) -> None:
    assert same_tree(read_again(pipeline(value)), pipeline(value))


WORDS = VALUES.filter(lambda text: text and text != "--%")


@given(WORDS, st.lists(WORDS, max_size=3))
def test_any_word_of_a_command_reads_as_it_was_printed(name: str, words: list[str]) -> None:
    elements = tuple(syntax.StringConstant(NOWHERE, text, StringKind.BAREWORD) for text in (name, *words))
    tree = syntax.Pipeline(NOWHERE, (syntax.Command(NOWHERE, elements),))
    assert same_tree(read_again(tree), tree)
