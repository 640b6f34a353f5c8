"""What the tenant does with an export: created, refused, or taken with values set aside."""

from __future__ import annotations

import re

import pytest

from msolemu.compat.catalogue import TWIN_GROUPS_FAIL_FIRST, USER_MEETS_GROUP_ADDRESS
from msolemu.directory.tenant.group import Group
from msolemu.directory.tenant.quarantine import ADDRESSES, UPN
from msolemu.foundation.dataclass import replace
from tests.directory.builders import (
    ADDRESS_RESILIENCY,
    BOTH,
    START,
    UPN_RESILIENCY,
    Cloud,
    a_contact,
    a_group,
    a_user,
    changed,
)

ANN = "ann@contoso.com"
PLACEHOLDER = re.compile(r"ann[1-9]\d{3}@contoso\.onmicrosoft\.com")


def test_a_free_name_and_free_addresses_are_taken_as_sent() -> None:
    cloud = Cloud()
    ann = a_user(ANN, "SMTP:ann@contoso.com", "smtp:a@contoso.com", title="Buyer")
    assert cloud.send(ann) == []
    user = cloud.user(ann)
    assert (user.user_principal_name, user.title) == (ANN, "Buyer")
    assert user.proxy_addresses == ("SMTP:ann@contoso.com", "smtp:a@contoso.com")
    assert (user.immutable_id, user.last_dirsync_time) == (ann.source_anchor, START)


class TestWithoutResiliency:
    """Both features off: as it was before."""

    def test_a_taken_name_refuses_a_new_user_each_time(self) -> None:
        cloud = Cloud()
        cloud.send(a_user(ANN))
        other = a_user("ANN@contoso.com")
        for _ in range(2):
            refusal = cloud.refusal(other)
            assert refusal.error_name == "AttributeValueMustBeUnique"
            assert refusal.values == ((UPN, ("ANN@contoso.com",)),)
        assert not cloud.holds(other)

    def test_a_taken_primary_address_is_a_soft_match_that_failed(self) -> None:
        cloud = Cloud()
        cloud.send(a_user(ANN, "SMTP:desk@contoso.com"))
        refusal = cloud.refusal(a_user("ben@contoso.com", "SMTP:desk@contoso.com"))
        assert refusal.error_name == "InvalidSoftMatch"
        assert refusal.values == ((ADDRESSES, ("SMTP:desk@contoso.com",)),)

    def test_a_primary_address_of_another_class_mismatches(self) -> None:
        cloud = Cloud()
        cloud.send(a_group("Desk", "SMTP:desk@contoso.com"))
        assert cloud.refusal(a_contact("Desk", "SMTP:desk@contoso.com")).error_name == "ObjectTypeMismatch"

    def test_a_taken_secondary_address_must_be_unique(self) -> None:
        cloud = Cloud()
        cloud.send(a_user(ANN, "SMTP:desk@contoso.com"))
        refusal = cloud.refusal(a_user("ben@contoso.com", "smtp:desk@contoso.com"))
        assert refusal.error_name == "AttributeValueMustBeUnique"

    def test_a_taken_name_is_a_failed_soft_match_where_names_match(self) -> None:
        cloud = Cloud("EnableSoftMatchOnUpn")
        cloud.send(a_user(ANN))
        assert cloud.refusal(a_user(ANN)).error_name == "InvalidSoftMatch"

    def test_an_update_must_be_unique_and_changes_nothing(self) -> None:
        cloud = Cloud()
        cloud.send(a_user(ANN, "SMTP:desk@contoso.com"))
        ben = a_user("ben@contoso.com")
        cloud.send(ben)
        refusal = cloud.refusal(changed(ben, proxyAddresses="SMTP:desk@contoso.com", title="Buyer"))
        assert refusal.error_name == "AttributeValueMustBeUnique"
        assert cloud.user(ben).title is None

    def test_all_values_in_the_way_are_named_by_property(self) -> None:
        cloud = Cloud()
        cloud.send(a_user(ANN, "SMTP:a@contoso.com", "smtp:b@contoso.com"))
        refusal = cloud.refusal(a_user(ANN, "smtp:a@contoso.com", "smtp:b@contoso.com"))
        assert refusal.values == ((UPN, (ANN,)), (ADDRESSES, ("smtp:a@contoso.com", "smtp:b@contoso.com")))


