"""Calls that need the binder: named words, attributes, pipeline input, common parameters, `$PSCmdlet`."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from msolemu.runtime.binding.binder import Binding
from msolemu.runtime.binding.binding_errors import BindingError
from msolemu.runtime.binding.common_parameters import (
    any_common,
    common_parameters,
    forget_pipeline_variable,
    output_list,
    output_through,
)
from msolemu.runtime.binding.confirmation import Confirmation
from msolemu.runtime.binding.parameters import CommandMetadata, Kind
from msolemu.runtime.errors.records import ErrorRecord, FunctionError
from msolemu.runtime.invoking.parameters import switch_value
from msolemu.runtime.state.streams import ActionPreference, StreamKind, preference
from msolemu.runtime.values.objects import Value

if TYPE_CHECKING:
    from msolemu.runtime.binding.default_values import DefaultValues
    from msolemu.runtime.invoking.functions import FunctionStage
    from msolemu.runtime.state.session import Session
    from msolemu.runtime.state.streams import Streams
    from msolemu.runtime.types.net_type import NetType
    from msolemu.runtime.types.runtime_parameters import RuntimeParameter

PREFERENCE_VARIABLES = {
    "ErrorAction": "erroractionpreference",
    "WarningAction": "warningpreference",
    "InformationAction": "informationpreference",
    "ProgressAction": "progresspreference",
}
SWITCHED = {"Verbose": "verbosepreference", "Debug": "debugpreference"}
CAPTURES = {
    "ErrorVariable": StreamKind.ERROR,
    "WarningVariable": StreamKind.WARNING,
    "InformationVariable": StreamKind.INFORMATION,
}


class FunctionBinding:
    """The binding of one call of a function."""

    def __init__(self, stage: FunctionStage) -> None:
        self.stage = stage
        self.metadata: CommandMetadata = stage.code.parameters.metadata(stage.frame, stage.name)
        if self.metadata.kind is Kind.FUNCTION and "verbose" not in self.metadata.by_name:
            self._add_common()
        self.dynamic: list[RuntimeParameter] = []
        self.binding = self._new_binding()

    def _new_binding(self) -> Binding:
        call = self.stage.call
        return Binding(
            self.metadata,
            call.arguments,
            expects_input=call.expects_input,
            extent=call.extent,
            defaults=None if self.metadata.kind is Kind.SIMPLE_FUNCTION else self._defaults(),
            shape=call.shape,
        )

    def add_dynamic(self) -> None:
        """Let an advanced function decide on further parameters, which knows by then what the others are bound to."""
        stage = self.stage
        if stage.code.dynamic is None or self.metadata.kind is not Kind.FUNCTION:
            return
        from msolemu.runtime.invoking.dynamic_parameters import extended, parameters_given

        self.binding.bind_known()
        stage.scope.values.update(self._own_values())
        stage.scope.values["pscmdlet"] = FunctionCmdlet(self)
        stage.call_info.bind(dict(self.binding.values.items()))
        self.dynamic = parameters_given(stage, self.binding.errors)
        self.metadata = extended(self.metadata, self.dynamic)
        self.binding = self._new_binding()

    def bind(self) -> None:
        """Bind everything that was typed."""
        self.binding.bind_command_line()
        for item in self.stage.code.parameters.items:
            if item.is_switch and item.name in self.binding.values:
                self.binding.values[item.name] = switch_value(bool(self.binding.values[item.name]))
        self.takes_pipeline = self.metadata.takes_pipeline or self.metadata.kind is Kind.FUNCTION
        self._take_effect()

    def _add_common(self) -> None:
        for parameter in common_parameters(should_process=self.metadata.supports_should_process):
            if parameter.name.lower() not in self.metadata.by_name:
                self.metadata.parameters[parameter.name] = parameter
                for name in parameter.names:
                    self.metadata.by_name.setdefault(name.lower(), parameter)

    def _defaults(self) -> DefaultValues | None:
        from msolemu.runtime.binding.default_values import defaults_for

        return defaults_for(self.stage.call.session, self.stage.name)

    def _take_effect(self) -> None:
        """Set the variables and preferences that the arguments mean."""
        stage = self.stage
        values = self.binding.values
        stage.fill(self._own_values())
        if self.metadata.kind is Kind.SIMPLE_FUNCTION:
            stage.scope.values["args"] = self.binding.leftovers
        first = {name: values[name] for name in stage.call_info.bound if name in values}
        stage.call_info.bind(first | dict(values.items()))
        if self.dynamic:
            self._tell_dynamic()
        if self.metadata.kind is Kind.FUNCTION:
            self._common()
        for one in self.metadata.obsolete:
            if one.name in values:
                stage.frame.streams.write_warning(f"Parameter '{one.name}' is obsolete. {one.obsolete}")

    def _own_values(self) -> dict[str, Value]:
        """What was bound to the parameters that have variables."""
        own = self.stage.code.parameters.names
        late = [one.parameter.name.lower() for one in self.binding.delayed]
        bound = self.binding.values.folded_items()
        return {name: value for name, (_, value) in bound if name in own and name not in late}

    def _tell_dynamic(self) -> None:
        from msolemu.runtime.invoking.dynamic_parameters import tell

        tell(self.dynamic, self.binding.values)

    def _common(self) -> None:
        """Let the common parameters do what they say, and give the function its `$PSCmdlet`."""
        stage = self.stage
        if any_common(self.binding.values):
            self._set_preferences()
            self._collect()
        stage.scope.values["pscmdlet"] = FunctionCmdlet(self)

    def _collect(self) -> None:
        """Fill the variables that the caller named for what the function gives and reports."""
        stage = self.stage
        values = self.binding.values
        caller = stage.call.frame.scope
        for name, stream in CAPTURES.items():
            if values.get(name):
                stage.call.streams.add_capture(stream, output_list(values[name], caller))
        if values.get("OutVariable") or values.get("PipelineVariable"):
            stage.frame.emit = output_through(dict(values.items()), stage.frame.emit, caller)

    def _set_preferences(self) -> None:
        """Let the preferences of the function's own scope follow `-ErrorAction`, `-Verbose` and the like."""
        values = self.binding.values
        own = self.stage.scope.values
        for name, variable in PREFERENCE_VARIABLES.items():
            if name in values:
                own[variable] = values[name]
        if "ErrorAction" in values:
            self.stage.call.streams.set_action(StreamKind.ERROR, preference(values["ErrorAction"]))
        for name, variable in SWITCHED.items():
            if name in values:
                own[variable] = ActionPreference.Continue if values[name] else ActionPreference.SilentlyContinue
        if "WhatIf" in values:
            own["whatifpreference"] = bool(values["WhatIf"])
        if "Confirm" in values:
            own["confirmpreference"] = "Low" if values["Confirm"] else "None"

    def bind_record(self, record: Value) -> bool:
        """Bind a record of the pipeline; a failure is reported and the record is left out."""
        stage = self.stage
        try:
            self.binding.bind_record(record)
        except BindingError as error:
            stage.call.streams.write_unbound(error.record)
            return False
        values = self.binding.values
        from_pipeline = {one.name for one in self.metadata.pipeline_parameters}
        for item in stage.code.parameters.items:
            if item.name in values:
                stage.scope.values[item.key] = values[item.name]
            elif item.name in from_pipeline:
                stage.scope.values[item.key] = stage.default_of(item)
        stage.call_info.bind_further(values.items())
        if self.dynamic:
            self._tell_dynamic()
        return True

    def finish(self) -> None:
        """The call is over: nothing it has made refers back to it any more."""
        forget_pipeline_variable(self.binding.values, self.stage.call.frame.scope)
        self.binding.close()
        if not self.stage.dotted:
            self.stage.scope.values.pop("pscmdlet", None)


