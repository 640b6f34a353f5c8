from __future__ import annotations

import pytest

from tests.modules.conftest import Shell

COMMANDS = "Microsoft.PowerShell.Commands."


def test_objects_are_selected_by_place(shell: Shell) -> None:
    script = """(1..6 | Select-Object -Skip 1 -SkipLast 2) -join ','
    (1..6 | Select-Object -Index 1, 4) -join ','; (1..6 | Select-Object -Index 1, 4 -Wait) -join ','
    (1..6 | Select-Object -SkipIndex 0, 5) -join ','
    (1, 1, 2 | Select-Object -Unique -First 3) -join ','; ('a', 'A' | Select-Object -Unique -CaseInsensitive) -join ','
    (1, 1, 2 | Select-Object -Unique -Index 0, 1) -join ','; (1, 1, 2 | Select-Object -Unique -SkipIndex 2) -join ','
    (1..6 | Select-Object -Last 3 -Skip 1) -join ','; (1..6 | Select-Object -First 1 -Last 1) -join ','
    @($null | Select-Object -First 1).Count"""
    assert shell.lines(script) == [
        "2,3,4", "2,5", "2,5", "2,3,4,5", "1,2", "a", "1", "1", "3,4,5", "1,6", "0"
    ]  # fmt: skip


def test_selecting_stops_the_commands_before_it(shell: Shell) -> None:
    script = '1..5 | ForEach-Object { Write-Host "made $_"; $_ } | Select-Object -First 2 | Out-Null'
    assert shell.lines(script) == ["made 1", "made 2"]


@pytest.mark.parametrize(
    ("command", "error_id"),
    [
        ("[pscustomobject]@{ A = 1; B = 2 } | Select-Object A, A", "AlreadyExistingUserSpecifiedPropertyNoExpand"),
        ("[pscustomobject]@{ A = 1; B = 2 } | Select-Object @{ n = 'X'; e = '*' }", "RenamingMultipleResults"),
        ("[pscustomobject]@{ A = 1; B = 2 } | Select-Object -ExpandProperty *", "MutlipleExpandProperties"),
        (
            "[pscustomobject]@{ L = 'x' } | Select-Object @{ n = 'Length'; e = { 1 } } -ExpandProperty L",
            "AlreadyExistingUserSpecifiedPropertyExpand",
        ),
        ("1 | Select-Object @{ n = 'X' }", "DictionaryKeyMandatoryEntry"),
        ("1 | Select-Object @{ q = 'X' }", "DictionaryKeyIllegal"),
    ],
)
def test_what_selecting_refuses(shell: Shell, command: str, error_id: str) -> None:
    assert shell.caught(command)[0] == f"{error_id},{COMMANDS}SelectObjectCommand"


def test_an_error_in_a_calculated_property_leaves_it_empty_or_is_told_by_expanding(shell: Shell) -> None:
    script = """$o = [pscustomobject]@{ A = 1 } | Add-Member ScriptProperty Bad { throw 'no' } -PassThru
    $null -eq ($o | Select-Object @{ n = 'X'; e = { throw 'no' } }).X"""
    assert shell.lines(script) == ["True"]


def test_sorting_takes_the_first_and_the_last_of_the_sorted(shell: Shell) -> None:
    script = """(3, 1, 2 | Sort-Object -Top 2) -join ','; (3, 1, 2 | Sort-Object -Bottom 1)
    (3, 1, 2, 3 | Sort-Object -Descending -Unique) -join ','
    ('b', 'B', 'a' | Sort-Object -CaseSensitive) -join ','; (1, 'a', $null, [datetime]'2024-01-01' | Sort-Object).Count
    ([pscustomobject]@{ N = 2 }, [pscustomobject]@{ M = 1 }, [pscustomobject]@{ N = 1 } | Sort-Object N |
      ForEach-Object { "$($_.N)" }) -join ','"""
    assert shell.lines(script) == ["1,2", "3", "3,2,1", "a,b,B", "3", "1,2,"]


