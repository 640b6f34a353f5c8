"""System.Environment, System.GC and ServicePointManager: the machine that a script sees."""

from __future__ import annotations

import os
import re
from typing import Any

from msolemu.runtime.errors.net_errors import argument_error, null_argument
from msolemu.runtime.state import current
from msolemu.runtime.types.declaring import constants, refused, static, static_properties
from msolemu.runtime.types.net_type import Property
from msolemu.runtime.types.operating_system import OperatingSystem
from msolemu.runtime.types.registry import STRING, known_type
from msolemu.runtime.values.objects import Hashtable, Int64, TypedArray, Value

ENVIRONMENT = known_type("System.Environment")
COLLECTOR = known_type("System.GC")
SERVICE_POINT = known_type("System.Net.ServicePointManager")
PROTOCOLS = "System.Net.SecurityProtocolType"


def variable(name: str) -> str | None:
    """A variable of the session's environment."""
    return current.session().environment_value(name)


def _home() -> str:
    return variable("USERPROFILE") or "C:\\Users\\user"


def _folders() -> dict[str, str]:
    home = _home()
    root = variable("SystemRoot") or "C:\\Windows"
    files = variable("ProgramFiles") or "C:\\Program Files"
    roaming = variable("APPDATA") or f"{home}\\AppData\\Roaming"
    local = variable("LOCALAPPDATA") or f"{home}\\AppData\\Local"
    public = variable("PUBLIC") or "C:\\Users\\Public"
    return {
        "Desktop": f"{home}\\Desktop",
        "DesktopDirectory": f"{home}\\Desktop",
        "MyDocuments": f"{home}\\Documents",
        "Personal": f"{home}\\Documents",
        "MyMusic": f"{home}\\Music",
        "MyPictures": f"{home}\\Pictures",
        "MyVideos": f"{home}\\Videos",
        "Favorites": f"{home}\\Favorites",
        "UserProfile": home,
        "ApplicationData": roaming,
        "LocalApplicationData": local,
        "CommonApplicationData": variable("ProgramData") or "C:\\ProgramData",
        "CommonDocuments": f"{public}\\Documents",
        "CommonDesktopDirectory": f"{public}\\Desktop",
        "StartMenu": f"{roaming}\\Microsoft\\Windows\\Start Menu",
        "Programs": f"{roaming}\\Microsoft\\Windows\\Start Menu\\Programs",
        "Windows": root,
        "System": f"{root}\\system32",
        "SystemX86": f"{root}\\SysWOW64",
        "Fonts": f"{root}\\Fonts",
        "ProgramFiles": files,
        "ProgramFilesX86": files + " (x86)",
        "CommonProgramFiles": f"{files}\\Common Files",
        "CommonProgramFilesX86": f"{files} (x86)\\Common Files",
    }


@static(ENVIRONMENT, "string GetFolderPath(System.Environment+SpecialFolder folder)")
@static(
    ENVIRONMENT,
    "string GetFolderPath(System.Environment+SpecialFolder folder, System.Environment+SpecialFolderOption option)",
)
def get_folder_path(folder: Any, option: Any = None) -> str:
    """A folder on the emulated drive `C:`; empty where there is none."""
    name = "MyDocuments" if folder.name == "Personal" else folder.name
    return _folders().get(name, "")


@static(ENVIRONMENT, "string GetEnvironmentVariable(string variable)")
@static(ENVIRONMENT, "string GetEnvironmentVariable(string variable, System.EnvironmentVariableTarget target)")
def get_variable(name: str, target: Value = None) -> str | None:
    """A variable of the session's environment, null when it is not there."""
    if name is None:
        raise null_argument("variable")
    return variable(name)


@static(ENVIRONMENT, "void SetEnvironmentVariable(string variable, string value)")
@static(
    ENVIRONMENT,
    "void SetEnvironmentVariable(string variable, string value, System.EnvironmentVariableTarget target)",
)
def set_variable(name: str, value: str | None, target: Value = None) -> None:
    """Set a variable of the session's environment; empty text removes it."""
    if not name:
        raise argument_error("String cannot be of zero length.", "variable")
    current.session().set_environment(name, value)


@static(ENVIRONMENT, "System.Collections.IDictionary GetEnvironmentVariables()")
@static(ENVIRONMENT, "System.Collections.IDictionary GetEnvironmentVariables(System.EnvironmentVariableTarget target)")
def get_variables(target: Value = None) -> Hashtable:
    """Every variable."""
    return Hashtable(current.session().environment.items())


@static(ENVIRONMENT, "string ExpandEnvironmentVariables(string name)")
def expand(text: str) -> str:
    """The text with `%NAME%` filled in."""
    return re.sub("%([^%]+)%", lambda found: found[0] if (held := variable(found[1])) is None else held, text)


