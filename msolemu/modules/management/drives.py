"""Get-PSDrive, New-PSDrive, Remove-PSDrive, Get-PSProvider."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Annotated

from msolemu.cmdlets.declaration import Allow, Cmdlet, Output, Parameter, Switch
from msolemu.foundation.dataclass import replace
from msolemu.modules.management.parameters import ManagementCall
from msolemu.modules.management.providers import REFUSED, provider_not_found, provider_refused
from msolemu.runtime.binding.validation import ValidateNotNullOrEmpty
from msolemu.runtime.errors.records import ErrorCategory
from msolemu.runtime.filesystem.files import MadeDrives, is_folder, locations_of, place_of
from msolemu.runtime.filesystem.locations import MadeDrive
from msolemu.runtime.filesystem.path_info import PROVIDERS, DriveInfo, ProviderInfo
from msolemu.runtime.text.wildcard import WildcardPattern, has_wildcards, matches_any

SOMETHING = (ValidateNotNullOrEmpty(),)
Scope = Annotated[str | None, Parameter("The scope; drives belong to the session here.", from_property=True)]
Provider = Annotated[
    list[str] | None, Parameter("Only drives of this provider.", name="PSProvider", from_property=True)
]
FILES = PROVIDERS["FileSystem"]
NOT_IN_A_NAME = set(";~/\\.:")

get_ps_drive = Cmdlet(
    "Get-PSDrive",
    "Lists the drives of the session.",
    output=DriveInfo,
    aliases=("gdr",),
    examples={"(Get-PSDrive Env).Provider.Name": "Names what stands behind a drive."},
)


def drives(call: ManagementCall) -> Iterator[DriveInfo]:
    """The drives of the session."""
    current = locations_of(call.session).current.shown
    yield DriveInfo(
        "Alias", PROVIDERS["Alias"], "", "Drive that contains a view of the aliases stored in session state"
    )
    yield DriveInfo("C", FILES, "C:\\", "", current[3:] if current.lower().startswith("c:\\") else "")
    yield DriveInfo("Env", PROVIDERS["Environment"], "", "Drive that contains a view of the environment variables")
    yield DriveInfo("Function", PROVIDERS["Function"], "", "Drive that contains a view of the functions")
    yield DriveInfo("Variable", PROVIDERS["Variable"], "", "Drive that contains a view of the variables")
    for made in call.session.state(MadeDrives).values():
        yield DriveInfo(made.name, FILES, made.root, made.description)


def chosen(call: ManagementCall, names: list[str], providers: list[str] | None) -> Iterator[DriveInfo]:
    """The drives that names mean; a missing one is an error of its own."""
    for name in names:
        found = [one for one in drives(call) if WildcardPattern(name).matches(one.Name)]
        if not found and not has_wildcards(name):
            call.write_error(
                "GetLocationNoMatchingDrive",
                f"Cannot find drive. A drive with the name '{name}' does not exist.",
                ErrorCategory.OBJECT_NOT_FOUND,
                "System.Management.Automation.DriveNotFoundException",
                target=name,
            )
        for one in found:
            if of_provider(one.Provider, providers):
                yield one


def of_provider(provider: ProviderInfo, names: list[str] | None) -> bool:
    """Whether a provider is one of those that were asked for; without any, all are."""
    return not names or matches_any(provider.Name, names)


@get_ps_drive.parameter_set("Name", default=True)
def by_name(
    call: ManagementCall,
    name: Annotated[
        list[str] | None, Parameter("The names; wildcards count.", position=0, from_property=True, validate=SOMETHING)
    ] = None,
    scope: Scope = None,
    ps_provider: Provider = None,
) -> Output[DriveInfo]:
    """C: lies in the workspace, on every host."""
    yield from chosen(call, name or ["*"], ps_provider)


@get_ps_drive.parameter_set("LiteralName")
def by_literal_name(
    call: ManagementCall,
    literal_name: Annotated[list[str], Parameter("The names as they are.", position=0, from_property=True)],
    scope: Scope = None,
    ps_provider: Provider = None,
) -> Output[DriveInfo]:
    """The names are taken as they are."""
    yield from chosen(call, literal_name, ps_provider)


new_ps_drive = Cmdlet(
    "New-PSDrive",
    "Gives a folder the name of a drive.",
    output=DriveInfo,
    should_process=True,
    aliases=("ndr", "mount"),
    examples={"New-PSDrive Work FileSystem . | Out-Null; Test-Path Work:": "Makes a drive of the current folder."},
)


@new_ps_drive.parameter_set()
def new(
    call: ManagementCall,
    name: Annotated[str, Parameter("The name.", position=0, from_property=True)],
    ps_provider: Annotated[
        str, Parameter("FileSystem; no other is emulated.", position=1, name="PSProvider", from_property=True)
    ],
    root: Annotated[str, Parameter("The folder.", position=2, from_property=True, allow=Allow.EMPTY_TEXT)],
    description: Annotated[str | None, Parameter("What the drive is for.", from_property=True)] = None,
    scope: Scope = None,
) -> Output[DriveInfo]:
    """The drive lasts as long as the session."""
    if ps_provider.lower() in REFUSED:
        raise provider_refused(name, REFUSED[ps_provider.lower()])
    provider = next((one for one in PROVIDERS.values() if ps_provider.lower() in _names(one)), None)
    if provider is None:
        call.write_error(provider_not_found(ps_provider))
    elif provider is not FILES:
        raise call.error(
            "ProviderNotEmulated",
            f"Drives of the provider '{ps_provider}' are not emulated.",
            ErrorCategory.NOT_IMPLEMENTED,
            target=ps_provider,
        )
    elif call.should_process(f"Name: {name} Provider: {FILES} Root: {root}", "New Drive"):
        yield from _made(call, name, root, description or "")


def _names(provider: ProviderInfo) -> tuple[str, str]:
    return provider.Name.lower(), str(provider).lower()


def _made(call: ManagementCall, name: str, root: str, description: str) -> Iterator[DriveInfo]:
    if NOT_IN_A_NAME & set(name):
        call.write_error(
            "Argument",
            "Cannot process the drive name because the drive name contains one or more of the following characters "
            "that are not valid: ; ~ / \\ . :",
            ErrorCategory.INVALID_ARGUMENT,
            "System.Management.Automation.PSArgumentException",
        )
        return
    if any(one.Name.lower() == name.lower() for one in drives(call)):
        raise call.error(
            "DriveAlreadyExists",
            f"A drive with the name '{name}' already exists.",
            ErrorCategory.RESOURCE_EXISTS,
            "System.Management.Automation.SessionStateException",
            target=name,
        )
    place = place_of(call.session, root)
    drive = DriveInfo(name, FILES, place.shown, description)
    if not is_folder(place):
        call.write_error(
            "DriveRootError",
            f'The specified drive root "{place.shown}" either does not exist, or it is not a folder.',
            ErrorCategory.READ_ERROR,
            "System.IO.IOException",
            target=drive,
        )
        return
    call.session.state(MadeDrives)[name.lower()] = MadeDrive(name, place.shown, description)
    yield drive


remove_ps_drive = Cmdlet(
    "Remove-PSDrive",
    "Takes the name of a drive away again.",
    should_process=True,
    aliases=("rdr",),
    examples={"New-PSDrive Work FileSystem . | Out-Null; Remove-PSDrive Work": "Removes a drive; its folder stays."},
)
Force = Annotated[Switch, Parameter("Also a drive that the current location is on.")]


def removed(call: ManagementCall, names: list[str], providers: list[str] | None, *, force: bool) -> None:
    """Forget the drives."""
    made = call.session.state(MadeDrives)
    for name in names:
        known = [one for one in made if WildcardPattern(name).matches(one) and of_provider(FILES, providers)]
        if not known:
            call.write_error(
                "DriveNotFound",
                f"Cannot find drive. A drive with the name '{name}' does not exist.",
                ErrorCategory.OBJECT_NOT_FOUND,
                "System.Management.Automation.DriveNotFoundException",
                target=name,
            )
        for one in known:
            if not force and locations_of(call.session).here.made is made[one]:
                call.write_error(
                    "InvalidOperation",
                    f"Cannot remove drive '{made[one].name}' because it is in use.",
                    ErrorCategory.INVALID_OPERATION,
                    "System.Management.Automation.PSInvalidOperationException",
                )
                continue
            drive = made[one]
            if call.should_process(f"Name: {drive.name} Provider: {FILES} Root: {drive.root}", "Remove Drive"):
                del made[one]


@remove_ps_drive.parameter_set("Name", default=True)
def remove_by_name(
    call: ManagementCall,
    name: Annotated[
        list[str],
        Parameter(
            "The names; wildcards count.",
            position=0,
            from_property=True,
            allow=Allow.NULL | Allow.EMPTY_COLLECTION,
        ),
    ],
    ps_provider: Provider = None,
    scope: Scope = None,
    force: Force = False,
) -> None:
    """Only drives that New-PSDrive has made can be removed."""
    removed(call, name or [], ps_provider, force=bool(force))


@remove_ps_drive.parameter_set("LiteralName")
def remove_by_literal_name(
    call: ManagementCall,
    literal_name: Annotated[list[str], Parameter("The names as they are.", position=0, from_property=True)],
    ps_provider: Provider = None,
    scope: Scope = None,
    force: Force = False,
) -> None:
    """The names are taken as they are."""
    removed(call, literal_name, ps_provider, force=bool(force))


get_ps_provider = Cmdlet(
    "Get-PSProvider",
    "Lists what stands behind drives.",
    output=ProviderInfo,
    examples={"(Get-PSProvider FileSystem).Name": "Names one."},
)


@get_ps_provider.parameter_set()
def providers(
    call: ManagementCall,
    ps_provider: Annotated[
        list[str] | None,
        Parameter("The names; wildcards count.", position=0, name="PSProvider", from_property=True, validate=SOMETHING),
    ] = None,
) -> Output[ProviderInfo]:
    """Registry and certificates are not emulated."""
    for name in ps_provider or ["*"]:
        found = [one for one in PROVIDERS.values() if WildcardPattern(name).matches(one.Name)]
        if not found:
            call.write_error(provider_not_found(name))
        for one in found:
            home = os.path.expanduser("~") if one is FILES else ""  # noqa: PTH111  text, as scripts see it
            yield replace(one, Drives=list(chosen(call, ["*"], [one.Name])), Home=home)
