"""Operators on text: `-f`, `-join`, `-split`, `-replace`, in the forms that take one operand and two."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from msolemu.runtime.casting.conversion import convert, element_text, to_bool, to_text
from msolemu.runtime.errors.net_errors import NetError
from msolemu.runtime.errors.records import ErrorCategory, StatementError, runtime_error
from msolemu.runtime.types import registry
from msolemu.runtime.values.objects import TypedArray, Value, enumerate_value, is_enumerable, unwrap

if TYPE_CHECKING:
    from msolemu.runtime.invoking.scriptblock import ScriptBlock
    from msolemu.runtime.text.regular_expressions import Match, Regex

STRING = registry.known_type("System.String")
IGNORE_CASE, MULTILINE, EXPLICIT_CAPTURE, SINGLELINE, IGNORE_WHITESPACE = 1, 2, 4, 16, 32
RIGHT_TO_LEFT, CULTURE_INVARIANT = 64, 512

SPECIAL = frozenset("\\^$.|?*+()[]{}")
"""What means more in a pattern than itself."""

PARSE_EXCEPTION = "System.Management.Automation.ParseException"
SPLIT_OPTIONS = {
    "simplematch": 1,
    "regexmatch": 2,
    "cultureinvariant": 4,
    "ignorepatternwhitespace": 8,
    "multiline": 16,
    "singleline": 32,
    "ignorecase": 64,
    "explicitcapture": 128,
}
SIMPLE_MATCH, REGEX_MATCH, SPLIT_IGNORE_CASE = 1, 2, 64
REGEX_OPTIONS = {
    4: CULTURE_INVARIANT,
    8: IGNORE_WHITESPACE,
    16: MULTILINE,
    32: SINGLELINE,
    64: IGNORE_CASE,
    128: EXPLICIT_CAPTURE,
}


def texts(value: Value) -> list[str]:
    """The operand's elements as text; a single value is one."""
    if is_enumerable(value):
        return [to_text(item) for item in enumerate_value(value)]
    return [to_text(value)]


def arguments_of(value: Value) -> list[Value]:
    """A right operand as a list of arguments."""
    plain = unwrap(value)
    return list(enumerate_value(plain)) if is_enumerable(plain) else [value]


def format_composite(left: Value, right: Value) -> str:
    """`-f`: the composite format with the right operand's elements filled in; raises FormatError."""
    from msolemu.runtime.text.composite_format import fill

    plain = unwrap(right)
    # .NET takes an array of objects as the arguments, but an array of numbers as one of them
    several = type(plain) is list or (type(plain) is TypedArray and not plain.element.is_value)
    arguments = list(plain) if several else [right]
    try:
        return fill(to_text(left), arguments)
    except NetError as error:
        message = f"Error formatting a string: {error.record.exception.message}."
        raise runtime_error("FormatError", message, inner=error.record.exception) from None


def composite(directive: str, values: Sequence[Value], provider: Value = None) -> str:
    """`[string]::Format`: the composite format filled in; raises FormatException's error."""
    from msolemu.runtime.text.composite_format import fill
    from msolemu.runtime.text.culture import culture_of

    return fill(directive, values, culture_of(provider))


def format_value(value: Value, directive: str | None = None, provider: Value = None) -> str:
    """What `ToString(directive, provider)` gives, under en-US without a provider; types without formats ignore both."""
    from msolemu.runtime.text.composite_format import formatted
    from msolemu.runtime.text.culture import culture_of

    return formatted(value, directive or "", culture_of(provider))


def join(left: Value, right: Value) -> str:
    """`-join` between a collection and a separator."""
    return to_text(right).join(_joined(left))


def join_all(value: Value) -> str:
    """`-join` before a collection."""
    return "".join(_joined(value))


def _joined(value: Value) -> list[str]:
    if type(value) is not list and (not is_enumerable(value) or hasattr(type(value), "move")):
        return [to_text(value)]  # an enumerator counts as one value here
    return list(map(element_text, enumerate_value(value)))


def split(left: Value, right: Value) -> list[Value]:
    """`-split`, ignoring case: pattern or script block, then a limit, then options."""
    return _split(left, right, ignore_case=True)


def csplit(left: Value, right: Value) -> list[Value]:
    """`-csplit`."""
    return _split(left, right, ignore_case=False)


def split_on_space(value: Value) -> list[Value]:
    """`-split` before a text: the words of it."""
    pieces = (piece for text in texts(value) for piece in (text.split() or [""]))
    return TypedArray(pieces, STRING)


def _split(left: Value, right: Value, *, ignore_case: bool) -> list[Value]:
    arguments = arguments_of(right) if right is not None else [None]
    pattern: Value = unwrap(arguments[0]) if arguments else r"\s+"
    limit = int(convert(arguments[1], registry.INT)) if len(arguments) > 1 else 0
    options = split_options(arguments[2]) if len(arguments) > 2 else 0
    if _is_block(pattern):
        if options:
            raise _split_error("InvalidSplitOptionWithPredicate", "The options with a predicate are not valid.")
        pieces = [piece for text in texts(left) for piece in _split_by(pattern, text, limit)]
    else:
        regex = _splitter(to_text(pattern), options | (SPLIT_IGNORE_CASE if ignore_case else 0), backwards=limit < 0)
        pieces = [piece for text in texts(left) for piece in regex.split(text, abs(limit))]
    return TypedArray(pieces, STRING)


