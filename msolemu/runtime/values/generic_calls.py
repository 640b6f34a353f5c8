"""Calls of generic methods whose types stand in brackets: `[Enum]::Parse[DayOfWeek]('Monday')`."""

from __future__ import annotations

from collections.abc import Sequence

from msolemu.runtime.types.net_type import Method, NetType
from msolemu.runtime.types.registry import type_of
from msolemu.runtime.values.members import invoke_method, invoke_static
from msolemu.runtime.values.objects import Value, unwrap
from msolemu.runtime.values.overloads import bound, choose, guarded


def invoke_generic(
    target: Value, types: Sequence[NetType], name: str, arguments: Sequence[Value], *, static: bool
) -> Value:
    """Call a method with its types; where msolemu has it for all types alike, they say nothing."""
    plain = unwrap(target)
    kind = plain if static else type_of(plain)
    method = kind.static(name.lower()) if static else kind.method(name.lower())
    generic = method.generic if isinstance(method, Method) else []
    fitting = [one for one in generic if len(one.signature.type_parameters) == len(types)]
    if not fitting or method is None:
        return invoke_static(kind, name, arguments) if static else invoke_method(target, name, arguments)
    chosen = choose(method.name, fitting, kind, arguments)
    given = bound(method.name, chosen, kind)(arguments)
    return guarded(method.name, chosen.overload, (*(() if static else (plain,)), *types), given, len(arguments))
