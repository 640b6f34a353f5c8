"""Finds the objects with values that are set aside, and gives them the shape of the service's contract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msolemu.compat.catalogue import SEARCH_STRING_EXTRA_RESULTS, SORT_IGNORED, USER_SYNC_FIELDS_HIDDEN
from msolemu.compat.known_issue import KnownIssueSet
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.msonline.identity import entries, moment
from msolemu.modules.msonline.services import DirectoryObject, TenantDirectory
from msolemu.modules.msonline.types.contract import texts
from msolemu.modules.msonline.types.dirsync import DirSyncProvisioningErrorObject
from msolemu.modules.msonline.types.enums import SortDirection, SortField


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for, and how it is sorted."""

    property_name: str | None
    property_value: str | None
    text: str | None
    sort_field: SortField | None
    direction: SortDirection

    @property
    def is_text_only(self) -> bool:
        """Whether nothing but a text is looked for."""
        return bool(self.text) and self.property_name is None and self.property_value is None


def rows(tenant: TenantDirectory, search: Search, issues: KnownIssueSet) -> Iterator[DirSyncProvisioningErrorObject]:
    """The objects that a search finds."""
    found = [one for one in tenant.waiting() if meets(one, search)]
    if search.is_text_only and issues.keep(SEARCH_STRING_EXTRA_RESULTS):
        found = [*found, *holders(tenant, found)]
    if not issues.keep(SORT_IGNORED):
        found = sorted_by(found, search)
    hidden = issues.keep(USER_SYNC_FIELDS_HIDDEN)
    for one in found:
        yield row(one, hide_sync_fields=hidden and one.object_type == "User")


def row(one: DirectoryObject, *, hide_sync_fields: bool) -> DirSyncProvisioningErrorObject:
    """One object as the cmdlet prints it."""
    return DirSyncProvisioningErrorObject(
        DisplayName=one.display_name,
        ImmutableId=None if hide_sync_fields else one.immutable_id,
        LastDirSyncTime=None if hide_sync_fields else moment(one.last_dirsync_time),
        ObjectId=one.object_id,
        ObjectType=one.object_type,
        ProvisioningErrors=entries(one.quarantine),
        ProxyAddresses=texts(one.proxy_addresses),
        UserPrincipalName=one.user_principal_name,
    )


def meets(one: DirectoryObject, search: Search) -> bool:
    """Whether an object is looked for."""
    entry_fits = any(
        (search.property_name is None or entry.property_name == search.property_name)
        and (search.property_value is None or same_value(entry.value, search.property_value))
        for entry in one.quarantine
    )
    return entry_fits and (not search.text or contains(one, search.text.lower()))


def contains(one: DirectoryObject, text: str) -> bool:
    """Whether a text in lower case stands in the names, an address or a value that the object waits for."""
    places = (
        one.display_name or "",
        one.user_principal_name or "",
        *one.proxy_addresses,
        *(entry.value for entry in one.quarantine),
    )
    return any(text in place.lower() for place in places)


def same_value(kept: str, asked: str) -> bool:
    """Values ignore case; an address may be asked for without its prefix."""
    kept, asked = kept.lower(), asked.lower()
    return asked in (kept, kept.partition(":")[2])


def holders(tenant: TenantDirectory, waiting: Iterable[DirectoryObject]) -> Iterator[DirectoryObject]:
    """The objects that have the values which others wait for, each once, but for those that wait themselves."""
    seen = {one.object_id for one in waiting}
    for one in list(waiting):
        for entry in one.quarantine:
            holder = tenant.holder(entry)
            if holder is not None and holder.object_id not in seen:
                seen.add(holder.object_id)
                yield holder


def sorted_by(found: list[DirectoryObject], search: Search) -> list[DirectoryObject]:
    """The objects in the order that was asked for; those without the value come first, as nulls do."""
    match search.sort_field:
        case SortField.DisplayName:
            keys = [(one.display_name or "").lower() for one in found]
        case SortField.UserPrincipalName:
            keys = [(one.user_principal_name or "").lower() for one in found]
        case _:
            return found
    order = sorted(range(len(found)), key=keys.__getitem__, reverse=search.direction is SortDirection.Descending)
    return [found[at] for at in order]
