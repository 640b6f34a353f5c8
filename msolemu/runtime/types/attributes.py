"""The attributes that a script's class may derive from: what they need to be made."""

from __future__ import annotations

from msolemu.runtime.types.registry import known_type

NAMESPACE = "System.Management.Automation."

for _name in ("ValidateArgumentsAttribute", "ArgumentTransformationAttribute"):
    known_type(NAMESPACE + _name).declare_constructor(lambda: None)
