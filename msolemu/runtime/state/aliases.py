"""What an alias stands for, with what was said of it: a name, and options, a description, a module."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msolemu.runtime.errors.records import ErrorCategory, StatementError, runtime_error

if TYPE_CHECKING:
    from msolemu.runtime.state.modules import ScriptModule
    from msolemu.runtime.state.scopes import Scope

READ_ONLY, CONSTANT, PRIVATE, ALL_SCOPE = 1, 2, 4, 8
"""The options of System.Management.Automation.ScopedItemOptions."""


class AliasTarget(str):
    """The name of the command that an alias stands for."""

    __slots__ = ("description", "module", "options", "spelling")

    module: ScriptModule | None
    options: int
    description: str
    spelling: str
    """The alias's own name as it was first written."""


def target_of(name: str, options: int = 0, description: str = "", module: ScriptModule | None = None) -> AliasTarget:
    """The target of an alias that has more to tell than a name."""
    made = AliasTarget(name)
    made.options = options
    made.description = description
    made.module = module
    made.spelling = ""
    return made


def options_of(target: str) -> int:
    """The options of an alias."""
    return target.options if isinstance(target, AliasTarget) else 0


def visible_aliases(scope: Scope) -> dict[str, str]:
    """The aliases that code in a scope can call; those of the scopes above unless they are private."""
    found: dict[str, str] = {}
    for level in scope.chain():
        for name, target in (level.aliases or {}).items():
            if level is scope or not options_of(target) & PRIVATE:
                found.setdefault(name, target)
    return found


def existing_alias(scope: Scope, name: str) -> str | None:
    """The alias that a scope itself has: its own, or one of all scopes."""
    for level in scope.chain():
        target: str | None = (level.aliases or {}).get(name.lower())
        if target is not None and (level is scope or options_of(target) & ALL_SCOPE):
            return target
    return None


def put_alias(scope: Scope, name: str, target: AliasTarget, *, force: bool) -> None:
    """Make an alias of a scope, or change it as its options allow."""
    existing = existing_alias(scope, name) or ""
    there = options_of(existing)
    if is_kept(there, force=force):
        raise refused(
            "AliasNotWritable",
            f"Alias is not writeable because alias {name} is read-only or constant and cannot be written to.",
            name,
        )
    if there & ALL_SCOPE and not target.options & ALL_SCOPE:
        raise refused(
            "AliasAllScopeOptionCannotBeRemoved",
            f"The AllScope option cannot be removed from the alias '{name}'.",
            name,
        )
    if scope.aliases is None:
        scope.aliases = {}
    target.spelling = getattr(existing, "spelling", "") or name
    scope.aliases[name.lower()] = target


def remove_alias(scope: Scope, name: str, *, force: bool) -> None:
    """Take an alias out of a scope, as its options allow."""
    aliases = scope.aliases or {}
    if is_kept(options_of(aliases[name.lower()]), force=force):
        raise refused(
            "AliasNotRemovable", f"Alias was not removed because alias {name} is constant or read-only.", name
        )
    del aliases[name.lower()]


def is_kept(options: int, *, force: bool) -> bool:
    """Whether options forbid to change or remove what bears them."""
    return bool(options & CONSTANT or (options & READ_ONLY and not force))


def refused(error_id: str, text: str, name: str) -> StatementError:
    """The error for a change that the options of a variable, function or alias forbid."""
    return runtime_error(
        error_id,
        text,
        ErrorCategory.WRITE_ERROR,
        "System.Management.Automation.SessionStateUnauthorizedAccessException",
        target=name,
    )
