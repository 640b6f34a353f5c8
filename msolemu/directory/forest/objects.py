"""The documents of the forest."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from msolemu.foundation.dataclass import dataclass, field

Values = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ForestEntry:
    """One object. Attribute names are in lower case; binary values are base64 text.

    `created` and `changed` are update sequence numbers. A deleted object stays as a tombstone.
    """

    guid: UUID
    distinguished_name: str
    object_class: str
    created: int
    changed: int
    attributes: Mapping[str, Values] = field(default_factory=dict)
    is_deleted: bool = False

    def first(self, attribute: str) -> str | None:
        """The first value of an attribute in lower case, or None."""
        values = self.attributes.get(attribute)
        return values[0] if values else None


@dataclass(frozen=True, slots=True)
class Forest:
    """The forest's own numbers and settings.

    `unique_names` is whether a user principal name that another user has is refused, as domain controllers do from
    Windows Server 2012 R2 on.
    """

    name: str
    domain_identifier: str
    upn_suffixes: tuple[str, ...] = ()
    highest_change: int = 0
    next_relative_identifier: int = 1104
    unique_names: bool = False