class TestWithOneFeature:
    """Each feature covers its own property."""

    def test_an_address_fails_the_whole_object_while_only_names_are_covered(self) -> None:
        cloud = Cloud(UPN_RESILIENCY)
        cloud.send(a_user(ANN, "smtp:desk@contoso.com"))
        other = a_user(ANN, "smtp:desk@contoso.com")
        assert cloud.refusal(other).values == ((ADDRESSES, ("smtp:desk@contoso.com",)),)
        assert not cloud.holds(other)

    def test_a_name_fails_while_only_addresses_are_covered(self) -> None:
        cloud = Cloud(ADDRESS_RESILIENCY)
        cloud.send(a_user(ANN))
        assert cloud.refusal(a_user(ANN)).values == ((UPN, (ANN,)),)


class TestQuarantine:
    """Both features on: the incoming object loses, and arrives."""

    def test_a_taken_name_gives_way_to_a_placeholder(self) -> None:
        cloud = Cloud(*BOTH)
        cloud.send(a_user(ANN))
        other = a_user("Ann@contoso.com", title="Buyer")
        (entry,) = cloud.send(other)
        assert (entry.property_name, entry.value, entry.since, entry.met) == (UPN, "Ann@contoso.com", START, UPN)
        user = cloud.user(other)
        assert PLACEHOLDER.fullmatch(user.user_principal_name.replace("Ann", "ann"))
        assert user.user_principal_name.startswith("Ann")
        assert user.proxy_addresses == (f"smtp:{user.user_principal_name}",)
        assert user.title == "Buyer"

    def test_a_taken_address_is_left_out(self) -> None:
        cloud = Cloud(*BOTH)
        cloud.send(a_user(ANN, "smtp:desk@contoso.com"))
        ben = a_user("ben@contoso.com", "SMTP:ben@contoso.com", "smtp:DESK@contoso.com")
        cloud.send(ben)
        assert cloud.user(ben).proxy_addresses == ("SMTP:ben@contoso.com",)
        assert cloud.user(ben).wanted_proxy_addresses == ("SMTP:ben@contoso.com", "smtp:DESK@contoso.com")
        assert cloud.waits_for(ben) == [(ADDRESSES, "smtp:DESK@contoso.com")]

    def test_both_at_once_make_two_entries_and_an_address_at_the_initial_domain(self) -> None:
        cloud = Cloud(*BOTH)
        cloud.send(a_user(ANN, "SMTP:ann@contoso.com"))
        other = a_user(ANN, "SMTP:ann@contoso.com")
        assert len(cloud.send(other)) == 2
        user = cloud.user(other)
        assert user.proxy_addresses == (f"smtp:{user.user_principal_name}", "smtp:ann@contoso.onmicrosoft.com")

    @pytest.mark.parametrize(
        "loser", [a_group("Desk", "SMTP:desk@contoso.com"), a_contact("D", "smtp:desk@contoso.com")]
    )
    def test_groups_and_contacts_lose_addresses_too(self, loser: object) -> None:
        cloud = Cloud(*BOTH)
        cloud.send(a_user(ANN, "smtp:desk@contoso.com"))
        assert len(cloud.send(loser)) == 1  # type: ignore[arg-type]

    def test_the_holder_keeps_its_values_when_it_is_sent_again(self) -> None:
        cloud = Cloud(*BOTH)
        ann = a_user(ANN, "SMTP:ann@contoso.com")
        cloud.send(ann)
        cloud.send(a_user(ANN, "SMTP:ann@contoso.com"))
        assert cloud.send(ann) == []
        assert cloud.user(ann).user_principal_name == ANN

    def test_an_update_adds_a_taken_address_and_a_title(self) -> None:
        cloud = Cloud(*BOTH)
        cloud.send(a_user(ANN, "smtp:desk@contoso.com"))
        ben = a_user("ben@contoso.com")
        cloud.send(ben)
        assert len(cloud.send(changed(ben, proxyAddresses="smtp:desk@contoso.com", title="Buyer"))) == 1
        assert (cloud.user(ben).title, cloud.user(ben).proxy_addresses) == ("Buyer", ())

    def test_a_value_that_waits_already_is_not_told_again(self) -> None:
        cloud = Cloud(*BOTH)
        cloud.send(a_user(ANN, "smtp:desk@contoso.com"))
        ben = a_user("ben@contoso.com", "smtp:desk@contoso.com")
        cloud.send(ben)
        cloud.later(minutes=30)
        more = changed(ben, proxyAddresses=("smtp:desk@contoso.com", "smtp:ben@contoso.com"))
        assert cloud.send(more) == []
        assert cloud.found(ben).quarantine[0].since == START
        assert cloud.found(ben).proxy_addresses == ("smtp:ben@contoso.com",)

    def test_a_placeholder_stays_as_it_is_while_the_same_name_is_wanted(self) -> None:
        cloud = Cloud(*BOTH)
        cloud.send(a_user(ANN))
        other = a_user(ANN)
        cloud.send(other)
        before = cloud.user(other)
        assert cloud.send(other) == []
        assert cloud.user(other) == before

    def test_an_entry_ends_when_the_address_is_no_longer_wanted(self) -> None:
        cloud = Cloud(*BOTH)
        cloud.send(a_user(ANN, "smtp:desk@contoso.com"))
        ben = a_user("ben@contoso.com", "smtp:desk@contoso.com")
        cloud.send(ben)
        cloud.send(changed(ben, proxyAddresses=None))
        assert cloud.waits_for(ben) == []

    def test_another_free_name_ends_the_entry_and_the_placeholder_stays_an_address(self) -> None:
        cloud = Cloud(*BOTH)
        cloud.send(a_user(ANN))
        other = a_user(ANN)
        cloud.send(other)
        placeholder = cloud.user(other).user_principal_name
        cloud.send(changed(other, userPrincipalName="ann2@contoso.com"))
        user = cloud.user(other)
        assert (user.user_principal_name, user.quarantine) == ("ann2@contoso.com", ())
        assert user.proxy_addresses == (f"smtp:{placeholder}",)

    def test_a_user_that_changes_to_a_taken_name_keeps_the_old_one_as_an_address(self) -> None:
        cloud = Cloud(*BOTH)
        cloud.send(a_user(ANN))
        ben = a_user("ben@contoso.com")
        cloud.send(ben)
        cloud.send(changed(ben, userPrincipalName=ANN))
        user = cloud.user(ben)
        assert PLACEHOLDER.fullmatch(user.user_principal_name)
        assert user.proxy_addresses == ("smtp:ben@contoso.com", f"smtp:{user.user_principal_name}")

    def test_a_value_that_became_free_does_not_come_with_an_unrelated_change(self) -> None:
        cloud = Cloud(*BOTH)
        ann = a_user(ANN, "smtp:desk@contoso.com")
        ben = a_user("ben@contoso.com", "smtp:desk@contoso.com")
        cloud.send_all(ann, ben)
        cloud.send(changed(ann, proxyAddresses=None))
        cloud.send(changed(ben, title="Buyer"))
        assert len(cloud.found(ben).quarantine) == 1

    def test_entries_stay_and_new_conflicts_fail_once_the_feature_is_off(self) -> None:
        cloud = Cloud(*BOTH)
        cloud.send(a_user(ANN, "smtp:a@contoso.com", "smtp:b@contoso.com"))
        ben = a_user("ben@contoso.com", "smtp:a@contoso.com")
        cloud.send(ben)
        cloud.disable(*BOTH)
        cloud.send(changed(ben, title="Buyer"))
        assert cloud.waits_for(ben) == [(ADDRESSES, "smtp:a@contoso.com")]
        both = changed(ben, proxyAddresses=("smtp:a@contoso.com", "smtp:b@contoso.com"))
        assert cloud.refusal(both).values == ((ADDRESSES, ("smtp:b@contoso.com",)),)

    def test_a_deleted_user_still_holds_its_values(self) -> None:
        cloud = Cloud(*BOTH)
        ann = a_user(ANN, "smtp:desk@contoso.com")
        cloud.send(ann)
        cloud.delete(ann)
        assert len(cloud.send(a_user(ANN, "smtp:desk@contoso.com"))) == 2


