"""Get-Date, New-TimeSpan, Start-Sleep."""

from __future__ import annotations

import enum
from datetime import timedelta
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.utility.date_formats import EPOCH_SECONDS, net_format, unix_format
from msolemu.modules.utility.parameters import UtilityCall
from msolemu.runtime.binding.validation import ValidateRange
from msolemu.runtime.errors.records import not_emulated
from msolemu.runtime.types.date_time import MILLISECOND, SECOND, UTC_KIND, DateTime
from msolemu.runtime.types.registry import net_enum
from msolemu.runtime.types.time_span import DAY, HOUR, MINUTE, TimeSpan
from msolemu.runtime.values.objects import Int64, PSObject, Value


@net_enum("Microsoft.PowerShell.Commands.DisplayHintType")
class DisplayHintType(enum.Enum):
    """What is shown of a moment."""

    Date = 0
    Time = 1
    DateTime = 2


def _within(low: int, high: int) -> tuple[ValidateRange, ...]:
    return (ValidateRange(low, high),)


@dataclass(frozen=True, kw_only=True)
class Parts:
    """Parts of the moment that are given by themselves, and how it is shown."""

    year: Annotated[int | None, Parameter("The year.", validate=_within(1, 9999))] = None
    month: Annotated[int | None, Parameter("The month.", validate=_within(1, 12))] = None
    day: Annotated[int | None, Parameter("The day of the month.", validate=_within(1, 31))] = None
    hour: Annotated[int | None, Parameter("The hour.", validate=_within(0, 23))] = None
    minute: Annotated[int | None, Parameter("The minute.", validate=_within(0, 59))] = None
    second: Annotated[int | None, Parameter("The second.", validate=_within(0, 59))] = None
    millisecond: Annotated[int | None, Parameter("The millisecond.", validate=_within(0, 999))] = None
    display_hint: Annotated[DisplayHintType | None, Parameter("What is shown of it: Date, Time or DateTime.")] = None

    def applied(self, moment: DateTime) -> DateTime:
        """The moment with the parts that were given."""
        day = moment.day
        found = DateTime.at(
            day.year if self.year is None else self.year,
            day.month if self.month is None else self.month,
            day.day if self.day is None else self.day,
            moment.hour if self.hour is None else self.hour,
            moment.minute if self.minute is None else self.minute,
            moment.second if self.second is None else self.second,
            moment.kind,
        )
        fraction = moment.fraction if self.millisecond is None else self.millisecond * MILLISECOND
        return DateTime(found.ticks + fraction, found.kind)


get_date = Cmdlet(
    "Get-Date",
    "Gives the present moment in lab time, or another.",
    output=DateTime,
    examples={
        "Get-Date -Format 'yyyy-MM-dd'": "Gives the date as text.",
        "Get-Date '2030-06-01' -Hour 8": "Gives a moment of that day.",
        "Get-Date -UFormat '%Y%m%d' | Out-Null": "Formats as Unix does.",
    },
)
Date = Annotated[
    DateTime | None,
    Parameter("The moment.", position=0, from_pipeline=True, from_property=True, aliases=("LastWriteTime",)),
]
Format = Annotated[str | None, Parameter("A .NET format, or FileDate, FileDateTime and their Universal forms.")]
AsUtc = Annotated[Switch, Parameter("In UTC.", name="AsUTC")]
UFormat = Annotated[str, Parameter("A Unix format, such as %Y-%m-%d.", name="UFormat")]
UnixTime = Annotated[
    int,
    Parameter(
        "Seconds since 1970 in UTC.",
        type="System.Int64",
        aliases=("UnixTime",),
        validate=(ValidateRange(Int64(-62135596800), Int64(253402300799)),),
    ),
]


def present(call: UtilityCall) -> DateTime:
    """The present moment, in the session's time zone."""
    return DateTime.of(call.session.clock.now())


def _shown(moment: DateTime, parts: Parts, as_utc: bool, directive: str | None) -> Value:
    found = parts.applied(moment)
    if as_utc:
        found = found.to_utc()
    if directive is not None:
        return net_format(found, directive)
    hinted = PSObject(found)
    hinted.members["displayhint"] = ["DisplayHint", parts.display_hint or DisplayHintType.DateTime]
    return hinted


def _of_unix(seconds: int) -> DateTime:
    return DateTime((seconds + EPOCH_SECONDS) * SECOND, UTC_KIND).to_local()


@get_date.parameter_set("DateAndFormat", default=True)
def date_and_format(
    call: UtilityCall,
    parts: Parts,
    date: Date = None,
    format_: Format = None,
    as_utc: AsUtc = False,
) -> Output[Value]:
    """Lab time is what every part of msolemu believes the time to be."""
    yield _shown(present(call) if date is None else date, parts, as_utc, format_)


