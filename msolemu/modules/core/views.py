"""How the objects of the engine's own cmdlets are shown."""

from __future__ import annotations

from msolemu.cmdlets.help_objects import MAML
from msolemu.cmdlets.help_text import example_text, examples_text, help_text, parameter_text, parameters_text
from msolemu.formatting.custom import margin_frame
from msolemu.formatting.views import Column, CustomView, TableView

VIEWS = (
    CustomView(MAML, lambda topic: margin_frame(help_text(topic))),
    CustomView(f"{MAML}#syntax", lambda part: margin_frame("\n\n".join(part.topic.syntax))),
    CustomView(f"{MAML}#parameters", lambda part: margin_frame(parameters_text(part.topic))),
    CustomView(f"{MAML}#parameter", lambda one: margin_frame(parameter_text(one))),
    CustomView(f"{MAML}#examples", lambda part: margin_frame(examples_text(part.topic))),
    CustomView(f"{MAML}#example", lambda one: margin_frame(example_text(one.example, one.number))),
    CustomView("MamlParaTextItem", lambda paragraph: margin_frame(paragraph.Text)),
    TableView(
        "HelpInfoShort",
        (Column("Name", width=33), Column("Category", width=9), Column("Module", width=25), Column("Synopsis")),
    ),
)
