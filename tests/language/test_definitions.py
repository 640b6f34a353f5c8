"""Script blocks, functions and using statements."""

from __future__ import annotations

import pytest

from msolemu.language import syntax
from msolemu.language.operators import UsingKind
from msolemu.language.parser import parse
from tests.language.judged import errors, statement

JUDGED: list[tuple[str, list[str]]] = [
    ("param($x,) 1", ["MissingExpressionAfterToken 9-9"]),
    ("param([int]) 1", ["InvalidFunctionParameter 11-11", "MissingEndParenthesisInFunctionParameterList 11-11"]),
    ("param($x = ) 1", ["MissingExpressionAfterToken 10-10"]),
    ("param($x 1", ["MissingEndParenthesisInFunctionParameterList 8-8"]),
    ("param", []),
    ("function f($x { }", ["MissingEndParenthesisInFunctionParameterList 13-13", "UnexpectedToken 16-17"]),
    ("function {}", ["MissingNameAfterKeyword 8-8"]),
    ("workflow w { parallel { } }", ["WorkflowNotSupportedInPowerShellCore 0-27"]),
    ("using", ["MissingUsingStatementDirective 5-5"]),
    ("using foo", ["MissingUsingStatementDirective 5-5"]),
    ("using namespace", ["MissingUsingItemName 15-15"]),
    ("using namespace ,a", ["MissingUsingItemName 15-15"]),
    ("using namespace )", ["InvalidValueForUsingItemName 16-17"]),
    ("using namespace $x", ["InvalidValueForUsingItemName 16-18"]),
    ("using namespace a = b", ["UsingStatementNotSupported 0-21"]),
    ("using namespace a =", ["MissingNamespaceAlias 19-19"]),
    ("using namespace a = ,b", ["UnexpectedUnaryOperator 20-21"]),
    ("using namespace a = $x", ["InvalidValueForUsingItemName 20-22"]),
    ("using namespace a = )", ["InvalidValueForUsingItemName 20-21", "UnexpectedToken 20-21"]),
    ("using namespace a b", ["MissingStatementTerminator 18-19"]),
    ("using type a", ["MissingEqualsInUsingAlias 12-12"]),
    ("using type a = b", ["UsingStatementNotSupported 0-16"]),
    ("using module @{ a = 1 }", []),
    ("using module a = @{ b = 1 }", ["UsingStatementNotSupported 0-27"]),
    ("using assembly 'x.dll'", []),
    ("using namespace 'a b'", ["InvalidNamespaceValue 18-21"]),
    ("1; using module x", ["UsingMustBeAtStartOfScript 3-17"]),
    ("begin {} 1", ["MissingNamedBlocks 9-10"]),
    ("{ begin {} 1 }", ["MissingNamedBlocks 11-12", "UnexpectedToken 11-12", "UnexpectedToken 13-14"]),
    ("begin {} begin {}", ["DuplicateScriptCommandClause 9-17"]),
    ("param($x) end", ["MissingNamedStatementBlock 13-13"]),
]


@pytest.mark.parametrize(("text", "expected"), JUDGED, ids=[text for text, _ in JUDGED])
def test_a_definition_is_judged_as_powershell_judges_it(text: str, expected: list[str]) -> None:
    assert errors(text) == expected


def test_a_script_has_parameters_and_named_blocks() -> None:
    tree = parse("[CmdletBinding()] param([int] $a = 1, $b) begin { 1 } process { 2 } end { 3 } clean { 4 }").tree
    assert tree.param_block is not None
    assert [parameter.name.name for parameter in tree.param_block.parameters] == ["a", "b"]
    assert len(tree.param_block.attributes) == 1
    blocks = (tree.begin_block, tree.process_block, tree.end_block, tree.clean_block)
    assert all(block is not None and not block.unnamed for block in blocks)


def test_the_body_of_a_filter_is_its_process_block() -> None:
    found = statement("filter f { $_ }")
    assert isinstance(found, syntax.FunctionDefinition)
    assert found.is_filter
    assert found.body.end_block is None
    assert found.body.process_block is not None


def test_a_function_without_parentheses_lists_no_parameters() -> None:
    plain = statement("function f { }")
    empty = statement("function f() { }")
    assert isinstance(plain, syntax.FunctionDefinition)
    assert isinstance(empty, syntax.FunctionDefinition)
    assert plain.parameters is None
    assert empty.parameters == ()


@pytest.mark.parametrize("name", ["a-b", "global:x", "if", "a.b", "?", "-x", "5"])
def test_nearly_anything_can_name_a_function(name: str) -> None:
    found = statement(f"function {name} {{ }}")
    assert isinstance(found, syntax.FunctionDefinition)
    assert found.name == name


def test_using_names_namespaces_and_modules() -> None:
    parsed = parse("using namespace System.Text\nusing module A\n\n1")
    assert [(using.kind, using.name) for using in parsed.tree.using_statements] == [
        (UsingKind.NAMESPACE, "System.Text"),
        (UsingKind.MODULE, "A"),
    ]


def test_a_command_may_be_called_param() -> None:
    assert isinstance(statement("param 1"), syntax.Pipeline)
