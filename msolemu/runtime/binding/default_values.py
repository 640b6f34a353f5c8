"""`$PSDefaultParameterValues`: `'Get-Msol*:TenantId' = …` gives parameters values that nobody typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msolemu.runtime.values.objects import Hashtable, collapse, unwrap

if TYPE_CHECKING:
    from msolemu.runtime.binding.binder import Binding
    from msolemu.runtime.binding.binding_errors import BindingError
    from msolemu.runtime.binding.parameters import CommandMetadata, ParameterInfo
    from msolemu.runtime.state.session import Session
    from msolemu.runtime.values.objects import Value


def defaults_for(session: Session, command: str, aliases: Sequence[str] = ()) -> DefaultValues | None:
    """The defaults that concern a command; None when there are none."""
    held = session.frame.scope.find("psdefaultparametervalues")
    if not held:  # as good as always
        return None
    table = unwrap(held)
    if not isinstance(table, Hashtable) or not len(table) or table.get("Disabled"):
        return None
    _forget_bad_keys(session, table)
    pairs = [pair for name in (command, *aliases) for pair in _matching(table, name)]
    return DefaultValues(session, pairs) if pairs else None


def _forget_bad_keys(session: Session, table: Hashtable) -> None:
    """Tell once of keys that name no parameter: they leave the table."""
    from msolemu.runtime.state.default_parameters import badly_formed, is_switch, parts_of

    bad = [key for key in table if isinstance(key, str) and parts_of(key) is None and not is_switch(key)]
    if bad:
        session.frame.streams.write_warning(badly_formed(bad))
        for key in bad:
            del table[key]


def _matching(table: Hashtable, command: str) -> Iterator[tuple[str, Value]]:
    from msolemu.runtime.state.default_parameters import parts_of
    from msolemu.runtime.text.wildcard import WildcardPattern

    for key, value in table.items():
        parts = parts_of(key) if isinstance(key, str) else None
        if parts is not None and WildcardPattern(parts[0]).matches(command):
            yield parts[1], value


class DefaultValues:
    """Names or patterns of parameters with the values they get in calls of one command."""

    def __init__(self, session: Session, pairs: Sequence[tuple[str, Value]]) -> None:
        self.session = session
        self.pairs = pairs

    def chosen(self, metadata: CommandMetadata) -> dict[str, tuple[ParameterInfo, Value]]:
        """The parameters that are meant, with their values; what is ambiguous is left out with a warning."""
        found: dict[str, tuple[ParameterInfo, Value]] = {}
        different: set[str] = set()
        for name, value in self.pairs:
            parameter = self._meant(metadata, name)
            if parameter is None:
                continue
            if parameter.name in found and found[parameter.name][1] != value:
                different.add(parameter.name)
                self._warn(
                    "Multiple different default values are defined in $PSDefaultParameterValues for the parameter "
                    f"matching the following name or alias: {name}. These defaults have been ignored."
                )
            found[parameter.name] = parameter, value
        return {name: pair for name, pair in found.items() if name not in different}

    def _meant(self, metadata: CommandMetadata, name: str) -> ParameterInfo | None:
        from msolemu.runtime.text.wildcard import WildcardPattern, has_wildcards

        if not has_wildcards(name):
            return metadata.by_name.get(name.lower())
        pattern = WildcardPattern(name)
        found = [one for one in metadata.parameters.values() if any(map(pattern.matches, one.names))]
        if len(found) > 1:
            self._warn(
                "The following name or alias defined in $PSDefaultParameterValues for this cmdlet resolves to "
                f"multiple parameters: {name}. The default has been ignored."
            )
        return found[0] if len(found) == 1 else None

    def value(self, given: Value, binding: Binding) -> tuple[Value, ...]:
        """The value itself; a script block is run for each call, and may have nothing to give."""
        from msolemu.runtime.invoking.scriptblock import ScriptBlock

        block = unwrap(given)
        if not isinstance(block, ScriptBlock):
            return (given,)
        output = block.invoke([_state_of(binding)])
        return (collapse(output),) if output else ()

    def failed(self, parameter: ParameterInfo, value: Value, error: BindingError) -> None:
        """Tell of a value that its parameter does not take."""
        from msolemu.runtime.casting.conversion import net_text

        shown = "null" if value is None else net_text(value)
        reason = error.record.exception.message
        self._warn(f"The binding of default value '{shown}' to parameter '{parameter.name}' failed: {reason}")

    def _warn(self, text: str) -> None:
        self.session.frame.streams.write_warning(text)


def _state_of(binding: Binding) -> Value:
    """What a script block is told of the call."""
    from msolemu.runtime.values.objects import PSCustomObject

    return PSCustomObject([("Command", binding.metadata.name), ("BoundParameters", list(binding.values))])