@get_date.parameter_set("DateAndUFormat")
def date_and_unix_format(
    call: UtilityCall, parts: Parts, u_format: UFormat, date: Date = None, as_utc: AsUtc = False
) -> Output[str]:
    """Formats as Unix does."""
    found = parts.applied(present(call) if date is None else date)
    yield unix_format(found.to_utc() if as_utc else found, u_format)


@get_date.parameter_set("UnixTimeSecondsAndFormat")
def unix_time(
    call: UtilityCall,
    unix_time_seconds: UnixTime,
    parts: Parts,
    format_: Format = None,
    as_utc: AsUtc = False,
) -> Output[Value]:
    """Seconds of Unix as a moment."""
    yield _shown(_of_unix(unix_time_seconds), parts, as_utc, format_)


@get_date.parameter_set("UnixTimeSecondsAndUFormat")
def unix_time_and_unix_format(
    call: UtilityCall, unix_time_seconds: UnixTime, parts: Parts, u_format: UFormat, as_utc: AsUtc = False
) -> Output[str]:
    """Seconds of Unix, formatted as Unix does."""
    found = parts.applied(_of_unix(unix_time_seconds))
    yield unix_format(found.to_utc() if as_utc else found, u_format)


set_date = Cmdlet(
    "Set-Date",
    "Is refused: lab time is put by Set-EmuClock.",
    should_process=True,
    examples={"try { Set-Date '2030-01-01' } catch { 'refused' }": "Is refused."},
)


@set_date.parameter_set("Date", default=True)
def put_date(call: UtilityCall) -> None:
    """The time of the host is never changed, and that of the lab only by its own cmdlets."""
    raise not_emulated("CommandNotEmulated", call.cmdlet.name)


new_time_span = Cmdlet(
    "New-TimeSpan",
    "Makes a length of time.",
    output=TimeSpan,
    examples={
        "New-TimeSpan -Hours 1 -Minutes 30": "Makes one and a half hours.",
        "(New-TimeSpan '2030-01-01' '2030-01-31').Days": "Counts the days between two dates.",
    },
)


@new_time_span.parameter_set("Date", default=True)
def between(
    call: UtilityCall,
    start: Annotated[
        DateTime | None,
        Parameter("Where it starts.", position=0, from_pipeline=True, from_property=True, aliases=("LastWriteTime",)),
    ] = None,
    end: Annotated[DateTime | None, Parameter("Where it ends.", position=1, from_property=True)] = None,
) -> Output[TimeSpan]:
    """What is not given is now."""
    now = present(call)
    yield TimeSpan((now if end is None else end).ticks - (now if start is None else start).ticks)


@new_time_span.parameter_set("Time")
def of_units(
    call: UtilityCall,
    days: Annotated[int, Parameter("Days.")] = 0,
    hours: Annotated[int, Parameter("Hours.")] = 0,
    minutes: Annotated[int, Parameter("Minutes.")] = 0,
    seconds: Annotated[int, Parameter("Seconds.")] = 0,
    milliseconds: Annotated[int, Parameter("Milliseconds.")] = 0,
) -> Output[TimeSpan]:
    """Adds the units up."""
    ticks = days * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND + milliseconds * MILLISECOND
    yield TimeSpan(ticks)


start_sleep = Cmdlet(
    "Start-Sleep",
    "Lets time pass.",
    aliases=("sleep",),
    examples={"Start-Sleep -Milliseconds 1": "Waits; where lab time is frozen it only moves lab time on."},
)


@start_sleep.parameter_set("Seconds", default=True)
def sleep_seconds(
    call: UtilityCall,
    seconds: Annotated[
        float,
        Parameter(
            "How many seconds.",
            position=0,
            from_pipeline=True,
            from_property=True,
            validate=(ValidateRange(0.0, 2147483.0),),
        ),
    ],
) -> None:
    """Really waits where lab time follows the host's clock; where it is frozen, lab time moves on by that much."""
    call.session.let_pass(timedelta(seconds=seconds))


@start_sleep.parameter_set("Milliseconds")
def sleep_milliseconds(
    call: UtilityCall,
    milliseconds: Annotated[
        int,
        Parameter("How many milliseconds.", from_property=True, aliases=("ms",), validate=_within(0, 2**31 - 1)),
    ],
) -> None:
    """Waits so many milliseconds."""
    call.session.let_pass(timedelta(milliseconds=milliseconds))


@start_sleep.parameter_set("FromTimeSpan")
def sleep_span(
    call: UtilityCall,
    duration: Annotated[
        TimeSpan, Parameter("How long.", position=0, from_pipeline=True, from_property=True, aliases=("ts",))
    ],
) -> None:
    """Waits so long."""
    call.session.let_pass(duration.to_timedelta())
