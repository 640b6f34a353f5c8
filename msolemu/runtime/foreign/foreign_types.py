"""Types that .NET has and msolemu has not: why a script cannot have one, by its namespace or name.

A name of a namespace that is not listed stays unknown, as a misspelt one is to PowerShell.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from msolemu.foundation.tables import table
from msolemu.runtime.errors.records import ErrorCategory, runtime_error

if TYPE_CHECKING:
    from msolemu.runtime.errors.records import StatementError

TYPE_NOT_EMULATED = "TypeNotEmulated"
LOADED = frozenset(
    [
        "system.web",
        "system.net",
        "system.net.http",
        "system.security",
        "system.xml",
        "system.xml.linq",
        "system.io.compression",
        "system.io.compression.filesystem",
        "presentationframework",
        "presentationcore",
        "windowsbase",
        "microsoft.visualbasic",
        "microsoft.online.administration.automation.psmodule",
        "system.windows.forms",
        "system.drawing",
        "system.data",
        "system.core",
        "system",
        "system.configuration",
        "system.directoryservices",
        "system.directoryservices.accountmanagement",
        "system.management",
        "system.management.automation",
        "system.speech",
        "system.serviceprocess",
        "system.runtime",
        "system.numerics",
        "system.collections",
    ]
)
"""The assemblies of .NET and Windows, in lower case, that a script may name as loaded."""


def foreign_type(name: str) -> str | None:
    """Why msolemu has not the type of this name; None when nothing is known of such a type."""
    plain = name.strip().lower().partition("[")[0]
    reasons = _reasons()
    found = reasons.get(plain) or reasons.get("system." + plain)
    if found is not None:
        return found
    for full in (plain, "system." + plain):
        namespace = full.rpartition(".")[0]
        while namespace:
            if namespace + ".*" in reasons:
                return reasons[namespace + ".*"]
            namespace = namespace.rpartition(".")[0]
    return None


def type_not_emulated(name: str) -> StatementError | None:
    """The refusal of a type that .NET has and msolemu has not."""
    reason = foreign_type(name)
    if reason is None:
        return None
    message = f"The type [{name}] is not emulated: msolemu {reason}."
    return runtime_error(TYPE_NOT_EMULATED, message, ErrorCategory.NOT_IMPLEMENTED, target=name)


@functools.cache
def _reasons() -> dict[str, str]:
    """The reasons by type name, by accelerator and, with `.*` behind it, by namespace, all in lower case."""
    found = {}
    for row in table(__file__):
        for namespace in row.get("namespaces", ()):
            found[namespace.lower() + ".*"] = row["reason"]
        for name in (*row.get("types", ()), *row.get("accelerators", ())):
            found[name.lower()] = row["reason"]
            found.setdefault(name.lower().partition("`")[0], row["reason"])
    return found
