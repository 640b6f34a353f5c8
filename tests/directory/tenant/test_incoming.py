"""What a client sends, and which of its addresses the service takes."""

from __future__ import annotations

import pytest

from msolemu.directory.tenant.addresses import accepted, primary, united
from msolemu.directory.tenant.incoming import IncomingObject
from tests.directory.builders import a_contact, a_user


@pytest.mark.parametrize(
    ("one", "nickname"),
    [
        (a_user("upn@x", "SMTP:main@x", "smtp:other@x", mail="mail@x", alias="my alias"), "myalias"),
        (a_user("upn@x", "smtp:other@x", "SMTP:main@x", mail="mail@x"), "main"),
        (a_user("upn@x", "smtp:other@x", mail="mail@x"), "mail"),
        (a_user("upn@x", "smtp:other@x"), "upn"),
        (a_contact("Dana", "smtp:other@x"), "other"),
        (a_contact("Dana", "sip:other@x"), None),
    ],
)
def test_the_nickname_comes_from_the_best_address_or_name(one: IncomingObject, nickname: str | None) -> None:
    assert one.nickname == nickname


def test_only_a_user_has_a_name_to_sign_in_with() -> None:
    assert a_contact("Dana", userPrincipalName="x@y").upn is None


def test_a_mail_address_without_an_at_sign_and_one_without_a_prefix_are_dropped() -> None:
    assert accepted(("smtp:a@x", "smtp:a", "a@x", "X400:c=us;", "smtp:a@y.microsoftonline.com")) == (
        "smtp:a@x",
        "X400:c=us;",
    )


def test_the_prefix_in_capitals_makes_an_address_the_primary_one() -> None:
    assert primary(("smtp:a@x", "SIP:b@x", "SMTP:c@x")) == "SMTP:c@x"
    assert primary(("smtp:a@x",)) is None


def test_addresses_are_united_without_heeding_case() -> None:
    assert united(("SMTP:a@x",), ("smtp:A@x", "smtp:b@x")) == ("SMTP:a@x", "smtp:b@x")
