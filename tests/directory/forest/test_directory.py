"""Finding, searching, creating, changing, moving and removing objects of the forest."""

from __future__ import annotations

import pytest

from msolemu.directory.forest.directory import ForestDirectory
from msolemu.directory.forest.errors import (
    AccountExists,
    AttributeOwnedBySystem,
    ContainerNotFound,
    HasChildren,
    NameInUse,
    NamingAttribute,
    ObjectNotFound,
    UpnNotUnique,
)
from msolemu.directory.forest.security_identifier import decoded
from msolemu.directory.query import And, Equals, Everything, Like, Not, Predicate, Present, Scope
from msolemu.directory.unit_of_work import FOREST
from msolemu.foundation.dataclass import replace
from tests.directory.forest.builders import ROOT, START, a_forest, add

SALES = f"OU=Sales,{ROOT}"
USER = Equals("objectclass", "user")


@pytest.fixture
def forest() -> ForestDirectory:
    """An organizational unit, two users and a group that both are members of."""
    forest = a_forest()
    add(forest, "organizationalUnit", "Sales", ROOT)
    add(forest, "user", "Ann Beck", SALES, sAMAccountName="abeck", userPrincipalName="ann@contoso.com")
    add(forest, "user", "Ben", sAMAccountName="ben", proxyAddresses=("SMTP:ben@contoso.com", "smtp:b@contoso.com"))
    add(forest, "group", "Staff", SALES, member=("abeck", "ben"))
    return forest


def names(
    forest: ForestDirectory, predicate: Predicate, base: str | None = None, scope: Scope = Scope.SUBTREE
) -> list[str | None]:
    return [entry.first("name") for entry in forest.search(predicate, base, scope)]


class TestFinding:
    """One object by what identifies it."""

    def test_by_name_guid_identifier_and_account(self, forest: ForestDirectory) -> None:
        ann = forest.find("abeck", "user")
        sid = decoded(ann.first("objectsid") or "")
        assert sid is not None
        for identity in ("ABECK", f"cn=ann beck, {SALES.lower()}", str(ann.guid), sid):
            assert forest.find(identity, "user") == ann

    def test_only_objects_of_the_class_are_found(self, forest: ForestDirectory) -> None:
        with pytest.raises(ObjectNotFound) as caught:
            forest.find("Staff", "user")
        assert (caught.value.identity, caught.value.base) == ("Staff", ROOT)
        assert forest.find("Staff", "group").object_class == "group"

    def test_back_links_and_canonical_names_are_computed(self, forest: ForestDirectory) -> None:
        ann = forest.find("abeck", "user")
        assert ann.attributes["memberof"] == (f"CN=Staff,{SALES}",)
        assert ann.first("canonicalname") == "contoso.local/Sales/Ann Beck"


class TestSearching:
    """Objects below a container that meet a predicate, in the order of creation."""

    def test_the_whole_forest_is_searched_without_a_base(self, forest: ForestDirectory) -> None:
        assert names(forest, USER) == ["Ann Beck", "Ben"]

    def test_a_base_and_a_scope_limit(self, forest: ForestDirectory) -> None:
        assert names(forest, USER, SALES) == ["Ann Beck"]
        assert names(forest, Everything(), SALES, Scope.BASE) == ["Sales"]
        assert names(forest, Everything(), SALES, Scope.ONE_LEVEL) == ["Ann Beck", "Staff"]
        assert names(forest, Everything(), ROOT, Scope.ONE_LEVEL)[-1] == "Sales"
        assert names(forest, USER, ROOT) == ["Ann Beck", "Ben"]
        assert names(forest, Everything(), None, Scope.BASE) == ["contoso"]

    def test_a_base_that_is_not_there_is_refused(self, forest: ForestDirectory) -> None:
        with pytest.raises(ContainerNotFound):
            forest.search(USER, f"OU=Nowhere,{ROOT}")

    @pytest.mark.parametrize(
        ("predicate", "found"),
        [
            (And((USER, Equals("samaccountname", "ABECK"))), ["Ann Beck"]),
            (Equals("proxyaddresses", "SMTP:B@contoso.com"), ["Ben"]),
            (Equals("userprincipalname", "nobody"), []),
            (And((Like("name", "*e*"), Not(Equals("iscriticalsystemobject", "TRUE")))), ["Sales", "Ann Beck", "Ben"]),
            (Equals("memberof", f"CN=Staff,{SALES}"), ["Ann Beck", "Ben"]),
            (And((USER, Present("memberof"))), ["Ann Beck", "Ben"]),
            (And((Equals("samaccountname", "ben"), Equals("objectclass", "group"))), []),
        ],
    )
    def test_a_predicate_decides(self, forest: ForestDirectory, predicate: Predicate, found: list[str]) -> None:
        assert names(forest, predicate) == found

    def test_an_index_does_not_lead_out_of_the_base(self, forest: ForestDirectory) -> None:
        assert names(forest, Equals("samaccountname", "ben"), SALES) == []

    def test_identifiers_are_found_as_text(self, forest: ForestDirectory) -> None:
        ann = forest.find("abeck", "user")
        assert names(forest, Equals("objectguid", str(ann.guid))) == ["Ann Beck"]
        assert names(forest, Equals("objectsid", decoded(ann.first("objectsid") or "") or "")) == ["Ann Beck"]


