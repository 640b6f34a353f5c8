"""Names of types, and attributes."""

from __future__ import annotations

import pytest

from msolemu.language import syntax
from tests.language.judged import errors, expression

JUDGED: list[tuple[str, list[str]]] = [
    ("[a(1", ["MissingEndParenthesisInExpression 4-4", "UnexpectedAttribute 0-4"]),
    (
        "[a(b=)]$x",
        [
            "MissingExpressionInNamedArgument 5-5",
            "MissingEndParenthesisInExpression 5-5",
            "ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock 5-5",
        ],
    ),
    ("[a(b=1,b=2)]param($x)", ["DuplicateNamedArgument 7-8"]),
    ("[a(1,)]$x", ["MissingExpressionAfterToken 5-5", "ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock 5-5"]),
    ("[a,]", ["MissingAssemblyNameSpecification 3-3"]),
    ("[a, b.c, Version=1.0][int]", []),
    ("[List[int],mscorlib]", []),
    ("[List[int]", ["EndSquareBracketExpectedAtEndOfAttribute 10-10"]),
    ("[List[int,", ["MissingTypename 10-10", "EndSquareBracketExpectedAtEndOfAttribute 10-10"]),
    ("[Dict[[string, a],[int]]]", []),
    (
        "[Dict[[string, a",
        ["EndSquareBracketExpectedAtEndOfType 16-16", "EndSquareBracketExpectedAtEndOfAttribute 16-16"],
    ),
    ("[Dict[[", ["MissingTypename 8-8", "EndSquareBracketExpectedAtEndOfAttribute 7-7"]),
    ("[a[,,]]", []),
    ("[a[,", ["EndSquareBracketExpectedAtEndOfAttribute 4-4"]),
    ("[a[+]]", ["UnexpectedToken 3-4"]),
    ("[a[][]]", []),
    ("[a[][", ["EndSquareBracketExpectedAtEndOfAttribute 5-5"]),
    ("[a[][1]]", ["UnexpectedToken 5-8", "EndSquareBracketExpectedAtEndOfAttribute 8-8"]),
    ("[int[],mscorlib]", []),
    ("[int[],]", ["MissingAssemblyNameSpecification 7-7"]),
    ("[List[int][]]", []),
    ("[List[int][],mscorlib]", []),
    ("[List[int],]", ["MissingAssemblyNameSpecification 11-11"]),
    ("[int[,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,]]", ["ArrayHasTooManyDimensions 5-39"]),
]


@pytest.mark.parametrize(("text", "expected"), JUDGED, ids=[text for text, _ in JUDGED])
def test_a_type_or_attribute_is_judged_as_powershell_judges_it(text: str, expected: list[str]) -> None:
    assert errors(text) == expected


NAMES = [
    ("[int]", "int", None),
    ("[System.Text.StringBuilder]", "System.Text.StringBuilder", None),
    ("[a, b.c, Version=1.0]", "a,b.c, Version=1.0", None),
    ("[int[]]", "int[]", 1),
    ("[int[,,]]", "int[,,]", 3),
    ("[int[][,]]", "int[][,]", 2),
    ("[List[int]]", "List[int]", None),
    ("[Dictionary[string,List[int]]]", "Dictionary[string,List[int]]", None),
    ("[List[int][]]", "List[int][]", 1),
]


@pytest.mark.parametrize(("text", "full_name", "rank"), NAMES, ids=[text for text, *_ in NAMES])
def test_a_type_is_spelt_as_powershell_spells_it(text: str, full_name: str, rank: int | None) -> None:
    literal = expression(text)
    assert isinstance(literal, syntax.TypeExpression)
    name = literal.type_name
    assert name.full_name == full_name
    assert (name.rank if isinstance(name, syntax.ArrayTypeName) else None) == rank


def test_an_attribute_takes_arguments_by_place_and_by_name() -> None:
    value = expression("[A(1, B = 2, C)] $x")
    assert isinstance(value, syntax.AttributedExpression)
    attribute = value.attribute
    assert isinstance(attribute, syntax.Attribute)
    assert len(attribute.positional_arguments) == 1
    assert [(named.name, named.argument is None) for named in attribute.named_arguments] == [("B", False), ("C", True)]
