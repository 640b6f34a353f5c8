"""The views of PowerShell's own types, as PowerShell 7.6 defines them."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

from msolemu.formatting.style_views import STYLE_VIEWS
from msolemu.formatting.table import Alignment
from msolemu.formatting.views import Column, CustomView, GroupBy, Item, ListView, TableView, View, WideView, by_type
from msolemu.runtime.casting.conversion import culture_text
from msolemu.runtime.state import current
from msolemu.runtime.values.members import get_property, invoke_method
from msolemu.runtime.values.objects import PSObject, Value, unwrap

_LEFT, _RIGHT = Alignment.LEFT, Alignment.RIGHT
_COMMANDS = "System.Management.Automation."
_UTILITY = "Microsoft.PowerShell.Commands."


def _command_name(command: Value) -> Value:
    """Aliases show what they stand for."""
    alias = culture_text(get_property(command, "CommandType")) == "Alias"
    return get_property(command, "DisplayName" if alias else "Name")


_HINTS = {"Date": "ToLongDateString", "Time": "ToLongTimeString"}


def _date_text(date: Value) -> str:
    """The whole moment, unless Get-Date -DisplayHint has asked for a part of it."""
    if isinstance(date, PSObject) and "displayhint" in date.members:
        part = _HINTS.get(culture_text(get_property(date, "DisplayHint")))
        if part is not None:
            return culture_text(invoke_method(date, part, []))
    return culture_text(get_property(date, "DateTime"))


def _match_text(match: Value) -> str:
    """The match with its path as seen from the current location."""
    locations = current.session().locations
    return culture_text(invoke_method(match, "ToString", [locations.current.shown if locations else ""]))


def _duration(entry: Value) -> str:
    """Seconds with three places; minutes and hours only where there are any."""
    thousandths = unwrap(get_property(entry, "Duration")).ticks // 10_000
    minutes, seconds = divmod(thousandths, 60_000)
    hours, minutes = divmod(minutes, 60)
    tail = f"{seconds % 1000:03}"
    if hours:
        return f"{hours}:{minutes:02}:{seconds // 1000:02}.{tail}"
    return f"{minutes}:{seconds // 1000:02}.{tail}" if minutes else f"{seconds // 1000}.{tail}"


def _pre_release(module: Value) -> Value:
    private = get_property(module, "PrivateData")
    return get_property(get_property(private, "PSData"), "Prerelease") if private is not None else None


def _exported_commands(module: Value) -> Value:
    return get_property(get_property(module, "ExportedCommands"), "Values")


def _exported(module: Value, kind: str) -> Value:
    return get_property(get_property(module, f"Exported{kind}"), "Keys")


def _folder_heading(item: Value) -> str:
    return f"    Directory: {culture_text(get_property(item, 'PSParentPath')).partition('::')[2]}"


_FILES = ("System.IO.DirectoryInfo", "System.IO.FileInfo")
_BY_FOLDER = GroupBy("PSParentPath", "Directory", _folder_heading)


def _overloads(method: Value) -> str:
    """Each overload on a line of its own, and the line end that Out-String adds."""
    return "".join(f"{line}\n" for line in get_property(method, "OverloadDefinitions"))


_DATA: tuple[View, ...] = (
    TableView(
        _FILES,
        (
            Column("Mode", width=7, alignment=_LEFT),
            Column("LastWriteTime", of="LastWriteTimeString", width=26, alignment=_RIGHT),
            Column("Length", of="LengthString", width=14, alignment=_RIGHT),
            Column("Name", of="NameString", alignment=_LEFT),
        ),
        group_by=_BY_FOLDER,
    ),
    ListView(
        _FILES,
        ("Name", "CreationTime", "LastWriteTime", "LastAccessTime", "Mode", "LinkType", "Target"),
        group_by=_BY_FOLDER,
    ),
    WideView(_FILES, "Name", group_by=_BY_FOLDER),
    TableView("System.Collections.DictionaryEntry", (Column("Name", width=30), Column("Value"))),
    ListView("System.Collections.DictionaryEntry", ("Name", "Value")),
    CustomView("System.DateTime", _date_text),
    TableView("System.Guid", (Column("Guid"),)),
    ListView(
        "System.TimeSpan",
        (
            *("Days", "Hours", "Minutes", "Seconds", "Milliseconds", "Ticks"),
            *("TotalDays", "TotalHours", "TotalMinutes", "TotalSeconds", "TotalMilliseconds"),
        ),
    ),
    TableView(
        "System.TimeSpan",
        (Column("Days"), Column("Hours"), Column("Minutes"), Column("Seconds"), Column("Milliseconds")),
    ),
    WideView("System.TimeSpan", "TotalMilliseconds"),
    TableView(
        "System.Version",
        (Column("Major", width=6), Column("Minor", width=6), Column("Build", width=6), Column("Revision", width=8)),
    ),
    TableView(
        _COMMANDS + "SemanticVersion",
        (
            Column("Major", width=6),
            Column("Minor", width=6),
            Column("Patch", width=6),
            Column("PreReleaseLabel", width=15),
            Column("BuildLabel", width=11),
        ),
    ),
    TableView(
        "System.Globalization.CultureInfo", (Column("LCID", width=16), Column("Name", width=16), Column("DisplayName"))
    ),
    TableView(
        "System.RuntimeType",
        (
            Column("IsPublic", width=8),
            Column("IsSerial", of="IsSerializable", width=8),
            Column("Name", width=40),
            Column("BaseType"),
        ),
    ),
    CustomView(_COMMANDS + "ScriptBlock", culture_text, out_of_band=True),
    CustomView(_COMMANDS + "InformationRecord", culture_text, out_of_band=True),
    CustomView(_COMMANDS + "WarningRecord", culture_text, out_of_band=True),
    TableView(_COMMANDS + "PSVariable", (Column("Name", width=30), Column("Value"))),
    TableView(_COMMANDS + "PathInfo", (Column("Path"),)),
    TableView(_COMMANDS + "PSMethod", (Column("OverloadDefinitions", of=_overloads),), wrap=True),
    TableView(
        tuple(
            _COMMANDS + name
            for name in (
                "AliasInfo",
                "ApplicationInfo",
                "CmdletInfo",
                "ExternalScriptInfo",
                "FilterInfo",
                "FunctionInfo",
            )
        ),
        (
            Column("CommandType", width=15),
            Column("Name", of=_command_name, width=50),
            Column("Version", width=10),
            Column("Source"),
        ),
    ),
    ListView(
        _COMMANDS + "AliasInfo", ("DisplayName", "CommandType", "Definition", "ReferencedCommand", "ResolvedCommand")
    ),
    ListView((_COMMANDS + "FilterInfo", _COMMANDS + "FunctionInfo"), ("Name", "CommandType", "Definition")),
    TableView(
        _COMMANDS + "PSModuleInfo",
        (
            Column("ModuleType", width=10, alignment=_LEFT),
            Column("Version", width=10, alignment=_LEFT),
            Column("PreRelease", of=_pre_release, width=10, alignment=_LEFT),
            Column("Name", width=35, alignment=_LEFT),
            Column("ExportedCommands", of=_exported_commands, alignment=_LEFT),
        ),
    ),
    WideView(_COMMANDS + "PSModuleInfo", "Name"),
    ListView(
        _COMMANDS + "PSModuleInfo",
        (
            *("Name", "Path", "Description", "ModuleType", "Version"),
            Item("PreRelease", _pre_release),
            "NestedModules",
            *(
                Item(f"Exported{kind}", functools.partial(_exported, kind=kind))
                for kind in ("Functions", "Cmdlets", "Variables", "Aliases")
            ),
        ),
    ),
    TableView(
        _COMMANDS + "PSDriveInfo",
        (
            Column("Name", width=10),
            Column("Used (GB)", of=lambda drive: None, width=13),
            Column("Free (GB)", of=lambda drive: None, width=13),
            Column("Provider", of=lambda drive: get_property(get_property(drive, "Provider"), "Name"), width=13),
            Column("Root", width=35),
            Column("CurrentLocation"),
        ),
    ),
    ListView(_COMMANDS + "PSDriveInfo", ("Name", "Description", "Provider", "Root", "CurrentLocation")),
    TableView(_COMMANDS + "ProviderInfo", (Column("Name", width=20), Column("Capabilities"), Column("Drives"))),
    ListView(
        _COMMANDS + "ProviderInfo",
        ("Name", "Drives", "Path", "Home", "Description", "Capabilities", "ImplementingType"),
    ),
    TableView(
        _UTILITY + "GroupInfo", (Column("Count", width=5, alignment=_RIGHT), Column("Name", width=25), Column("Group"))
    ),
    ListView(_UTILITY + "GroupInfo", ("Name", "Count", "Group", "Values")),
    TableView(_UTILITY + "GroupInfoNoElement", (Column("Count", width=5, alignment=_RIGHT), Column("Name", width=25))),
    ListView(_UTILITY + "GroupInfoNoElement", ("Name", "Count", "Values")),
    TableView(
        _UTILITY + "MemberDefinition",
        (Column("Name"), Column("MemberType"), Column("Definition")),
        group_by=GroupBy("TypeName", "TypeName"),
        autosize=True,
    ),
    CustomView(_UTILITY + "MatchInfo", _match_text),
    TableView(
        _UTILITY + "FileHashInfo",
        (Column("Algorithm", width=15, alignment=_LEFT), Column("Hash", width=70, alignment=_LEFT), Column("Path")),
    ),
    TableView(
        _UTILITY + "ByteCollection",
        (
            Column("Offset", of="HexOffset", width=16, alignment=_RIGHT),
            Column("Bytes\n00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F", of="HexBytes", width=47, alignment=_LEFT),
            Column("Ascii", width=16, alignment=_LEFT),
        ),
        group_by=GroupBy("Label", "Label"),
    ),
    TableView(
        _UTILITY + "HistoryInfo",
        (
            Column("Id", width=4, alignment=_RIGHT),
            Column("Duration", of=_duration, width=12, alignment=_RIGHT),
            Column("CommandLine"),
        ),
    ),
    TableView(
        _COMMANDS + "Job",
        (
            Column("Id", width=6, alignment=_LEFT),
            Column("Name", width=15, alignment=_LEFT),
            Column("PSJobTypeName", width=15, alignment=_LEFT),
            Column("State", width=13, alignment=_LEFT),
            Column("HasMoreData", width=15, alignment=_LEFT),
            Column("Location", width=20, alignment=_LEFT),
            Column("Command", width=25, alignment=_LEFT),
        ),
    ),
    TableView(_COMMANDS + "CallStackFrame", (Column("Command"), Column("Arguments"), Column("Location"))),
    TableView(_COMMANDS + "CommandInfo", (Column("CommandType", width=15), Column("Name"))),
    CustomView(_COMMANDS + "CommandParameterSetInfo", culture_text),
    TableView("System.Threading.Tasks.Task", (Column("Id"), Column("IsCompleted"), Column("Status"))),
    ListView(
        "System.DirectoryServices.DirectoryEntry",
        (Item("distinguishedName", "distinguishedName"), Item("Path", "path")),
    ),
    *STYLE_VIEWS,
)


@functools.cache
def _by_type() -> Mapping[str, Sequence[View]]:
    return by_type(_DATA)


def builtin_views(type_name: str) -> Sequence[View]:
    """The views of a built-in type."""
    return _by_type().get(type_name.lower(), ())
