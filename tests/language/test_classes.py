"""Classes and enumerations."""

from __future__ import annotations

import pytest

from msolemu.language import syntax
from msolemu.language.operators import Modifiers, TypeKind
from tests.language.judged import errors, statement

JUDGED: list[tuple[str, list[str]]] = [
    ("class A { [int] [string] $x }", ["TooManyTypes 16-24"]),
    ("class A { static static $x }", ["DuplicateQualifier 17-23"]),
    ("class A { hidden [int] }", ["IncompleteMemberDefinition 22-22"]),
    ("class A { x( }", ["MissingEndParenthesisInFunctionParameterList 12-12"]),
    ("class A { x }", ["MissingMethodParameterList 11-11", "MissingFunctionBody 11-11"]),
    ("class A { A() : bas() {} }", ["MissingBaseCtorCall 15-15"]),
    ("class A { A() : base {} }", ["MissingMethodParameterList 20-20", "UnexpectedToken 24-25"]),
    ("class A { A() : base(1) { } }", []),
    ("class A { x() }", ["MissingFunctionBody 13-13"]),
    ("class A { $x = }", []),
    ("class A { $x y() {} }", ["MissingPropertyTerminator 12-12"]),
    (
        "class A { [Parameter()] ) }",
        [
            "IncompleteMemberDefinition 23-23",
            "MissingEndCurlyBrace 9-9",
            "UnexpectedToken 24-25",
            "UnexpectedToken 26-27",
        ],
    ),
    ("class A : { }", ["TypeNameExpected 9-9"]),
    ("class A : B, { }", ["TypeNameExpected 12-12"]),
    ("class A : B", ["MissingTypeBody 11-11"]),
    ("class A {", ["MissingEndCurlyBrace 9-9"]),
    ("class", ["MissingNameAfterKeyword 5-5"]),
    ("[int] class A {}", ["TypeNotAllowedBeforeStatement 0-5"]),
    ("enum A { x = }", ["ExpectedValueExpression 12-12"]),
    ("enum A : string { x }", ["InvalidUnderlyingType 9-15"]),
    ("enum A : { x }", ["TypeNameExpected 8-8"]),
    ("enum A : long { x = 1; y }", []),
    ("enum A { x y }", ["MissingPropertyTerminator 10-10"]),
    ("enum A", ["MissingTypeBody 6-6"]),
    ("enum", ["MissingNameAfterKeyword 4-4"]),
    ("enum A {", ["MissingEndCurlyBrace 8-8"]),
]


@pytest.mark.parametrize(("text", "expected"), JUDGED, ids=[text for text, _ in JUDGED])
def test_a_class_or_enumeration_is_judged_as_powershell_judges_it(text: str, expected: list[str]) -> None:
    assert errors(text) == expected


def definition(text: str) -> syntax.TypeDefinition:
    found = statement(text)
    assert isinstance(found, syntax.TypeDefinition)
    return found


def test_a_class_has_bases_properties_and_methods() -> None:
    found = definition("class A : B, C { [int] $x = 1\nstatic hidden [string] $y\n[void] M([int] $z) { } }")
    assert [base.type_name.full_name for base in found.base_types] == ["B", "C"]
    x, y, m = found.members
    assert isinstance(x, syntax.PropertyMember)
    assert (x.name, x.modifiers, x.initial_value is not None) == ("x", Modifiers.NONE, True)
    assert isinstance(y, syntax.PropertyMember)
    assert y.modifiers == Modifiers.STATIC | Modifiers.HIDDEN
    assert isinstance(m, syntax.FunctionMember)
    assert [parameter.name.name for parameter in m.parameters] == ["z"]


def test_a_constructor_may_call_that_of_its_base() -> None:
    plain, calling = definition("class A : B { A() { } A([int] $x) : base($x, 1) { } }").members
    assert isinstance(plain, syntax.FunctionMember)
    assert isinstance(calling, syntax.FunctionMember)
    assert plain.base_arguments is None
    assert calling.base_arguments is not None
    assert len(calling.base_arguments) == 2


def test_an_enumeration_names_its_values() -> None:
    found = definition("[Flags()] enum E : byte { A = 1\nB; C }")
    assert found.kind is TypeKind.ENUM
    assert [base.type_name.full_name for base in found.base_types] == ["byte"]
    assert [member.name for member in found.members if isinstance(member, syntax.PropertyMember)] == ["A", "B", "C"]


def test_keywords_can_name_members() -> None:
    found = definition("class A { [int] process() { return 1 } }")
    assert isinstance(found.members[0], syntax.FunctionMember)
    assert found.members[0].name == "process"
