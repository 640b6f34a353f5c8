"""Get-PSRepository, Set-PSRepository, Install-PackageProvider, Get-PackageProvider: nothing stands behind them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.modules.powershellget.services import GetCall
from msolemu.runtime.errors.records import ErrorCategory
from msolemu.runtime.text.wildcard import WildcardPattern, has_wildcards
from msolemu.runtime.values.objects import PSCustomObject

UNKNOWN_PROVIDER = "UnknownProviderFromActivatedList"
REPOSITORIES = (("msolemu", "Trusted", ""), ("PSGallery", "Untrusted", "https://www.powershellgallery.com/api/v2"))
"""Where modules come from, and the gallery that every PowerShell knows, which is never asked."""
GET_PROVIDER = "Microsoft.PowerShell.PackageManagement.Cmdlets.GetPackageProvider"
Names = Annotated[Sequence[str], Parameter("Their names, with wildcards.", position=0, from_pipeline=True)]

get_ps_repository = Cmdlet(
    "Get-PSRepository",
    "Lists where modules come from.",
    examples={"Get-PSRepository": "Shows msolemu itself, and the gallery that is never asked."},
)


@get_ps_repository.parameter_set()
def repositories(
    call: GetCall,
    name: Names = (),
) -> Output[Any]:
    """No gallery is asked; the modules are part of msolemu."""
    for one in name or ("*",):
        found = [row for row in REPOSITORIES if WildcardPattern(one).matches(row[0])]
        if not found:
            _missing(call, one, "RepositoryNotFound,Get-PSRepository", f"No repository named '{one}' was found.")
        for row in found:
            columns = ("Name", "InstallationPolicy", "SourceLocation")
            yield PSCustomObject(zip(columns, row, strict=True), ("Microsoft.PowerShell.Commands.PSRepository",))


def _missing(call: GetCall, name: str, error_id: str, text: str) -> None:
    if not has_wildcards(name):
        call.write_error(error_id, text, ErrorCategory.OBJECT_NOT_FOUND, "System.Exception", target=name)


set_ps_repository = Cmdlet(
    "Set-PSRepository",
    "Would change where modules come from.",
    examples={"Set-PSRepository PSGallery -InstallationPolicy Trusted": "Changes nothing, and says so."},
)


@set_ps_repository.parameter_set()
def changed(
    call: GetCall,
    name: Annotated[str, Parameter("Its name.", position=0)],
    source_location: Annotated[Any, Parameter("Where it is.", position=1, type="System.Uri")] = None,
    installation_policy: Annotated[str, Parameter("Trusted or Untrusted.")] = "",
) -> None:
    """No gallery is asked, so that nothing can be trusted or not."""
    call.write_warning(f"The repository '{name}' is not asked for anything: msolemu downloads nothing.")


install_package_provider = Cmdlet(
    "Install-PackageProvider",
    "Would install what installs packages.",
    should_process=True,
    examples={"Install-PackageProvider NuGet -Force": "Installs nothing, and says so."},
)


@install_package_provider.parameter_set()
def provided(
    call: GetCall,
    name: Annotated[Sequence[str], Parameter("Their names.", position=0)],
    minimum_version: Annotated[str, Parameter("Not older than this.")] = "",
    required_version: Annotated[str, Parameter("Exactly this.")] = "",
    scope: Annotated[str, Parameter("For whom.")] = "",
    force: Annotated[Switch, Parameter("Without questions.")] = False,
    force_bootstrap: Annotated[Switch, Parameter("Also what is missing for that.")] = False,
) -> None:
    """msolemu needs no provider, for it downloads nothing."""
    call.write_warning("No package provider is needed: msolemu downloads nothing.")


get_package_provider = Cmdlet(
    "Get-PackageProvider",
    "Lists what installs packages.",
    examples={"Get-PackageProvider": "Shows that the one that scripts look for is there."},
)


@get_package_provider.parameter_set()
def providers(
    call: GetCall,
    name: Annotated[Sequence[str], Parameter("Their names, with wildcards.", position=0)] = (),
    list_available: Annotated[Switch, Parameter("All of them; there is one here.")] = False,
    force: Annotated[Switch, Parameter("Looks again; it is looked for each time here.")] = False,
) -> Output[Any]:
    """Scripts ask for NuGet before they install a module."""
    for one in name or ("*",):
        if WildcardPattern(one).matches("NuGet"):
            yield PSCustomObject([("Name", "NuGet"), ("Version", "3.0.0.1")])
        else:
            text = f"Unable to find package provider '{one}'. It may not be imported yet. Try 'Get-PackageProvider "
            _missing(call, one, f"{UNKNOWN_PROVIDER},{GET_PROVIDER}", text + "-ListAvailable'.")
