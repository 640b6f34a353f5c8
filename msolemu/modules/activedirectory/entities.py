"""Gives the forest's objects the shape that the module prints: properties by name, sorted."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from uuid import UUID

from msolemu.directory.forest.objects import ForestEntry
from msolemu.directory.forest.times import time_of
from msolemu.foundation.names import NameMap
from msolemu.modules.activedirectory.attributes import SCHEMA, Kind, Property, property_of
from msolemu.modules.activedirectory.errors import UnknownProperty
from msolemu.runtime.types.date_time import DateTime
from msolemu.runtime.types.registry import known_type
from msolemu.runtime.types.security_identifier import SecurityIdentifier
from msolemu.runtime.values.objects import ArrayList, Byte, Int64, PSCustomObject, TypedArray, Value

Values = Sequence[str]
INT32_LIMIT = 2**31
SECURITY_BIT = 0x80000000
SCOPES = {2: "Global", 4: "DomainLocal", 8: "Universal"}


def _number(values: Values) -> Value:
    number = int(values[0])
    return number if -INT32_LIMIT <= number < INT32_LIMIT else Int64(number)


def _time(values: Values) -> Value:
    return DateTime.of(datetime.strptime(values[0].partition(".")[0], "%Y%m%d%H%M%S").replace(tzinfo=UTC))


def _file_time(values: Values) -> Value:
    found = time_of(values[0])
    return None if found is None else DateTime.of(found)


def _binary(values: Values) -> Value:
    return TypedArray(map(Byte, base64.b64decode(values[0])), known_type("System.Byte"))


READERS: Mapping[Kind, Callable[[Values], Value]] = {
    Kind.TEXT: lambda values: values[0],
    Kind.TEXTS: ArrayList,
    Kind.NUMBER: _number,
    Kind.TRUTH: lambda values: values[0].lower() == "true",
    Kind.TIME: _time,
    Kind.FILE_TIME: _file_time,
    Kind.GUID: lambda values: UUID(bytes_le=base64.b64decode(values[0])),
    Kind.SID: lambda values: SecurityIdentifier.of(base64.b64decode(values[0])),
    Kind.BINARY: _binary,
    Kind.CLASS: lambda values: values[-1],
    Kind.GROUP_SCOPE: lambda values: SCOPES.get(int(values[0]) & 0xE, "Universal"),
    Kind.GROUP_CATEGORY: lambda values: "Security" if int(values[0]) & SECURITY_BIT else "Distribution",
}


def value_of(entry: ForestEntry, wanted: Property) -> Value:
    """The value of a property; None, or an empty collection, where the object has none."""
    values = entry.attributes.get(wanted.attribute.lower(), ())
    if wanted.kind is Kind.FLAG:
        is_set = bool(values) and bool(int(values[0]) & wanted.bit)
        return is_set != wanted.inverted
    if not values:
        return ArrayList() if wanted.kind is Kind.TEXTS else None
    return READERS[wanted.kind](values)


def chosen(
    asked: Iterable[str], defaults: Iterable[str], extended: NameMap[Property], entry: ForestEntry
) -> list[Property]:
    """The properties to show of an object; raises UnknownProperty. `*` is all that the module and the object have.

    An LDAP attribute without a value is not shown, an extended property without one is.
    """
    found: NameMap[Property] = NameMap((name, extended[name]) for name in defaults)
    for name in asked:
        if name == "*":
            for every in extended.values():
                found.setdefault(every.name, every)
            for attribute in entry.attributes:
                found.setdefault(*_spelt(attribute))
            continue
        wanted = property_of(name, extended)
        if wanted is None and name.lower() not in entry.attributes:
            raise UnknownProperty(name)
        wanted = wanted or Property(name, name)
        if wanted.name in extended or wanted.attribute.lower() in entry.attributes:
            found.setdefault(wanted.name, wanted)
    return sorted(found.values(), key=lambda one: one.name.lower())


def _spelt(attribute: str) -> tuple[str, Property]:
    known = SCHEMA.get(attribute) or Property(attribute, attribute)
    return known.name, known


def entity(entry: ForestEntry, properties: Iterable[Property], type_names: tuple[str, ...]) -> PSCustomObject:
    """An object of the forest with these properties."""
    return PSCustomObject(((one.name, value_of(entry, one)) for one in properties), type_names)
