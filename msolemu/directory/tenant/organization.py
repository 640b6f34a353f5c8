"""The tenant's own settings as cmdlets change them: each call is a transaction of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from msolemu.directory.tenant.account_errors import BadSyntax, BadValue, MissingProperty, TooLong
from msolemu.directory.tenant.catalogue.usage_locations import usage_locations
from msolemu.directory.tenant.company import DataLocation
from msolemu.directory.tenant.company_errors import DirSyncChangeWaits
from msolemu.directory.tenant.objects import TenantObjects
from msolemu.directory.tenant.transactions import Transactions
from msolemu.foundation.dataclass import replace

ENABLING = timedelta(hours=1)
DISABLING = timedelta(hours=72)
"""How long switching directory synchronization takes; the service promises no more than 72 hours for the way back."""
MAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
LONGEST_MAIL = 256
LONGEST_TEXT = 256
SERVICES = ("Exchange", "SharePoint")
"""The services that keep data in several places."""
LOCATION = re.compile(r"[A-Z]{3}")
HIGHEST_THRESHOLD = 2**31 - 1


class Organization:
    """The tenant itself; what changes is durable when a call returns, and nothing changes when it raises."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def change(self, values: Mapping[str, Any]) -> None:
        """Set fields of the company; raises BadSyntax, BadValue or TooLong."""
        self._put({field: checked(field, value) for field, value in values.items()})

    def change_settings(self, permissions: Mapping[str, bool], default_usage_location: str | None = None) -> None:
        """Allow or forbid what users may do; an empty location clears. Raises BadValue for one that is none."""
        with self._transactions.changing() as objects:
            company = objects.company
            if default_usage_location is not None:
                location = checked("default_usage_location", default_usage_location)
                company = replace(company, default_usage_location=location)
            objects.change_company(replace(company, settings=replace(company.settings, **permissions)))

    def change_partner(
        self, values: Mapping[str, Any], company_type: str | None = None, of: UUID | None = None
    ) -> None:
        """Change what customers see of a partner; `of` must be the tenant's own id.

        Raises BadValue, BadSyntax or TooLong.
        """
        checked_ones = {field: checked(f"partner_{field}", value) for field, value in values.items()}
        with self._transactions.changing() as objects:
            company = objects.company
            if of is not None and of != company.object_id:
                raise BadValue("ObjectId")
            changed = replace(company, partner=replace(company.partner, **checked_ones))
            objects.change_company(replace(changed, company_type=company_type or company.company_type))

    def allow_location(self, location: DataLocation, *, overwrite: bool) -> None:
        """Let a service keep data in a place; with `overwrite` in no other place.

        A default replaces the one before. Raises MissingProperty or BadValue.
        """
        place = checked_location(location)
        with self._transactions.changing() as objects:
            company = objects.company
            kept = [one for one in company.data_locations if not _replaces(place, one, overwrite=overwrite)]
            if place.is_default:
                kept = [
                    replace(one, is_default=False) if one.service_type == place.service_type else one for one in kept
                ]
            objects.change_company(replace(company, data_locations=(*kept, place)))

    def switch_multi_national(self, service: str, *, on: bool) -> None:
        """Let a service keep data in several places; raises MissingProperty or BadValue."""
        name = checked_service(service)
        with self._transactions.changing() as objects:
            before = objects.company.multi_national_services
            after = before | {name} if on else before - {name}
            objects.change_company(replace(objects.company, multi_national_services=after))

    # directory synchronization

    def switch_dirsync(self, *, on: bool) -> None:
        """Switch directory synchronization, which takes its time; raises DirSyncChangeWaits while a change waits."""
        with self._transactions.changing() as objects:
            company = objects.company
            if company.dirsync_change_due is not None:
                raise DirSyncChangeWaits(was_enabled=company.directory_synchronization_enabled)
            if company.directory_synchronization_enabled is not on:
                due = self._transactions.now + (ENABLING if on else DISABLING)
                objects.change_company(replace(company, dirsync_change_due=due))

    def change_threshold(self, count: int) -> None:
        """How many objects one export may delete; raises BadValue."""
        if count > HIGHEST_THRESHOLD:
            raise BadValue("AccidentalDeletionThreshold")
        self._put({"accidental_deletion_threshold": count})

    def _put(self, values: Mapping[str, Any]) -> None:
        with self._transactions.changing() as objects:
            objects.change_company(replace(objects.company, **values))


def finish_dirsync_change(objects: TenantObjects) -> None:
    """The waiting is over: what came from on-premises belongs to the cloud once synchronization is off.

    Source anchors stay, so that switching it on again finds the objects.
    """
    company = objects.company
    on = not company.directory_synchronization_enabled
    objects.change_company(replace(company, directory_synchronization_enabled=on, dirsync_change_due=None))
    if on:
        return
    for collection in (objects.state.users, objects.state.groups, objects.state.contacts):
        for one in collection:
            if one.last_dirsync_time is not None:
                objects.put(replace(one, last_dirsync_time=None))


def checked(field: str, value: Any) -> Any:
    """A value as the company keeps it: an empty text clears. Raises BadSyntax, BadValue or TooLong."""
    if field == "default_usage_location":
        return _location(value)
    if isinstance(value, str) or value is None:
        if len(value or "") > LONGEST_TEXT:
            raise TooLong(property_name(field))
        return value or None
    texts = tuple(value)
    if any(len(one) > LONGEST_MAIL for one in texts):
        raise TooLong(property_name(field))
    if field.endswith("emails") and not all(MAIL.fullmatch(one) for one in texts):
        raise BadSyntax(property_name(field))
    if not all(texts):
        raise BadSyntax(property_name(field))
    return texts


def property_name(field: str) -> str:
    """The service's name of a company's field: `default_usage_location` is DefaultUsageLocation."""
    return "".join(part.capitalize() for part in field.split("_"))


def _location(text: str | None) -> str | None:
    if text and text.upper() not in usage_locations():
        raise BadValue("DefaultUsageLocation")
    return text.upper() if text else None


def checked_service(name: str) -> str:
    """A service that keeps data in several places, in its own spelling; raises MissingProperty or BadValue."""
    if not name:
        raise MissingProperty("ServiceType")
    found = next((one for one in SERVICES if one.lower() == name.lower()), None)
    if found is None:
        raise BadValue("ServiceType")
    return found


def checked_location(wanted: DataLocation) -> DataLocation:
    """A location of three letters; raises MissingProperty or BadValue."""
    if not wanted.location:
        raise MissingProperty("Location")
    if not LOCATION.fullmatch(wanted.location.upper()):
        raise BadValue("Location")
    return replace(wanted, service_type=checked_service(wanted.service_type), location=wanted.location.upper())


def _replaces(new: DataLocation, old: DataLocation, *, overwrite: bool) -> bool:
    return old.service_type == new.service_type and (overwrite or old.location == new.location)
