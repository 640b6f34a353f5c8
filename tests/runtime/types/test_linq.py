"""Functions of System.Linq, collections of names, time zones and files: what scripts call of .NET beside cmdlets."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate

E = "[Linq.Enumerable]::"
LINQ = [
    (
        f"{E}Sum([int[]](1, 2, 3)); {E}Sum([int[]]@()); {E}Average([int[]](1, 2)); {E}Max([double[]](1.5, 2))",
        "Int32 6 | Int32 0 | Double 1.5 | Double 2",
    ),
    (
        f"{E}Min([string[]]('b', 'a')); {E}Sum([int[]](1, 2), [Func[int, int]]{{ $args[0] * 10 }})",
        "String a | Int32 30",
    ),
    (
        f"{E}Any([int[]](1, 2), [Func[int, bool]]{{ param($x) $x -gt 1 }}); {E}Any([int[]]@()); "
        f"{E}All([int[]](1, 2), [Func[int, bool]]{{ $args[0] -gt 1 }})",
        "Boolean True | Boolean False | Boolean False",
    ),
    (
        f"{E}Where([int[]](1, 2, 3), [Func[int, bool]]{{ $args[0] -gt 1 }}) -join ','; "
        f"{E}Count([int[]](1, 2, 3), [Func[int, bool]]{{ $args[0] -gt 1 }})",
        "String 2,3 | Int32 2",
    ),
    (
        f"{E}Distinct([string[]]('a', 'b', 'a')) -join ','; {E}Reverse([int[]](1, 2)) -join ','",
        "String a,b | String 2,1",
    ),
    (
        f"{E}Union([int[]](1, 2), [int[]](2, 3)) -join ','; {E}Intersect([int[]](1, 2), [int[]](2, 3)) -join ','; "
        f"{E}Except([int[]](1, 2), [int[]](2)) -join ','; {E}Concat([int[]](1), [int[]](1)) -join ','",
        "String 1,2,3 | String 2 | String 1 | String 1,1",
    ),
    (
        f"{E}Skip([int[]](1, 2, 3), 1) -join ','; {E}Take([int[]](1, 2, 3), 2) -join ','; "
        f"{E}SkipLast([int[]](1, 2), 1) -join ','; {E}TakeLast([int[]](1, 2), 1) -join ','",
        "String 2,3 | String 1,2 | String 1 | String 2",
    ),
    (
        f"{E}SkipWhile([int[]](1, 5, 1), [Func[int, bool]]{{ $args[0] -lt 3 }}) -join ','; "
        f"{E}TakeWhile([int[]](1, 5, 1), [Func[int, bool]]{{ $args[0] -lt 3 }}) -join ','",
        "String 5,1 | String 1",
    ),
    (
        f"{E}OrderBy([string[]]('b', 'a'), [Func[string, string]]{{ $args[0] }}) -join ','; "
        f"{E}OrderByDescending([int[]](1, 2), [Func[int, int]]{{ $args[0] }}) -join ','",
        "String a,b | String 2,1",
    ),
    (
        f"{E}First([int[]](7, 8)); {E}Last([int[]](7, 8)); {E}FirstOrDefault([int[]]@()); {E}Single([int[]](9)); "
        f"{E}ElementAt([int[]](7, 8), 1)",
        "Int32 7 | Int32 8 | Int32 0 | Int32 9 | Int32 8",
    ),
    (
        f"{E}Range(3, 3) -join ','; {E}Repeat('x', 2) -join ','; {E}SequenceEqual([int[]](1, 2), [int[]](1, 2)); "
        f"{E}Contains([int[]](1, 2), 2)",
        "String 3,4,5 | String x,x | Boolean True | Boolean True",
    ),
    (
        f"{E}ToList([int[]](1, 2)).GetType().Name; {E}ToHashSet([int[]](1, 1)).Count; {E}ToArray([int[]](1)).Count",
        "String List`1 | Int32 1 | Int32 1",
    ),
    (
        f"{E}Zip([int[]](1, 2), [int[]](3, 4))[1].Item2; "
        f"{E}Select([int[]](1, 2), [Func[int, int]]{{ $args[0] * 2 }}) -join ','",
        "Int32 4 | String 2,4",
    ),
    (
        f"{E}First([int[]]@())",
        '! InvalidOperationException: Exception calling "First" with "1" argument(s): "Sequence contains no elements"',
    ),
    (
        f"{E}Single([int[]](1, 2))",
        '! InvalidOperationException: Exception calling "Single" with "1" argument(s): '
        '"Sequence contains more than one element"',
    ),
]
NAMES = [
    (
        "$q = [Web.HttpUtility]::ParseQueryString('?a=1&b=x%20y&a=2'); $q['a']; $q.AllKeys -join ','; "
        "$q['c'] = 'z'; $q.ToString(); "
        "$q.GetValues('A').Count; $q.Count",
        "String 1,2 | String a,b | String a=1&a=2&b=x+y&c=z | Int32 2 | Int32 3",
    ),
    (
        "$n = [Collections.Specialized.NameValueCollection]::new(); $n.Add('K', 'v'); $n['k']; $n.Get(0); "
        "$n.GetKey(0); "
        "$n.Remove('k'); $n.HasKeys(); $n['k']",
        "String v | String v | String K | Boolean False | null",
    ),
    (
        "$s = [Collections.Specialized.StringCollection]::new(); $s.Add('x'); $s.AddRange(('y', 'z')); "
        "$s.IndexOf('z'); "
        "$s.Remove('x'); $s.RemoveAt(0); $s[0]; $s.Count; $s.Contains('y')",
        "Int32 0 | Int32 2 | String z | Int32 1 | Boolean False",
    ),
    (
        "$d = [Collections.Specialized.StringDictionary]::new(); $d.Add('A', 1); $d['a']; $d.ContainsKey('A'); "
        "$d.Keys; "
        "$d.Remove('A'); $d.Count",
        "String 1 | Boolean True | String a | Int32 0",
    ),
]
FIND = "[TimeZoneInfo]::FindSystemTimeZoneById('W. Europe Standard Time')"
ZONES = [
    (
        f'$z = {FIND}; "$z"; $z.BaseUtcOffset.Hours; $z.SupportsDaylightSavingTime; $z.Id',
        "String (UTC+01:00) W. Europe Standard Time | Int32 1 | Boolean True | String W. Europe Standard Time",
    ),
    (
        f"[TimeZoneInfo]::ConvertTimeFromUtc('2024-07-01 10:00', {FIND}).ToString('s'); "
        f"[TimeZoneInfo]::ConvertTimeToUtc('2024-01-01 10:00', {FIND}).ToString('s')",
        "String 2024-07-01T12:00:00 | String 2024-01-01T09:00:00",
    ),
    (
        "[TimeZoneInfo]::ConvertTimeBySystemTimeZoneId('2024-07-01 10:00', 'Eastern Standard Time', "
        "'Asia/Tokyo').ToString('s')",
        "String 2024-07-01T23:00:00",
    ),
    (
        f"$z = {FIND}; $z.IsDaylightSavingTime([datetime]'2024-07-01'); $z.GetUtcOffset([datetime]'2024-01-01').Hours; "
        "[TimeZoneInfo]::ConvertTime([datetimeoffset]'2024-07-01T10:00Z', $z).Hour",
        "Boolean True | Int32 1 | Int32 12",
    ),
    (
        "[TimeZoneInfo]::Local.Id; [TimeZoneInfo]::Utc.DisplayName; [TimeZoneInfo]::GetSystemTimeZones().Count -gt 30",
        "String UTC | String (UTC) Coordinated Universal Time | Boolean True",
    ),
    (
        "[TimeZoneInfo]::FindSystemTimeZoneById('Nowhere')",
        "! TimeZoneNotFoundException: Exception calling "
        '"FindSystemTimeZoneById" with "1" argument(s): "The time zone ID \'Nowhere\' was not found on the local '
        'computer."',
    ),
]
FILES = [
    (
        "[IO.File]::WriteAllText('q.txt', 'abc'); [IO.File]::SetLastWriteTime('q.txt', '2020-01-02 03:04'); "
        "[IO.File]::GetLastWriteTimeUtc('q.txt').ToString('s'); [IO.File]::GetAttributes('q.txt')",
        "String 2020-01-02T03:04:00 | IO.FileAttributes Normal",
    ),
    (
        "[IO.File]::WriteAllText('a', '1'); [IO.File]::WriteAllText('b', '2'); [IO.File]::Replace('a', 'b', 'c'); "
        "Get-Content b, c; Test-Path a; [IO.File]::AppendAllBytes('b', [byte[]](65)); Get-Content b",
        "String 1 | String 2 | Boolean False | String 1A",
    ),
    (
        "[void][IO.Directory]::CreateDirectory('d/e'); [IO.Directory]::GetParent('d/e').Name; "
        "[IO.Directory]::Move('d', 'f'); "
        "Test-Path f/e; [IO.Directory]::SetCurrentDirectory('f'); Test-Path e",
        "String d | Boolean True | Boolean True",
    ),
    (
        "$d = [IO.DirectoryInfo]'d'; $d.Create(); $d.CreateSubdirectory('e').Name; "
        "[IO.File]::WriteAllText('d/e/z.txt', 'z'); "
        "$d.GetFiles('*.txt', 'AllDirectories').Name; @($d.EnumerateDirectories()).Count; "
        "$d.GetFileSystemInfos().Name; "
        "$d.MoveTo('g'); Test-Path g/e/z.txt",
        "String e | String z.txt | Int32 1 | String e | Boolean True",
    ),
    (
        "[IO.File]::WriteAllText('q', 'abc'); $f = [IO.FileInfo]'q'; $r = $f.OpenText(); $r.ReadToEnd(); $r.Close(); "
        "$w = $f.AppendText(); $w.Write('d'); $w.Close(); Get-Content q; [IO.File]::WriteAllText('p', ''); "
        "$f.MoveTo('p', $true); Get-Content p",
        "String abc | String abcd | String abcd",
    ),
    ("[IO.File]::GetAttributes('nope')", "! FileNotFoundException"),
    ("[IO.File]::SetCreationTime('nope', '2020-01-01')", "! FileNotFoundException"),
    ("[IO.Directory]::Move('nope', 'x')", "! DirectoryNotFoundException"),
    ("[IO.Directory]::SetCurrentDirectory('nope')", "! DirectoryNotFoundException"),
    ("([IO.DirectoryInfo]'nope').GetFiles()", "! DirectoryNotFoundException"),
]
RUN = [
    (
        "[Threading.Thread]::CurrentThread.CurrentCulture = 'de-DE'",
        "! CultureNotEmulated: The culture de-DE for a whole session is not emulated.",
    ),
    (
        "[Activator]::CreateInstance([Collections.ArrayList]).Count; [Activator]::CreateInstance([string], 'x', 3)",
        "Int32 0 | String xxx",
    ),
    (
        "$n = Get-Date; [Threading.Thread]::Sleep(1500); [Threading.Thread]::Sleep([timespan]'0:0:1'); "
        "((Get-Date) - $n)",
        "TimeSpan 00:00:02.5000000",
    ),
    (
        "[Threading.Thread]::CurrentThread.CurrentCulture = 'en-US'; "
        "[Threading.Thread]::CurrentThread.CurrentCulture.Name",
        "String en-US",
    ),
    (
        "[Threading.Thread]::Sleep(-5)",
        '! ArgumentOutOfRangeException: Exception calling "Sleep" with "1" argument(s): '
        '"Number must be either non-negative and less than or equal to Int32.MaxValue or -1. '
        "(Parameter 'millisecondsTimeout')\nActual value was -5.\"",
    ),
]


@pytest.mark.parametrize(("expression", "given"), [*LINQ, *NAMES, *ZONES, *RUN])
def test_functions_of_net_give_what_net_gives(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(("expression", "given"), FILES)
def test_files_and_folders_have_what_net_says_of_them(expression: str, given: str, evaluate: Evaluate) -> None:
    found = evaluate(expression)
    assert found == given or (given.startswith("! ") and found.startswith(given + ":"))
