"""Which objects of the forest go to the tenant."""

from __future__ import annotations

import pytest

from msolemu.sync.ports import ForestObject
from tests.sync.builders import a_contact, a_group, a_user, an_object
from tests.sync.fakes import Lab


@pytest.mark.parametrize(
    "found",
    [
        a_user("Ann"),
        a_user("Ann", useraccountcontrol="514"),
        a_group("Security"),
        a_group("Mailing", grouptype="8", mail="mailing@contoso.com"),
        a_group("Mailing", grouptype="8", proxyaddresses="SMTP:mailing@contoso.com"),
        a_contact("Dana"),
        an_object("inetOrgPerson", "Ivo", samaccountname="ivo"),
    ],
)
def test_goes_to_the_tenant(lab: Lab, found: ForestObject) -> None:
    lab.forest.put(found)
    lab.cycle()
    assert len(lab.tenant.objects) == 1


@pytest.mark.parametrize(
    "found",
    [
        a_user("No account", samaccountname=""),
        a_user("Critical", iscriticalsystemobject="TRUE"),
        a_user("Service", samaccountname="MSOL_0f3a"),
        a_user("Marked", admindescription="User_no"),
        a_user("Access", samaccountname="CAS_{1f}"),
        a_user("Mailbox", mailnickname="SystemMailbox{1f}"),
        a_user("Support", samaccountname="SUPPORT_388945a0"),
        a_user("Twin\\0ACNF:1f"),
        a_group("Mailing without mail", grouptype="8"),
        a_group("Marked", admindescription="Group_no"),
        a_group("Crowded", member=tuple(f"CN={number}" for number in range(50_000))),
        a_contact("Without mail", mail=""),
        an_object("computer", "PC1"),
    ],
)
def test_stays_at_home(lab: Lab, found: ForestObject) -> None:
    lab.forest.put(found)
    lab.cycle()
    assert lab.tenant.objects == {}


def test_an_object_that_leaves_the_scope_is_deleted_in_the_tenant(lab: Lab) -> None:
    ann = lab.forest.put(a_user("Ann"))
    lab.cycle()
    lab.forest.put(ann, admindescription="User_no")
    assert lab.export().counters.export_delete == 1
    lab.forest.put(ann, admindescription="")
    assert lab.export().counters.export_add == 1
