"""The cmdlets over a forest held in memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest

from msolemu.directory.collection import Recording
from msolemu.directory.forest import errors
from msolemu.directory.forest.directory import ForestDirectory
from msolemu.directory.unit_of_work import MemoryWork
from msolemu.modules.activedirectory import group, user
from msolemu.modules.activedirectory import object as any_object
from msolemu.modules.activedirectory.changes import AccountChanges
from msolemu.modules.activedirectory.errors import ERRORS, MissingIdentity
from msolemu.modules.activedirectory.filter_language import UndefinedVariable
from msolemu.modules.activedirectory.group import ADGroupCategory, ADGroupScope, GroupChanges
from msolemu.modules.activedirectory.identity import identity_text
from msolemu.modules.activedirectory.modifications import Modifications
from msolemu.modules.activedirectory.object import ObjectChanges
from msolemu.modules.activedirectory.parameters import Asked, Changing, Creation, Searching
from msolemu.modules.activedirectory.scope import ADSearchScope
from msolemu.modules.activedirectory.user import NewPassword
from msolemu.runtime.values.objects import Hashtable, PSCustomObject
from tests.directory.forest.builders import ROOT, a_forest, add

RECORDING = Recording()
SALES = f"OU=Sales,{ROOT}"


class Work(MemoryWork):
    """A transaction on the forest."""

    def __init__(self, forest: ForestDirectory) -> None:
        super().__init__(forest.state, RECORDING)
        self.forest = forest


VARIABLES = {"who": "abeck", "person": PSCustomObject([("Account", "ben")])}


@dataclass
class Asking:
    """A call that answers every question alike and notes it."""

    forest: ForestDirectory
    answer: bool = True
    asked: list[tuple[str, str]] = field(default_factory=list)

    @property
    def services(self) -> Any:
        return SimpleNamespace(unit_of_work=lambda: Work(self.forest))

    @property
    def invocation(self) -> Any:
        return SimpleNamespace(frame=SimpleNamespace(scope=None))

    @property
    def session(self) -> Any:
        return SimpleNamespace(get_variable=lambda name, scope: VARIABLES.get(name))

    def should_process(self, target: str, action: str) -> bool:
        self.asked.append((action, target))
        return self.answer


@pytest.fixture
def call() -> Any:
    """A forest with two users in Sales."""
    forest = a_forest(RECORDING)
    add(forest, "organizationalUnit", "Sales")
    add(forest, "user", "Ann Beck", SALES, sAMAccountName="abeck", title="Buyer", userAccountControl="512")
    add(forest, "user", "Ben", SALES, proxyAddresses="SMTP:ben@contoso.com", userAccountControl="512")
    return Asking(forest)


def names(found: Iterable[PSCustomObject]) -> list[Any]:
    return [value(one, "Name") for one in found]


def value(one: PSCustomObject, name: str) -> Any:
    return dict(map(tuple, one.properties.values()))[name]


def test_users_are_found_by_filter_by_ldap_and_by_identity(call: Any) -> None:
    assert names(user.filtered(call, "Title -eq 'Buyer'", Searching())) == ["Ann Beck"]
    assert names(user.filtered(call, "SamAccountName -eq $who", Searching())) == ["Ann Beck"]
    assert names(user.filtered_by_ldap(call, "(proxyAddresses=smtp:ben@contoso.com)", Searching())) == ["Ben"]
    assert names(user.filtered(call, "SamAccountName -eq $person.Account", Searching())) == ["Ben"]
    assert names(user.filtered(call, "Enabled -eq $true", Searching())) == ["Ann Beck", "Ben"]
    with pytest.raises(UndefinedVariable):
        list(user.filtered(call, "Name -eq $nobody", Searching()))
    (ann,) = user.identified(call, "abeck", Asked(), ("title",))
    assert value(ann, "Title") == "Buyer"
    assert names(user.identified(call, ann, Asked())) == ["Ann Beck"]


def test_a_search_looks_where_it_is_told_and_stops_where_it_is_told(call: Any) -> None:
    assert names(user.filtered(call, "*", Searching(result_set_size=1))) == ["Ann Beck"]
    assert names(user.filtered(call, "*", Searching(search_base=ROOT, search_scope=ADSearchScope.OneLevel))) == []
    with pytest.raises(errors.ContainerNotFound):
        list(user.filtered(call, "*", Searching(search_base="OU=Nowhere")))


def test_a_computer_is_no_user(call: Any) -> None:
    add(call.forest, "computer", "PC1")
    assert "PC1" not in names(user.filtered(call, "*", Searching()))


def test_a_user_is_created_disabled_in_the_container_users(call: Any) -> None:
    made = user.created(call, "Cy", AccountChanges(title="Clerk"), Creation(pass_thru=True), NewPassword())
    (cy,) = made
    assert (value(cy, "Enabled"), value(cy, "DistinguishedName")) == (False, f"CN=Cy,CN=Users,{ROOT}")
    assert call.asked == [("New", "CN=Cy")]
    assert list(user.created(call, "Dee", AccountChanges(enabled=True), Creation(), NewPassword())) == []
    assert value(next(iter(user.identified(call, "Dee", Asked()))), "Enabled") is True


def test_a_user_is_changed_by_properties_and_attributes_at_once(call: Any) -> None:
    table = Modifications(add=Hashtable([("proxyAddresses", "smtp:b@contoso.com")]))
    (ben,) = user.changed(call, "Ben", AccountChanges(title="Clerk"), table, Changing(pass_thru=True))
    assert names([ben]) == ["Ben"]
    kept = call.forest.find("Ben", "user")
    assert kept.attributes["proxyaddresses"] == ("SMTP:ben@contoso.com", "smtp:b@contoso.com")
    assert kept.first("title") == "Clerk"


def test_a_user_is_removed(call: Any) -> None:
    user.removed_user(call, "Ben", Asked())
    with pytest.raises(errors.ObjectNotFound):
        list(user.identified(call, "Ben", Asked()))


def test_what_if_changes_nothing(call: Any) -> None:
    call.answer = False
    before = call.forest.forest.highest_change
    list(user.created(call, "Cy", AccountChanges(), Creation(), NewPassword()))
    list(user.changed(call, "Ben", AccountChanges(title="x"), Modifications(), Changing()))
    user.removed_user(call, "Ben", Asked())
    list(group.created(call, "Staff", ADGroupScope.Global, GroupChanges(), Creation(path=SALES)))
    list(any_object.created(call, "Dana", "contact", ObjectChanges(), Creation()))
    assert call.forest.forest.highest_change == before
    assert [action for action, _ in call.asked] == ["New", "Set", "Remove", "New", "New"]
    assert call.asked[3] == ("New", f"CN=Staff,{SALES}")


def test_a_refused_change_leaves_nothing_behind(call: Any) -> None:
    before = call.forest.forest.highest_change
    with pytest.raises(errors.AccountExists):
        list(user.created(call, "Cy", AccountChanges(sam_account_name="ben"), Creation(), NewPassword()))
    assert call.forest.forest.highest_change == before


def test_a_group_is_created_with_its_kind(call: Any) -> None:
    details = GroupChanges(group_category=ADGroupCategory.Distribution, managed_by="abeck")
    (staff,) = group.created(call, "Staff", ADGroupScope.Universal, details, Creation(path=SALES, pass_thru=True))
    assert (value(staff, "GroupCategory"), value(staff, "GroupScope")) == ("Distribution", "Universal")
    assert call.forest.find("Staff", "group").first("managedby") == f"CN=Ann Beck,{SALES}"


def test_an_object_of_any_class_is_created(call: Any) -> None:
    more = Creation(path=SALES, other_attributes=Hashtable([("mail", "dana@fabrikam.com")]), pass_thru=True)
    (dana,) = any_object.created(call, "Dana", "contact", ObjectChanges(display_name="Dana Lee"), more)
    assert value(dana, "ObjectClass") == "contact"
    assert call.forest.find(f"CN=Dana,{SALES}", "contact").first("mail") == "dana@fabrikam.com"


@pytest.mark.parametrize("identity", [None, "", PSCustomObject([("Name", "x")])])
def test_an_identity_must_name_something(identity: Any) -> None:
    with pytest.raises(MissingIdentity):
        identity_text(identity)


def test_every_refusal_of_the_forest_has_words_and_an_id() -> None:
    refusals = [
        errors.ObjectNotFound("x", ROOT),
        *(kind("CN=x") for kind in errors.NamedRefusal.__subclasses__()),
    ]
    for refusal in refusals:
        fault = ERRORS.fault(refusal)
        assert fault is not None
        assert str(fault.record(refusal).exception)
