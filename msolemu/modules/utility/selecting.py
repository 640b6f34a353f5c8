"""Select-Object."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Parameter, Switch
from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.utility.parameters import NON_NEGATIVE, InputObject, Properties, UtilityCall, read_properties
from msolemu.modules.utility.selection import SELECT_KEYS, Projection, Uniques, Window, exclusions
from msolemu.runtime.values.objects import NOTHING, Value
from msolemu.runtime.values.property_expressions import PropertyExpression

Unique = Annotated[Switch, Parameter("Only one of equal objects.")]
CaseInsensitive = Annotated[Switch, Parameter("With -Unique: upper and lower case are the same.")]
ExcludeProperty = Annotated[list[str] | None, Parameter("Properties to leave out; wildcards count.")]
ExpandProperty = Annotated[str | None, Parameter("A property whose value, or whose elements, take the object's place.")]
Wait = Annotated[Switch, Parameter("Lets the commands before it finish although enough objects have come.")]
Skip = Annotated[int, Parameter("How many objects to leave out at the start.", validate=(NON_NEGATIVE,))]
INDEXES = (NON_NEGATIVE,)

select_object = Cmdlet(
    "Select-Object",
    "Selects objects, or properties of objects.",
    aliases=("select",),
    examples={
        "Get-Verb | Select-Object -First 3": "Lets the first three objects through.",
        "Get-Date | Select-Object Year, @{ Name = 'Half'; Expression = { if ($_.Month -le 6) { 1 } else { 2 } } }": (
            "Makes an object with a property of the date and one that is calculated."
        ),
        "'b', 'a', 'b' | Select-Object -Unique": "Leaves out what came before.",
    },
)


@dataclass(kw_only=True)
class Selecting:
    """What all ways of selecting have in common: unique objects wait for the end."""

    call: UtilityCall
    unique: Unique = False
    case_insensitive: CaseInsensitive = False
    uniques: Uniques = field(init=False)

    def begin(self) -> None:
        """Start without any object."""
        self.uniques = Uniques(ignore_case=self.case_insensitive)

    def passed(self, values: Iterable[Value]) -> Iterator[Value]:
        """What goes on at once: all, unless only unique objects are wanted."""
        if not self.unique:
            yield from values
            return
        for value in values:
            self.uniques.add(value)

    def kept(self) -> Iterator[Value]:
        """The unique objects."""
        if self.unique:
            yield from self.uniques.values()


@dataclass(kw_only=True)
class Projecting(Selecting):
    """Selecting properties of the objects that a window lets through."""

    property: Properties = None
    exclude_property: ExcludeProperty = None
    expand_property: ExpandProperty = None
    unique: Unique = False
    case_insensitive: CaseInsensitive = False
    window: Window = field(init=False)
    waits: bool = field(init=False, default=True)
    projection: Projection = field(init=False)

    def make_window(self) -> Window:
        """Which objects go on."""
        raise NotImplementedError

    def begin(self) -> None:
        """Read what is asked for."""
        super().begin()
        wanted = self.property
        if wanted is None and self.exclude_property is not None:
            wanted = ["*"]
        self.window = self.make_window()
        self.projection = Projection(
            read_properties(self.call, wanted, SELECT_KEYS),
            exclusions(self.exclude_property),
            PropertyExpression(self.expand_property) if self.expand_property else None,
            self.call.call_with,
            self.call.write_error,
        )

    def process(self, input_object: InputObject = NOTHING) -> Iterator[Value]:
        """Take one object."""
        if input_object is None or input_object is NOTHING:
            return
        for value in self.window.add(input_object):
            yield from self.passed(self.projection.apply(value))
        if self.window.complete and not self.waits:
            yield from self.kept()
            self.uniques = Uniques(ignore_case=self.case_insensitive)
            self.call.stop_upstream()

    def end(self) -> Iterator[Value]:
        """Let through what waited."""
        for value in self.window.rest():
            yield from self.passed(self.projection.apply(value))
        yield from self.kept()


@select_object.parameter_set("DefaultParameter", default=True)
@dataclass(kw_only=True)
class ByPlace(Projecting):
    """Lets objects through by their place in the input, and makes new objects of the properties that are named.

    The new objects have the type name Selected.*. With -First the commands before it stop as soon as enough has come.
    """

    last: Annotated[int | None, Parameter("Only so many at the end.", validate=(NON_NEGATIVE,))] = None
    first: Annotated[int | None, Parameter("Only so many at the start.", validate=(NON_NEGATIVE,))] = None
    skip: Skip = 0
    wait: Wait = False

    def make_window(self) -> Window:
        """The window of -First, -Last and -Skip."""
        self.waits = self.wait
        return Window(self.first, self.last, self.skip, 0)


@select_object.parameter_set("SkipLastParameter")
@dataclass(kw_only=True)
class WithoutLast(Projecting):
    """Leaves out the last objects."""

    skip: Skip = 0
    skip_last: Annotated[int, Parameter("How many objects to leave out at the end.", validate=(NON_NEGATIVE,))] = 0

    def make_window(self) -> Window:
        """The window of -Skip and -SkipLast."""
        return Window(None, None, self.skip, self.skip_last)


@select_object.parameter_set("IndexParameter")
@dataclass(kw_only=True)
class ByIndex(Selecting):
    """Lets the objects through that stand at these places, the first at 0."""

    wait: Wait = False
    index: Annotated[list[int] | None, Parameter("Places of the objects wanted.", validate=INDEXES)] = None
    place: int = field(init=False, default=-1)

    def process(self, input_object: InputObject = NOTHING) -> Iterator[Value]:
        """Take one object."""
        if input_object is None or input_object is NOTHING:
            return
        self.place += 1
        wanted = self.index or []
        if self.place in wanted:
            yield from self.passed((input_object,))
        if wanted and not self.wait and self.place >= max(wanted):
            yield from self.kept()
            self.unique = False
            self.call.stop_upstream()

    def end(self) -> Iterator[Value]:
        """Let the unique objects through."""
        yield from self.kept()


@select_object.parameter_set("SkipIndexParameter")
@dataclass(kw_only=True)
class WithoutIndex(Selecting):
    """Leaves out the objects that stand at these places, the first at 0."""

    skip_index: Annotated[list[int] | None, Parameter("Places of the objects to leave out.", validate=INDEXES)] = None
    place: int = field(init=False, default=-1)

    def process(self, input_object: InputObject = NOTHING) -> Iterator[Value]:
        """Take one object."""
        if input_object is None or input_object is NOTHING:
            return
        self.place += 1
        if self.place not in (self.skip_index or []):
            yield from self.passed((input_object,))

    def end(self) -> Iterator[Value]:
        """Let the unique objects through."""
        yield from self.kept()
