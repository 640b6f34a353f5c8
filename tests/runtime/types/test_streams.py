"""Streams of bytes: in memory, over files, compressed, and values read from them."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        (
            "$f = [IO.FileStream]::new('C:\\b.bin', 'Create', 'ReadWrite'); $f.Write([byte[]](1, 2, 3, 4), 0, 4); "
            "$f.Position = 1; $f.ReadByte(); $f.SetLength(2); $f.Length; $f.Close(); $f.CanRead; "
            "[IO.File]::ReadAllBytes('C:\\b.bin') -join ','",
            "Int32 2 | Int64 2 | Boolean False | String 1,2",
        ),
        (
            "Set-Content C:\\b.txt ab -NoNewline; $f = [IO.File]::OpenRead('C:\\b.txt'); $f.CanWrite; $f.CanSeek; "
            "$f.Name; $m = [IO.MemoryStream]::new(); $f.CopyTo($m); $f.Dispose(); $m.ToArray() -join ','",
            "Boolean False | Boolean True | String C:\\b.txt | String 97,98",
        ),
        (
            "Set-Content C:\\b.txt ab -NoNewline; $f = [IO.File]::Open('C:\\b.txt', 'Append'); $f.WriteByte(99); "
            "$f.Close(); (Get-Item C:\\b.txt).OpenRead().Length",
            "Int64 3",
        ),
        (
            "$m = [IO.MemoryStream]::new(); $m.SetLength(2); $m.Seek(0, 'End'); $m.Close(); $m.ToArray().Count",
            "Int64 2 | Int32 2",
        ),
        (
            "$way = [IO.Compression.CompressionMode]; $m = [IO.MemoryStream]::new(); "
            "$g = [IO.Compression.GZipStream]::new($m, $way::Compress); "
            "$w = [IO.StreamWriter]::new($g); $w.Write('lab ' * 50); $w.Close(); $m.ToArray().Count -lt 60; "
            "$g = [IO.Compression.GZipStream]::new([IO.MemoryStream]::new($m.ToArray()), $way::Decompress); "
            "[IO.StreamReader]::new($g).ReadToEnd().Length",
            "Boolean True | Int32 200",
        ),
        (
            "$m = [IO.MemoryStream]::new(); $w = [IO.BinaryWriter]::new($m); $w.Write(258); $w.Write('hé'); "
            "$w.Write([byte]7); $w.Write(1.5); $w.Write($true); $m.ToArray()[0..8] -join ','; $m.Position = 0; "
            "$r = [IO.BinaryReader]::new($m); $r.ReadInt32(); $r.ReadString(); $r.ReadByte(); $r.ReadDouble(); "
            "$r.ReadBoolean(); $r.PeekChar()",
            "String 2,1,0,0,3,104,195,169,7 | Int32 258 | String hé | Byte 7 | Double 1.5 | Boolean True | Int32 -1",
        ),
        (
            "$w = [IO.StreamWriter]::new('C:\\m.txt', $false, [Text.Encoding]::UTF8); $w.AutoFlush = $true; "
            "$w.Write('a'); [IO.File]::ReadAllBytes('C:\\m.txt') -join ','; $w.BaseStream.Length; $w.Close()",
            "String 239,187,191,97 | Int64 4",
        ),
    ],
)
def test_bytes_come_back_as_they_were_written(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        ("[IO.FileStream]::new('C:\\nowhere.bin', 'Open')", "FileNotFoundException"),
        ("Set-Content C:\\b.txt a; [IO.FileStream]::new('C:\\b.txt', 'CreateNew')", "IOException"),
        ("[IO.FileStream]::new('', 'Open')", "ArgumentException"),
        ("[IO.FileStream]::new('C:\\b.txt', 'Create', 'Read')", "ArgumentException"),
        ("$m = [IO.MemoryStream]::new(); $m.Close(); $m.ReadByte()", "ObjectDisposedException"),
        ("[IO.MemoryStream]::new([byte[]]1, $false).WriteByte(2)", "NotSupportedException"),
        ("[IO.MemoryStream]::new().Read([byte[]]::new(2), 1, 2)", "ArgumentException"),
        ("[IO.MemoryStream]::new().Seek(-1, 'Begin')", "IOException"),
        ("[IO.BinaryReader]::new([IO.MemoryStream]::new()).ReadInt32()", "EndOfStreamException"),
        (
            "$way = [IO.Compression.CompressionMode]::Decompress; "
            "[IO.Compression.GZipStream]::new([IO.MemoryStream]::new([byte[]]1), $way).ReadByte()",
            "InvalidDataException",
        ),
        ("[IO.MemoryStream]::new().ReadAsync($null, 0, 0)", "MemberNotEmulated"),
        ("[IO.FileStream]::new('C:\\b.bin', 'Create').SafeFileHandle", "MemberNotEmulated"),
        ("[IO.File]::Encrypt('C:\\b.bin')", "MemberNotEmulated"),
    ],
)
def test_what_a_stream_cannot_do_is_refused(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")
