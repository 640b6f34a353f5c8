"""A cmdlet at work in a pipeline."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from msolemu.cmdlets.call import Call
from msolemu.cmdlets.faults import faults_of
from msolemu.cmdlets.signature import Signature, signatures
from msolemu.compat.catalogue import CASE_SENSITIVE_CMDLETS
from msolemu.runtime.binding.binder import Binding
from msolemu.runtime.binding.binding_errors import BindingError
from msolemu.runtime.binding.common_parameters import (
    any_common,
    apply_common,
    forget_pipeline_variable,
    output_through,
)
from msolemu.runtime.binding.default_values import defaults_for
from msolemu.runtime.binding.parameters import ALL_SETS
from msolemu.runtime.binding.prompting import ask_for
from msolemu.runtime.errors.records import PowerShellError, ScriptError, StatementError
from msolemu.runtime.invoking.finding import command_not_found
from msolemu.runtime.invoking.pipeline import Stage

if TYPE_CHECKING:
    from msolemu.cmdlets.declaration import Cmdlet, ParameterSet
    from msolemu.runtime.invoking.pipeline import Invocation
    from msolemu.runtime.values.objects import Value

Run = Callable[..., Any]


class CmdletStage(Stage):
    """One call of a cmdlet: binds, then runs the function of the chosen parameter set."""

    def __init__(self, cmdlet: Cmdlet, services: Any, invocation: Invocation) -> None:
        self.cmdlet = cmdlet
        self.invocation = invocation
        self.metadata = cmdlet.metadata
        self.call: Call[Any] = Call(services, cmdlet, invocation)
        self.faults = faults_of(cmdlet).kinds
        self.working: Any = None
        self.simple_process: Callable[[Value], Any] | None = None
        self.refuses_null = False
        self.has_common = False

    def begin(self) -> None:
        """Bind the command line, and start an implementation that keeps state."""
        if self.begun:
            return
        self.begun = True
        invocation, name = self.invocation, self.cmdlet.name
        exact = invocation.session.issues.keep(CASE_SENSITIVE_CMDLETS)
        if exact and self.cmdlet.exact_case:
            demand_exact_name(name, invocation)
        self.binding = Binding(
            self.metadata,
            invocation.arguments,
            expects_input=invocation.expects_input,
            extent=invocation.extent,
            ask=lambda missing: ask_for(invocation.session.host, name, missing, invocation.position + 1),
            defaults=defaults_for(invocation.session, name, self.cmdlet.aliases),
            exact=exact,
            shape=invocation.shape,
        )
        self.binding.bind_command_line()
        self._apply_common()
        if not (invocation.expects_input and self._set_may_change()):
            self._start()

    def _set_may_change(self) -> bool:
        """Whether records of the pipeline still decide which set is meant, or what an argument is."""
        return len(self.binding.sets.valid) > 1 or bool(self.binding.delayed)

    def _apply_common(self) -> None:
        values = self.binding.values
        call = self.call
        call.bound = values
        self.has_common = any_common(values)
        if not self.has_common:
            call.emit = self.emit
            return
        scope = self.invocation.frame.scope
        apply_common(values, self.invocation.streams, scope)
        call.emit = output_through(values, self.emit, scope)

    def _start(self) -> None:
        """Make the object that lives from begin to end, if the set has one."""
        parameter_set = self._choose()
        if not parameter_set.keeps_state:
            return
        arguments = self.signature.once.arguments(self.binding.values)
        if self.signature.call_keyword:
            arguments[self.signature.call_keyword] = self.call
        try:
            self.working = parameter_set.run(**arguments)
        except PowerShellError as error:
            self._failed(error)
        self._prepare_process()
        self._output(getattr(self.working, "begin", None))

    def _choose(self) -> ParameterSet:
        """Settle which set runs, as the arguments have it by now."""
        chosen = self._chosen()
        self.call.parameter_set = chosen
        self.signature: Signature = signatures(self.metadata)[chosen]
        return self.cmdlet.sets[chosen]

    def _chosen(self) -> str:
        chosen = self.binding.parameter_set
        if chosen in self.cmdlet.sets:
            return chosen
        return ALL_SETS if ALL_SETS in self.cmdlet.sets else next(iter(self.cmdlet.sets))

    def _prepare_process(self) -> None:
        """Find the cheapest way to hand one record over."""
        slots = self.signature.per_record
        plain = len(slots) == 1 and not (slots[0].group or self.signature.record_call or self.binding.delayed)
        if plain and self.invocation.expects_input and self.binding.records.simple == slots[0].parameter:
            self.simple_process = self.working.process
            self.refuses_null = self.binding.records.refuses_null

    def process(self, record: Value) -> None:
        """Bind a record and run on it; a record that fits nothing is an error of its own."""
        if self.simple_process is not None and (record is not None or not self.refuses_null):
            self._fast(record)
            return
        if not self.begun:
            self.begin()
        try:
            self.binding.bind_record(record)
        except BindingError as error:
            self.call.streams.write_unbound(error.record)
            return
        if self.working is None and self._starts_late():
            self._start()
        self._run()

    def _starts_late(self) -> bool:
        return self.cmdlet.sets[self._chosen()].keeps_state

    def _lacks(self) -> bool:
        """Whether no record ever brought what is mandatory, so that there is nothing to end."""
        return bool(self.binding.sets.mandatory(self._chosen(), self.binding.values))

    def _fast(self, record: Value) -> None:
        assert self.simple_process is not None
        try:
            found = self.simple_process(record)
            if found is not None:
                emit = self.call.emit
                for value in found:
                    emit(value)
        except PowerShellError as error:
            self._failed(error)
        except self.faults as error:
            self._reported(error)

    def _run(self) -> None:
        if self.working is not None:
            process = getattr(self.working, "process", None)
            if process is not None:
                arguments = self.signature.each.arguments(self.binding.values)
                if self.signature.record_call:
                    arguments[self.signature.record_call] = self.call
                self._output(process, arguments)
            return
        if self.invocation.expects_input:
            self._choose()
        signature = self.signature
        arguments = signature.once.arguments(self.binding.values)
        if signature.call_keyword:
            arguments[signature.call_keyword] = self.call
        self._output(signature.run, arguments)

    def _output(self, run: Run | None, arguments: Mapping[str, Any] | None = None) -> None:
        """Run, and emit what it gives; a domain error becomes the module's error."""
        if run is None:
            return
        try:
            found = run(**(arguments or {}))
            if found is not None:
                emit = self.call.emit
                for value in found:
                    emit(value)
        except PowerShellError as error:
            self._failed(error)
        except self.faults as error:
            self._reported(error)

    def _failed(self, error: PowerShellError) -> None:
        """A terminating error of the cmdlet itself; one that passes through keeps what it says."""
        self.call.streams.ended_by(error)
        if isinstance(error, ScriptError) or error.record.position is not None:
            self.call.placed(error.record)
            raise error
        raise self.call.ended_by(error) from error

    def _reported(self, error: Exception) -> None:
        fault = faults_of(self.cmdlet).fault(error)
        assert fault is not None
        if fault.terminating:
            raise StatementError(self.call.placed(self.call.record_of(error))) from error
        self.call.write_error(error)

    def end(self) -> None:
        """Run once where there was no pipeline; then let the implementation close."""
        if not self.invocation.expects_input:
            self._run()
        if self.working is None and self.invocation.expects_input and self._starts_late() and not self._lacks():
            self._start()
        if self.working is not None:
            self._output(getattr(self.working, "end", None))

    def close(self) -> None:
        """Let the implementation give back what it holds."""
        close = getattr(self.working, "close", None)
        if close is not None:
            close()
        if self.has_common:
            forget_pipeline_variable(self.call.bound, self.invocation.frame.scope)
        if hasattr(self, "binding"):
            self.binding.close()


def demand_exact_name(name: str, invocation: Invocation) -> None:
    """Refuse a cmdlet's name in the wrong case as an unknown command, with the right spelling; aliases are free."""
    typed = invocation.name.rpartition("\\")[2]
    if typed == name or typed.lower() != name.lower():
        return
    error = command_not_found(invocation.name, invocation.extent)
    error.record.exception.message += f"\nThe name of this cmdlet is case sensitive. Use '{name}'."
    raise error
