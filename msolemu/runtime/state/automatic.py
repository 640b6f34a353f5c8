"""The variables that a new session has."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from msolemu.runtime.errors.records import StatementError, runtime_error
from msolemu.runtime.state.default_parameters import KIND, DefaultParameterDictionary
from msolemu.runtime.state.scopes import VariableRule
from msolemu.runtime.state.streams import ACTION_TYPE, RESERVED_ACTION, ActionPreference
from msolemu.runtime.values.objects import Value

if TYPE_CHECKING:
    from msolemu.runtime.state.session import Session

PLAIN: dict[str, Value] = {
    "ErrorActionPreference": ActionPreference.Continue,
    "WarningPreference": ActionPreference.Continue,
    "VerbosePreference": ActionPreference.SilentlyContinue,
    "DebugPreference": ActionPreference.SilentlyContinue,
    "InformationPreference": ActionPreference.SilentlyContinue,
    "ProgressPreference": ActionPreference.Continue,
    "ConfirmPreference": "High",
    "WhatIfPreference": False,
    "ErrorView": "ConciseView",
    "FormatEnumerationLimit": 4,
    "MaximumHistoryCount": 4096,
    "NestedPromptLevel": 0,
    "PSNativeCommandArgumentPassing": "Standard",
    "PSNativeCommandUseErrorActionPreference": False,
    "PSSessionApplicationName": "wsman",
    "PSSessionConfigurationName": "http://schemas.microsoft.com/powershell/Microsoft.PowerShell",
    "PSEmailServer": "",
    "LASTEXITCODE": None,
}
CONSTANT: dict[str, Value] = {
    "IsWindows": sys.platform == "win32",
    "IsLinux": sys.platform.startswith("linux"),
    "IsMacOS": sys.platform == "darwin",
    "IsCoreCLR": True,
    "PSEdition": "Core",
    "ShellId": "Microsoft.PowerShell",
}
READ_ONLY: dict[str, Value] = {"PSCulture": "en-US", "PSUICulture": "en-US"}


def install(session: Session, home: str, process_id: int) -> None:
    """Give the global scope its automatic and preference variables."""
    scope = session.global_scope
    for name, value in PLAIN.items():
        scope.assign(name, value)
        if isinstance(value, ActionPreference):
            scope.put_rule(name.lower(), VariableRule([_as_action]))
    scope.values.pop("lastexitcode")
    scope.assign("PSDefaultParameterValues", DefaultParameterDictionary())
    scope.put_rule("psdefaultparametervalues", VariableRule([_as_defaults]))
    fixed = {**CONSTANT, **READ_ONLY, "HOME": home, "PID": process_id}
    for name, value in fixed.items():
        scope.assign(name, value)
        constant = name in CONSTANT or name == "PID"
        scope.put_rule(name.lower(), VariableRule(read_only=not constant, constant=constant))


def _as_defaults(value: Value) -> Value:
    """What the global `$PSDefaultParameterValues` makes of a value; one of another scope is any dictionary."""
    from msolemu.runtime.casting.conversion import convert
    from msolemu.runtime.invoking.declarations import variable_error

    try:
        return convert(value, KIND)
    except StatementError as error:
        raise variable_error(error) from None


def _as_action(value: Value) -> Value:
    """What a global preference variable makes of a value; those of other scopes take anything."""
    from msolemu.runtime.casting.conversion import convert
    from msolemu.runtime.invoking.declarations import variable_error
    from msolemu.runtime.types.registry import known_type

    try:
        action = convert(value, known_type(ACTION_TYPE))
    except StatementError as error:
        raise variable_error(error) from None
    if action is ActionPreference.Suspend:
        raise variable_error(runtime_error("InvalidActionPreference", RESERVED_ACTION))
    return action
