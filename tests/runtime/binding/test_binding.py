"""How arguments reach parameters: words, positions, defaults, prompts, what is refused."""

from __future__ import annotations

import pytest

from tests.shell import error, output, shell

T = (
    "function T { [CmdletBinding()] param([Parameter(Mandatory)][string]$Name, [int]$Count, [switch]$On) "
    '"$Name $Count $On" }; '
)


@pytest.mark.parametrize(
    ("call", "shown"),
    [
        ("T -Name a -Count 2 -On", "a 2 True"),
        ("T a 2", "a 2 False"),
        ("T -n a", "a 0 False"),
        ("T -Name:a -On:$false", "a 0 False"),
        ("T -Name 1.10", "1.10 0 False"),
        ("$h = @{ Name = 'a'; Count = 3 }; T @h", "a 3 False"),
        ("$l = 'a', 4; T @l", "a 4 False"),
    ],
)
def test_words_reach_their_parameters(call: str, shown: str) -> None:
    assert output(T + call) == [shown]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("T -Nme a", "A parameter cannot be found that matches parameter name 'Nme'."),
        ("T a 1 2", "A positional parameter cannot be found that accepts argument '2'."),
        ("T -Name a -Name b", "because parameter 'Name' is specified more than once."),
        ("T -Name", "Missing an argument for parameter 'Name'."),
        ("T -Er a", "parameter name 'Er' is ambiguous. Possible matches include: -ErrorAction -ErrorVariable."),
        ("T -Name a -Count x", "Cannot process argument transformation on parameter 'Count'."),
        ("T -Name ''", "Cannot bind argument to parameter 'Name' because it is an empty string."),
        ("T", "one or more missing mandatory parameters: Name."),
    ],
)
def test_what_does_not_fit_is_told(call: str, said: str) -> None:
    assert said in error(T + call)


def test_a_cmdlet_asks_for_what_is_missing() -> None:
    shown = shell("New-Module", answers=["x"]).output
    assert "cmdlet New-Module at command pipeline position 1" in shown
    assert "Supply values for the following parameters:" in shown
    listed = shell("(Get-Item).Name", answers=[".", ""]).output
    assert "Path[0]: ." in listed
    assert "Path[1]: " in listed
    assert "missing mandatory parameters: Path" in error("Get-Item")


def test_defaults_come_from_the_session_s_table() -> None:
    table = "$PSDefaultParameterValues['T:Count'] = 7; "
    assert output(T + table + "T a; T a 1") == ["a 7 False", "a 1 False"]
    assert output(T + "$PSDefaultParameterValues['T*:Count'] = { 2 + 3 }; T a") == ["a 5 False"]
    assert output(T + table + "$PSDefaultParameterValues['Disabled'] = $true; T a") == ["a 0 False"]
    assert output("$PSDefaultParameterValues['Get-Command:Name'] = 'Out-Null'; (Get-Command).Name") == ["Out-Null"]


@pytest.mark.parametrize(
    ("attribute", "value", "said"),
    [
        ("ValidateSet('a', 'b')", "c", 'does not belong to the set "a,b"'),
        ("ValidateSet('a', ErrorMessage = '{0} not in {1}')", "c", "c not in a"),
        ("ValidateRange(1, 5)", "9", "The 9 argument is greater than the maximum allowed range of 5."),
        ("ValidateRange(1, 5)", "0", "The 0 argument is less than the minimum allowed range of 1."),
        ("ValidateRange('Positive')", "0", "is not greater than zero."),
        ("ValidateLength(2, 3)", "a", "is too short"),
        ("ValidateLength(2, 3)", "abcd", "is too long"),
        ("ValidateCount(1, 2)", "1, 2, 3", "3 value(s) were provided."),
        ("ValidatePattern('^a')", "b", 'does not match the "^a" pattern.'),
        ("ValidateScript({ $_ -gt 3 })", "2", "validation script"),
        ("ValidateNotNull()", "$null", "The argument is null."),
        ("ValidateNotNullOrEmpty()", "''", "The argument is null or empty."),
        ("ValidateNotNullOrEmpty()", "@()", "is null, empty"),
        ("ValidateNotNullOrWhiteSpace()", "' '", "consists of only white-space characters"),
    ],
)
def test_a_validation_says_why(attribute: str, value: str, said: str) -> None:
    assert said in error(f"function V {{ param([{attribute}]$X) $X }}; V {value}")


