"""The attributes of a parameter as objects: what `(Get-Command f).Parameters['X'].Attributes` holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msolemu.runtime.binding import validation as rules
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import declare, find_type
from msolemu.runtime.values.objects import Value

if TYPE_CHECKING:
    from msolemu.runtime.binding.parameters import ParameterInfo, SetPlace

NAMESPACE = "System.Management.Automation."


class AttributeValue:
    """One attribute; `held` is what it was made from."""

    def __init__(self, kind: NetType, held: Any, extra: Any = None) -> None:
        self.kind = kind
        self.held = held
        self.extra = extra

    @property
    def net_type(self) -> NetType:
        """Its class."""
        return self.kind

    def __str__(self) -> str:
        return self.kind.full_name


def _declare(name: str, **properties: Callable[[Any], Value]) -> NetType:
    base = find_type("System.Attribute")
    kind = declare(NAMESPACE + name, base, accelerators=(name.removesuffix("Attribute").lower(),))
    for property_name, read in properties.items():
        kind.declare_property(property_name, read)
    kind.declare_property("TypeId", lambda one: one.net_type, "System.Type")
    return kind


def _place(one: AttributeValue) -> SetPlace:
    place: SetPlace = one.held
    return place


PARAMETER = _declare(
    "ParameterAttribute",
    Position=lambda one: -2147483648 if _place(one).position is None else _place(one).position,
    ParameterSetName=lambda one: one.extra,
    Mandatory=lambda one: _place(one).mandatory,
    ValueFromPipeline=lambda one: _place(one).by_value,
    ValueFromPipelineByPropertyName=lambda one: _place(one).by_name,
    ValueFromRemainingArguments=lambda one: _place(one).remaining,
    HelpMessage=lambda one: _place(one).help_message or None,
    DontShow=lambda one: False,
)
ALIAS = _declare("AliasAttribute", AliasNames=lambda one: list(one.held))
SET = _declare(
    "ValidateSetAttribute",
    ValidValues=lambda one: list(one.held.listed),
    IgnoreCase=lambda one: one.held.ignore_case,
    ErrorMessage=lambda one: one.held.error_message or None,
)
RANGE = _declare("ValidateRangeAttribute", MinRange=lambda one: one.held.low, MaxRange=lambda one: one.held.high)
LENGTH = _declare("ValidateLengthAttribute", MinLength=lambda one: one.held.low, MaxLength=lambda one: one.held.high)
COUNT = _declare("ValidateCountAttribute", MinLength=lambda one: one.held.low, MaxLength=lambda one: one.held.high)
PATTERN = _declare("ValidatePatternAttribute", RegexPattern=lambda one: one.held.pattern)
SCRIPT = _declare("ValidateScriptAttribute")
NOT_NULL = _declare("ValidateNotNullAttribute")
NOT_EMPTY = _declare("ValidateNotNullOrEmptyAttribute")
ALLOWS = (
    ("allow_null", _declare("AllowNullAttribute")),
    ("allow_empty_text", _declare("AllowEmptyStringAttribute")),
    ("allow_empty_collection", _declare("AllowEmptyCollectionAttribute")),
)
WILDCARDS = _declare("SupportsWildcardsAttribute")
CONVERTER = _declare("ArgumentTypeConverterAttribute")

_RULES: dict[type, NetType] = {
    rules.ValidateSet: SET,
    rules.ValidateRange: RANGE,
    rules.ValidateLength: LENGTH,
    rules.ValidateCount: COUNT,
    rules.ValidatePattern: PATTERN,
    rules.ValidateScript: SCRIPT,
    rules.ValidateNotNull: NOT_NULL,
    rules.ValidateNotNullOrEmpty: NOT_EMPTY,
}


def attributes(info: ParameterInfo) -> list[Value]:
    """The attributes of a parameter; a type in the declaration shows as the attribute that converts to it."""
    found: list[Value] = [AttributeValue(PARAMETER, place, name) for name, place in info.places.items()]
    if info.aliases:
        found.append(AttributeValue(ALIAS, info.aliases))
    found.extend(AttributeValue(_RULES[type(one)], one) for one in info.validations if type(one) in _RULES)
    found.extend(AttributeValue(kind, info) for mark, kind in ALLOWS if getattr(info, mark))
    if info.supports_wildcards:
        found.append(AttributeValue(WILDCARDS, info))
    if info.typed and not info.is_switch:
        found.append(AttributeValue(CONVERTER, info))
    return found
