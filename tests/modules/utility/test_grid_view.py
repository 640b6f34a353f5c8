from __future__ import annotations

import pytest

from msolemu.modules.utility.grid_view import numbers
from tests.modules.conftest import Shell

ROWS = "[pscustomobject]@{ N = 1 }, [pscustomobject]@{ N = 2 }, [pscustomobject]@{ N = 3 }"


@pytest.mark.parametrize(
    ("answer", "wanted"),
    [("2", [2]), ("3,1", [1, 3]), ("1-2", [1, 2]), ("*", [1, 2, 3]), ("", []), ("9", []), ("x, 2-99", [2, 3])],
)
def test_rows_are_named_by_their_numbers(answer: str, wanted: list[int]) -> None:
    assert numbers(answer, 3) == wanted


def test_without_a_window_a_table_is_shown(shell: Shell) -> None:
    assert shell.lines(f"{ROWS} | Out-GridView -Title Rows -Wait") == ["Rows", "N", "-", "1", "2", "3"]


def test_the_rows_that_are_chosen_are_passed_on(shell: Shell) -> None:
    shown = shell.lines(f'$x = {ROWS} | Out-GridView -PassThru; "$($x.N)"', ["1,3"])
    assert shown[-1] == "1 3"
    shown = shell.lines(f'$x = {ROWS} | Out-GridView -OutputMode Single; "$($x.N)"', ["2-3"])
    assert shown[-1] == "2"
    assert shell.lines(f"{ROWS} | Out-GridView -OutputMode None")[-1] == "3"


def test_where_nobody_answers_asking_is_an_error(shell: Shell) -> None:
    assert shell.caught(f"{ROWS} | Out-GridView -PassThru")[-3].startswith("InvalidOperation,")
