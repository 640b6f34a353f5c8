"""Format objects: what `Format-*` emits and `Out-*` draws.

A document is a start, groups (start, entries, end) and an end. Entries that are out of band (plain text, error records)
may stand anywhere in it. The type names are PowerShell's own, because scripts ask for them.
"""

from __future__ import annotations

from msolemu.formatting.custom import Frame
from msolemu.formatting.table import Alignment
from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.types.registry import net_object

_NAMESPACE = "Microsoft.PowerShell.Commands.Internal.Format."


@dataclass(slots=True)
class TableColumn:
    """One column: width 0 leaves the choice to the screen."""

    label: str
    width: int = 0
    alignment: Alignment | None = None
    is_property: bool = True
    """Whether the label names a property of the first object; other labels are drawn in another style."""


@net_object(_NAMESPACE + "TableHeaderInfo")
@dataclass(slots=True, eq=False)
class TableShape:
    """A table and its columns."""

    columns: list[TableColumn]
    hide_header: bool = False
    repeat_header: bool = False


@net_object(_NAMESPACE + "ListViewHeaderInfo")
@dataclass(slots=True, eq=False)
class ListShape:
    """A list."""


@net_object(_NAMESPACE + "WideViewHeaderInfo")
@dataclass(slots=True, eq=False)
class WideShape:
    """A wide display of so many columns; 0 leaves the choice to the screen."""

    columns: int = 0


@net_object(_NAMESPACE + "ComplexViewHeaderInfo")
@dataclass(slots=True, eq=False)
class CustomShape:
    """Free layout."""


Shape = TableShape | ListShape | WideShape | CustomShape


@net_object(_NAMESPACE + "TableRowEntry")
@dataclass(slots=True, eq=False)
class TableRow:
    """The texts of a row; an alignment of its own wins over the column's."""

    values: list[str]
    alignments: list[Alignment | None] | None = None
    wrap: bool = False


@net_object(_NAMESPACE + "ListViewEntry")
@dataclass(slots=True, eq=False)
class ListEntry:
    """Labels and texts of one object."""

    labels: list[str]
    values: list[str]


@net_object(_NAMESPACE + "WideViewEntry")
@dataclass(slots=True, eq=False)
class WideEntry:
    """The one text of an object."""

    value: str


@net_object(_NAMESPACE + "ComplexViewEntry")
@dataclass(slots=True, eq=False)
class CustomEntry:
    """A tree of texts."""

    frame: Frame


@net_object(_NAMESPACE + "RawTextFormatEntry")
@dataclass(slots=True, eq=False)
class RawText:
    """Text that is printed as it is."""

    text: str


EntryBody = TableRow | ListEntry | WideEntry | CustomEntry | RawText


@net_object(_NAMESPACE + "FormatStartData")
@dataclass(slots=True, eq=False)
class FormatStart:
    """Opens a document."""

    shape: Shape
    autosize: bool = False


@net_object(_NAMESPACE + "GroupStartData")
@dataclass(slots=True, eq=False)
class GroupStart:
    """Opens a group, under a heading when the user asked for groups."""

    heading: Frame | None = None


@net_object(_NAMESPACE + "FormatEntryData")
@dataclass(slots=True, eq=False)
class FormatEntry:
    """One object."""

    body: EntryBody
    out_of_band: bool = False


@net_object(_NAMESPACE + "GroupEndData")
@dataclass(slots=True, eq=False)
class GroupEnd:
    """Closes a group."""


@net_object(_NAMESPACE + "FormatEndData")
@dataclass(slots=True, eq=False)
class FormatEnd:
    """Closes a document."""


Packet = FormatStart | GroupStart | FormatEntry | GroupEnd | FormatEnd
PACKETS = (FormatStart, GroupStart, FormatEntry, GroupEnd, FormatEnd)
