"""Types that a script names before any value of them is there, and the exceptions and enumerations of .NET."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    "name",
    [
        "System.Management.Automation.FunctionInfo",
        "System.Management.Automation.PathInfo",
        "System.Management.Automation.PSModuleInfo",
        "System.Management.Automation.PSCmdlet",
        "System.Management.Automation.VerbInfo",
        "Microsoft.PowerShell.Commands.MatchInfo",
        "Microsoft.PowerShell.Commands.GroupInfo",
        "System.Net.Mail.MailPriority",
        "System.Net.HttpStatusCode",
        "System.IO.EndOfStreamException",
    ],
)
def test_a_type_is_known_before_its_values(name: str, evaluate: Evaluate) -> None:
    assert evaluate(f"[{name}].Name") == f"String {name.rpartition('.')[2]}"


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        ("[System.IO.EndOfStreamException]::new().Message", "String Attempted to read past the end of the stream."),
        (
            "[System.IO.FileNotFoundException]::new().HResult; [System.Exception]::new().HResult",
            "Int32 -2147024894 | Int32 -2146233088",
        ),
        (
            "$e = [Exception]::new('x'); $e.HResult = 5; $e.HResult; $e.HelpLink = 'h'; $e.HelpLink",
            "Int32 5 | String h",
        ),
        ("[System.Net.HttpStatusCode]404; [int][ConsoleKey]::F5", "Net.HttpStatusCode NotFound | Int32 116"),
        (
            "[System.Security.AccessControl.FileSystemRights]1179785",
            "Security.AccessControl.FileSystemRights Read, Synchronize",
        ),
        (
            "try { throw [System.Net.Sockets.SocketException]::new() } catch "
            "[System.ComponentModel.Win32Exception] { 'caught' }",
            "String caught",
        ),
    ],
)
def test_exceptions_and_enumerations_have_what_net_gives_them(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        (
            "'abc'.get_Length(); ([datetime]'2024-03-01').get_Year(); [string]::get_Empty()",
            "Int32 3 | Int32 2024 | String ",
        ),
        ("$b = [Text.StringBuilder]::new('abcdef'); $b.set_Length(2); \"$b\"", "String ab"),
        (
            "'abc'.get_Nope()",
            "! MethodNotFound: Method invocation failed because [String] does not contain a method named 'get_Nope'.",
        ),
        ("$o = [pscustomobject]@{}; $o | Add-Member ScriptProperty P { throw 'x' }; $null -eq $o.P", "Boolean True"),
        (
            "[Enum]::Parse[DayOfWeek]('monday', $true); [Enum]::GetNames[DayOfWeek]().Count",
            "DayOfWeek Monday | Int32 7",
        ),
        ("$r = $null; [Enum]::TryParse[DayOfWeek]('Friday', [ref]$r); $r", "Boolean True | DayOfWeek Friday"),
        (
            "[array]::Empty[int]().GetType().Name; [Linq.Enumerable]::OfType[string]((1, 'a'))",
            "String Int32[] | String a",
        ),
        ("[guid]::Empty.ToString[int]()", "String 00000000-0000-0000-0000-000000000000"),
        (
            "[convert]::ToInt32('FFFFFFFF', 16); [convert]::ToByte('11', 2); "
            "[convert]::ToDouble('1,5', [cultureinfo]'de-DE')",
            "Int32 -1 | Byte 3 | Double 1.5",
        ),
        (
            "(1.5).GetHashCode(); ([long]5000000000).GetHashCode(); ([char]'a').GetHashCode(); "
            "([float]1.5).GetHashCode()",
            "Int32 1073217536 | Int32 705032705 | Int32 6357089 | Int32 1069547520",
        ),
        (
            "$r = [random]::new(42); $r.Next(); $r.Next(100); [random]::new(0).Next(5, 10)",
            "Int32 1434747710 | Int32 14 | Int32 8",
        ),
        (
            "[random]::new(7).NextInt64() -eq [random]::new(7).NextInt64(); [random]::Shared.NextSingle() -lt 1",
            "Boolean True | Boolean True",
        ),
        (
            "$a = 1..5; [random]::new(1).Shuffle($a); ($a | sort) -join ''; [random]::new(3).GetItems((1, 2), 4).Count",
            "String 12345 | Int32 4",
        ),
        (
            "[int]::CreateSaturating(5000000000L); [byte]::CreateTruncating(300); "
            "[int]::CreateChecked(2.9); [double]::CreateChecked(5)",
            "Int32 2147483647 | Byte 44 | Int32 2 | Double 5",
        ),
        (
            "$l = 0L; [math]::BigMul(9223372036854775807L, 4L, [ref]$l); $l; [double]::MaxNumber([double]::NaN, 3)",
            "Int64 1 | Int64 -4 | Double 3",
        ),
        (
            "[char]::ConvertToUtf32([char]0xD83D, [char]0xDE00); [char]::IsBetween('b', 'a', 'c'); "
            "[char]::GetNumericValue('x5', 1)",
            "Int32 128512 | Boolean True | Double 5",
        ),
    ],
)
def test_members_that_stand_behind_others(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).replace("[System.String]", "[String]") == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        ("[byte]::CreateChecked(300)", "OverflowException"),
        ("[convert]::ToInt32('')", "FormatException"),
        ("[convert]::ToInt32('12zz', 16)", "FormatException"),
        ("[convert]::ToInt32('zz', 16)", "FormatException"),
        ("[convert]::ToInt32('', 16)", "ArgumentOutOfRangeException"),
        ("[convert]::ToInt32('-1', 16)", "ArgumentException"),
        ("[convert]::ToInt32('1FFFFFFFF', 16)", "OverflowException"),
        ("[convert]::ToByte('1FF', 16)", "OverflowException"),
        ("[convert]::ToInt32([datetime]'2024-01-01')", "InvalidCastException"),
        ("[convert]::ToInt32(@{})", "InvalidCastException"),
        ("[Linq.Enumerable]::Cast[int](@('a'))", "InvalidCastException"),
        ("[Collections.ArrayList]::ReadOnly($null)", "MemberNotEmulated"),
        ("{ 1 }.GetPowerShell()", "MemberNotEmulated"),
    ],
)
def test_what_they_refuse(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")
