"""Write-Progress on a terminal: which bars stand below the output, and how they look."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from msolemu.bootstrap import Settings, build
from msolemu.host.capture import CaptureHost
from msolemu.host.progress import MOST_LINES
from msolemu.runtime.text.decorations import without_decorations

Screens = list[list[str]]


class Terminal(CaptureHost):
    """Somebody sits there; keeps each state of the lines below the output."""

    def __init__(self) -> None:
        super().__init__(width=40)
        self.screens: Screens = []

    @property
    def is_terminal(self) -> bool:
        return True

    def show_progress(self, lines: Sequence[str]) -> None:
        self.screens.append(list(lines))


def coloured(text: str) -> Screens:
    """What stands below the output, one state after the other."""
    host = Terminal()
    with build(Settings(), host) as emulator:
        emulator.run(text)
    assert not host.errors, host.errors
    return host.screens


def screens(text: str) -> Screens:
    """The same without colours."""
    return [[without_decorations(line) for line in lines] for lines in coloured(text)]


def test_a_bar_shows_activity_and_status_and_goes_when_the_command_ends() -> None:
    assert screens("Write-Progress Copying a.csv -PercentComplete 50; 'done'") == [
        ["Copying [a.csv                        ]"],
        [],
    ]


def test_what_is_done_is_reversed() -> None:
    ((line,), _) = coloured("Write-Progress Copying a.csv -PercentComplete 50")
    assert line == "\x1b[33;1mCopying [\x1b[7ma.csv         \x1b[27m               ]\x1b[0m"


@pytest.mark.parametrize(("percent", "cells"), [(0, 0), (1, 0), (50, 14), (99, 28), (100, 29), (-1, 29)])
def test_the_bar_is_full_only_when_all_is_done_or_nobody_knows(percent: int, cells: int) -> None:
    ((line,), _) = coloured(f"Write-Progress Copying a.csv -PercentComplete {percent}")
    assert len(line.partition("\x1b[7m")[2].partition("\x1b[27m")[0]) == cells


def test_the_time_that_is_left_stands_at_the_end_of_the_bar() -> None:
    ((line,), _) = screens("Write-Progress Copying a.csv -SecondsRemaining 3661")
    assert line == "Copying [a.csv               01:01:01 ]"


def test_a_bar_below_another_is_indented_and_goes_with_it() -> None:
    assert screens(
        "Write-Progress Groups -Id 1; Write-Progress Members -Id 2 -ParentId 1; "
        "Write-Progress Files -Id 3; Write-Progress -Id 1 -Completed"
    )[2:4] == [
        [
            "Groups [Processing                    ]",
            "  Members [Processing                 ]",
            "Files [Processing                     ]",
        ],
        ["Files [Processing                     ]"],
    ]


def test_bars_that_belong_to_each_other_in_a_ring_are_shown_once() -> None:
    last = screens("Write-Progress One -Id 1 -ParentId 2; Write-Progress Two -Id 2 -ParentId 1")[-2]
    assert [line.split()[0] for line in last] == ["One", "Two"]


def test_long_texts_are_shortened_to_the_screen() -> None:
    ((line,), _) = screens("Write-Progress ('a' * 50) ('b' * 50)")
    assert line == f"{'a' * 19}… [{'b' * 14}… ]"


def test_the_classic_view_tells_the_operation_too() -> None:
    ((*lines,), _) = screens(
        "$PSStyle.Progress.View = 'Classic'; Write-Progress Copying a.csv -PercentComplete 50 "
        "-SecondsRemaining 5 -CurrentOperation reading"
    )
    assert lines == [
        " Copying",
        "    a.csv",
        f"    [{'o' * 16}{' ' * 17}]",
        "    00:00:05 remaining.",
        "    reading",
    ]


def test_without_colours_the_classic_view_is_drawn() -> None:
    ((first, *_), _) = coloured("$PSStyle.OutputRendering = 'PlainText'; Write-Progress Copying a.csv")
    assert first == " Copying"


def test_many_bars_leave_room_for_the_output() -> None:
    assert len(screens("1..30 | % { Write-Progress Copying -Id $_ }")[-2]) == MOST_LINES


@pytest.mark.parametrize(
    "quiet",
    [
        "$ProgressPreference = 'SilentlyContinue'; Write-Progress Copying",
        "Write-Progress Copying -ProgressAction Ignore",
    ],
)
def test_who_wants_no_progress_sees_none(quiet: str) -> None:
    assert screens(quiet) == []
