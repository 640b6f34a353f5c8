"""Install-Module, Update-Module, Uninstall-Module, Get-InstalledModule, Find-Module."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.cmdlets.module import Module
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.powershellget.services import GetCall
from msolemu.runtime.binding.validation import ValidateSet
from msolemu.runtime.errors.records import ErrorCategory, ErrorRecord
from msolemu.runtime.state.module_versions import Versions
from msolemu.runtime.text.wildcard import WildcardPattern, has_wildcards
from msolemu.runtime.values.objects import PSCustomObject

REPOSITORY_ITEM = "Microsoft.PowerShell.Commands.PSRepositoryItemInfo"
Names = Annotated[Sequence[str], Parameter("The modules.", position=0, from_pipeline=True, from_property=True)]
Scope = Annotated[
    str,
    Parameter("For whom; everybody has the same modules here.", validate=(ValidateSet(("CurrentUser", "AllUsers")),)),
]
Repository = Annotated[Sequence[str], Parameter("Where to look; there is one place here.", from_property=True)]
Force = Annotated[Switch, Parameter("Without questions; none is asked here.")]
Version = Annotated[str, Parameter("A version.", from_property=True)]


@dataclass(frozen=True)
class Installing:
    """What scripts say to Install-Module; here it changes nothing, for what is emulated is installed."""

    minimum_version: Version = ""
    maximum_version: Version = ""
    required_version: Version = ""
    repository: Repository = ()
    credential: Annotated[
        Any,
        Parameter(
            "Who asks; nobody else is asked here.", from_property=True, type="System.Management.Automation.PSCredential"
        ),
    ] = None
    scope: Scope = "CurrentUser"
    proxy: Annotated[Any, Parameter("A proxy; no connection is made here.", from_property=True, type="System.Uri")] = (
        None
    )
    allow_clobber: Annotated[
        Switch, Parameter("Commands of the same name may be replaced; nothing is installed here.")
    ] = False
    skip_publisher_check: Annotated[Switch, Parameter("Whoever has signed it; nothing is signed here.")] = False
    force: Force = False
    allow_prerelease: Annotated[Switch, Parameter("Also versions before a version; there are none here.")] = False
    accept_license: Annotated[Switch, Parameter("The licence is accepted; none is shown here.")] = False
    pass_thru: Annotated[Switch, Parameter("Gives what was installed.")] = False


install_module = Cmdlet(
    "Install-Module",
    "Sees to it that a module is installed; nothing is downloaded.",
    should_process=True,
    aliases=("inmo",),
    examples={"Install-Module MSOnline -Force": "Says that the module is there already."},
)


@install_module.parameter_set("NameParameterSet", default=True)
def installed(call: GetCall, name: Names, installing: Installing) -> Output[Any]:
    """A module that msolemu emulates counts as installed, and a warning says in which version; no other is found.

    The gallery had its older versions too, so that scripts which ask for one of these go on; a newer one is not found.
    """
    versions = Versions(installing.minimum_version or installing.required_version, installing.maximum_version)
    for one in name:
        module = call.services.named(one)
        if module is None or not versions.include(module.version):
            call.write_error(not_found(one))
            continue
        call.write_warning(
            f"Version '{module.version}' of module '{module.name}' is part of msolemu. Nothing was downloaded."
        )
        if installing.pass_thru:
            yield item(module)


def not_found(name: str) -> ErrorRecord:
    """The error for a module that nobody has."""
    from msolemu.runtime.errors.records import runtime_error

    return runtime_error(
        "NoMatchFoundForCriteria,Microsoft.PowerShell.PackageManagement.Cmdlets.InstallPackage",
        f"No match was found for the specified search criteria and module name '{name}'. Try Get-PSRepository to see "
        "all available registered module repositories.\nmsolemu downloads nothing; it has the modules that it "
        "emulates.",
        ErrorCategory.OBJECT_NOT_FOUND,
        "System.Exception",
        target=name,
    ).record


def item(module: Module) -> PSCustomObject:
    """A module as the gallery describes it."""
    return PSCustomObject(
        [
            ("Version", module.version),
            ("Name", module.name),
            ("Repository", "msolemu"),
            ("Description", module.description),
        ],
        (REPOSITORY_ITEM,),
    )


update_module = Cmdlet(
    "Update-Module",
    "Sees to it that a module is up to date; nothing is downloaded.",
    should_process=True,
    aliases=("udmo",),
    examples={"Update-Module MSOnline": "Does nothing, for the module is what msolemu emulates."},
)


@update_module.parameter_set("NameParameterSet", default=True)
def updated(
    call: GetCall,
    name: Annotated[Sequence[str], Parameter("The modules.", position=0, from_property=True)] = (),
    required_version: Version = "",
    maximum_version: Version = "",
    scope: Scope = "CurrentUser",
    force: Force = False,
    allow_prerelease: Annotated[Switch, Parameter("Also versions before a version; there are none here.")] = False,
    accept_license: Annotated[Switch, Parameter("The licence is accepted; none is shown here.")] = False,
    pass_thru: Annotated[Switch, Parameter("Gives what was updated.")] = False,
) -> Output[Any]:
    """A module that msolemu emulates has one version; any other is not installed."""
    for one in name:
        module = call.services.named(one)
        if module is None:
            call.write_error(
                "ModuleNotInstalledOnThisMachine,Update-Module",
                f"Module '{one}' was not updated because no valid module was found in the module directory.",
                ErrorCategory.OBJECT_NOT_FOUND,
                target=one,
            )
        elif not Versions(most=maximum_version, exactly=required_version).include(module.version):
            call.write_error(not_found(one))
        elif pass_thru:
            yield item(module)


uninstall_module = Cmdlet(
    "Uninstall-Module",
    "Would take a module away.",
    should_process=True,
    examples={"Uninstall-Module MSOnline": "Is refused, for the module is part of msolemu."},
)


@uninstall_module.parameter_set("NameParameterSet", default=True)
def uninstalled(
    call: GetCall,
    name: Names,
    minimum_version: Version = "",
    required_version: Version = "",
    maximum_version: Version = "",
    all_versions: Annotated[Switch, Parameter("Every version.")] = False,
    force: Force = False,
) -> None:
    """What msolemu emulates cannot be taken away from it."""
    for one in name:
        call.write_error(
            "ModuleCannotBeUninstalled,Uninstall-Module",
            f"The module '{one}' is part of msolemu, or not installed; it cannot be uninstalled.",
            ErrorCategory.INVALID_OPERATION,
            target=one,
        )


get_installed_module = Cmdlet(
    "Get-InstalledModule",
    "Lists the modules that are installed.",
    examples={"Get-InstalledModule MSOnline": "Shows the version of a module."},
)


@get_installed_module.parameter_set("NameParameterSet", default=True)
def listed(
    call: GetCall,
    name: Annotated[
        Sequence[str], Parameter("The modules, with wildcards.", position=0, from_pipeline=True, from_property=True)
    ] = (),
    minimum_version: Version = "",
    required_version: Version = "",
    maximum_version: Version = "",
    all_versions: Annotated[Switch, Parameter("Every version; there is one here.")] = False,
    allow_prerelease: Annotated[Switch, Parameter("Also versions before a version; there are none here.")] = False,
) -> Output[Any]:
    """The modules that msolemu emulates count as installed."""
    yield from _matching(call, name or ("*",), Versions(minimum_version, maximum_version, required_version))


def _matching(call: GetCall, names: Sequence[str], versions: Versions) -> Iterator[Any]:
    for one in names:
        pattern = WildcardPattern(one)
        found = [
            module
            for module in call.services.modules()
            if pattern.matches(module.name) and versions.include(module.version)
        ]
        if not found and not has_wildcards(one):
            call.write_error(
                "NoMatchFound,Microsoft.PowerShell.PackageManagement.Cmdlets.GetPackage",
                f"No match was found for the specified search criteria and module names '{one}'.",
                ErrorCategory.OBJECT_NOT_FOUND,
                "System.Exception",
                target=one,
            )
        yield from map(item, found)


find_module = Cmdlet(
    "Find-Module",
    "Looks for modules; only those are found that msolemu emulates.",
    examples={"Find-Module MSOnline": "Shows the module as a gallery would."},
)


@find_module.parameter_set("Name", default=True)
def looked_for(
    call: GetCall,
    name: Annotated[Sequence[str], Parameter("The modules, with wildcards.", position=0, from_property=True)] = (),
    minimum_version: Version = "",
    maximum_version: Version = "",
    required_version: Version = "",
    repository: Annotated[Sequence[str], Parameter("Where to look; there is one place here.")] = (),
) -> Output[Any]:
    """No gallery is asked."""
    yield from _matching(call, name or ("*",), Versions(minimum_version, maximum_version, required_version))