class TestOutsideTheFeature:
    """What is refused whatever is enabled."""

    def test_a_taken_sip_address(self) -> None:
        cloud = Cloud(*BOTH)
        cloud.send(a_user(ANN, "sip:desk@contoso.com"))
        ben = a_user("ben@contoso.com", "SIP:desk@contoso.com")
        for _ in range(2):
            refusal = cloud.refusal(ben)
            assert refusal.error_name == "AttributeValueMustBeUnique"
            assert refusal.values == (("SipProxyAddress", ("SIP:desk@contoso.com",)),)

    def test_a_taken_security_identifier(self) -> None:
        cloud = Cloud(*BOTH)
        cloud.send(a_user(ANN, onPremiseSecurityIdentifier="AQU="))
        refusal = cloud.refusal(a_user("ben@contoso.com", onPremiseSecurityIdentifier="AQU="))
        assert refusal.values == (("OnPremiseSecurityIdentifier", ("AQU=",)),)

    @pytest.mark.parametrize(
        "upn", ["two words@contoso.com", "zoë@contoso.com", "ann.@contoso.com", "ann", "a@b@c.com"]
    )
    def test_a_name_that_nobody_can_sign_in_with(self, upn: str) -> None:
        refusal = Cloud(*BOTH).refusal(a_user(upn))
        assert (refusal.error_name, refusal.values) == ("IdentityDataValidationFailed", ((UPN, (upn,)),))

    def test_a_deletion_of_what_the_client_does_not_own(self) -> None:
        cloud = Cloud()
        ann = a_user(ANN)
        cloud.send(ann)
        user = cloud.user(ann)
        cloud.objects.put(replace(user, last_dirsync_time=None))
        with pytest.raises(Exception, match="DeletingCloudOnlyObjectNotAllowed"):
            cloud.delete(ann)


