"""Locations, drives and providers as a script sees them: PathInfo, PSDriveInfo, ProviderInfo."""

from __future__ import annotations

from msolemu.foundation.dataclass import dataclass, field
from msolemu.runtime.casting.conversion import convert
from msolemu.runtime.filesystem.locations import Place
from msolemu.runtime.types.registry import known_type, net_object
from msolemu.runtime.values.objects import Value

_CAPABILITIES = "Provider.ProviderCapabilities"
_AUTOMATION = "System.Management.Automation."


@net_object(_AUTOMATION + "ProviderInfo")
@dataclass(frozen=True, slots=True)
class ProviderInfo:
    """What stands behind drives."""

    Name: str
    Capabilities: Value
    Drives: list[Value] = field(default_factory=list)
    Home: str = ""

    def __str__(self) -> str:
        module = "Core" if self.Name in PROVIDERS else "Security"
        return f"Microsoft.PowerShell.{module}\\{self.Name}"


PROVIDERS: dict[str, ProviderInfo] = {}
for _name, _capabilities in (
    ("Alias", "ShouldProcess"),
    ("Environment", "ShouldProcess"),
    ("FileSystem", "Filter, ShouldProcess, Credentials"),
    ("Function", "ShouldProcess"),
    ("Variable", "ShouldProcess"),
):
    PROVIDERS[_name] = ProviderInfo(_name, convert(_capabilities, known_type(_AUTOMATION + _CAPABILITIES)))


@net_object(_AUTOMATION + "PSDriveInfo")
@dataclass(frozen=True, slots=True)
class DriveInfo:
    """A drive of the session."""

    Name: str
    Provider: ProviderInfo
    Root: str
    Description: str = ""
    CurrentLocation: str = ""
    MaximumSize: Value = None
    Credential: Value = None
    DisplayRoot: Value = None

    def __str__(self) -> str:
        return self.Name


@net_object(_AUTOMATION + "PathInfo")
@dataclass(frozen=True, slots=True)
class PathInfo:
    """A place: `Path` as the session shows it."""

    Drive: DriveInfo
    Provider: ProviderInfo
    ProviderPath: str
    Path: str

    def __str__(self) -> str:
        return self.Path


def path_info(place: Place) -> PathInfo:
    """A place as an object."""
    if place.drive:
        owner = PROVIDERS["Environment" if place.drive == "Env" else place.drive]
        return PathInfo(DriveInfo(place.drive, owner, ""), owner, "", place.shown)
    provider = PROVIDERS["FileSystem"]
    if place.made is not None:
        name, root = place.made.name, place.made.root
    else:
        name, root = (place.shown[0], place.shown[:3]) if place.emulated else ("/", "/")
    return PathInfo(DriveInfo(name, provider, root), provider, place.shown, place.path)
