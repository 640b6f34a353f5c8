"""What holds for both directories whatever way documents came into them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msolemu.directory.collection import Collection
from msolemu.directory.unit_of_work import DirectoryState


class Inconsistent(ValueError):
    """Two objects have what only one may have, or something that everything needs is missing."""


def demand_consistent(state: DirectoryState) -> None:
    """Raise Inconsistent, which names the first rule that does not hold."""
    if len(state.companies) != 1 or not len(state.domains):
        raise Inconsistent("there is not exactly one company with its domains")
    for rule in _broken(state):
        raise Inconsistent(rule)


def _broken(state: DirectoryState) -> Iterator[str]:
    yield from _shared(state.users, "upn", "users have the user principal name")
    for collection in (state.users, state.groups, state.contacts):
        yield from _shared(collection, "anchor", f"{collection.name} have the source anchor")
        yield from _shared(collection, "address", f"{collection.name} have the address")
    yield from _shared(state.entries, "dn", "entries of the forest have the name")
    for user in state.users:
        domain = user.user_principal_name.rpartition("@")[2].lower()
        if not user.is_deleted and state.domains.get(domain) is None:
            yield f"'{user.user_principal_name}' ends with a domain that the tenant does not have"


def _shared(collection: Collection[Any], index: str, what: str) -> Iterator[str]:
    for text in collection.shared(index):
        live = [one for one in collection.find(index, text) if not one.is_deleted]
        if len(live) > 1:
            yield f"{len(live)} {what} '{text}'"
