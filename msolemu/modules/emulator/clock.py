"""Get-EmuClock, Set-EmuClock, Step-EmuClock."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.modules.emulator.errors import ClockBeyondCalendar, ClockRunsBackwards, NothingToSet
from msolemu.modules.emulator.services import EmuCall
from msolemu.modules.emulator.types import Clock
from msolemu.runtime.types.date_time import DateTime

get_emu_clock = Cmdlet(
    "Get-EmuClock",
    "Shows lab time, and whether it stands still.",
    output=Clock,
    examples={"Get-EmuClock": "Shows what the lab believes the time to be."},
)


@get_emu_clock.parameter_set()
def shown(call: EmuCall) -> Output[Clock]:
    """Lab time is what every part of msolemu believes the time to be.

    It follows the host's clock until it is frozen; then it moves only when it is stepped.
    """
    time = call.services.time
    yield Clock(DateTime.of(time.now()), time.frozen)


set_emu_clock = Cmdlet(
    "Set-EmuClock",
    "Puts lab time, freezes it, or lets it follow the host's clock again.",
    examples={
        "Set-EmuClock -Time '2030-06-01 08:00'": "Freezes lab time there; what falls due runs on the way.",
        "Set-EmuClock -Freeze": "Stops lab time where it is.",
        "Set-EmuClock -Follow": "Lets lab time follow the host's clock.",
    },
)


@set_emu_clock.parameter_set("Time", default=True)
def put(call: EmuCall, time: Annotated[DateTime, Parameter("Where to put lab time.", position=0)]) -> None:
    """Lab time stands still after it was put somewhere. It never runs backwards over what has happened.

    Sweeps and synchronization cycles that fall due on the way run at their times.
    """
    target = time.to_datetime()
    if target < call.services.time.now() and call.services.time.frozen:
        raise ClockRunsBackwards
    call.services.time.move_to(target)


@set_emu_clock.parameter_set("Freeze")
def frozen(call: EmuCall, freeze: Annotated[Switch, Parameter("Stop lab time where it is.", mandatory=True)]) -> None:
    """Stops lab time where it is."""
    if not freeze:
        raise NothingToSet
    call.services.time.freeze()


@set_emu_clock.parameter_set("Follow")
def following(
    call: EmuCall, follow: Annotated[Switch, Parameter("Follow the host's clock again.", mandatory=True)]
) -> None:
    """Lets lab time follow the host's clock."""
    if not follow:
        raise NothingToSet
    call.services.time.follow()


step_emu_clock = Cmdlet(
    "Step-EmuClock",
    "Moves lab time on, and runs what falls due on the way.",
    examples={"Step-EmuClock -Hours 1": "Lets the hourly sweep run."},
)


@step_emu_clock.parameter_set()
def stepped(
    call: EmuCall,
    days: Annotated[int, Parameter("Days to move on.")] = 0,
    hours: Annotated[int, Parameter("Hours to move on.", position=0)] = 0,
    minutes: Annotated[int, Parameter("Minutes to move on.")] = 0,
    seconds: Annotated[int, Parameter("Seconds to move on.")] = 0,
) -> None:
    """Lab time stands still afterwards. Sweeps and cycles that fall due run at their times, in order."""
    now = call.services.time.now()
    try:
        target = now + timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    except OverflowError:
        raise ClockBeyondCalendar from None
    if target < now:
        raise ClockRunsBackwards
    if target == now:
        raise NothingToSet
    call.services.time.move_to(target)
