"""The choice of a view, and the stream of format objects that follows from it.

For an object that nobody asked a layout for: the first view of its nearest type name, else a table when it shows up to
four properties, else a list. Once chosen, a view stays for the objects after the first, until the document ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msolemu.formatting.browser import BrowserGenerator
from msolemu.formatting.context import FormatContext, FormatOptions
from msolemu.formatting.custom import framed
from msolemu.formatting.display import elements, is_scalar
from msolemu.formatting.generators import (
    CustomViewGenerator,
    Generator,
    ListGenerator,
    TableGenerator,
    WideGenerator,
)
from msolemu.formatting.packets import (
    PACKETS,
    CustomEntry,
    FormatEnd,
    FormatEntry,
    FormatStart,
    GroupEnd,
    GroupStart,
    Packet,
    RawText,
)
from msolemu.formatting.properties import all_properties, default_properties
from msolemu.formatting.screen import Screen
from msolemu.formatting.views import CustomView, Kind, ListView, TableView, View, WideView
from msolemu.runtime.casting.conversion import culture_text
from msolemu.runtime.errors.records import ErrorCategory, runtime_error
from msolemu.runtime.types.registry import type_names
from msolemu.runtime.values.members import has_properties
from msolemu.runtime.values.objects import NOTHING, Value

_MOST_TABLE_PROPERTIES = 4


class FormatStage:
    """Objects in, format objects out: what stands behind every Format-* cmdlet and behind default formatting."""

    def __init__(self, context: FormatContext, kind: Kind | None = None, options: FormatOptions | None = None) -> None:
        self.context = context
        self.kind = kind
        self.options = options or FormatOptions()
        self.limit = context.enumeration_limit()
        self.generator: Generator | None = None
        self.in_group = False

    def process(self, value: Value) -> Iterator[Packet]:
        """The format objects of one more object; a collection shows its elements."""
        if value is None or value is NOTHING:
            return
        found = None if isinstance(value, PACKETS) else elements(value)
        if found is None or self.options.core_only:
            yield from self._object(value)
            return
        members = list(found)
        if self.options.also_core:
            yield from self._collection_itself(value, len(members))
        for member in members:
            yield from self._object("" if member is None else member)

    def end(self) -> Iterator[Packet]:
        """Closes what is open."""
        if self.in_group:
            yield GroupEnd()
        if self.generator is not None:
            yield FormatEnd()
        self.generator = None
        self.in_group = False

    def _object(self, value: Value) -> Iterator[Packet]:
        if isinstance(value, PACKETS):
            yield value
            return
        aside = None if self.options.force else self._out_of_band(value, as_list=False)
        if aside is not None:
            yield aside
            return
        generator = self.generator
        if generator is None:
            generator = self.generator = choose(self.context, self.kind, self.options, value, self.limit)
            yield FormatStart(generator.shape(value), generator.autosize)
        if not self.options.force and not generator.applies(value):
            aside = self._out_of_band(value, as_list=True)
            if aside is not None:
                yield aside
                return
        yield from self._payload(generator, value)

    def _payload(self, generator: Generator, value: Value) -> Iterator[Packet]:
        another = generator.starts_group(value)
        if not self.in_group:
            yield GroupStart(generator.heading(value))
            self.in_group = True
        elif another:
            yield GroupEnd()
            yield GroupStart(generator.heading(value))
        yield FormatEntry(generator.entry(value))
        yield from self._failures(generator)

    def _failures(self, generator: Generator) -> Iterator[Packet]:
        failed, generator.reader.failed = generator.reader.failed, []
        if not self.options.show_error:
            return
        for result in failed:
            text = f'Failed to evaluate expression "{result.name}".'
            error = runtime_error("PSPropertyExpressionError", text, ErrorCategory.INVALID_ARGUMENT)
            aside = self._out_of_band(error.record, as_list=True)
            if aside is not None:
                yield aside

    def _out_of_band(self, value: Value, *, as_list: bool) -> FormatEntry | None:
        """The entry of a value that no document is for: plain text, or what its type's own view says."""
        if is_scalar(value):
            return FormatEntry(RawText(culture_text(value)), out_of_band=True)
        view = self.context.views.find(type_names(value), CustomView)
        if isinstance(view, CustomView) and view.out_of_band:
            return FormatEntry(CustomEntry(framed(view.text(value))), out_of_band=True)
        if not has_properties(value):
            return FormatEntry(RawText(culture_text(value)), out_of_band=True)
        if not as_list:
            return None
        return FormatEntry(
            ListGenerator(self.context, FormatOptions(), None, self.limit).entry(value), out_of_band=True
        )

    def _collection_itself(self, value: Value, count: int) -> Iterator[Packet]:
        yield FormatEntry(RawText("The following object supports IEnumerable:\n"), out_of_band=True)
        aside = self._out_of_band(value, as_list=True)
        if aside is not None:
            yield aside
        match count:
            case 0:
                text = "The IEnumerable contains no objects."
            case 1:
                text = "The IEnumerable contains the following object:\n"
            case _:
                text = f"The IEnumerable contains the following {count} objects:\n"
        yield FormatEntry(RawText(text), out_of_band=True)


