"""Dates read from text of any usual form, as `[datetime]'...'` and `Parse` do.

The text is taken word by word; an automaton says what a number, a name or a separator means after what came before it.
The rules are .NET's: which forms there are, which of two numbers is the month, what a form without year or day means.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msolemu.runtime.dates.date_forms import DATES, END, FORMS, TIMES, WEEKDAY, ZONE
from msolemu.runtime.dates.date_reading import (
    NO_CURRENT_DATE,
    Reading,
    not_a_date,
    not_in_calendar,
    offset_ticks,
    to_date_time,
    today,
    unknown_word,
    wrong_day_of_week,
)
from msolemu.runtime.text.culture import EN_US, INVARIANT, Culture
from msolemu.runtime.types.date_time import DAY, HOUR, MINUTE, SECOND, DateTime, days_of

LONGEST_NUMBER = 8
NUMBER = re.compile(r"[0-9]+")
BLANK = re.compile(r"\s*")
OFFSET = re.compile(r"([+-])\s*(?:([0-9]{3,4})(?![0-9])|([0-9]{1,2})(?![0-9])(?:\s*:\s*([0-9]{1,2})(?![0-9]))?)")
FRACTION = re.compile(r"\.([0-9]*)")
ISO_TIME = re.compile(
    r"\s*([0-9]{2})\s*:\s*([0-9]{2})\s*(?::\s*([0-9]{2})(?:\.([0-9]+))?\s*)?(?:(?P<utc>[Zz])|(?P<offset>[+-].*))?\s*",
    re.ASCII,
)
IGNORED = ".,"


def parse_date(text: str, culture: Culture = EN_US, styles: int = 0) -> DateTime:
    """The moment that the text tells; raises FormatException's error."""
    return to_date_time(read_date(text, culture, styles), text, styles)


def read_date(text: str, culture: Culture, styles: int) -> Reading:
    """The moment as the text has it, with its zone; raises FormatException's error."""
    if not text:
        raise not_a_date(text)
    return _Reader(text, culture, styles).reading()


@lru_cache(maxsize=16)
def words_of(culture: Culture) -> dict[str, tuple[str, int]]:
    """The words that mean something, in lower case: the culture's own, English ones beside them."""
    found: dict[str, tuple[str, int]] = {"gmt": ("zone", 0), "z": ("zone", 0)}
    for dates in (INVARIANT.dates, culture.dates):
        for names in (dates.months, dates.short_months, dates.short_months_of_days):
            found |= {name.lower(): ("month", number) for number, name in enumerate(names, 1)}
        for names in (dates.days, dates.short_days):
            found |= {name.lower(): ("weekday", number) for number, name in enumerate(names)}
        found |= {dates.am.lower(): ("half", 0), dates.pm.lower(): ("half", 1)}
    return found


