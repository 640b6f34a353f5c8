"""Format-Table, Format-List, Format-Wide, Format-Custom, Out-String."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Annotated, Any, ClassVar

from msolemu.cmdlets.call import Call
from msolemu.cmdlets.declaration import Cmdlet, Parameter, Switch
from msolemu.cmdlets.errors import TerminatingError
from msolemu.formatting.choice import FormatStage, Formatter
from msolemu.formatting.console import context_of
from msolemu.formatting.context import FormatOptions
from msolemu.formatting.packets import Packet
from msolemu.formatting.views import CustomView, Kind, ListView, TableView, WideView
from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.utility.format_keys import (
    CUSTOM_KEYS,
    GROUP_KEYS,
    LIST_KEYS,
    TABLE_KEYS,
    WIDE_KEYS,
)
from msolemu.runtime.binding.validation import ValidateRange, ValidateSet
from msolemu.runtime.errors.records import ErrorCategory
from msolemu.runtime.values.objects import NOTHING, Value
from msolemu.runtime.values.property_arguments import Key, PropertyArgument, PropertyArgumentError, property_arguments

Anything = Any
Properties = Annotated[
    Sequence[Anything], Parameter("Names, wildcards, script blocks, or tables with Label and Expression.", position=0)
]
GroupBy = Annotated[Anything, Parameter("A property whose change starts a new group.")]
ViewName = Annotated[str, Parameter("The name of a view of the objects' type.", name="View")]
ShowError = Annotated[Switch, Parameter("Shows errors of calculated properties after the object.")]
DisplayError = Annotated[Switch, Parameter("Shows errors of calculated properties in their place.")]
Force = Annotated[Switch, Parameter("Also objects that are shown as text otherwise.")]
Expand = Annotated[
    str,
    Parameter(
        "Whether a collection is shown itself, by its elements, or both.",
        validate=(ValidateSet(("CoreOnly", "EnumOnly", "Both")),),
    ),
]
InputObject = Annotated[
    Value, Parameter("The objects.", from_pipeline=True, type="System.Management.Automation.PSObject")
]
AutoSize = Annotated[Switch, Parameter("Makes the columns as wide as their content.")]


@dataclass
class Formatting:
    """What the Format-* cmdlets have in common: objects in, format objects out."""

    call: Call[Any]
    group_by: GroupBy = None
    view: ViewName = ""
    show_error: ShowError = False
    display_error: DisplayError = False
    force: Force = False
    expand: Expand = ""
    stage: FormatStage = field(init=False)

    kind: ClassVar[Kind]
    keys: ClassVar[tuple[Key, ...]] = ()

    def begin(self) -> None:
        """Read the arguments."""
        options = FormatOptions(
            properties=self.read(self.requested(), self.keys),
            group_by=next(iter(self.read([self.group_by], GROUP_KEYS)), None) if self.group_by is not None else None,
            view_name=self.view,
            force=self.force,
            core_only=self.expand.lower() == "coreonly",
            also_core=self.expand.lower() == "both",
            show_error=self.show_error,
            display_error=self.display_error,
        )
        if options.view_name and options.properties:
            raise self.refusal(
                "FormatCannotSpecifyViewAndProperty", "The Property and View parameters cannot be used together."
            )
        self.adjust(options)
        self.stage = FormatStage(context_of(self.call.session), self.kind, options)

    def requested(self) -> Sequence[Value]:
        """What `-Property` was given."""
        raise NotImplementedError

    def adjust(self, options: FormatOptions) -> None:
        """The parameters that this cmdlet alone has."""

    def read(self, values: Sequence[Value], keys: Sequence[Key]) -> list[PropertyArgument]:
        """The arguments as formatting takes them; raises the cmdlet's error for what cannot be read."""
        try:
            return property_arguments(values, keys)
        except PropertyArgumentError as error:
            raise self.refusal(error.error_id, error.text) from None

    def refusal(self, error_id: str, text: str) -> TerminatingError:
        """The error for arguments that formatting cannot take; only its details say why."""
        return self.call.error(
            error_id,
            "Specified method is not supported.",
            ErrorCategory.INVALID_ARGUMENT,
            "System.Management.Automation.PSNotSupportedException",
            details=text,
        )

    def process(self, input_object: InputObject = NOTHING) -> Iterator[Packet]:
        """The format objects of one object."""
        yield from self.stage.process(input_object)

    def end(self) -> Iterator[Packet]:
        """Close the last group."""
        yield from self.stage.end()


format_table = Cmdlet(
    "Format-Table",
    "Lays objects out as a table.",
    aliases=("ft",),
    examples={
        "Get-Command -Noun Date | Format-Table Name, Version -AutoSize": "Shows two properties, as narrow as they are.",
        "1..3 | Format-Table @{ Label = 'Square'; Expression = { $_ * $_ }; Width = 8 }": "Shows a calculated column.",
    },
)


