"""TimeZoneInfo: the zones of the world by their IANA names and by the commonest of Windows."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo
from typing import Any

from msolemu.runtime.errors.net_errors import NetError, argument_error, null_argument
from msolemu.runtime.state import current
from msolemu.runtime.types.date_time import EPOCH, LOCAL, UTC_KIND, DateTime, zone
from msolemu.runtime.types.date_time_offset import DateTimeOffset
from msolemu.runtime.types.declaring import method, static, static_properties, typed_property
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.types.time_span import TimeSpan
from msolemu.runtime.values.objects import Value

ZONE = known_type("System.TimeZoneInfo")
WINDOWS = {
    "UTC": "UTC",
    "GMT Standard Time": "Europe/London",
    "Greenwich Standard Time": "Atlantic/Reykjavik",
    "W. Europe Standard Time": "Europe/Berlin",
    "Central Europe Standard Time": "Europe/Budapest",
    "Romance Standard Time": "Europe/Paris",
    "Central European Standard Time": "Europe/Warsaw",
    "E. Europe Standard Time": "Europe/Chisinau",
    "GTB Standard Time": "Europe/Bucharest",
    "FLE Standard Time": "Europe/Kiev",
    "Russian Standard Time": "Europe/Moscow",
    "Turkey Standard Time": "Europe/Istanbul",
    "Israel Standard Time": "Asia/Jerusalem",
    "Arabian Standard Time": "Asia/Dubai",
    "South Africa Standard Time": "Africa/Johannesburg",
    "India Standard Time": "Asia/Calcutta",
    "SE Asia Standard Time": "Asia/Bangkok",
    "China Standard Time": "Asia/Shanghai",
    "Singapore Standard Time": "Asia/Singapore",
    "Korea Standard Time": "Asia/Seoul",
    "Tokyo Standard Time": "Asia/Tokyo",
    "AUS Eastern Standard Time": "Australia/Sydney",
    "E. Australia Standard Time": "Australia/Brisbane",
    "W. Australia Standard Time": "Australia/Perth",
    "New Zealand Standard Time": "Pacific/Auckland",
    "Eastern Standard Time": "America/New_York",
    "Central Standard Time": "America/Chicago",
    "Mountain Standard Time": "America/Denver",
    "US Mountain Standard Time": "America/Phoenix",
    "Pacific Standard Time": "America/Los_Angeles",
    "Alaskan Standard Time": "America/Anchorage",
    "Hawaiian Standard Time": "Pacific/Honolulu",
    "Atlantic Standard Time": "America/Halifax",
    "E. South America Standard Time": "America/Sao_Paulo",
    "Argentina Standard Time": "America/Buenos_Aires",
}
_MIDDLE_OF_WINTER = (datetime(2026, 1, 15), datetime(2026, 7, 15))  # noqa: DTZ001  local times, asked of a zone


class TimeZone:
    """A zone under the name by which it was asked for."""

    __slots__ = ("name", "rules")

    def __init__(self, name: str, rules: tzinfo) -> None:
        self.name = name
        self.rules = rules

    def __str__(self) -> str:
        return self.shown()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TimeZone) and self.name == other.name

    def __hash__(self) -> int:
        return hash(self.name)

    def shown(self) -> str:
        """The offset and the name, as lists of zones show them."""
        if self.name == "UTC":
            return "(UTC) Coordinated Universal Time"
        minutes = int(self.base().total_seconds()) // 60
        return f"(UTC{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}) {self.name}"

    def base(self) -> timedelta:
        """The offset without daylight saving time."""
        return min(moment.replace(tzinfo=self.rules).utcoffset() or timedelta() for moment in _MIDDLE_OF_WINTER)

    def saves_daylight(self) -> bool:
        """Whether the zone has daylight saving time."""
        return len({moment.replace(tzinfo=self.rules).utcoffset() for moment in _MIDDLE_OF_WINTER}) > 1

    def offset(self, moment: DateTime, *, utc: bool) -> int:
        """How many ticks the zone is ahead of UTC, at a moment of UTC or of its own."""
        at = EPOCH + timedelta(microseconds=moment.ticks // 10)
        local = at.astimezone(self.rules) if utc else at.replace(tzinfo=self.rules)
        return TimeSpan.of(local.utcoffset() or timedelta()).ticks


represent(ZONE, TimeZone)


def _utc() -> TimeZone:
    from datetime import UTC

    return TimeZone("UTC", UTC)


def _local() -> TimeZone:
    return TimeZone(current.session().time_zone, zone())


static_properties(ZONE, Utc=_utc, Local=_local)
typed_property(ZONE, "string", "Id", lambda place: place.name)
typed_property(ZONE, "bool", "HasIanaId", lambda place: place.name not in WINDOWS or place.name == "UTC")
typed_property(ZONE, "string", "DisplayName", TimeZone.shown)
typed_property(ZONE, "string", "StandardName", lambda place: place.name)
typed_property(ZONE, "string", "DaylightName", lambda place: place.name)
typed_property(ZONE, "timespan", "BaseUtcOffset", lambda place: TimeSpan.of(place.base()))
typed_property(ZONE, "bool", "SupportsDaylightSavingTime", TimeZone.saves_daylight)
method(ZONE, "string ToString()")(TimeZone.shown)
method(ZONE, "bool Equals(System.TimeZoneInfo other)")(lambda place, other: place == other)


@static(ZONE, "System.TimeZoneInfo FindSystemTimeZoneById(string id)")
def find(name: str | None) -> TimeZone:
    """The zone of a name."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    if name is None:
        raise null_argument("id")
    spelled = next((known for known in WINDOWS if known.lower() == name.lower()), name)
    if spelled == "UTC":
        return _utc()
    try:
        return TimeZone(spelled, ZoneInfo(WINDOWS.get(spelled, spelled)))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise NetError(
            "System.TimeZoneNotFoundException", f"The time zone ID '{name}' was not found on the local computer."
        ) from None


