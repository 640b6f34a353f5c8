"""Attributes that the directory computes when somebody reads an object: back links and canonical names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from msolemu.directory.forest import distinguished_name as dn
from msolemu.directory.forest.objects import ForestEntry, Values
from msolemu.directory.forest.schema import LINKS
from msolemu.directory.forest.security_identifier import decoded
from msolemu.directory.query import Read
from msolemu.directory.unit_of_work import DirectoryState

Computation = Callable[[ForestEntry, DirectoryState], Values]


def _linked_by(attribute: str) -> Computation:
    def referring(entry: ForestEntry, state: DirectoryState) -> Values:
        own = dn.normalized(entry.distinguished_name)
        return tuple(
            other.distinguished_name
            for other in state.entries.find("link", own)
            if any(dn.normalized(value) == own for value in other.attributes.get(attribute, ()))
        )

    return referring


COMPUTED: Mapping[str, Computation] = {
    "canonicalname": lambda entry, _: (dn.canonical_name(entry.distinguished_name),),
    # Nothing here denies a deletion, as the access control entry behind this property would.
    "protectedfromaccidentaldeletion": lambda *_: ("FALSE",),
    **{back: _linked_by(forward) for back, forward in LINKS.items()},
}


def shown(entry: ForestEntry, state: DirectoryState) -> ForestEntry:
    """An object with its computed attributes."""
    computed = {name: values for name, compute in COMPUTED.items() if (values := compute(entry, state))}
    return replace(entry, attributes={**entry.attributes, **computed})


def reader(entry: ForestEntry, state: DirectoryState) -> Read:
    """Reads attributes for a search; a GUID and a SID are there as text and in base64."""

    def read(attribute: str) -> Values:
        if compute := COMPUTED.get(attribute):
            return compute(entry, state)
        values = entry.attributes.get(attribute, ())
        if attribute == "objectguid":
            return (*values, str(entry.guid))
        if attribute == "objectsid":
            return (*values, *(text for value in values if (text := decoded(value))))
        return values

    return read
