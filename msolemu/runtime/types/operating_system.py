"""System.OperatingSystem and RuntimeInformation: the host, and the .NET that a real session would have."""

from __future__ import annotations

import platform
import re
import sys

from msolemu.runtime.types.declaring import constants, method, static, static_properties, typed_property
from msolemu.runtime.types.enumerations import member
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.types.version import Version
from msolemu.runtime.values.objects import Value

SYSTEM = known_type("System.OperatingSystem")
INFORMATION, PLATFORM = (
    known_type(f"System.Runtime.InteropServices.{_name}") for _name in ("RuntimeInformation", "OSPlatform")
)
NAMES = {"win32": "Windows", "linux": "Linux", "darwin": "OSX"}
FRAMEWORK = ".NET 10.0.0"


class OperatingSystem:
    """A platform and its version."""

    __slots__ = ("platform", "version")

    def __init__(self, platform_name: str, version: Version) -> None:
        self.platform = platform_name
        self.version = version

    @classmethod
    def of_host(cls) -> OperatingSystem:
        """That of the host; Windows tells its version, the others that of their kernel."""
        numbers = [
            int(number)
            for number in re.findall(r"\d+", platform.version() if _host() == "Windows" else platform.release())
        ]
        return cls("Win32NT" if _host() == "Windows" else "Unix", Version(*(*numbers, 0, 0, 0, 0)[:4]))

    def __str__(self) -> str:
        return f"{'Microsoft Windows NT' if self.platform == 'Win32NT' else 'Unix'} {self.version}"


class OSPlatform:
    """The name of a platform."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __str__(self) -> str:
        return self.name


def _host() -> str:
    return NAMES.get(sys.platform, sys.platform)


def _architecture() -> Value:
    is_arm = platform.machine().lower() in ("arm64", "aarch64")
    return member("System.Runtime.InteropServices.Architecture", "Arm64" if is_arm else "X64")


represent(SYSTEM, OperatingSystem)
represent(PLATFORM, OSPlatform)
typed_property(SYSTEM, "System.PlatformID", "Platform", lambda system: member("System.PlatformID", system.platform))
typed_property(SYSTEM, "System.String", "ServicePack", lambda system: "")
typed_property(SYSTEM, "System.Version", "Version", lambda system: system.version)
typed_property(SYSTEM, "System.String", "VersionString", str)
method(SYSTEM, "string ToString()")(str)
for _name in ("Windows", "Linux", "MacOS", "FreeBSD", "Android", "IOS"):
    static(SYSTEM, f"bool Is{_name}()")(lambda name=_name: _host() == {"MacOS": "OSX"}.get(name, name))
constants(PLATFORM, **{_name: OSPlatform(_name.upper()) for _name in ("Windows", "Linux", "OSX", "FreeBSD")})
static_properties(
    INFORMATION,
    FrameworkDescription=lambda: FRAMEWORK,
    OSDescription=platform.platform,
    OSArchitecture=_architecture,
    ProcessArchitecture=_architecture,
    RuntimeIdentifier=lambda: f"{_host().lower()}-{_architecture().name.lower()}",
)


@static(INFORMATION, "bool IsOSPlatform(System.Runtime.InteropServices.OSPlatform osPlatform)")
def is_platform(wanted: OSPlatform) -> bool:
    """Whether the host is of that platform."""
    return _host().upper() == wanted.name
