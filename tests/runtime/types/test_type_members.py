"""The members of types as objects: found by name, by flags, by the types of arguments, and called."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate

PERSON = (
    "class Person { [string] $Name; static [int] $Count = 3; Person() {} Person([string] $name) { $this.Name = $name } "
    "[int] Add([int] $a, [int] $b) { return $a + $b } static [string] Shout() { return 'HO' } }; "
)
TYPES = "[type[]] @([string])"


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        ("[Person].GetMethod('Add').Invoke([Person]::new(), @(1, 2))", "Int32 3"),
        ("[Person].GetMethod('Shout').Invoke($null, $null)", "String HO"),
        (
            "[Person].GetConstructors().Count; [Person].GetConstructors()[1].ToString()",
            "Int32 2 | String Void .ctor(String)",
        ),
        (f"[Person].GetConstructor({TYPES}).Invoke(@('Ann')).Name", "String Ann"),
        ("$p = [Person]::new(); [Person].GetProperty('Name').SetValue($p, 'Bob'); $p.Name", "String Bob"),
        ("$p = [Person]::new('Cy'); [Person].GetProperty('Name').GetValue($p)", "String Cy"),
        (
            "[Person].GetProperty('Count').GetValue($null); [Person].GetProperty('Count').PropertyType.Name",
            "Int32 3 | String Int32",
        ),
        ("[Person].GetProperties().Name -join ','", "String Name,Count"),
        ("[Person].GetProperties([Reflection.BindingFlags] 'Public, Static').Name -join ','", "String Count"),
        ("$null -eq [Person].GetProperties([Reflection.BindingFlags]::NonPublic)", "Boolean False"),
        (
            "[Person].GetMethods([Reflection.BindingFlags] 'Public, Instance, DeclaredOnly').Name -join ','",
            "String get_Name,set_Name,Add",
        ),
        (
            "[Person].GetMember('Add').MemberType; [Person].GetMembers().Name -contains '.ctor'",
            "Reflection.MemberTypes Method | Boolean True",
        ),
        ("[Person].InvokeMember('Add', 'InvokeMethod, Public, Instance', $null, [Person]::new(), @(2, 3))", "Int32 5"),
        ("[Person].InvokeMember('', 'CreateInstance', $null, $null, @('Di')).Name", "String Di"),
        ("[Person].InvokeMember('Name', 'GetProperty', $null, [Person]::new('Ed'), $null)", "String Ed"),
    ],
)
def test_the_members_of_a_script_s_class_are_found_and_used(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(PERSON + expression) == given


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        (f"[string].GetMethod('Contains', {TYPES}).Invoke('abc', @('b'))", "Boolean True"),
        (f"[int].GetMethod('Parse', {TYPES}).Invoke($null, @('12'))", "Int32 12"),
        ("[string].GetMethod('Substring', [type[]] @([int])).GetParameters()[0].Name", "String startIndex"),
        ("[string].GetMethod('Substring', [type[]] @([int])).ToString()", "String String Substring(Int32)"),
        ("[string].GetMethod('Substring', [type[]] @([int])).ReturnType.Name", "String String"),
        (
            "[string].GetMethod('isnullorempty', [Reflection.BindingFlags] 'IgnoreCase, Public, Static').Name",
            "String IsNullOrEmpty",
        ),
        (
            "[string].GetProperty('Length').GetValue('abc'); [string].GetProperty('Length').CanWrite",
            "Int32 3 | Boolean False",
        ),
        ("[string].GetProperty('Length').ToString()", "String Int32 Length"),
        ("[DayOfWeek].GetFields().Count; [DayOfWeek].GetField('Monday').GetRawConstantValue()", "Int32 7 | Int32 1"),
        ("[DayOfWeek].GetField('Friday').GetValue($null)", "DayOfWeek Friday"),
        ("[Text.StringBuilder].GetConstructor([type]::EmptyTypes).Invoke($null).Length", "Int32 0"),
        ("[Environment].GetNestedTypes().Name", "String SpecialFolder"),
    ],
)
def test_the_members_of_net_s_types_are_found_and_used(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        ("[string].GetMethod('Join')", "AmbiguousMatchException"),
        ("[string].GetMethod('Trim', [type]::EmptyTypes).Invoke($null, $null)", "TargetException"),
        ("[string].GetMethod('Trim', [type]::EmptyTypes).Invoke(5, $null)", "TargetException"),
        ("[string].GetMethod('Trim', [type]::EmptyTypes).Invoke('a', @(1))", "TargetParameterCountException"),
        ("[string].GetMethod('Substring', [type[]] @([int])).Invoke('a', @('1'))", "ArgumentException"),
        (f"[int].GetMethod('Parse', {TYPES}).Invoke($null, @('x'))", "TargetInvocationException"),
        ("[string].GetProperty('Length').SetValue('a', 1)", "ArgumentException"),
        ("[string].InvokeMember('None', 'InvokeMethod', $null, 'a', $null)", "MissingMethodException"),
        ("[type]::GetType('No.Such', $true)", "TypeLoadException"),
    ],
)
def test_a_member_refuses_what_net_refuses(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")
