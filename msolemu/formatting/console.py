"""Default formatting for a session: what its `Out-Default` draws on its host."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msolemu.formatting.builtin_views import builtin_views
from msolemu.formatting.choice import Formatter
from msolemu.formatting.context import FormatContext
from msolemu.formatting.display import DEFAULT_ENUMERATION_LIMIT
from msolemu.formatting.views import CustomView, View, ViewCatalogue, by_type
from msolemu.runtime.errors.records import ErrorCategory, runtime_error
from msolemu.runtime.values.objects import unwrap

if TYPE_CHECKING:
    from msolemu.runtime.state.session import Session
    from msolemu.runtime.values.objects import Value

ERROR_RECORD = "System.Management.Automation.ErrorRecord"
EXTENDED_ERRORS = (f"{ERROR_RECORD}#PSExtendedError", "System.Exception#PSExtendedError")


def context_of(session: Session, *, on_host: bool = False) -> FormatContext:
    """The session as formatting sees it; its catalogue of views is made once and kept with it."""
    catalogue = session.views
    if catalogue is None:
        catalogue = session.views = ViewCatalogue((_own_views(session), builtin_views, _module_views(session)))
    return FormatContext(
        session.call_with,
        catalogue,
        lambda: _enumeration_limit(session),
        functools.partial(session.shown, on_host=on_host),
        functools.partial(session.accent, on_host=on_host),
        on_host,
    )


def load_views(session: Session, file: str, content: bytes, *, first: bool = False) -> None:
    """Take over the views of a file, before all others or after them.

    Of a file that is none nothing is taken over: raises FormatXmlUpdateException.
    """
    from msolemu.formatting.view_files import read_views
    from msolemu.foundation.xml_nodes import XmlFileError

    def compiled(text: str) -> Callable[[Value], Value]:
        block = session.parse(text)
        return lambda value: session.call_with(block, value)

    try:
        views = read_views(content, compiled)
    except XmlFileError as error:
        text = f"Errors occurred while loading the format data file: \n{file}, {error.told(file)}"
        raise runtime_error("FormatXmlUpdateException", text, ErrorCategory.INVALID_OPERATION) from None
    context_of(session).views.add(file, views, first=first)


def unload_views(session: Session, file: str) -> None:
    """Forget the views of a file."""
    context_of(session).views.remove(file)


def console_display(session: Session, write_line: Callable[[str], object]) -> Formatter:
    """What draws the output of a session on its host; one column stays free, as on a console.

    Where somebody sits there, a table without widths settles on its columns after PowerShell's 300 milliseconds.
    """
    now = time.monotonic if session.host.is_terminal else None
    host = session.host
    return Formatter(context_of(session, on_host=True), host.width - 1, write_line, now, height=host.height)


def _own_views(session: Session) -> Callable[[str], Sequence[View]]:
    def text(value: Value) -> str:
        record, lines = unwrap(value), session.error_lines
        return record.text if lines is None else "\n".join(lines(record))

    error = CustomView(ERROR_RECORD, text, out_of_band=True)
    extended = CustomView(EXTENDED_ERRORS, detailed)
    return lambda name: (error,) if name == ERROR_RECORD else (extended,) if name in EXTENDED_ERRORS else ()


def detailed(value: Value) -> str:
    """What Get-Error shows."""
    from msolemu.formatting.error_details import detailed_error

    return detailed_error(value)


def _module_views(session: Session) -> Callable[[str], Sequence[View]]:
    def find(name: str) -> Sequence[View]:
        views_of = getattr(session.resolver, "views_of", None)
        return () if views_of is None else by_type(views_of(name)).get(name.lower(), ())

    return find


def _enumeration_limit(session: Session) -> int:
    limit = session.get_variable("FormatEnumerationLimit")
    return limit if type(limit) is int else DEFAULT_ENUMERATION_LIMIT
