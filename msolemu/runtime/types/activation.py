"""Activator, which makes objects of types, and the one thread on which a script runs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from msolemu.runtime.errors.net_errors import out_of_range
from msolemu.runtime.state import current
from msolemu.runtime.text.culture import EN_US
from msolemu.runtime.types.culture import only_culture
from msolemu.runtime.types.declaring import method, refused, static, static_properties, typed_property
from msolemu.runtime.types.enumerations import member
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.types.time_span import TimeSpan
from msolemu.runtime.values.objects import Value

ACTIVATOR = known_type("System.Activator")
THREAD = known_type("System.Threading.Thread")


@static(
    ACTIVATOR,
    "System.Object CreateInstance(type type)",
    "System.Object CreateInstance(type type, Params System.Object[] args)",
)
def create_instance(kind: NetType, given: list[Value] | None = None) -> Value:
    """A new object of a type."""
    from msolemu.runtime.values.members import construct

    return construct(kind, given or [])


class Thread:
    """The thread of the session."""

    __slots__ = ()


_MAIN = Thread()
represent(THREAD, Thread)
static_properties(THREAD, CurrentThread=lambda: _MAIN)


for _name in ("CurrentCulture", "CurrentUICulture"):
    typed_property(THREAD, "cultureinfo", _name, lambda thread: EN_US, only_culture)
typed_property(THREAD, "int", "ManagedThreadId", lambda thread: 1)
typed_property(THREAD, "bool", "IsAlive", lambda thread: True)
typed_property(THREAD, "bool", "IsBackground", lambda thread: False)
typed_property(THREAD, "bool", "IsThreadPoolThread", lambda thread: False)
typed_property(THREAD, "string", "Name", lambda thread: "Pipeline Execution Thread")
_STATE = "System.Threading."


def _always(kind: str, name: str) -> Callable[[Thread], Value]:
    return lambda thread: member(_STATE + kind, name)


typed_property(THREAD, _STATE + "ApartmentState", "ApartmentState", _always("ApartmentState", "MTA"))
typed_property(THREAD, _STATE + "ThreadPriority", "Priority", _always("ThreadPriority", "Normal"))
typed_property(THREAD, _STATE + "ThreadState", "ThreadState", _always("ThreadState", "Running"))
method(THREAD, "System.Threading.ApartmentState GetApartmentState()")(_always("ApartmentState", "MTA"))
static(THREAD, "bool Yield()")(lambda: False)
static(THREAD, "int GetCurrentProcessorId()")(lambda: 0)
static(THREAD, "void SpinWait(int iterations)")(lambda count: None)
refused(
    THREAD,
    "runs one thing after another",
    *(f"{name}()" for name in ("Start", "UnsafeStart", "Join", "Abort", "Interrupt", "Suspend", "Resume")),
    *(f"{name}()" for name in ("SetApartmentState", "TrySetApartmentState", "DisableComObjectEagerCleanup")),
    *(f"{name}()" for name in ("GetCompressedStack", "SetCompressedStack")),
    *(f"::{name}()" for name in ("GetDomain", "GetDomainID", "AllocateDataSlot", "AllocateNamedDataSlot", "GetData")),
    *(f"::{name}()" for name in ("GetNamedDataSlot", "FreeNamedDataSlot", "SetData", "ResetAbort", "VolatileRead")),
    *(f"::{name}()" for name in ("VolatileWrite", "BeginCriticalRegion", "EndCriticalRegion", "MemoryBarrier")),
    *("::BeginThreadAffinity()", "::EndThreadAffinity()", "::CurrentPrincipal", "ExecutionContext"),
)


@static(THREAD, "void Sleep(int millisecondsTimeout)")
def sleep(milliseconds: int) -> None:
    """Let time pass, as Start-Sleep does."""
    if milliseconds < 0:
        raise out_of_range(
            "Number must be either non-negative and less than or equal to Int32.MaxValue or -1.",
            "millisecondsTimeout",
            str(milliseconds),
        )
    current.session().let_pass(timedelta(milliseconds=milliseconds))


@static(THREAD, "void Sleep(timespan timeout)")
def sleep_span(span: TimeSpan) -> Any:
    """Let time pass, as Start-Sleep does."""
    sleep(int(span.to_timedelta() / timedelta(milliseconds=1)))
