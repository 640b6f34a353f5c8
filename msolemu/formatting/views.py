"""Views are data: which properties of a type are shown, under which labels, how wide.

    MSOL_USER = TableView("Microsoft.Online.Administration.User",
        columns=(Column("UserPrincipalName"), Column("DisplayName"), Column("isLicensed", of="IsLicensed")))

A type may have a view of each kind; the first one is shown when nobody asks for a kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msolemu.formatting.custom import Frame
from msolemu.formatting.table import Alignment
from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.values.objects import Value

Source = str | Callable[[Value], Value]
"""A property's name, or what computes the value."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: width 0 leaves the choice to the screen; without `of` the label is the property."""

    label: str
    of: Source | None = None
    width: int = 0
    alignment: Alignment | None = None

    @property
    def source(self) -> Source:
        """Where the value comes from."""
        return self.label if self.of is None else self.of


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list under a label of its own."""

    label: str
    of: Source


@dataclass(frozen=True, slots=True)
class GroupBy:
    """A new group starts when this value changes; the heading is `   Label: value` unless `heading` says otherwise."""

    of: Source
    label: str
    heading: Callable[[Value], str] | None = None


@dataclass(frozen=True, slots=True)
class TableView:
    """A type as a table."""

    type_name: str | tuple[str, ...]
    columns: tuple[Column, ...]
    group_by: GroupBy | None = None
    autosize: bool = False
    wrap: bool = False
    hide_header: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class ListView:
    """A type as a list: properties by name, or items with a label; which ones, the object may decide."""

    type_name: str | tuple[str, ...]
    items: Sequence[str | Item] | Callable[[Value], Sequence[str | Item]]
    group_by: GroupBy | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class WideView:
    """A type as one text an object."""

    type_name: str | tuple[str, ...]
    of: Source
    columns: int = 0
    group_by: GroupBy | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class CustomView:
    """A type as free text. Out of band, it stands anywhere without closing the table around it."""

    type_name: str | tuple[str, ...]
    text: Callable[[Value], str | Frame]
    out_of_band: bool = False
    group_by: GroupBy | None = None
    name: str = ""


View = TableView | ListView | WideView | CustomView
Kind = type[TableView] | type[ListView] | type[WideView] | type[CustomView]
ViewSource = Callable[[str], Sequence[View]]
"""The views of a type name, in the order of preference; empty when there are none."""

_DESERIALIZED = "deserialized."


def types_of(view: View) -> tuple[str, ...]:
    """The names of the types that a view is for."""
    return (view.type_name,) if isinstance(view.type_name, str) else view.type_name


def by_type(views: Iterable[View]) -> dict[str, list[View]]:
    """Views by lower-case type name."""
    found: dict[str, list[View]] = {}
    for view in views:
        for name in types_of(view):
            found.setdefault(name.lower(), []).append(view)
    return found


class ViewCatalogue:
    """Finds the view of an object; asks its sources in order, and each type name only once."""

    def __init__(self, sources: Sequence[ViewSource]) -> None:
        self._sources = sources
        self._known: dict[str, tuple[View, ...]] = {}
        self._first: dict[str, dict[str, list[View]]] = {}
        self._last: dict[str, dict[str, list[View]]] = {}

    def add(self, file: str, views: Iterable[View], *, first: bool = False) -> None:
        """Take the views of a file, before all others or after them; those that the file had before are gone."""
        self.remove(file)
        if first:
            self._first = {file: by_type(views), **self._first}
        else:
            self._last[file] = by_type(views)

    def remove(self, file: str) -> None:
        """Forget the views of a file."""
        for files in (self._first, self._last):
            files.pop(file, None)
        self._known.clear()

    def find(self, names: Sequence[str], kind: Kind | None = None) -> View | None:
        """The view of the nearest type name, of this kind if one is given."""
        for name in names:
            for view in self._views(name):
                if kind is None or isinstance(view, kind):
                    return view
        stripped = [name[len(_DESERIALIZED) :] for name in names if name.lower().startswith(_DESERIALIZED)]
        return self.find(stripped, kind) if stripped else None

    def named(self, view_name: str, names: Sequence[str], kind: Kind | None) -> View | None:
        """The view of this name, for one of the type names."""
        for name in names:
            for view in self._views(name):
                if view.name.lower() == view_name.lower() and (kind is None or isinstance(view, kind)):
                    return view
        return None

    def applies(self, view: View, names: Sequence[str]) -> bool:
        """Whether an object of these type names can be shown by the view."""
        types = {name.lower() for name in types_of(view)}
        return any(name.lower().removeprefix(_DESERIALIZED) in types or name.lower() in types for name in names)

    def _views(self, name: str) -> tuple[View, ...]:
        key = name.lower()
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = (
                *_of_files(self._first, key),
                *(view for source in self._sources for view in source(name)),
                *_of_files(self._last, key),
            )
        return found


def _of_files(files: dict[str, dict[str, list[View]]], key: str) -> Iterable[View]:
    return (view for views in files.values() for view in views.get(key, ()))
