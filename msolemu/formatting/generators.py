"""Objects to entries: one generator a document, by a view or by the properties of the first object."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msolemu.formatting.context import FormatContext, FormatOptions
from msolemu.formatting.custom import Frame, framed, text_frame
from msolemu.formatting.display import display_name_property, display_text, formatted, is_scalar, is_text
from msolemu.formatting.packets import (
    CustomEntry,
    CustomShape,
    EntryBody,
    ListEntry,
    ListShape,
    Shape,
    TableColumn,
    TableRow,
    TableShape,
    WideEntry,
    WideShape,
)
from msolemu.formatting.properties import ActiveProperty, PropertyReader, all_properties, default_properties, requested
from msolemu.formatting.table import Alignment
from msolemu.formatting.views import CustomView, Item, ListView, Source, TableView, View, WideView
from msolemu.runtime.errors.records import PowerShellError
from msolemu.runtime.operations.comparison import try_compare
from msolemu.runtime.types.registry import type_names
from msolemu.runtime.values.members import find_property
from msolemu.runtime.values.objects import NOTHING, Value
from msolemu.runtime.values.property_expressions import PropertyExpression, PropertyResult

_MOST_COLUMNS = 10


class Generator:
    """Makes the entries of one document."""

    def __init__(self, context: FormatContext, options: FormatOptions, view: View | None, limit: int) -> None:
        self.context = context
        self.options = options
        self.view = view
        self.limit = limit
        self.reader = PropertyReader(context.call, limit, display_error=options.display_error)
        self.grouping = _grouping(context, options, view)

    @property
    def autosize(self) -> bool:
        """Whether widths wait for the whole group."""
        if self.options.autosize is not None:
            return self.options.autosize
        return isinstance(self.view, TableView) and self.view.autosize

    def shape(self, first: Value) -> Shape:
        """How the document is laid out, as its first object decides."""
        raise NotImplementedError

    def entry(self, target: Value) -> EntryBody:
        """The entry of one object."""
        raise NotImplementedError

    def applies(self, target: Value) -> bool:
        """Whether the object belongs into the document; one without a view takes everything."""
        return self.view is None or self.context.views.applies(self.view, type_names(target))

    def starts_group(self, target: Value) -> bool:
        """Notes the object's group and says whether it is another one than before."""
        return self.grouping is not None and self.grouping.update(target, self.context)

    def heading(self, target: Value) -> Frame | None:
        """The heading of the group that starts with the object."""
        return self.grouping.heading(target, self.limit) if self.grouping else None

    def source_text(self, source: Source, target: Value, *, in_table: bool = False) -> tuple[str, str | None]:
        """The text of a view's cell and the name of the property it came from, if there is such a property."""
        if not isinstance(source, str):
            try:
                return display_text(source(target), self.limit), None
            except PowerShellError:
                return "", None
        found = find_property(target, source)
        if found is None:
            return "", None
        try:
            return display_text(found.value(), self.limit), found.name
        except PowerShellError:
            return "", found.name


class TableGenerator(Generator):
    """Rows and columns."""

    def __init__(self, context: FormatContext, options: FormatOptions, view: TableView | None, limit: int) -> None:
        super().__init__(context, options, view, limit)
        self.table = view
        self.active: list[ActiveProperty] = []

    def shape(self, first: Value) -> Shape:
        """Columns by the view, or by the properties of the first object."""
        hide = self.options.hide_header
        if self.table is not None:
            columns = [
                TableColumn(one.label, one.width, one.alignment, find_property(first, one.label) is not None)
                for one in self.table.columns
            ]
            return TableShape(columns, self.table.hide_header if hide is None else hide, self.options.repeat_header)
        self.active = self._active(first)
        columns = [self._column(active, first) for active in self.active]
        return TableShape(columns, bool(hide), self.options.repeat_header)

    def entry(self, target: Value) -> EntryBody:
        """The row of one object."""
        wrap = self.options.wrap
        if self.table is None:
            return TableRow(
                [self.reader.text(active, target, in_table=True) for active in self.active], wrap=bool(wrap)
            )
        values = [self.source_text(column.source, target)[0] for column in self.table.columns]
        return TableRow(values, wrap=self.table.wrap if wrap is None else wrap)

    def _active(self, first: Value) -> list[ActiveProperty]:
        if self.options.properties:
            found = requested(self.options.properties, first, keep_unknown=True)
        else:
            found = default_properties(first) or all_properties(first)[:_MOST_COLUMNS]
        return found

    def _column(self, active: ActiveProperty, first: Value) -> TableColumn:
        alignment = active.alignment
        if alignment is None:
            value = self.reader.value(active, first)
            alignment = (
                Alignment.RIGHT if value is not None and not is_text(value) and is_scalar(value) else Alignment.LEFT
            )
        label = active.label
        return TableColumn(label, active.width, alignment, find_property(first, label) is not None)