class _Reader:
    """Reads one text."""

    def __init__(self, text: str, culture: Culture, styles: int) -> None:
        self.text = text
        self.culture = culture
        self.styles = styles
        self._words = words_of(culture)
        self._at = 0
        self._state = "start"
        self.numbers: list[int] = []
        self.month = 0
        self.year = -1
        self._weekday = -1
        self._half: int | None = None
        self._fraction = ""
        self._offset: int | None = None
        self._is_utc = False
        self._date: tuple[int, int, int] | None = None
        self._time: tuple[int, ...] | None = None
        self._iso: Reading | None = None

    def reading(self) -> Reading:
        """The whole text."""
        complete = False
        token = ""
        while token != END and not token.endswith("$"):
            token = self._token()
            if self._iso is not None:
                return self._iso
            if not token:
                continue
            target = FORMS[self._state].get(token)
            if target is None:
                raise self.failed()
            if target.startswith("="):
                self._complete(target[1:])
                complete = True
                target = "start"
            self._state = target
        if not complete:
            raise self.failed()
        return self._moment()

    def failed(self) -> Exception:
        """The error for a text that is no date."""
        return not_a_date(self.text)

    def _complete(self, form: str) -> None:
        rule = TIMES.get(form)
        if rule is not None:
            if self._time is not None or (form == "hour" and self._half is None):
                raise self.failed()
            self._time = rule(self.numbers)
        else:
            if self._date is not None:
                raise self.failed()
            self._date = self._day(form)
        self.numbers = []

    def _day(self, form: str) -> tuple[int, int, int]:
        for year, month, day in DATES[form](self):
            if days_of(year, month, day) is not None:
                return year, month, day
        raise self.failed()

    def this_year(self) -> int:
        """The year of a date without one."""
        return today(self.styles).day.year

    # the end

    def _moment(self) -> Reading:
        hour, minute, second = (*(self._time or ()), 0, 0, 0)[:3]
        if self._half is not None:
            if hour > (12, 23)[self._half]:
                raise self.failed()
            hour = hour % 12 + 12 * self._half if hour <= 12 else hour
        is_time = self._date is None
        days = days_of(*(self._date or self._default_day()))
        assert days is not None
        if hour > 23 or minute > 59 or second > 59:
            raise not_in_calendar(self.text)
        if self._weekday not in (-1, (days + 1) % 7):
            raise wrong_day_of_week(self.text)
        ticks = days * DAY + hour * HOUR + minute * MINUTE + second * SECOND + fraction_ticks(self._fraction)
        return Reading(ticks, self._offset, self._is_utc, is_time)

    def _default_day(self) -> tuple[int, int, int]:
        if self.styles & NO_CURRENT_DATE:
            return 1, 1, 1
        day = today(self.styles).day
        return day.year, day.month, day.day

    # tokens

    def _token(self) -> str:
        """The next token; empty for what only adds to what is known."""
        self._skip_blanks()
        if self._at >= len(self.text):
            return END
        number = NUMBER.match(self.text, self._at)
        if number is not None:
            return self._number(number[0])
        unit = self.text[self._at]
        if unit in IGNORED and unit != self.culture.dates.date_separator:
            self._at += 1
            return ""
        word = self._word(("month", "weekday", "zone", "half"))
        if word is None:
            self._other(unit)
            return ""
        return self._named(*word)

    def _skip_blanks(self) -> None:
        found = BLANK.match(self.text, self._at)
        assert found is not None
        self._at = found.end()

    def _word(self, kinds: tuple[str, ...]) -> tuple[str, int] | None:
        """The longest word that stands here and is no part of a longer one."""
        lowered = self.text[self._at : self._at + 20].lower()
        for length in range(len(lowered), 0, -1):
            found = self._words.get(lowered[:length])
            following = self.text[self._at + length : self._at + length + 1]
            if found is not None and found[0] in kinds and not (following.isalpha() and lowered[length - 1].isalpha()):
                self._at += length
                return found
        return None

    def _named(self, kind: str, value: int) -> str:
        if kind == "half":
            self._set_half(value)
            return ""
        if kind == "zone":
            if self._offset is not None:
                raise self.failed()
            self._offset, self._is_utc = 0, True
            return ZONE
        if kind == "weekday":
            if self._weekday != -1:
                raise self.failed()
            self._weekday = value
            return WEEKDAY
        if self.month:
            raise self.failed()
        self.month = value
        return "month" + self._separator("month")

    def _set_half(self, value: int) -> None:
        if self._half is not None:
            raise self.failed()
        self._half = value

    def _other(self, unit: str) -> None:
        """Anything else must be an offset, or one of the marks that Visual Basic puts around dates."""
        if unit.isalpha():
            raise unknown_word(self.text, self._at)
        if unit in "+-" and self._offset is None and self._read_offset():
            return
        if (unit == "#" and re.fullmatch(r"\s*#[^#]*#[\s\0]*", self.text)) or self.text[self._at :].strip("\0") == "":
            self._at += 1
            return
        raise self.failed()

    def _read_offset(self) -> bool:
        found = OFFSET.match(self.text, self._at)
        if found is None:
            return False
        together, hours, minutes = found[2], found[3], found[4]
        offset = (int(together) // 100, int(together) % 100) if together else (int(hours), int(minutes or 0))
        if offset[1] > 59:
            return False
        self._at = found.end()
        self._offset = offset_ticks(found[1], *offset)
        return True

    def _number(self, digits: str) -> str:
        self._at += len(digits)
        if len(self.numbers) == 3 or len(digits) > LONGEST_NUMBER:
            raise self.failed()
        if self._state in ("t", "t2_sep"):
            self._read_after_time()
        if len(digits) > 2:
            if self.year != -1:
                raise self.failed()
            self.year = int(digits)
            return "year" + self._separator("year")
        half = self._half
        token = "number" + self._separator("number")
        if token == "numberAM" and self._state == "d_nn":
            self._complete("nn")
        self.numbers.append(int(digits))
        if token == "numberT":
            self._read_iso()
        elif self._half != half and self._state in ("t", "t2_sep"):
            self._read_offset_behind()
        return token

    def _read_after_time(self) -> None:
        """A fraction behind the seconds, an offset behind minutes or seconds."""
        if self._state == "t2_sep":
            fraction = FRACTION.match(self.text, self._at)
            if fraction is not None:
                self._fraction = fraction[1]
                self._at = fraction.end()
        self._read_offset_behind()

    def _read_offset_behind(self) -> None:
        start = self._at
        self._skip_blanks()
        if self.text[self._at : self._at + 1] in ("+", "-"):
            if self._offset is not None or not self._read_offset():
                raise self.failed()
        else:
            self._at = start

    def _separator(self, kind: str) -> str:
        """What stands behind a number or a month, taken if it is a separator."""
        start = self._at
        self._skip_blanks()
        if self._at >= len(self.text):
            return "$"
        unit = self.text[self._at]
        half = self._word(("half",))
        if half is not None:
            if kind == "month":
                raise self.failed()
            self._set_half(half[1])
            return "AM" if kind == "number" else "_"
        if unit in (self.culture.dates.date_separator, "/"):
            self._at += 1
            return "/"
        if unit == "-":
            return self._dash(kind, start)
        if unit == self.culture.dates.time_separator:
            if kind != "number":
                raise self.failed()
            self._at += 1
            return ":"
        if unit == "T" and kind == "number" and not self.text[self._at + 1 : self._at + 2].isalpha():
            self._at += 1
            return "T"
        return "_"

    def _dash(self, kind: str, start: int) -> str:
        """A dash separates dates, or begins an offset where the date is complete."""
        row = FORMS[self._state]
        if kind + "/" not in row and row.get(kind + "_", "").startswith("="):
            self._at = start
            return "_"
        self._at += 1
        return "/"

    def _read_iso(self) -> None:
        """The time of `2024-03-01T10:20:30`: two digits each, then an offset, and nothing more."""
        found = ISO_TIME.fullmatch(self.text, self._at)
        if found is None or self._state not in ("yn_sep", "yn"):
            raise self.failed()
        hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
        days = days_of(self.year, self.numbers[0], self.numbers[1])
        if found["offset"] is not None:
            self._at = found.start("offset")
            if not self._read_offset() or self.text[self._at :].strip():
                raise self.failed()
        if found["utc"]:
            self._offset, self._is_utc = 0, True
        if days is None or hour > 23 or minute > 59 or second > 59:
            raise not_in_calendar(self.text)
        ticks = days * DAY + hour * HOUR + minute * MINUTE + second * SECOND + fraction_ticks(found[4] or "")
        self._iso = Reading(ticks, self._offset, self._is_utc)


def fraction_ticks(digits: str) -> int:
    """The ticks of the digits after the point of seconds, rounded."""
    if not digits:
        return 0
    kept = int(digits[:8].ljust(8, "0"))
    return (kept + 5) // 10
