"""Searching among the objects with values that are set aside."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from msolemu.compat.catalogue import SEARCH_STRING_EXTRA_RESULTS, SORT_IGNORED, USER_SYNC_FIELDS_HIDDEN
from msolemu.compat.known_issue import KnownIssueSet
from msolemu.foundation.dataclass import dataclass, field, replace
from msolemu.modules.msonline.conflicts import Search, meets, rows, same_value
from msolemu.modules.msonline.types.enums import SortDirection, SortField

AT = datetime(2016, 6, 1, 8, tzinfo=UTC)
ANY = Search(None, None, None, None, SortDirection.Ascending)
NONE_KEPT = KnownIssueSet()


@dataclass(frozen=True)
class Waiting:
    """A value that is set aside."""

    property_name: str
    value: str
    since: datetime = AT


@dataclass(frozen=True)
class Thing:
    """An object of the tenant."""

    display_name: str | None
    user_principal_name: str | None = None
    object_type: str = "User"
    object_id: UUID = field(default_factory=lambda: UUID(int=0))
    immutable_id: str | None = "AAAA=="
    last_dirsync_time: datetime | None = AT
    proxy_addresses: tuple[str, ...] = ()
    quarantine: tuple[Waiting, ...] = ()


ANN = Thing(
    "Ann Beck",
    "ann1234@contoso.onmicrosoft.com",
    object_id=UUID(int=1),
    quarantine=(Waiting("UserPrincipalName", "ann@contoso.com"),),
)
PRESS = Thing("Press", None, "Group", UUID(int=2), quarantine=(Waiting("ProxyAddresses", "SMTP:press@contoso.com"),))
HOLDER = Thing("Ann Old", "ann@contoso.com", object_id=UUID(int=3))


class Tenant:
    """A tenant of three objects."""

    def waiting(self) -> Iterable[Thing]:
        return (PRESS, ANN)

    def holder(self, entry: Waiting) -> Thing | None:
        return HOLDER if entry.value == "ann@contoso.com" else None


def names(search: Search, *issues: Any) -> list[str | None]:
    tenant: Any = Tenant()
    return [row.DisplayName for row in rows(tenant, search, KnownIssueSet.of(issues))]


def test_a_property_finds_those_that_wait_for_one_of_its_values() -> None:
    assert names(replace(ANY, property_name="UserPrincipalName")) == ["Ann Beck"]


def test_a_value_ignores_case_and_may_lack_the_prefix() -> None:
    assert meets(PRESS, replace(ANY, property_value="PRESS@contoso.com"))
    assert same_value("smtp:a@x", "SMTP:A@X")
    assert not same_value("smtp:a@x", "a@y")


def test_property_and_value_must_stand_in_one_entry() -> None:
    assert not meets(PRESS, replace(ANY, property_name="UserPrincipalName", property_value="press@contoso.com"))


@pytest.mark.parametrize("text", ["ann b", "ANN1234", "ann@contoso.com"])
def test_a_text_is_looked_for_in_names_and_values(text: str) -> None:
    assert names(replace(ANY, text=text)) == ["Ann Beck"]


def test_a_text_alone_also_finds_holders_as_the_service_did() -> None:
    assert names(replace(ANY, text="ann"), SEARCH_STRING_EXTRA_RESULTS) == ["Ann Beck", "Ann Old"]
    both = replace(ANY, text="ann", property_name="UserPrincipalName", property_value="ann@contoso.com")
    assert names(both, SEARCH_STRING_EXTRA_RESULTS) == ["Ann Beck"]


def test_sorting_works_unless_the_defect_is_kept() -> None:
    by_name = replace(ANY, sort_field=SortField.DisplayName)
    assert names(by_name) == ["Ann Beck", "Press"]
    assert names(by_name, SORT_IGNORED) == ["Press", "Ann Beck"]
    assert names(replace(by_name, direction=SortDirection.Descending)) == ["Press", "Ann Beck"]
    assert names(replace(ANY, sort_field=SortField.UserPrincipalName)) == ["Press", "Ann Beck"]


def test_what_ties_users_to_the_forest_is_hidden_while_the_defect_is_kept() -> None:
    tenant: Any = Tenant()
    shown = {row.DisplayName: row for row in rows(tenant, ANY, KnownIssueSet.of([USER_SYNC_FIELDS_HIDDEN]))}
    assert shown["Ann Beck"].ImmutableId is None
    assert shown["Ann Beck"].LastDirSyncTime is None
    assert shown["Press"].ImmutableId == "AAAA=="
    plain = {row.DisplayName: row for row in rows(tenant, ANY, NONE_KEPT)}
    assert plain["Ann Beck"].ImmutableId == "AAAA=="


def test_a_row_carries_its_entries() -> None:
    tenant: Any = Tenant()
    first = next(iter(rows(tenant, ANY, NONE_KEPT)))
    assert [(one.PropertyName, one.PropertyValue, one.ErrorCategory) for one in first.ProvisioningErrors] == [
        ("ProxyAddresses", "SMTP:press@contoso.com", "PropertyConflict")
    ]
