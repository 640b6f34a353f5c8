"""Which overload of a method a call means, by PowerShell's ranks of conversions, and the call itself.

Candidates are those that take the number of arguments; of several the best by rank of each argument's conversion wins,
the earlier arguments weighing more. Ranks and order are those of the engine's `LanguagePrimitives` and `Adapter`.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from msolemu.runtime.casting.conversion import convert, to_text
from msolemu.runtime.errors.net_errors import (
    NetError,
    ambiguous,
    argument_conversion,
    invocation_error,
    no_overload,
    null_argument,
)
from msolemu.runtime.errors.records import PowerShellError, ScriptError, StatementError, runtime_error
from msolemu.runtime.types import registry
from msolemu.runtime.types.net_type import NetType, Overload
from msolemu.runtime.types.registry import BOOLEAN, CHAR, OBJECT, PSOBJECT, STRING, type_of
from msolemu.runtime.values import objects
from msolemu.runtime.values.objects import NOTHING, BigInteger, Hashtable, PSCustomObject, PSObject, Value
from msolemu.runtime.values.references import Reference

NONE = 0
TO_ARRAY = 8
"""How much less a single value counts that becomes an array of one."""


class Rank(enum.IntEnum):
    """How good a conversion is."""

    UNRELATED_ARRAYS = 0x0F
    TO_STRING = 0x1F
    CUSTOM = 0x2F
    CONVERTIBLE = 0x3F
    CAST = 0x4F
    CONSTRUCTOR = 0x6F
    PARSE = 0x7F
    PSOBJECT = 0x8F
    LANGUAGE = 0x9F
    NULL_TO_VALUE = 0xA7
    NULL_TO_REFERENCE = 0xAF
    NUMERIC_EXPLICIT = 0xBF
    NUMERIC_STRING = 0xDF
    NAME_OF_ENUM = 0xE0
    NUMERIC_IMPLICIT = 0xEF
    ASSIGNABLE = 0x10F
    STRING_TO_CHARS = 0x11A
    IDENTITY = 0x11F


_WIDTHS: dict[type, tuple[int, int]] = {
    **objects.INTEGER_RANGES,
    BigInteger: (-(10**400), 10**400),
}
CALLED = frozenset({"System.Management.Automation.ScriptBlock", "System.Management.Automation.PSMethod"})
"""The types whose values stand for a delegate."""
NULL_STRING = "System.Management.Automation.Language.NullString"
_FRACTIONS: tuple[type, ...] = (float, objects.Single, Decimal)


def rank(value: Value, kind: NetType) -> int:
    """The rank of converting a value to a type; NONE when there is no conversion."""
    if value is None:
        return _rank_of_null(kind)
    source = type_of(value)
    found = _rank_of_type(source, kind, value)
    if found == NONE and kind.element is not None and source.element is None:
        inner = rank(value, kind.element)
        return inner - TO_ARRAY if inner else NONE
    if kind.element is not None and source.element is None and not isinstance(value, list):
        inner = rank(value, kind.element)
        return max(found, inner - TO_ARRAY if inner else NONE)
    return found


def _rank_of_null(kind: NetType) -> int:
    if kind is STRING:
        return Rank.TO_STRING
    if kind.is_value and not kind.held:
        return Rank.NULL_TO_VALUE
    return Rank.NULL_TO_REFERENCE


def _rank_of_type(source: NetType, kind: NetType, value: Value) -> int:
    if source is kind:
        return Rank.IDENTITY
    if kind is PSOBJECT:
        return Rank.PSOBJECT if source.is_value or source is STRING else Rank.ASSIGNABLE
    if kind is OBJECT or source.is_a(kind):
        return Rank.ASSIGNABLE
    inner = kind.held
    if inner is not None:
        return _rank_of_type(source, inner, value)
    if kind is STRING:
        return Rank.TO_STRING
    if kind is BOOLEAN:
        return Rank.LANGUAGE
    if kind.python in objects.NUMBER_TYPES:
        return _rank_to_number(source, kind)
    return _rank_of_others(source, kind, value)


def _rank_to_number(source: NetType, kind: NetType) -> int:
    if source is STRING:
        return Rank.NUMERIC_STRING
    if source is CHAR:
        return Rank.NUMERIC_IMPLICIT
    if source.python in objects.NUMBER_TYPES:
        return Rank.NUMERIC_IMPLICIT if _is_widening(source.python, kind.python) else Rank.NUMERIC_EXPLICIT
    if source.is_enum:
        return Rank.NUMERIC_EXPLICIT
    return Rank.LANGUAGE if source is BOOLEAN else NONE


def _is_widening(source: Any, target: Any) -> bool:
    if target in _FRACTIONS:
        return (source is not Decimal and not (source is float and target is not float) and target is not Decimal) or (
            target is Decimal and source in objects.INTEGER_RANGES
        )
    if source in _FRACTIONS:
        return False
    low, high = _WIDTHS[target]
    return low <= _WIDTHS[source][0] and _WIDTHS[source][1] <= high


def _rank_of_others(source: NetType, kind: NetType, value: Value) -> int:
    if kind is CHAR:
        if source is STRING:
            return Rank.LANGUAGE if len(value) == 1 else NONE
        return Rank.NUMERIC_EXPLICIT if source.python in objects.NUMBER_TYPES else NONE
    if kind.element is not None:
        return _rank_to_array(source, kind, value)
    if kind.is_enum:
        return Rank.NAME_OF_ENUM if source is STRING else Rank.NUMERIC_EXPLICIT if isinstance(value, int) else NONE
    if kind.is_delegate:
        return Rank.LANGUAGE if source.full_name in CALLED else NONE
    if source is STRING and (kind.is_value or kind.own.statics or kind.own.constructors or kind.home):
        return Rank.PARSE
    if isinstance(value, Hashtable | PSCustomObject) and not kind.is_value and kind.own.constructors:
        return Rank.CONSTRUCTOR
    return Rank.CONSTRUCTOR if _is_sequence(kind) and source.element is not None else NONE


def _is_sequence(kind: NetType) -> bool:
    """Whether elements make a value of the type: an interface of sequences, or a class that can be made of them."""
    if (kind.definition or kind).full_name in registry.INTERFACE_NAMES:
        return kind.full_name.startswith("System.Collections.")
    return "System.Collections.IEnumerable" in kind.interfaces and bool(kind.constructors)


def _rank_to_array(source: NetType, kind: NetType, value: Value) -> int:
    if source is STRING and kind.element is CHAR:
        return Rank.STRING_TO_CHARS
    if source.element is None and not isinstance(value, list):
        return NONE
    return Rank.UNRELATED_ARRAYS


class Candidate:
    """An overload against the arguments at hand; `expanded` when its last parameter takes several of them."""

    __slots__ = ("expanded", "overload", "ranks", "types")

    def __init__(self, overload: Overload, types: tuple[NetType, ...], expanded: bool) -> None:
        self.overload = overload
        self.types = types
        self.expanded = expanded
        self.ranks: list[int] = []


def candidates(overloads: Sequence[Overload], owner: NetType, count: int) -> list[Candidate]:
    """The overloads that take so many arguments."""
    found = []
    for overload in overloads:
        signature = overload.signature
        if signature.required <= count <= len(signature.parameters):
            types = overload.types(owner)
            if count == len(types) or not signature.rest:
                found.append(Candidate(overload, types[:count], expanded=False))
        if signature.rest and count >= signature.required:
            types = overload.types(owner)
            fixed = len(types) - 1
            element = types[-1].element or OBJECT
            found.append(Candidate(overload, types[:fixed] + (element,) * (count - fixed), expanded=True))
    return found


def choose(name: str, overloads: Sequence[Overload], owner: NetType, arguments: Sequence[Value]) -> Candidate:
    """The overload that a call means; raises when there is none or no best one."""
    found = candidates(overloads, owner, len(arguments))
    if not found:
        raise no_overload(name, len(arguments))
    if len(found) == 1:
        return found[0]
    fitting = []
    for candidate in found:
        candidate.ranks = [
            _rank_as_argument(value, kind) for value, kind in zip(arguments, candidate.types, strict=True)
        ]
        if all(candidate.ranks):
            fitting.append(candidate)
    if not fitting:
        raise no_overload(name, len(arguments))
    best = fitting[0]
    unclear = False
    for candidate in fitting[1:]:
        order = _compare(candidate, best)
        if order > 0:
            best, unclear = candidate, False
        elif order == 0:
            unclear = True
    if unclear:
        raise ambiguous(name, len(arguments))
    return best


def _rank_as_argument(value: Value, kind: NetType) -> int:
    if isinstance(value, Reference):
        return Rank.IDENTITY
    return rank(value.base if type(value) is PSObject else value, kind)


def _compare(one: Candidate, other: Candidate) -> int:
    """Above zero when the first is better."""
    better = 0
    weight = len(one.ranks)
    for left, right in zip(one.ranks, other.ranks, strict=True):
        better += weight * ((left > right) - (left < right))
        weight -= 1
    if better:
        return better
    better = _more_specific(one, other)
    if better:
        return better
    if one.expanded != other.expanded:
        return -1 if one.expanded else 1
    return len(one.overload.signature.parameters) < len(other.overload.signature.parameters) or -(
        len(one.overload.signature.parameters) > len(other.overload.signature.parameters)
    )


def _more_specific(one: Candidate, other: Candidate) -> int:
    found = 0
    for position, (left, right) in enumerate(zip(one.types, other.types, strict=True)):
        if left is right or one.ranks[position] < Rank.NULL_TO_VALUE:
            continue
        to_array = one.ranks[position] in (Rank.IDENTITY - TO_ARRAY, Rank.ASSIGNABLE - TO_ARRAY)
        specific = _specificity(left, right)
        found += -specific if to_array else specific
    return found


def _specificity(left: NetType, right: NetType) -> int:
    if left.is_a(right) or right is OBJECT:
        return 1
    if right.is_a(left) or left is OBJECT:
        return -1
    if Decimal in (left.python, right.python) and {left.python, right.python} & {float, objects.Single}:
        return 1 if left.python is Decimal else -1
    if left.python in _WIDTHS and right.python in _WIDTHS:
        return 1 if _is_widening(left.python, right.python) else -1
    return 0


def is_exact(chosen: Candidate, arguments: Sequence[Value]) -> bool:
    """Whether arguments of these classes need no conversion at all, now and at the next call."""
    if chosen.expanded or any(parameter.by_reference for parameter in chosen.overload.signature.parameters):
        return False
    if chosen.ranks:
        return all(
            found == Rank.IDENTITY or kind is OBJECT for found, kind in zip(chosen.ranks, chosen.types, strict=True)
        )
    return all(
        kind.python is type(value) or kind is OBJECT for kind, value in zip(chosen.types, arguments, strict=True)
    )


def is_settled(chosen: Candidate) -> bool:
    """Whether arguments of the same classes mean the same overload again: no rank hung on a value."""
    return all(found in (Rank.IDENTITY, Rank.ASSIGNABLE) for found in chosen.ranks)


def bound(
    name: str, candidate: Candidate, owner: NetType, *, by_number: bool = False
) -> Callable[[Sequence[Value]], list[Value]]:
    """What turns the arguments of a call into those of the chosen overload's function."""
    signature = candidate.overload.signature
    parameters = signature.parameters
    last = len(parameters) - 1

    def arguments_of(arguments: Sequence[Value]) -> list[Value]:
        made: list[Value] = []
        for position, (value, kind) in enumerate(zip(arguments, candidate.types, strict=True)):
            parameter = parameters[min(position, last)]
            if parameter.by_reference:
                made.append(_reference(value, position))
            else:
                shown = str(position) if by_number else parameter.name
                made.append(argument(value, kind, name, shown))
        if candidate.expanded:
            made[last:] = [list(made[last:])]
        return made

    return arguments_of