@static(ENVIRONMENT, "void Exit(int exitCode)")
def leave(code: int) -> None:
    """End the run with a code."""
    from msolemu.runtime.errors.records import ExitSignal

    raise ExitSignal(code)


@static(ENVIRONMENT, "string[] GetCommandLineArgs()")
def command_line() -> TypedArray:
    """How a real one would have been started."""
    return TypedArray(["pwsh"], STRING)


@static(ENVIRONMENT, "string[] GetLogicalDrives()")
def logical_drives() -> TypedArray:
    """The emulated drives."""
    return TypedArray(["C:\\"], STRING)


def _ticks() -> int:
    moment = current.session().clock.now()
    return int(moment.timestamp() * 1000) % (2**31)


def _location() -> str:
    locations = current.session().locations
    return "" if locations is None else locations.current.shown


def _framework() -> Value:
    from msolemu.runtime.types.version import Version

    return Version(10, 0, 0)


static_properties(
    ENVIRONMENT,
    NewLine=lambda: os.linesep,
    MachineName=lambda: variable("COMPUTERNAME") or "",
    UserName=lambda: variable("USERNAME") or "",
    UserDomainName=lambda: variable("USERDOMAIN") or "",
    UserInteractive=lambda: current.session().host.is_terminal,
    CurrentDirectory=_location,
    SystemDirectory=lambda: _folders()["System"],
    ProcessorCount=lambda: os.cpu_count() or 1,
    OSVersion=OperatingSystem.of_host,
    ProcessPath=lambda: "pwsh",
    CurrentManagedThreadId=lambda: 1,
    IsPrivilegedProcess=lambda: True,
    Is64BitOperatingSystem=lambda: True,
    Is64BitProcess=lambda: True,
    TickCount=_ticks,
    TickCount64=lambda: Int64(_ticks()),
    ProcessId=os.getpid,
    HasShutdownStarted=lambda: False,
    CommandLine=lambda: "pwsh",
    StackTrace=lambda: "",
    Version=_framework,
    WorkingSet=lambda: Int64(100 * 2**20),
    SystemPageSize=lambda: 4096,
)


ENVIRONMENT.own.statics["exitcode"] = Property(
    "ExitCode",
    lambda owner: current.session().statics.get("exitcode", 0),
    lambda owner, code: current.session().statics.__setitem__("exitcode", code),
    "System.Int32",
)
refused(ENVIRONMENT, "starts no process and reads none of the host", "::FailFast()", "::CpuUsage")

_GENERATION = "int generation, System.GCCollectionMode mode"


@static(
    COLLECTOR,
    "void Collect()",
    "void Collect(int generation)",
    f"void Collect({_GENERATION})",
    f"void Collect({_GENERATION}, bool blocking)",
    f"void Collect({_GENERATION}, bool blocking, bool compacting)",
    "void WaitForPendingFinalizers()",
    "void KeepAlive(System.Object obj)",
    "void SuppressFinalize(System.Object obj)",
)
def collect(*given: Value) -> None:
    """Python looks after memory itself."""


@static(
    COLLECTOR,
    "long GetTotalMemory(bool forceFullCollection)",
    "long GetTotalAllocatedBytes(bool precise)",
    "long GetAllocatedBytesForCurrentThread()",
)
def total_memory(force: bool = False) -> Int64:
    """A plausible size."""
    return Int64(50 * 2**20)


constants(COLLECTOR, MaxGeneration=2)
static(COLLECTOR, "int CollectionCount(int generation)")(lambda generation: 0)
static(COLLECTOR, "int GetGeneration(System.Object obj)")(lambda value: 0)
refused(
    COLLECTOR,
    "leaves memory to Python",
    *(
        f"::{name}()"
        for name in ("TryStartNoGCRegion", "EndNoGCRegion", "WaitForFullGCApproach", "WaitForFullGCComplete")
    ),
    *(f"::{name}()" for name in ("RegisterForFullGCNotification", "CancelFullGCNotification", "AllocateArray")),
    *(f"::{name}()" for name in ("AllocateUninitializedArray", "ReRegisterForFinalize", "GetConfigurationVariables")),
    "::RegisterNoGCRegionCallback()",
)


def _read_protocol(owner: Value) -> Value:
    from msolemu.runtime.casting.conversion import convert

    held = current.session().statics.get("securityprotocol")
    return convert("SystemDefault", known_type(PROTOCOLS)) if held is None else held


def _write_protocol(owner: Value, value: Value) -> None:
    current.session().statics["securityprotocol"] = value


SERVICE_POINT.own.statics["securityprotocol"] = Property("SecurityProtocol", _read_protocol, _write_protocol, PROTOCOLS)
