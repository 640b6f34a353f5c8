"""What formatting needs to know of the session, and what the user of a Format-* cmdlet asked for."""

from __future__ import annotations

from collections.abc import Callable

from msolemu.formatting.display import DEFAULT_ENUMERATION_LIMIT
from msolemu.formatting.views import ViewCatalogue
from msolemu.foundation.dataclass import dataclass, field
from msolemu.runtime.values.property_arguments import PropertyArgument
from msolemu.runtime.values.property_expressions import ScriptCall


def default_enumeration_limit() -> int:
    """The limit of a session that sets none."""
    return DEFAULT_ENUMERATION_LIMIT


def plain(name: str) -> str:
    """No escape sequence for anything."""
    return ""


@dataclass(slots=True)
class FormatContext:
    """The session as formatting sees it."""

    call: ScriptCall
    views: ViewCatalogue
    enumeration_limit: Callable[[], int] = default_enumeration_limit
    """`$FormatEnumerationLimit`, asked once a document."""
    shown: Callable[[str], str] = str
    """A text as `$PSStyle.OutputRendering` has it: with its escape sequences or without them."""
    accent: Callable[[str], str] = plain
    """The escape sequence of a part of the output, `TableHeader`; empty where text is shown without."""
    on_host: bool = True
    """Whether lines go to the host, which shows plain texts by the same rule; elsewhere these stay as they are."""


@dataclass(slots=True)
class FormatOptions:
    """The parameters of the Format-* cmdlets; None stands for "as the view says"."""

    properties: list[PropertyArgument] = field(default_factory=list)
    group_by: PropertyArgument | None = None
    view_name: str = ""
    force: bool = False
    autosize: bool | None = None
    hide_header: bool | None = None
    repeat_header: bool = False
    wrap: bool | None = None
    columns: int | None = None
    depth: int = 5
    core_only: bool = False
    also_core: bool = False
    show_error: bool = False
    display_error: bool = False