def test_groups_come_as_a_table_or_without_their_objects(shell: Shell) -> None:
    script = """$t = 1, 2, 3 | Group-Object { $_ % 2 } -AsHashTable; $t[1] -join ','; $t.GetType().Name
    ($t = 'a', 'B', 'b' | Group-Object -AsHashTable -AsString).B.Count; ('b', 'B' | Group-Object -CaseSensitive).Count
    (1, 'a', 1 | Group-Object -NoElement | ForEach-Object { "$($_.Name)=$($_.Count)" }) -join ','; "$(1 | Group-Object)"
    ([pscustomobject]@{ L = 1, 2 } | Group-Object L).Name; @(@() | Group-Object -AsHashTable).Count"""
    assert shell.lines(script) == [
        "1,3", "Hashtable", "2", "2", "1=2,a=1", "Microsoft.PowerShell.Commands.GroupInfo", "{1, 2}", "0"
    ]  # fmt: skip


def test_a_table_of_groups_needs_one_key(shell: Shell) -> None:
    command = "[pscustomobject]@{ A = 1; B = 2 } | Group-Object A, B -AsHashTable"
    assert shell.caught(command)[0] == f"ArgumentException,{COMMANDS}GroupObjectCommand"


def test_collections_are_compared(shell: Shell) -> None:
    script = """Compare-Object 1, 2, 3 3, 4 | ForEach-Object { "$($_.InputObject)$($_.SideIndicator)" }
    (Compare-Object 1, 2 2, 1 -SyncWindow 0).Count; (Compare-Object 1, 2 2 -ExcludeDifferent).InputObject
    (Compare-Object 'a' 'A' -CaseSensitive).Count; (Compare-Object 1 2 -PassThru)[0].SideIndicator
    $a = [pscustomobject]@{ N = 1; X = 'a' }; $b = [pscustomobject]@{ N = 1; X = 'b' }
    Compare-Object $a $b -Property N -IncludeEqual | ForEach-Object { "$($_.N)$($_.SideIndicator)" }
    Compare-Object $a $b -Property Q, X | ForEach-Object { "$($_.X)$($_.SideIndicator)" }"""
    assert shell.lines(script) == ["4=>", "1<=", "2<=", "4", "2", "2", "=>", "1==", "b=>", "a<="]


def test_objects_and_text_are_measured(shell: Shell) -> None:
    script = """$m = 1, 2, 3, 4 | Measure-Object -AllStats
    "$($m.Sum) $($m.Average) $($m.Maximum) $($m.Minimum) $($m.StandardDeviation)"
    $t = "one two`nthree" | Measure-Object -Line -Word -Character -IgnoreWhiteSpace
    "$($t.Lines) $($t.Words) $($t.Characters)"
    ('b', 'a' | Measure-Object -Maximum -Minimum).Maximum; ($null | Measure-Object).Count
    (@() | Measure-Object -Sum).Count
    ([pscustomobject]@{ A = 1; AB = 2; C = 3 } | Measure-Object A*, a -Sum |
      ForEach-Object { "$($_.Property)=$($_.Sum)" }) -join ','
    ([pscustomobject]@{ A = 1 } | Measure-Object { $_.A * 2 } -Sum).Sum"""
    assert shell.lines(script) == ["10 2.5 4 1 1.29099444873581", "2 3 11", "b", "0", "0", "A=1,AB=2", "2"]


@pytest.mark.parametrize(
    ("command", "error_id"),
    [
        ("Set-StrictMode -Version 2; 1 | Measure-Object Nope -Sum", "GenericMeasurePropertyNotFound"),
        ("Set-StrictMode -Version 2; 1 | Measure-Object Nope -Line", "TextMeasurePropertyNotFound"),
        ("'x' | Measure-Object -Sum", "NonNumericInputObject"),
    ],
)
def test_what_cannot_be_measured(shell: Shell, command: str, error_id: str) -> None:
    assert shell.caught(command)[0] == f"{error_id},{COMMANDS}MeasureObjectCommand"


