"""What a script demands with `#requires`, checked before it runs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.compiling.compiler import compile_expression
from msolemu.runtime.errors.records import ErrorCategory, StatementError, runtime_error
from msolemu.runtime.foreign.foreign_commands import why_foreign_module
from msolemu.runtime.state.module_versions import Versions, numbers
from msolemu.runtime.values.objects import Hashtable, unwrap

if TYPE_CHECKING:
    from msolemu.language.syntax import ScriptRequirements
    from msolemu.runtime.state.session import Session

VERSION = (7, 6, 5)
EDITION = "Core"
EXCEPTION = "System.Management.Automation.ScriptRequiresException"


def demand(session: Session, required: ScriptRequirements, file: str) -> None:
    """Raise the error for what a script demands and the session has not."""
    name = os.path.basename(file)  # noqa: PTH119  text in, text out
    if required.version is not None and numbers(required.version) > VERSION:
        shown = ".".join(map(str, VERSION))
        raise _refusal(
            "ScriptRequiresUnmatchedPSVersion",
            f"The script '{name}' cannot be run because it contained a \"#requires\" statement for PowerShell "
            f"{required.version}. The version of PowerShell that is required by the script does not match the "
            f"currently running version of PowerShell {shown}.",
            name,
        )
    editions = tuple(required.editions)
    if editions and not any(one.lower() == EDITION.lower() for one in editions):
        raise _refusal(
            "ScriptRequiresUnmatchedPSEdition",
            f"The script '{name}' cannot be run because it contained a \"#requires\" statement for PowerShell editions "
            f"'{', '.join(editions)}'. The edition of PowerShell that is required by the script does not match the "
            f"currently running PowerShell {EDITION} edition.",
            name,
        )
    _demand_modules(session, required, name)


def _demand_modules(session: Session, required: ScriptRequirements, name: str) -> None:
    missing = list(_missing(session, required))
    if missing:
        listed = ", ".join(f"The module '{one}' cannot be found." for one in missing)
        text = (
            f"The script '{name}' cannot be run because the following modules that are specified by the \"#requires\" "
            f"statements of the script are missing: {listed}."
        )
        foreign = filter(None, map(why_foreign_module, missing))
        raise _refusal("ScriptRequiresMissingModules", "\n".join([text, *foreign]), name)


def _missing(session: Session, required: ScriptRequirements) -> Iterator[str]:
    discovery = getattr(session.resolver, "discovery", None)
    for node in required.modules:
        wanted = unwrap(compile_expression(node)(session.frame))
        table = wanted if isinstance(wanted, Hashtable) else Hashtable([("ModuleName", wanted)])
        name = to_text(table.get("ModuleName"))
        module = None if discovery is None else discovery.module_named(name)
        there = name.lower() in session.modules if module is None else Versions.of(table).include(module.version)
        if not there:
            yield name


def _refusal(error_id: str, text: str, name: str) -> StatementError:
    return runtime_error(error_id, text, ErrorCategory.RESOURCE_UNAVAILABLE, EXCEPTION, target=name)
