"""The directory roles: the same ids and names in every tenant. The names are the old ones, not those of the portals."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from uuid import UUID

from msolemu.foundation.dataclass import dataclass
from msolemu.foundation.tables import table


@dataclass(frozen=True, slots=True)
class DirectoryRole:
    """A role that users and service principals can have."""

    object_id: UUID
    name: str
    description: str


@cache
def directory_roles() -> Mapping[str, DirectoryRole]:
    """All roles by name."""
    rows = table(__file__)
    roles = [DirectoryRole(UUID(row["object_id"]), row["name"], row["description"]) for row in rows]
    return {role.name: role for role in roles}


@cache
def _by_id() -> Mapping[UUID, DirectoryRole]:
    return {role.object_id: role for role in directory_roles().values()}


@cache
def _by_lower_name() -> Mapping[str, DirectoryRole]:
    return {role.name.lower(): role for role in directory_roles().values()}


def role_with_id(object_id: UUID) -> DirectoryRole | None:
    """The role with an id."""
    return _by_id().get(object_id)


def role_with_name(name: str) -> DirectoryRole | None:
    """The role with a name, in any case."""
    return _by_lower_name().get(name.lower())