def test_neighbours_that_are_equal_are_left_out(shell: Shell) -> None:
    script = """('a', 'a', 'A', 'b' | Get-Unique) -join ','; ('a', 'A' | Get-Unique -CaseInsensitive) -join ','
    (1, '1', 2 | Get-Unique -AsString) -join ','; ('a', 'A' | Get-Unique -AsString -CaseInsensitive) -join ','
    (1, 2, 'a' | Get-Unique -OnType) -join ','"""
    assert shell.lines(script) == ["a,A,b", "a", "1,2", "a", "1,a"]


def test_the_values_of_an_enumeration_are_its_static_properties(shell: Shell) -> None:
    script = """enum Size { Small; Large }
    [Size] | Get-Member -Static -MemberType Property | ForEach-Object Definition
    ([System.DayOfWeek] | Get-Member -Static Monday).Definition"""
    assert shell.lines(script) == [
        "static Size Large {get;}", "static Size Small {get;}", "static System.DayOfWeek Monday {get;}",
    ]  # fmt: skip


def test_members_are_listed_by_kind_and_name(shell: Shell) -> None:
    script = """$o = [pscustomobject]@{ A = 1
    L = 1, 2 } | Add-Member ScriptMethod M { } -PassThru | Add-Member PropertySet Both A, L -PassThru
    $o | Add-Member MemberSet Set; $o | Add-Member ScriptProperty S { 1 } { 2 }; $o | Add-Member AliasProperty Q A int
    ($o | Get-Member -MemberType Methods | Where-Object MemberType -eq ScriptMethod).Definition
    $o | Get-Member -MemberType PropertySet, AliasProperty, ScriptProperty, NoteProperty | ForEach-Object Definition
    ($o | Get-Member Set -Force).MemberType; ([int] | Get-Member -Static MaxValue).MemberType
    (1 | Get-Member -Static Parse).MemberType
    (1, 2 | Get-Member ToString).Count; "$(1 | Get-Member ToString)".Contains('ToString')
    ('a' | Get-Member -MemberType Property).Name -join ','"""
    assert shell.lines(script) == [
        "System.Object M();", "Q = A", "int A=1", "Object[] L=System.Object[]", "Both {A, L}",
        "System.Object S {get= 1 ;set= 2 ;}", "MemberSet", "Property", "Method", "1", "True", "Length",
    ]  # fmt: skip


def test_members_are_added_and_replaced(shell: Shell) -> None:
    script = """$o = [pscustomobject]@{ A = 1 }
    ($o | Add-Member -TypeName My.Type -PassThru).PSObject.TypeNames[0]
    ($o | Add-Member -NotePropertyMembers @{ B = 2; C = 3 } -PassThru -TypeName T).B
    ($o | Add-Member Extra 4 -PassThru -TypeName U).Extra; ($o | Add-Member NoteProperty A 9 -Force -PassThru).A
    ($o | Add-Member AliasProperty N A string -PassThru).N.GetType().Name"""
    assert shell.lines(script) == ["My.Type", "2", "4", "9", "String"]


