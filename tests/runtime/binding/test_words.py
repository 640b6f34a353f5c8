"""The words of a command line: names, values, switches, and what stands for none of them."""

from __future__ import annotations

import pytest

from tests.shell import error, output


@pytest.mark.parametrize(
    ("parameters", "words", "shown"),
    [
        ("$A, $B", "1 2 3 -x 4 -y: 5", ["1|2|3 -x 4 -y: 5"]),
        ("$A, $B", "-- -A 5", ["-A|5|"]),
        ("$A, $B", "-A -Unknown", ["-Unknown||"]),
        ("[Alias('Z')]$A, $B", "-z 5 -B:6", ["5|6|"]),
        ("[string]$A, $B", "010 -5", ["010|-5|"]),
        ("[string]$A, $B", "1e3 1kb", ["1e3|1024|"]),
        ("[switch]$A, $B", "-A:$false x", ["False|x|"]),
        ("[switch]$A, $B", "-A x", ["True|x|"]),
        ("[int[]]$A, $B", "1, 2 x", ["1 2|x|"]),
        ("$A, [Parameter(ValueFromRemainingArguments)]$B", "1 -x 2 -y:3 4", ["1|-x 2 -y: 3 4|"]),
        ("[Parameter(Mandatory)][AllowNull()]$A, [AllowEmptyString()][string]$B", "$null ''", ["||"]),
    ],
)
def test_a_function_gets_what_was_typed(parameters: str, words: str, shown: list[str]) -> None:
    assert output(f'function T {{ param({parameters}) "$A|$B|$args" }}; T {words}') == shown


def test_a_bare_negative_number_is_text_where_no_type_is_wanted() -> None:
    assert output("function T { param($A) $A.GetType().Name }; T 5; T -5; T (-5)") == ["Int32", "String", "Int32"]


def test_a_named_argument_wins_over_a_splatted_one() -> None:
    shown = output("function T { param($A) $A }; $h = @{ A = 'splatted' }; T @h -A named; T -A named @h")
    assert shown == ["named", "named"]


def test_a_parameter_of_its_own_wins_over_a_common_one_that_begins_the_same() -> None:
    assert output("function T { [CmdletBinding()] param($Verbosity) $Verbosity }; T -Verbos 1") == ["1"]


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("function T { param($Abc, $Abd) }; T -Ab 1", "'Ab' is ambiguous. Possible matches include: -Abc -Abd."),
        ("function T { param([switch]$A) }; T -A:x", "Boolean parameters accept only Boolean values and numbers"),
        ("function T { param([bool]$A) }; T x", 'Cannot convert value "System.String" to type "System.Boolean".'),
        ("Get-ChildItem -Path . -Path .", "parameter 'Path' is specified more than once"),
        (
            "Get-ChildItem -Depth x",
            'Cannot bind parameter \'Depth\'. Cannot convert value "x" to type "System.UInt32".',
        ),
        ("Get-Item . . .", "A positional parameter cannot be found that accepts argument '.'."),
        ("function T { param([Parameter(Mandatory)][string[]]$A) }; T @()", "because it is an empty array"),
        ("function T { param([Parameter(Mandatory)][string[]]$A) }; T @('')", "because it is an empty string"),
        ("function T { param([Parameter(Mandatory)][object[]]$A) }; T @(1, $null)", "because it is null"),
    ],
)
def test_words_that_do_not_fit_are_refused(command: str, said: str) -> None:
    assert said in error(command)


def test_sets_of_parameters_exclude_each_other() -> None:
    sets = (
        "function T { [CmdletBinding(DefaultParameterSetName='X')] param([Parameter(ParameterSetName='X')]$A, "
        "[Parameter(ParameterSetName='Y')]$B) $PSCmdlet.ParameterSetName }; "
    )
    assert output(sets + "T; T -B 1; T -A 1") == ["X", "Y", "X"]
    assert "Parameter set cannot be resolved" in error(sets + "T -A 1 -B 2")
