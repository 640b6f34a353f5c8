"""The properties that a document shows when no view says so."""

from __future__ import annotations

from collections.abc import Sequence

from msolemu.formatting.display import display_text, formatted
from msolemu.formatting.table import Alignment
from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.values.members import default_display_set, properties_of
from msolemu.runtime.values.objects import Value
from msolemu.runtime.values.property_arguments import PropertyArgument
from msolemu.runtime.values.property_expressions import PropertyExpression, PropertyResult, ScriptCall
from msolemu.runtime.values.property_views import PropertyView

ERROR_MARK = "#ERR"
FORMAT_ERROR_MARK = "#FMTERR"


@dataclass(frozen=True, slots=True)
class ActiveProperty:
    """One property to show, with what the user asked for it."""

    expression: PropertyExpression
    name: str
    argument: PropertyArgument | None = None

    @property
    def label(self) -> str:
        """Its heading."""
        label = self.argument.entry("label") if self.argument else None
        return self.name if label is None else str(label)

    @property
    def width(self) -> int:
        """The width that was asked for, or 0."""
        return int(self.argument.entry("width") or 0) if self.argument else 0

    @property
    def alignment(self) -> Alignment | None:
        """The alignment that was asked for."""
        found = self.argument.entry("alignment") if self.argument else None
        return found if isinstance(found, Alignment) else None

    @property
    def directive(self) -> str | None:
        """The format string that was asked for."""
        found = self.argument.entry("formatString") if self.argument else None
        return None if found is None else str(found)


def requested(
    arguments: Sequence[PropertyArgument], target: Value, *, keep_unknown: bool = False
) -> list[ActiveProperty]:
    """The properties that `-Property` means for this object; a table keeps a name it lacks, as an empty column."""
    found: list[ActiveProperty] = []
    for argument in arguments:
        expression = argument.expression
        if expression.script is not None:
            found.append(ActiveProperty(expression, expression.text, argument))
            continue
        names = expression.names(target)
        found.extend(ActiveProperty(PropertyExpression(name, exact=True), name, argument) for name in names)
        if not names and keep_unknown and expression.pattern is None:
            found.append(ActiveProperty(expression, expression.text, argument))
    return found


def default_properties(target: Value) -> list[ActiveProperty]:
    """The properties that the type itself names for display."""
    return [ActiveProperty(PropertyExpression(name), name) for name in default_display_set(target)]


def all_properties(target: Value) -> list[ActiveProperty]:
    """All properties of the object: what was added to it, what .NET's type has, then what was added to the type."""
    views = sorted(properties_of(target), key=_order)
    return [ActiveProperty(PropertyExpression(view.name, exact=True), view.name) for view in views]


def _order(view: PropertyView) -> int:
    if view.is_instance:
        return 0
    return 1 if view.kind == "Property" else 2


class PropertyReader:
    """Reads properties of objects as cells."""

    def __init__(self, call: ScriptCall, limit: int, *, display_error: bool = False) -> None:
        self.call = call
        self.limit = limit
        self.display_error = display_error
        self.failed: list[PropertyResult] = []

    def value(self, active: ActiveProperty, target: Value) -> Value:
        """The value, or null where there is none."""
        found = active.expression.first(target, self.call)
        return None if found is None else found.value

    def text(self, active: ActiveProperty, target: Value, *, in_table: bool = False) -> str:
        """The text of the cell: empty where the object lacks the property or its value cannot be had."""
        found = active.expression.first(target, self.call)
        if found is None:
            return ""
        if found.error is not None:
            self.failed.append(found)
            return ERROR_MARK if self.display_error else ""
        directive = active.directive
        if directive is None:
            return display_text(found.value, self.limit, in_table=in_table)
        text = formatted(found.value, directive)
        if text is not None:
            return text
        return FORMAT_ERROR_MARK if self.display_error else display_text(found.value, self.limit)