def test_records_bind_by_value_then_by_name_then_by_conversion() -> None:
    pipe = (
        "function P { param([Parameter(ValueFromPipeline)][int]$N, "
        '[Parameter(ValueFromPipelineByPropertyName)]$Name) process { "$N|$Name" } }; '
    )
    assert output(pipe + "5, '6' | P") == ["5|", "6|"]
    assert output(pipe + "[pscustomobject]@{ Name = 'x' } | P") == ["0|x"]
    assert "The input object cannot be bound" in error(pipe + "@{ z = 1 } | P -Name a")
    need = (
        "function Q { param([Parameter(Mandatory, ValueFromPipelineByPropertyName)]$Id, "
        "[Parameter(ValueFromPipeline)]$O) process { $Id } }; "
    )
    assert "did not contain the information required to bind all mandatory parameters" in error(
        need + "[pscustomobject]@{ Z = 1 } | Q"
    )


def test_common_parameters_collect_and_silence() -> None:
    noisy = "function N { [CmdletBinding()] param() Write-Error 'e'; Write-Warning 'w'; 'o' }; "
    assert output(noisy + '$null = N -ErrorVariable e -WarningVariable w -OutVariable o -EA 0 3>$null; "$e $w $o"') == [
        "e w o"
    ]
    assert output(
        noisy + "N -OutVariable o -EA 0 -WA 0 | Out-Null; N -OutVariable +o -EA 0 -WA 0 | Out-Null; $o.Count"
    ) == ["2"]
    assert output("1..2 | ForEach-Object { $_ * 10 } -PipelineVariable p | ForEach-Object { $_ + $p }") == ["20", "40"]


def test_a_question_lists_its_choices_and_explains_them() -> None:
    asks = "'a' | Set-Content ./never.txt -Confirm"
    shown = shell(asks, answers=["?", "n"]).output
    assert '[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [S] Suspend  [?] Help (default is "Y"):' in shown
    assert "Y - Continue with only the next step of the operation." in shown
    assert "is not emulated" in shell(asks, answers=["s"]).errors
    assert "NonInteractive" in shell(asks).errors


def test_the_case_of_some_cmdlets_counts() -> None:
    assert "Use 'Get-MsolDirSyncFeatures'." in error("get-msoldirsyncfeatures")
    assert "Use '-Feature'." in error("Get-MsolDirSyncFeatures -feature DuplicateUPNResiliency")
    assert "Use 'DuplicateUPNResiliency'." in error("Get-MsolDirSyncFeatures -Feature duplicateupnresiliency")


EVEN = (
    "class EvenAttribute : System.Management.Automation.ValidateArgumentsAttribute { "
    "[void] Validate([object]$a, [System.Management.Automation.EngineIntrinsics]$e) { if ($a % 2) { throw 'odd' } } }; "
    "class TrimAttribute : System.Management.Automation.ArgumentTransformationAttribute { "
    '[object] Transform([System.Management.Automation.EngineIntrinsics]$e, [object]$v) { return "$v".Trim() } }; '
    'function E { param([Even()][int]$N, [Trim()][string]$S) "$N [$S]" }; '
)


def test_classes_of_a_script_judge_and_turn_arguments() -> None:
    assert output(EVEN + "E 4 ' a '") == ["4 [a]"]
    assert "Cannot validate argument on parameter 'N'. odd" in error(EVEN + "E 3")
    assert "Cannot find the type for custom attribute 'Nope'" in error("function X { param([Nope()]$A) }; X 1")


def test_a_class_of_a_script_gives_the_values_of_a_set() -> None:
    colors = (
        "class Colors : System.Management.Automation.IValidateSetValuesGenerator { "
        "[string[]] GetValidValues() { return 'red', 'green' } }; "
        "function C { param([ValidateSet([Colors])]$C) $C }; "
    )
    assert output(colors + "C RED") == ["RED"]
    assert 'does not belong to the set "red,green"' in error(colors + "C blue")
