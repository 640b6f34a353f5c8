"""The drives of a session besides the file system: environment, variables, functions, aliases.

Each holds named values. What an item's options forbid is an error, as on the variable, function or alias itself.
"""

from __future__ import annotations

from typing import ClassVar

from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.casting.conversion import convert, to_text
from msolemu.runtime.errors.records import ErrorCategory, StatementError, runtime_error
from msolemu.runtime.filesystem.path_info import PROVIDERS, DriveInfo, ProviderInfo
from msolemu.runtime.invoking.functions import Function
from msolemu.runtime.invoking.scriptblock import ScriptBlock
from msolemu.runtime.reflection.command_types import Alias
from msolemu.runtime.reflection.variable_objects import OPTIONS, VariableObject, variables_seen
from msolemu.runtime.state.aliases import (
    CONSTANT,
    READ_ONLY,
    existing_alias,
    options_of,
    put_alias,
    remove_alias,
    target_of,
    visible_aliases,
)
from msolemu.runtime.state.functions import put_function, remove_function, visible_functions
from msolemu.runtime.state.session import Session
from msolemu.runtime.types.registry import known_type
from msolemu.runtime.values.objects import DictionaryEntry, PSObject, Value, unwrap


@dataclass(frozen=True)
class Change:
    """How a named value may be changed: also what is read-only, and with which options from then on."""

    force: bool = False
    options: Value = None

    @property
    def marks(self) -> int | None:
        """The options as a number; None where none were given."""
        if self.options is None:
            return None
        return int(convert(convert(self.options, known_type(OPTIONS)), known_type("System.Int32")))


CAREFUL = Change()


class Drive:
    """A drive of named values."""

    name: ClassVar[str]
    takes_options: ClassVar[bool] = False

    @property
    def provider(self) -> ProviderInfo:
        """What stands behind it."""
        return PROVIDERS[self.name]

    @property
    def info(self) -> DriveInfo:
        """The drive as an object."""
        return DriveInfo(self.name, self.provider, "")

    def names(self, session: Session) -> list[str]:
        """The names, as they are spelt."""
        raise NotImplementedError

    def item(self, session: Session, name: str) -> Value:
        """The object of a name that is there."""
        raise NotImplementedError

    def value(self, session: Session, name: str) -> Value:
        """What `Get-Content` gives."""
        raise NotImplementedError

    def put(self, session: Session, name: str, value: Value, change: Change = CAREFUL) -> None:
        """Set what a name stands for; null empties or removes it."""
        raise NotImplementedError

    def remove(self, session: Session, name: str, change: Change = CAREFUL) -> None:
        """Take a name away."""
        raise NotImplementedError

    def rename(self, session: Session, name: str, new_name: str, change: Change) -> None:
        """Give what a name stands for another name; what is constant or read-only keeps its own."""
        marks = self.marks(session, name)
        if marks & CONSTANT or (marks & READ_ONLY and not change.force):
            kind = self.name.lower()
            raise runtime_error(
                f"CannotRename{self.name}",
                f"Cannot rename {kind} because {kind} {name} is read-only or constant.",
                ErrorCategory.WRITE_ERROR,
                "System.Management.Automation.SessionStateUnauthorizedAccessException",
                target=name,
            )
        self.put(session, new_name, self.value(session, name), Change(change.force, marks or None))
        self.remove(session, name, change)

    def marks(self, session: Session, name: str) -> int:
        """The options of what is there, as a number."""
        return 0

    def shown(self, session: Session, name: str) -> Value:
        """The object of a name, with what PowerShell notes on it: where it is."""
        found = PSObject(self.item(session, name))
        notes = (
            ("PSPath", f"{self.provider}::{name}"),
            ("PSDrive", self.info),
            ("PSProvider", self.provider),
            ("PSIsContainer", False),
        )
        found.members = {note.lower(): [note, value] for note, value in notes}
        return found


class EnvironmentDrive(Drive):
    """`Env:`."""

    name = "Env"

    @property
    def provider(self) -> ProviderInfo:
        """What stands behind it."""
        return PROVIDERS["Environment"]

    def names(self, session: Session) -> list[str]:
        """The names of the environment variables."""
        return list(session.environment)

    def item(self, session: Session, name: str) -> Value:
        """Name and value."""
        return DictionaryEntry(name, session.environment_value(name))

    def value(self, session: Session, name: str) -> Value:
        """The value."""
        return session.environment_value(name)

    def put(self, session: Session, name: str, value: Value, change: Change = CAREFUL) -> None:
        """Set the variable."""
        plain = unwrap(value)
        session.set_environment(name, to_text(plain.value if isinstance(plain, DictionaryEntry) else value))

    def remove(self, session: Session, name: str, change: Change = CAREFUL) -> None:
        """Remove the variable."""
        session.set_environment(name, None)


