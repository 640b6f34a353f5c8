"""Which objects Select-Object lets through, and what it makes of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence

from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.casting.conversion import culture_text
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError, StatementError, runtime_error
from msolemu.runtime.state.current import find_session
from msolemu.runtime.types.registry import type_of
from msolemu.runtime.values.extended import attach
from msolemu.runtime.values.members import find_property, properties_of
from msolemu.runtime.values.objects import NOTHING, PSCustomObject, Value, enumerate_value, is_enumerable, unwrap
from msolemu.runtime.values.property_arguments import EXPRESSION_KEY, LABEL_KEY, PropertyArgument
from msolemu.runtime.values.property_expressions import PropertyExpression, PropertyResult, ScriptCall

SELECT_KEYS = (EXPRESSION_KEY, LABEL_KEY)


class Window:
    """The objects by their place in the input: `-First`, `-Last`, `-Skip`, `-SkipLast`."""

    def __init__(self, first: int | None, last: int | None, skip: int, skip_last: int) -> None:
        self.first = first or 0
        self.last = last or 0
        self.skip = skip
        self.skip_last = skip_last
        self.limited = first is not None or last is not None
        self.waiting: deque[Value] = deque()
        self.passed = 0

    @property
    def complete(self) -> bool:
        """Whether no later object can be let through."""
        return self.limited and not self.last and self.first > 0 and self.passed >= self.first

    def add(self, value: Value) -> Iterator[Value]:
        """What may go on now that this object has come."""
        self._enqueue(value)
        if self.skip:
            if not self.last or self.first:
                self.waiting.popleft()
                self.skip -= 1
        elif self.skip_last:
            if len(self.waiting) > self.skip_last:
                yield self.waiting.popleft()
        elif not self.limited or self.passed < self.first:
            self.passed += 1
            yield self.waiting.popleft()
        elif not self.last:
            self.waiting.popleft()

    def rest(self) -> Iterator[Value]:
        """What may go on now that the input has ended."""
        if self.skip_last:
            return
        keep = 0 if self.first else self.skip
        while len(self.waiting) > keep:
            yield self.waiting.popleft()

    def _enqueue(self, value: Value) -> None:
        if self.last and len(self.waiting) >= (self.last if self.first else self.last + self.skip):
            self.waiting.popleft()
        self.waiting.append(value)


@dataclass(slots=True)
class Projection:
    """The properties of the new objects: `-Property`, `-ExcludeProperty`, `-ExpandProperty`."""

    arguments: Sequence[PropertyArgument]
    excluded: Sequence[PropertyExpression]
    expanded: PropertyExpression | None
    call: ScriptCall
    report: Callable[[StatementError], None]

    def apply(self, value: Value) -> Iterator[Value]:
        """The object itself when nothing is asked for, else what is made of it."""
        if not self.arguments and self.expanded is None:
            yield value
            return
        chosen = [pair for argument in self.arguments for pair in self._chosen(argument, value)]
        if self.expanded is None:
            yield self._selected(value, chosen)
        else:
            yield from self._expanded(self.expanded, value, chosen)

    def _chosen(self, argument: PropertyArgument, value: Value) -> Iterable[tuple[str, Value]]:
        expression = argument.expression
        results = expression.results(value, self.call)
        label = argument.entry("label")
        if not label and expression.text == "" and expression.script is not None:
            raise _error(
                "EmptyScriptBlockAndNoName",
                "A property is an empty script block and does not provide a name. (Parameter 'Property')",
                None,
                ErrorCategory.INVALID_ARGUMENT,
            )
        if not results and expression.pattern is None:
            results = [PropertyResult(expression.text)]
        for failed in (one.error for one in results if one.error is not None):
            remember(failed)
        if label and len(results) > 1:
            self.report(_error("RenamingMultipleResults", "Cannot rename multiple results.", value))
            return ()
        kept = results if not self.excluded else [one for one in results if not self._is_excluded(one.name)]
        return [(str(label) if label else one.name, one.value) for one in kept]

    def _is_excluded(self, name: str) -> bool:
        return any(excluded.means(name) for excluded in self.excluded)

    def _selected(self, source: Value, chosen: Iterable[tuple[str, Value]]) -> PSCustomObject:
        result = PSCustomObject((), (f"Selected.{type_of(unwrap(source)).full_name}",))
        properties = result.properties
        for name, value in chosen:
            folded = name.lower()
            if folded in properties:
                text = f'The property cannot be processed because the property "{name}" already exists.'
                self.report(_error("AlreadyExistingUserSpecifiedPropertyNoExpand", text, source))
            else:
                properties[folded] = [name, value]
        return result

    def _expanded(
        self, expression: PropertyExpression, source: Value, chosen: list[tuple[str, Value]]
    ) -> Iterator[Value]:
        results = expression.results(source, self.call)
        if len(results) != 1:
            self.report(_expansion_error(expression.text, source, found=bool(results)))
            return
        value = results[0].value
        if results[0].error is not None:
            self.report(_error("PropertyEvaluationExpand", str(results[0].error), source))
        elif is_enumerable(value):
            for element in enumerate_value(value):
                if element is not None and element is not NOTHING:
                    yield self._with_notes(element, source, chosen)
        elif value is not None and value is not NOTHING:
            yield self._with_notes(value, source, chosen)

    def _with_notes(self, value: Value, source: Value, chosen: list[tuple[str, Value]]) -> Value:
        if not chosen:
            return value
        for name, note in chosen:
            if find_property(value, name) is not None:
                text = f'The property cannot be processed because the property "{name}" already exists.'
                self.report(_error("AlreadyExistingUserSpecifiedPropertyExpand", text, source))
            else:
                value = attach(value, name, note)
        return value


class Uniques:
    """Objects that were let through once: `-Unique`."""

    def __init__(self, *, ignore_case: bool) -> None:
        self.ignore_case = ignore_case
        self.seen: dict[object, Value] = {}

    def add(self, value: Value) -> None:
        """Keeps the object when none like it came before."""
        self.seen.setdefault(self._key(value), value)

    def values(self) -> Iterable[Value]:
        """The kept ones, in the order they came."""
        return self.seen.values()

    def _key(self, value: Value) -> object:
        if isinstance(value, PSCustomObject):
            return tuple((view.name.lower(), self._text(view.value())) for view in properties_of(value))
        return self._text(value)

    def _text(self, value: Value) -> str:
        text = culture_text(value)
        return text.lower() if self.ignore_case else text


def exclusions(names: Sequence[str] | None) -> list[PropertyExpression]:
    """The patterns of `-ExcludeProperty`."""
    return [PropertyExpression(name) for name in names or ()]


def remember(error: PowerShellError) -> None:
    """Keep the error of a calculated property in `$Error`; nobody is told."""
    session = find_session()
    if session is not None:
        session.remember_error(error.record)


def _expansion_error(name: str, source: Value, *, found: bool) -> StatementError:
    if found:
        text = f'Multiple properties cannot be expanded: "{name}".'
        return _error("MutlipleExpandProperties", text, source, ErrorCategory.INVALID_ARGUMENT)
    text = f'Property "{name}" cannot be found.'
    return _error("ExpandPropertyNotFound", text, source, ErrorCategory.INVALID_ARGUMENT)


def _error(
    error_id: str, text: str, target: Value, category: ErrorCategory = ErrorCategory.INVALID_OPERATION
) -> StatementError:
    return runtime_error(error_id, text, category, "System.Management.Automation.PSArgumentException", target=target)
