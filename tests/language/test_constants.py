"""Arguments of attributes are constants."""

from __future__ import annotations

import pytest

from tests.language.judged import errors

JUDGED: list[tuple[str, list[str]]] = [
    ("param([ValidateSet($x)]$y) 1", ["ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock 19-21"]),
    ("param([Parameter(Mandatory=$x)]$y) 1", ["ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock 27-29"]),
    ("param([Parameter(Mandatory=$true, Mandatory)]$y) 1", ["DuplicateNamedArgument 34-43"]),
    ("param([A('a', ('b'), $true, 1 + 1, [int], {1}, [x]::y)]$y) 1", []),
    ("param([A(@(1))]$y) 1", ["ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock 9-13"]),
    ("param([A($x.y)]$y) 1", ["ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock 9-13"]),
    ("param([A([x]::y())]$y) 1", ["ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock 9-17"]),
    ("param([A(-not $true)]$y) 1", []),
    ("param([A(-1)]$y) 1", []),
    ("param([A(($x = 1))]$y) 1", ["ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock 9-17"]),
    ("param([A($(1))]$y) 1", []),
    ("param([A($(1; 2))]$y) 1", ["ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock 9-16"]),
    ("param([A((1 > x))]$y) 1", ["ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock 9-16"]),
    ("param([A([int]1, [uri]'a')]$y) 1", ["ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock 17-25"]),
    ("param([A((1, 2))]$y) 1", []),
    ("param([A($true ? 1 : 2)]$y) 1", []),
    ("param([A($global:true)]$y) 1", ["ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock 9-21"]),
    ("class A { [B({1})] $x }", ["ParameterAttributeArgumentNeedsToBeConstant 13-16"]),
    ("class A { [B('c')] $x }", []),
]


@pytest.mark.parametrize(("text", "expected"), JUDGED, ids=[text for text, _ in JUDGED])
def test_an_argument_of_an_attribute_must_be_constant(text: str, expected: list[str]) -> None:
    assert errors(text) == expected
