"""How a property is written: what Get-Member shows of it, and its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msolemu.runtime.casting.conversion import culture_text
from msolemu.runtime.errors.records import PowerShellError
from msolemu.runtime.types.registry import find_type, type_names, type_of
from msolemu.runtime.values.extended import AliasProperty, ScriptProperty
from msolemu.runtime.values.objects import PSCustomObject, Value, unwrap

if TYPE_CHECKING:
    from msolemu.runtime.types.net_type import NetType
    from msolemu.runtime.values.property_views import PropertyView


def type_word(full_name: str) -> str:
    """A type as PowerShell writes it: by its accelerator, if it has one."""
    if full_name.endswith("[]"):
        return type_word(full_name[:-2]) + "[]"
    found = find_type(full_name)
    if found is None:
        return full_name
    if found.definition is not None:
        arguments = ",".join(type_word(argument.full_name) for argument in found.arguments)
        return f"{found.definition.full_name.partition('`')[0]}[{arguments}]"
    return found.display_name


def definition_of(view: PropertyView) -> str:
    """How a property is written."""
    held = view.held
    if isinstance(held, AliasProperty):
        return f"{view.name} = {held.referenced}"
    if isinstance(held, ScriptProperty):
        parts = [f"get={held.getter};"] if held.getter is not None else []
        parts += [f"set={held.setter};"] if held.setter is not None else []
        return f"System.Object {view.name} {{{''.join(parts)}}}"
    if view.kind == "NoteProperty":
        try:
            value = view.value()
        except PowerShellError:
            value = None
        if value is None:
            return f"object {view.name}=null"
        text = type_of(unwrap(value)).text if isinstance(unwrap(value), list) else culture_text(value)
        return f"{_note_type(value)} {view.name}={text}"
    return f"{type_word(view.type_name)} {view.name} {{get;{'set;' if view.settable else ''}}}"


def _note_type(value: Value) -> str:
    if isinstance(value, PSCustomObject):
        return type_names(value)[0]
    return _short_name(type_of(unwrap(value)))


def _short_name(kind: NetType) -> str:
    if kind.element is not None:
        return f"{_short_name(kind.element)}[{',' * (kind.rank - 1)}]"
    plain = kind.accelerators[0] if kind.accelerators else kind.name.partition("`")[0]
    return f"{plain}[{','.join(map(_short_name, kind.arguments))}]" if kind.arguments else plain
