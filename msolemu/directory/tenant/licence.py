"""What a user may use, and what the tenant has bought."""

from __future__ import annotations

import enum
from datetime import datetime
from uuid import UUID

from msolemu.foundation.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class AssignedLicence:
    """A licence that a user has: the part number of its SKU, and the names of the plans that are switched off.

    `groups` are those that give it; none: it was assigned to the user. A user's own id stands among them where both
    hold.
    """

    sku: str
    disabled_plans: tuple[str, ...] = ()
    groups: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class LicenceError:
    """Why a user does not get a licence that a group gives: CountViolation where none is left."""

    sku: str
    group: UUID
    error: str = "CountViolation"


class SubscriptionStatus(enum.Enum):
    """How a subscription stands; the names are those that the service prints."""

    ENABLED = "Enabled"
    WARNING = "Warning"
    SUSPENDED = "Suspended"
    LOCKED_OUT = "LockedOut"


@dataclass(frozen=True, slots=True)
class Subscription:
    """So many licences of a SKU, bought together."""

    object_id: UUID
    sku: str
    total: int
    when_created: datetime
    next_lifecycle: datetime | None = None
    status: SubscriptionStatus = SubscriptionStatus.ENABLED
    is_trial: bool = False
    order_id: UUID | None = None
