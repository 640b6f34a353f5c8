"""Members of values: what stands behind `.`, `::` and `[ ]`."""

from __future__ import annotations

from collections.abc import Sequence

from msolemu.runtime.objects import Hashtable, Value
from msolemu.runtime.property_views import (
    PropertyView,
    default_display_property,
    default_display_set,
    find_property,
    has_properties,
    properties_of,
)
from msolemu.runtime.types.net_type import NetType

__all__ = [
    "Keyed",
    "PropertyView",
    "construct",
    "default_display_property",
    "default_display_set",
    "find_property",
    "get_index",
    "get_property",
    "get_property_strictly",
    "get_static",
    "has_properties",
    "invoke_method",
    "invoke_static",
    "properties_of",
    "set_index",
    "set_property",
    "set_static",
]

Keyed = Hashtable


def get_property(value: Value, name: str) -> Value:
    raise NotImplementedError


def get_property_strictly(value: Value, name: str) -> Value:
    raise NotImplementedError


def set_property(value: Value, name: str, new: Value) -> None:
    raise NotImplementedError


def get_static(kind: NetType, name: str) -> Value:
    raise NotImplementedError


def set_static(kind: NetType, name: str, new: Value) -> None:
    raise NotImplementedError


def invoke_method(value: Value, name: str, arguments: Sequence[Value]) -> Value:
    raise NotImplementedError


def invoke_static(kind: NetType, name: str, arguments: Sequence[Value]) -> Value:
    raise NotImplementedError


def construct(kind: NetType, arguments: Sequence[Value]) -> Value:
    raise NotImplementedError


def get_index(value: Value, at: Value) -> Value:
    raise NotImplementedError


def set_index(value: Value, at: Value, new: Value) -> None:
    raise NotImplementedError
