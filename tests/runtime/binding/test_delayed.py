"""Script blocks as arguments that wait for the pipeline's records."""

from __future__ import annotations

import pytest

from tests.shell import error, output

LABEL = (
    "function Add-Label { param([Parameter(ValueFromPipeline)][object]$Item,"
    " [Parameter(ValueFromPipelineByPropertyName)][string]$Label, [string]$Fixed) begin { \"first '$Label'\" }"
    ' process { "$Item $Label$Fixed" } }; '
)


def test_a_block_runs_for_each_record_and_its_output_is_the_argument() -> None:
    assert output(LABEL + "1, 2 | Add-Label -Label { $_ * 10 }") == ["first ''", "1 10", "2 20"]


def test_by_position_too() -> None:
    text = "function Show { param([Parameter(Position = 0, ValueFromPipelineByPropertyName)][int]$N) process { $N } }; "
    assert output(text + "'a', 'bcd' | Show { $_.Length }") == ["1", "3"]


def test_a_parameter_that_the_pipeline_does_not_fill_takes_the_text_of_the_block() -> None:
    assert output(LABEL + "1 | Add-Label -Fixed { a }") == ["first ''", "1  a"]


def test_a_parameter_of_any_type_takes_the_block_itself() -> None:
    assert output(LABEL + "(Add-Label -Item { a })[1]") == [" a"]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("Add-Label -Label { 1 }", "Cannot evaluate parameter 'Label' because its argument is specified as a script"),
        ("1 | Add-Label -Label { }", "Cannot evaluate parameter 'Label' because its argument input did not produce"),
        ("1 | Add-Label -Label { throw 'no' }", "The input to the script block for parameter 'Label' failed. no"),
        ("1 | Add-Label -Label { 1, 2 }", "Cannot process argument transformation on parameter 'Label'."),
    ],
)
def test_a_block_that_gives_no_argument_is_an_error(call: str, said: str) -> None:
    assert said in error(LABEL + call)


def test_a_line_that_was_bound_before_still_refuses_a_block_without_input() -> None:
    assert "there is no input" in error(LABEL + "foreach ($l in 'a', { 1 }) { Add-Label -Label $l }")


def test_each_line_of_a_shape_has_its_own_blocks() -> None:
    text = "foreach ($l in { $_ }, 'x', { $_ + 1 }) { 1, 2 | Add-Label -Label $l }"
    assert output(LABEL + text) == ["first ''", "1 1", "2 2", "first 'x'", "1 x", "2 x", "first ''", "1 2", "2 3"]


def test_a_cmdlet_that_begins_with_such_an_argument_begins_with_the_first_record() -> None:
    assert output("New-Item C:\\Lab -ItemType Directory | Out-Null; 'x' | Set-Content -Path { 'C:\\Lab\\n.txt' }") == []