class ListGenerator(Generator):
    """One property a line; each object shows its own properties."""

    def __init__(self, context: FormatContext, options: FormatOptions, view: ListView | None, limit: int) -> None:
        super().__init__(context, options, view, limit)
        self.list = view

    def shape(self, first: Value) -> Shape:
        """A list has no layout beyond being one."""
        return ListShape()

    def entry(self, target: Value) -> EntryBody:
        """The labels and values of one object."""
        if self.list is not None:
            items = self.list.items
            return self._by_view(items(target) if callable(items) else items, target)
        if self.options.properties:
            found = requested(self.options.properties, target)
        else:
            found = default_properties(target) or all_properties(target)
        return ListEntry([active.label for active in found], [self.reader.text(active, target) for active in found])

    def _by_view(self, items: Sequence[str | Item], target: Value) -> ListEntry:
        entry = ListEntry([], [])
        for item in items:
            source, label = (item, None) if isinstance(item, str) else (item.of, item.label)
            text, name = self.source_text(source, target)
            entry.labels.append(label or name or str(source))
            entry.values.append(text)
        return entry


class WideGenerator(Generator):
    """One text an object."""

    def __init__(self, context: FormatContext, options: FormatOptions, view: WideView | None, limit: int) -> None:
        super().__init__(context, options, view, limit)
        self.wide = view

    def shape(self, first: Value) -> Shape:
        """As many columns as asked for."""
        if self.autosize:
            return WideShape(0)
        if self.options.columns is not None:
            return WideShape(self.options.columns)
        return WideShape(self.wide.columns if self.wide else 0)

    def entry(self, target: Value) -> EntryBody:
        """The text that names the object."""
        if self.wide is not None:
            return WideEntry(self.source_text(self.wide.of, target)[0])
        active = self._active(target)
        return WideEntry(self.reader.text(active[0], target) if active else "")

    def _active(self, target: Value) -> list[ActiveProperty]:
        if self.options.properties:
            return requested(self.options.properties, target)
        name = display_name_property(target)
        if name is not None:
            return [ActiveProperty(PropertyExpression(name), name)]
        return default_properties(target) or all_properties(target)


class CustomViewGenerator(Generator):
    """The text that a type's view makes."""

    def __init__(self, context: FormatContext, options: FormatOptions, view: CustomView, limit: int) -> None:
        super().__init__(context, options, view, limit)
        self.custom = view

    def shape(self, first: Value) -> Shape:
        """Free layout."""
        return CustomShape()

    def entry(self, target: Value) -> EntryBody:
        """The text of the object."""
        return CustomEntry(framed(self.custom.text(target)))


class _Grouping:
    """Which group an object belongs to, by the value of an expression."""

    def __init__(
        self,
        of: PropertyExpression | Source,
        label: str | None,
        directive: str | None = None,
        own: Callable[[Value], str] | None = None,
    ) -> None:
        self.of = of
        self.label = label
        self.directive = directive
        self.own = own
        self.value: Value = NOTHING
        self.name = ""

    def update(self, target: Value, context: FormatContext) -> bool:
        found = self._read(target, context)
        if found is None or found.error is not None:
            return False
        before, self.value = self.value, found.value
        changed = not _same(self.value, before)
        if changed:
            self.name = found.name
        return changed

    def heading(self, target: Value, limit: int) -> Frame | None:
        if self.value is NOTHING:
            return None
        if self.own is not None:
            return text_frame(self.own(target))
        label = self.label if self.label is not None else self.name
        text = formatted(self.value, self.directive) if self.directive else None
        return text_frame(f"   {label}: {display_text(self.value, limit) if text is None else text}")

    def _read(self, target: Value, context: FormatContext) -> PropertyResult | None:
        match self.of:
            case PropertyExpression():
                return self.of.first(target, context.call)
            case str():
                return PropertyExpression(self.of).first(target, context.call)
            case _:
                return PropertyResult("", self.of(target))


def _grouping(context: FormatContext, options: FormatOptions, view: View | None) -> _Grouping | None:
    if options.group_by is not None:
        argument = options.group_by
        return _Grouping(argument.expression, argument.entry("label"), argument.entry("formatString"))
    if view is None or view.group_by is None:
        return None
    return _Grouping(view.group_by.of, view.group_by.label, own=view.group_by.heading)


def _same(first: Value, second: Value) -> bool:
    if first is NOTHING or second is NOTHING:
        return first is second or first is None or second is None
    order = try_compare(first, second, ignore_case=True)
    if order is None:
        return display_text(first, -1).lower() == display_text(second, -1).lower()
    return order == 0
