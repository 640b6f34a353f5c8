"""The properties of a value one by one, as Select-Object, formatting and binding by name look at them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from msolemu.runtime.objects import Value


@dataclass(frozen=True, slots=True)
class PropertyView:
    """One property of one value."""

    name: str

    def value(self) -> Value:
        raise NotImplementedError


def find_property(value: Value, name: str) -> PropertyView | None:
    raise NotImplementedError


def properties_of(value: Value) -> Sequence[PropertyView]:
    raise NotImplementedError


def has_properties(value: Value) -> bool:
    raise NotImplementedError


def default_display_property(value: Value) -> str | None:
    raise NotImplementedError


def default_display_set(value: Value) -> Sequence[str]:
    raise NotImplementedError
