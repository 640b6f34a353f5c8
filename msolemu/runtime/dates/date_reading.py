"""What reading a date from text gives, and how it becomes a DateTime: zones, styles, the sentences of failures."""

from __future__ import annotations

from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.errors.net_errors import NetError, format_error
from msolemu.runtime.types.date_time import (
    DAY,
    HOUR,
    LAST,
    LOCAL,
    MINUTE,
    UNSPECIFIED,
    UTC_KIND,
    DateTime,
    now,
    offset_at,
    utc_offset_at,
)

NO_CURRENT_DATE, ADJUST_TO_UNIVERSAL, ASSUME_LOCAL, ASSUME_UNIVERSAL, ROUND_TRIP_KIND = 8, 16, 32, 64, 128
WIDEST_OFFSET = 14 * HOUR
LAST_SHORT_YEAR = 49
"""Years of two digits up to this one are in this century (.NET 5 and later)."""


@dataclass(slots=True)
class Reading:
    """A moment as the text has it: `offset` in ticks where the text has a zone; `is_utc` for `Z` and `GMT`."""

    ticks: int
    offset: int | None = None
    is_utc: bool = False
    is_time: bool = False


def not_a_date(text: str) -> NetError:
    """The text is no date."""
    return format_error(f"String '{text}' was not recognized as a valid DateTime.")


def not_in_calendar(text: str) -> NetError:
    """The text has the form of a moment that there is not, such as 25 o'clock."""
    return format_error(
        f"The DateTime represented by the string '{text}' is not supported in calendar "
        "'System.Globalization.GregorianCalendar'."
    )


def wrong_day_of_week(text: str) -> NetError:
    """The day of the week is not that of the date."""
    return format_error(
        f"String '{text}' was not recognized as a valid DateTime because the day of week was incorrect."
    )


def unknown_word(text: str, at: int) -> NetError:
    """A word that means nothing."""
    return format_error(
        f"The string '{text}' was not recognized as a valid DateTime. "
        f"There is an unknown word starting at index '{at}'."
    )


def full_year(year: int) -> int:
    """The year that two digits mean."""
    if year >= 100:
        return year
    return year + (2000 if year <= LAST_SHORT_YEAR else 1900)


def today(styles: int) -> DateTime:
    """The day that completes a text without one."""
    moment = now()
    return moment.to_utc() if styles & ASSUME_UNIVERSAL else moment


def check_offset(text: str, offset: int) -> None:
    """Raise unless the offset is one that zones have."""
    if abs(offset) > WIDEST_OFFSET:
        raise format_error(f"The time zone offset of string '{text}' must be within plus or minus 14 hours.")


def offset_ticks(sign: str, hours: int, minutes: int) -> int:
    """An offset in ticks."""
    ticks = hours * HOUR + minutes * MINUTE
    return -ticks if sign == "-" else ticks


def to_date_time(reading: Reading, text: str, styles: int) -> DateTime:
    """The moment with its kind: local where the text has a zone, unless the styles say otherwise."""
    offset = reading.offset
    check_offset(text, offset or 0)
    if offset is None:
        if styles & ASSUME_LOCAL:
            if not styles & ADJUST_TO_UNIVERSAL:
                return DateTime(reading.ticks, LOCAL)
            offset = offset_at(reading.ticks)
        elif styles & ASSUME_UNIVERSAL:
            if styles & ADJUST_TO_UNIVERSAL:
                return DateTime(reading.ticks, UTC_KIND)
            offset = 0
        else:
            return DateTime(reading.ticks, UNSPECIFIED)
    if styles & ROUND_TRIP_KIND and reading.is_utc:
        return DateTime(reading.ticks, UTC_KIND)
    ticks = reading.ticks - offset
    if styles & ADJUST_TO_UNIVERSAL:
        return _ranged(ticks + DAY if ticks < 0 else ticks, UTC_KIND, text)
    return _ranged(_local(reading, ticks), LOCAL, text)


def _local(reading: Reading, ticks: int) -> int:
    """UTC as local time; a mere time of day stays within its day."""
    if reading.ticks >= DAY:
        return ticks + utc_offset_at(min(max(ticks, 0), LAST))
    moved = ticks + offset_at(now().ticks if reading.is_time else reading.ticks)
    return moved + DAY if moved < 0 else moved


def _ranged(ticks: int, kind: int, text: str) -> DateTime:
    if not 0 <= ticks <= LAST:
        raise format_error(f"The DateTime represented by the string '{text}' is out of range.")
    return DateTime(ticks, kind)