def _reference(value: Value, position: int) -> Reference:
    if isinstance(value, Reference):
        return value
    raise runtime_error(
        "NonRefArgumentToRefParameterMsg",
        f"Argument: '{position + 1}' should be a System.Management.Automation.PSReference. Use [ref].",
        exception_type="System.Management.Automation.MethodException",
    )


def argument(value: Value, kind: NetType, name: str, parameter: str) -> Value:
    """An argument as the parameter's type; raises MethodArgumentConversionInvalidCastArgument."""
    plain = value.base if type(value) is PSObject and kind is not OBJECT and kind is not PSOBJECT else value
    if plain is None and not kind.is_value and kind is not STRING:
        return None
    if kind is OBJECT or kind is PSOBJECT or (plain is not None and _fits(plain, kind)):
        return plain
    if isinstance(value, Reference):
        return argument(value.value, kind, name, parameter)
    if kind is STRING and type_of(plain).full_name == NULL_STRING:
        return None
    try:
        return convert(plain, kind)
    except StatementError as error:
        text = "null" if plain is None else to_text(plain) if not isinstance(plain, list) else type_of(plain).text
        raise argument_conversion(parameter, text, name, kind.script_name, error.record.exception) from None


def _fits(value: Value, kind: NetType) -> bool:
    source = type_of(value)
    if source is kind or source.is_a(kind):
        return True
    if kind is not STRING and _is_sequence(kind) and isinstance(value, list):
        return True
    return kind.is_delegate and source.full_name in CALLED


