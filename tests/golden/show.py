"""Writes a value as the recording script wrote it: the type's full name, a blank, the text."""

from __future__ import annotations

from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.types.registry import type_of
from msolemu.runtime.values import members
from msolemu.runtime.values.objects import Hashtable, PSCustomObject, Single, Value, unwrap


def show(value: Value) -> str:
    """One value as a row of expressions.jsonl has it."""
    value = unwrap(value)
    if value is None:
        return "null"
    name = "PSCustomObject" if isinstance(value, PSCustomObject) else type_of(value).full_name
    if isinstance(value, Hashtable):
        pairs = sorted(value.items(), key=lambda pair: to_text(pair[0]).casefold())
        return name + "{" + "; ".join(f"{to_text(key)}={show(item)}" for key, item in pairs) + "}"
    if isinstance(value, list):
        return f"{name}({', '.join(show(item) for item in value)})"
    if name == "System.DateTime":
        return f"{name} {to_text(members.invoke_method(value, 'ToString', ['o']))}"
    if isinstance(value, float | Single):
        text = to_text(members.invoke_method(value, "ToString", ["R"]))
        return f"{name} {text.replace('∞', 'Infinity')}"
    return f"{name} {to_text(value)}"
