"""Members of .NET types give what .NET gives; each row is an expression and its values as `Type text`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Evaluate = Callable[[str], str]

TEXT = [
    ("'abc'.PadLeft(5, '*')", "String **abc"),
    ("'a-b-c'.LastIndexOf('-', 2)", "Int32 1"),
    ("'abc'.IndexOf('B', [StringComparison]::OrdinalIgnoreCase)", "Int32 1"),
    ("'abcabc'.Replace('B', 'x', 'OrdinalIgnoreCase')", "String axcaxc"),
    ("'abc'.Equals('ABC', 'OrdinalIgnoreCase')", "Boolean True"),
    ("'a,,b'.Split(',', 'RemoveEmptyEntries').Count", "Int32 2"),
    ("'a b'.Split().Count", "Int32 2"),
    ("'abc'.Copied", "null"),
    ("'abc'.Insert(9, 'x')", "! ArgumentOutOfRangeException"),
    ("'abc'.Replace('', 'x')", "! ArgumentException"),
    ("'abc'.PadRight(-1)", "! ArgumentOutOfRangeException"),
    ("'abc'.Chars(7)", "! IndexOutOfRangeException"),
    ('[string]::IsNullOrWhiteSpace(" `t")', "Boolean True"),
    ("[string]::Concat('a', 1, 'b')", "String a1b"),
    ("[string]::new('x', 3)", "String xxx"),
    ("[string]::Join(',', [string[]]('a', 'b', 'c'), 1, 2)", "String b,c"),
    ("[string]::CompareOrdinal('b', 'a')", "Int32 1"),
    ("[char]::ToUpper('a')", "Char A"),
    ("[char]::IsPunctuation('!')", "Boolean True"),
    ("[char]::GetUnicodeCategory('1')", "Globalization.UnicodeCategory DecimalDigitNumber"),
    ("[char]::IsDigit('a5', 1)", "Boolean True"),
    ("[char]::GetNumericValue('7')", "Double 7"),
]
NUMBERS = [
    ("[int]::Parse('12')", "Int32 12"),
    ("[int]::Parse('1.5')", "! FormatException"),
    ("[byte]::Parse('300')", "! OverflowException"),
    ("$r = 0; [int]::TryParse('x', [ref]$r); $r", "Boolean False | Int32 0"),
    ("$r = 0; [double]::TryParse('1.5', [ref]$r); $r", "Boolean True | Double 1.5"),
    ("[double]::IsNaN([double]::NaN)", "Boolean True"),
    ("(5).CompareTo(7)", "Int32 -1"),
    ("(5).Equals(5.0)", "Boolean False"),
    ("(255).ToString('X')", "String FF"),
    ("[math]::Round(2.5, [MidpointRounding]::AwayFromZero)", "Double 3"),
    ("[math]::Clamp(7, 1, 5)", "Int32 5"),
    ("[math]::Abs([int]::MinValue)", "! OverflowException"),
    ("[math]::Sqrt(-1)", "Double NaN"),
    ("$r = 0; [math]::DivRem(-7, 2, [ref]$r); $r", "Int32 -3 | Int32 -1"),
    ("[math]::Log(8, 2)", "Double 3"),
    ("[math]::Pow(10, 400) -eq [double]::PositiveInfinity", "Boolean True"),
    ("[bigint]::Pow(2, 70)", "Numerics.BigInteger 1180591620717411303424"),
    ("[decimal]::Round(2.345d, 2)", "Decimal 2.34"),
    ("[bool]::Parse('TRUE')", "Boolean True"),
    ("[bool]::Parse('yes')", "! FormatException"),
    ("$true.CompareTo($false)", "Int32 1"),
]
COLLECTIONS = [
    ("[array]::IndexOf((1, 2, 3), 3)", "Int32 2"),
    ("$a = 3, 1, 2; [array]::Sort($a); $a -join ','", "String 1,2,3"),
    ("$a = 1, 2; $a.RemoveAt(0)", "! NotSupportedException"),
    ("[array]::Find((1, 2, 3), { $args[0] -gt 1 })", "Int32 2"),
    ("$m = [int[,]]::new(2, 2); $m[1, 1] = 5; $m[1, 1]; $m.Rank; $m.GetLength(0)", "Int32 5 | Int32 2 | Int32 2"),
    ("$l = [Collections.Generic.List[int]](1, 2, 3); $l.RemoveAll({ $args[0] -gt 1 }); $l.Count", "Int32 2 | Int32 1"),
    ("$l = [Collections.Generic.List[int]]::new(); $l.Add('x')", "! MethodArgumentConversionInvalidCastArgument"),
    ("$l = [Collections.ArrayList](1, 2); $l.Insert(5, 0)", "! ArgumentOutOfRangeException"),
    ("$l = [Collections.ArrayList](1, 2, 3); $l.GetRange(1, 2) -join ','", "String 2,3"),
    ("$l = [Collections.Generic.List[string]]('b', 'a'); $l.Sort(); $l -join ''", "String ab"),
    ("$d = [Collections.Generic.Dictionary[string, int]]::new(); $d['a'] = 1; $d.ContainsKey('A')", "Boolean False"),
    (
        "$d = [Collections.Generic.Dictionary[string, int]]::new([StringComparer]::OrdinalIgnoreCase); $d['a'] = 1; "
        "$d.ContainsKey('A')",
        "Boolean True",
    ),
    (
        "$d = [Collections.Generic.Dictionary[string, int]]::new(); $d.Add('a', 1); $d.Add('a', 2)",
        "! ArgumentException",
    ),
    (
        "$d = [Collections.Generic.SortedDictionary[string, int]]::new(); $d['b'] = 1; $d['a'] = 2; $d.Keys -join ''",
        "String ab",
    ),
    (
        "$v = 0; $d = [Collections.Generic.Dictionary[string, int]]::new(); $d.TryGetValue('x', [ref]$v); $v",
        "Boolean False | Int32 0",
    ),
    ("$h = [ordered]@{ a = 1; b = 2 }; $h.RemoveAt(0); $h.Keys", "String b"),
    ("$h = @{ a = 1 }; foreach ($k in $h.Keys) { $h['b'] = 2 }", "! System.InvalidOperationException"),
    ("$s = [Collections.Generic.HashSet[int]]::new([int[]](1, 2)); $s.IntersectWith([int[]](2, 3)); $s", "Int32 2"),
    ('$s = [Collections.Generic.SortedSet[int]]::new([int[]](3, 1)); $s.Min; "$s"', "Int32 1 | String 1 3"),
    ("$q = [Collections.Queue]::new(); $q.Dequeue()", "! InvalidOperationException"),
    ("$s = [Collections.Generic.Stack[int]]::new([int[]](1, 2)); $s.Pop(); $s.Count", "Int32 2 | Int32 1"),
    (
        "$l = [Collections.Generic.LinkedList[int]]::new(); $n = $l.AddFirst(1); $l.AddAfter($n, 2).Value; "
        "$l.Last.Previous.Value",
        "Int32 2 | Int32 1",
    ),
    ("$e = (1, 2).GetEnumerator(); $e.MoveNext(); $e.Current", "Boolean True | Int32 1"),
    ("[Collections.SortedList]@{ b = 1; a = 2 } | ForEach-Object { $_.GetByIndex(0) }", "Int32 2"),
]
OTHERS = [
    ("[guid]::Parse('x')", "! FormatException"),
    ("[guid]::Empty.ToString('N')", "String 00000000000000000000000000000000"),
    ("([guid]'00112233-4455-6677-8899-aabbccddeeff').ToByteArray()[0]", "Byte 51"),
    ("[version]'1.2' -lt [version]'1.10'", "Boolean True"),
    ("[version]::new(1, 2).ToString(1)", "String 1"),
    ("$v = $null; [version]::TryParse('x', [ref]$v)", "Boolean False"),
    ("[semver]'1.2.3-beta' -lt [semver]'1.2.3'", "Boolean True"),
    ("([uri]'https://contoso.com:8080/a/b?x=1#f').PathAndQuery", "String /a/b?x=1"),
    ("[uri]::new([uri]'https://contoso.com/a/', 'b').AbsoluteUri", "String https://contoso.com/a/b"),
    ("([uri]'https://contoso.com/a b').AbsoluteUri", "String https://contoso.com/a%20b"),
    ("[convert]::ToInt32('ff', 16)", "Int32 255"),
    ("[convert]::ToString(10, 2)", "String 1010"),
    ("[convert]::FromBase64String('!')", "! FormatException"),
    ("[convert]::ToHexString([byte[]](1, 255))", "String 01FF"),
    ("[bitconverter]::ToInt32([byte[]](1, 0, 0, 0), 0)", "Int32 1"),
    ("[text.encoding]::Unicode.GetString([byte[]](65, 0))", "String A"),
    ("[text.encoding]::GetEncoding('nope')", "! ArgumentException"),
    ("[io.path]::GetDirectoryName('/a/b.txt')", "String /a"),
    ("[io.path]::Combine('C:\\a', 'b', 'c')", "String C:\\a\\b\\c"),
    ("[io.path]::GetPathRoot('C:\\a')", "String C:\\"),
    ("[io.path]::ChangeExtension('a.txt', 'md')", "String a.md"),
    ("[net.webutility]::UrlEncode('a b&c')", "String a+b%26c"),
    ("([mailaddress]'Ann <ann@contoso.com>').ToString()", 'String "Ann" <ann@contoso.com>'),
    ("[ipaddress]::Parse('10.0.0.1').GetAddressBytes()[0]", "Byte 10"),
    ("[enum]::GetName([DayOfWeek], 1)", "String Monday"),
    ("[enum]::Parse([DayOfWeek], 'nope')", "! ArgumentException"),
    ("[DayOfWeek]::Friday.ToString('D')", "String 5"),
    (
        "[int].IsValueType; [string].IsClass; [int[]].GetElementType().Name",
        "Boolean True | Boolean True | String Int32",
    ),
    ("[Collections.Generic.List[int]].GetGenericArguments()[0].Name", "String Int32"),
    ("[string].GetMethod('IsInterned').Name", "String IsInterned"),
    (
        "$s = [text.stringbuilder]'abc'; [void]$s.Insert(1, 'x').Remove(0, 1).Replace('c', 'd'); $s.ToString()",
        "String xbd",
    ),
    (
        "$s = [text.stringbuilder]::new(); [void]$s.AppendFormat('{0}-{1}', 1, 2).AppendJoin(',', 3, 4); \"$s\"",
        "String 1-23,4",
    ),
    ("[environment]::GetFolderPath('Desktop') -like 'C:\\Users\\*\\Desktop'", "Boolean True"),
    ("$env:X9 = 'y'; [environment]::ExpandEnvironmentVariables('%X9%-%NOPE9%')", "String y-%NOPE9%"),
    (
        "[net.servicepointmanager]::SecurityProtocol = 'Tls12'; [string][net.servicepointmanager]::SecurityProtocol",
        "String Tls12",
    ),
    ("$r = [random]::new(1); $n = $r.Next(5); $n -ge 0 -and $n -lt 5", "Boolean True"),
    ("[dbnull]::Value.ToString()", "String "),
    ("$w = [io.stringwriter]::new(); $w.Write('a'); $w.Write('{0}', 1); $w.ToString()", "String a1"),
    (
        "$m = [io.memorystream]::new([byte[]](1, 2)); $m.ReadByte(); $m.Position; $m.Length",
        "Int32 1 | Int64 1 | Int64 2",
    ),
    (
        "$c = [pscredential]::new('a\\b', (ConvertTo-SecureString 'x' -AsPlainText -Force)); "
        "$c.GetNetworkCredential().Domain",
        "String a",
    ),
    ("[scriptblock]::Create('1; 2').Invoke().Count", "Int32 2"),
    ("{ throw 'x' }.Invoke()", "! RuntimeException"),
    ("$x = 1; $b = { $x }.GetNewClosure(); $x = 2; & $b", "Int32 1"),
    ("[StringComparer]::OrdinalIgnoreCase.Equals('a', 'A')", "Boolean True"),
]


@pytest.mark.parametrize(("expression", "expected"), [*TEXT, *NUMBERS, *COLLECTIONS, *OTHERS])
def test_a_member_gives_what_net_gives(expression: str, expected: str, evaluate: Evaluate) -> None:
    given = evaluate(expression)
    assert given == expected or (expected.startswith("! ") and given.startswith(expected + ":"))


CONSTANTS = [
    (
        "[timespan]::MinutesPerDay; [timespan]::SecondsPerHour; [timespan]::HoursPerDay",
        "Int64 1440 | Int64 3600 | Int32 24",
    ),
    ("[timespan]::MicrosecondsPerMillisecond; [timespan]::NanosecondsPerTick", "Int64 1000 | Int64 100"),
    ("[uri]::UriSchemeHttps; [uri]::SchemeDelimiter", "String https | String ://"),
    ("[convert]::IsDBNull([DBNull]::Value); [convert]::IsDBNull($null)", "Boolean True | Boolean False"),
    ("[convert]::ToHexStringLower([byte[]](171, 1))", "String ab01"),
    ("[array]::FindLast([int[]](1, 5, 2), [Predicate[int]]{ $args[0] -lt 4 })", "Int32 2"),
    ("[array]::FindLastIndex([int[]](1, 5, 2), [Predicate[int]]{ $args[0] -gt 4 })", "Int32 1"),
    (
        "$a = [int[]](1, 2, 3); [array]::Fill($a, 9, 1, 2); $a -join ','; [array]::Fill($a, 7); $a -join ','",
        "String 1,9,9 | String 7,7,7",
    ),
    (
        "[Random]::new(1).NextInt64(5, 5); [Random]::new(1).NextInt64(1); [Random]::new().NextInt64() -ge 0",
        "Int64 5 | Int64 0 | Boolean True",
    ),
    ("[Random]::new(1).NextInt64(2, 1)", "! ArgumentOutOfRangeException"),
    ("[GC]::Collect(2, 'Forced', $true); [GC]::KeepAlive(1); 'done'", "String done"),
]


@pytest.mark.parametrize(("expression", "given"), CONSTANTS)
def test_constants_and_helpers_are_those_of_net(expression: str, given: str, evaluate: Evaluate) -> None:
    found = evaluate(expression)
    assert found == given or (given.startswith("! ") and found.startswith(given + ":"))
