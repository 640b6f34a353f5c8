"""What files of views make of objects."""

from __future__ import annotations

from pathlib import Path

import pytest

from msolemu.formatting.view_files import read_views
from msolemu.foundation.xml_nodes import XmlFileError
from tests.shell import shell

SELECTED = "<Name>Pets</Name><ViewSelectedBy><TypeName>Pet</TypeName></ViewSelectedBy>"
PETS = """
function Pet($Name, $Weight, $Kind = 'Pet') { [pscustomobject]@{ PSTypeName = $Kind; Name = $Name; Weight = $Weight } }
"""


def file_of(view: str, before: str = "") -> str:
    return f"<Configuration>{before}<ViewDefinitions><View>{view}</View></ViewDefinitions></Configuration>"


def shown(view: str, script: str, folder: Path, before: str = "") -> list[str]:
    """The lines that a script shows after it has read a file with this view."""
    (folder / "pets.format.ps1xml").write_text(file_of(view, before), encoding="utf-8")
    ran = shell(f"{PETS}Update-FormatData pets.format.ps1xml\n{script}", folder=folder)
    assert not ran.errors, ran.errors
    return [line.rstrip() for line in ran.output.strip("\n").splitlines()]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def table(items: str, headers: str = "", row: str = "") -> str:
    return (
        f"{SELECTED}<TableControl><TableHeaders>{headers}</TableHeaders><TableRowEntries><TableRowEntry>{row}"
        f"<TableColumnItems>{items}</TableColumnItems></TableRowEntry></TableRowEntries></TableControl>"
    )


def test_a_table_has_labels_widths_and_alignments_of_its_headers(folder: Path) -> None:
    view = table(
        "<TableColumnItem><PropertyName>Name</PropertyName></TableColumnItem>"
        "<TableColumnItem><ScriptBlock>$_.Weight * 2</ScriptBlock><FormatString>{0:N1} kg</FormatString>"
        "</TableColumnItem>",
        "<TableColumnHeader><Label>Pet</Label><Width>6</Width></TableColumnHeader>"
        "<TableColumnHeader><Label>Double</Label><Width>8</Width><Alignment>Right</Alignment></TableColumnHeader>",
    )
    assert shown(view, "Pet Rex 12; Pet Bartholomew 3", folder) == [
        "Pet      Double",
        "---      ------",
        "Rex     24.0 kg",
        "Barth…   6.0 kg",
    ]


def test_without_headers_the_columns_are_called_what_they_show(folder: Path) -> None:
    view = table("<TableColumnItem><PropertyName>Weight</PropertyName></TableColumnItem>")
    assert shown(view, "Pet Rex 12", folder)[:2] == ["Weight", "------"]


def test_a_row_may_be_made_for_one_type_only(folder: Path) -> None:
    view = (
        "<Name>Pets</Name><ViewSelectedBy><TypeName>Pet</TypeName><TypeName>Fish</TypeName></ViewSelectedBy>"
        "<TableControl><TableHeaders/><TableRowEntries>"
        "<TableRowEntry><TableColumnItems><TableColumnItem><PropertyName>Name</PropertyName></TableColumnItem>"
        "</TableColumnItems></TableRowEntry>"
        "<TableRowEntry><EntrySelectedBy><TypeName>Fish</TypeName></EntrySelectedBy><TableColumnItems>"
        '<TableColumnItem><ScriptBlock>"~$($_.Name)~"</ScriptBlock></TableColumnItem></TableColumnItems></TableRowEntry>'
        "</TableRowEntries></TableControl>"
    )
    assert shown(view, "Pet Rex 1; Pet Nemo 1 Fish", folder)[2:] == ["Rex", "~Nemo~"]


def test_a_list_leaves_lines_out_whose_condition_does_not_hold(folder: Path) -> None:
    view = (
        f"{SELECTED}<ListControl><ListEntries><ListEntry><ListItems>"
        "<ListItem><PropertyName>Name</PropertyName></ListItem>"
        "<ListItem><Label>Heavy</Label><ItemSelectionCondition><ScriptBlock>$_.Weight -gt 10</ScriptBlock>"
        "</ItemSelectionCondition><ScriptBlock>$_.Weight</ScriptBlock></ListItem>"
        "</ListItems></ListEntry></ListEntries></ListControl>"
    )
    assert shown(view, "Pet Rex 12; Pet Tom 3", folder) == ["Name  : Rex", "Heavy : 12", "", "Name : Tom"]


