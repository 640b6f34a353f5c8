"""How the objects of the engine's own cmdlets are shown."""

from __future__ import annotations

from msolemu.cmdlets.help_text import help_text
from msolemu.formatting.custom import margin_frame
from msolemu.formatting.views import Column, CustomView, TableView

VIEWS = (
    CustomView("MamlCommandHelpInfo", lambda topic: margin_frame(help_text(topic))),
    TableView(
        "HelpInfoShort",
        (Column("Name", width=33), Column("Category", width=9), Column("Module", width=25), Column("Synopsis")),
    ),
)
