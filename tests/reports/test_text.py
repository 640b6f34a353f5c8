"""Reports as plain text."""

from __future__ import annotations

from msolemu.reports.report import Column, Report, Section
from msolemu.reports.text import as_text


def test_a_long_text_is_wrapped_inside_its_column() -> None:
    section = Section((Column("Name"), Column("Text", width=9)), (("ann", "one two three"), ("ben", "")), heading="All")
    assert as_text(Report("Title", (("Count", "2"),), (section,))) == "\n".join(
        [
            "Title",
            "=====",
            "",
            "Count: 2",
            "",
            "All",
            "",
            "Name  Text",
            "----  -------",
            "ann   one two",
            "      three",
            "ben",
            "",
        ]
    )


def test_a_report_without_sections_has_its_title() -> None:
    assert as_text(Report("Title")) == "Title\n=====\n\n"
