"""What a type tells about itself."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        ("[int].FullName", "String Int32"),
        ("[int].Name", "String Int32"),
        ("[int].Namespace", "String System"),
        ("[int].BaseType.Name", "String ValueType"),
        ("[int].IsPrimitive", "Boolean True"),
        ("[DayOfWeek].IsEnum", "Boolean True"),
        ("[int[]].IsArray", "Boolean True"),
        ("[System.Collections.IList].IsInterface", "Boolean True"),
        ("[int].ToString()", "String Int32"),
        ("[int].Equals([int])", "Boolean True"),
        ("[int].Equals([long])", "Boolean False"),
        ("[int].IsSubclassOf([ValueType])", "Boolean True"),
        ("[object].IsAssignableFrom([int])", "Boolean True"),
        ("[int].IsAssignableFrom([string])", "Boolean False"),
        ("[int].IsAssignableTo([object])", "Boolean True"),
        ("[int].IsInstanceOfType(5)", "Boolean True"),
        ("[int].IsInstanceOfType($null)", "Boolean False"),
        ("[string].GetInterfaces().Name -contains 'IComparable'", "Boolean True"),
        ("[int[,]].GetArrayRank()", "Int32 2"),
        ("[int].MakeArrayType().Name", "String Int32[]"),
        ("$null -eq [int].GetElementType()", "Boolean True"),
        ("[Collections.Generic.List`1].MakeGenericType([int]).GetGenericArguments()[0].Name", "String Int32"),
        ("[Collections.Generic.List[int]].GetGenericTypeDefinition().Name", "String List`1"),
        ("[Collections.Generic.List[int]].IsGenericType", "Boolean True"),
        ("[Collections.Generic.List[int]].GenericTypeArguments[0].Name", "String Int32"),
        ("[DayOfWeek].GetEnumNames()[0]", "String Sunday"),
        ("[DayOfWeek].GetEnumValues()[1]", "DayOfWeek Monday"),
        ("[DayOfWeek].GetEnumUnderlyingType().Name", "String Int32"),
        ("$null -eq [string].GetMethod('trim')", "Boolean True"),
        ("[string].GetMethod('IsNullOrEmpty').Name", "String IsNullOrEmpty"),
        ("[string].GetProperty('Length').Name", "String Length"),
        ("$null -eq [string].GetProperty('length')", "Boolean True"),
        ("[string].GetProperties().Name -contains 'Length'", "Boolean True"),
        ("[string].GetMethods().Name -contains 'Trim'", "Boolean True"),
        ("[type]::GetType('System.Int32').Name", "String Int32"),
        ("$null -eq [type]::GetType('Int32')", "Boolean True"),
        ("$null -eq [type]::GetType('No.Such')", "Boolean True"),
        ("[int].Assembly.FullName -like 'System.Private.CoreLib*'", "Boolean True"),
        ("[int].Assembly.Location", "String "),
        ("[int].AssemblyQualifiedName -like 'System.Int32, System.Private.CoreLib*'", "Boolean True"),
        ("[string].IsSealed", "Boolean True"),
        ("[int].IsPublic", "Boolean True"),
        ("[string].IsSerializable", "Boolean True"),
        ("[Environment+SpecialFolder].IsNested", "Boolean True"),
        ("[Environment+SpecialFolder].DeclaringType.Name", "String Environment"),
        ("[int[]].HasElementType; [int[]].IsSZArray", "Boolean True | Boolean True"),
        ("[DayOfWeek].GetEnumName(1); [DayOfWeek].IsEnumDefined(9)", "String Monday | Boolean False"),
        ("[string].GetInterface('icomparable', $true).Name", "String IComparable"),
        ("$null -eq [string].GetInterface('icomparable')", "Boolean True"),
        ("[type]::GetTypeCode([int]); [type]::GetTypeCode([guid])", "TypeCode Int32 | TypeCode Object"),
        ("[type]::EmptyTypes.Count; [type]::Delimiter", "Int32 0 | Char ."),
        ("[type]::GetType('system.int32', $false, $true).Name", "String Int32"),
        ("[Reflection.Assembly]::LoadWithPartialName('System.Web') -ne $null", "Boolean True"),
        ("$null -eq [Reflection.Assembly]::LoadWithPartialName('No.Such')", "Boolean True"),
    ],
)
def test_a_type_tells_what_it_is(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        ("[Reflection.Assembly]::Load('No.Such')", "AssemblyLoadingNotEmulated"),
        ("[int].GetCustomAttributes($true)", "ReflectedAttributesNotEmulated"),
    ],
)
def test_code_from_elsewhere_and_attributes_are_refused_by_name(
    expression: str, error_id: str, evaluate: Evaluate
) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")
