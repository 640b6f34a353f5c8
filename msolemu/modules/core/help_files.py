"""Update-Help, Save-Help: help is part of the program, so that there is nothing to fetch."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import Annotated, Any

from msolemu.cmdlets.declaration import Cmdlet, Parameter, Switch
from msolemu.modules.core.parameters import MODULE_INFO, MODULE_SPECIFICATION, as_list
from msolemu.modules.core.services import CoreCall
from msolemu.runtime.types.registry import net_enum

CULTURE = "System.Globalization.CultureInfo[]"
NOTHING_TO_DO = "Help is part of msolemu. Nothing was downloaded."


@net_enum("Microsoft.PowerShell.Commands.UpdateHelpScope")
class UpdateHelpScope(enum.Enum):
    """For whom help is kept."""

    CurrentUser = 0
    AllUsers = 1


FullyQualifiedModule = Annotated[
    Any,
    Parameter(
        "The modules, exactly.",
        name="FullyQualifiedModule",
        type=MODULE_SPECIFICATION + "[]",
        from_property=True,
        convert=as_list,
    ),
]
Languages = Annotated[
    Any, Parameter("The languages.", name="UICulture", position=2, type=CULTURE, mandatory=False, convert=as_list)
]
Credential = Annotated[Any, Parameter("Who asks.", type="System.Management.Automation.PSCredential")]
DefaultCredentials = Annotated[Switch, Parameter("Asks as the user who is signed in.", name="UseDefaultCredentials")]
Again = Annotated[Switch, Parameter("Also when it was done today.")]
ForWhom = Annotated[UpdateHelpScope | None, Parameter("For whom.", from_property=True)]

update_help = Cmdlet(
    "Update-Help",
    "Would fetch newer help; the help of msolemu is part of it.",
    should_process=True,
    examples={"Update-Help": "Says that nothing was downloaded."},
)
Modules = Annotated[Sequence[str], Parameter("The modules.", position=0, from_property=True, aliases=("Name",))]
Recurse = Annotated[Switch, Parameter("Also in the folders below.")]


@update_help.parameter_set("Path", default=True)
def update(
    call: CoreCall,
    module: Modules = (),
    fully_qualified_module: FullyQualifiedModule = None,
    source_path: Annotated[Sequence[str], Parameter("Folders with help.", position=1, aliases=("Path",))] = (),
    recurse: Recurse = False,
    ui_culture: Languages = None,
    credential: Credential = None,
    use_default_credentials: DefaultCredentials = False,
    force: Again = False,
    scope: ForWhom = None,
) -> None:
    """Scripts that call it go on; a warning says that nothing was fetched."""
    call.write_warning(NOTHING_TO_DO)


@update_help.parameter_set("LiteralPath")
def update_literally(
    call: CoreCall,
    module: Modules = (),
    fully_qualified_module: FullyQualifiedModule = None,
    literal_path: Annotated[
        Sequence[str], Parameter("Folders with help.", aliases=("PSPath", "LP"), from_property=True)
    ] = (),
    recurse: Recurse = False,
    ui_culture: Languages = None,
    credential: Credential = None,
    use_default_credentials: DefaultCredentials = False,
    force: Again = False,
    scope: ForWhom = None,
) -> None:
    """The paths are taken as they are."""
    call.write_warning(NOTHING_TO_DO)


save_help = Cmdlet(
    "Save-Help",
    "Would save help for other computers; the help of msolemu is part of it.",
    examples={"Save-Help .": "Says that nothing was downloaded."},
)
SavedModules = Annotated[
    Any,
    Parameter(
        "The modules.",
        position=1,
        type=MODULE_INFO + "[]",
        from_pipeline=True,
        from_property=True,
        aliases=("Name",),
        convert=as_list,
    ),
]


@save_help.parameter_set("Path", default=True)
def save(
    call: CoreCall,
    destination_path: Annotated[Sequence[str], Parameter("The folders.", position=0, aliases=("Path",))],
    module: SavedModules = None,
    fully_qualified_module: FullyQualifiedModule = None,
    ui_culture: Languages = None,
    credential: Credential = None,
    use_default_credentials: DefaultCredentials = False,
    force: Again = False,
    scope: ForWhom = None,
) -> None:
    """Scripts that call it go on; a warning says that nothing was fetched."""
    call.write_warning(NOTHING_TO_DO)


@save_help.parameter_set("LiteralPath")
def save_literally(
    call: CoreCall,
    literal_path: Annotated[Sequence[str], Parameter("The folders.", aliases=("PSPath", "LP"))],
    module: SavedModules = None,
    fully_qualified_module: FullyQualifiedModule = None,
    ui_culture: Languages = None,
    credential: Credential = None,
    use_default_credentials: DefaultCredentials = False,
    force: Again = False,
    scope: ForWhom = None,
) -> None:
    """The paths are taken as they are."""
    call.write_warning(NOTHING_TO_DO)
