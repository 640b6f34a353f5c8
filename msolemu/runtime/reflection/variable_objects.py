"""Variables as objects: System.Management.Automation.PSVariable, which reads and writes the variable itself."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING

from msolemu.runtime.compiling.variables import ALL_SCOPES, CONSTANT
from msolemu.runtime.state.aliases import refused
from msolemu.runtime.state.scopes import Scope, VariableRule, not_writable
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.values.objects import Value

if TYPE_CHECKING:
    from msolemu.runtime.state.session import Session

OPTIONS = "System.Management.Automation.ScopedItemOptions"
VISIBILITY = "System.Management.Automation.SessionStateEntryVisibility"


class VariableObject:
    """One variable of a scope."""

    __slots__ = ("name", "scope")

    def __init__(self, scope: Scope, name: str) -> None:
        self.scope = scope
        self.name = name

    def __str__(self) -> str:
        return "System.Management.Automation.PSVariable"

    @property
    def value(self) -> Value:
        """What it holds."""
        return self.scope.values.get(self.name.lower())

    @value.setter
    def value(self, value: Value) -> None:
        self.scope.assign(self.name, value)

    def remove(self, *, force: bool) -> None:
        """Take it out of its scope, as its options allow."""
        rule = self.rule
        if rule.constant or (rule.read_only and not force):
            raise refused(
                "VariableNotRemovable",
                f"Cannot remove variable {self.name} because it is constant or read-only. If the variable is "
                "read-only, try the operation again specifying the Force option.",
                self.name,
            )
        self.scope.remove(self.name.lower())

    @property
    def rule(self) -> VariableRule:
        """The rule that lies on it."""
        return self.scope.rule(self.name.lower()) or VariableRule()

    @property
    def options(self) -> Value:
        """The options as PowerShell's enumeration has them."""
        from msolemu.runtime.casting.conversion import convert

        return convert(self.option_names, known_type(OPTIONS))

    @property
    def option_names(self) -> str:
        """The names of the options."""
        rule = self.rule
        everywhere = self.name.lower() in ALL_SCOPES
        marks = (
            *(("ReadOnly", rule.read_only), ("Constant", rule.constant)),
            *(("Private", rule.private), ("AllScope", everywhere)),
        )
        return ", ".join(name for name, is_set in marks if is_set) or "None"


def _put(variable: VariableObject, value: Value) -> None:
    variable.value = value


def _visibility(variable: VariableObject) -> Value:
    from msolemu.runtime.casting.conversion import convert

    return convert("Public", known_type(VISIBILITY))


def _describe(variable: VariableObject, value: Value) -> None:
    rule = variable.rule
    rule.description = str(value)
    variable.scope.put_rule(variable.name.lower(), rule)


_TYPE = known_type("System.Management.Automation.PSVariable")
represent(_TYPE, VariableObject)
_TYPE.declare_property("Name", operator.attrgetter("name"), "System.String")
_TYPE.declare_property("Description", lambda one: one.rule.description, "System.String", _describe)
_TYPE.declare_property("Value", operator.attrgetter("value"), "System.Object", _put)
_TYPE.declare_property("Visibility", _visibility, VISIBILITY)
_TYPE.declare_property("Module", lambda one: None)
_TYPE.declare_property("ModuleName", lambda one: "", "System.String")
_TYPE.declare_property("Options", operator.attrgetter("options"), OPTIONS)
_TYPE.declare_property("Attributes", lambda one: [])


COMPUTED_NAMES = (
    *("true", "false", "null", "?", "Error", "PWD", "MyInvocation", "PSBoundParameters", "PSVersionTable"),
    *("Host", "ExecutionContext", "OutputEncoding", "PSStyle"),
)
"""Automatic variables that no scope holds."""


class ComputedVariable(VariableObject):
    """An automatic variable that is computed when it is read."""

    __slots__ = ("session",)

    def __init__(self, session: Session, name: str) -> None:
        super().__init__(session.global_scope, name)
        self.session = session

    @property
    def value(self) -> Value:
        """What it holds."""
        from msolemu.runtime.compiling.variables import COMPUTED, CONSTANTS

        name = self.name.lower()
        return CONSTANTS[name] if name in CONSTANTS else COMPUTED[name](self.session.frame)

    @value.setter
    def value(self, value: Value) -> None:
        raise not_writable(self.name)

    @property
    def rule(self) -> VariableRule:
        """The rule that would lie on it, if a scope held it."""
        name = self.name.lower()
        return VariableRule(read_only=name == "?", constant=name != "?" and name in CONSTANT)


represent(_TYPE, ComputedVariable)


def variables_seen(session: Session, scope: Scope) -> dict[str, VariableObject]:
    """Every variable visible from a scope, by lower-case name."""
    found: dict[str, VariableObject] = {}
    for level in scope.chain():
        for name in level.values:
            if level is scope or not level.is_private(name):
                found.setdefault(name, VariableObject(level, level.spelling(name)))
    for name in COMPUTED_NAMES:
        found.setdefault(name.lower(), ComputedVariable(session, name))
    return found
