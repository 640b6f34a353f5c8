"""Tuples, bits, characters of several units, days and times, concurrent collections."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate

TUPLES = [
    (
        "$t = [Tuple]::Create(1, 'a'); $t.Item1; $t.Item2; \"$t\"; $t.Length",
        "Int32 1 | String a | String (1, a) | Int32 2",
    ),
    ("[Tuple[string, int]]::new(5, '7').Item2; [Tuple]::Create($null).Item1", "Int32 7 | null"),
    (
        "[Tuple]::Create(1, 'a') -eq [Tuple]::Create(1, 'a'); [Tuple]::Create(1).Equals([Tuple]::Create(2))",
        "Boolean True | Boolean False",
    ),
    (
        "[Tuple]::Create(1, 2).CompareTo([Tuple]::Create(1, 3)); [Tuple]::Create(1).CompareTo($null)",
        "Int32 -1 | Int32 1",
    ),
    (
        "$t = [ValueTuple]::Create(1, 2.5, 'x'); $t.Item3 = 'y'; $t.Item3; $t.GetType().Name",
        "String y | String ValueTuple`3",
    ),
    ("[Tuple]::Create(1).Item1 = 2", "! PropertyAssignmentException: 'Item1' is a ReadOnly property."),
]
BITS = [
    ("$b = [Collections.BitArray]::new(3); $b[1] = $true; $b -join ','; $b.Count", "String False,True,False | Int32 3"),
    (
        "[Collections.BitArray]::new([byte[]](5)).Length; [Collections.BitArray]::new([int[]](1, 2)).Length",
        "Int32 8 | Int32 64",
    ),
    (
        "$b = [Collections.BitArray]::new([bool[]](1, 0)); $c = [Collections.BitArray]::new(2, $true); "
        "$b.And($c) -join ','; $b.Or($c) -join ','; $b.Xor($c) -join ','; $b.Not() -join ','",
        "String True,False | String True,True | String False,False | String True,True",
    ),
    (
        "$b = [Collections.BitArray]::new([byte[]](6)); $x = [byte[]]::new(1); $b.RightShift(1).CopyTo($x, 0); $x; "
        "$b.LeftShift(2).CopyTo($x, 0); $x; $b.HasAnySet(); $b.HasAllSet()",
        "Byte 3 | Byte 12 | Boolean True | Boolean False",
    ),
    (
        "$b = [Collections.BitArray]::new(2); $b.SetAll($true); $b.Length = 3; $b -join ','; $b.Get(9)",
        '! ArgumentOutOfRangeException: Exception calling "Get" with "1" argument(s): "Index was out of range. Must be '
        "non-negative and less than the size of the collection. (Parameter 'index')\"",
    ),
    (
        "$o = [int[]]::new(3); [Buffer]::BlockCopy([int[]](1, 2), 0, $o, 4, 8); $o -join ','; [Buffer]::ByteLength($o)",
        "String 0,1,2 | Int32 12",
    ),
]
CHARACTERS = [
    (
        '$i = [Globalization.StringInfo]::new("`u{1F600}e`u{301}"); $i.LengthInTextElements; '
        '$i.SubstringByTextElements(0, 1) -eq "`u{1F600}"; $i.SubstringByTextElements(1).Length',
        "Int32 2 | Boolean True | Int32 2",
    ),
    (
        "[Globalization.StringInfo]::ParseCombiningCharacters(\"`u{1F600}e\") -join ','; "
        "[Globalization.StringInfo]::GetNextTextElement('ab', 1)",
        "String 0,2 | String b",
    ),
]
DAYS = [
    ("\"$([dateonly]'2024-05-06') $([timeonly]'13:30')\"", "String 05/06/2024 13:30"),
    (
        "$d = [dateonly]::FromDateTime('2024-05-06 10:00'); $d.AddDays(30).ToString('o'); $d.DayOfWeek; $d.DayNumber",
        "String 2024-06-05 | DayOfWeek Monday | Int32 739011",
    ),
    (
        "[dateonly]::new(2024, 1, 31).AddMonths(1).ToString('yyyy/MM/dd'); "
        "[dateonly]'2024-01-02' -lt [dateonly]'2024-01-03'",
        "String 2024/02/29 | Boolean True",
    ),
    (
        "([dateonly]'2024-01-02').ToDateTime([timeonly]'01:02').ToString('s'); "
        "[dateonly]::ParseExact('02.01.24', 'dd.MM.yy')",
        "String 2024-01-02T01:02:00 | DateOnly 01/02/2024",
    ),
    (
        "$r = $null; [dateonly]::TryParse('nope', [ref]$r); [timeonly]::TryParse('9:05 pm', [ref]$r); $r.Hour",
        "Boolean False | Boolean True | Int32 21",
    ),
    (
        "([timeonly]'23:30').AddHours(1).ToString('o'); ([timeonly]'23:00').IsBetween('22:00', '01:00'); "
        "([timeonly]'10:00') - ([timeonly]'11:00')",
        "String 00:30:00.0000000 | Boolean True | TimeSpan 23:00:00",
    ),
    (
        "[timeonly]::FromTimeSpan('01:02:03').ToTimeSpan(); [timeonly]::MaxValue.Ticks",
        "TimeSpan 01:02:03 | Int64 863999999999",
    ),
    (
        "[dateonly]'x'",
        '! InvalidCastParseTargetInvocationWithFormatProvider: Cannot convert value "x" to type '
        '"System.DateOnly". Error: "String \'x\' was not recognized as a valid DateOnly."',
    ),
    (
        "([dateonly]'2024-01-02').ToString('HH')",
        '! FormatException: Exception calling "ToString" with "1" argument(s): '
        '"Input string was not in a correct format."',
    ),
]
CONCURRENT = [
    (
        "$d = [Collections.Concurrent.ConcurrentDictionary[string, int]]::new(); $d.TryAdd('a', 1); $d.TryAdd('a', 2); "
        "$d['b'] = 5; $d.GetOrAdd('c', 7); $d.AddOrUpdate('a', 1, { param($k, $old) $old + 9 }); $d.Count",
        "Boolean True | Boolean False | Int32 7 | Int32 10 | Int32 3",
    ),
    (
        "$d = [Collections.Concurrent.ConcurrentDictionary[string, int]]::new(); $d['a'] = 1; $v = 0; "
        "$d.TryUpdate('a', 2, 1); $d.TryRemove('a', [ref]$v); $v; $d.TryGetValue('a', [ref]$v); $d.IsEmpty",
        "Boolean True | Boolean True | Int32 2 | Boolean False | Boolean True",
    ),
    (
        "$q = [Collections.Concurrent.ConcurrentQueue[int]]::new([int[]](1, 2)); $v = 0; $q.TryDequeue([ref]$v); $v; "
        "$q.TryPeek([ref]$v); $v; $q.Enqueue(3); $q.ToArray() -join ','",
        "Boolean True | Int32 1 | Boolean True | Int32 2 | String 2,3",
    ),
    (
        "$s = [Collections.Concurrent.ConcurrentStack[string]]::new(); $s.Push('a'); $s.Push('b'); $v = ''; "
        "$s.TryPop([ref]$v); $v; $s.Clear(); $s.TryPop([ref]$v); $s.IsEmpty",
        "Boolean True | String b | Boolean False | Boolean True",
    ),
    (
        "$b = [Collections.Concurrent.ConcurrentBag[object]]::new(); 1..3 | % { $b.Add($_) }; $b.Count; "
        "($b | sort) -join ','",
        "Int32 3 | String 1,2,3",
    ),
]


@pytest.mark.parametrize(("expression", "given"), [*TUPLES, *BITS, *CHARACTERS, *DAYS, *CONCURRENT])
def test_values_of_several_parts_give_what_net_gives(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given
