"""The way into the language as a whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msolemu.language import syntax
from msolemu.language.parser import parse
from tests.language.judged import errors

PIECES = [
    *(
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        "@(",
        "@{",
        "$(",
        "$a",
        "${b}",
        "@c",
        "'",
        '"',
        "@'\n",
        '\n"@',
        "`",
        "\n",
        ";",
        ",",
    ),
    *(
        "|",
        "||",
        "&&",
        "&",
        ".",
        "..",
        "::",
        "?",
        "??",
        "?.",
        "=",
        "+=",
        "++",
        "--",
        "--%",
        "-x",
        "-eq",
        "-not",
        "1",
        "0x",
    ),
    *(
        "#",
        "<#",
        "#>",
        "<",
        ">",
        "2>&1",
        "*>",
        ":",
        ":l",
        "a",
        "$",
        "\0",
        "\u201c",
        "\u2013",
        "!",
        "%",
        "[int]",
        "[a()]",
    ),
    *(
        "if",
        "else",
        "elseif",
        "foreach",
        "in",
        "for",
        "while",
        "do",
        "until",
        "switch",
        "default",
        "function",
        "filter",
    ),
    *(
        "param",
        "begin",
        "process",
        "end",
        "class",
        "enum",
        "static",
        "try",
        "catch",
        "finally",
        "trap",
        "data",
        "using",
    ),
    *("namespace", "return", "break", "throw", "configuration", "workflow", "base", "hidden", "#requires -version 5"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from(["", " "]))
def test_whatever_is_read_gives_a_tree_and_errors_in_the_text(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    parsed = parse(text)
    assert all(0 <= error.extent.start <= error.extent.end <= len(text) + 2 for error in parsed.errors)
    assert all(node.extent.source.text == text for node in syntax.walk(parsed.tree))


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_a_text_is_read_the_same_each_time(pieces: list[str]) -> None:
    text = " ".join(pieces)
    one, other = parse(text), parse(text)
    assert [(error.id, error.extent.start) for error in one.errors] == [
        (error.id, error.extent.start) for error in other.errors
    ]
    assert syntax.same_tree(one.tree, other.tree)


INCOMPLETE = [
    "if (1) {",
    "'a",
    '"a',
    "@'\na",
    "a |",
    "(1 +",
    "$a =",
    "@{",
    "$x.",
    "foreach ($i in",
    "<# a",
    "function f {",
]


@pytest.mark.parametrize("text", INCOMPLETE)
def test_a_text_that_breaks_off_waits_for_more(text: str) -> None:
    assert parse(text).incomplete


@pytest.mark.parametrize("text", ["", "1", "if (1) { }", "1 +) 2", "}", "1 2"])
def test_what_is_whole_or_wrong_does_not_wait(text: str) -> None:
    assert not parse(text).incomplete


def test_errors_know_line_column_and_message() -> None:
    (error,) = parse("1\n  }").errors
    assert (error.extent.start_line, error.extent.start_column) == (2, 3)
    assert error.message == "Unexpected token '}' in expression or statement."


def test_a_text_nested_too_deeply_is_told_so() -> None:
    depth = 100_000
    assert errors("(" * depth + "1" + ")" * depth) == [f"ScriptTooComplicated 0-{2 * depth + 1}"]


def test_the_tree_knows_the_file_it_came_from() -> None:
    assert parse("1", "/a/b.ps1").tree.extent.source.file == "/a/b.ps1"