def splitter(pattern: str) -> Callable[[str], list[str]]:
    """What `-split` with this pattern alone makes of a text."""
    if pattern and SPECIAL.isdisjoint(pattern) and pattern.lower() == pattern.upper():
        return lambda text: text.split(pattern)
    return _splitter(pattern, SPLIT_IGNORE_CASE, backwards=False).split


def split_options(value: Value) -> int:
    """The options of `-split` as a number, from names or a number; raises for names that there are none of."""
    plain = unwrap(value)
    if isinstance(plain, int) and not isinstance(plain, bool):
        return int(plain)
    found = 0
    for name in to_text(plain).split(","):
        option = SPLIT_OPTIONS.get(name.strip().lower())
        if option is None and name.strip():
            raise _unknown_option(to_text(plain))
        found |= option or 0
    return found


def _unknown_option(name: str) -> StatementError:
    listed = (
        "SimpleMatch, RegexMatch, CultureInvariant, IgnorePatternWhitespace, Multiline, Singleline, IgnoreCase, "
        "ExplicitCapture"
    )
    reason = (
        f"Unable to match the identifier name {name} to a valid enumerator name. Specify one of the following "
        f"enumerator names and try again:\n{listed}"
    )
    return runtime_error(
        "SubstringDisambiguationEnumParseThrewAnException",
        f'Cannot convert value "{name}" to type "System.Management.Automation.SplitOptions". Error: "{reason}"',
        ErrorCategory.INVALID_ARGUMENT,
    )


def _split_error(error_id: str, message: str) -> StatementError:
    return runtime_error(error_id, message, ErrorCategory.PARSER_ERROR, PARSE_EXCEPTION)


@lru_cache(maxsize=256)
def _splitter(pattern: str, options: int, *, backwards: bool) -> Regex:
    """The expression that splits: a negative limit counts from the end."""
    from msolemu.runtime.text.regular_expressions import compile_regex, escape

    if options & SIMPLE_MATCH:
        if options & ~(SIMPLE_MATCH | SPLIT_IGNORE_CASE):
            raise _split_error(
                "InvalidSplitOptionCombination", "The combination of options with the -split operator is not valid."
            )
        pattern = escape(pattern)
    flags = RIGHT_TO_LEFT if backwards else 0
    for option, flag in REGEX_OPTIONS.items():
        if options & option:
            flags |= flag
    try:
        return compile_regex(pattern, flags)
    except NetError as error:
        raise StatementError(error.record) from None


def _is_block(value: Value) -> bool:
    if type(value) is str:
        return False
    from msolemu.runtime.invoking.scriptblock import ScriptBlock

    return isinstance(value, ScriptBlock)


def _split_by(block: ScriptBlock, text: str, limit: int) -> list[str]:
    """The text split at each character for which the block is true: `$_` is the character."""
    places = range(len(text)) if limit >= 0 else range(len(text) - 1, -1, -1)
    most = abs(limit) - 1 if limit else len(text)
    found: list[int] = []
    for place in places:
        if len(found) >= most:
            break
        if to_bool(_value_of(block, text[place], [text, place])):
            found.append(place)
    pieces: list[str] = []
    last = 0
    for place in sorted(found):
        pieces.append(text[last:place])
        last = place + 1
    return [*pieces, text[last:]]


def _value_of(block: ScriptBlock, underscore: Value, arguments: list[Value]) -> Value:
    """What a script block gives in the session that it runs in."""
    from msolemu.runtime.state import current

    return current.session().call_with(block, underscore, arguments)


def replace(left: Value, right: Value) -> Value:
    """`-replace`, ignoring case: in a text, or in each element of a collection."""
    return _replace(left, right, IGNORE_CASE)


def creplace(left: Value, right: Value) -> Value:
    """`-creplace`."""
    return _replace(left, right, 0)


def _replace(left: Value, right: Value, options: int) -> Value:
    arguments = arguments_of(right)
    if len(arguments) > 2:
        message = f"The -replace operator allows only two elements to follow it, not {len(arguments)}."
        raise runtime_error("BadReplaceArgument", message, target=right)
    regex = _replaced_pattern(arguments[0] if arguments else "", options)
    by = evaluator(arguments[1] if len(arguments) > 1 else "")
    if is_enumerable(left):
        return [regex.replace(to_text(item), by) for item in enumerate_value(left)]
    return regex.replace(to_text(left), by)


def _replaced_pattern(pattern: Value, options: int) -> Regex:
    from msolemu.runtime.text.regular_expressions import Regex, compile_regex

    plain = unwrap(pattern)
    if isinstance(plain, Regex):
        return plain
    text = to_text(plain)
    try:
        return compile_regex(text, options)
    except NetError as error:
        raise runtime_error(
            "InvalidRegularExpression",
            f"The regular expression pattern {text} is not valid.",
            target=text,
            inner=error.record.exception,
        ) from None


def evaluator(substitute: Value) -> Callable[[Match], str]:
    """What gives the text that replaces a match: a replacement pattern, or a script block with `$_` as the match."""
    from msolemu.runtime.text.regular_expressions import replacement_of
    from msolemu.runtime.types.extended_members import MethodGroup

    plain = unwrap(substitute)
    if _is_block(plain):
        return lambda match: to_text(_value_of(plain, match, [match]))
    if isinstance(plain, MethodGroup):
        return lambda match: to_text(plain.invoke([match]))
    return replacement_of(to_text(plain))
