"""What may stand where an object is to be named."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Parameter
from msolemu.modules.activedirectory.errors import MissingIdentity
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.values.members import get_property
from msolemu.runtime.values.objects import PSCustomObject, Value, unwrap

Identity = Annotated[
    Value,
    Parameter(
        "Distinguished name, GUID, SID or account name of the object, or the object itself.",
        position=0,
        from_pipeline=True,
        from_property=True,
        mandatory=True,
    ),
]


def identity_text(identity: Value) -> str:
    """The text that finds the object; raises MissingIdentity."""
    plain = unwrap(identity)
    if isinstance(plain, PSCustomObject):
        plain = get_property(plain, "DistinguishedName")
    text = "" if plain is None else to_text(plain)
    if not text:
        raise MissingIdentity
    return text
