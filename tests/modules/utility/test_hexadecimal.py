from __future__ import annotations

import pytest

from tests.modules.conftest import Shell


def test_bytes_are_shown_sixteen_a_line(shell: Shell) -> None:
    script = '[byte[]](0..17) | Format-Hex | ForEach-Object { "$($_.HexOffset) $($_.Bytes.Count)" }'
    assert shell.lines(script) == ["0000000000000000 16", "0000000000000010 2"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("'é'", "C3 A9"),
        ("[char]'a'", "61 00"),
        ("$true", "01"),
        ("1.5", "00 00 00 00 00 00 F8 3F"),
        ("[int16]-2", "FE FF"),
        ("258", "02 01 00 00"),
    ],
)
def test_a_value_is_shown_as_it_lies_in_memory(shell: Shell, value: str, shown: str) -> None:
    assert shell.lines(f"({value} | Format-Hex).HexBytes") == [shown]


def test_numbers_of_a_type_stand_together_and_texts_alone(shell: Shell) -> None:
    assert shell.lines("(1, 2, 'a', 'b' | Format-Hex).HexBytes") == ["01 00 00 00 02 00 00 00", "61", "62"]


def test_what_cannot_be_printed_is_marked(shell: Shell) -> None:
    assert shell.lines("([byte[]](65, 0, 7, 255) | Format-Hex).Ascii") == ["A \ufffdÿ"]


def test_a_part_of_a_file_is_shown(shell: Shell) -> None:
    script = """Set-Content a.txt abcdef -NoNewline
    (Format-Hex a.txt -Offset 2 -Count 3).HexBytes; (Get-Item a.txt | fhx).Label"""
    assert shell.lines(script) == ["63 64 65", str(shell.folder / "a.txt")]


def test_text_in_another_encoding(shell: Shell) -> None:
    assert shell.lines("('a' | Format-Hex -Encoding unicode).HexBytes") == ["61 00"]


def test_what_has_no_bytes_is_refused(shell: Shell) -> None:
    assert shell.caught("Get-Date | Format-Hex -ErrorAction Stop")[0].startswith("FormatHexTypeNotSupported,")
    assert shell.caught("Format-Hex . -ErrorAction Stop")[0].startswith("FormatHexOnlySupportsFileSystemPaths,")
    assert shell.caught("Format-Hex none -ErrorAction Stop")[0].startswith("PathNotFound,")
