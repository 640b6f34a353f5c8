"""A name or alias means one parameter: what a command says that declares it twice."""

from __future__ import annotations

from collections.abc import Iterable

from msolemu.runtime.binding.parameters import ParameterInfo
from msolemu.runtime.errors.records import ErrorCategory, StatementError, runtime_error


def metadata_error(error_id: str, message: str) -> StatementError:
    """The declarations of a command contradict each other."""
    return runtime_error(
        error_id, message, ErrorCategory.METADATA_ERROR, "System.Management.Automation.MetadataException"
    )


def demand_distinct(own: Iterable[ParameterInfo], common: Iterable[ParameterInfo]) -> None:
    """Refuse a command whose own parameters share a name or an alias among themselves or with the common ones."""
    own = list(own)
    _demand_distinct_aliases(own)
    names: dict[str, str] = {}
    aliases: dict[str, str] = {}
    for parameter in [*own, *common]:
        lower = parameter.name.lower()
        if lower in names:
            raise metadata_error(
                "ParameterNameAlreadyExistsForCommand",
                f"A parameter with the name '{parameter.name}' was defined multiple times for the command.",
            )
        if lower in aliases:
            raise _conflict(parameter.name, aliases[lower])
        names[lower] = parameter.name
        for alias in map(str.lower, parameter.aliases):
            if alias in aliases:
                raise _alias_twice(alias)
            if alias in names:
                raise _conflict(names[alias], parameter.name)
            aliases[alias] = parameter.name


def _demand_distinct_aliases(own: Iterable[ParameterInfo]) -> None:
    seen: set[str] = set()
    for alias in (alias for parameter in own for alias in parameter.aliases):
        if alias.lower() in seen:
            raise metadata_error("AliasDeclaredMultipleTimes", f'The alias "{alias}" is declared multiple times.')
        seen.add(alias.lower())


def _alias_twice(alias: str) -> StatementError:
    return metadata_error(
        "AliasParameterNameAlreadyExistsForCommand",
        f"The parameter alias cannot be specified because an alias with the name '{alias}' was already defined "
        "multiple times for the command.",
    )


def _conflict(name: str, other: str) -> StatementError:
    return metadata_error(
        "ParameterNameConflictsWithAlias",
        f"The parameter '{name}' cannot be specified because it conflicts with the parameter alias of the same name "
        f"for parameter '{other}'.",
    )
