"""`-like` and `-match`: text against wildcard patterns and regular expressions."""

from __future__ import annotations

from collections.abc import Callable

from msolemu.runtime.conversion import to_text
from msolemu.runtime.objects import Value, enumerate_value, is_enumerable
from msolemu.runtime.records import ErrorCategory, runtime_error
from msolemu.runtime.wildcard import InvalidWildcard, WildcardPattern

Groups = list[tuple[Value, Value]]


def like_pattern(pattern: Value, *, ignore_case: bool) -> Callable[[str], bool]:
    """The test of `-like`: whether a text fits; raises for a pattern that is none."""
    text = to_text(pattern)
    try:
        return WildcardPattern(text, ignore_case=ignore_case).matches
    except InvalidWildcard:
        raise invalid_wildcard(text) from None


def invalid_wildcard(text: str) -> Exception:
    """The error for a pattern with a set that is not closed."""
    return runtime_error(
        "RuntimeException",
        f"The specified wildcard character pattern is not valid: {text}",
        ErrorCategory.INVALID_OPERATION,
        "System.Management.Automation.WildcardPatternException",
    )


def match_groups(left: Value, right: Value, exact: bool, negated: bool) -> tuple[Value, Groups | None]:
    """The result of `-match`, and what `$Matches` becomes: the groups of a single value's match, else None."""
    from msolemu.runtime.regular_expressions import expression_of

    expression = expression_of(right, ignore_case=not exact)
    if is_enumerable(left):
        found = [one for one in enumerate_value(left) if (expression.first(to_text(one)) is None) is negated]
        return found, None
    match = expression.first(left if type(left) is str else to_text(left))
    return (match is not None) is not negated, None if match is None else match.named_groups()


def matches(text: str, pattern: str) -> bool:
    """Whether a text matches a regular expression, ignoring case."""
    return bool(match_groups(text, pattern, False, False)[0])
