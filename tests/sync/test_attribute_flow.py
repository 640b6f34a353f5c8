"""What becomes of the forest's attributes."""

from __future__ import annotations

from collections.abc import Mapping

from msolemu.foundation.dataclass import replace
from msolemu.sync.cycle import Side
from msolemu.sync.ports import ForestObject, Values
from msolemu.sync.run_profile import RunProfile
from tests.sync.builders import a_contact, a_group, a_user
from tests.sync.fakes import Lab


def arrived(lab: Lab, found: ForestObject) -> Mapping[str, Values]:
    """The attributes that the tenant was sent."""
    lab.forest.put(found)
    lab.cycle()
    return lab.tenant.sent[-1].attributes


def test_names_of_the_tenant_replace_those_of_the_forest(lab: Lab) -> None:
    attributes = arrived(lab, a_user("Ann", sn=" Lee ", l="Oslo", mailnickname="ann", title=" "))
    assert attributes["surname"] == ("Lee",)
    assert attributes["city"] == ("Oslo",)
    assert attributes["alias"] == ("ann",)
    assert "title" not in attributes


def test_a_user_without_sign_in_name_gets_account_and_domain(lab: Lab) -> None:
    assert arrived(lab, a_user("Ann", userprincipalname=""))["userPrincipalName"] == ("Ann@contoso.local",)


def test_a_disabled_account_arrives_disabled(lab: Lab) -> None:
    assert arrived(lab, a_user("Ann", useraccountcontrol="514"))["accountEnabled"] == ("False",)


def test_addresses_that_differ_only_in_case_count_once(lab: Lab) -> None:
    addresses = (" smtp:Ann@contoso.com", "smtp:ann@contoso.com")
    assert arrived(lab, a_user("Ann", proxyaddresses=addresses))["proxyAddresses"] == ("smtp:Ann@contoso.com",)


def test_a_contact_without_alias_gets_its_name(lab: Lab) -> None:
    assert arrived(lab, a_contact("Dana"))["alias"] == ("Dana",)


def test_a_group_says_whether_it_is_for_security_and_for_mail(lab: Lab) -> None:
    attributes = arrived(lab, a_group("Staff", mail="staff@contoso.com", displayname=""))
    assert (attributes["securityEnabled"], attributes["mailEnabled"]) == (("True",), ("True",))
    assert attributes["displayName"] == ("Staff",)


def test_a_renamed_object_is_counted_as_renamed(lab: Lab) -> None:
    ann = lab.forest.put(a_user("Ann"))
    lab.cycle()
    lab.forest.put(replace(ann, distinguished_name="CN=Ann,OU=Sales,DC=contoso,DC=local"))
    assert lab.cycle()[Side.FOREST, RunProfile.DELTA_IMPORT].counters.stage_rename == 1
