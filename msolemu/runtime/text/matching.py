"""`-like` and `-match`: text against wildcard patterns and regular expressions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.errors.records import PowerShellError, StatementError
from msolemu.runtime.text.wildcard import WildcardPattern
from msolemu.runtime.values.objects import Hashtable, Value, enumerate_value, is_enumerable, unwrap

if TYPE_CHECKING:
    from msolemu.runtime.text.regular_expressions import Regex

IGNORE_CASE = 1
"""RegexOptions.IgnoreCase."""


def like_pattern(pattern: Value, *, ignore_case: bool) -> Callable[[str], bool]:
    """The test of `-like`: whether a text fits; raises for a pattern that is none."""
    return WildcardPattern(to_text(pattern), ignore_case=ignore_case).matches


def match_groups(left: Value, right: Value, exact: bool, negated: bool) -> tuple[Value, Hashtable | None]:
    """The result of `-match`, and what `$Matches` becomes: the groups of a single value's match, else None."""
    regex = expression(right, 0 if exact else IGNORE_CASE)
    if is_enumerable(left):
        return [one for one in enumerate_value(left) if regex.is_match(to_text(one)) is not negated], None
    groups = regex.first_groups(left if type(left) is str else to_text(left))
    return (groups is not None) is not negated, groups


def expression(pattern: Value, options: int) -> Regex:
    """The expression that an operand means; raises for a pattern that is none."""
    from msolemu.runtime.text.regular_expressions import Regex, compile_regex

    plain = unwrap(pattern)
    if isinstance(plain, Regex):
        return plain
    try:
        return compile_regex(to_text(plain), options)
    except PowerShellError as error:
        raise StatementError(error.record) from None


def matches(text: str, pattern: str) -> bool:
    """Whether a text matches a regular expression, ignoring case."""
    return expression(pattern, IGNORE_CASE).is_match(text)