class TestCreating:
    """New objects get what the directory gives."""

    def test_a_user_is_an_account_with_numbers_of_its_own(self, forest: ForestDirectory) -> None:
        ann, ben = forest.find("abeck", "user"), forest.find("ben", "user")
        assert ann.attributes["objectclass"] == ("top", "person", "organizationalPerson", "user")
        assert ann.first("objectsid") != ben.first("objectsid")
        assert (ann.created, ann.first("usnchanged")) == (ben.created - 1, str(ann.changed))
        assert ann.first("whencreated") == "20160601080000.0Z"
        assert ben.distinguished_name == f"CN=Ben,CN=Users,{ROOT}"

    def test_a_contact_is_no_account(self, forest: ForestDirectory) -> None:
        dana = add(forest, "contact", "Dana", SALES)
        assert dana.first("samaccountname") is None
        assert dana.first("objectsid") is None
        assert dana.first("objectcategory") == f"CN=Person,CN=Schema,CN=Configuration,{ROOT}"

    def test_an_unknown_class_is_kept(self, forest: ForestDirectory) -> None:
        assert add(forest, "printQueue", "P1", SALES).attributes["objectclass"] == ("top", "printQueue")

    def test_a_group_is_of_the_kind_that_its_type_says(self, forest: ForestDirectory) -> None:
        assert forest.find("Staff", "group").first("samaccounttype") == "268435456"
        assert add(forest, "group", "Mailing", groupType="8").first("samaccounttype") == "268435457"

    @pytest.mark.parametrize(
        ("kind", "path"),
        [("computer", f"CN=Computers,{ROOT}"), ("organizationalUnit", ROOT), ("contact", f"CN=Users,{ROOT}")],
    )
    def test_each_class_has_its_place(self, forest: ForestDirectory, kind: str, path: str) -> None:
        assert add(forest, kind, "New").distinguished_name.endswith(f"=New,{path}")

    def test_an_unknown_container_a_taken_name_and_a_taken_account_are_refused(self, forest: ForestDirectory) -> None:
        with pytest.raises(ContainerNotFound):
            add(forest, "user", "Cy", f"OU=Nowhere,{ROOT}")
        with pytest.raises(NameInUse):
            add(forest, "user", "ANN beck", SALES, sAMAccountName="other")
        with pytest.raises(AccountExists):
            add(forest, "user", "Cy", SALES, sAMAccountName="ABeck")

    def test_a_sign_in_name_must_be_unique_only_where_the_forest_heeds_it(self, forest: ForestDirectory) -> None:
        add(forest, "user", "Twin", userPrincipalName="ANN@contoso.com")
        forest.state.forests.put(FOREST, replace(forest.forest, unique_names=True))
        with pytest.raises(UpnNotUnique):
            add(forest, "user", "Third", userPrincipalName="ann@contoso.com")

    def test_a_reference_may_be_any_identity_but_must_lead_somewhere(self, forest: ForestDirectory) -> None:
        assert add(forest, "user", "Cy", manager="abeck").first("manager") == f"CN=Ann Beck,{SALES}"
        with pytest.raises(ObjectNotFound):
            add(forest, "user", "Dee", manager="nobody")


