"""The Identity Synchronization Error Report, which the technical contact gets after an export with errors.

An object that the tenant refused stands in it after every export, a value that it set aside only once: in the report
of the export that did so. The columns follow the old report, whose layout is known from descriptions only.
"""

from __future__ import annotations

from collections.abc import Iterator

from msolemu.reports.report import Column, Report, Section
from msolemu.sync.run_history import QuarantinedValue, RunResult

TITLE = "Identity Synchronization Error Report"
COLUMNS = (Column("Identity"), Column("On-premises object ID"), Column("Error description", width=78))
SET_ASIDE = (
    "This object has been updated in your Azure Active Directory, but with some modified properties, because the "
    "following attributes are associated with another object [{property_name} {value};]. Please refer to "
    "https://aka.ms/duplicateattributeresiliency for steps on how to resolve this issue."
)


def synchronization_errors(run: RunResult, organization: str, initial_domain: str) -> Report | None:
    """The report on an export, None when there is nothing to report."""
    rows = tuple(rows_of(run))
    if not rows:
        return None
    facts = (
        ("Organization", f"{organization} ({initial_domain})"),
        ("Run finished", f"{run.ended:%Y-%m-%d %H:%M:%S} UTC"),
        ("Errors in this synchronization run", str(len(rows))),
    )
    return Report(f"{TITLE}: {run.ended:%Y-%m-%d}", facts, (Section(COLUMNS, rows),))


def rows_of(run: RunResult) -> Iterator[tuple[str, str, str]]:
    """One row for each refused object and each value set aside."""
    for step in run.steps:
        for failure in step.failures:
            yield failure.identity, failure.source_anchor, failure.detail
        for quarantined in step.quarantined:
            yield quarantined.identity, quarantined.source_anchor, description(quarantined)


def description(quarantined: QuarantinedValue) -> str:
    """What the report says of a value set aside."""
    return SET_ASIDE.format(property_name=quarantined.property_name, value=quarantined.value)
