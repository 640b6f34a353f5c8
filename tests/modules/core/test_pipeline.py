"""Where-Object and ForEach-Object."""

from __future__ import annotations

import pytest

from tests.shell import error, output

PEOPLE = "$p = [pscustomobject]@{ Name = 'Anna'; Age = 31 }, [pscustomobject]@{ Name = 'bo'; Age = 5 };"


@pytest.mark.parametrize(
    ("condition", "names"),
    [
        ("Age -GT 10", ["Anna"]),
        ("Age -LT 10", ["bo"]),
        ("Age -GE 31", ["Anna"]),
        ("Age -LE 5", ["bo"]),
        ("Name -EQ anna", ["Anna"]),
        ("Name -CEQ anna", []),
        ("Name -NE anna", ["bo"]),
        ("Name -CNE Anna", ["bo"]),
        ("Name -Like a*", ["Anna"]),
        ("Name -CLike a*", []),
        ("Name -NotLike a*", ["bo"]),
        ("Name -Match '^A'", ["Anna"]),
        ("Name -CMatch '^a'", []),
        ("Name -NotMatch '^A'", ["bo"]),
        ("Name -In 'ANNA', 'zoe'", ["Anna"]),
        ("Name -In bo", ["bo"]),
        ("Name -CNotIn 'Anna'", ["bo"]),
        ("Age -Is [int]", ["Anna", "bo"]),
        ("Age -IsNot int", []),
        ("Nothing", []),
        ("-Not Nothing", ["Anna", "bo"]),
        ("Na* -EQ bo", ["bo"]),
    ],
)
def test_an_object_passes_where_its_property_compares(condition: str, names: list[str]) -> None:
    assert output(f"{PEOPLE} $p | Where-Object {condition} | ForEach-Object Name") == names


def test_an_entry_of_a_dictionary_counts_as_a_property() -> None:
    assert output("@{ Kind = 'x' }, @{ Kind = 'y' } | Where-Object Kind -EQ y | ForEach-Object Kind") == ["y"]


def test_a_collection_contains() -> None:
    assert output("[pscustomobject]@{ T = 'a', 'b' } | Where-Object T -Contains B | ForEach-Object { 'yes' }") == [
        "yes"
    ]


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("1 | Where-Object Length -EQ", "requires both the -Property and -Value parameters"),
        ("1 | Where-Object Length 5", "An operator is required"),
        ("1 | Where-Object Length -Is nosuchtype", "Unable to find type [nosuchtype]"),
    ],
)
def test_a_condition_that_lacks_something_is_refused(command: str, said: str) -> None:
    assert said in error(command)


def test_several_blocks_are_begin_process_and_end() -> None:
    assert output("1..2 | ForEach-Object { 'b' } { $_ } { 'e' }") == ["b", "1", "2", "e"]
    assert output("1..2 | ForEach-Object -Begin { $s = 0 } -Process { $s += $_ } -End { $s }") == ["3"]
    assert output("1..2 | ForEach-Object -Process { 'b' }, { $_ }") == ["b", "1", "2"]


def test_a_member_is_read_or_called() -> None:
    assert output("'anna' | ForEach-Object Length") == ["4"]
    assert output("'anna' | ForEach-Object ToUpper") == ["ANNA"]
    assert output("'anna' | ForEach-Object Substring 1 2") == ["nn"]
    assert output("@{ k = 5 } | ForEach-Object k") == ["5"]
    assert output("'anna' | ForEach-Object Len*") == ["4"]
    assert output("(, (1 | ForEach-Object Nothing)).Count") == ["1"]


def test_what_would_be_called_is_said() -> None:
    said = output("'anna' | ForEach-Object Substring 1 2 -WhatIf; 'anna' | ForEach-Object Length -WhatIf")
    assert said[0].startswith("What if: Performing the operation \"Invoke method 'Substring'")
    assert "Retrieve the value for property 'Length'" in said[1]


def test_null_has_no_members() -> None:
    assert "Input object is null" in error("$null | ForEach-Object Length")


def test_parallel_blocks_run_one_after_another_and_see_the_caller_through_using() -> None:
    assert output('$k = 10; 1..2 | ForEach-Object -Parallel { $_ + $using:k; "[$k]" }') == ["11", "[]", "12", "[]"]
    assert output("1 | % -Parallel { $b = 2; 1, 2 | % -Parallel { $using:b + $_ } }") == ["3", "4"]
    assert output('1, 2 | % -Parallel { throw "bad $_" } -ErrorVariable e 2> $null; $e | % { "$_" }') == [
        "bad 1",
        "bad 2",
    ]
    assert "using variable cannot be a script block" in error("$s = { 1 }; 1 | % -Parallel { $using:s }")
    assert "piped input object cannot be a script block" in error("{ 1 } | % -Parallel { 1 }")


def test_a_parallel_job_is_refused_by_name() -> None:
    assert "The parameter 'AsJob' of ForEach-Object is not emulated" in error("1 | ForEach-Object -Parallel { } -AsJob")


def test_null_is_what_only_null_values_are() -> None:
    made = "$o = [pscustomobject]@{ P = $null; N = 'a' }, [pscustomobject]@{ P = 1; N = 'b' }; "
    assert output(made + "($o | Where-Object P -Is $null).N; ($o | Where-Object P -IsNot $null).N") == ["a", "b"]