class TestNamesAtTheInitialDomain:
    """A suffix that is not verified never counts, and makes no entry."""

    def test_the_alias_signs_in_at_the_initial_domain(self) -> None:
        cloud = Cloud(*BOTH)
        ann = a_user("ann@contoso.local", alias="annb")
        cloud.send(ann)
        assert cloud.user(ann).user_principal_name == "annb@contoso.onmicrosoft.com"
        assert cloud.user(ann).wanted_user_principal_name == "ann@contoso.local"

    def test_without_an_alias_the_primary_address_names(self) -> None:
        cloud = Cloud()
        ann = a_user("x@contoso.local", "smtp:other@contoso.com", "SMTP:main@contoso.com")
        cloud.send(ann)
        assert cloud.user(ann).user_principal_name == "main@contoso.onmicrosoft.com"

    def test_two_of_one_prefix_differ_by_digits_and_nothing_waits(self) -> None:
        cloud = Cloud(*BOTH)
        first, second = a_user("ann@contoso.local"), a_user("ann@fabrikam.local")
        cloud.send_all(first, second)
        assert cloud.user(first).user_principal_name == "ann@contoso.onmicrosoft.com"
        assert PLACEHOLDER.fullmatch(cloud.user(second).user_principal_name)
        assert cloud.waits_for(second) == []

    def test_addresses_with_a_reserved_suffix_or_a_blank_are_dropped(self) -> None:
        cloud = Cloud()
        ann = a_user(
            ANN, "smtp:ann@contoso.onmicrosoft.com", "smtp:a b@contoso.com", "smtp:ann", "x500:/o=Contoso/cn=a"
        )
        cloud.send(ann)
        assert cloud.user(ann).proxy_addresses == ("x500:/o=Contoso/cn=a",)


class TestAUserMeetsAGroupsAddress:
    """Known issue of the core behaviour, 1."""

    GROUP = a_group("Java Order Entry", "SMTP:Joe@contoso.com")
    JOE = a_user("joe@contoso.com", "smtp:joe@contoso.com")

    def test_a_new_user_is_refused_each_time(self) -> None:
        cloud = Cloud(*BOTH)
        cloud.send(self.GROUP)
        cloud.new_run()
        for _ in range(2):
            refusal = cloud.refusal(self.JOE)
            assert refusal.error_name == "AttributeValueMustBeUnique"
            assert refusal.values == ((ADDRESSES, ("smtp:joe@contoso.com",)),)

    def test_the_name_alone_is_set_aside(self) -> None:
        cloud = Cloud(*BOTH)
        cloud.send(self.GROUP)
        (entry,) = cloud.send(a_user("joe@contoso.com"))
        assert (entry.property_name, entry.met) == (UPN, ADDRESSES)

    def test_a_secondary_address_of_the_group_is_set_aside(self) -> None:
        cloud = Cloud(*BOTH)
        cloud.send(a_group("Java Order Entry", "SMTP:order@contoso.com", "smtp:joe@contoso.com"))
        assert len(cloud.send(self.JOE)) == 2

    def test_without_the_defect_both_are_set_aside(self) -> None:
        cloud = Cloud(*BOTH, off=(USER_MEETS_GROUP_ADDRESS,))
        cloud.send(self.GROUP)
        assert [entry.property_name for entry in cloud.send(self.JOE)] == [ADDRESSES, UPN]


