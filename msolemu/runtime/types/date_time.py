"""System.DateTime as a value. Its members stand in `date_time_members`."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from msolemu.runtime.errors.net_errors import out_of_range
from msolemu.runtime.state import current
from msolemu.runtime.types.registry import VALUE_TYPE, declare

if TYPE_CHECKING:
    from datetime import tzinfo

    from msolemu.runtime.text.culture import Culture

UNSPECIFIED, UTC_KIND, LOCAL = 0, 1, 2

SECOND = 10_000_000
MILLISECOND = SECOND // 1000
MINUTE, HOUR, DAY = 60 * SECOND, 3600 * SECOND, 86400 * SECOND
LAST = 3_155_378_975_999_999_999
EPOCH = datetime(1, 1, 1, tzinfo=UTC)
UNREPRESENTABLE = "The added or subtracted value results in an un-representable DateTime."


class DateTime:
    """A moment in ticks of 100 ns since the first of January of the year 1, and the kind of time it is.

    Two are equal when their ticks are; the kind is only a note.
    """

    __slots__ = ("kind", "ticks")

    def __init__(self, ticks: int, kind: int = UNSPECIFIED) -> None:
        self.ticks = ticks
        self.kind = kind

    @classmethod
    def default(cls) -> DateTime:
        """The first moment of all."""
        return cls(0)

    @classmethod
    def of(cls, moment: datetime) -> DateTime:
        """An aware moment in the session's time zone."""
        return cls(ticks_of(moment), UTC_KIND).to_local()

    @classmethod
    def at(
        cls, year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0, kind: int = UNSPECIFIED
    ) -> DateTime:
        """The moment of a date and time; raises ArgumentOutOfRangeException's error for one that there is not."""
        days = days_of(year, month, day)
        if days is None:
            raise out_of_range("Year, Month, and Day parameters describe an un-representable DateTime.")
        if not (0 <= hour < 24 and 0 <= minute < 60 and 0 <= second < 60):
            raise out_of_range("Hour, Minute, and Second parameters describe an un-representable DateTime.")
        return cls(days * DAY + hour * HOUR + minute * MINUTE + second * SECOND, kind)

    def to_datetime(self) -> datetime:
        """The moment, aware, in UTC; what is not marked as UTC is taken as the session's local time."""
        return EPOCH + timedelta(microseconds=self.to_utc().ticks // 10)

    # equality and order

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DateTime) and self.ticks == other.ticks

    def __hash__(self) -> int:
        return hash(self.ticks)

    def __lt__(self, other: DateTime) -> bool:
        return self.ticks < other.ticks

    def __le__(self, other: DateTime) -> bool:
        return self.ticks <= other.ticks

    def __gt__(self, other: DateTime) -> bool:
        return self.ticks > other.ticks

    def __ge__(self, other: DateTime) -> bool:
        return self.ticks >= other.ticks

    # text

    def __str__(self) -> str:
        """As a string takes it up: in the invariant culture's general format."""
        day = self.day
        return f"{day.month:02}/{day.day:02}/{day.year:04} {self.hour:02}:{self.minute:02}:{self.second:02}"

    def __repr__(self) -> str:
        return f"DateTime({self.ticks}, {self.kind})"

    def formatted(self, directive: str, culture: Culture) -> str:
        """What `ToString(directive, culture)` gives; raises FormatException's error."""
        from msolemu.runtime.dates.date_format import format_date

        return format_date(self, directive, culture)

    # parts

    @property
    def day(self) -> date:
        """The day."""
        return date.fromordinal(self.ticks // DAY + 1)

    @property
    def hour(self) -> int:
        """The hour of the day."""
        return self.ticks // HOUR % 24

    @property
    def minute(self) -> int:
        """The minute of the hour."""
        return self.ticks // MINUTE % 60

    @property
    def second(self) -> int:
        """The second of the minute."""
        return self.ticks // SECOND % 60

    @property
    def fraction(self) -> int:
        """The ticks of the second."""
        return self.ticks % SECOND

    @property
    def day_of_week(self) -> int:
        """The day of the week; Sunday is 0."""
        return (self.ticks // DAY + 1) % 7

    # moves

    def moved(self, ticks: int, parameter: str = "value") -> DateTime:
        """The moment so many ticks later; raises ArgumentOutOfRangeException's error outside the calendar."""
        if not 0 <= self.ticks + ticks <= LAST:
            raise out_of_range(UNREPRESENTABLE, parameter)
        return DateTime(self.ticks + ticks, self.kind)

    def add(self, count: float, unit: int) -> DateTime:
        """The moment so many units later, rounded to whole ticks toward zero as .NET does."""
        if not abs(count) * unit <= 2 * LAST:
            raise out_of_range("Value to add was out of range.", "value")
        whole = int(count)
        return self.moved(whole * unit + int((count - whole) * unit))

    def add_months(self, months: int) -> DateTime:
        """The same day so many months later, or the last day of a shorter month."""
        if not -120000 <= months <= 120000:
            raise out_of_range("Months value must be between +/-120000.", "months")
        day = self.day
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        if not 1 <= year <= 9999:
            raise out_of_range(UNREPRESENTABLE, "months")
        days = days_of(year, month + 1, min(day.day, days_in_month(year, month + 1)))
        assert days is not None
        return DateTime(days * DAY + self.ticks % DAY, self.kind)

    def add_years(self, years: int) -> DateTime:
        """The same day so many years later."""
        if not -10000 <= years <= 10000:
            raise out_of_range("Years value must be between +/-10000.", "years")
        if not 1 <= self.day.year + years <= 9999:
            raise out_of_range(UNREPRESENTABLE, "years")
        return self.add_months(years * 12)

    # kinds

    def to_utc(self) -> DateTime:
        """The moment in UTC; what is not marked as UTC is taken as local."""
        if self.kind == UTC_KIND:
            return self
        return DateTime(min(max(self.ticks - offset_at(self.ticks), 0), LAST), UTC_KIND)

    def to_local(self) -> DateTime:
        """The moment in the session's time zone; what is not marked as local is taken as UTC."""
        if self.kind == LOCAL:
            return self
        return DateTime(min(max(self.ticks + utc_offset_at(self.ticks), 0), LAST), LOCAL)


DATE_TIME = declare("System.DateTime", VALUE_TYPE, DateTime)


def ticks_of(moment: datetime) -> int:
    """The ticks of an aware moment in UTC."""
    since = moment.astimezone(UTC) - EPOCH
    return (since.days * 86400 + since.seconds) * SECOND + since.microseconds * 10


def days_of(year: int, month: int, day: int) -> int | None:
    """The days from the first of January of the year 1 to a day; None when there is no such day."""
    try:
        return date(year, month, day).toordinal() - 1
    except ValueError:
        return None


def is_leap_year(year: int) -> bool:
    """Whether the year has a 29th of February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """The number of days of a month."""
    if month == 2:
        return 29 if is_leap_year(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def now() -> DateTime:
    """Lab time in the session's time zone."""
    return DateTime.of(current.session().clock.now())


def zone() -> tzinfo:
    """The session's time zone."""
    session = current.find_session()
    if session is None or session.time_zone == "UTC":
        return UTC
    from zoneinfo import ZoneInfo

    return ZoneInfo(session.time_zone)


def utc_offset_at(ticks: int) -> int:
    """How many ticks local time is ahead of UTC at a moment of UTC."""
    place = zone()
    if place is UTC:
        return 0
    return _offset((EPOCH + timedelta(microseconds=ticks // 10)).astimezone(place))


def offset_at(ticks: int) -> int:
    """How many ticks local time is ahead of UTC at a moment of local time."""
    place = zone()
    if place is UTC:
        return 0
    local = EPOCH.replace(tzinfo=None) + timedelta(microseconds=ticks // 10)
    return _offset(local.replace(tzinfo=place))


def _offset(moment: datetime) -> int:
    found = moment.utcoffset() or timedelta()
    return (found.days * 86400 + found.seconds) * SECOND


def is_daylight_saving(moment: DateTime) -> bool:
    """Whether daylight saving time holds at a moment of local time."""
    local = EPOCH + timedelta(microseconds=moment.ticks // 10)
    return bool(local.replace(tzinfo=zone()).dst())
