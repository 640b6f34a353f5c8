"""From a name to a command, and what is said of a name that means none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msolemu.foundation.pattern import pattern
from msolemu.runtime.errors.records import ErrorCategory, Position, PowerShellError, StatementError, runtime_error

if TYPE_CHECKING:
    from msolemu.runtime.invoking.pipeline import Command
    from msolemu.runtime.state.frame import Frame
    from msolemu.runtime.state.session import Session


def find(frame: Frame, name: str, extent: Any) -> tuple[Command, str]:
    """The command of a name; raises CommandNotFoundException."""
    try:
        found = frame.session.find_command(name)
    except PowerShellError as error:
        if error.record.position is None:
            error.record.position = Position(extent, name)
        raise
    if found is None:
        found = _find_getter(frame, frame.session.aliased(name), extent)
    return found, name


def _find_getter(frame: Frame, name: str, extent: Any) -> Command:
    """The command that a noun alone means, `location` for `Get-Location`; raises the error for the name itself."""
    session = frame.session
    found = None if "-" in name or "\\" in name else session.find_command(f"Get-{name}")
    if found is None:
        found = autoloaded(session, name)
    if found is not None:
        return found
    raise _of_unknown_module(session, name, extent) or command_not_found(name, extent)


def autoloaded(session: Session, name: str) -> Command | None:
    """The command, its module imported, of a name that a module in the folders of `$env:PSModulePath` exports."""
    from msolemu.runtime.casting.conversion import to_text
    from msolemu.runtime.invoking.commands import run_named
    from msolemu.runtime.state.module_path import exporter_of, named

    if to_text(session.frame.scope.find("psmoduleautoloadingpreference")).lower() == "none":
        return None
    module, _, plain = name.rpartition("\\")
    path = next(named(session, module), None) if module else exporter_of(session, plain)
    if path is None:
        return None
    run_named(session.frame, "Import-Module", {"Name": [path], "Global": True}, lambda value: None)
    return session.find_command(name)


_QUALIFIED = pattern(r"([^\\:]*[^\\:.])\\[^\\]+")


def _of_unknown_module(session: Session, name: str, extent: Any) -> StatementError | None:
    """The error for a command of a module that does not exist; None where it does, or the name has no module's."""
    from msolemu.runtime.foreign.foreign_commands import why_foreign

    found = _QUALIFIED.fullmatch(name)
    if found is None or session.has_module(found[1]) or why_foreign(name) is not None:
        return None
    module = found[1]
    error = command_not_found(name, extent)
    error.record.error_id = "CouldNotAutoLoadModule"
    error.record.exception.message = (
        f"The module '{module}' could not be loaded. For more information, run 'Import-Module {module}'."
    )
    return error


def command_not_found(name: str, extent: Any = None) -> StatementError:
    """The error for a name that means no command."""
    from msolemu.runtime.foreign.foreign_commands import why_foreign

    text = (
        f"The term '{name}' is not recognized as a name of a cmdlet, function, script file, or executable program.\n"
        "Check the spelling of the name, or if a path was included, verify that the path is correct and try again."
    )
    foreign = why_foreign(name)
    error = runtime_error(
        "CommandNotFoundException",
        text if foreign is None else f"{text}\n{foreign}",
        ErrorCategory.OBJECT_NOT_FOUND,
        "System.Management.Automation.CommandNotFoundException",
        target=name,
    )
    error.record.exception.extra["CommandName"] = name
    if extent is not None:
        error.record.position = Position(extent, name)
    return error
