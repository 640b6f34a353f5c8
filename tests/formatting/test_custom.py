"""Free layout."""

from __future__ import annotations

from msolemu.formatting.custom import Break, Frame, custom_lines, text_frame


def test_frames_are_indented_and_the_last_text_needs_no_break() -> None:
    frame = Frame()
    frame.line("class X")
    inner = frame.frame(2)
    inner.line("A = 1")
    inner.parts.append(Break.LINE)
    frame.line("}")
    assert custom_lines(frame) == ["class X", "  A = 1", "  ", "}", ""]


def test_a_text_alone_is_one_line() -> None:
    assert custom_lines(text_frame("   City: Oslo")) == ["   City: Oslo"]


def test_long_texts_break_at_the_edge_of_the_screen() -> None:
    assert custom_lines(text_frame("one two three"), 8) == ["one two ", "three"]
