"""The report that the technical contact gets."""

from __future__ import annotations

from msolemu.reports.report import Report
from msolemu.reports.synchronization_errors import synchronization_errors
from tests.sync.builders import a_user
from tests.sync.fakes import Lab


def reported(lab: Lab) -> Report | None:
    """Run a cycle and build the report on its export."""
    lab.cycle()
    return synchronization_errors(lab.reported[-1], "Contoso", "contoso.onmicrosoft.com")


def lab_with_conflict() -> Lab:
    """Two users want one address."""
    lab = Lab()
    lab.forest.put(a_user("Ann", proxyaddresses="SMTP:desk@contoso.com"))
    lab.forest.put(a_user("Ben", proxyaddresses="SMTP:desk@contoso.com"))
    return lab


def test_an_export_without_errors_is_not_reported() -> None:
    assert reported(Lab()) is None


def test_a_refused_object_is_reported_after_every_export() -> None:
    lab = lab_with_conflict()
    for _ in range(2):
        report = reported(lab)
        assert report is not None
        assert report.title == "Identity Synchronization Error Report: 2016-06-01"
        assert report.facts[0] == ("Organization", "Contoso (contoso.onmicrosoft.com)")
        assert report.sections[0].rows[0][0] == "Ben@contoso.com"
        assert "Tracking Id" not in report.sections[0].rows[0][2]


def test_a_value_set_aside_is_reported_once() -> None:
    lab = lab_with_conflict()
    lab.tenant.resilient = True
    report = reported(lab)
    assert report is not None
    ((identity, _, text),) = report.sections[0].rows
    assert identity == "Ben@contoso.com"
    assert "with another object [ProxyAddresses SMTP:desk@contoso.com;]. Please refer to https://aka.ms/" in text
    assert reported(lab) is None
