"""What the parser says of a text, as scripts see it: ParseError and its extent."""

from __future__ import annotations

from msolemu.language.errors import ParseError
from msolemu.language.position import Extent
from msolemu.runtime.types.declaring import method, properties
from msolemu.runtime.types.registry import OBJECT, declare

LANGUAGE = "System.Management.Automation.Language."
ERROR = declare(LANGUAGE + "ParseError", OBJECT, ParseError)
EXTENT = declare(LANGUAGE + "InternalScriptExtent", OBJECT, Extent)

properties(
    ERROR,
    Extent=lambda error: error.extent,
    ErrorId=lambda error: error.id,
    Message=lambda error: error.message,
    IncompleteInput=lambda error: getattr(error, "incomplete", False),
)
properties(
    EXTENT,
    File=lambda extent: extent.file,
    StartLineNumber=lambda extent: extent.start_line,
    StartColumnNumber=lambda extent: extent.start_column,
    EndLineNumber=lambda extent: extent.end_line,
    EndColumnNumber=lambda extent: extent.end_column,
    Text=lambda extent: extent.text,
    StartOffset=lambda extent: extent.start,
    EndOffset=lambda extent: extent.end,
)


@method(EXTENT, "string ToString()")
def to_string(extent: Extent) -> str:
    """The text."""
    return extent.text


@method(ERROR, "string ToString()")
def error_text(error: ParseError) -> str:
    """Where and what."""
    from msolemu.runtime.errors.positions import position_message

    return f"{position_message(error.extent)}\n{error.message}"