@static(ZONE, "System.Collections.ObjectModel.ReadOnlyCollection[System.TimeZoneInfo] GetSystemTimeZones()")
def all_zones() -> Value:
    """The zones that Windows names, from west to east."""
    return sorted(map(find, WINDOWS), key=lambda place: (place.base(), place.name))


def _in_utc(moment: DateTime, source: TimeZone | None) -> DateTime:
    """A moment in UTC: by its kind, or by the zone that it is said to be of."""
    if source is None or moment.kind == UTC_KIND:
        return moment.to_utc()
    return moment.moved(-source.offset(moment, utc=False))


@static(ZONE, "datetime ConvertTimeFromUtc(datetime dateTime, System.TimeZoneInfo destinationTimeZone)")
def from_utc(moment: DateTime, target: TimeZone) -> DateTime:
    """A moment of UTC as the clocks of a zone show it."""
    if moment.kind == LOCAL:
        raise argument_error(
            "The conversion could not be completed because the supplied DateTime did not have the Kind property set "
            "correctly.  For example, when the Kind property is DateTimeKind.Local, the source time zone must be "
            "TimeZoneInfo.Local.",
            "sourceTimeZone",
        )
    kind = UTC_KIND if target.name == "UTC" else LOCAL if target == _local() else 0
    return DateTime(moment.moved(target.offset(moment, utc=True)).ticks, kind)


@static(ZONE, "datetime ConvertTimeToUtc(datetime dateTime)")
@static(ZONE, "datetime ConvertTimeToUtc(datetime dateTime, System.TimeZoneInfo sourceTimeZone)")
def to_utc(moment: DateTime, source: TimeZone | None = None) -> DateTime:
    """A moment of a zone in UTC."""
    return DateTime(_in_utc(moment, source).ticks, UTC_KIND)


@static(ZONE, "datetime ConvertTime(datetime dateTime, System.TimeZoneInfo destinationTimeZone)")
def convert_local(moment: DateTime, target: TimeZone) -> DateTime:
    """A moment as the clocks of a zone show it."""
    return from_utc(to_utc(moment), target)


@static(
    ZONE,
    "datetime ConvertTime(datetime dateTime, System.TimeZoneInfo sourceTimeZone, "
    "System.TimeZoneInfo destinationTimeZone)",
)
def convert_between(moment: DateTime, source: TimeZone, target: TimeZone) -> DateTime:
    """A moment of one zone as the clocks of another show it."""
    return from_utc(to_utc(moment, source), target)


@static(
    ZONE,
    "System.DateTimeOffset ConvertTime(System.DateTimeOffset dateTimeOffset, System.TimeZoneInfo destinationTimeZone)",
)
def convert_offset(moment: DateTimeOffset, target: TimeZone) -> DateTimeOffset:
    """The same moment with the offset of a zone."""
    return moment.with_offset(target.offset(DateTime(moment.utc_ticks), utc=True))


@static(ZONE, "datetime ConvertTimeBySystemTimeZoneId(datetime dateTime, string destinationTimeZoneId)")
@static(
    ZONE,
    "datetime ConvertTimeBySystemTimeZoneId(datetime dateTime, string sourceTimeZoneId, string destinationTimeZoneId)",
)
def convert_by_name(moment: DateTime, *names: str) -> DateTime:
    """A moment as the clocks of a zone show it, the zones by their names."""
    return from_utc(to_utc(moment, find(names[0]) if len(names) > 1 else None), find(names[-1]))


@method(ZONE, "timespan GetUtcOffset(datetime dateTime)")
def offset_of(place: TimeZone, moment: DateTime) -> TimeSpan:
    """How far the zone is ahead of UTC at a moment."""
    if moment.kind in (UTC_KIND, LOCAL):
        return TimeSpan(place.offset(moment.to_utc(), utc=True))
    return TimeSpan(place.offset(moment, utc=False))


method(ZONE, "timespan GetUtcOffset(System.DateTimeOffset dateTimeOffset)")(
    lambda place, moment: TimeSpan(place.offset(DateTime(moment.utc_ticks), utc=True))
)


@method(ZONE, "bool IsDaylightSavingTime(datetime dateTime)")
def is_daylight(place: TimeZone, moment: DateTime) -> Any:
    """Whether daylight saving time holds at a moment."""
    return offset_of(place, moment).ticks != TimeSpan.of(place.base()).ticks
