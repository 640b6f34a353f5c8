"""CompletionResult: what an argument completer of a script gives."""

from __future__ import annotations

from typing import Any

from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.types.declaring import constructor
from msolemu.runtime.types.enumerations import member
from msolemu.runtime.types.registry import known_type, net_object

_AUTOMATION = "System.Management.Automation."


@net_object(_AUTOMATION + "CompletionResult")
@dataclass(frozen=True, slots=True)
class CompletionResult:
    """A word that can stand at the cursor."""

    CompletionText: str
    ListItemText: str
    ResultType: Any
    ToolTip: str


@constructor(
    known_type(_AUTOMATION + "CompletionResult"),
    "System.Management.Automation.CompletionResult(string completionText)",
    "System.Management.Automation.CompletionResult(string completionText, string listItemText, "
    "System.Management.Automation.CompletionResultType resultType, string toolTip)",
)
def new_result(text: str, item: str | None = None, kind: Any = None, tip: str | None = None) -> CompletionResult:
    """A result; what is not given is the text itself."""
    result = member(_AUTOMATION + "CompletionResultType", "Text") if kind is None else kind
    return CompletionResult(text, item or text, result, tip or text)