def guarded(name: str, overload: Overload, target: tuple[Value, ...], given: list[Value], count: int) -> Value:
    """Carry out a call; what it throws comes inside a MethodInvocationException."""
    try:
        result = overload.call(*target, *given)
    except FAULTS as error:
        raise _invocation_fault(error, name, overload, given, count) from None
    return NOTHING if overload.is_void else result


FAULTS = (PowerShellError, TypeError, AttributeError)
"""What a call may raise that a script sees."""


def exact_call(name: str, overload: Overload) -> Callable[[Value, Sequence[Value]], Value]:
    """What carries out a call whose arguments are already of the overload's types: `guarded` for one method at once."""
    call, is_void = overload.call, overload.is_void

    def run(value: Value, given: Sequence[Value]) -> Value:
        try:
            result = call(value, *given)
        except FAULTS as error:
            raise _invocation_fault(error, name, overload, given, len(given)) from None
        return NOTHING if is_void else result

    return run


def _invocation_fault(error: Exception, name: str, overload: Overload, given: Sequence[Value], count: int) -> Exception:
    """What a script sees of an error inside a call: the error itself, or that error in a MethodInvocationException."""
    if isinstance(error, PowerShellError):
        if not overload.checked or (is_refusal(error) and not isinstance(error, ScriptError)):
            return error
        return invocation_error(name, count, error.record.exception)
    refused = _null_parameter(overload, given)
    return error if refused is None else invocation_error(name, count, null_argument(refused).record.exception)


def _null_parameter(overload: Overload, given: Sequence[Value]) -> str | None:
    """The first parameter that got null: what cannot be done without it ends, in .NET, as ArgumentNullException."""
    for parameter, value in zip(overload.signature.parameters, given, strict=False):
        if value is None:
            return parameter.name
    return None


def is_refusal(error: PowerShellError) -> bool:
    """Whether the emulator itself refused: its own id must stay."""
    return not isinstance(error, NetError) and error.record.category.value == "NotImplemented"