def test_a_wide_view_shows_one_text_an_object(folder: Path) -> None:
    view = (
        f"{SELECTED}<WideControl><ColumnNumber>3</ColumnNumber><WideEntries><WideEntry><WideItem>"
        "<PropertyName>Name</PropertyName></WideItem></WideEntry></WideEntries></WideControl>"
    )
    assert [line.split() for line in shown(view, "'A', 'B', 'C' | % { Pet $_ 1 }", folder)] == [["A", "B", "C"]]


CUSTOM = (
    "<CustomControl><CustomEntries><CustomEntry><CustomItem><Text>Pet </Text>"
    "<ExpressionBinding><PropertyName>Name</PropertyName></ExpressionBinding><NewLine/>"
    "<Frame><LeftIndent>2</LeftIndent><CustomItem><ExpressionBinding><PropertyName>Weight</PropertyName>"
    "<EnumerateCollection/><CustomControlName>Number</CustomControlName></ExpressionBinding></CustomItem></Frame>"
    "</CustomItem></CustomEntry></CustomEntries></CustomControl>"
)
NUMBER = (
    "<Controls><Control><Name>Number</Name><CustomControl><CustomEntries><CustomEntry><CustomItem><Text># </Text>"
    "<ExpressionBinding/><NewLine/></CustomItem></CustomEntry></CustomEntries></CustomControl></Control></Controls>"
)


def test_free_text_has_frames_and_controls_by_name_for_each_element(folder: Path) -> None:
    assert shown(f"{SELECTED}{CUSTOM}", "Pet Rex (1, 2)", folder, NUMBER) == ["Pet Rex", "  # 1", "  # 2"]


def test_a_control_that_names_itself_ends_some_time(folder: Path) -> None:
    endless = NUMBER.replace("<Text># </Text>", "<Text>.</Text>").replace(
        "<ExpressionBinding/>", "<ExpressionBinding><CustomControlName>Number</CustomControlName></ExpressionBinding>"
    )
    (folder / "pets.format.ps1xml").write_text(file_of(f"{SELECTED}{CUSTOM}", endless), encoding="utf-8")
    ran = shell(f"{PETS}Update-FormatData pets.format.ps1xml; Pet Rex 1; 'alive'", folder=folder)
    assert not ran.errors
    assert ran.lines[-1] == "alive"


def test_out_of_band_text_does_not_close_the_table_around_it(folder: Path) -> None:
    custom = CUSTOM.replace("<CustomControlName>Number</CustomControlName>", "")
    lines = shown(
        SELECTED.replace("</Name>", "</Name><OutOfBand/>", 1) + custom,
        "[pscustomobject]@{ A = 1 }; Pet Rex 7; [pscustomobject]@{ A = 2 }",
        folder,
    )
    assert [line.strip() for line in lines] == ["A", "-", "1", "Pet Rex", "7", "2"]


def test_groups_have_a_label_or_a_heading_of_their_own(folder: Path) -> None:
    item = "<TableColumnItem><PropertyName>Name</PropertyName></TableColumnItem>"
    group = "<GroupBy><PropertyName>Weight</PropertyName><Label>Kilos</Label></GroupBy>"
    view = table(item).replace("<TableControl>", f"{group}<TableControl>")
    assert shown(view, "Pet Rex 1; Pet Tom 2", folder)[0] == "   Kilos: 1"
    heading = (
        "<GroupBy><PropertyName>Weight</PropertyName><CustomControl><CustomEntries><CustomEntry><CustomItem>"
        "<Text>Of </Text><ExpressionBinding><PropertyName>Weight</PropertyName></ExpressionBinding><Text> kg</Text>"
        "</CustomItem></CustomEntry></CustomEntries></CustomControl></GroupBy>"
    )
    view = table(item).replace("<TableControl>", f"{heading}<TableControl>")
    assert shown(view, "Pet Rex 1; Pet Tom 2", folder)[0] == "Of 1 kg"


