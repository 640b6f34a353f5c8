"""Parameters that a function decides on when it is called: the block `dynamicparam`."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from msolemu.runtime.binding.binding_errors import BindingErrors
from msolemu.runtime.binding.distinct_names import demand_distinct
from msolemu.runtime.binding.parameters import CommandMetadata, ParameterInfo
from msolemu.runtime.classes.classes import ScriptClass, ScriptObject
from msolemu.runtime.errors.records import PowerShellError
from msolemu.runtime.invoking.declarations import attribute_name, read
from msolemu.runtime.invoking.pipeline import Argument, Invocation
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import type_of
from msolemu.runtime.types.runtime_parameters import RuntimeParameter, RuntimeParameters
from msolemu.runtime.values.members import set_property
from msolemu.runtime.values.objects import Value, unwrap

if TYPE_CHECKING:
    from msolemu.foundation.names import NameMap
    from msolemu.runtime.invoking.functions import FunctionStage
    from msolemu.runtime.invoking.scriptblock import ScriptBlock


def parameters_given(stage: FunctionStage, errors: BindingErrors) -> list[RuntimeParameter]:
    """What the block gives, run in the function's own scope: a dictionary, an object of a class, or nothing."""
    given: list[Value] = []
    emit, stage.frame.emit = stage.frame.emit, given.append
    try:
        assert stage.code.dynamic is not None
        stage.run(stage.code.dynamic)
    except PowerShellError as error:
        raise errors.no_dynamic_parameters(error.record.exception) from error
    finally:
        stage.frame.emit = emit
    found = unwrap(given[-1]) if given else None
    if isinstance(found, ScriptObject):
        return list(_parameters_of(found))
    if not isinstance(found, RuntimeParameters):
        return []
    for key, one in found.items():
        if key != unwrap(one).name:
            raise errors.other_key(unwrap(one).name, key)
    return [unwrap(one) for one in found.values()]


class PropertyParameter(RuntimeParameter):
    """A property of an object that stands for a parameter."""

    def __init__(self, name: str, kind: NetType, attributes: Sequence[Value], holder: ScriptObject) -> None:
        super().__init__(name, kind, attributes)
        self.holder = holder


def _parameters_of(found: ScriptObject) -> Iterator[PropertyParameter]:
    """The properties with `[Parameter()]`."""
    kind: NetType | None = type_of(found)
    while kind is not None and isinstance(kind.script_class, ScriptClass):
        owner = kind.script_class
        for one in owner.fields:
            if any(attribute_name(mark) == "parameter" for mark in one.checks):
                marks = [read(mark, owner.frame(found)) for mark in one.checks]
                yield PropertyParameter(one.name, owner.resolved(one.type_name), marks, found)
        kind = kind.base


def extended(metadata: CommandMetadata, parameters: Iterable[RuntimeParameter]) -> CommandMetadata:
    """The metadata of a command for one call, in which it has more parameters."""
    from msolemu.runtime.binding.parameters import metadata as made

    known = list(metadata.parameters.values())
    dynamic = [_info(one) for one in parameters]
    demand_distinct([], [*known, *dynamic])
    own = [one for one in known if not one.common]
    more = made(
        metadata.name,
        [*own, *dynamic],
        kind=metadata.kind,
        default_set=metadata.default_set,
        supports_should_process=metadata.supports_should_process,
        positional_binding=metadata.positional_binding,
    )
    more.confirm_impact = metadata.confirm_impact
    return more


def _info(parameter: RuntimeParameter) -> ParameterInfo:
    from msolemu.runtime.invoking.declarations import parameter_info

    info = parameter_info(parameter.name, parameter.kind, [unwrap(one) for one in parameter.attributes])
    info.dynamic = True
    return info


def tell(parameters: Iterable[RuntimeParameter], values: NameMap[Value]) -> None:
    """Let each object say what was bound to its parameter."""
    for one in parameters:
        one.is_set = one.name in values
        one.value = values[one.name] if one.is_set else None
        if one.is_set and isinstance(one, PropertyParameter):
            set_property(one.holder, one.name, one.value)


def metadata_called_with(block: ScriptBlock, name: str, arguments: Sequence[Value]) -> CommandMetadata:
    """A function's metadata as a call with these arguments finds it; only its own where the block fails."""
    from msolemu.runtime.invoking.advanced import FunctionBinding
    from msolemu.runtime.invoking.functions import FunctionStage

    frame = block.session.frame
    words = [_word(one) for one in arguments]
    call = Invocation(block.session, name, words, frame.streams.below(frame.scope), frame)
    stage = FunctionStage(block, call, name=name)
    unheard: list[Value] = []
    stage.emit = unheard.append
    stage.enter()
    bound = FunctionBinding(stage)
    with contextlib.suppress(PowerShellError):
        bound.add_dynamic()
    return bound.metadata


def _word(value: Value) -> Argument:
    """An argument of `-ArgumentList`: a text with a dash before it names a parameter, `-Path:C:\\` with its value."""
    if not isinstance(value, str) or not value.startswith("-"):
        return Argument(None, value)
    name, colon, rest = value[1:].partition(":")
    return Argument(name, rest) if rest else Argument(name, has_colon=bool(colon))
