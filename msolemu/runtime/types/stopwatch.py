"""System.Diagnostics.Stopwatch, which measures lab time."""

from __future__ import annotations

from datetime import datetime, timedelta

from msolemu.runtime.state import current
from msolemu.runtime.types.declaring import constants, constructor, method, static, typed_property
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.values.objects import Int64, Value

STOPWATCH = known_type("System.Diagnostics.Stopwatch")
constants(STOPWATCH, Frequency=Int64(1_000_000_000), IsHighResolution=True)


class Stopwatch:
    """Time that has passed while it ran."""

    __slots__ = ("passed", "started")

    def __init__(self) -> None:
        self.passed = timedelta(0)
        self.started: datetime | None = None

    def elapsed(self) -> timedelta:
        """How long it has run in all."""
        if self.started is None:
            return self.passed
        return self.passed + (current.session().clock.now() - self.started)

    def ticks(self) -> int:
        """The same in ticks of 100 ns."""
        return self.elapsed() // timedelta(microseconds=1) * 10


represent(STOPWATCH, Stopwatch)


def _elapsed(watch: Stopwatch) -> Value:
    from msolemu.runtime.types.time_span import TimeSpan

    return TimeSpan(watch.ticks())


typed_property(STOPWATCH, "System.Boolean", "IsRunning", lambda watch: watch.started is not None)
typed_property(STOPWATCH, "System.TimeSpan", "Elapsed", _elapsed)
typed_property(STOPWATCH, "System.Int64", "ElapsedMilliseconds", lambda watch: Int64(watch.ticks() // 10_000))
typed_property(STOPWATCH, "System.Int64", "ElapsedTicks", lambda watch: Int64(watch.ticks() * 100))


@method(STOPWATCH, "void Start()")
def start(watch: Stopwatch) -> None:
    """Run on."""
    if watch.started is None:
        watch.started = current.session().clock.now()


@method(STOPWATCH, "void Stop()")
def stop(watch: Stopwatch) -> None:
    """Stand still."""
    watch.passed = watch.elapsed()
    watch.started = None


@method(STOPWATCH, "void Reset()")
def reset(watch: Stopwatch) -> None:
    """Stand still at zero."""
    watch.passed = timedelta(0)
    watch.started = None


@method(STOPWATCH, "void Restart()")
def restart(watch: Stopwatch) -> None:
    """Begin again."""
    reset(watch)
    start(watch)


@static(STOPWATCH, "System.Diagnostics.Stopwatch StartNew()")
def start_new() -> Stopwatch:
    """One that runs."""
    watch = Stopwatch()
    start(watch)
    return watch


@static(STOPWATCH, "long GetTimestamp()")
def timestamp() -> Int64:
    """Lab time in nanoseconds."""
    return Int64(current.session().clock.now().timestamp() * 1_000_000_000)


constructor(STOPWATCH, "System.Diagnostics.Stopwatch()")(Stopwatch)