def choose(context: FormatContext, kind: Kind | None, options: FormatOptions, value: Value, limit: int) -> Generator:
    """The generator for a document that starts with this object."""
    if kind is not None and options.properties:
        return _plain_generator(context, kind, options, limit)
    if options.view_name:
        return _view_generator(context, options, _named_view(context, kind, options.view_name, value), limit)
    view = context.views.find(type_names(value), kind)
    if view is not None:
        return _view_generator(context, options, view, limit)
    if kind is None:
        shown = len(default_properties(value) or all_properties(value))
        kind = TableView if shown <= _MOST_TABLE_PROPERTIES else ListView
    return _plain_generator(context, kind, options, limit)


def _named_view(context: FormatContext, kind: Kind | None, name: str, value: Value) -> View:
    view = context.views.named(name, type_names(value), kind)
    if view is None:
        kind_name = "" if kind is None else kind.__name__.removesuffix("View")
        text = (
            f"View name {name} cannot be found. {kind_name} views are not available for objects {type_names(value)[0]}."
        )
        raise runtime_error(
            "FormatViewNotFound",
            text,
            ErrorCategory.OBJECT_NOT_FOUND,
            "System.Management.Automation.PipelineStoppedException",
            target=name,
        )
    return view


def _view_generator(context: FormatContext, options: FormatOptions, view: View, limit: int) -> Generator:
    match view:
        case TableView():
            return TableGenerator(context, options, view, limit)
        case ListView():
            return ListGenerator(context, options, view, limit)
        case WideView():
            return WideGenerator(context, options, view, limit)
        case CustomView():
            return CustomViewGenerator(context, options, view, limit)


def _plain_generator(context: FormatContext, kind: Kind, options: FormatOptions, limit: int) -> Generator:
    if kind is TableView:
        return TableGenerator(context, options, None, limit)
    if kind is ListView:
        return ListGenerator(context, options, None, limit)
    if kind is WideView:
        return WideGenerator(context, options, None, limit)
    return BrowserGenerator(context, options, None, limit)


class Formatter:
    """What comes to the end of a pipeline, drawn: format objects as they are, everything else by default formatting.

    One formatter serves all statements of a script, because PowerShell sends them to one `Out-Default`: a table goes on
    over the objects of later statements until something else ends it. On a console one column stays free: `width` is
    its width less one. Where lines are unbounded (`Out-String`), `table_width` still bounds tables. `height` is
    the console's rows, 0 where there is none.
    """

    def __init__(
        self,
        context: FormatContext,
        width: int,
        write_line: Callable[[str], object],
        now: Callable[[], float] | None = None,
        table_width: int | None = None,
        height: int = 0,
    ) -> None:
        self.context = context

        def shown(line: str) -> object:
            return write_line(context.shown(line))

        raw = shown if context.on_host else write_line
        self.screen = Screen(width, shown, now, table_width, raw, context.accent, height)
        self.default: FormatStage | None = None
        self.in_document = False
        self.in_group = False

    def add(self, value: Value) -> None:
        """Takes one object of the output."""
        if isinstance(value, PACKETS):
            self._packet(value)
        elif value is not None and value is not NOTHING:
            if self.default is None:
                self.default = FormatStage(self.context)
            for packet in self.default.process(value):
                self._packet(packet)

    def finish(self) -> None:
        """Draws what waits and closes what default formatting has opened."""
        stage, self.default = self.default, None
        if stage is not None:
            for packet in stage.end():
                self._packet(packet)
        self.screen.drain()

    def _packet(self, packet: Packet) -> None:
        match packet:
            case FormatEntry(out_of_band=True):
                pass
            case FormatStart():
                # A new document ends the one that default formatting has open.
                if self.in_group:
                    self.finish()
                self._expect(not self.in_document, packet)
                self.in_document = True
            case FormatEnd():
                self._expect(self.in_document and not self.in_group, packet)
                self.in_document = False
            case GroupStart():
                self._expect(self.in_document and not self.in_group, packet)
                self.in_group = True
            case GroupEnd():
                self._expect(self.in_group, packet)
                self.in_group = False
            case _:
                self._expect(self.in_group, packet)
        self.screen.add(packet)

    @staticmethod
    def _expect(in_order: bool, packet: Packet) -> None:
        if in_order:
            return
        text = (
            f'The object of type "{type_names(packet)[0]}" is not valid or not in the correct sequence. '
            'This is likely caused by a user-specified "format-*" command which is conflicting with the default '
            "formatting."
        )
        raise runtime_error(
            "ConsoleLineOutputOutOfSequencePacket",
            text,
            ErrorCategory.INVALID_DATA,
            "System.InvalidOperationException",
        )
