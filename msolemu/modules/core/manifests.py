"""New-ModuleManifest, Test-ModuleManifest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

from msolemu.cmdlets.declaration import Allow, Cmdlet, Output, Parameter, Switch
from msolemu.foundation.dataclass import dataclass
from msolemu.foundation.names import NameMap
from msolemu.modules.core.manifest_rules import missing_entries
from msolemu.modules.core.module_files import ModuleFiles, texts
from msolemu.modules.core.modules import described
from msolemu.modules.core.services import CoreCall
from msolemu.runtime.binding.validation import ValidateNotNull, ValidateNotNullOrEmpty, ValidateSet
from msolemu.runtime.casting.conversion import convert, to_text
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError
from msolemu.runtime.filesystem.files import FileWriter, place_of
from msolemu.runtime.state.modules import ScriptModule
from msolemu.runtime.types.registry import known_type
from msolemu.runtime.types.uri import absolute
from msolemu.runtime.values.objects import Hashtable, Value, is_enumerable, unwrap

VERSION = "System.Version"
TEXT = Allow.EMPTY_TEXT
NONE = Allow.EMPTY_COLLECTION
NOT_EMPTY = (ValidateNotNullOrEmpty(),)
LINE_END = "\n"

Texts = Sequence[str]


@dataclass(frozen=True)
class Manifest:
    """The parameters of New-ModuleManifest that become entries; an entry that is not given is left as a comment."""

    nested_modules: Annotated[Sequence[Any], Parameter("Modules that come with it.", allow=NONE)] = ()
    guid: Annotated[Any, Parameter("Identifies the module.", type="System.Guid")] = None
    author: Annotated[str, Parameter("Who wrote it.", allow=TEXT)] = ""
    company_name: Annotated[str, Parameter("For whom.", allow=TEXT)] = ""
    copyright_: Annotated[str, Parameter("The copyright.", allow=TEXT)] = ""
    root_module: Annotated[str, Parameter("The file with its code.", aliases=("ModuleToProcess",), allow=TEXT)] = ""
    module_version: Annotated[Any, Parameter("Its version.", type=VERSION, validate=(ValidateNotNull(),))] = None
    description: Annotated[str, Parameter("What it is for.", allow=TEXT)] = ""
    processor_architecture: Annotated[
        Any, Parameter("The processor it needs.", type="System.Reflection.ProcessorArchitecture", convert=to_text)
    ] = None
    power_shell_version: Annotated[Any, Parameter("The PowerShell it needs.", type=VERSION)] = None
    clr_version: Annotated[Any, Parameter("The runtime it needs.", type=VERSION)] = None
    dot_net_framework_version: Annotated[Any, Parameter("The framework it needs.", type=VERSION)] = None
    power_shell_host_name: Annotated[str, Parameter("The host it needs.")] = ""
    power_shell_host_version: Annotated[Any, Parameter("The version of the host.", type=VERSION)] = None
    required_modules: Annotated[Sequence[Any], Parameter("Modules it needs.")] = ()
    types_to_process: Annotated[Texts, Parameter("Files of types.", allow=NONE)] = ()
    formats_to_process: Annotated[Texts, Parameter("Files of views.", allow=NONE)] = ()
    scripts_to_process: Annotated[Texts, Parameter("Scripts to run for the caller.", allow=NONE)] = ()
    required_assemblies: Annotated[Texts, Parameter("Assemblies it needs.", allow=NONE)] = ()
    file_list: Annotated[Texts, Parameter("Its files.", allow=NONE)] = ()
    module_list: Annotated[Sequence[Any], Parameter("Its modules.", allow=NONE)] = ()
    functions_to_export: Annotated[Texts, Parameter("Functions to export.", allow=NONE)] = ()
    aliases_to_export: Annotated[Texts, Parameter("Aliases to export.", allow=NONE)] = ()
    variables_to_export: Annotated[Texts, Parameter("Variables to export.", allow=NONE)] = ()
    cmdlets_to_export: Annotated[Texts, Parameter("Cmdlets to export.", allow=NONE)] = ()
    dsc_resources_to_export: Annotated[Texts, Parameter("DSC resources to export.", allow=NONE)] = ()
    compatible_ps_editions: Annotated[
        Texts,
        Parameter(
            "Editions it runs on.",
            name="CompatiblePSEditions",
            allow=NONE,
            validate=(ValidateSet(("Desktop", "Core")),),
        ),
    ] = ()
    private_data: Annotated[Any, Parameter("Anything else.", allow=Allow.NULL)] = None
    tags: Annotated[Texts, Parameter("Words to find it by.", validate=NOT_EMPTY)] = ()
    project_uri: Annotated[Any, Parameter("Its page.", type="System.Uri", validate=NOT_EMPTY)] = None
    license_uri: Annotated[Any, Parameter("Its licence.", type="System.Uri", validate=NOT_EMPTY)] = None
    icon_uri: Annotated[Any, Parameter("Its icon.", type="System.Uri", validate=NOT_EMPTY)] = None
    release_notes: Annotated[str, Parameter("What is new.", validate=NOT_EMPTY)] = ""
    prerelease: Annotated[str, Parameter("A version before the version.", validate=NOT_EMPTY)] = ""
    require_license_acceptance: Annotated[Switch, Parameter("The licence must be accepted.")] = False
    external_module_dependencies: Annotated[Texts, Parameter("Modules from elsewhere.", validate=NOT_EMPTY)] = ()
    help_info_uri: Annotated[str, Parameter("Where its help is.", allow=Allow.NULL)] = ""
    pass_thru: Annotated[Switch, Parameter("Gives the text.")] = False
    default_command_prefix: Annotated[str, Parameter("A prefix for its nouns.", allow=Allow.NULL)] = ""


DESKTOP_ONLY = "This prerequisite is valid for the PowerShell Desktop edition only."
EXPORTS = (
    "{0} to export from this module, for best performance, do not use wildcards and do not delete the entry, use an "
    "empty array if there are no {1} to export."
)
ENTRIES = (
    ("RootModule", "Script module or binary module file associated with this manifest.", ""),
    ("ModuleVersion", "Version number of this module.", "0.0.1"),
    ("CompatiblePSEditions", "Supported PSEditions", ()),
    ("GUID", "ID used to uniquely identify this module", None),
    ("Author", "Author of this module", None),
    ("CompanyName", "Company or vendor of this module", "Unknown"),
    ("Copyright", "Copyright statement for this module", None),
    ("Description", "Description of the functionality provided by this module", ""),
    ("PowerShellVersion", "Minimum version of the PowerShell engine required by this module", ""),
    ("PowerShellHostName", "Name of the PowerShell host required by this module", ""),
    ("PowerShellHostVersion", "Minimum version of the PowerShell host required by this module", ""),
    (
        "DotNetFrameworkVersion",
        f"Minimum version of Microsoft .NET Framework required by this module. {DESKTOP_ONLY}",
        "",
    ),
    ("ClrVersion", f"Minimum version of the common language runtime (CLR) required by this module. {DESKTOP_ONLY}", ""),
    ("ProcessorArchitecture", "Processor architecture (None, X86, Amd64) required by this module", ""),
    ("RequiredModules", "Modules that must be imported into the global environment prior to importing this module", ()),
    ("RequiredAssemblies", "Assemblies that must be loaded prior to importing this module", ()),
    (
        "ScriptsToProcess",
        "Script files (.ps1) that are run in the caller's environment prior to importing this module.",
        (),
    ),
    ("TypesToProcess", "Type files (.ps1xml) to be loaded when importing this module", ()),
    ("FormatsToProcess", "Format files (.ps1xml) to be loaded when importing this module", ()),
    ("NestedModules", "Modules to import as nested modules of the module specified in RootModule/ModuleToProcess", ()),
    ("FunctionsToExport", EXPORTS.format("Functions", "functions"), "*"),
    ("CmdletsToExport", EXPORTS.format("Cmdlets", "cmdlets"), "*"),
    ("VariablesToExport", "Variables to export from this module", "*"),
    ("AliasesToExport", EXPORTS.format("Aliases", "aliases"), "*"),
    ("DscResourcesToExport", "DSC resources to export from this module", ()),
    ("ModuleList", "List of all modules packaged with this module", ()),
    ("FileList", "List of all files packaged with this module", ()),
)
ALWAYS = (
    *("ModuleVersion", "GUID", "Author", "CompanyName", "Copyright"),
    *("FunctionsToExport", "CmdletsToExport", "VariablesToExport", "AliasesToExport"),
)
PACKAGE: tuple[tuple[str, str, Value], ...] = (
    ("Tags", "Tags applied to this module. These help with module discovery in online galleries.", ()),
    ("LicenseUri", "A URL to the license for this module.", ""),
    ("ProjectUri", "A URL to the main website for this project.", ""),
    ("IconUri", "A URL to an icon representing this module.", ""),
    ("ReleaseNotes", "ReleaseNotes of this module", ""),
    ("Prerelease", "Prerelease string of this module", ""),
    (
        "RequireLicenseAcceptance",
        "Flag to indicate whether the module requires explicit user acceptance for install/update/save",
        False,
    ),
    ("ExternalModuleDependencies", "External dependent modules of this module", ()),
)

new_module_manifest = Cmdlet(
    "New-ModuleManifest",
    "Writes the manifest of a module.",
    should_process=True,
    examples={
        "New-ModuleManifest ./Tools.psd1 -RootModule Tools.psm1 -ModuleVersion 1.0 -Author Ann": "Writes a manifest."
    },
)


@new_module_manifest.parameter_set()
def written(
    call: CoreCall, path: Annotated[str, Parameter("The file to write.", position=0)], manifest: Manifest
) -> Output[str]:
    """Entries that are not given stand in the file as comments, so that they can be filled in later."""
    place = place_of(call.session, path)
    if not path.lower().endswith(".psd1"):
        raise call.error(
            "Modules_InvalidModuleManifestPath",
            f"The path '{path}' is not valid. The path argument must resolve to a single file in the file system with "
            "a '.psd1' extension. Correct the path and try again.",
            ErrorCategory.INVALID_ARGUMENT,
            "System.InvalidOperationException",
            target=path,
        )
    text = manifest_text(call, path, manifest)
    if call.should_process(place.shown, "New-ModuleManifest"):
        writer = FileWriter(call.session, place)
        writer.write(text)
        writer.close()
    if manifest.pass_thru:
        yield text


def manifest_text(call: CoreCall, path: str, manifest: Manifest) -> str:
    """The text of the file."""
    name = path.replace("\\", "/").rpartition("/")[2].rpartition(".")[0]
    now = call.session.clock.now()
    author = manifest.author or call.session.environment_value("USERNAME") or ""
    defaults: dict[str, Value] = {
        "GUID": call.session.ids.guid(),
        "Author": author,
        "Copyright": f"(c) {author}. All rights reserved.",
    }
    given = NameMap((key, call.bound[key]) for key in call.bound)
    lines = [
        "#",
        f"# Module manifest for module '{name}'",
        "#",
        f"# Generated by: {author}",
        "#",
        f"# Generated on: {now.month}/{now.day}/{now.year}",
        "#",
        "",
        "@{",
        "",
    ]
    for key, comment, default in ENTRIES:
        value = given.get(key, defaults.get(key, default))
        shown = key in given or key in ALWAYS or key in defaults
        lines += [f"# {comment}", _entry(key, value, commented=not shown or not _is_said(key, value)), ""]
    lines += [
        *_private_data(given),
        "",
        "# HelpInfo URI of this module",
        _optional("HelpInfoURI", _absolute(given.get("HelpInfoUri"))),
        "",
    ]
    prefix = given.get("DefaultCommandPrefix")
    lines += [
        "# Default prefix for commands exported from this module. Override the default prefix using "
        "Import-Module -Prefix.",
        _optional("DefaultCommandPrefix", prefix),
        "",
        "}",
        "",
    ]
    return LINE_END.join(lines) + LINE_END


def _is_said(key: str, value: Value) -> bool:
    return key in ALWAYS or value not in (None, "", ())


def _entry(key: str, value: Value, *, commented: bool) -> str:
    return f"{'# ' if commented else ''}{key} = {literal(value)}"


def _optional(key: str, value: Value) -> str:
    return _entry(key, value or "", commented=not value)


def _absolute(uri: Value) -> Value:
    """An address as it is written, blanks and the like escaped; a relative one is refused."""
    return absolute(convert(uri, known_type("System.Uri"))) if uri else None


def _private_data(given: NameMap[Value]) -> Iterator[str]:
    yield (
        "# Private data to pass to the module specified in RootModule/ModuleToProcess. This may also contain a PSData "
        "hashtable with additional module metadata used by PowerShell."
    )
    yield "PrivateData = @{"
    yield ""
    own = unwrap(given.get("PrivateData"))
    if isinstance(own, Hashtable):
        for key, value in own.items():
            yield f"    {key} = {literal(value)}"
    yield "    PSData = @{"
    yield ""
    for key, comment, default in PACKAGE:
        value = _absolute(given.get(key)) if key.endswith("Uri") else given.get(key)
        yield f"        # {comment}"
        yield f"        {_entry(key, value or default, commented=not value)}"
        yield ""
    yield "    } # End of PSData hashtable"
    yield ""
    yield "} # End of PrivateData hashtable"


def literal(value: Value) -> str:
    """A value as a manifest writes it."""
    plain = unwrap(value)
    if isinstance(plain, bool):
        return f"${str(plain).lower()}"
    if isinstance(plain, Hashtable):
        return "@{" + "; ".join(f"{key} = {literal(one)}" for key, one in plain.items()) + "}"
    if isinstance(plain, tuple):
        plain = list(plain)
    if is_enumerable(plain):
        words = [literal(one) for one in plain]
        return ", ".join(words) if words else "@()"
    return "'" + to_text(plain).replace("'", "''") + "'"


test_module_manifest = Cmdlet(
    "Test-ModuleManifest",
    "Reads the manifest of a module.",
    output=ScriptModule,
    examples={
        "New-ModuleManifest ./Checked.psd1 -ModuleVersion 2.1; Test-ModuleManifest ./Checked.psd1": "Reads what "
        "was written."
    },
)


@test_module_manifest.parameter_set()
def tested(
    call: CoreCall,
    path: Annotated[str, Parameter("The manifest.", position=0, from_pipeline=True, from_property=True)],
) -> Output[ScriptModule]:
    """Gives the module as the manifest describes it; its code is not run."""
    files = ModuleFiles(call.session, lambda value: None)
    found = files.find(path) if path.lower().endswith(".psd1") else None
    if found is None:
        call.write_error(
            "Modules_ModuleNotFound" if path.lower().endswith(".psd1") else "Modules_InvalidModuleManifestPath",
            f"The specified module '{path}' was not loaded because no valid module file was found in any module "
            "directory.",
            ErrorCategory.RESOURCE_UNAVAILABLE,
            "System.IO.FileNotFoundException",
            target=path,
        )
        return
    try:
        module = described(files, found)
        files.demand_processed(module)
    except PowerShellError as error:
        call.write_error(error)
        return
    for fault in missing_entries(
        lambda member: texts(module.manifest.get(member)), lambda entry: files.is_there(module, entry), found
    ):
        call.write_error(fault)
    yield module
