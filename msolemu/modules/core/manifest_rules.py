"""What makes a table the manifest of a module: its members, its version, the files that it names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msolemu.runtime.casting.conversion import convert, to_text
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError, StatementError, runtime_error
from msolemu.runtime.state.version_table import EMULATED
from msolemu.runtime.types.registry import known_type

if TYPE_CHECKING:
    from msolemu.foundation.names import NameMap
    from msolemu.runtime.values.objects import Value

MEMBERS = (
    *("ModuleToProcess", "NestedModules", "GUID", "Author", "CompanyName", "Copyright", "ModuleVersion", "Description"),
    *("PowerShellVersion", "PowerShellHostName", "PowerShellHostVersion", "CLRVersion", "DotNetFrameworkVersion"),
    *("ProcessorArchitecture", "RequiredModules", "TypesToProcess", "FormatsToProcess", "ScriptsToProcess"),
    *("PrivateData", "RequiredAssemblies", "ModuleList", "FileList", "FunctionsToExport", "VariablesToExport"),
    *("AliasesToExport", "CmdletsToExport", "DscResourcesToExport", "HelpInfoURI", "RootModule"),
    *("DefaultCommandPrefix", "CompatiblePSEditions"),
)
VERSIONS = ("ModuleVersion", "PowerShellVersion", "PowerShellHostVersion", "CLRVersion", "DotNetFrameworkVersion")
ENTRIES = (
    ("RootModule", "Modules_InvalidRootModuleInModuleManifest", "RootModule"),
    ("NestedModules", "Modules_InvalidNestedModuleinModuleManifest", "NestedModule"),
    ("RequiredAssemblies", "Modules_InvalidRequiredAssembliesInModuleManifest", "RequiredAssemblies"),
    ("RequiredModules", "Modules_InvalidRequiredModulesinModuleManifest", "RequiredModules"),
    ("FileList", "Modules_InvalidFilePathinModuleManifest", "FileList"),
    ("ModuleList", "Modules_InvalidModuleListinModuleManifest", "ModuleList"),
)
"""The members that name files or modules, with the id and the word of the error for one that is not there."""
PROCESSED = ("TypesToProcess", "FormatsToProcess", "ScriptsToProcess")
INVALID = "Modules_InvalidManifest"


def invalid(message: str, path: str, exception: str = "System.ArgumentException") -> StatementError:
    """The manifest cannot be used."""
    return runtime_error(INVALID, message, ErrorCategory.RESOURCE_UNAVAILABLE, exception, target=path)


def no_table(path: str) -> StatementError:
    """The file holds something else than a table."""
    return invalid(
        f"Processing the module manifest file '{path}' did not result in a valid manifest object. Update the file to "
        "contain a valid PowerShell module manifest. A valid manifest can be created using the New-ModuleManifest "
        "cmdlet.",
        path,
    )


def no_data(path: str) -> StatementError:
    """The file does more than name constants."""
    return invalid(
        f"The module manifest '{path}' could not be processed because it is not a valid PowerShell module manifest "
        "file. Remove the elements that are not permitted.",
        path,
        "System.Management.Automation.RuntimeException",
    )


def demand_valid(manifest: NameMap[Value], path: str) -> None:
    """Raise the error for members that there are not, versions that are none, and a PowerShell that is not there."""
    known = {one.lower() for one in MEMBERS}
    unknown = [one for one in manifest if one.lower() not in known]
    if unknown:
        raise _unknown_members(unknown, path)
    if manifest.get("ModuleVersion") is None:
        raise invalid(
            "The member 'ModuleVersion' is not present in the module manifest. This member must exist and be assigned "
            f"a version number of the form 'n.n.n.n'. Add the missing member to the file '{path}'.",
            path,
            "System.MissingMemberException",
        )
    for member in VERSIONS:
        _demand_version(manifest, member, path)
    _demand_engine(manifest, path)


def _unknown_members(unknown: list[str], path: str) -> StatementError:
    valid, bad = (", ".join(f"'{one}'" for one in names) for names in (MEMBERS, unknown))
    return runtime_error(
        "Modules_InvalidManifestMember",
        f"The '{path}' module cannot be imported because its manifest contains one or more members that are not "
        f"valid. The valid manifest members are ({valid}). Remove the members that are not valid ({bad}), then try to "
        "import the module again.",
        ErrorCategory.INVALID_DATA,
        "System.InvalidOperationException",
        target=path,
    )


def _demand_version(manifest: NameMap[Value], member: str, path: str) -> None:
    value = manifest.get(member)
    if value in (None, ""):
        return
    try:
        convert(value, known_type("System.Version"))
    except PowerShellError as error:
        reason = error.record.exception.message
        raise invalid(
            f"The '{member}' member is not valid in the module manifest file '{path}': {reason}", path
        ) from None


def _demand_engine(manifest: NameMap[Value], path: str) -> None:
    wanted = manifest.get("PowerShellVersion")
    kind = known_type("System.Version")
    if wanted in (None, "") or convert(wanted, kind) <= convert(EMULATED, kind):
        return
    raise runtime_error(
        "Modules_InsufficientPowerShellVersion",
        f"The version of PowerShell on this computer is '{EMULATED}'. The module '{path}' requires a minimum "
        f"PowerShell version of '{to_text(wanted)}' to run. Verify that you have the minimum required version of "
        "PowerShell installed, and then try again.",
        ErrorCategory.RESOURCE_UNAVAILABLE,
        "System.InvalidOperationException",
        target=path,
    )


def missing_entries(
    names: Callable[[str], list[str]], is_there: Callable[[str], bool], path: str
) -> Iterator[StatementError]:
    """The errors for the files and modules that a manifest names and that are nowhere."""
    for member, identity, word in ENTRIES:
        for entry in names(member):
            if not is_there(entry):
                yield runtime_error(
                    identity,
                    f"The specified {word} entry '{entry}' in the module manifest '{path}' is invalid. Try again after "
                    "updating this entry with valid values.",
                    ErrorCategory.OBJECT_NOT_FOUND,
                    "System.IO.DirectoryNotFoundException",
                    target=path,
                )


def missing_file(member: str, file: str, path: str) -> StatementError:
    """A file that the module would process is not there."""
    return invalid(
        f"The member '{member}' in the module manifest is not valid: Cannot find path '{file}' because it does not "
        f"exist.. Verify that a valid value is specified for this field in the '{path}' file.",
        path,
    )


def missing_module(name: str, member: str, path: str) -> StatementError:
    """A file with code of the module is not there."""
    return runtime_error(
        "Modules_ModuleFileNotFound",
        f"The module to process '{name}', listed in field '{member}' of module manifest '{path}' was not processed "
        "because no valid module was found in any module directory.",
        ErrorCategory.RESOURCE_UNAVAILABLE,
        "System.IO.FileNotFoundException",
        target=path,
    )


def required_by_each_other(name: str, other: str, path: str) -> StatementError:
    """A module needs one that is waiting for it."""
    return invalid(
        f"The required module '{name}' is not loaded. The module '{name}' has a requiredModule '{other}' in its module "
        f"manifest '{path}' that points to a cyclic dependency.",
        path,
        "System.MissingMemberException",
    )


def missing_required(name: str, path: str) -> StatementError:
    """A module that this one needs is nowhere."""
    return invalid(
        f"The required module '{name}' is not loaded. Load the module or remove the module from 'RequiredModules' in "
        f"the file '{path}'.",
        path,
        "System.MissingMemberException",
    )
