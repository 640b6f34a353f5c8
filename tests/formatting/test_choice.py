"""Which layout objects get, and how one output flows through several."""

from __future__ import annotations

import pytest

from tests.shell import error, output, shell

OBJECT = "[pscustomobject]@{ A = 1; B = 'x'; C = 0.5; D = 4 }"


def test_up_to_four_properties_make_a_table_and_more_a_list() -> None:
    assert output(OBJECT) == ["A B     C D", "- -     - -", "1 x 0.500 4"]
    assert output("[pscustomobject]@{ A = 1; B = 2; C = 3; D = 4; E = 5 }")[0] == "A : 1"


def test_a_table_goes_on_over_later_statements_and_ends_at_text() -> None:
    shown = shell("[pscustomobject]@{ N = 1 }; [pscustomobject]@{ N = 2 }; 'text'; [pscustomobject]@{ M = 3 }").output
    assert shown == "\nN\n-\n1\n2\ntext\n \n\n" or "1\n2\ntext" in shown


def test_calculated_columns_have_label_width_and_alignment() -> None:
    table = (
        "[pscustomobject]@{ N = 1 }, [pscustomobject]@{ N = 20 } | Format-Table "
        "@{ n = 'Sq'; e = { $_.N * $_.N }; Width = 6; Alignment = 'Left' }, @{ e = 'N'; f = '000'; Width = 4 }"
    )
    assert output(table) == ["Sq        N", "--        -", "1       001", "400     020"]


@pytest.mark.parametrize(
    ("command", "lines"),
    [
        ("Format-Table A, D -HideTableHeaders", ["1 4"]),
        ("Format-List A, Nope", ["A : 1"]),
        ("Format-Wide B", ["x"]),
        ("Format-Custom A -Depth 1", ["class PSCustomObject", "{", "  A = 1", "}"]),
        ("Format-Table A -GroupBy B", ["   B: x", "A", "-", "1"]),
        ("Out-String -Stream | Select-Object -Skip 3 -First 1", ["1 x 0.500 4"]),
    ],
)
def test_each_cmdlet_lays_out(command: str, lines: list[str]) -> None:
    assert output(f"{OBJECT} | {command}") == lines


def test_columns_that_find_no_place_are_cut_or_dropped() -> None:
    wide = "[pscustomobject]@{ A = 'a' * 30; B = 'b' * 30 } | Format-Table | Out-String -Width 40 -Stream"
    assert any(line.endswith("…") for line in output(wide))
    assert (
        output("[pscustomobject]@{ A = 'word ' * 30 } | Format-Table -Wrap | Out-String -Width 20 -Stream")[3]
        == "word word word word"
    )


def test_arguments_that_mean_nothing_are_refused() -> None:
    assert "The Nope key is not valid." in error("1 | Format-Table @{ Nope = 1 }")
    assert "cannot be used together" in error("1 | Format-Table A -View x")
    assert "cannot be used together" in error("1 | Format-Wide A -AutoSize -Column 2")
    assert "must be greater than 0" in error("1 | Format-Table @{ e = 'A'; Width = 0 }")
    assert 'of the "alignment" key is not valid' in error("1 | Format-Table @{ e = 'A'; Alignment = 'up' }")
    assert "View name none cannot be found" in error(f"{OBJECT} | Format-Table -View none")


def test_format_objects_out_of_order_are_refused() -> None:
    assert "is not valid or not in the correct sequence" in error(f"{OBJECT} | Format-Table | Select-Object -Skip 1")


def test_errors_of_calculated_properties_are_blank_marked_or_shown() -> None:
    broken = f"{OBJECT} | Format-List @{{ n = 'E'; e = {{ throw 'x' }} }}"
    assert output(broken) == ["E :"]
    assert output(f"{broken} -DisplayError") == ["E : #ERR"]
    assert "Failed to evaluate expression" in shell(f"{broken} -ShowError").output


def test_collections_are_shown_by_elements_themselves_or_both() -> None:
    assert output(", (1, 2) | Format-Table -Expand CoreOnly")[0].split()[0] in ("Length", "LongLength", "Count")
    assert "supports IEnumerable" in shell(", (1, 2) | Format-List -Expand Both").output


def test_the_enumeration_limit_is_the_session_s() -> None:
    assert output("[pscustomobject]@{ L = 1..6 } | Format-List") == ["L : {1, 2, 3, 4…}"]
    assert output("$FormatEnumerationLimit = 2; [pscustomobject]@{ L = 1..6 } | Format-List") == ["L : {1, 2…}"]
    assert output("$FormatEnumerationLimit = -1; [pscustomobject]@{ L = 1..6 } | Format-List") == [
        "L : {1, 2, 3, 4, 5, 6}"
    ]


def test_files_are_grouped_by_their_folder(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(str(tmp_path))
    shown = shell("'x' | Set-Content a.txt; Get-ChildItem").output
    assert f"    Directory: {tmp_path}\n" in shown
    assert "Mode                 LastWriteTime         Length Name" in shown


def test_commands_modules_and_jobs_have_views() -> None:
    assert output("Get-Command Where-Object")[0].split() == ["CommandType", "Name", "Version", "Source"]
    assert output("Get-Alias gcm")[2].split()[1:4] == ["gcm", "->", "Get-Command"]
    assert output("Start-Job { 1 }")[0].split()[:3] == ["Id", "Name", "PSJobTypeName"]
