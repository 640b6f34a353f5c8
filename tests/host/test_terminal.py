"""What commands show where somebody sits at a screen of some rows."""

from __future__ import annotations

from msolemu.bootstrap import Settings, build
from msolemu.host.capture import CaptureHost


class Terminal(CaptureHost):
    """A screen of seven rows."""

    @property
    def height(self) -> int:
        return 7


def lines(text: str) -> list[str]:
    host = Terminal(width=40)
    with build(Settings(), host) as emulator:
        emulator.run(text)
    return host.output.splitlines()


ROWS = "1..7 | ForEach-Object { [pscustomobject]@{ N = $_ } }"


def test_a_table_repeats_its_header_on_each_page() -> None:
    header = ["N", "-"]
    assert lines(f"{ROWS} | Format-Table -RepeatHeader") == [
        "", *header, "1", "2", "3", "", *header, "4", "5", "6", "", *header, "7", "",
    ]  # fmt: skip


def test_nothing_is_repeated_unless_asked_for_or_in_text() -> None:
    assert lines(f"{ROWS} | Format-Table").count("N") == 1
    assert lines(f"{ROWS} | Format-Table -RepeatHeader | Out-String").count("N") == 1
    assert lines(f"{ROWS} | Format-Table -RepeatHeader -HideTableHeaders").count("N") == 0
