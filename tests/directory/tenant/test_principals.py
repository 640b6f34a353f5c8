"""Service principals and their credentials."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from msolemu.directory.tenant import role_errors as refused
from msolemu.directory.tenant.account_errors import BadSyntax, MissingProperty, NotUnique, TooLong
from msolemu.directory.tenant.principals import (
    By,
    NewCredential,
    Principals,
    PrincipalValues,
    a_year_after,
)
from msolemu.directory.tenant.service_principal import ReplyAddress
from msolemu.foundation.dataclass import replace
from tests.directory.builders import START, Cloud

APP = UUID("11111111-2222-3333-4444-555555555555")
NOBODY = UUID(int=7)
BY_NAME = By(name="myapp/contoso.com")


@pytest.fixture
def principals() -> Principals:
    """A tenant with an own application."""
    found = Cloud().service.principals
    found.create(PrincipalValues("My App", ["MyApp/contoso.com"]), APP, NewCredential())
    return found


def test_every_tenant_has_those_of_the_service_with_the_same_ids_each_time() -> None:
    one, two = Cloud().service.principals.all(), Cloud().service.principals.all()
    assert len(one) == 8
    assert one == two


def test_one_is_found_by_its_id_its_application_and_any_name(principals: Principals) -> None:
    found = principals.one(By(app_principal_id=APP))
    assert found.names == ("MyApp/contoso.com", str(APP))
    assert principals.one(By(object_id=found.object_id)) == found
    assert principals.one(BY_NAME) == found
    assert principals.one(By(name=str(APP))) == found


@pytest.mark.parametrize("by", [By(NOBODY), By(None, NOBODY), By(name="nothing"), By()])
def test_one_that_is_unknown(principals: Principals, by: By) -> None:
    with pytest.raises(refused.PrincipalNotFound):
        principals.one(by)
    with pytest.raises(refused.PrincipalNotFound):
        principals.remove(by)


@pytest.mark.parametrize(
    ("values", "app", "error"),
    [
        (PrincipalValues(""), None, MissingProperty),
        (PrincipalValues("x" * 257), None, TooLong),
        (PrincipalValues("Second"), APP, NotUnique),
        (PrincipalValues("Second", ["MYAPP/contoso.com"]), None, NotUnique),
        (PrincipalValues("Second", ["with blank"]), None, BadSyntax),
        (PrincipalValues("Second", [""]), None, BadSyntax),
        (PrincipalValues("Second", ["x" * 257]), None, TooLong),
    ],
)
def test_values_that_it_cannot_have(
    principals: Principals, values: PrincipalValues, app: UUID | None, error: type[Exception]
) -> None:
    before = principals.all()
    with pytest.raises(error):
        principals.create(values, app, NewCredential())
    assert principals.all() == before


def test_what_is_given_changes_and_the_rest_stays(principals: Principals) -> None:
    before = principals.one(BY_NAME)
    principals.change(BY_NAME, PrincipalValues(account_enabled=False))
    assert principals.one(BY_NAME) == replace(before, account_enabled=False)
    principals.change(BY_NAME, PrincipalValues("Ours", ["ours"], addresses=[ReplyAddress("https://ours")]))
    found = principals.one(By(name="ours"))
    assert (found.display_name, found.names, len(found.addresses)) == ("Ours", ("ours", str(APP)), 1)
    with pytest.raises(refused.PrincipalNotFound):
        principals.one(BY_NAME)
    principals.remove(By(app_principal_id=APP))
    assert len(principals.all()) == 8


def test_a_key_is_drawn_and_good_for_a_year(principals: Principals) -> None:
    (key,) = principals.one(BY_NAME).credentials
    assert (key.kind, key.usage, key.start, len(key.value)) == ("Symmetric", "Verify", START, 44)
    assert key.end == a_year_after(START)


def test_a_year_after_the_last_of_february() -> None:
    assert a_year_after(datetime(2016, 2, 29, tzinfo=UTC)) == datetime(2017, 2, 28, tzinfo=UTC)


def test_credentials_are_added_and_removed_all_or_none(principals: Principals) -> None:
    password = principals.add_credential(BY_NAME, NewCredential("Password", value="secret"))
    (first, _) = principals.one(BY_NAME).credentials
    with pytest.raises(refused.CredentialNotFound):
        principals.remove_credentials(BY_NAME, [first.key_id, NOBODY])
    assert len(principals.one(BY_NAME).credentials) == 2
    principals.remove_credentials(BY_NAME, [first.key_id])
    assert principals.one(BY_NAME).credentials == (password,)


@pytest.mark.parametrize(
    ("new", "error"),
    [
        (NewCredential("Asymmetric"), refused.CredentialNotSettable),
        (NewCredential("Password", value=""), refused.CredentialNotSettable),
        (NewCredential(start=START, end=START - timedelta(days=1)), refused.CredentialNotSettable),
        (NewCredential(value="no base64!"), BadSyntax),
    ],
)
def test_credentials_that_cannot_be(principals: Principals, new: NewCredential, error: type[Exception]) -> None:
    with pytest.raises(error):
        principals.add_credential(BY_NAME, new)
    assert len(principals.one(BY_NAME).credentials) == 1
