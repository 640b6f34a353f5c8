"""The forest as one transaction sees it: finding, searching, adding, changing, moving and removing objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from uuid import UUID

from msolemu.directory.forest import distinguished_name as dn
from msolemu.directory.forest.errors import (
    AccountExists,
    AttributeOwnedBySystem,
    ContainerNotFound,
    HasChildren,
    InvalidSyntax,
    MovedIntoItself,
    NameInUse,
    NamingAttribute,
    NoParent,
    ObjectNotFound,
    Protected,
    UpnNotUnique,
)
from msolemu.directory.forest.new_entry import default_container, new_attributes, stamp
from msolemu.directory.forest.objects import Forest, ForestEntry, Values
from msolemu.directory.forest.schema import (
    INTEGERS,
    NAMING,
    PRINCIPALS,
    SYSTEM_OWNED,
    chain_of,
    is_number,
    naming_attribute,
)
from msolemu.directory.forest.security_identifier import decoded, encoded
from msolemu.directory.forest.shown import PROTECTED, reader, shown
from msolemu.directory.indexes import LINKS
from msolemu.directory.query import Predicate, Scope, holds, required_values
from msolemu.directory.unit_of_work import FOREST, DirectoryState
from msolemu.foundation.dataclass import replace
from msolemu.foundation.identifiers import IdSource

SEARCHED_BY_INDEX = ("samaccountname", "userprincipalname", "proxyaddresses", "mail")
KEPT_BY_TOMBSTONES = ("objectguid", "objectsid", "samaccountname", "name", "cn", "objectclass", "whencreated")


class ForestDirectory:
    """Reads and changes the forest's objects; `now` is the time of the transaction."""

    def __init__(self, state: DirectoryState, now: datetime, ids: IdSource) -> None:
        self.state, self.now, self._ids = state, now, ids

    @property
    def forest(self) -> Forest:
        """The forest's own numbers and settings."""
        found = self.state.forests.get(FOREST)
        assert found is not None, "a workspace has a forest from its beginning"
        return found

    @property
    def name(self) -> str:
        """The forest's name, which is that of its root domain."""
        return self.forest.name

    @property
    def root(self) -> str:
        """The distinguished name of the root domain."""
        return dn.domain_name(self.name)

    def next_change(self) -> int:
        """Take the next update sequence number."""
        forest = self.forest
        self.state.forests.put(FOREST, replace(forest, highest_change=forest.highest_change + 1))
        return forest.highest_change + 1

    def set_suffixes(self, suffixes: Values) -> None:
        """Say which suffixes user principal names may have besides the forest's own name."""
        self.state.forests.put(FOREST, replace(self.forest, upn_suffixes=suffixes))

    # finding

    def at(self, name: str) -> ForestEntry | None:
        """The object of a distinguished name as it is kept, or None."""
        found = self.state.entries.find("dn", dn.normalized(name))
        return found[0] if found else None

    def find(self, identity: str, object_class: str) -> ForestEntry:
        """The object of a class by distinguished name, GUID, SID or account name; raises ObjectNotFound."""
        for entry in self._identified(identity):
            if not entry.is_deleted and object_class.lower() in map(str.lower, chain_of(entry.object_class)):
                return self._shown(entry)
        raise ObjectNotFound(identity, self.root)

    def _identified(self, identity: str) -> Iterator[ForestEntry]:
        entries = self.state.entries
        yield from entries.find("dn", dn.normalized(identity))
        if (guid := _guid(identity)) and (entry := entries.get(str(guid))):
            yield entry
        if sid := encoded(identity):
            yield from entries.find("objectsid", sid.lower())
        yield from entries.find("samaccountname", identity.lower())
        yield from entries.find("samaccountname", f"{identity.lower()}$")  # a computer's may be left without its sign

    def search(self, predicate: Predicate, base: str | None = None, scope: Scope = Scope.SUBTREE) -> list[ForestEntry]:
        """The objects below a container that meet a predicate, in the order of creation; raises ContainerNotFound.

        Without a container the whole forest is searched.
        """
        if base is not None and self.at(base) is None:
            raise ContainerNotFound(base)
        container = dn.normalized(base) if base is not None else ""
        if base is None and scope is not Scope.SUBTREE:
            container = dn.normalized(self.root)
        found = [
            entry
            for entry in self._candidates(predicate, container, scope)
            if not entry.is_deleted and holds(predicate, reader(entry, self.state, self.now))
        ]
        return [self._shown(entry) for entry in sorted(found, key=lambda entry: entry.created)]

    def with_primary_group(self, group: ForestEntry) -> list[ForestEntry]:
        """The accounts whose primary group this is; nothing refers to them from the group itself."""
        sid = decoded(group.first("objectsid") or "") or ""
        number = sid.rpartition("-")[2]
        found = [one for one in self.state.entries if one.first("primarygroupid") == number and not one.is_deleted]
        return [self._shown(one) for one in sorted(found, key=lambda one: one.created)]

    def _candidates(self, predicate: Predicate, container: str, scope: Scope) -> Iterable[ForestEntry]:
        entries = self.state.entries
        if scope is Scope.BASE:
            return entries.find("dn", container)
        if scope is Scope.ONE_LEVEL:
            return entries.find("parent", container)
        for wanted in required_values(predicate):
            if wanted.attribute in SEARCHED_BY_INDEX:
                found = entries.find(wanted.attribute, wanted.value.lower())
                return [entry for entry in found if _is_below(entry, container)]
        return (entry for entry in entries if _is_below(entry, container))

    # changing

    def add(self, object_class: str, name: str, container: str | None, attributes: Mapping[str, Values]) -> ForestEntry:
        """Create an object; an attribute without values is not set.

        Raises ContainerNotFound, NameInUse, AccountExists, UpnNotUnique and ObjectNotFound (for a reference).
        """
        parent = self.at(container or default_container(object_class, self.root))
        if parent is None or parent.is_deleted:
            raise ContainerNotFound(container or self.root)
        full_name = dn.child(naming_attribute(object_class), name, parent.distinguished_name)
        given = {key.lower(): tuple(values) for key, values in attributes.items() if values}
        _demand_syntax(full_name, given)
        self._demand_free(full_name, given, None)
        if self.at(full_name) is not None:
            raise NameInUse(full_name)
        return self._shown(self.insert(full_name, object_class, self._resolved(given)))

    def insert(
        self, full_name: str, object_class: str, attributes: Mapping[str, Values], guid: UUID | None = None
    ) -> ForestEntry:
        """Put a new object as it is, with what the directory itself adds; nothing is checked."""
        number = self.next_change()
        entry = ForestEntry(guid or self._ids.guid(), full_name, object_class, number, number)
        entry = replace(
            entry,
            attributes={**new_attributes(entry, self._taken_sid(object_class, attributes), self.now), **attributes},
        )
        return self._put(stamp(entry, self.now))

    def renumber(self, entry: ForestEntry, number: int) -> None:
        """Give an object that was just put another number of creation and change; each number once."""
        self._put(stamp(replace(entry, created=number, changed=number), self.now))

    def _taken_sid(self, object_class: str, attributes: Mapping[str, Values]) -> str | None:
        if object_class.lower() not in PRINCIPALS or "objectsid" in attributes:
            return None
        forest = self.forest
        self.state.forests.put(FOREST, replace(forest, next_relative_identifier=forest.next_relative_identifier + 1))
        return encoded(f"{forest.domain_identifier}-{forest.next_relative_identifier}")

    def change(self, entry: ForestEntry, attributes: Mapping[str, Values]) -> ForestEntry:
        """Set attributes, without values to clear one; raises what `add` does, AttributeOwnedBySystem, NamingAttribute.

        Nothing is counted as a change when every value is there already.
        """
        kept = self._kept(entry)
        given = {key.lower(): tuple(values) for key, values in attributes.items()}
        differing = {key: values for key, values in given.items() if kept.attributes.get(key, ()) != values}
        for key in differing:
            if key in NAMING:
                raise NamingAttribute(kept.distinguished_name)
            if key in SYSTEM_OWNED:
                raise AttributeOwnedBySystem(kept.distinguished_name)
        _demand_syntax(kept.distinguished_name, differing)
        self._demand_free(kept.distinguished_name, differing, kept)
        if not differing:
            return self._shown(kept)
        merged = {**kept.attributes, **self._resolved(differing)}
        return self._shown(self._changed(kept, {key: values for key, values in merged.items() if values}))

    def move(self, entry: ForestEntry, container: str | None = None, name: str | None = None) -> ForestEntry:
        """Put an object with all below it into another container, or give it another name; references follow.

        Raises NoParent, Protected, MovedIntoItself and NameInUse.
        """
        kept = self._kept(entry)
        kind, old_name = dn.parse(kept.distinguished_name)[0]
        parent = container or dn.parent_of(kept.distinguished_name) or ""
        into = self.at(parent)
        if into is None or into.is_deleted:
            raise NoParent(parent)
        if dn.is_below(dn.normalized(into.distinguished_name), dn.normalized(kept.distinguished_name)):
            raise MovedIntoItself(kept.distinguished_name)
        if container is not None:
            _demand_unprotected(kept)
        target = dn.child(kind, name or old_name, into.distinguished_name)
        holder = self.at(target)
        if holder is not None and holder.guid != kept.guid:
            raise NameInUse(target)
        self._rename(kept, target)
        return self._shown(self._kept(kept))

    def _rename(self, entry: ForestEntry, target: str) -> None:
        children = self.state.entries.find("parent", dn.normalized(entry.distinguished_name))
        referring = self._referring(entry)
        own = dn.parse(target)[0]
        attributes = {**entry.attributes, "name": (own[1],), own[0].lower(): (own[1],)}
        self._changed(replace(entry, distinguished_name=target), attributes)
        for other in referring:
            self._relink(other, entry.distinguished_name, target)
        for below in children:
            self._rename(self._kept(below), dn.child(*dn.parse(below.distinguished_name)[0], target))

    def remove(self, entry: ForestEntry, *, recursive: bool = False) -> None:
        """Leave a tombstone, which synchronization reads; references to the object vanish.

        Raises Protected and, unless it is told to remove what is below too, HasChildren.
        """
        kept = self._kept(entry)
        _demand_unprotected(kept)
        below = self.state.entries.find("parent", dn.normalized(kept.distinguished_name))
        if below and not recursive:
            raise HasChildren(kept.distinguished_name)
        for child in below:
            self.remove(child, recursive=True)
        for other in self._referring(kept):
            self._relink(other, kept.distinguished_name, None)
        kind, name = dn.parse(kept.distinguished_name)[0]
        buried = dn.child(kind, f"{name}\nDEL:{kept.guid}", f"CN=Deleted Objects,{self.root}")
        attributes = {key: kept.attributes[key] for key in KEPT_BY_TOMBSTONES if key in kept.attributes}
        attributes |= {
            "isdeleted": ("TRUE",),
            "lastknownparent": (dn.parent_of(kept.distinguished_name) or "",),
        }
        self._changed(replace(kept, distinguished_name=buried, is_deleted=True), attributes)

    def _shown(self, entry: ForestEntry) -> ForestEntry:
        return shown(entry, self.state, self.now)

    def _kept(self, entry: ForestEntry) -> ForestEntry:
        kept = self.state.entries.get(str(entry.guid))
        if kept is None or kept.is_deleted:
            raise ObjectNotFound(entry.distinguished_name, self.root)
        return kept

    def _changed(self, entry: ForestEntry, attributes: Mapping[str, Values]) -> ForestEntry:
        return self._put(stamp(replace(entry, attributes=attributes, changed=self.next_change()), self.now))

    def _put(self, entry: ForestEntry) -> ForestEntry:
        self.state.entries.put(str(entry.guid), entry)
        return entry

    def _demand_free(self, full_name: str, given: Mapping[str, Values], but: ForestEntry | None) -> None:
        def taken(index: str) -> bool:
            found = (one for value in given.get(index, ()) for one in self.state.entries.find(index, value.lower()))
            return any(but is None or one.guid != but.guid for one in found)

        if taken("samaccountname"):
            raise AccountExists(full_name)
        if self.forest.unique_names and taken("userprincipalname"):
            raise UpnNotUnique(full_name)

    def _resolved(self, given: Mapping[str, Values]) -> dict[str, Values]:
        """References by distinguished names, however they were given."""
        links = {
            key: tuple(self.find(identity, "top").distinguished_name for identity in given[key])
            for key in LINKS
            if key in given
        }
        return {**given, **links}

    def _referring(self, entry: ForestEntry) -> list[ForestEntry]:
        return self.state.entries.find("link", dn.normalized(entry.distinguished_name))

    def _relink(self, other: ForestEntry, old: str, new: str | None) -> None:
        """Let references follow; the change is counted, so that synchronization reads the object again."""
        kept = self._kept(other)
        gone = dn.normalized(old)
        attributes = dict(kept.attributes)
        for key in LINKS:
            values = attributes.pop(key, ())
            followed = ((new if dn.normalized(value) == gone else value) for value in values)
            if left := tuple(value for value in followed if value is not None):
                attributes[key] = left
        self._changed(kept, attributes)


def _demand_syntax(full_name: str, given: Mapping[str, Values]) -> None:
    if not all(is_number(value) for key in INTEGERS if key in given for value in given[key]):
        raise InvalidSyntax(full_name)


def _demand_unprotected(entry: ForestEntry) -> None:
    if entry.first(PROTECTED) == "TRUE":
        raise Protected(entry.distinguished_name)


def _guid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _is_below(entry: ForestEntry, container: str) -> bool:
    return not container or dn.is_below(dn.normalized(entry.distinguished_name), container)