class TestChanging:
    """Each change has a number."""

    def test_values_are_set_and_cleared(self, forest: ForestDirectory) -> None:
        ann = forest.find("abeck", "user")
        after = forest.change(ann, {"title": ("Buyer",), "userPrincipalName": ()})
        assert (after.first("title"), after.first("userprincipalname")) == ("Buyer", None)
        assert after.changed == ann.changed + 3 == forest.forest.highest_change
        assert forest.state.entries.find("userprincipalname", "ann@contoso.com") == []

    def test_the_same_values_are_no_change(self, forest: ForestDirectory) -> None:
        ann = forest.find("abeck", "user")
        assert forest.change(ann, {"userPrincipalName": ("ann@contoso.com",), "title": ()}).changed == ann.changed

    def test_what_the_directory_owns_cannot_be_changed(self, forest: ForestDirectory) -> None:
        ann = forest.find("abeck", "user")
        with pytest.raises(AttributeOwnedBySystem):
            forest.change(ann, {"objectGUID": ("x",)})
        with pytest.raises(NamingAttribute):
            forest.change(ann, {"cn": ("x",)})

    def test_an_account_keeps_its_own_name_and_takes_no_other_ones(self, forest: ForestDirectory) -> None:
        ann = forest.find("abeck", "user")
        assert forest.change(ann, {"sAMAccountName": ("ABECK",)}).first("samaccountname") == "ABECK"
        with pytest.raises(AccountExists):
            forest.change(ann, {"sAMAccountName": ("ben",)})

    def test_members_are_named_once_they_are_resolved(self, forest: ForestDirectory) -> None:
        staff = forest.find("Staff", "group")
        assert forest.change(staff, {"member": ("ben",)}).attributes["member"] == (f"CN=Ben,CN=Users,{ROOT}",)
        assert "memberof" not in forest.find("abeck", "user").attributes


class TestMoving:
    """References follow a name."""

    def test_an_object_gets_another_name_in_its_container(self, forest: ForestDirectory) -> None:
        ann = forest.move(forest.find("abeck", "user"), name="Ann, Beck")
        assert ann.distinguished_name == f"CN=Ann\\, Beck,{SALES}"
        assert (ann.first("cn"), ann.first("name")) == ("Ann, Beck", "Ann, Beck")
        assert ann.distinguished_name in forest.find("Staff", "group").attributes["member"]

    def test_a_container_takes_all_below_it_along(self, forest: ForestDirectory) -> None:
        (unit,) = forest.search(Equals("objectclass", "organizationalUnit"))
        forest.move(unit, name="Field")
        ann = forest.find("abeck", "user")
        assert ann.distinguished_name == f"CN=Ann Beck,OU=Field,{ROOT}"
        assert ann.attributes["memberof"] == (f"CN=Staff,OU=Field,{ROOT}",)

    def test_a_place_must_exist_and_be_free(self, forest: ForestDirectory) -> None:
        ann = forest.find("abeck", "user")
        with pytest.raises(ContainerNotFound):
            forest.move(ann, f"OU=Nowhere,{ROOT}")
        add(forest, "user", "Ann Beck", sAMAccountName="other")
        with pytest.raises(NameInUse):
            forest.move(ann, f"CN=Users,{ROOT}")


class TestRemoving:
    """A tombstone stays for synchronization."""

    def test_a_removed_object_is_found_no_more_and_its_name_is_free(self, forest: ForestDirectory) -> None:
        ann = forest.find("abeck", "user")
        forest.remove(ann)
        with pytest.raises(ObjectNotFound):
            forest.find("abeck", "user")
        with pytest.raises(ObjectNotFound):
            forest.remove(ann)
        assert names(forest, USER) == ["Ben"]
        add(forest, "user", "Ann Beck", SALES, sAMAccountName="abeck")

    def test_its_tombstone_has_the_next_number_and_its_groups_forget_it(self, forest: ForestDirectory) -> None:
        ann = forest.find("abeck", "user")
        seen = forest.forest.highest_change
        forest.remove(ann)
        group, tombstone = forest.state.entries.after(seen)
        assert group.attributes["member"] == (f"CN=Ben,CN=Users,{ROOT}",)
        assert (tombstone.guid, tombstone.is_deleted) == (ann.guid, True)
        assert tombstone.distinguished_name == f"CN=Ann Beck\\0ADEL:{ann.guid},CN=Deleted Objects,{ROOT}"
        assert tombstone.first("lastknownparent") == SALES

    def test_a_container_that_is_not_empty_cannot_be_removed(self, forest: ForestDirectory) -> None:
        (unit,) = forest.search(Equals("objectclass", "organizationalUnit"))
        with pytest.raises(HasChildren):
            forest.remove(unit)


def test_a_forest_knows_its_name_and_time(forest: ForestDirectory) -> None:
    assert (forest.name, forest.root, forest.now) == ("contoso.local", ROOT, START)
