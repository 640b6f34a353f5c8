"""Composite formats, as `-f` fills them."""

from __future__ import annotations

import enum
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msolemu.runtime.errors.net_errors import NetError
from msolemu.runtime.text.composite_format import fill
from msolemu.runtime.types.enumerations import member
from msolemu.runtime.values.objects import Char, Hashtable, PSObject, Value

UNCLOSED = "Failure to parse near offset {}. Format item ends prematurely."


@pytest.mark.parametrize(
    ("text", "arguments", "filled"),
    [
        ("{0}-{1}", ["a", 1], "a-1"),
        ("{0,8:N2}|{1,-4}|{2:000}", [3.14159, "ab", 7], "    3.14|ab  |007"),
        ("{{{0}}}", [1], "{1}"),
        ("{0 , 4 }", [1], "   1"),
        ("{0}", [None], ""),
        ("{0:N2}", ["x"], "x"),
        ("{0:N2}", [True], "True"),
        ("{0}{0:x}", [255], "255ff"),
        ("{0}", [Char("c")], "c"),
        ("{0}", [[1, 2]], "System.Object[]"),
        ("{0}", [Hashtable()], "System.Collections.Hashtable"),
        ("{0:N1}", [PSObject(2.0)], "2.0"),
        ("{0:N}", [uuid.UUID(int=1)], "00000000000000000000000000000001"),
        ("{0}", [uuid.UUID(int=1)], "00000000-0000-0000-0000-000000000001"),
        ("{0:d} {0:x} {0:g}", [member("System.DayOfWeek", "Friday")], "5 00000005 Friday"),
    ],
)
def test_a_format_with_its_holes_filled(text: str, arguments: list[Value], filled: str) -> None:
    assert fill(text, arguments) == filled


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", UNCLOSED.format(1)),
        ("{0", UNCLOSED.format(2)),
        ("{0,", UNCLOSED.format(3)),
        ("{0:N2", UNCLOSED.format(5)),
        ("{0:{", UNCLOSED.format(3)),
        ("{0x}", UNCLOSED.format(2)),
        ("}", UNCLOSED.format(1)),
        ("{x}", "near offset 1. Expected an ASCII digit."),
        ("{0,x}", "near offset 3. Expected an ASCII digit."),
        ("a}b", "near offset 2. Unexpected closing brace without a corresponding opening brace."),
        ("{1}", "Index [(]zero based[)] must be"),
        ("{10000000}", UNCLOSED.format(8)),
    ],
)
def test_a_format_that_is_none_is_refused(text: str, reason: str) -> None:
    with pytest.raises(NetError, match=reason):
        fill(text, ["a"])


def test_enumerations_have_formats_of_their_own() -> None:
    assert isinstance(member("System.DayOfWeek", "Monday"), enum.Enum)
    with pytest.raises(NetError, match="Format string can be only"):
        fill("{0:N}", [member("System.DayOfWeek", "Monday")])


@given(st.text(st.characters(exclude_characters="{}")))
def test_a_text_without_braces_stays_as_it_is(text: str) -> None:
    assert fill(text, []) == text


@given(st.text(), st.integers(-40, 40))
def test_alignment_only_adds_blanks(text: str, width: int) -> None:
    filled = fill(f"{{0,{width}}}", [text])
    assert len(filled) == max(len(text), abs(width))
    assert filled.strip(" ") == text.strip(" ")
