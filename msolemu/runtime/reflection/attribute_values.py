"""The attributes of a parameter as objects: what `(Get-Command f).Parameters['X'].Attributes` holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msolemu.runtime.binding import validation as rules
from msolemu.runtime.binding.attributes import Attribute
from msolemu.runtime.values.objects import Value

if TYPE_CHECKING:
    from msolemu.runtime.binding.parameters import ParameterInfo, SetPlace

_LIMITS: Callable[[Any], list[Value]] = lambda rule: [rule.low, rule.high]  # noqa: E731  named for the table below
_RULES: dict[type, tuple[str, Callable[[Any], list[Value]]]] = {
    rules.ValidateSet: ("validateset", lambda rule: list(rule.listed)),
    rules.ValidateRange: ("validaterange", _LIMITS),
    rules.ValidateLength: ("validatelength", _LIMITS),
    rules.ValidateCount: ("validatecount", _LIMITS),
    rules.ValidatePattern: ("validatepattern", lambda rule: [rule.pattern]),
    rules.ValidateScript: ("validatescript", lambda rule: [rule.block]),
    rules.ValidateNotNull: ("validatenotnull", lambda rule: []),
    rules.ValidateNotNullOrEmpty: ("validatenotnullorempty", lambda rule: []),
}
_ALLOWS = {
    "allow_null": "allownull",
    "allow_empty_text": "allowemptystring",
    "allow_empty_collection": "allowemptycollection",
    "supports_wildcards": "supportswildcards",
}


def attributes(info: ParameterInfo) -> list[Value]:
    """The attributes of a parameter; a type in the declaration shows as the attribute that converts to it."""
    found = [Attribute("parameter", [], _marks(name, place)) for name, place in info.places.items()]
    if info.aliases:
        found.append(Attribute("alias", list(info.aliases), {}))
    for rule in info.validations:
        if type(rule) in _RULES:
            name, arguments = _RULES[type(rule)]
            found.append(Attribute(name, arguments(rule), _messages(rule)))
    found.extend(Attribute(name, [], {}) for mark, name in _ALLOWS.items() if getattr(info, mark))
    if info.typed and not info.is_switch:
        found.append(Attribute("argumenttypeconverter", [], {}))
    return [*found]


def _marks(set_name: str, place: SetPlace) -> dict[str, Value]:
    marks: dict[str, Value] = {
        "parametersetname": set_name,
        "mandatory": place.mandatory,
        "valuefrompipeline": place.by_value,
        "valuefrompipelinebypropertyname": place.by_name,
        "valuefromremainingarguments": place.remaining,
    }
    if place.position is not None:
        marks["position"] = place.position
    if place.help_message:
        marks["helpmessage"] = place.help_message
    return marks


def _messages(rule: Any) -> dict[str, Value]:
    marks: dict[str, Value] = {}
    if getattr(rule, "error_message", ""):
        marks["errormessage"] = rule.error_message
    if not getattr(rule, "ignore_case", True):
        marks["ignorecase"] = False
    return marks
