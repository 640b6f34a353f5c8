"""The documents of a workspace in memory, in step with its database."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from msolemu.directory.collection import Collection, Recording
from msolemu.directory.seeds.catalogue import EMPTY
from msolemu.directory.unit_of_work import CUSTOMER, DirectoryState, directory_state
from msolemu.foundation.dataclass import dataclass
from msolemu.store.database import Database, Placed
from msolemu.store.documents import RecordCodec, record_codec
from msolemu.store.errors import NewerVersion, UnreadableDocument
from msolemu.store.journal import KEY, Document
from msolemu.store.upgrades import UPGRADES, Upgrade, upgraded
from msolemu.sync.connector_space import CloudSpaceObject, ForestSpaceObject
from msolemu.sync.run_history import RunResult
from msolemu.sync.server_state import ServerSettings, sync_space

VERSION = "_version"
SETTINGS = "settings"
LOOKS_AGAIN = 0.001
UNREADABLE = (ValueError, KeyError, TypeError, AttributeError)
"""What a document raises that is not what its class demands."""


@dataclass(frozen=True, slots=True)
class LabSettings:
    """What the lab itself remembers: where its clock was stopped, the ids of the known issues that are on, its seed.

    With `strict_logon` only users of the tenant connect, with their passwords, and their roles count.
    """

    created: datetime
    frozen_at: datetime | None = None
    known_issues: frozenset[str] = frozenset()
    seed: str = EMPTY
    strict_logon: bool = False


class Workspace:
    """All collections; each is kept in the table of its name.

    A document's version is one more than the number of upgrades that have made it.
    """

    def __init__(self, database: Database, upgrades: Sequence[Upgrade] = UPGRADES) -> None:
        self.database = database
        self._upgrades = upgrades
        self._version = len(upgrades) + 1
        self.recording = Recording()
        self.directory: DirectoryState = directory_state(self.recording)
        self.space = sync_space(self.recording)
        self.settings: Collection[LabSettings] = Collection("lab", self.recording)
        self._shelves = dict(self._all_shelves())
        self._kinds = {name: kind for name, (_, kind) in self._shelves.items()}
        self._turns = 0
        self._looks_again = 0.0
        for collection, kind in self._shelves.values():
            collection.load({}, kind.late)
        database.examine_with(self._examine)

    def _all_shelves(self) -> list[tuple[str, tuple[Collection[Any], RecordCodec]]]:
        from msolemu.directory.forest.objects import Forest, ForestEntry
        from msolemu.directory.tenant.administrative_unit import (
            AdministrativeUnit,
            ForeignRoleGroup,
            ScopedMember,
            UnitMember,
        )
        from msolemu.directory.tenant.company import Company
        from msolemu.directory.tenant.contact import Contact
        from msolemu.directory.tenant.contract import Contract
        from msolemu.directory.tenant.device import Device, DevicePolicy
        from msolemu.directory.tenant.domain import Domain
        from msolemu.directory.tenant.group import Group
        from msolemu.directory.tenant.licence import Subscription
        from msolemu.directory.tenant.service_principal import ServicePrincipal
        from msolemu.directory.tenant.user import User

        kinds: list[tuple[Any, Any]] = [
            (self.directory.companies, Company),
            (self.directory.domains, Domain),
            (self.directory.users, User),
            (self.directory.groups, Group),
            (self.directory.contacts, Contact),
            (self.directory.subscriptions, Subscription),
            (self.directory.contracts, Contract),
            (self.directory.forests, Forest),
            (self.directory.entries, ForestEntry),
            (self.directory.units, AdministrativeUnit),
            (self.directory.unit_members, UnitMember),
            (self.directory.scoped_members, ScopedMember),
            (self.directory.foreign_role_groups, ForeignRoleGroup),
            (self.directory.service_principals, ServicePrincipal),
            (self.directory.devices, Device),
            (self.directory.device_policies, DevicePolicy),
            (self.space.forest_objects, ForestSpaceObject),
            (self.space.cloud_objects, CloudSpaceObject),
            (self.space.runs, RunResult),
            (self.space.settings, ServerSettings),
            (self.settings, LabSettings),
        ]
        return [(collection.name, (collection, record_codec(kind))) for collection, kind in kinds]

    def _shelf(self, table: str) -> tuple[Collection[Any], RecordCodec] | None:
        """The collection of a table and its codec; None for a table of a later msolemu. A customer's are made here."""
        if table in self._shelves:
            return self._shelves[table]
        field, at, customer = table.partition(CUSTOMER)
        collection = getattr(self.directory.customers.of(customer), field, None) if at else None
        if field not in self._kinds or collection is None:
            return None
        collection.decode_with(self._kinds[field].late)
        self._shelves[table] = (collection, self._kinds[field])
        return self._shelves[table]

    def defaults_of(self, table: str) -> Document:
        """What the documents of a table leave out."""
        shelf = self._shelf(table)
        return {} if shelf is None else shelf[1].defaults

    @property
    def folder(self) -> Path | None:
        """Where the workspace is kept; None when it is not."""
        return self.database.folder

    @property
    def is_new(self) -> bool:
        """Whether nothing was ever put into it."""
        return len(self.settings) == 0

    def begin(self) -> None:
        """Take the workspace's turn and take in what other processes have committed. Raises StoreError."""
        turn = self.database.turn
        turn.__enter__()
        self._turns += 1
        if self._turns > 1:
            return
        try:
            self._refresh()
        except BaseException:
            self.end()
            raise

    def end(self) -> None:
        """Give the turn to others."""
        self._turns -= 1
        self.database.turn.__exit__(None, None, None)

    def look(self) -> None:
        """Take in what other processes have committed; takes the turn only if there is something. Raises StoreError.

        Who looks again and again, as a script with many lookups does, has the file looked at once in a millisecond.
        """
        if self._turns:
            return
        now = time.monotonic()
        if now < self._looks_again:
            return
        if not self.database.is_current:
            self.begin()
            self.end()
        self._looks_again = now + LOOKS_AGAIN

    def _refresh(self) -> None:
        placed = self.database.refresh()
        if placed is None:
            self._load()
        else:
            self.take(placed)

    def _load(self) -> None:
        """Hold what the database has, after bringing it up to this version. Raises NewerVersion, StoreError."""
        tables = self.database.present()
        versions = {name: self._versions(name, documents) for name, documents in tables.items()}
        oldest = min((min(found) for found in versions.values() if found), default=self._version)
        if oldest < self._version:
            self.database.keep_copy(f"version-{oldest}")
            self.database.commit(self._upgraded(tables))
            self.database.checkpoint()
            tables = self.database.present()
        for name in [*tables, *self._shelves]:
            shelf = self._shelf(name)
            if shelf is not None:
                shelf[0].load(tables.get(name, {}), shelf[1].late)

    def _examine(self, tables: Mapping[str, Mapping[str, Document]]) -> None:
        """Raises UnreadableDocument for what another program has written into the database and nobody can read."""
        filled = {name for name, documents in tables.items() if documents}
        for needed in self._needed(filled) - filled:
            raise self._unreadable(needed, "it is empty")
        for name, documents in tables.items():
            shelf = self._shelf(name)
            if shelf is not None:
                for key, document in documents.items():
                    self._try(shelf[1], name, key, document)

    def _needed(self, filled: set[str]) -> set[str]:
        """The tables that a workspace cannot be without: a tenant has its company."""
        directory = self.directory
        has_tenant = not filled.isdisjoint((directory.domains.name, directory.users.name))
        return {self.settings.name, *([directory.companies.name] if has_tenant else [])}

    def _try(self, kind: RecordCodec, table: str, key: str, document: Document) -> None:
        try:
            if document[VERSION] - self._version == 0:
                kind.whole(document)
        except UNREADABLE as error:
            raise self._unreadable(f"{table} {key}", f"{type(error).__name__} {error}") from error

    def _unreadable(self, which: str, why: str) -> UnreadableDocument:
        return UnreadableDocument(
            self.folder or Path(), f"another program has made {which} unreadable: {why}. Put it right in the database."
        )

    def _upgraded(self, tables: Mapping[str, Mapping[str, Document]]) -> Iterator[Placed]:
        for name, documents in tables.items():
            for key, document in documents.items():
                version = document.get(VERSION, self._version)
                if version < self._version:
                    found = upgraded(name, document, self._upgrades[version - 1 :])
                    yield Placed(name, key, None if found is None else {**found, KEY: key, VERSION: self._version})

    def brought_up(self, tables: dict[str, dict[str, Document]]) -> dict[str, dict[str, Document]]:
        """Documents of an earlier state as this version writes them."""
        found = {name: dict(documents) for name, documents in tables.items()}
        for one in self._upgraded(tables):
            if one.document is None:
                del found[one.table][one.key]
            else:
                found[one.table][one.key] = one.document
        return found

    def _versions(self, table: str, documents: Mapping[str, Document]) -> set[int]:
        found = {document.get(VERSION, self._version) for document in documents.values()}
        if found and max(found) > self._version:
            key = next(key for key, document in documents.items() if document.get(VERSION, 0) > self._version)
            raise self._newer(table, key)
        return found

    def _newer(self, table: str, key: str) -> NewerVersion:
        return NewerVersion(self.folder or Path(), f"'{key}' of {table} was written by a later msolemu.")

    def take(self, placed: Iterable[Placed]) -> None:
        """Hold what was committed elsewhere. Raises NewerVersion."""
        for one in placed:
            shelf = self._shelf(one.table)
            if shelf is None:
                continue
            if one.document is not None and one.document.get(VERSION, self._version) > self._version:
                raise self._newer(one.table, one.key)
            shelf[0].restore(one.key, one.document)

    def document(self, table: str, key: str, item: object) -> Document | None:
        """An item as it is written."""
        if item is None:
            return None
        shelf = self._shelf(table)
        assert shelf is not None, f"the collection {table} has no place in the store"
        return {KEY: key, VERSION: self._version, **shelf[1].out(item)}

    # the whole, for `workspace export` and `import`

    def documents(self) -> dict[str, list[Document]]:
        """Every document by table, in the order in which they were first put: what is new comes last."""
        return {name: list(found.values()) for name, found in sorted(self.database.present().items()) if found}

    def clear(self) -> None:
        """Remove every document; inside a unit of work."""
        for collection, _ in self._shelves.values():
            for key in collection.all_keys():
                collection.remove(key)

    def fill(self, tables: dict[str, list[Document]]) -> None:
        """Put every document; inside a unit of work.

        Raises ValueError, KeyError, TypeError or AttributeError for a damaged one, NewerVersion for a newer one.
        """
        documents = {name: {row[KEY]: row for row in rows} for name, rows in tables.items()}
        for name, found in documents.items():
            self._versions(name, found)
        for name, found in self.brought_up(documents).items():
            shelf = self._shelf(name)
            if shelf is None:
                raise KeyError(name)
            collection, kind = shelf
            for key, document in found.items():
                collection.put(key, kind.whole(document))