class TestTwinGroups:
    """Known issue of the core behaviour, 3."""

    FIRST = a_group("Phoenix", "SMTP:phoenix@contoso.com")
    SECOND = a_group("Steering", "SMTP:phoenix@contoso.com")

    def test_the_second_fails_in_the_run_that_creates_the_first_and_arrives_in_the_next(self) -> None:
        cloud = Cloud(*BOTH)
        cloud.send(self.FIRST)
        assert cloud.refusal(self.SECOND).values == ((ADDRESSES, ("SMTP:phoenix@contoso.com",)),)
        cloud.new_run()
        assert len(cloud.send(self.SECOND)) == 1

    def test_a_contact_with_the_address_of_a_new_group_is_set_aside(self) -> None:
        cloud = Cloud(*BOTH)
        cloud.send(self.FIRST)
        assert len(cloud.send(a_contact("Phoenix", "smtp:phoenix@contoso.com"))) == 1

    def test_without_the_defect_the_second_is_set_aside_at_once(self) -> None:
        cloud = Cloud(*BOTH, off=(TWIN_GROUPS_FAIL_FIRST,))
        cloud.send(self.FIRST)
        assert len(cloud.send(self.SECOND)) == 1


class TestValues:
    """What becomes of the other attributes."""

    def test_a_cleared_attribute_is_empty(self) -> None:
        cloud = Cloud()
        ann = a_user(ANN, title="Buyer")
        cloud.send(ann)
        cloud.send(changed(ann, title=None))
        assert cloud.user(ann).title is None

    def test_a_disabled_account_cannot_sign_in(self) -> None:
        cloud = Cloud()
        ann = a_user(ANN, accountEnabled="False")
        cloud.send(ann)
        assert cloud.user(ann).block_credential
        cloud.send(changed(ann, accountEnabled="True"))
        assert not cloud.user(ann).block_credential

    def test_members_and_managers_are_linked_by_anchor(self) -> None:
        cloud = Cloud()
        ann, ben = a_user(ANN), a_user("ben@contoso.com")
        cloud.send(ann)
        cloud.send(replace(ben, references={"manager": (ann.source_anchor,)}))
        staff = a_group("Staff", securityEnabled="True", mailEnabled="False")
        references = {"member": (ann.source_anchor, "nobody"), "managedBy": (ben.source_anchor,)}
        cloud.send(replace(staff, references=references))
        found = cloud.found(staff)
        assert isinstance(found, Group)
        assert found.members == (cloud.user(ann).object_id,)
        assert found.managed_by == cloud.user(ben).object_id
        assert cloud.user(ben).manager == cloud.user(ann).object_id
        assert (found.security_enabled, found.mail_enabled) == (True, False)

    def test_groups_and_contacts_are_gone_when_deleted_and_users_can_return(self) -> None:
        cloud = Cloud()
        ann, staff = a_user(ANN), a_group("Staff")
        cloud.send_all(ann, staff)
        cloud.delete(ann)
        cloud.delete(staff)
        cloud.delete(staff)
        assert not cloud.holds(staff)
        assert cloud.user(ann).deleted_at == START
        cloud.send(ann)
        assert not cloud.user(ann).is_deleted
        assert cloud.user(ann).user_principal_name == ANN


def test_without_a_free_placeholder_the_name_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("msolemu.directory.tenant.placeholder.HIGHEST", 1001)
    cloud = Cloud(*BOTH)
    cloud.send_all(a_user(ANN), a_user(ANN), a_user(ANN))
    refusal = cloud.refusal(a_user(ANN))
    assert (refusal.error_name, refusal.values) == ("AttributeValueMustBeUnique", ((UPN, (ANN,)),))
