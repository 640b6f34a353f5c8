"""Which comments hold the help of a function or script."""

from __future__ import annotations

import pytest

from msolemu.language import syntax
from msolemu.language.parser import parse

HELP = "<#\n.SYNOPSIS\nSays\n#>"


def help_of_function(text: str) -> str | None:
    (found,) = (node for node in syntax.walk(parse(text).tree) if isinstance(node, syntax.FunctionDefinition))
    return found.help_text


@pytest.mark.parametrize(
    "text",
    [
        f"{HELP}\nfunction f {{ }}",
        f"{HELP}\n\nfunction f {{ }}",
        f"1\n{HELP}\nfunction f {{ }}",
        f"function f {{\n{HELP}\nparam($x) 1 }}",
        f"function f {{ # other\n\n{HELP}\n1 }}",
        f"function f {{ 1\n{HELP}\n}}",
    ],
)
def test_help_stands_before_a_function_or_first_or_last_in_it(text: str) -> None:
    assert help_of_function(text) == HELP


@pytest.mark.parametrize(
    "text",
    [
        f"{HELP}\n\n\n\nfunction f {{ }}",
        f"{HELP}\n1\nfunction f {{ }}",
        f"function f {{ 1\n{HELP}\n2 }}",
        "# just a comment\nfunction f { }",
        "# words\n# .SYNOPSIS\n# Says\nfunction f { }",
        "# .UNHEARDOF\nfunction f { }",
        "# .PARAMETER\nfunction f { }",
        "function f { }",
    ],
)
def test_other_comments_are_no_help(text: str) -> None:
    assert help_of_function(text) is None


def test_lines_one_below_the_other_are_one_comment() -> None:
    text = "# .SYNOPSIS\n# Says\n# .PARAMETER x\n# What"
    assert help_of_function(f"{text}\nfunction f {{ }}") == text


def test_a_script_has_help_of_its_own() -> None:
    assert parse(f"#requires -Version 5\n\n{HELP}\nparam($x)\n1").tree.help_text == HELP
    assert parse(f"1\n{HELP}\n").tree.help_text == HELP


def test_help_right_before_the_first_function_is_the_functions() -> None:
    tree = parse(f"{HELP}\nfunction f {{ }}").tree
    assert tree.help_text is None


def test_help_well_before_the_first_function_is_the_scripts() -> None:
    tree = parse(f"{HELP}\n\n\n\nfunction f {{ }}").tree
    assert tree.help_text == HELP


def test_comments_in_strings_are_no_help() -> None:
    assert help_of_function('"$(# .SYNOPSIS\nfunction f { })"') is None