@pytest.mark.parametrize(
    ("command", "error_id"),
    [
        ("[pscustomobject]@{ A = 1 } | Add-Member A 2", "MemberAlreadyExists,{0}AddMemberCommand"),
        ("'x' | Add-Member Length 2", "MemberAlreadyExists,{0}AddMemberCommand"),
        ("1 | Add-Member CodeProperty X 1", "ConvertToFinalInvalidCastException,{0}AddMemberCommand"),
        ("1 | Add-Member CodeProperty X ([math].GetMethods()[0])", "CodeMemberNotEmulated,{0}AddMemberCommand"),
        ("1 | Add-Member ScriptProperty X 1", "ConvertToFinalInvalidCastException,{0}AddMemberCommand"),
        ("Get-Member", "NoObjectInGetMember,{0}GetMemberCommand"),
        ("New-Object No.Such", "TypeNotFound,{0}NewObjectCommand"),
        ("New-Object -ComObject Excel.Application", "ComObjectNotEmulated,{0}NewObjectCommand"),
        ("New-Object guid 'bad'", "ConstructorInvokedThrowException,{0}NewObjectCommand"),
        ("New-Object datetime 'a', 'b', 'c', 'd', 'e'", "ConstructorInvokedThrowException,{0}NewObjectCommand"),
        (
            "New-Object System.Text.StringBuilder -Property @{ Nope = 1 }",
            "InvalidOperationException,{0}NewObjectCommand",
        ),
        ("Add-Type 'class C { }'", "AddTypeNotEmulated,{0}AddTypeCommand"),
        ("Add-Type -AssemblyName My.Own", "ASSEMBLY_NOT_FOUND,{0}AddTypeCommand"),
        ("Add-Type -Path a.dll", "AddTypeNotEmulated,{0}AddTypeCommand"),
        ("Add-Type -LiteralPath a.dll", "AddTypeNotEmulated,{0}AddTypeCommand"),
        ("Add-Type -Name N -MemberDefinition 'int M();'", "AddTypeNotEmulated,{0}AddTypeCommand"),
        ("Invoke-WebRequest http://a", "ParameterNotEmulated,{0}InvokeWebRequestCommand"),
        ("Invoke-RestMethod http://a", "ParameterNotEmulated,{0}InvokeRestMethodCommand"),
        ("'x' | Update-List Nope -Add 1", "MemberDoesntExist,{0}UpdateListCommand"),
        ("'x' | New-Guid", "StringNotRecognizedAsGuid,{0}NewGuidCommand"),
        ("Get-Random -Minimum 5 -Maximum 5", "MinGreaterThanOrEqualMax,{0}GetRandomCommand"),
        ("Get-Random -Maximum abc", "InvalidCastFromStringToDoubleOrSingle,{0}GetRandomCommand"),
        ("'x' | Select-String '['", "InvalidRegex,{0}SelectStringCommand"),
        ("Select-String x none", "PathNotFound,{0}SelectStringCommand"),
    ],
)
def test_what_objects_refuse(shell: Shell, command: str, error_id: str) -> None:
    assert shell.caught(command)[0] == error_id.format(COMMANDS)


def test_the_shell_of_windows_shows_its_message_box_as_text(shell: Shell) -> None:
    script = """$w = New-Object -ComObject WScript.Shell
    $w.Popup('Done.'); $w.Popup('Sure?', 0, 'Ask', 4); $w.ExpandEnvironmentStrings('%NONE%') """
    assert shell.lines(script) == ["Done.", "1", "Ask: Sure?", "1", "%NONE%"]


def test_lists_of_objects_are_changed(shell: Shell) -> None:
    script = """$o = [pscustomobject]@{ L = 1, 2, 3 }
    ($o | Update-List L -Add 4 -Remove 1).L -join ','; ($o | Update-List L -Replace 9).L -join ','
    (Update-List -Add 1 -Remove 2).Keys -join ','; (Update-List -Replace 1).Keys"""
    assert shell.lines(script) == ["2,3,4", "9", "Add,Remove", "Replace"]


def test_random_draws_repeat_with_a_seed(shell: Shell) -> None:
    script = """(Get-Random -SetSeed 5 -Maximum 100 -Count 3) -join ',' | Set-Variable a
    (Get-Random -SetSeed 5 -Maximum 100 -Count 3) -join ',' | Set-Variable b; $a -eq $b
    $d = Get-Random -Minimum 1.5 -Maximum 2.5; $d -ge 1.5 -and $d -lt 2.5
    (Get-Random -Maximum 5000000000).GetType().Name; (Get-Random -Maximum '10') -lt 10
    (1..5 | Get-Random -Shuffle | Sort-Object) -join ','; (1..5 | Get-SecureRandom -Count 2).Count
    (1..3 | Get-SecureRandom -Shuffle).Count; (Get-SecureRandom -Maximum 2) -lt 2"""
    assert shell.lines(script) == ["True", "True", "Int64", "True", "1,2,3,4,5", "2", "3", "True"]


