"""Files that fill the forest, or change nothing."""

from __future__ import annotations

import base64
from collections.abc import Callable
from uuid import UUID

import pytest

from msolemu.directory.forest.directory import ForestDirectory
from msolemu.directory.forest.errors import DamagedLdif
from msolemu.directory.forest.importer import import_ldif
from tests.directory.forest.builders import ROOT, a_forest, ldif

GUID = UUID("91665060-7a8a-4067-ba70-3294fac3c207")
ENCODED = base64.b64encode(GUID.bytes_le).decode()
UNIT = (f"OU=Sales,{ROOT}", {"objectClass": ["top", "organizationalUnit"]})


def a_user(name: str, path: str = f"OU=Sales,{ROOT}", **attributes: str) -> tuple[str, dict[str, list[str]]]:
    """A record of a user."""
    classes = ["top", "person", "organizationalPerson", "user"]
    return f"CN={name},{path}", {
        "objectClass": classes,
        "cn": [name],
        **{key: [text] for key, text in attributes.items()},
    }


def test_objects_are_counted_by_class() -> None:
    forest = a_forest()
    group = (f"CN=Staff,{ROOT}", {"objectClass": ["top", "group"], "member": [f"CN=Ann,OU=Sales,{ROOT}"]})
    printer = (f"CN=Printer,{ROOT}", {"objectClass": ["top", "printQueue"]})
    text = ldif(UNIT, a_user("Ann"), group, printer)
    assert import_ldif(forest, text) == {"organizationalUnit": 1, "user": 1, "group": 1, "printQueue": 1}


def test_a_guid_is_kept_and_unknown_attributes_are_too() -> None:
    forest = a_forest()
    import_ldif(forest, ldif(UNIT, a_user("Ann", objectGUID=ENCODED, **{"acme-badge": "7"})))
    ann = forest.find(str(GUID), "user")
    assert (ann.guid, ann.first("acme-badge"), ann.first("objectguid")) == (GUID, "7", ENCODED)


def test_what_the_file_lacks_the_directory_gives() -> None:
    forest = a_forest()
    import_ldif(forest, ldif(UNIT, a_user("Ann")))
    ann = forest.find("Ann", "user")
    assert (ann.first("samaccountname"), ann.first("useraccountcontrol"), ann.first("name")) == ("Ann", "512", "Ann")
    assert ann.first("objectsid")


def test_objects_are_numbered_as_the_file_says_that_they_were_created() -> None:
    forest = a_forest()
    users = [a_user(name, uSNCreated=number) for name, number in (("Zoe", "30"), ("Ann", "9"))]
    unit = (UNIT[0], {**UNIT[1], "uSNCreated": ["5"]})
    import_ldif(forest, ldif(unit, *users))
    zoe, ann = forest.find("Zoe", "user"), forest.find("Ann", "user")
    assert ann.created < zoe.created <= forest.forest.highest_change
    assert ann.first("usncreated") == str(ann.created)


def test_without_such_numbers_the_order_of_the_file_counts() -> None:
    forest = a_forest()
    import_ldif(forest, ldif(UNIT, a_user("Zoe"), a_user("Ann", uSNCreated="9")))
    assert forest.find("Zoe", "user").created < forest.find("Ann", "user").created


def test_two_users_may_have_one_sign_in_name() -> None:
    forest = a_forest()
    import_ldif(forest, ldif(UNIT, a_user("Ann", userPrincipalName="a@x"), a_user("Ben", userPrincipalName="A@x")))
    assert len(forest.state.entries.find("userprincipalname", "a@x")) == 2


def test_containers_that_every_domain_has_may_stand_in_the_file() -> None:
    forest = a_forest()
    root = (ROOT, {"objectClass": ["top", "domain", "domainDNS"]})
    users = (f"CN=Users,{ROOT}", {"objectClass": ["top", "container"]})
    assert import_ldif(forest, ldif(root, users, a_user("Ann", f"CN=Users,{ROOT}")))["user"] == 1


def test_a_file_of_another_domain_brings_its_domain() -> None:
    forest = a_forest()
    import_ldif(forest, ldif(("OU=HQ,DC=fabrikam,DC=com", {"objectClass": ["organizationalUnit"]})))
    assert forest.at("DC=fabrikam,DC=com") is not None
    root = ("DC=example,DC=org", {"objectClass": ["top", "domain", "domainDNS"]})
    import_ldif(forest, ldif(root))
    assert forest.at("DC=example,DC=org") is not None


def with_user(forest: ForestDirectory) -> None:
    import_ldif(forest, ldif(UNIT, a_user("Ann", sAMAccountName="ann", objectGUID=ENCODED)))


def nothing(forest: ForestDirectory) -> None:
    """An empty forest."""


@pytest.mark.parametrize(
    ("before", "record", "line", "reason"),
    [
        (with_user, a_user("Ann"), 3, "is in the forest already"),
        (with_user, a_user("Ben", sAMAccountName="ANN"), 10, "account name 'ANN'"),
        (with_user, a_user("Ben", objectGUID=ENCODED), 10, "objectGUID of 'CN=Ben"),
        (with_user, a_user("Ben", objectSid="AQU="), 10, "no security identifier"),
        (nothing, a_user("Ann"), 3, "container of 'CN=Ann"),
    ],
)
def test_what_cannot_be_created_names_its_line(
    before: Callable[[ForestDirectory], None], record: tuple[str, dict[str, list[str]]], line: int, reason: str
) -> None:
    forest = a_forest()
    before(forest)
    with pytest.raises(DamagedLdif) as caught:
        import_ldif(forest, ldif(record))
    assert reason in caught.value.reason
    assert caught.value.line == line
