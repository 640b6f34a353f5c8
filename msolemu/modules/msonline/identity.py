"""Turns what the directory keeps into values of the service's contract that all objects share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from msolemu.modules.msonline.services import SetAsideValue
from msolemu.modules.msonline.types.dirsync import DirSyncProvisioningError, provisioning_errors
from msolemu.runtime.types.date_time import UTC_KIND, DateTime, ticks_of
from msolemu.runtime.values.objects import GenericList

CATEGORY = "PropertyConflict"


def moment(at: datetime | None) -> DateTime | None:
    """A time of the directory as a script sees it: the service gives all of them in UTC."""
    return None if at is None else DateTime(ticks_of(at), UTC_KIND)


def entry(waiting: SetAsideValue) -> DirSyncProvisioningError:
    """One value that is set aside."""
    return DirSyncProvisioningError(
        ErrorCategory=CATEGORY,
        PropertyName=waiting.property_name,
        PropertyValue=waiting.value,
        WhenStarted=moment(waiting.since),
    )


def entries(waiting: Iterable[SetAsideValue]) -> GenericList:
    """All values of an object that are set aside."""
    return provisioning_errors([entry(one) for one in waiting])