def test_facts_of_the_session(shell: Shell) -> None:
    script = """(New-Guid -InputObject '00000000-0000-0000-0000-000000000001').Guid.Substring(35)
    (Get-Culture -Name en-US).Name; @(Get-Culture -ListAvailable).Count
    (Get-UICulture).Name; (Get-Host).UI.RawUI.BufferSize.ToString(); (Get-Verb Get, Set).Count
    function f { Get-PSCallStack | ForEach-Object { "$($_.FunctionName) $($_.Arguments)" } }; f 1
    1 | Write-Error -ErrorAction SilentlyContinue; @(Get-Error).Count; (Get-Error).PSObject.TypeNames[0]
    @($Error[0] | Get-Error).Count"""
    assert shell.lines(script)[:9] == [
        "1", "en-US", "1", "en-US", "120,50", "2", "f {}", "<ScriptBlock> {}", "1"
    ]  # fmt: skip


def test_lines_that_match_are_found(shell: Shell) -> None:
    script = """Set-Content a.log 'one', 'two', 'three', 'four'; Set-Content b.txt 'two'
    "$(Select-String two a.log -Context 1)".Split("`n").Count
    (Select-String t *.* -Include *.log -Exclude b* | Measure-Object).Count
    Select-String -LiteralPath a.log one -Raw; Select-String -LiteralPath a.log zzz -Quiet
    'a', 'b' | Select-String a -NotMatch -Raw
    'a.b', 'acb' | Select-String a.b -SimpleMatch | ForEach-Object Line; 'x', 'y' | Select-String x -Quiet
    Get-ChildItem b.txt | Select-String two | ForEach-Object Filename
    ('abc' | Select-String b).ToString()"""
    assert shell.lines(script) == ["3", "2", "one", "False", "b", "a.b", "True", "b.txt", "abc"]


def test_members_added_in_a_loop_stand_before_those_of_the_type_from_then_on(shell: Shell) -> None:
    script = """$member = @{ TypeName = 'System.Version'; Force = $true }
    foreach ($turn in 1..3) {
        $version = [version]'1.2'; "$($version.Major) $($version.CompareTo($version))"
        if ($turn -eq 1) {
            Update-TypeData @member -MemberType ScriptProperty -MemberName Major -Value { 'mine' }
            Update-TypeData @member -MemberType ScriptMethod -MemberName CompareTo -Value { 'never' }
        } elseif ($turn -eq 2) { Remove-TypeData -TypeName System.Version }
    }"""
    assert shell.lines(script)[:3] == ["1 0", "mine never", "1 0"]


def test_type_data_are_added_shown_and_removed(shell: Shell) -> None:
    script = """Update-TypeData -TypeName My.T -MemberType NoteProperty -MemberName Note -Value 5
    Update-TypeData -TypeName My.T -DefaultDisplayProperty Note -DefaultKeyPropertySet N
    $o = [pscustomobject]@{ PSTypeName = 'My.T'; N = 1 }; $o.Note; (Get-TypeData My.*).Members.Keys
    $member = @{ MemberType = 'NoteProperty'; MemberName = 'Note'; Value = 6 }
    try { Update-TypeData -TypeName My.T @member -EA Stop } catch { $_.FullyQualifiedErrorId }
    Update-TypeData -TypeName My.T -DefaultDisplayPropertySet N
    try { Update-TypeData -TypeName My.T -DefaultDisplayPropertySet N -ErrorAction Stop } catch { $_.Exception.Message }
    Update-TypeData -TypeName My.U @member -WhatIf; Remove-TypeData My.T; $null -eq $o.Note
    try { Remove-TypeData My.T -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
    Add-Type -AssemblyName System.Web"""
    lines = shell.lines(script)
    assert lines[:4] == [
        "5", "Note", f"TypesDynamicUpdateException,{COMMANDS}UpdateTypeDataCommand",
        'Error in TypeData "My.T": The member DefaultDisplayPropertySet is already present.',
    ]  # fmt: skip
    assert lines[-2:] == ["True", f"TypesDynamicRemoveException,{COMMANDS}RemoveTypeDataCommand"]


