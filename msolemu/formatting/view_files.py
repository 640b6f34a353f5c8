"""Files of views, `*.format.ps1xml`, which modules bring along and Update-FormatData reads.

All four controls are read, with entries for single types, conditions, groups, selection sets and named controls. Of a
frame the left indentation counts; that its first line stands elsewhere, or that its right side does, is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msolemu.formatting.custom import Frame, custom_lines
from msolemu.formatting.table import Alignment
from msolemu.formatting.view_controls import Controls, CustomControls, Draw
from msolemu.formatting.view_expressions import SHOWN, Compile, Expressions, Reader, chosen, holds, read_from
from msolemu.formatting.views import Column, CustomView, GroupBy, Item, ListView, Source, TableView, View, WideView
from msolemu.foundation.xml_nodes import XmlNode, read_xml
from msolemu.runtime.values.objects import Value

_CONTROLS = ("TableControl", "ListControl", "WideControl", "CustomControl")


def read_views(content: bytes, compile_block: Compile) -> list[View]:
    """The views of a file, in its order; raises XmlFileError."""
    return _ViewFile(read_xml(content, "Configuration"), compile_block).views()


class _ViewFile:
    """One file while it is read."""

    def __init__(self, root: XmlNode, compile_block: Compile) -> None:
        self.root = root.allows("ViewDefinitions", "SelectionSets", "Controls", "DefaultSettings")
        sets = {
            one.demanded("Name").text.lower(): tuple(name.text for name in one.inside("Types", "TypeName"))
            for one in root.inside("SelectionSets", "SelectionSet")
        }
        self.expressions = Expressions(compile_block, sets)
        self.custom = CustomControls(self.expressions)
        self.controls = self.custom.named(root, {})

    def views(self) -> list[View]:
        """All of them."""
        return [self.view(node) for node in self.root.inside("ViewDefinitions", "View")]

    def view(self, node: XmlNode) -> View:
        """One view."""
        node.allows("Name", "OutOfBand", "ViewSelectedBy", "Controls", "GroupBy", *_CONTROLS)
        name = node.demanded("Name").text
        types = self.expressions.types(node.demanded("ViewSelectedBy"))
        controls = self.custom.named(node, self.controls)
        group = self.group(node.child("GroupBy"), controls)
        control = next(node.children(*_CONTROLS), None)
        if control is None:
            raise node.error("The view cannot be loaded.")
        if node.says("OutOfBand"):
            return self.out_of_band(node, control, controls, name, types)
        match control.tag:
            case "TableControl":
                return self.table(control, name, types, group)
            case "ListControl":
                return ListView(types, self.list_items(control), group, name)
            case "WideControl":
                return self.wide(control, name, types, group)
            case _:
                return CustomView(types, _outermost(self.custom.read(control, controls)), group_by=group, name=name)

    def out_of_band(
        self, node: XmlNode, control: XmlNode, controls: Controls, name: str, types: tuple[str, ...]
    ) -> View:
        """A view that stands anywhere without closing the table around it."""
        if node.child("GroupBy") is not None:
            raise node.error("An Out Of Band view cannot have GroupBy.")
        if control.tag != "CustomControl":
            raise control.error("Out Of Band views can only have CustomControl or ListControl.")
        return CustomView(types, _outermost(self.custom.read(control, controls)), out_of_band=True, name=name)

    def table(self, control: XmlNode, name: str, types: tuple[str, ...], group: GroupBy | None) -> TableView:
        """Columns from the headers, their values from the entry that suits an object."""
        control.allows("AutoSize", "HideTableHeaders", "TableHeaders", "TableRowEntries")
        rows = self.expressions.entries(control, ("TableRowEntries", "TableRowEntry"), self.row)
        items = next(one.part for one in rows if one.is_default)
        headers = list(control.inside("TableHeaders", "TableColumnHeader"))
        if headers and len(headers) != len(items):
            raise control.error(
                f"The header item count = {len(headers)} does not match default row item count = {len(items)}."
            )
        choose = chosen(rows)
        columns = [
            _column(item, headers[place] if headers else None, item.of if len(rows) == 1 else _cell(choose, place))
            for place, item in enumerate(items)
        ]
        return TableView(
            types,
            tuple(columns),
            group,
            autosize=control.says("AutoSize"),
            wrap=any(node.says("Wrap") for node in control.inside("TableRowEntries", "TableRowEntry")),
            hide_header=control.says("HideTableHeaders"),
            name=name,
        )

    def row(self, node: XmlNode) -> list[Column]:
        """The cells of a row, under the labels that they have without a header."""
        node.allows("EntrySelectedBy", "Wrap", "TableColumnItems")
        cells: list[Column] = []
        for item in node.inside("TableColumnItems", "TableColumnItem"):
            source = self.expressions.source(item.allows("Alignment", *SHOWN))
            label = item.text_of("PropertyName") or item.text_of("ScriptBlock")
            cells.append(Column(label, source, alignment=_alignment(item)))
        return cells

    def list_items(self, control: XmlNode) -> Callable[[Value], Sequence[str | Item]]:
        """The lines of an object, those left out whose condition does not hold."""
        control.allows("ListEntries")
        choose = chosen(self.expressions.entries(control, ("ListEntries", "ListEntry"), self.lines))

        def lines(value: Value) -> list[str | Item]:
            return [line for line, conditions in choose(value) if all(holds(one, value) for one in conditions)]

        return lines

    def lines(self, node: XmlNode) -> list[tuple[str | Item, tuple[Reader, ...]]]:
        """The lines of an entry, each with its conditions."""
        node.allows("EntrySelectedBy", "ListItems")
        found: list[tuple[str | Item, tuple[Reader, ...]]] = []
        for item in node.inside("ListItems", "ListItem"):
            source = self.expressions.source(item.allows("Label", "ItemSelectionCondition", *SHOWN))
            label = item.text_of("Label") or item.text_of("PropertyName") or item.text_of("ScriptBlock")
            line = source if isinstance(source, str) and label == source else Item(label, source)
            found.append((line, self.expressions.conditions(item)))
        if not found:
            raise node.error("At least one list view item must be specified.")
        return found

    def wide(self, control: XmlNode, name: str, types: tuple[str, ...], group: GroupBy | None) -> WideView:
        """One text an object."""
        control.allows("AutoSize", "ColumnNumber", "WideEntries")
        entries = self.expressions.entries(control, ("WideEntries", "WideEntry"), self.wide_item)
        choose = chosen(entries)
        source = entries[0].part if len(entries) == 1 else lambda value: read_from(choose(value), value)
        return WideView(types, source, control.number_of("ColumnNumber"), group, name)

    def wide_item(self, node: XmlNode) -> Source:
        """The text of an entry."""
        return self.expressions.source(node.allows("EntrySelectedBy", "WideItem").demanded("WideItem").allows(*SHOWN))

    def group(self, node: XmlNode | None, controls: Controls) -> GroupBy | None:
        """What starts a new group, with its label or with a heading of its own."""
        if node is None:
            return None
        source = self.expressions.source(node.allows("Label", "CustomControl", "CustomControlName", *SHOWN))
        control = self.custom.named_or_inner(node, controls)
        label = node.text_of("Label") or (source if isinstance(source, str) else node.text_of("ScriptBlock"))
        if control is None:
            return GroupBy(source, label)
        return GroupBy(source, label, lambda value: "\n".join(custom_lines(control(value, 0))))


def _column(item: Column, header: XmlNode | None, source: Source | None) -> Column:
    if header is None:
        return Column(item.label, source, alignment=item.alignment)
    header.allows("Label", "Width", "Alignment")
    label = header.text_of("Label") or item.label
    return Column(label, source, header.number_of("Width"), item.alignment or _alignment(header))


def _alignment(node: XmlNode) -> Alignment | None:
    word = node.text_of("Alignment")
    if not word or word.lower() == "undefined":
        return None
    found = next((one for one in Alignment if one.value.lower() == word.lower()), None)
    if found is None:
        raise node.error(f'"{word}" is not a valid alignment value.')
    return found


def _cell(choose: Callable[[Value], Sequence[Column]], place: int) -> Reader:
    def read(value: Value) -> Value:
        cells = choose(value)
        return read_from(cells[place].source, value) if place < len(cells) else None

    return read


def _outermost(draw: Draw) -> Callable[[Value], Frame]:
    return lambda value: draw(value, 0)
