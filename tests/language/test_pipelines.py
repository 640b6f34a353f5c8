"""Pipelines and commands."""

from __future__ import annotations

import pytest

from msolemu.language import syntax
from msolemu.language.operators import ChainOperator, InvocationOperator, RedirectedStream
from tests.language.judged import command, errors, statement

JUDGED: list[tuple[str, list[str]]] = [
    ("1 | 2", ["ExpressionsMustBeFirstInPipeline 4-5"]),
    ("1 && 2 & && 3", ["BackgroundOperatorInPipelineChain 9-11"]),
    ("a && ", ["EmptyPipelineChainElement 4-4"]),
    ("a && )", ["EmptyPipelineChainElement 2-6", "UnexpectedToken 5-6"]),
    ("a && .", ["MissingExpression 5-6"]),
    ("a & && b", ["BackgroundOperatorInPipelineChain 4-6"]),
    ("a && b || c &", []),
    ("a | | b", ["EmptyPipeElement 3-3"]),
    ("| a", ["EmptyPipeElement 0-1"]),
    (". ", ["MissingExpression 0-1"]),
    ("&", ["MissingExpression 0-1"]),
    ("a -x:", ["ParameterRequiresArgument 5-5"]),
    ("a -x:,b", ["MissingArgument 5-6"]),
    ("a ,b", ["MissingArgument 2-3"]),
    ("a b,", ["MissingExpression 4-4"]),
    ("a b,,c", ["MissingExpression 4-4", "MissingArgument 4-5"]),
    ("a > ", ["MissingFileSpecification 3-3"]),
    ("a < b", ["RedirectionNotSupported 2-3"]),
    ("a 2>&2", ["RedirectionNotSupported 2-6"]),
    ("a 1>&1", ["RedirectionNotSupported 2-6"]),
    (
        "a 3>&1 3>&1 > x > y *> z *> w",
        ["StreamAlreadyRedirected 7-11", "StreamAlreadyRedirected 16-19", "StreamAlreadyRedirected 25-29"],
    ),
    ("1 > x < y", ["RedirectionNotSupported 6-7"]),
    ("a --% b | c", []),
    ("a -- -x -- -y", []),
    ("> x", []),
]


@pytest.mark.parametrize(("text", "expected"), JUDGED, ids=[text for text, _ in JUDGED])
def test_a_pipeline_is_judged_as_powershell_judges_it(text: str, expected: list[str]) -> None:
    assert errors(text) == expected


def test_words_of_a_command() -> None:
    name, switch, with_value, value, listed = command("Get-It -All -Name:x 5 a,b").elements
    assert isinstance(name, syntax.StringConstant)
    assert name.value == "Get-It"
    assert isinstance(switch, syntax.CommandParameter)
    assert (switch.name, switch.argument) == ("All", None)
    assert isinstance(with_value, syntax.CommandParameter)
    assert with_value.has_colon
    assert isinstance(with_value.argument, syntax.StringConstant)
    assert isinstance(value, syntax.Constant)
    assert isinstance(listed, syntax.ArrayLiteral)


def test_a_name_called_plainly_expands_nothing() -> None:
    assert isinstance(command("a$b").elements[0], syntax.StringConstant)
    assert isinstance(command("& a$b").elements[0], syntax.ExpandableString)
    assert command("& a").invocation_operator is InvocationOperator.CALL
    assert command(". a").invocation_operator is InvocationOperator.DOT


def test_all_behind_a_verbatim_sign_is_one_word() -> None:
    *_, last = command("icacls --% x /grant y:(z) | more").elements
    assert isinstance(last, syntax.StringConstant)
    assert last.value == "x /grant y:(z) "


def test_dashes_end_the_parameters() -> None:
    _, dashes, word = command("a -- -x").elements
    assert isinstance(dashes, syntax.CommandParameter)
    assert isinstance(word, syntax.StringConstant)
    assert word.value == "-x"


def test_streams_go_to_files_and_to_output() -> None:
    merged, file = command("a 2>&1 3>> x").redirections
    assert isinstance(merged, syntax.MergingRedirection)
    assert merged.stream is RedirectedStream.ERROR
    assert isinstance(file, syntax.FileRedirection)
    assert (file.stream, file.append) == (RedirectedStream.WARNING, True)


def test_pipelines_chain_to_the_left() -> None:
    chain = statement("a && b || c")
    assert isinstance(chain, syntax.PipelineChain)
    assert chain.operator is ChainOperator.OR
    assert isinstance(chain.left, syntax.PipelineChain)


@pytest.mark.parametrize("text", ["a |\n b", "a\n| b", "a\n# c\n| b", "a\n<# c #>\n  | b"])
def test_a_pipe_may_stand_on_the_next_line_that_is_no_comment(text: str) -> None:
    pipeline = statement(text)
    assert isinstance(pipeline, syntax.Pipeline)
    assert len(pipeline.elements) == 2


@pytest.mark.parametrize("text", ["a\n\n| b", "a\n# c\n\n| b"])
def test_no_empty_line_may_stand_before_the_pipe(text: str) -> None:
    assert errors(text) == [f"EmptyPipeElement {len(text) - 3}-{len(text) - 2}"]


def test_in_the_subexpression_of_a_string_no_pipe_is_looked_for_on_the_next_line() -> None:
    assert errors('"$(a\n| b)"') == ["EmptyPipeElement 5-6"]


def test_a_pipeline_may_run_in_the_background() -> None:
    pipeline = statement("a &")
    assert isinstance(pipeline, syntax.Pipeline)
    assert pipeline.background
