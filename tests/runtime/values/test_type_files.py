"""What files of types add to objects."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.shell import Shown, shell

PET = "$pet = [pscustomobject]@{ PSTypeName = 'Pet'; Name = 'Rex'; Weight = 12; Age = 3 }\n"
MEMBERS = """
<AliasProperty><Name>Title</Name><ReferencedMemberName>Name</ReferencedMemberName></AliasProperty>
<NoteProperty><Name>Legs</Name><Value>4</Value><TypeName>System.Int32</TypeName></NoteProperty>
<ScriptProperty><Name>Grams</Name><GetScriptBlock>$this.Weight * 1000</GetScriptBlock>
    <SetScriptBlock>$this.Weight = $args[0] / 1000</SetScriptBlock></ScriptProperty>
<ScriptMethod><Name>Bark</Name><Script>"$($this.Name): $($args[0])"</Script></ScriptMethod>
<PropertySet><Name>Short</Name><ReferencedProperties><Name>Name</Name><Name>Age</Name></ReferencedProperties></PropertySet>
<MemberSet><Name>PSStandardMembers</Name><Members>
    <PropertySet><Name>DefaultDisplayPropertySet</Name><ReferencedProperties><Name>Age</Name></ReferencedProperties>
    </PropertySet></Members></MemberSet>
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ran(members: str, script: str, folder: Path) -> Shown:
    """A script after it has read a file with these members of the type Pet."""
    (folder / "pets.ps1xml").write_text(
        f"<Types><Type><Name>Pet</Name><Members>{members}</Members></Type></Types>", encoding="utf-8"
    )
    return shell(f"{PET}Update-TypeData pets.ps1xml\n{script}", folder=folder)


def told(shown: Shown) -> str:
    """The errors on one line."""
    return " ".join(shown.errors.replace("| ", " ").split())


@pytest.mark.parametrize(
    ("script", "lines"),
    [
        ("$pet.Title", ["Rex"]),
        ("$pet.Legs + 1", ["5"]),
        ("$pet.Grams; $pet.Grams = 5000; $pet.Weight", ["12000", "5"]),
        ("$pet.Bark('woof')", ["Rex: woof"]),
        ("$pet | Select-Object Short | Format-List", ["Name : Rex", "Age  : 3"]),
        ("$pet | Format-List", ["Age : 3"]),
        ("Remove-TypeData -Path pets.ps1xml; $null -eq $pet.Title; $pet.Name", ["True", "Rex"]),
    ],
)
def test_objects_have_the_members_of_their_type(script: str, lines: list[str], folder: Path) -> None:
    shown = ran(MEMBERS, script, folder)
    assert not shown.errors, shown.errors
    assert shown.lines == lines


def test_a_member_that_is_there_already_stays_and_the_others_are_added(folder: Path) -> None:
    script = (
        "Update-TypeData -TypeName Pet -MemberType NoteProperty -MemberName Legs -Value 3; "
        "Update-TypeData pets.ps1xml; $pet.Legs; $pet.Title; Update-TypeData -PrependPath pets.ps1xml; $pet.Legs"
    )
    shown = ran(MEMBERS, f"Remove-TypeData -Path pets.ps1xml; {script}", folder)
    assert 'Error in type "Pet": The member Legs is already present.' in told(shown)
    assert shown.lines == ["3", "Rex", "4"]


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ("<Note><Name>A</Name></Note>", "Note is an unknown node."),
        ("<NoteProperty><Name>A</Name></NoteProperty>", "Node Value is missing."),
        ("<AliasProperty><ReferencedMemberName>B</ReferencedMemberName></AliasProperty>", "Node Name is missing."),
        ("<ScriptProperty><Name>A</Name></ScriptProperty>", "The ScriptProperty should have a getter or setter."),
        ("<CodeMethod><Name>A</Name></CodeMethod>", "CodeMethod is not emulated: no .NET code is run."),
        (
            "<NoteProperty><Name>A</Name><Value>x</Value><TypeName>System.Int32</TypeName></NoteProperty>",
            'Cannot convert note "A":"x".',
        ),
        (
            "<NoteProperty><Name>A</Name><Value>1</Value></NoteProperty>" * 2,
            'More than one member with the name "A" is defined in the type file.',
        ),
        ("<ScriptMethod><Name>A</Name><Script>1 +</Script></ScriptMethod>", "You must provide a value expression"),
    ],
)
def test_a_fault_is_told_and_nothing_of_the_file_is_taken(members: str, reason: str, folder: Path) -> None:
    shown = ran(f"{MEMBERS}{members}", "$Error[0].FullyQualifiedErrorId; $null -eq $pet.Title", folder)
    assert reason in told(shown)
    assert shown.lines == ["TypesXmlUpdateException,Microsoft.PowerShell.Commands.UpdateTypeDataCommand", "True"]
