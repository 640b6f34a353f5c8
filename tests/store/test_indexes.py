"""What an index finds is what a plain scan finds, in the process that changed the documents and in every other."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from msolemu.directory.collection import Collection
from msolemu.directory.forest.objects import ForestEntry
from msolemu.directory.indexes import ENTRY_INDEXES, OBJECT_INDEXES, PRINCIPAL_INDEXES, USER_INDEXES
from msolemu.directory.tenant.group import Group
from msolemu.directory.tenant.service_principal import ServicePrincipal
from msolemu.directory.tenant.user import User
from msolemu.store.unit_of_work import UnitOfWork
from msolemu.store.workspace import Workspace
from tests.store.fakes import MADE, in_folder

IDS = st.integers(1, 4).map(lambda number: UUID(int=number))
ANCHORS = st.none() | st.sampled_from(["AAA==", "aaa=="])
ADDRESSES = st.lists(st.sampled_from(["SMTP:ann@contoso.com", "smtp:Ann@contoso.com", "sip:ann@contoso.com"]))
NAMES = ["CN=Ann,DC=contoso,DC=local", "cn=ann, DC=contoso,DC=local", "CN=Ben,CN=Ann,DC=contoso,DC=local"]
USERS = st.builds(
    User,
    IDS,
    number=st.just(1),
    when_created=st.just(MADE),
    user_principal_name=st.sampled_from(["ann@contoso.com", "Ann@contoso.com", "ben@contoso.com"]),
    immutable_id=ANCHORS,
    proxy_addresses=ADDRESSES.map(tuple),
    deleted_at=st.sampled_from([None, MADE]),
)
GROUPS = st.builds(
    Group,
    IDS,
    number=st.just(1),
    when_created=st.just(MADE),
    display_name=st.just("All"),
    immutable_id=ANCHORS,
    proxy_addresses=ADDRESSES.map(tuple),
)
PRINCIPALS = st.builds(ServicePrincipal, IDS, app_principal_id=IDS, display_name=st.just("App"))
ENTRIES = st.builds(
    ForestEntry,
    IDS,
    distinguished_name=st.sampled_from(NAMES),
    object_class=st.just("user"),
    created=st.just(1),
    changed=st.integers(1, 9),
    attributes=st.dictionaries(
        st.sampled_from(["samaccountname", "mail", "manager"]), st.sampled_from(NAMES).map(lambda name: (name,))
    ),
    is_deleted=st.booleans(),
)
STEPS = st.lists(st.tuples(st.booleans(), USERS | GROUPS | PRINCIPALS | ENTRIES), max_size=4)
WORKS = st.lists(st.tuples(st.booleans(), STEPS), max_size=6)


def shelves(workspace: Workspace) -> Iterator[tuple[Collection[Any], Mapping[str, Callable[[Any], Iterable[str]]]]]:
    """The collections that are looked up, and their indexes."""
    yield workspace.directory.users, USER_INDEXES
    yield workspace.directory.groups, OBJECT_INDEXES
    yield workspace.directory.service_principals, PRINCIPAL_INDEXES
    yield workspace.directory.entries, ENTRY_INDEXES


def change(workspace: Workspace, one: User | Group | ServicePrincipal | ForestEntry, *, remains: bool) -> None:
    """Put a document or remove it."""
    kinds = {User: "users", Group: "groups", ServicePrincipal: "service_principals", ForestEntry: "entries"}
    collection = getattr(workspace.directory, kinds[type(one)])
    key = str(one.guid if isinstance(one, ForestEntry) else one.object_id)
    if remains:
        collection.put(key, one)
    else:
        collection.remove(key)


def indexed(workspace: Workspace) -> list[tuple[str, str, str, list[Any]]]:
    """What every index finds."""
    return [
        (collection.name, index, text, sorted(collection.find(index, text), key=repr))
        for collection, indexes in shelves(workspace)
        for index in indexes
        for text in sorted(collection.texts(index))
    ]


def scanned(workspace: Workspace) -> list[tuple[str, str, str, list[Any]]]:
    """The same, found by looking at every document."""
    return [
        (collection.name, index, text, sorted((one for one in collection if text in keys_of(one)), key=repr))
        for collection, indexes in shelves(workspace)
        for index, keys_of in indexes.items()
        for text in sorted({text for one in collection for text in keys_of(one)})
    ]


@given(WORKS)
@settings(max_examples=50)
def test_indexes_find_what_a_scan_finds(works: list[tuple[bool, list[tuple[bool, Any]]]]) -> None:
    with tempfile.TemporaryDirectory() as place:
        mine, other = in_folder(Path(place)), in_folder(Path(place))
        for workspace in (mine, other):
            workspace.look()
            indexed(workspace)
        for commits, steps in works:
            with UnitOfWork(mine) as work:
                for remains, one in steps:
                    change(mine, one, remains=remains)
                assert indexed(mine) == scanned(mine)
                if commits:
                    work.commit()
            other.look()
            with UnitOfWork(other):
                assert indexed(mine) == scanned(mine) == indexed(other) == scanned(other)
        again = in_folder(Path(place))
        again.look()
        assert indexed(again) == indexed(mine)
