"""What `$MyInvocation` and `$PSBoundParameters` tell of a call."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from msolemu.runtime.values.objects import Hashtable, Value

if TYPE_CHECKING:
    from msolemu.language.position import Extent
    from msolemu.runtime.invoking.pipeline import Invocation
    from msolemu.runtime.invoking.scriptblock import ScriptBlock


class CallInfo:
    """One call of a function, script or script block."""

    __slots__ = ("_info", "_table", "block", "bound", "call", "command", "name", "outer", "shares")

    def __init__(self, name: str, call: Invocation, block: ScriptBlock, command: Any) -> None:
        self.name = name
        self.call = call
        self.block = block
        self.command = command
        self.bound: dict[str, Value] = {}
        self.shares = False
        """Whether it runs in its caller's scope."""
        self.outer: CallInfo | None = None
        """The call whose scope this one runs in, where it has none of its own."""
        self._table: Hashtable | None = None
        self._info: InvocationInfo | None = None

    def bind(self, values: dict[str, Value]) -> None:
        """Say anew what was bound."""
        self.bound = values
        self._table = None

    def bind_further(self, values: Iterable[tuple[str, Value]]) -> None:
        """Say what a record of the pipeline was bound to besides."""
        for name, value in values:
            self.bound[name] = value
            if self._table is not None:
                self._table[name] = value

    def bound_table(self) -> Hashtable:
        """`$PSBoundParameters`, always the same object."""
        if self._table is None:
            self._table = BoundParameters(self.bound.items())
        return self._table

    def invocation_info(self) -> InvocationInfo:
        """`$MyInvocation`."""
        if self._info is None:
            import_module("msolemu.runtime.types.errors")  # where its properties are declared
            self._info = InvocationInfo(self)
        return self._info


class BoundParameters(Hashtable):
    """System.Management.Automation.PSBoundParametersDictionary."""

    __slots__ = ()


class InvocationInfo:
    """System.Management.Automation.InvocationInfo, of a call."""

    def __init__(self, info: CallInfo) -> None:
        self.info = info

    @property
    def extent(self) -> Extent | None:
        """Where the call stands."""
        return self.info.call.extent

    @property
    def name(self) -> str:
        """The name under which it was called."""
        return self.info.call.operator or self.info.call.name
