"""What is wrong with a text that can be parsed."""

from __future__ import annotations

import pytest

from tests.language.judged import errors

JUDGED: list[tuple[str, list[str]]] = [
    ("function f($a) { param($b) }", ["OnlyOneParameterListAllowed 17-26"]),
    ("function f() { param($b) }", []),
    ("function f($a, $A) { }", ["DuplicateFormalParameter 15-17"]),
    ("param($a, [void]$b) 1", ["VoidTypeConstraintNotAllowed 10-16"]),
    ("param([ordered]$x) 1", ["OrderedAttributeOnlyOnHashLiteralNode 6-15"]),
    ("[int]param($x) 1", ["TypeNotAllowedBeforeParam 0-5"]),
    ("while ($true) { try { } finally { break } }", ["ControlLeavingFinally 34-39"]),
    ("try { } finally { while ($true) { break } }", []),
    ("try { } finally { return }", ["ControlLeavingFinally 18-24"]),
    ("try { } finally { :a while ($true) { break b } }", ["ControlLeavingFinally 37-44"]),
    ("try { } finally { :a while ($true) { continue a } }", []),
    ("try { } finally { while ($true) { break $x } }", ["ControlLeavingFinally 34-42"]),
    ("try { } finally { & { return } }", []),
    ("try { return } finally { }", []),
    ("try {} catch {} catch [int] {}", ["EmptyCatchNotLast 15-15"]),
    ("try {} catch [int] {} catch {}", []),
    ("try {} catch [IO.IOException] {} catch [a], [System.IO.IOException] {}", ["ExceptionTypeAlreadyCaught 44-67"]),
    ("1 = 2", ["InvalidLeftHandSide 0-1"]),
    ("(1, 2) = 3", ["InvalidLeftHandSide 1-2", "InvalidLeftHandSide 4-5"]),
    ("($a, $b) = 1, 2", []),
    ("$a, 1 = 2", ["InvalidLeftHandSide 4-5"]),
    ("$a, $b += 1", ["InvalidLeftHandSide 0-6"]),
    ("($a) = 1", []),
    ("(get-x) = 1", ["InvalidLeftHandSide 1-6"]),
    ("${a}?.b = 1", ["InvalidLeftHandSide 0-7"]),
    ("${a}?[0] = 1", ["InvalidLeftHandSide 0-8"]),
    ("[int]$a = 1", []),
    ("[a()]$a = 1", []),
    ("[ref][int]$a = 1", ["ReferenceNeedsToBeByItselfInTypeConstraint 0-5"]),
    ("[int][ref]$a = 1", ["ReferenceNeedsToBeByItselfInTypeConstraint 5-10"]),
    ("[void]$a = 1", ["VoidTypeConstraintNotAllowed 0-6"]),
    ("[int]$_ = 1", ["AssignmentStatementToAutomaticNotSupported 0-7"]),
    ("[string]$PSScriptRoot = 1", []),
    ("[int]$args = 1", ["AssignmentStatementToAutomaticNotSupported 0-10"]),
    ("[object[]]$args = 1", []),
    ("[int]$env:x = 1", []),
    ("1++", ["OperatorRequiresVariableOrProperty 0-1"]),
    ("$x++", []),
    ("-- (1)", ["OperatorRequiresVariableOrProperty 4-5"]),
    ("[ref][ref]$x", ["ReferenceNeedsToBeByItselfInTypeSequence 5-10"]),
    ("[int][ref]$x", ["ReferenceNeedsToBeLastTypeInTypeConversion 5-10"]),
    ("[ref]$x", []),
    ("[ordered]5", ["OrderedAttributeOnlyOnHashLiteralNode 0-10"]),
    ("[ordered]@{}", []),
    ("[Parameter()]5", ["UnexpectedAttribute 0-13"]),
    ("[Parameter()][int]$x", []),
    ("@x", ["SplattingNotPermitted 0-2"]),
    ("foo @x", []),
    ("foo @x,1", ["SplattingNotPermittedInArgumentList 4-6"]),
    ("foo @using:x", []),
    ("$using:x.y[0].z", []),
    ("$using:x.y()", ["InvalidUsingExpression 0-12"]),
    ("$using:x[$y]", ["InvalidUsingExpression 9-11"]),
    ("$using:x.$y", ["InvalidUsingExpression 0-11"]),
    ("@{a=1;A=2}", ["DuplicateKeyInHashLiteral 6-7"]),
    ("@{1=1;'1'=2}", ["DuplicateKeyInHashLiteral 6-9"]),
    ("@{$a=1;$a=2}", []),
]


@pytest.mark.parametrize(("text", "expected"), JUDGED, ids=[text for text, _ in JUDGED])
def test_what_can_be_parsed_is_checked_as_powershell_checks_it(text: str, expected: list[str]) -> None:
    assert errors(text) == expected
