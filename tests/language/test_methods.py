"""What methods of classes must keep to."""

from __future__ import annotations

import pytest

from tests.language.judged import errors

JUDGED: list[tuple[str, list[str]]] = [
    ("class A { [int] x() { } }", ["MethodHasCodePathNotReturn 16-17"]),
    ("class A { [int] x() { if (1) { return 1 } } }", ["MethodHasCodePathNotReturn 16-17"]),
    ("class A { [int] x() { if (1) { return 1 } else { throw 2 } } }", []),
    ("class A { [int] x() { try { return 1 } catch { throw } } }", []),
    ("class A { [int] x() { try { 1 } finally { exit 1 } } }", []),
    ("class A { [int] x() { for(;;) { } } }", []),
    ("class A { [int] x() { for(;;) { break } } }", ["MethodHasCodePathNotReturn 16-17"]),
    ("class A { [int] x() { switch (1) { default { return 1 } } } }", ["MethodHasCodePathNotReturn 16-17"]),
    ("class A { [void] x() { return 1 } }", ["VoidMethodHasReturn 23-31"]),
    ("class A { [int] x() { return } }", ["NonVoidMethodMissingReturnValue 22-28"]),
    ("class A { x() { return 1 } }", ["VoidMethodHasReturn 16-24"]),
    ("class A { x() { & { return 1 } } }", []),
    ("class A { [int] A() { return 1 } }", ["ConstructorCantHaveReturnType 10-15"]),
    ("class A { x() { param($y) } }", ["ParamBlockNotAllowedInMethod 16-25"]),
    ("class A { x() { begin { } } }", ["NamedBlockNotAllowedInMethod 16-25"]),
    ("class A { static x() { $this } }", ["NonStaticMemberAccessInStaticMember 23-28"]),
    ("class A { static x() { & { $this } } }", []),
    ("class A { x() { $this } }", []),
    ("class A { static $y = $this }", ["NonStaticMemberAccessInStaticMember 22-27"]),
    ("class A { x() { break foo } }", ["LabelNotFound 16-25"]),
    ("class A { x() { & { function f { break foo } } } }", []),
    ("class A { x() { :foo while(1) { break foo } } }", []),
    ("class A { [void]$x }", ["TypeNotAllowedForProperty 10-16"]),
    ("class A { [Parameter()] x([int][string]$y) {} }", ["MultipleTypeConstraintsOnMethodParam 31-39"]),
]


@pytest.mark.parametrize(("text", "expected"), JUDGED, ids=[text for text, _ in JUDGED])
def test_a_method_is_judged_as_powershell_judges_it(text: str, expected: list[str]) -> None:
    assert errors(text) == expected
