"""The parameters that every cmdlet and advanced function has, and what they do to its streams."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.binding.parameters import SWITCH_TYPE, ParameterInfo
from msolemu.runtime.binding.validation import NotSettable
from msolemu.runtime.errors.records import not_emulated
from msolemu.runtime.state.scopes import UNSET
from msolemu.runtime.state.streams import ACTION_TYPE, RESERVED_ACTION, ActionPreference, StreamKind, Streams
from msolemu.runtime.values.objects import ArrayList, enumerate_value, is_enumerable

if TYPE_CHECKING:
    from msolemu.foundation.names import NameMap
    from msolemu.runtime.state.scopes import Scope
    from msolemu.runtime.values.objects import Value

TEXT_TYPE = "System.String"

COMMON = (
    ("Verbose", "vb", SWITCH_TYPE),
    ("Debug", "db", SWITCH_TYPE),
    ("ErrorAction", "ea", ACTION_TYPE),
    ("WarningAction", "wa", ACTION_TYPE),
    ("InformationAction", "infa", ACTION_TYPE),
    ("ProgressAction", "proga", ACTION_TYPE),
    ("ErrorVariable", "ev", TEXT_TYPE),
    ("WarningVariable", "wv", TEXT_TYPE),
    ("InformationVariable", "iv", TEXT_TYPE),
    ("OutVariable", "ov", TEXT_TYPE),
    ("OutBuffer", "ob", "System.Int32"),
    ("PipelineVariable", "pv", TEXT_TYPE),
)
SHOULD_PROCESS = (("WhatIf", "wi", SWITCH_TYPE), ("Confirm", "cf", SWITCH_TYPE))

ACTIONS = {
    "ErrorAction": StreamKind.ERROR,
    "WarningAction": StreamKind.WARNING,
    "InformationAction": StreamKind.INFORMATION,
    "ProgressAction": StreamKind.PROGRESS,
}
CAPTURES = {
    "ErrorVariable": StreamKind.ERROR,
    "WarningVariable": StreamKind.WARNING,
    "InformationVariable": StreamKind.INFORMATION,
}
NAMES = frozenset(name.lower() for name, *_ in (*COMMON, *SHOULD_PROCESS))


def common_parameters(*, should_process: bool) -> list[ParameterInfo]:
    """Fresh descriptions of the common parameters."""
    rows = (*SHOULD_PROCESS, *COMMON) if should_process else COMMON
    return [_common_parameter(name, alias, type_name) for name, alias, type_name in rows]


def _common_parameter(name: str, alias: str, type_name: str) -> ParameterInfo:
    if type_name != ACTION_TYPE:
        return ParameterInfo(name, type_name, aliases=(alias,), common=True)
    return ParameterInfo(
        name,
        type_name,
        aliases=(alias,),
        common=True,
        python_type=ActionPreference,
        validations=(_UsableAction(name),),
    )


@dataclass(frozen=True, slots=True)
class _UsableAction:
    """Suspend is reserved in PowerShell, and Break would start its debugger."""

    parameter: str

    def check(self, value: Value) -> None:
        if value is ActionPreference.Suspend:
            raise NotSettable(RESERVED_ACTION)
        if value is ActionPreference.Break:
            raise not_emulated("DebuggerNotEmulated", f"-{self.parameter} Break, which starts the debugger,")


def any_common(values: NameMap[Value]) -> bool:
    """Whether any of them was given: most calls give none, and then nothing of this is done."""
    return not NAMES.isdisjoint(values.folded_keys())


def apply_common(values: Mapping[str, Value], streams: Streams, scope: Scope) -> None:
    """Let `-Verbose`, `-ErrorAction`, `-ErrorVariable` … change a command's streams; variables are the caller's.

    `values` has the parameters that were given, spelt as declared.
    """
    for name, stream in ACTIONS.items():
        if name in values:
            streams.set_action(stream, values[name])
    for name, stream in (("Verbose", StreamKind.VERBOSE), ("Debug", StreamKind.DEBUG)):
        if name in values:
            on = bool(values[name])
            streams.set_action(stream, ActionPreference.Continue if on else ActionPreference.SilentlyContinue)
    for name, stream in CAPTURES.items():
        if values.get(name):
            streams.add_capture(stream, output_list(values[name], scope))


def output_list(name: str, scope: Scope) -> ArrayList:
    """The list behind `-OutVariable name` and its like: a new one, or after a plus sign one with what is there."""
    adds = name.startswith("+")
    holder, wanted = scope.place(name.removeprefix("+"))
    known = holder.find(wanted.lower()) if adds else None
    if isinstance(known, ArrayList):
        return known
    fresh = ArrayList()
    if known is not None and known is not UNSET:
        fresh.extend(enumerate_value(known) if is_enumerable(known) else [known])
    holder.assign(wanted, fresh)
    return fresh


def output_through(values: Mapping[str, Value], emit: Callable[[Value], None], scope: Scope) -> Callable[[Value], None]:
    """Where output goes when `-OutVariable` and `-PipelineVariable` look on."""
    if values.get("OutVariable"):
        emit = _collecting(output_list(values["OutVariable"], scope), emit)
    if values.get("PipelineVariable"):
        emit = _showing(values["PipelineVariable"], emit, scope)
    return emit


def forget_pipeline_variable(values: Mapping[str, Value], scope: Scope) -> None:
    """`-PipelineVariable` lives as long as the pipeline does."""
    name = values.get("PipelineVariable")
    if name:
        scope.remove(name.lower())


def _collecting(found: ArrayList, emit: Callable[[Value], None]) -> Callable[[Value], None]:
    def collect(value: Value) -> None:
        found.append(value)
        emit(value)

    return collect


def _showing(name: str, emit: Callable[[Value], None], scope: Scope) -> Callable[[Value], None]:
    def show(value: Value) -> None:
        scope.assign(name, value)
        emit(value)

    return show
