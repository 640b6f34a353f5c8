"""The cmdlets over a tenant held in memory."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest

from msolemu.compat.catalogue import ERROR_CATEGORY_REQUIRED, PROPERTY_VALUE_ALONE_AMBIGUOUS
from msolemu.directory.tenant import errors
from msolemu.modules.msonline import company, contact, dirsync_feature, group, provisioning_error, service, user
from msolemu.modules.msonline.contact import ContactFilter
from msolemu.modules.msonline.errors import ERRORS
from msolemu.modules.msonline.group import GroupFilter
from msolemu.modules.msonline.identity import CATEGORY
from msolemu.modules.msonline.provisioning_error import ConflictFilter
from msolemu.modules.msonline.refusals import NotAPartner, NotConnected, RequiredProperty
from msolemu.modules.msonline.services import Connection, MsolServices
from msolemu.modules.msonline.types.enums import DirSyncStatus, GroupType, UserEnabledFilter
from msolemu.modules.msonline.user_filter import UserFilter
from tests.directory.builders import BOTH, START, Cloud, a_contact, a_group, a_user

NOBODY = UUID(int=7)
ANN = a_user("ann@contoso.com", "SMTP:ann@contoso.com", name="Ann Beck", city="Oslo", department="Sales")
TWIN = a_user("ann@contoso.com", name="Ann Twin", accountEnabled="False")
STAFF = a_group("Staff", "smtp:staff@contoso.com", securityEnabled="True", mailEnabled="True")
PRESS = a_group("Press", "SMTP:ann@contoso.com", securityEnabled="False", mailEnabled="True")
DANA = a_contact("Dana Lee", "SMTP:dana@fabrikam.com", mail="dana@fabrikam.com")


class Question:
    """Answers of the one who is asked."""

    def __init__(self) -> None:
        self.for_all: bool | None = None
        self.answer = False

    def should_continue(self, query: str, caption: str = "Confirm", *, for_all: bool = False) -> bool:
        assert query
        return self.answer


@pytest.fixture
def call() -> Any:
    """A connected session on a tenant with a few objects, two of which wait for values."""
    cloud = Cloud(*BOTH)
    cloud.send_all(ANN, TWIN, STAFF)
    cloud.new_run()
    cloud.send_all(PRESS, DANA)
    services = MsolServices(Connection(connected=True), lambda: cloud.service)

    def error(error_id: str, text: str, *_: object) -> Exception:
        return RuntimeError(error_id, text)

    return SimpleNamespace(services=services, cloud=cloud, issues=cloud.issues, confirmation=Question(), error=error)


def names(found: Iterable[Any]) -> list[str | None]:
    return [one.DisplayName for one in found]


def test_nothing_works_before_the_connection(call: Any) -> None:
    call.services = MsolServices(Connection(), call.services.main_tenant)
    with pytest.raises(NotConnected):
        list(company.shown(call))
    service.connected(call)
    assert len(list(company.shown(call))) == 1


@pytest.mark.parametrize("connect", [service.with_credential, service.with_token])
def test_any_credential_and_any_token_connects(call: Any, connect: Any) -> None:
    call.services = MsolServices(Connection(), call.services.main_tenant)
    connect(call)
    assert len(list(user.listed(call, UserFilter()))) == 3


def test_another_tenant_is_none_of_ours(call: Any) -> None:
    with pytest.raises(NotAPartner):
        list(company.shown(call, NOBODY))
    (own,) = company.shown(call)
    assert list(company.shown(call, own.ObjectId)) == [own]


def test_the_company_tells_how_synchronization_stands(call: Any) -> None:
    call.services.main_tenant().note_synchronization(START)
    (shown,) = company.shown(call)
    assert (shown.DisplayName, shown.InitialDomain) == ("Contoso", "contoso.onmicrosoft.com")
    assert shown.DirectorySynchronizationStatus is DirSyncStatus.Enabled
    assert list(shown.TechnicalNotificationEmails) == ["it@contoso.com"]
    assert shown.LastDirSyncTime is not None


class TestUsers:
    """Get-MsolUser."""

    def test_lists_end_at_their_limit(self, call: Any) -> None:
        assert names(user.listed(call, UserFilter())) == ["Admin", "Ann Beck", "Ann Twin"]
        assert names(user.listed(call, UserFilter(), 1)) == ["Admin"]
        assert names(user.listed(call, UserFilter(), -1)) == []
        assert len(names(user.everybody(call, UserFilter(), all_=True))) == 3

    @pytest.mark.parametrize(
        ("wanted", "found"),
        [
            (UserFilter(city="oslo", department="SALES"), ["Ann Beck"]),
            (UserFilter(search_string="ann t"), ["Ann Twin"]),
            (UserFilter(search_string="ann@"), ["Ann Beck"]),
            (UserFilter(domain_name="contoso.com"), ["Ann Beck"]),
            (UserFilter(synchronized=True), ["Ann Beck", "Ann Twin"]),
            (UserFilter(enabled_filter=UserEnabledFilter.DisabledOnly), ["Ann Twin"]),
            (UserFilter(enabled_filter=UserEnabledFilter.EnabledOnly), ["Admin", "Ann Beck"]),
            (UserFilter(has_errors_only=True), []),
            (UserFilter(return_deleted_users=True), []),
        ],
    )
    def test_a_filter_decides(self, call: Any, wanted: UserFilter, found: list[str]) -> None:
        assert names(user.listed(call, wanted)) == found

    def test_one_user_comes_by_id_or_by_name(self, call: Any) -> None:
        ann = call.cloud.user(ANN)
        (shown,) = user.by_id(call, ann.object_id)
        assert shown.ObjectId == next(iter(user.by_upn(call, "ANN@contoso.com"))).ObjectId
        assert (shown.City, shown.ImmutableId, list(shown.ProxyAddresses)) == (
            "Oslo",
            ANN.source_anchor,
            ["SMTP:ann@contoso.com"],
        )
        for missing in (user.by_id(call, NOBODY), user.by_upn(call, "nobody")):
            with pytest.raises(errors.UserNotFound):
                list(missing)

    def test_a_deleted_user_is_found_among_the_deleted_alone(self, call: Any) -> None:
        ann = call.cloud.user(ANN)
        call.cloud.delete(ANN)
        with pytest.raises(errors.UserNotFound):
            list(user.by_id(call, ann.object_id))
        assert names(user.by_upn(call, "ann@contoso.com", return_deleted_users=True)) == ["Ann Beck"]
        assert names(user.listed(call, UserFilter(return_deleted_users=True))) == ["Ann Beck"]


def test_groups_are_listed_by_kind_and_by_name(call: Any) -> None:
    assert names(group.listed(call, GroupFilter())) == ["Staff", "Press"]
    assert names(group.every(call, GroupFilter(group_type=GroupType.DistributionList), all_=True)) == ["Press"]
    assert names(group.listed(call, GroupFilter(group_type=GroupType.MailEnabledSecurity))) == ["Staff"]
    assert names(group.listed(call, GroupFilter(search_string="PR"))) == ["Press"]
    assert names(group.listed(call, GroupFilter(has_errors_only=True))) == []
    assert names(group.by_id(call, call.cloud.found(STAFF).object_id)) == ["Staff"]
    with pytest.raises(errors.GroupNotFound):
        list(group.by_id(call, NOBODY))


def test_contacts_are_listed_and_found(call: Any) -> None:
    assert names(contact.listed(call, ContactFilter())) == ["Dana Lee"]
    assert names(contact.every(call, ContactFilter(search_string="dana@"), all_=True)) == ["Dana Lee"]
    assert names(contact.listed(call, ContactFilter(has_errors_only=True))) == []
    (dana,) = contact.by_id(call, call.cloud.found(DANA).object_id)
    assert dana.EmailAddress == "dana@fabrikam.com"
    with pytest.raises(errors.ContactNotFound):
        list(contact.by_id(call, NOBODY))


class TestFeatures:
    """Set-MsolDirSyncFeature, Get-MsolDirSyncFeatures."""

    def test_all_are_listed_in_alphabetical_order(self, call: Any) -> None:
        rows = list(dirsync_feature.listed(call))
        assert len(rows) == 12
        assert [row.DirSyncFeature for row in rows if row.Enabled] == sorted(BOTH)
        assert [row.DirSyncFeature for row in rows] == sorted(str(row.DirSyncFeature) for row in rows)

    def test_force_does_not_ask(self, call: Any) -> None:
        dirsync_feature.switched(call, "PasswordSync", enable=True, force=True)
        (row,) = dirsync_feature.listed(call, "PasswordSync")
        assert row.Enabled

    def test_no_leaves_a_feature_as_it_is(self, call: Any) -> None:
        dirsync_feature.switched(call, "PasswordSync", enable=True)
        assert not call.cloud.service.feature("PasswordSync")
        call.confirmation.answer = True
        dirsync_feature.switched(call, "PasswordSync", enable=True)
        assert call.cloud.service.feature("PasswordSync")

    def test_an_answer_for_all_holds(self, call: Any) -> None:
        call.confirmation.for_all = True
        dirsync_feature.switched(call, "PasswordSync", enable=True)
        assert call.cloud.service.feature("PasswordSync")


class TestConflicts:
    """Get-MsolDirSyncProvisioningError."""

    CATEGORY = CATEGORY

    def test_those_that_wait_are_listed(self, call: Any) -> None:
        wanted = ConflictFilter(self.CATEGORY)
        assert names(provisioning_error.listed(call, wanted)) == ["Ann Twin", "Press"]
        assert names(provisioning_error.listed(call, wanted, 1)) == ["Ann Twin"]
        by_name = ConflictFilter(self.CATEGORY, "UserPrincipalName", "ann@contoso.com")
        assert names(provisioning_error.everything(call, by_name, all_=True)) == ["Ann Twin"]
        assert list(provisioning_error.any_there(call)) == [True]

    def test_a_category_is_demanded_unless_all_stands_alone(self, call: Any) -> None:
        with pytest.raises(RequiredProperty):
            list(provisioning_error.listed(call, ConflictFilter()))
        assert len(list(provisioning_error.everything(call, ConflictFilter(), all_=True))) == 2
        call.issues = call.issues.switched(ERROR_CATEGORY_REQUIRED, on=False)
        assert len(list(provisioning_error.listed(call, ConflictFilter()))) == 2

    def test_a_value_alone_is_ambiguous_as_long_as_the_defect_is_kept(self, call: Any) -> None:
        alone = ConflictFilter(self.CATEGORY, property_value="ann@contoso.com")
        with pytest.raises(RuntimeError, match="AmbiguousParameterSet"):
            list(provisioning_error.listed(call, alone))
        call.issues = call.issues.switched(PROPERTY_VALUE_ALONE_AMBIGUOUS, on=False)
        assert names(provisioning_error.listed(call, alone)) == ["Ann Twin", "Press"]

    def test_what_has_healed_is_no_longer_there(self, call: Any) -> None:
        call.cloud.objects.remove(call.cloud.found(ANN))
        call.cloud.sweep()
        assert list(provisioning_error.any_there(call)) == [False]


def test_every_refusal_has_words_and_an_id() -> None:
    refusals = [
        errors.UserNotFound("x"),
        errors.GroupNotFound("x"),
        errors.ContactNotFound("x"),
        errors.FeatureCannotChange("x"),
        NotConnected(),
        NotAPartner(),
        RequiredProperty("x"),
    ]
    for refusal in refusals:
        fault = ERRORS.fault(refusal)
        assert fault is not None
        record = fault.record(refusal)
        assert record.error_id.startswith("Microsoft.Online.Administration.Automation.")


def test_a_row_tells_when_the_waiting_began(call: Any) -> None:
    (row, _) = provisioning_error.listed(call, ConflictFilter(CATEGORY))
    (entry,) = row.ProvisioningErrors
    assert entry.WhenStarted.to_datetime() - START < timedelta(seconds=1)
