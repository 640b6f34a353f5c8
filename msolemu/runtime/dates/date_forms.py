"""The forms that dates and times have in text: what follows what, and which number is the month.

An automaton takes tokens, a number, a name, each with what stands behind it: the end, AM or PM, a blank, a separator of
dates or of times. A state leads on, or to a complete form, after which it starts again. The rules are .NET's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Protocol

from msolemu.runtime.dates.date_reading import full_year
from msolemu.runtime.text.culture import Culture

END, WEEKDAY, ZONE = "end", "weekday", "zone"
_NUMBERS = "number$ number_ numberAM"

FORMS: dict[str, dict[str, str]] = {}
"""For each state the tokens that may follow, and the state or, after `=`, the complete form that they lead to."""


def _form(state: str, **rows: str) -> None:
    FORMS[state] = {token: target.replace("EQ_", "=") for target, tokens in rows.items() for token in tokens.split()}


_form(
    "start",
    start="weekday zone end",
    EQ_hour="numberAM",
    n="number_",
    n_sep="number/",
    t="number:",
    m="month_ month/",
    y="year_ year/",
)
_form(
    "n",
    n="weekday zone",
    EQ_nn="number$",
    EQ_t2="numberAM",
    nn="number_",
    nn_sep="number/",
    EQ_nm="month$",
    nm="month_",
    mn_sep="month/",
    yn="year_",
    yn_sep="year/",
    EQ_yn="year$",
)
_form(
    "nn",
    nn="weekday zone",
    EQ_nn="end",
    EQ_nnn="number$ number_",
    EQ_t3="numberAM",
    t="number:",
    EQ_mnn="month$ month_",
    EQ_nny="year_ year$",
)
_form(
    "n_sep",
    n_sep="weekday",
    EQ_nn="number$",
    d_nn="number_",
    nn_sep="number/",
    EQ_nm="month$",
    mn="month_",
    mn_sep="month/",
    yn="year_",
    yn_sep="year/",
    EQ_yn="year$",
)
_form(
    "d_nn",
    d_nn="weekday",
    EQ_nn="end",
    EQ_nnn="number$ number_",
    EQ_hour="numberAM",
    t="number:",
    EQ_mnn="month$ month_",
    EQ_nny="year_ year$",
)
_form("nn_sep", nn_sep="weekday", EQ_nnn=_NUMBERS, EQ_mnn="month$ month_", EQ_nny="year_ year$")
_form("m", m="weekday", EQ_mn="number$", mn="number_", mn_sep="number/", ym="year_", ym_sep="year/", EQ_ym="year$")
_form("mn", mn="weekday", EQ_mn="end", EQ_mnn=_NUMBERS, t="number:", EQ_ymn="year_ year$")
_form("nm", nm="weekday", EQ_nm="end", EQ_mnn=_NUMBERS, t="number:", EQ_ymn="year_ year$")
_form("mn_sep", mn_sep="weekday", EQ_mnn="number$ number_", EQ_ymn="year_ year$")
_form("y", y="weekday", EQ_yn="number$", yn="number_", yn_sep="number/", EQ_ym="month$", ym="month_", ym_sep="month/")
_form("yn", yn="weekday", EQ_yn="end", EQ_ynn=_NUMBERS, EQ_ymn="month$ month_")
_form("yn_sep", yn="weekday", EQ_ynn=_NUMBERS, EQ_ymn="month$ month_")
_form("ym", ym="weekday", EQ_ym="end", EQ_ymn=_NUMBERS)
_form("ym_sep", ym="weekday", EQ_ymn=_NUMBERS)
_form("t", t="zone", EQ_t2=_NUMBERS, t2_sep="number:", EQ_nm="month$", nm="month_")
_form("t2_sep", t2_sep="weekday zone", EQ_t3=_NUMBERS)


@lru_cache(maxsize=16)
def order_of(pattern: str) -> str:
    """The order of year, month and day in a pattern: `Mdy`; names of weekdays do not count."""
    plain = re.sub(r"'[^']*'|\\.|d{3,}", "", pattern)
    return "".join(dict.fromkeys(letter for letter in plain if letter in "yMd"))


class Parts(Protocol):
    """What was read of a date."""

    @property
    def numbers(self) -> list[int]:
        """The numbers, in their order."""
        ...

    @property
    def month(self) -> int:
        """The month that was named."""
        ...

    @property
    def year(self) -> int:
        """The number that can only be a year."""
        ...

    @property
    def culture(self) -> Culture:
        """The culture whose order counts."""
        ...

    def this_year(self) -> int:
        """The year of a date without one."""
        ...


TIMES: dict[str, Callable[[list[int]], tuple[int, ...]]] = {
    "hour": lambda numbers: (numbers[0],),
    "t2": lambda numbers: (numbers[0], numbers[1]),
    "t3": lambda numbers: (numbers[0], numbers[1], numbers[2]),
}

Days = list[tuple[int, int, int]]


def _month_and_day(parts: Parts) -> Days:
    one, other = parts.numbers[:2]
    year = parts.this_year()
    return [(year, one, other) if order_of(parts.culture.dates.month_day) == "Md" else (year, other, one)]


def _three_numbers(parts: Parts) -> Days:
    return [tuple_of(order_of(parts.culture.dates.short_date), parts.numbers)]


def tuple_of(order: str, numbers: list[int]) -> tuple[int, int, int]:
    """Year, month and day from numbers in that order."""
    found = dict(zip(order, numbers, strict=False))
    return full_year(found.get("y", 0)), found.get("M", 0), found.get("d", 0)


def _month_then_number(parts: Parts) -> Days:
    dates = parts.culture.dates
    if order_of(dates.month_day) == "dM" and order_of(dates.year_month) == "My":
        return [(full_year(parts.numbers[0]), parts.month, 1)]
    return [(parts.this_year(), parts.month, parts.numbers[0])]


def _number_then_month(parts: Parts) -> Days:
    dates = parts.culture.dates
    if order_of(dates.month_day) == "Md" and order_of(dates.year_month) == "yM":
        return [(full_year(parts.numbers[0]), parts.month, 1)]
    return [(parts.this_year(), parts.month, parts.numbers[0])]


def _month_and_two_numbers(parts: Parts) -> Days:
    one, other = parts.numbers[:2]
    day_first = (full_year(other), parts.month, one)
    year_first = (full_year(one), parts.month, other)
    return [year_first, day_first] if order_of(parts.culture.dates.short_date) == "yMd" else [day_first, year_first]


def _two_numbers_and_year(parts: Parts) -> Days:
    one, other = parts.numbers[:2]
    month_first = order_of(parts.culture.dates.short_date) in ("Mdy", "yMd")
    return [(parts.year, one, other) if month_first else (parts.year, other, one)]


DATES: dict[str, Callable[[Parts], Days]] = {
    "nn": _month_and_day,
    "nnn": _three_numbers,
    "mn": _month_then_number,
    "nm": _number_then_month,
    "mnn": _month_and_two_numbers,
    "ynn": lambda parts: [(parts.year, parts.numbers[0], parts.numbers[1])],
    "nny": _two_numbers_and_year,
    "ymn": lambda parts: [(parts.year, parts.month, parts.numbers[0])],
    "yn": lambda parts: [(parts.year, parts.numbers[0], 1)],
    "ym": lambda parts: [(parts.year, parts.month, 1)],
}
