"""Members of an object, seen and changed through .psobject."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        (
            "$o = [pscustomobject]@{ A = 1; B = 'x' }; $o.psobject.Properties.Name -join ','; "
            "$o.psobject.Properties['A'].Value; $o.psobject.Properties['A'].MemberType; "
            "$o.psobject.Properties['A'].TypeNameOfValue; $o.psobject.Properties['A'].IsSettable; "
            "$o.psobject.Properties['A'].IsGettable; $o.psobject.Properties['A'].IsInstance",
            "String A,B | Int32 1 | Management.Automation.PSMemberTypes NoteProperty | String Int32 | "
            "Boolean True | Boolean True | Boolean True",
        ),
        (
            "$o = [pscustomobject]@{ A = 1 }; $o.psobject.Properties['A'].Value = 5; $o.A; "
            "$o.psobject.Properties.Remove('A'); $o.psobject.Properties.Count; "
            "$null -eq $o.psobject.Properties['A']",
            "Int32 5 | Int32 0 | Boolean True",
        ),
        (
            "$o = [pscustomobject]@{ A = 1 }; $o.psobject.Properties.Add([psnoteproperty]::new('N', 2)); $o.N; "
            "$o.psobject.Properties.Match('N*').Count; $o.psobject.Properties.Count",
            "Int32 2 | Int32 1 | Int32 2",
        ),
        (
            "$o = [pscustomobject]@{ A = 1 }; "
            "$o.psobject.Members.Add([psscriptproperty]::new('S', { $this.A + 1 })); $o.S; "
            "$o.psobject.Properties['S'].GetterScript.ToString().Trim()",
            "Int32 2 | String $this.A + 1",
        ),
        (
            "$o = [pscustomobject]@{ A = 1 }; $o.psobject.Members.Add([psaliasproperty]::new('L', 'A')); $o.L; "
            "$o.psobject.Properties['L'].ReferencedMemberName",
            "Int32 1 | String A",
        ),
        (
            "$o = [pscustomobject]@{ A = 1 }; "
            "$o.psobject.Methods.Add([psscriptmethod]::new('M', { $this.A + $args[0] })); $o.M(4); "
            "$o.psobject.Methods['M'].OverloadDefinitions; $o.M.Invoke(1); $o.M.MemberType; "
            "$o.M.Script.ToString().Trim()",
            "Int32 5 | String Object M(); | Int32 2 | Management.Automation.PSMemberTypes ScriptMethod | "
            "String $this.A + $args[0]",
        ),
        (
            "'abc'.psobject.Methods['Substring'].OverloadDefinitions.Count; 'abc'.Substring.Invoke(1); "
            "'abc'.Substring.Name; 'abc'.Substring.MemberType; \"$('abc'.Substring)\"",
            "Int32 2 | String bc | String Substring | Management.Automation.PSMemberTypes Method | "
            "String string Substring(int startIndex), string Substring(int startIndex, int length)",
        ),
        ("[math]::Max.OverloadDefinitions[0] -like 'static *'", "Boolean True"),
        ("[math]::Abs.Invoke(-1)", "Int32 1"),
        ("[string]::Join.Name", "String Join"),
        (
            "$o = [pscustomobject]@{ A = 1 }; $o.psobject.TypeNames[0]; "
            "$o.psobject.TypeNames.Insert(0, 'My.Type'); $o.psobject.TypeNames[0]; "
            "$o.psobject.BaseObject.GetType().Name; $o.psobject.ImmediateBaseObject.GetType().Name",
            "String Management.Automation.PSCustomObject | String My.Type | String PSCustomObject | "
            "String PSCustomObject",
        ),
        ("(5).psobject.BaseObject", "Int32 5"),
        ("'a'.psobject.Properties['Length'].Value", "Int32 1"),
        ("'a'.psobject.Properties['Length'].IsSettable", "Boolean False"),
        ("'a'.psobject.Properties['Length'].MemberType", "Management.Automation.PSMemberTypes Property"),
        (
            "$o = [pscustomobject]@{ A = 1 }; $c = $o.psobject.Copy(); $c.A = 2; $o.A; $o.psobject.ToString()",
            "Int32 1 | String @{A=1}",
        ),
        (
            "$o = [psobject]::new(); $o.psobject.Properties.Count; $o | Add-Member X 1; $o.X; "
            "[psobject]::new('abc').Length",
            "Int32 0 | Int32 1 | Int32 3",
        ),
        (
            "$o = [pscustomobject]@{ A = 1; B = 2 }; "
            "$o | Add-Member -MemberType PropertySet -Name Both -Value A, B; "
            "$o.Both.ReferencedPropertyNames -join ','",
            "String A,B",
        ),
        (
            "$p = [psnoteproperty]::new('N', 1); $p.Value; $p.Value = 2; $p.Value; $p.Name; $p.MemberType; "
            "$p.GetType().Name",
            "Int32 1 | Int32 2 | String N | Management.Automation.PSMemberTypes NoteProperty | String PSNoteProperty",
        ),
        (
            "$p = [psaliasproperty]::new('L', 'A'); $p.ReferencedMemberName; $p.MemberType; "
            "$p = [psscriptmethod]::new('M', { 1 }); $p.MemberType; $p.Name",
            "String A | Management.Automation.PSMemberTypes AliasProperty | "
            "Management.Automation.PSMemberTypes ScriptMethod | String M",
        ),
        (
            '$o = [pscustomobject]@{ A = 1 }; $o.psobject.Properties | ForEach-Object { "$($_.Name)=$($_.Value)" }',
            "String A=1",
        ),
    ],
)
def test_members_are_seen_and_changed(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        ("'a'.psobject.Properties['Length'].Value = 5", "ExceptionWhenSetting"),
        (
            "$o = [pscustomobject]@{ A = 1 }; $o.psobject.Properties.Add([psnoteproperty]::new('A', 2))",
            "ExtendedTypeSystemException",
        ),
    ],
)
def test_what_an_object_has_already_or_may_not_change_is_refused(
    expression: str, error_id: str, evaluate: Evaluate
) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")


def test_a_property_as_text_is_its_definition(evaluate: Evaluate) -> None:
    texts = "([pscustomobject]@{ a = 1; b = $null; c = 'x' }).psobject.Properties -join ', '"
    assert evaluate(texts) == "String int a=1, object b=null, string c=x"