class FunctionCmdlet:
    """System.Management.Automation.PSScriptCmdlet: `$PSCmdlet` of an advanced function."""

    def __init__(self, bound: FunctionBinding) -> None:
        self.bound = bound

    @functools.cached_property
    def confirmation(self) -> Confirmation:
        """What it may do without asking."""
        bound = self.bound
        stage = bound.stage
        values = bound.binding.values
        return Confirmation(
            stage.call.session,
            stage.frame.streams,
            stage.name,
            bound.metadata.confirm_impact,
            bool(values["WhatIf"]) if "WhatIf" in values else None,
            bool(values["Confirm"]) if "Confirm" in values else None,
        )

    @property
    def net_type(self) -> NetType:
        """PSScriptCmdlet."""
        from msolemu.runtime.reflection.cmdlet_types import SCRIPT_CMDLET

        return SCRIPT_CMDLET

    @property
    def session(self) -> Session:
        """The session."""
        return self.bound.stage.call.session

    @property
    def streams(self) -> Streams:
        """The streams of the function."""
        return self.bound.stage.frame.streams

    @property
    def parameter_set(self) -> str:
        """`ParameterSetName`."""
        return self.bound.binding.parameter_set

    def should_process(self, *words: str) -> bool:
        """`ShouldProcess` in its forms."""
        if len(words) >= 3:
            return self.confirmation.decide(words[0], words[1], words[2])
        return self.confirmation.should_process(*words)

    def should_continue(self, query: str, caption: str) -> bool:
        """`ShouldContinue`."""
        return self.confirmation.should_continue(query, caption)

    def write_error(self, record: ErrorRecord) -> None:
        """`WriteError`: not terminating, and `$?` of the caller becomes false."""
        record.position = None
        self._own(record)
        self.bound.stage.frame.streams.write_error(record)
        self.bound.stage.call.streams.had_errors = True

    def throw_terminating_error(self, record: ErrorRecord) -> None:
        """`ThrowTerminatingError`: ends the function."""
        self._own(record)
        raise FunctionError(record, self.bound.stage.call_info)

    def _own(self, record: ErrorRecord) -> None:
        from msolemu.runtime.errors.records import Position

        stage = self.bound.stage
        if stage.name and "," not in record.error_id:
            record.error_id = f"{record.error_id},{stage.name}"
        record.activity = record.activity or stage.name
        if record.position is None and stage.call.extent is not None:
            record.position = Position(stage.call.extent, stage.name)

    def write_object(self, value: Value) -> None:
        """`WriteObject`."""
        self.bound.stage.frame.emit(value)


def bind(stage: FunctionStage) -> FunctionBinding:
    """Bind a call; the error of a failure stands at the call."""
    bound = FunctionBinding(stage)
    bound.add_dynamic()
    bound.bind()
    return bound
