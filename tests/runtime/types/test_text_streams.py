"""Readers and writers of text, on files and in memory."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        (
            "$w = [IO.StringWriter]::new(); $w.WriteLine('a'); $w.Write('{0}-{1}', 'b', 2); $w.WriteLine(); "
            "$w.ToString() -replace '\\r?\\n', '|'; $r = [IO.StringReader]::new(\"a`nb`r`nc\"); $r.ReadLine(); "
            "$r.Peek(); [char]$r.Read(); $r.ReadToEnd(); $null -eq $r.ReadLine(); $r.Read(); $r.Dispose()",
            "String a|b-2| | String a | Int32 98 | Char b | String \r\nc | Boolean True | Int32 -1",
        ),
        (
            "$w = [IO.StreamWriter]::new('C:\\s.txt'); $w.WriteLine('one'); $w.AutoFlush = $true; $w.Close(); "
            "$w = [IO.StreamWriter]::new('C:\\s.txt', $true); $w.WriteLine('two'); $w.Close(); "
            "$r = [IO.StreamReader]::new('C:\\s.txt'); while (-not $r.EndOfStream) { $r.ReadLine() }; "
            "$r.Close()",
            "String one | String two",
        ),
        (
            "$m = [IO.MemoryStream]::new(); $m.WriteByte(65); $m.Write([byte[]](66, 67), 0, 2); "
            "$m.Position = 0; $m.ReadByte(); $b = [byte[]]::new(2); $m.Read($b, 0, 2); $b -join ','; "
            "$m.ReadByte(); $m.ToArray() -join ','; $m.Length; $m.CanRead; $m.Seek(0, 'Begin'); "
            "$s = [IO.StreamReader]::new($m); $s.ReadToEnd(); $m.Seek(-1, 'End'); $m.Close()",
            "Int32 65 | Int32 2 | String 66,67 | Int32 -1 | String 65,66,67 | Int64 3 | Boolean True | "
            "Int64 0 | String ABC | Int64 2",
        ),
        (
            "$m = [IO.MemoryStream]::new(); $w = [IO.StreamWriter]::new($m); $w.Write('hi'); $w.Flush(); "
            "$m.ToArray() -join ','; $w.Close()",
            "String 104,105",
        ),
        (
            "$m = [IO.MemoryStream]::new([byte[]](97, 0)); "
            "[IO.StreamReader]::new($m, [Text.Encoding]::Unicode).ReadLine()",
            "String a",
        ),
    ],
)
def test_what_is_written_is_read(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        ("[IO.StreamReader]::new('C:\\nowhere.txt')", "FileNotFoundException"),
    ],
)
def test_a_file_that_is_not_there_is_refused(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")
