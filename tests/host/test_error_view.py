"""How errors look in the views of PowerShell."""

from __future__ import annotations

from pathlib import Path

from tests.shell import shell


def test_the_concise_view_shows_the_line_of_a_script(tmp_path: Path) -> None:
    shown = shell("'a'\n1/0", folder=tmp_path).errors
    assert shown.splitlines() == [
        f"RuntimeException: {tmp_path}/case.ps1:2",
        "Line |",
        "   2 |  1/0",
        "     |  ~~~",
        "     | Attempted to divide by zero.",
        "",
    ]


def test_what_is_typed_on_one_line_shows_the_text_alone() -> None:
    assert shell("1/0").errors == "RuntimeException: Attempted to divide by zero.\n"
    assert shell("throw 'no'").errors == "Exception: no\n"
    assert shell("Write-Error 'bad'").errors == "Write-Error: bad\n"


def test_a_long_line_shows_a_window_around_the_place(tmp_path: Path) -> None:
    line = f"$result = '{'a' * 60}'; Get-Item ./nothing ; '{'b' * 60}'"
    shown = shell(line, folder=tmp_path).errors.splitlines()
    assert shown[2].startswith("   1 |  … ")
    assert shown[2].endswith(" …")


def test_a_long_text_is_broken_between_words(tmp_path: Path) -> None:
    shown = shell(f"throw '{'word ' * 60}'", folder=tmp_path).errors.splitlines()
    assert all(len(line) < 120 for line in shown[4:])
    assert len(shown) > 6


def test_the_normal_view_has_five_lines() -> None:
    shown = shell("$ErrorView = 'NormalView'; Get-Item ./nothing-here").errors.splitlines()
    assert shown[0].startswith("Get-Item : Cannot find path")
    assert [line[:2] for line in shown[1:]] == ["At", "+ ", "+ ", "+ ", "+ "]
    assert shown[4].startswith("+ CategoryInfo          : ObjectNotFound:")
    assert shown[5].startswith("+ FullyQualifiedErrorId : PathNotFound,")


def test_the_category_view_has_one_line() -> None:
    shown = shell("$ErrorView = 'CategoryView'; 1/0").errors
    assert shown == "NotSpecified: (:) [], RuntimeException\n"


def test_an_unknown_view_is_the_concise_one() -> None:
    assert shell("$ErrorView = 'Nonsense'; 1/0").errors == "RuntimeException: Attempted to divide by zero.\n"
