"""Out-GridView."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Parameter, Switch
from msolemu.formatting.choice import FormatStage, Formatter
from msolemu.formatting.console import context_of
from msolemu.formatting.context import FormatOptions
from msolemu.formatting.views import TableView
from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.utility.parameters import InputObject, UtilityCall
from msolemu.runtime.binding.confirmation import NOBODY
from msolemu.runtime.binding.validation import ValidateSet
from msolemu.runtime.errors.records import ErrorCategory
from msolemu.runtime.values.objects import NOTHING, Value

ALL = "*"
QUESTION = "Rows to pass on (such as 1,3-5; * for all; Enter for none): "

out_grid_view = Cmdlet(
    "Out-GridView",
    "Shows its input as a table, for there is no window; -PassThru asks which rows to pass on.",
    aliases=("ogv",),
    examples={"Get-Verb | Select-Object -First 3 | Out-GridView -Title Verbs": "Shows a table under a title."},
)


@dataclass(kw_only=True)
class Grid:
    """Collects the objects, and shows all of them when the last one has come."""

    call: UtilityCall
    title: Annotated[str, Parameter("What stands above the table.")] = ""
    rows: list[Value] = field(init=False, default_factory=list)

    def process(self, input_object: InputObject = NOTHING) -> None:
        """Take an object."""
        if input_object is not NOTHING:
            self.rows.append(input_object)

    def draw(self) -> None:
        """Show the table."""
        session = self.call.session
        context = context_of(session, on_host=True)
        if self.title:
            session.host.write_line(self.title)
        stage = FormatStage(context, TableView, FormatOptions())
        formatter = Formatter(context, session.host.width - 1, session.host.write_line)
        for row in self.rows:
            for packet in stage.process(row):
                formatter.add(packet)
        for packet in stage.end():
            formatter.add(packet)
        formatter.finish()

    def chosen(self, *, one: bool) -> Iterator[Value]:
        """The rows that the user names by their numbers; at most the first one of them with `one`."""
        answer = self.call.session.host.read_line(QUESTION)
        if answer is None:
            raise self.call.error(
                "InvalidOperation",
                NOBODY,
                ErrorCategory.INVALID_OPERATION,
                "System.Management.Automation.PSInvalidOperationException",
            )
        wanted = numbers(answer, len(self.rows))
        yield from (self.rows[number - 1] for number in (wanted[:1] if one else wanted))


def numbers(answer: str, last: int) -> list[int]:
    """The numbers in an answer such as `1,3-5`, in order; what is no number of a row counts for nothing."""
    if answer.strip() == ALL:
        return list(range(1, last + 1))
    found: set[int] = set()
    for part in answer.split(","):
        first, dash, final = (word.strip() for word in part.partition("-"))
        if first.isdecimal() and (final.isdecimal() or not dash):
            found.update(range(int(first), min(int(final) if dash else int(first), last) + 1))
    return sorted(number for number in found if 1 <= number <= last)


@out_grid_view.parameter_set("PassThru", default=True)
@dataclass(kw_only=True)
class GridPassingOn(Grid):
    """Where PowerShell opens a window, a plain table is drawn on the screen."""

    pass_thru: Annotated[Switch, Parameter("Asks which rows to pass on.")] = False

    def end(self) -> Iterator[Value]:
        """Show, and ask."""
        self.draw()
        if self.pass_thru:
            yield from self.chosen(one=False)


@out_grid_view.parameter_set("Wait")
@dataclass(kw_only=True)
class GridWaiting(Grid):
    """A table on the screen needs no waiting for."""

    wait: Annotated[Switch, Parameter("Waits until the window is closed; here there is none.")] = False

    def end(self) -> None:
        """Show."""
        self.draw()


@out_grid_view.parameter_set("OutputMode")
@dataclass(kw_only=True)
class GridOfMode(Grid):
    """How many rows may be passed on."""

    output_mode: Annotated[
        str, Parameter("None, Single or Multiple.", validate=(ValidateSet(("None", "Single", "Multiple")),))
    ] = "None"

    def end(self) -> Iterator[Value]:
        """Show, and ask."""
        self.draw()
        mode = self.output_mode.lower()
        if mode != "none":
            yield from self.chosen(one=mode == "single")
