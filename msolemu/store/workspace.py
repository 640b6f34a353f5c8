"""The documents of a workspace in memory, in step with its database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from msolemu.directory.collection import Collection, Recording
from msolemu.directory.seeds.catalogue import EMPTY
from msolemu.directory.unit_of_work import CUSTOMER, DirectoryState, directory_state
from msolemu.store.database import Database, Placed
from msolemu.store.documents import Codec, codec
from msolemu.store.errors import NewerVersion
from msolemu.store.journal import Document
from msolemu.store.tables import KEY
from msolemu.sync.connector_space import CloudSpaceObject, ForestSpaceObject
from msolemu.sync.run_history import RunResult
from msolemu.sync.server_state import ServerSettings, sync_space

VERSION = "_version"
CURRENT = 1
"""The version of the documents that are written now."""
SETTINGS = "settings"


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
    """All collections; each is kept in the table of its name."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.recording = Recording()
        self.directory: DirectoryState = directory_state(self.recording)
        self.space = sync_space(self.recording)
        self.settings: Collection[LabSettings] = Collection("lab", self.recording)
        self._shelves = dict(self._all_shelves())
        self._kinds = {name: kind for name, (_, kind) in self._shelves.items()}
        self._turns = 0

    def _all_shelves(self) -> list[tuple[str, tuple[Collection[Any], Codec]]]:
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
        return [(collection.name, (collection, codec(kind))) for collection, kind in kinds]

    def _shelf(self, table: str) -> tuple[Collection[Any], Codec] | None:
        """The collection of a table and its codec; None for a table of a later msolemu. A customer's are made here."""
        if table in self._shelves:
            return self._shelves[table]
        field, at, customer = table.partition(CUSTOMER)
        collection = getattr(self.directory.customers.of(customer), field, None) if at else None
        if field not in self._kinds or collection is None:
            return None
        self._shelves[table] = (collection, self._kinds[field])
        return self._shelves[table]

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

    def _refresh(self) -> None:
        placed = self.database.refresh()
        if placed is None:
            for collection, _ in self._shelves.values():
                for key, _ in collection.items():
                    collection.restore(key, None)
            placed = list(self.database.all())
        for one in placed:
            self._take(one)

    def _take(self, placed: Placed) -> None:
        shelf = self._shelf(placed.table)
        if shelf is None:
            return
        collection, kind = shelf
        document = placed.document
        if document is not None and document.get(VERSION, CURRENT) > CURRENT:
            assert self.folder is not None
            raise NewerVersion(self.folder, f"'{placed.key}' of {placed.table} was written by a later msolemu.")
        collection.restore(placed.key, None if document is None else kind.into(document))

    def document(self, table: str, key: str, item: object) -> Document | None:
        """An item as it is written."""
        if item is None:
            return None
        shelf = self._shelf(table)
        assert shelf is not None, f"the collection {table} has no place in the store"
        return {KEY: key, VERSION: CURRENT, **shelf[1].out(item)}

    # the whole, for `workspace export` and `import`

    def documents(self) -> dict[str, list[Document]]:
        """Every document by table, sorted by key, so that two exports differ only where their workspaces do."""
        found: dict[str, list[Document]] = {}
        for name, (collection, kind) in sorted(self._shelves.items()):
            rows = sorted(collection.items(), key=lambda pair: pair[0])
            if not rows and CUSTOMER in name:
                continue
            found[name] = [{KEY: key, VERSION: CURRENT, **kind.out(item)} for key, item in rows]
        return found

    def clear(self) -> None:
        """Remove every document; inside a unit of work."""
        for collection, _ in self._shelves.values():
            for key, _ in collection.items():
                collection.remove(key)

    def fill(self, documents: dict[str, list[Document]]) -> None:
        """Put every document; inside a unit of work. Raises ValueError, KeyError or TypeError for a damaged one."""
        for name, rows in documents.items():
            shelf = self._shelf(name)
            if shelf is None:
                raise KeyError(name)
            collection, kind = shelf
            for row in rows:
                collection.put(row[KEY], kind.into(row))
