"""System.Management.Automation.WildcardPattern."""

from __future__ import annotations

from typing import Any

from msolemu.runtime.text.wildcard import WildcardPattern, escape, has_wildcards, unescape
from msolemu.runtime.types.declaring import constructor, method, static
from msolemu.runtime.types.registry import known_type, represent

PATTERN = known_type("System.Management.Automation.WildcardPattern")
represent(PATTERN, WildcardPattern)

static(PATTERN, "string Escape(string pattern)")(escape)
static(PATTERN, "string Unescape(string pattern)")(unescape)
static(PATTERN, "bool ContainsWildcardCharacters(string pattern)")(has_wildcards)
method(PATTERN, "bool IsMatch(string input)")(WildcardPattern.matches)


@constructor(
    PATTERN,
    "WildcardPattern(string pattern)",
    "WildcardPattern(string pattern, System.Management.Automation.WildcardOptions options)",
)
@static(
    PATTERN,
    "WildcardPattern Get(string pattern, System.Management.Automation.WildcardOptions options)",
)
def new_pattern(text: str, options: Any = None) -> WildcardPattern:
    """The pattern; it minds case unless the options say otherwise."""
    return WildcardPattern(text, ignore_case=options is not None and bool(options.value & 2))