def test_a_selection_set_stands_for_several_types(folder: Path) -> None:
    view = table("<TableColumnItem><PropertyName>Name</PropertyName></TableColumnItem>").replace(
        "<TypeName>Pet</TypeName>", "<SelectionSetName>Animals</SelectionSetName>"
    )
    sets = (
        "<SelectionSets><SelectionSet><Name>Animals</Name><Types><TypeName>Pet</TypeName><TypeName>Fish</TypeName>"
        "</Types></SelectionSet></SelectionSets>"
    )
    assert shown(view, "Pet Nemo 1 Fish", folder, sets) == ["Name", "----", "Nemo"]


def test_views_that_are_prepended_win_and_a_file_read_again_replaces_itself(folder: Path) -> None:
    first = table("<TableColumnItem><PropertyName>Weight</PropertyName></TableColumnItem>")
    (folder / "first.ps1xml").write_text(file_of(first), encoding="utf-8")
    view = table("<TableColumnItem><PropertyName>Name</PropertyName></TableColumnItem>")
    script = "Update-FormatData -PrependPath first.ps1xml; Pet Rex 12 | Out-String"
    assert shown(view, script, folder)[:1] == ["Weight"]
    again = (
        "(Get-Content first.ps1xml -Raw).Replace('Weight', 'Name') | Set-Content first.ps1xml; "
        "Update-FormatData -PrependPath first.ps1xml; Pet Rex 12"
    )
    assert shown(view, f"{script} | Out-Null; {again}", folder)[:1] == ["Name"]


@pytest.mark.parametrize(
    ("view", "place", "reason"),
    [
        (f"{SELECTED}<Picture/>", "View/Picture", "Picture is an unknown node."),
        (SELECTED, "View", "The view cannot be loaded."),
        ("<Name>Pets</Name><ListControl/>", "View", "Node ViewSelectedBy is missing."),
        (f"{SELECTED}<ListControl/>", "ListControl", "There must be at least one default ListEntry."),
        (
            table("", "<TableColumnHeader/>"),
            "TableControl",
            "The header item count = 1 does not match default row item count = 0.",
        ),
        (
            table("<TableColumnItem><Alignment>Up</Alignment></TableColumnItem>"),
            "TableColumnItem",
            '"Up" is not a valid alignment value.',
        ),
        (
            table("<TableColumnItem/>", "<TableColumnHeader><Width>wide</Width></TableColumnHeader>"),
            "TableColumnHeader/Width",
            "An integer is expected.",
        ),
        (
            SELECTED.replace("TypeName>", "SelectionSetName>") + "<ListControl/>",
            "ViewSelectedBy/SelectionSetName",
            "The Pet value is not valid.",
        ),
        (
            SELECTED.replace("</Name>", "</Name><OutOfBand/>", 1) + "<WideControl/>",
            "WideControl",
            "Out Of Band views can only have CustomControl or ListControl.",
        ),
        (
            f"{SELECTED}{CUSTOM}",
            "ExpressionBinding/CustomControlName",
            "The Number value is not valid.",
        ),
        (
            f"{SELECTED}{CUSTOM}".replace("LeftIndent", "FirstLineHanging"),
            "Frame",
            "FirstLineHanging is not emulated.",
        ),
    ],
)
def test_a_fault_is_told_with_its_place(view: str, place: str, reason: str) -> None:
    with pytest.raises(XmlFileError) as raised:
        read_views(file_of(view).encode(), lambda text: lambda value: text)
    assert raised.value.reason == reason
    assert raised.value.place.endswith(place)


def test_a_script_block_that_is_none_is_told_and_the_file_is_not_taken(folder: Path) -> None:
    view = table("<TableColumnItem><ScriptBlock>1 +</ScriptBlock></TableColumnItem>")
    (folder / "pets.format.ps1xml").write_text(file_of(view), encoding="utf-8")
    ran = shell(
        f"{PETS}Update-FormatData pets.format.ps1xml; $Error[0].FullyQualifiedErrorId; Pet Rex 1", folder=folder
    )
    assert 'Script block "1 +" is not valid.' in " ".join(ran.errors.replace("| ", " ").split())
    assert ran.lines == [
        "FormatXmlUpdateException,Microsoft.PowerShell.Commands.UpdateFormatDataCommand",
        "Name Weight",
        "---- ------",
        "Rex       1",
    ]
