"""How the objects of this module are drawn."""

from __future__ import annotations

from msolemu.formatting.views import Column, TableView

VIEWS = (
    TableView("MsolEmu.Mail", columns=(Column("Number"), Column("Sent"), Column("To"), Column("Subject"))),
    TableView("MsolEmu.KnownIssue", columns=(Column("Id"), Column("Enabled"), Column("Summary")), autosize=True),
    TableView(
        "MsolEmu.Conflict",
        columns=(Column("PropertyName"), Column("Value"), Column("Holder"), Column("Loser"), Column("Since")),
    ),
    TableView("MsolEmu.Snapshot", columns=(Column("Name"), Column("Taken"), Column("Automatic")), autosize=True),
    TableView(
        "MsolEmu.ForestImport",
        columns=(
            Column("OrganizationalUnits"),
            Column("Users"),
            Column("Groups"),
            Column("Contacts"),
            Column("Others"),
            Column("Path"),
        ),
        autosize=True,
    ),
)
