"""Update-FormatData, Get-FormatData, Export-FormatData: views come from files, and are not written to them.

The parameters of the refused ones, with the reason, stand in `msolemu.cmdlets.refused_parameters`.
"""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Parameter
from msolemu.formatting.console import load_views
from msolemu.modules.utility.extension_files import extension_files
from msolemu.modules.utility.parameters import UtilityCall
from msolemu.runtime.binding.validation import ValidateNotNull
from msolemu.runtime.errors.records import PowerShellError, not_emulated
from msolemu.runtime.filesystem.files import read_bytes

PRESENT = (ValidateNotNull(),)
SYNOPSIS = "Is refused: views are not handed out."

update_format_data = Cmdlet(
    "Update-FormatData",
    "Reads files that say how objects are shown.",
    should_process=True,
    examples={
        "'<Configuration><ViewDefinitions/></Configuration>' | Set-Content my.format.ps1xml; "
        "Update-FormatData -PrependPath my.format.ps1xml": "Reads a file, which here has no views in it.",
    },
)


@update_format_data.parameter_set("FileSet", default=True)
def read_files(
    call: UtilityCall,
    append_path: Annotated[
        list[str] | None,
        Parameter(
            "Files whose views count after those that are there.",
            position=0,
            aliases=("PSPath", "Path"),
            from_pipeline=True,
            from_property=True,
            validate=PRESENT,
        ),
    ] = None,
    prepend_path: Annotated[
        list[str] | None, Parameter("Files whose views count before those that are there.", validate=PRESENT)
    ] = None,
) -> None:
    """A file that was read before is read anew; one with a fault changes nothing."""
    for paths, error_id, first in (
        (prepend_path, "FormatPrependPathException", True),
        (append_path, "FormatAppendPathException", False),
    ):
        for place in extension_files(call, paths or (), error_id, "Update FormatData"):
            try:
                load_views(call.session, place.shown, read_bytes(call.session, place), first=first)
            except PowerShellError as error:
                call.write_error(error)


def refuse(call: UtilityCall) -> None:
    """What is shown of a type by default, Update-FormatData and Update-TypeData say."""
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
