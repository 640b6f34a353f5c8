"""The drives of a session besides the file system: environment, variables, functions, aliases.

`drive_of` says which drive a path names or starts at; what belongs to the machine itself (the registry) is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.errors.records import ErrorCategory, StatementError, runtime_error
from msolemu.runtime.filesystem.files import locations_of
from msolemu.runtime.invoking.scriptblock import ScriptBlock
from msolemu.runtime.reflection.command_types import Alias
from msolemu.runtime.reflection.variable_objects import VariableObject, variables_seen
from msolemu.runtime.state.session import Session
from msolemu.runtime.text.wildcard import WildcardPattern, has_wildcards, unescape
from msolemu.runtime.values.objects import DictionaryEntry, Value, unwrap

_DRIVE = re.compile(r"(?:Microsoft\.PowerShell\.\w+\\)?(\w[\w.]+)::?[\\/]?(.*)", re.DOTALL)
_OF_FILES = re.compile(r"[A-Za-z]:|[~\\/]")
_HERE = re.compile(r"\.{1,2}(?:[\\/]|$)")
REFUSED = {
    "hklm": "registry",
    "hkcu": "registry",
    "hkcr": "registry",
    "hku": "registry",
    "registry": "registry",
    "cert": "certificate store",
    "certificate": "certificate store",
    "wsman": "remote management configuration",
}


class Drive(Protocol):
    """What a drive of named values can do."""

    @property
    def name(self) -> str:
        """The name of the drive."""
        ...

    def names(self, session: Session) -> list[str]:
        """The names, as they are spelt."""
        ...

    def item(self, session: Session, name: str) -> Value:
        """The object of a name that is there."""
        ...

    def value(self, session: Session, name: str) -> Value:
        """What `Get-Content` gives."""
        ...

    def put(self, session: Session, name: str, value: Value) -> None:
        """Set what a name stands for."""
        ...

    def remove(self, session: Session, name: str) -> None:
        """Take a name away."""
        ...


@dataclass(frozen=True)
class EnvironmentDrive:
    """`Env:`."""

    name: str = "Env"

    def names(self, session: Session) -> list[str]:
        """The names of the environment variables."""
        return list(session.environment)

    def item(self, session: Session, name: str) -> Value:
        """Name and value."""
        return DictionaryEntry(name, session.environment_value(name))

    def value(self, session: Session, name: str) -> Value:
        """The value."""
        return session.environment_value(name)

    def put(self, session: Session, name: str, value: Value) -> None:
        """Set the variable."""
        session.set_environment(name, to_text(value))

    def remove(self, session: Session, name: str) -> None:
        """Remove the variable."""
        session.set_environment(name, None)


@dataclass(frozen=True)
class VariableDrive:
    """`Variable:`."""

    name: str = "Variable"

    def names(self, session: Session) -> list[str]:
        """The names of the visible variables."""
        return [one.name for one in variables_seen(session, session.frame.scope).values()]

    def item(self, session: Session, name: str) -> VariableObject:
        """The variable."""
        return variables_seen(session, session.frame.scope)[name.lower()]

    def value(self, session: Session, name: str) -> Value:
        """The value."""
        return self.item(session, name).value

    def put(self, session: Session, name: str, value: Value) -> None:
        """Set the variable."""
        session.set_variable(name, value)

    def remove(self, session: Session, name: str) -> None:
        """Remove the variable."""
        holder = session.frame.scope.holder(name.lower())
        if holder is not None:
            holder.remove(name.lower())


@dataclass(frozen=True)
class FunctionDrive:
    """`Function:`."""

    name: str = "Function"

    def names(self, session: Session) -> list[str]:
        """The names of the visible functions."""
        found: dict[str, str] = {}
        for scope in session.frame.scope.chain():
            for folded, function in (scope.functions or {}).items():
                found.setdefault(folded, function.name)
        return list(found.values())

    def item(self, session: Session, name: str) -> Value:
        """The function."""
        return session.find_function(name)

    def value(self, session: Session, name: str) -> Value:
        """Its script block."""
        return session.find_function(name).script_block

    def put(self, session: Session, name: str, value: Value) -> None:
        """Define the function."""
        plain = unwrap(value)
        session.define_function(name, plain if isinstance(plain, ScriptBlock) else to_text(plain))

    def remove(self, session: Session, name: str) -> None:
        """Remove the function."""
        for scope in session.frame.scope.chain():
            if scope.functions and name.lower() in scope.functions:
                del scope.functions[name.lower()]
                return


@dataclass(frozen=True)
class AliasDrive:
    """`Alias:`."""

    name: str = "Alias"

    def names(self, session: Session) -> list[str]:
        """The names of the visible aliases."""
        return list({name: None for scope in session.frame.scope.chain() for name in scope.aliases or ()})

    def item(self, session: Session, name: str) -> Alias:
        """The alias."""
        return Alias(session, name, session.find_alias(name) or "")

    def value(self, session: Session, name: str) -> Value:
        """The command that it stands for."""
        return session.find_alias(name)

    def put(self, session: Session, name: str, value: Value) -> None:
        """Define the alias."""
        session.define_alias(name, to_text(value))

    def remove(self, session: Session, name: str) -> None:
        """Remove the alias."""
        for scope in session.frame.scope.chain():
            if scope.aliases and name.lower() in scope.aliases:
                del scope.aliases[name.lower()]
                return


DRIVES: dict[str, Drive] = {
    "env": EnvironmentDrive(),
    "environment": EnvironmentDrive(),
    "variable": VariableDrive(),
    "function": FunctionDrive(),
    "alias": AliasDrive(),
}


def drive_of(session: Session, path: str) -> tuple[Drive, str] | None:
    """The drive that a path names or starts at, and the rest; None where it is a path of files."""
    found = _DRIVE.match(path)
    if found is None:
        here = locations_of(session).drive.lower()
        return (DRIVES[here], _HERE.sub("", path)) if here and not _OF_FILES.match(path) else None
    name = found[1].lower()
    if name in REFUSED:
        raise provider_refused(found[1], REFUSED[name])
    drive = DRIVES.get(name)
    return None if drive is None else (drive, found[2])


def provider_refused(name: str, what: str) -> StatementError:
    """The error for a drive of the machine itself."""
    return runtime_error(
        "ProviderNotEmulated",
        f"The drive '{name}' leads to the {what} of the machine, which is not emulated.",
        ErrorCategory.NOT_IMPLEMENTED,
        target=name,
    )


def matching(session: Session, drive: Drive, name: str, *, literal: bool = False) -> Iterator[str]:
    """The names of a drive that a path means; without wildcards a missing one is an error."""
    names = drive.names(session)
    if not name:
        return
    if literal or not has_wildcards(name):
        plain = name if literal else unescape(name)
        spelled = next((one for one in names if one.lower() == plain.lower()), None)
        if spelled is None:
            raise item_missing(plain)
        yield spelled
        return
    pattern = WildcardPattern(name)
    yield from sorted((one for one in names if pattern.matches(one)), key=str.lower)


def item_missing(name: str) -> StatementError:
    """The error for a name that a drive does not have."""
    return runtime_error(
        "PathNotFound",
        f"Cannot find path '{name}' because it does not exist.",
        ErrorCategory.OBJECT_NOT_FOUND,
        "System.Management.Automation.ItemNotFoundException",
        target=name,
    )
