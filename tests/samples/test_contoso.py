"""The sample forest: what it must hold, and that its conflicts are those that its comments name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from msolemu.directory.forest.importer import import_ldif
from msolemu.directory.forest.ldif import records
from msolemu.directory.forest.objects import ForestEntry
from msolemu.directory.tenant.service import described
from tests.directory.builders import BOTH, Cloud
from tests.sync.connected_lab import ConnectedLab

FILE = Path(__file__).parents[2] / "samples" / "contoso.ldif"
TEXT = FILE.read_text(encoding="utf-8")
LOSERS = {
    "Robin Fields": ("UserPrincipalName Robin.Fields@contoso.com",),
    "Jordan Hayes": ("ProxyAddresses smtp:events@contoso.com",),
    "Taylor Quick": ("ProxyAddresses SMTP:taylor.quick@contoso.com", "UserPrincipalName taylor.quick@contoso.com"),
    "Nina Berg": ("UserPrincipalName nina.berg@contoso.com",),
    "Press Office": ("ProxyAddresses SMTP:press@contoso.com",),
    "Phoenix Steering Committee": ("ProxyAddresses SMTP:phoenix@contoso.com",),
    "Jamie Porter (Fabrikam)": ("ProxyAddresses smtp:jporter@contoso.com",),
}
REFUSED = ["kim.sutton@contoso.com", "Joe@contoso.com"]


@pytest.fixture
def lab() -> ConnectedLab:
    """The sample forest before its first synchronization."""
    lab = ConnectedLab(Cloud())
    import_ldif(lab.forest, TEXT)
    return lab


def test_it_is_a_company_of_some_size() -> None:
    counts = import_ldif(ConnectedLab(Cloud()).forest, TEXT)
    assert counts["user"] >= 150
    assert counts["group"] >= 25
    assert counts["contact"] >= 15
    assert counts["organizationalUnit"] >= 5


def test_it_is_written_as_ldifde_exports() -> None:
    lines = TEXT.splitlines()
    assert max(map(len, lines)) <= 80
    assert any(line.startswith(" ") for line in lines)
    assert any(line.startswith("dn:: ") for line in lines)
    assert lines.count("changetype: add") == len(list(records(TEXT)))
    assert not any(line.lower().startswith("memberof:") for line in lines)
    assert any(len(record.attributes.get("proxyaddresses", ())) > 2 for record in records(TEXT))


def test_names_are_of_many_scripts() -> None:
    names = "".join(name for record in records(TEXT) for name in record.attributes.get("displayname", ()))
    assert {"ö", "ł", "и"} <= set(names.lower())


def test_every_conflict_is_found_by_a_comment() -> None:
    marks = re.findall(r"^# (conflict [C\d]+)", TEXT, re.MULTILINE)
    assert {mark.removeprefix("conflict ") for mark in marks} == {"1", "2", "3", "4", "5", "6", "C1", "C2", "C3"}
    assert all(marks.count(mark) == 2 for mark in marks)


def test_without_resiliency_each_loser_is_refused(lab: ConnectedLab) -> None:
    step = lab.export()
    names = {failure.error_name for failure in step.failures}
    assert len(step.failures) == len(LOSERS) + len(REFUSED)
    assert names == {"AttributeValueMustBeUnique", "InvalidSoftMatch", "ObjectTypeMismatch"}


def test_with_resiliency_exactly_the_losers_wait_and_two_are_refused(lab: ConnectedLab) -> None:
    lab.export()
    lab.cloud.enable(*BOTH)
    assert [failure.identity for failure in lab.export().failures] == REFUSED
    waiting = {
        one.display_name: tuple(f"{entry.property_name} {entry.value}" for entry in one.quarantine)
        for one in lab.cloud.service.waiting()
    }
    assert waiting == LOSERS
    assert [failure.identity for failure in lab.export().failures] == REFUSED


def test_a_conflict_shows_both_of_one_name(lab: ConnectedLab) -> None:
    lab.cloud.enable(*BOTH)
    lab.export()
    first = lab.cloud.service.conflicts()[0]
    assert described(first.holder) == "Robin Fields (robin.fields@contoso.com)"
    assert re.fullmatch(r"Robin Fields \(Robin\.Fields\d{4}@contoso\.onmicrosoft\.com\)", described(first.loser))


def test_the_first_conflict_heals_as_the_script_tells(lab: ConnectedLab) -> None:
    lab.cloud.enable(*BOTH)
    lab.export()
    holder = lab.forest.find("rfields", "user")
    lab.forest.change(holder, {"userPrincipalName": ("robin.fields.sales@contoso.com",)})
    lab.export()
    lab.cloud.sweep()
    healed = lab.arrived(forest_user(lab, "rfields2"))
    assert healed is not None
    assert (healed.user_principal_name, healed.quarantine) == ("Robin.Fields@contoso.com", ())


def forest_user(lab: ConnectedLab, account: str) -> ForestEntry:
    """A user of the sample forest."""
    return lab.forest.find(account, "user")
