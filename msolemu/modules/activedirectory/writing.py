"""Properties on their way into the directory: parameters of their own, and objects that a script has changed."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Annotated, Any, ClassVar, TypeAlias
from uuid import UUID

from msolemu.cmdlets.declaration import UNSET, Parameter, Unset, spelt
from msolemu.directory.forest.account_control import NORMAL_ACCOUNT
from msolemu.directory.forest.errors import InvalidSyntax
from msolemu.directory.forest.objects import ForestEntry
from msolemu.directory.forest.times import NOT_SET, file_time
from msolemu.foundation.dataclass import Field, fields
from msolemu.foundation.names import NameMap
from msolemu.modules.activedirectory.attributes import ACCOUNT_CONTROL, Kind, Property, property_of
from msolemu.modules.activedirectory.entities import SCOPES, SECURITY_BIT, value_of
from msolemu.modules.activedirectory.errors import UnknownProperty
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.values.objects import Member, PSCustomObject, Value, is_enumerable, unwrap

Text: TypeAlias = Annotated[str | Unset | None, Parameter("Sets the property of that name.", from_property=True)]
Truth: TypeAlias = Annotated[bool | Unset | None, Parameter("Sets the property of that name.", from_property=True)]
Given = Iterable[tuple[Property, Value]]
Attributes = dict[str, tuple[str, ...]]
INT32 = 2**32
SCOPE_BITS = {name.lower(): bit for bit, name in SCOPES.items()}


class Changes:
    """Properties that have a parameter of their own, as fields of a dataclass; null means to clear one."""

    __slots__ = ()
    properties: ClassVar[NameMap[Property]]

    def given(self) -> Iterator[tuple[Property, Value]]:
        """Those that were given."""
        for one in self._fields():
            value = getattr(self, one.name)
            if value is not UNSET:
                yield self.properties[spelt(one.name)], value

    def attributes(self, word: int = 0, template: Value = None) -> Attributes:
        """The directory's attributes after the change, by LDAP name; empty to clear one.

        `word` is the number so far that flags are bits of. What a template has counts where nothing else was given.
        """
        values = {name.lower(): value for name, value in values_of(template)}
        names = [spelt(one.name) for one in self._fields()]
        copied = [(self.properties[name], values[name.lower()]) for name in names if name.lower() in values]
        return written([*copied, *self.given()], word)

    def _fields(self) -> Iterator[Field[Value]]:
        declared: Any = fields
        yield from declared(self)


def differences(instance: Value, entry: ForestEntry, extended: NameMap[Property]) -> Attributes:
    """What a script has changed of an object that it once got, as `Changes.attributes` tells it.

    Raises UnknownProperty for what neither the module nor the schema has.
    """
    changed = []
    for name, value in values_of(instance):
        declared = property_of(name, extended)
        if declared is None:
            raise UnknownProperty(name)
        if texts_of(value, declared.kind) != texts_of(value_of(entry, declared), declared.kind):
            changed.append((declared, value))
    return written(changed, word_of(entry))


def values_of(instance: Value) -> list[tuple[str, Value]]:
    """The properties of an object, but for those that compute."""
    plain = unwrap(instance)
    if not isinstance(plain, PSCustomObject):
        return []
    return [(name, value) for name, value in plain.properties.values() if not isinstance(value, Member)]


def written(given: Given, word: int) -> Attributes:
    """The directory's attributes for properties; flags, and what a group is, change bits of the number `word`."""
    found: Attributes = {}
    now, attribute = word % INT32, ""
    for declared, value in given:
        if changed := BITS.get(declared.kind):
            now, attribute = changed(now, declared, value), declared.attribute
        else:
            found[declared.attribute] = texts_of(value, declared.kind)
    if now != word % INT32:
        found[attribute] = (str(now - INT32 if now & SECURITY_BIT else now),)
    return found


def _flag(word: int, declared: Property, value: Value) -> int:
    is_set = bool(value) != declared.inverted
    return word | declared.bit if is_set else word & ~declared.bit


def _scope(word: int, _: Property, value: Value) -> int:
    bit = SCOPE_BITS.get(to_text(value).lower())
    if bit is None:
        raise InvalidSyntax(to_text(value))
    return word & ~sum(SCOPES) | bit


def _category(word: int, _: Property, value: Value) -> int:
    return word | SECURITY_BIT if to_text(value).lower() == "security" else word & ~SECURITY_BIT


BITS: Mapping[Kind, Callable[[int, Property, Value], int]] = {
    Kind.FLAG: _flag,
    Kind.GROUP_SCOPE: _scope,
    Kind.GROUP_CATEGORY: _category,
}


def word_of(entry: ForestEntry) -> int:
    """The number that an account's flags, or what a group is, are bits of."""
    return int(entry.first("grouptype") or entry.first(ACCOUNT_CONTROL.lower()) or NORMAL_ACCOUNT)


def texts_of(value: Value, kind: Kind = Kind.TEXT) -> tuple[str, ...]:
    """A value, or the values of a collection, as the directory keeps them; null and empty text are no value."""
    plain = unwrap(value)
    if kind is Kind.BINARY and plain is not None:
        return (_encoded(plain),)
    if kind is Kind.FILE_TIME:
        return (NOT_SET if plain is None else file_time(plain.to_datetime()),)
    if is_enumerable(plain):
        return tuple(text for one in plain for text in texts_of(one, kind))
    if plain is None or plain == "":
        return ()
    if isinstance(plain, bool):
        return ("TRUE" if plain else "FALSE",)
    return (to_text(plain),)


def _encoded(value: Value) -> str:
    """Bytes, a GUID or a text as an octet string."""
    match value:
        case UUID():
            content = value.bytes_le
        case str():
            content = value.encode("utf-8")
        case _:
            content = bytes(value)
    return base64.b64encode(content).decode("ascii")