@format_table.parameter_set()
@dataclass
class Table(Formatting):
    """The first object decides on the columns and on how they are aligned.

    Without `-Property` the view of the objects' type counts, or their first ten properties.
    """

    property_: Properties = ()
    auto_size: AutoSize = False
    repeat_header: Annotated[Switch, Parameter("Repeats the header on each page of a terminal.")] = False
    hide_table_headers: Annotated[Switch, Parameter("Leaves the header out.")] = False
    wrap: Annotated[Switch, Parameter("Breaks long texts into lines instead of cutting them.")] = False

    kind = TableView
    keys = TABLE_KEYS

    def requested(self) -> Sequence[Value]:
        """The columns."""
        return self.property_

    def adjust(self, options: FormatOptions) -> None:
        """Width, header and line breaks."""
        bound = self.call.bound
        options.autosize = self.auto_size if "AutoSize" in bound else None
        options.hide_header = self.hide_table_headers if "HideTableHeaders" in bound else None
        options.wrap = self.wrap if "Wrap" in bound else None
        options.repeat_header = self.repeat_header


format_list = Cmdlet(
    "Format-List",
    "Lays objects out as lists, one property a line.",
    aliases=("fl",),
    examples={
        "Get-Date | Format-List": "Shows the properties of an object.",
        "Get-Date | Format-List Day*": "Shows those whose names begin with Day.",
    },
)


@format_list.parameter_set()
@dataclass
class Lists(Formatting):
    """Each object shows the properties that are asked for and that it has; without `-Property` those of its view."""

    property_: Properties = ()

    kind = ListView
    keys = LIST_KEYS

    def requested(self) -> Sequence[Value]:
        """The lines."""
        return self.property_


format_wide = Cmdlet(
    "Format-Wide",
    "Lays objects out side by side, one text each.",
    aliases=("fw",),
    examples={"Get-Verb | Format-Wide Verb -Column 4": "Shows the verbs in four columns."},
)


@format_wide.parameter_set()
@dataclass
class Wide(Formatting):
    """The property that names the objects is shown unless another is asked for; in two columns by default."""

    property_: Annotated[Anything, Parameter("The property to show.", position=0)] = None
    auto_size: AutoSize = False
    column: Annotated[int, Parameter("How many columns.", validate=(ValidateRange(1, 2147483647),))] = 0

    kind = WideView
    keys = WIDE_KEYS

    def requested(self) -> Sequence[Value]:
        """The one property."""
        return () if self.property_ is None else (self.property_,)

    def adjust(self, options: FormatOptions) -> None:
        """The columns."""
        bound = self.call.bound
        if "AutoSize" in bound and "Column" in bound:
            raise self.refusal(
                "CannotSpecifyAutosizeAndColumns", "The AutoSize and Column parameters cannot be used together."
            )
        options.autosize = self.auto_size if "AutoSize" in bound else None
        options.columns = self.column if "Column" in bound else None


format_custom = Cmdlet(
    "Format-Custom",
    "Lays objects out as their view says, or as a tree of their properties.",
    aliases=("fc",),
    examples={"Get-Date | Format-Custom Date -Depth 1": "Shows a property with its own properties."},
)


@format_custom.parameter_set()
@dataclass
class Custom(Formatting):
    """A type with a free layout of its own shows that; any other its properties, theirs, and so on to the depth."""

    property_: Properties = ()
    depth: Annotated[int, Parameter("How deep to go.", validate=(ValidateRange(1, 2147483647),))] = 5

    kind = CustomView
    keys = CUSTOM_KEYS

    def requested(self) -> Sequence[Value]:
        """The properties."""
        return self.property_

    def adjust(self, options: FormatOptions) -> None:
        """The depth."""
        options.depth = self.depth


out_string = Cmdlet(
    "Out-String",
    "Gives the text that its input would show as on the screen.",
    examples={
        "Get-Date | Out-String": "Gives the lines as one text.",
        "1..3 | Out-String -Stream": "Gives them as one text each.",
    },
)
LINE_END = "\r\n" if sys.platform == "win32" else "\n"


@dataclass
class Texts:
    """What both sets of Out-String do: draw, and keep the lines."""

    call: Call[Any]
    width: Annotated[int, Parameter("How many columns a line has.", validate=(ValidateRange(2, 2147483647),))] = 0
    lines: list[str] = field(init=False, default_factory=list)
    formatter: Formatter = field(init=False)

    def begin(self) -> None:
        """Make the display: unbounded but for tables, unless a width is asked for."""
        session = self.call.session
        screen = session.host.width
        given = self.call.is_bound("Width")
        self.formatter = Formatter(
            context_of(session),
            self.width if given else sys.maxsize,
            self.lines.append,
            table_width=self.width if given else screen,
        )


@out_string.parameter_set("NoNewLineFormatting", default=True)
@dataclass
class OneText(Texts):
    """One text with the line ends in it."""

    no_newline: Annotated[Switch, Parameter("Leaves the line ends out.")] = False

    def process(self, input_object: InputObject = NOTHING) -> None:
        """Draw one object."""
        self.formatter.add(input_object)

    def end(self) -> Iterator[str]:
        """Give the text."""
        self.formatter.finish()
        yield "".join(line if self.no_newline else line + LINE_END for line in self.lines)


@out_string.parameter_set("StreamFormatting")
@dataclass
class Stream(Texts):
    """One text for each line."""

    stream: Annotated[Switch, Parameter("Gives each line by itself.")] = False

    def process(self, input_object: InputObject = NOTHING) -> Iterator[str]:
        """Draw one object, and give the lines that are complete."""
        self.formatter.add(input_object)
        yield from self._taken()

    def end(self) -> Iterator[str]:
        """Give the rest."""
        self.formatter.finish()
        yield from self._taken()

    def _taken(self) -> list[str]:
        taken, self.lines[:] = self.lines[:], []
        return taken
