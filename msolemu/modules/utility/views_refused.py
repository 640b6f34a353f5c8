"""Get-FormatData, Export-FormatData, Update-FormatData: views are msolemu's own data, so that all of them are refused.

Their parameters, with the reason, stand in `msolemu.cmdlets.refused_parameters`.
"""

from __future__ import annotations

from msolemu.cmdlets.declaration import Cmdlet
from msolemu.modules.utility.parameters import UtilityCall
from msolemu.runtime.errors.records import not_emulated

SYNOPSIS = "Is refused: views are not read from files or written to them."


def refuse(call: UtilityCall) -> None:
    """What is shown of a type by default, Update-TypeData says."""
    raise not_emulated("CommandNotEmulated", call.cmdlet.name)


get_format_data = Cmdlet(
    "Get-FormatData", SYNOPSIS, examples={"try { Get-FormatData } catch { 'refused' }": "Is refused."}
)
get_format_data.parameter_set()(refuse)
export_format_data = Cmdlet(
    "Export-FormatData",
    SYNOPSIS,
    examples={"try { Export-FormatData -Path a.ps1xml } catch { 'refused' }": "Is refused."},
)
export_format_data.parameter_set("ByPath", default=True)(refuse)
update_format_data = Cmdlet(
    "Update-FormatData",
    SYNOPSIS,
    should_process=True,
    examples={"try { Update-FormatData a.ps1xml } catch { 'refused' }": "Is refused."},
)
update_format_data.parameter_set("FileSet", default=True)(refuse)
