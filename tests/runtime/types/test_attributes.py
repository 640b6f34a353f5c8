"""Attributes as objects: what they are made of, what they tell, and parameters made of them."""

from __future__ import annotations

import pytest

from tests.shell import output

TABLE = """
$table = New-Object System.Management.Automation.RuntimeDefinedParameterDictionary
foreach ($n in 'One', 'Two') {
  $marks = [System.Attribute[]]@([Parameter]@{ Position = 0; ParameterSetName = "Set$n" }, [Alias]::new("al$n"))
  $table.Add($n, [System.Management.Automation.RuntimeDefinedParameter]::new($n, [int], $marks))
}
$table
"""
CHOOSE = f"function Get-Choice {{ [CmdletBinding()] param() dynamicparam {{ {TABLE} }} "


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("[ValidateSet]::new('a', 'b').ValidValues -join '+'", "a+b"),
        ("(New-Object System.Management.Automation.ValidateRangeAttribute 1, 9).MaxRange", "9"),
        ("[Alias]::new('x', 'y').AliasNames -join '+'", "x+y"),
        ("$m = [Parameter]::new(); $m.Mandatory = 1; $m.Mandatory", "True"),
        ("[Parameter]::new().ParameterSetName", "__AllParameterSets"),
        ('"$([ValidateNotNull]::new())"', "System.Management.Automation.ValidateNotNullAttribute"),
        ("{ [OutputType([int])] param() }.Attributes.TypeId.Name", "OutputTypeAttribute"),
        ("[ValidateScript]::new({ $_ }).ScriptBlock.GetType().Name", "ScriptBlock"),
    ],
)
def test_an_attribute_tells_what_it_was_made_of(expression: str, expected: str) -> None:
    assert output(expression) == [expected]


def test_dynamic_parameters_have_aliases_and_sets() -> None:
    function = CHOOSE + 'process { "$($PSCmdlet.ParameterSetName) $($PSBoundParameters.Keys)" } }'
    assert output(f"{function}; Get-Choice -One 3; Get-Choice -alTwo 4") == ["SetOne One", "SetTwo Two"]
    assert output(f"{function}; (Get-Command Get-Choice).Parameters['One'].IsDynamic") == ["True"]


def test_a_dynamic_parameter_takes_each_record() -> None:
    table = TABLE.replace("Position = 0", "ValueFromPipeline = $true").replace("Set$n", "__AllParameterSets")
    function = f"function Get-It {{ [CmdletBinding()] param() dynamicparam {{ {table} }} "
    assert output(function + "process { $table.One.Value } }; 4, 5 | Get-It") == ["4", "5"]


def test_a_parameter_without_attributes_is_complete_later() -> None:
    made = "$p = [System.Management.Automation.RuntimeDefinedParameter]::new(); $p.Name = 'X'; $p.ParameterType = [int]"
    assert output(f"{made}; $p.Attributes.Count; $p.Attributes.Add([Parameter]::new()); $p.Attributes.Count") == [
        "0",
        "1",
    ]


def test_a_class_may_judge_each_element() -> None:
    even = """class Even : System.Management.Automation.ValidateEnumeratedArgumentsAttribute {
      [void] ValidateElement([object]$one) { if ($one % 2) { throw "odd: $one" } }
    }"""
    judged = f"{even}; function Get-Even {{ param([Even()][int[]]$N) $N.Count }}"
    assert output(f"{judged}; Get-Even 2, 4; try {{ Get-Even 2, 3 }} catch {{ $_.Exception.Message }}") == [
        "2",
        "Cannot validate argument on parameter 'N'. odd: 3",
    ]
