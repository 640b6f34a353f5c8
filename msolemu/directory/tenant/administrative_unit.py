"""Administrative units: parts of a tenant that some administrators are limited to."""

from __future__ import annotations

from uuid import UUID

from msolemu.foundation.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class AdministrativeUnit:
    """A unit; who is in it stands in documents of their own."""

    object_id: UUID
    display_name: str
    description: str | None = None


@dataclass(frozen=True, slots=True)
class UnitMember:
    """That a user or group is in a unit."""

    unit: UUID
    member: UUID

    @property
    def key(self) -> str:
        """What it is kept under."""
        return f"{self.unit}/{self.member}"


@dataclass(frozen=True, slots=True)
class ScopedMember:
    """That a user has a role for the members of a unit only."""

    unit: UUID
    role: str
    member: UUID

    @property
    def key(self) -> str:
        """What it is kept under."""
        return f"{self.unit}/{self.role}/{self.member}"


@dataclass(frozen=True, slots=True)
class ForeignRoleGroup:
    """That the members of another tenant's group have a role: how partners administer their customers."""

    role: str
    company: UUID
    group: UUID

    @property
    def key(self) -> str:
        """What it is kept under."""
        return f"{self.role}/{self.company}/{self.group}"
