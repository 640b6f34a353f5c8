"""The SYNTAX lines of a command, as `Get-Command -Syntax` and `Get-Help` write them.

PowerShell lists a set's parameters in the order in which its classes declare them; `display_order.json` has that order
for its own commands, because a Python signature must put what has no default first.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence

from msolemu.foundation.tables import table
from msolemu.runtime.binding.parameters import CommandMetadata, Kind, ParameterInfo, SetPlace

COMMON = "[<CommonParameters>]"
SHOULD_PROCESS = ("WhatIf", "Confirm")
_SHORT = (
    ("bool", "System.Boolean"),
    ("byte", "System.Byte"),
    ("char", "System.Char"),
    ("cultureinfo", "System.Globalization.CultureInfo"),
    ("datetime", "System.DateTime"),
    ("decimal", "System.Decimal"),
    ("double", "System.Double"),
    ("float", "System.Single"),
    ("guid", "System.Guid"),
    ("hashtable", "System.Collections.Hashtable"),
    ("int", "System.Int32"),
    ("ipaddress", "System.Net.IPAddress"),
    ("long", "System.Int64"),
    ("mailaddress", "System.Net.Mail.MailAddress"),
    ("pscredential", "System.Management.Automation.PSCredential"),
    ("psmoduleinfo", "System.Management.Automation.PSModuleInfo"),
    ("psobject", "System.Management.Automation.PSObject"),
    ("pspropertyexpression", "Microsoft.PowerShell.Commands.PSPropertyExpression"),
    ("psvariable", "System.Management.Automation.PSVariable"),
    ("regex", "System.Text.RegularExpressions.Regex"),
    ("sbyte", "System.SByte"),
    ("scriptblock", "System.Management.Automation.ScriptBlock"),
    ("securestring", "System.Security.SecureString"),
    ("short", "System.Int16"),
    ("string", "System.String"),
    ("timespan", "System.TimeSpan"),
    ("type", "System.Type"),
    ("uint", "System.UInt32"),
    ("ulong", "System.UInt64"),
    ("uri", "System.Uri"),
    ("ushort", "System.UInt16"),
    ("version", "System.Version"),
    ("xml", "System.Xml.XmlDocument"),
)
SHORT_NAMES = {full: short for short, full in _SHORT}

TypeText = Callable[[ParameterInfo], str]


def short_type(name: str) -> str:
    """A type as `-Syntax` writes it: its accelerator, else the name without its namespace; generics in brackets."""
    if name.endswith("[]"):
        return short_type(name[:-2]) + "[]"
    if name.startswith("System.Nullable"):
        inner = name.partition("[")[2].rstrip("]").lstrip("[").partition(",")[0]
        return short_type(inner) if inner else "Nullable"
    head, bracket, inner = name.partition("[")
    if bracket:
        plain = head.partition("`")[0].rpartition(".")[2]
        return f"{plain}[{', '.join(short_type(one.strip()) for one in inner.rstrip(']').split(','))}]"
    return SHORT_NAMES.get(name) or name.rpartition(".")[2]


@functools.cache
def _orders() -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = table(__file__, "display_order.json")
    return found


def _ranked(names: Sequence[str], command: str, what: str) -> list[str]:
    order = _orders().get(command, {}).get(what, [])
    rank = {name: place for place, name in enumerate(order)}
    return sorted(names, key=lambda name: rank.get(name, len(rank)))


def set_names(metadata: CommandMetadata) -> list[str]:
    """The parameter sets in the order in which they are listed."""
    return _ranked(metadata.set_names, metadata.name, "sets")


def displayed(metadata: CommandMetadata, set_name: str) -> list[tuple[ParameterInfo, SetPlace]]:
    """A set's parameters in the order of display: those with a position, what is mandatory, then the rest."""
    shown: list[tuple[ParameterInfo, SetPlace]] = []
    own = [one.name for one in metadata.parameters.values() if one.name not in SHOULD_PROCESS or not one.common]
    asking = [one.name for one in metadata.parameters.values() if one.name in SHOULD_PROCESS and one.common]
    for name in _ranked([*own, *asking], metadata.name, "parameters"):
        parameter = metadata.parameters[name]
        place = parameter.place(set_name)
        if place is not None and not parameter.hidden and (not parameter.common or name in SHOULD_PROCESS):
            shown.append((parameter, place))
    placed = sorted((one for one in shown if one[1].position is not None), key=lambda one: one[1].position or 0)
    named = [one for one in shown if one[1].position is None]
    return [
        *placed,
        *(one for one in named if one[1].mandatory),
        *(one for one in named if not one[1].mandatory),
    ]


def type_text(parameter: ParameterInfo) -> str:
    """A parameter's type as `-Syntax` writes it."""
    return short_type(parameter.type_name)


def parameter_text(parameter: ParameterInfo, place: SetPlace, type_text: TypeText = type_text) -> str:
    """One parameter of a line: `[-Name] <string>`, `[-Force]`, `-Id <guid>`."""
    name = f"-{parameter.name}"
    if parameter.is_switch:
        return name if place.mandatory else f"[{name}]"
    value = f"<{type_text(parameter)}>"
    if place.position is not None:
        name = f"[{name}]"
    return f"{name} {value}" if place.mandatory else f"[{name} {value}]"


def set_text(metadata: CommandMetadata, set_name: str, type_text: TypeText = type_text) -> str:
    """The parameters of one set in a line, without the command's name."""
    words = [parameter_text(parameter, place, type_text) for parameter, place in displayed(metadata, set_name)]
    if metadata.kind is not Kind.SIMPLE_FUNCTION:
        words.append(COMMON)
    return " ".join(words)


def syntax_lines(metadata: CommandMetadata, type_text: TypeText = type_text) -> list[str]:
    """One line for each parameter set."""
    return [f"{metadata.name} {set_text(metadata, name, type_text)}".rstrip() for name in set_names(metadata)]


def syntax_text(metadata: CommandMetadata) -> str:
    """What `Get-Command -Syntax` gives: the lines with blank ones around them."""
    return "\n" + "\n\n".join(syntax_lines(metadata)) + "\n"