def test_dates_are_given_in_every_form(shell: Shell) -> None:
    script = """(Get-Date).ToString('o')
    Get-Date '2024-05-06' -Hour 7 -Minute 8 -Second 9 -Millisecond 10 -Format 'yyyy-MM-dd HH:mm:ss.fff'
    Get-Date -UnixTimeSeconds 0 -Format u
    Get-Date -UnixTimeSeconds 86400 -UFormat '+%Y-%m-%d %s %C %k%n%l%t%w%G%g%U%W%v%q' -AsUTC
    Get-Date -AsUTC -Format FileDateTimeUniversal
    Get-Date '2024-05-06 13:14:15' -UFormat '%c|%D|%F|%R|%r|%T|%X|%x|%y|%h|%I|%p|%Z|%%'
    (Get-Date '2024-05-06' -DisplayHint Date).DisplayHint
    Get-Date -Format FileDate; '2024-01-01' | Get-Date -UFormat %j -AsUTC
    (New-TimeSpan -Milliseconds 5).Ticks; (New-TimeSpan -End (Get-Date)).Ticks"""
    assert shell.lines(script) == [
        "2026-09-01T12:00:00.0000000+00:00", "2024-05-06 07:08:09.010", "1970-01-01 00:00:00Z",
        "1970-01-02 86400 19  0", "12\t5197070001q", "20260901T1200000000Z",
        "Mon 06 May 2024 13:14:15|05/06/24|2024-05-06|13:14|01:14:15 PM|13:14:15|13:14:15|05/06/24|24|May|01|PM|+00|%",
        "Date", "20260901", "001", "50000", "0",
    ]  # fmt: skip


def test_sleeping_moves_a_frozen_clock_on(shell: Shell) -> None:
    script = """$a = Get-Date; Start-Sleep 5; Start-Sleep -Duration ([timespan]'00:01')
    Start-Sleep -Milliseconds 500; ((Get-Date) - $a).TotalSeconds"""
    assert shell.lines(script) == ["65.5"]


def test_a_page_is_made_with_all_its_parts(shell: Shell) -> None:
    script = """[pscustomobject]@{ A = 'x<é'; B = 2 } | ConvertTo-Html A*, @{ l = 'C'; e = { $_.B * 2 }
    width = 3 } -Meta @{ author = 'me'; 'default-style' = 's' } | Select-String '<meta|<td>|<col ' -Raw
    1, 2 | ConvertTo-Html -As List -Property { $_ + 1 } -Fragment
    @() | ConvertTo-Html -Fragment -PreContent 'pre' -PostContent 'post'
    'text' | ConvertTo-Html -Fragment | Select-Object -Last 2"""
    assert shell.lines(script) == [
        '<meta name="author" content="me">', '<meta http-equiv="default-style" content="s">',
        '<colgroup><col/><col width = "3"/></colgroup>', "<tr><td>x&lt;&#233;</td><td>4</td></tr>",
        "<table>", "<tr><td> $_ + 1 :</td><td>2</td></tr>", "<tr><td><hr></td></tr>",
        "<tr><td> $_ + 1 :</td><td>3</td></tr>",
        "</table>", "pre", "post", "<tr><td>4</td></tr>", "</table>",
    ]  # fmt: skip