class VariableDrive(Drive):
    """`Variable:`."""

    name = "Variable"

    def names(self, session: Session) -> list[str]:
        """The names of the visible variables."""
        return [one.name for one in variables_seen(session, session.frame.scope).values()]

    def item(self, session: Session, name: str) -> VariableObject:
        """The variable."""
        return variables_seen(session, session.frame.scope)[name.lower()]

    def value(self, session: Session, name: str) -> Value:
        """The value."""
        return self.item(session, name).value

    def put(self, session: Session, name: str, value: Value, change: Change = CAREFUL) -> None:
        """Set the variable in the current scope."""
        plain = unwrap(value)
        session.frame.scope.assign(
            name, plain.value if isinstance(plain, VariableObject) else value, force=change.force
        )

    def remove(self, session: Session, name: str, change: Change = CAREFUL) -> None:
        """Remove the variable where it is."""
        self.item(session, name).remove(force=change.force)

    def marks(self, session: Session, name: str) -> int:
        """The options of the variable."""
        rule = self.item(session, name).rule
        return rule.read_only * READ_ONLY | rule.constant * CONSTANT


class FunctionDrive(Drive):
    """`Function:`."""

    name = "Function"
    takes_options = True

    def names(self, session: Session) -> list[str]:
        """The names of the visible functions."""
        return [function.name for function in visible_functions(session).values()]

    def item(self, session: Session, name: str) -> Function:
        """The function."""
        return visible_functions(session)[name.lower()]

    def value(self, session: Session, name: str) -> Value:
        """Its script block."""
        return self.item(session, name).script_block

    def put(self, session: Session, name: str, value: Value, change: Change = CAREFUL) -> None:
        """Define the function by a script block, a text or another function; without one only set its options."""
        plain = unwrap(value)
        if plain is None and change.marks is None:
            self.remove(session, name, change)
            return
        if plain is None:
            function = session.find_function(name)
            if function is not None:
                function.put_options(change.marks)
            return
        if isinstance(plain, Function):
            body, marks = plain.script_block, plain.options
        elif isinstance(plain, ScriptBlock):
            body, marks = plain, None
        elif isinstance(plain, str):
            body, marks = session.parse(plain), None
        else:
            raise not_valid("value")
        put_function(session, name, body, change.marks if change.marks is not None else marks, force=change.force)

    def remove(self, session: Session, name: str, change: Change = CAREFUL) -> None:
        """Remove the function where it is."""
        remove_function(session, name, force=change.force)

    def marks(self, session: Session, name: str) -> int:
        """The options of the function."""
        return self.item(session, name).options


class AliasDrive(Drive):
    """`Alias:`."""

    name = "Alias"
    takes_options = True

    def names(self, session: Session) -> list[str]:
        """The names of the visible aliases."""
        return list(visible_aliases(session.frame.scope))

    def item(self, session: Session, name: str) -> Alias:
        """The alias."""
        return Alias(session, name, session.find_alias(name) or "")

    def value(self, session: Session, name: str) -> Value:
        """The command that it stands for."""
        return session.find_alias(name)

    def put(self, session: Session, name: str, value: Value, change: Change = CAREFUL) -> None:
        """Define the alias; without a command only set its options."""
        plain = unwrap(value)
        if plain is None and change.marks is None:
            self.remove(session, name, change)
            return
        stands_for = session.find_alias(name) if plain is None else plain.target if isinstance(plain, Alias) else plain
        if stands_for is None:
            return
        if not isinstance(stands_for, str):
            raise not_valid("value")
        scope = session.frame.scope
        kept = options_of(existing_alias(scope, name) or "")
        marks = kept if change.marks is None else change.marks
        put_alias(scope, name, target_of(stands_for, marks), force=change.force)

    def remove(self, session: Session, name: str, change: Change = CAREFUL) -> None:
        """Remove the alias where it is."""
        level = next(scope for scope in session.frame.scope.chain() if name.lower() in (scope.aliases or ()))
        remove_alias(level, name, force=change.force)

    def marks(self, session: Session, name: str) -> int:
        """The options of the alias."""
        return options_of(session.find_alias(name) or "")


def not_valid(argument: str) -> StatementError:
    """The error for a value of a kind that a drive cannot hold."""
    return runtime_error(
        "Argument",
        f'Cannot process argument because the value of argument "{argument}" is not valid. Change the value of the '
        f'"{argument}" argument and run the operation again.',
        ErrorCategory.INVALID_ARGUMENT,
        "System.Management.Automation.PSArgumentException",
    )


DRIVES: dict[str, Drive] = {
    "env": EnvironmentDrive(),
    "variable": VariableDrive(),
    "function": FunctionDrive(),
    "alias": AliasDrive(),
}
