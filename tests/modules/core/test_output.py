"""Out-Default, Out-Host, Out-Null."""

from __future__ import annotations

from tests.shell import error, shell


def test_nothing_is_left_of_what_is_dropped() -> None:
    assert shell("1..3 | Out-Null; 'x'").output == "x\n"


def test_each_display_ends_by_itself() -> None:
    table = "\nA\n-\n1\n\n"
    assert shell("[pscustomobject]@{ A = 1 } | Out-Host; 'end'").output == f"{table}end\n"
    assert shell("[pscustomobject]@{ A = 1 } | Out-Default; 'end'").output == f"{table}end\n"


def test_the_screen_is_not_shown_page_by_page() -> None:
    assert "The parameter 'Paging' of Out-Host is not emulated" in error("1 | Out-Host -Paging")
