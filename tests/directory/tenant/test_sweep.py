"""The hourly task: what comes back, to whom, and what never does."""

from __future__ import annotations

import pytest

from msolemu.compat.catalogue import SWEEP_COMPARES_UPN_WITH_UPN_ONLY
from msolemu.compat.known_issue import KnownIssue
from msolemu.directory.tenant.quarantine import ADDRESSES, UPN
from tests.directory.builders import BOTH, Cloud, a_group, a_user, changed

ANN = "ann@contoso.com"
DESK = "smtp:desk@contoso.com"


def test_a_name_comes_back_when_the_holder_gives_it_up() -> None:
    cloud = Cloud(*BOTH)
    first, second = a_user(ANN), a_user("Ann@contoso.com")
    cloud.send_all(first, second)
    placeholder = cloud.user(second).user_principal_name
    cloud.send(changed(first, userPrincipalName="ann.sales@contoso.com"))
    assert cloud.user(second).user_principal_name == placeholder
    assert len(cloud.sweep()) == 1
    user = cloud.user(second)
    assert (user.user_principal_name, user.quarantine) == ("Ann@contoso.com", ())
    assert user.proxy_addresses == (f"smtp:{placeholder}",)


def test_an_address_comes_back_without_any_export() -> None:
    cloud = Cloud(*BOTH)
    first, second = a_user(ANN, DESK), a_group("Desk", "SMTP:desk@contoso.com")
    cloud.send_all(first, second)
    cloud.send(changed(first, proxyAddresses=None))
    assert cloud.waits_for(second) == [(ADDRESSES, "SMTP:desk@contoso.com")]
    cloud.sweep()
    assert cloud.waits_for(second) == []
    assert cloud.found(second).proxy_addresses == ("SMTP:desk@contoso.com",)


def test_nothing_comes_back_while_somebody_holds_it() -> None:
    cloud = Cloud(*BOTH)
    cloud.send_all(a_user(ANN, DESK), a_user(ANN, DESK))
    assert cloud.sweep() == []


def test_of_several_the_one_that_waits_longest_gets_it() -> None:
    cloud = Cloud(*BOTH)
    holder, early, late = a_user(ANN, DESK), a_user("ben@contoso.com", DESK), a_user("cy@contoso.com")
    cloud.send_all(holder, late)
    cloud.later(minutes=1)
    cloud.send(early)
    cloud.later(minutes=1)
    cloud.send(changed(late, proxyAddresses=DESK))
    cloud.send(changed(holder, proxyAddresses=None))
    cloud.sweep()
    assert cloud.found(early).proxy_addresses == (DESK,)
    assert cloud.waits_for(late) == [(ADDRESSES, DESK)]


def test_a_name_that_lost_to_an_address_never_comes_back() -> None:
    cloud = Cloud(*BOTH)
    desk, nina = a_user("desk@contoso.com", "smtp:nina@contoso.com"), a_user("nina@contoso.com")
    cloud.send_all(desk, nina)
    cloud.send(changed(desk, proxyAddresses=None))
    assert cloud.sweep() == []
    assert cloud.sweep() == []
    assert cloud.waits_for(nina) == [(UPN, "nina@contoso.com")]
    (conflict,) = cloud.service.conflicts()
    assert (conflict.holder, conflict.heals_by_itself) == (None, False)


def test_without_the_defect_a_name_that_lost_to_an_address_comes_back() -> None:
    cloud = Cloud(*BOTH, off=(SWEEP_COMPARES_UPN_WITH_UPN_ONLY,))
    desk, nina = a_user("desk@contoso.com", "smtp:nina@contoso.com"), a_user("nina@contoso.com")
    cloud.send_all(desk, nina)
    assert cloud.sweep() == []
    cloud.send(changed(desk, proxyAddresses=None))
    assert len(cloud.sweep()) == 1
    assert cloud.user(nina).user_principal_name == "nina@contoso.com"


@pytest.mark.parametrize("off", [(), (SWEEP_COMPARES_UPN_WITH_UPN_ONLY,)])
def test_a_name_that_lost_to_a_name_waits_for_no_address(off: tuple[KnownIssue, ...]) -> None:
    cloud = Cloud(*BOTH, off=off)
    first, second = a_user(ANN, "SMTP:ann@contoso.com"), a_user(ANN)
    cloud.send_all(first, second)
    cloud.send(changed(first, userPrincipalName="ann.sales@contoso.com"))
    assert len(cloud.sweep()) == 1


def test_what_was_mended_by_hand_stops_to_wait() -> None:
    cloud = Cloud(*BOTH)
    desk, nina = a_user("desk@contoso.com", "smtp:nina@contoso.com"), a_user("nina@contoso.com")
    cloud.send_all(desk, nina)
    cloud.send(changed(desk, proxyAddresses=None))
    cloud.send(changed(nina, userPrincipalName="nina.b@contoso.com"))
    cloud.send(changed(nina, userPrincipalName="nina@contoso.com"))
    assert cloud.user(nina).user_principal_name == "nina@contoso.com"
    assert cloud.waits_for(nina) == []


def test_values_of_a_deleted_user_come_free_when_it_is_purged() -> None:
    cloud = Cloud(*BOTH)
    first, second = a_user(ANN), a_user(ANN)
    cloud.send_all(first, second)
    cloud.delete(first)
    assert cloud.sweep() == []
    cloud.later(days=29)
    assert cloud.sweep() == []
    cloud.later(days=1)
    assert len(cloud.sweep()) == 1
    assert not cloud.holds(first)
    assert cloud.user(second).user_principal_name == ANN


def test_a_deleted_user_waits_no_longer() -> None:
    cloud = Cloud(*BOTH)
    first, second = a_user(ANN), a_user(ANN)
    cloud.send_all(first, second)
    cloud.delete(second)
    cloud.send(changed(first, userPrincipalName="ann2@contoso.com"))
    assert cloud.sweep() == []
    assert cloud.service.waiting() == []


def test_entries_heal_although_the_feature_was_turned_off() -> None:
    cloud = Cloud(*BOTH)
    first, second = a_user(ANN, DESK), a_user("ben@contoso.com", DESK)
    cloud.send_all(first, second)
    cloud.disable(*BOTH)
    cloud.send(changed(first, proxyAddresses=None))
    assert len(cloud.sweep()) == 1
