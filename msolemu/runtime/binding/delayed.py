"""Script blocks for parameters that the pipeline fills: each runs for every record, and its output is the argument.

`Get-ChildItem | Rename-Item -NewName { $_.BaseName + '.old' }` is such a call. A parameter that takes script blocks or
any object gets the block itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msolemu.runtime.errors.records import PowerShellError
from msolemu.runtime.values.objects import collapse, unwrap

if TYPE_CHECKING:
    from msolemu.language.position import Extent
    from msolemu.runtime.binding.binding_errors import BindingErrors
    from msolemu.runtime.binding.parameter_sets import ParameterSets
    from msolemu.runtime.binding.parameters import ParameterInfo
    from msolemu.runtime.invoking.scriptblock import ScriptBlock
    from msolemu.runtime.values.objects import Value

PLAIN = frozenset({str, int, float, bool, list})
TAKE_BLOCKS = ("System.Object", "System.Management.Automation.ScriptBlock")


class Delayed(NamedTuple):
    """A block that waits for records."""

    parameter: ParameterInfo
    block: ScriptBlock
    extent: Extent | None

    def argument(self, record: Value, errors: BindingErrors) -> Value:
        """What the block makes of a record."""
        try:
            output = self.block.run_with(record, [record])
        except PowerShellError as error:
            raise errors.block_failed(self.parameter, error.record, self.extent) from error
        if not output:
            raise errors.block_without_output(self.parameter, self.extent)
        return collapse(output)


def waiting(parameter: ParameterInfo, value: Value, extent: Extent | None, sets: ParameterSets) -> Delayed | None:
    """The block that an argument is, if it has to wait for records."""
    if type(value) in PLAIN or not parameter.takes_pipeline:
        return None
    from msolemu.runtime.invoking.scriptblock import ScriptBlock

    block = unwrap(value)
    if not isinstance(block, ScriptBlock) or parameter.type_name.removesuffix("[]") in TAKE_BLOCKS:
        return None
    places = (parameter.place(name) for name in sets.valid)
    fills = any(place is not None and (place.by_value or place.by_name) for place in places)
    return Delayed(parameter, block, extent) if fills else None
