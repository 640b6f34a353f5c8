"""A dataclass of the foundation is one of the standard library's in all that is done with it here."""

from __future__ import annotations

import dataclasses
from typing import Any, ClassVar

import pytest

from msolemu.foundation import dataclass as ours
from msolemu.foundation.dataclass import is_frozen

both = pytest.mark.parametrize("library", [ours, dataclasses], ids=["ours", "standard"])


def a_place(library: Any, **options: Any) -> Any:
    """A class with a field of every kind."""

    dataclass = library.dataclass

    @dataclass(**options)
    class Place:
        """Where somebody works."""

        city: str
        country: str = "US"
        phones: list[str] = library.field(default_factory=list)
        seen: int = library.field(default=0, compare=False, repr=False)
        label: str = library.field(init=False, default="")
        tags: list[str] = library.field(init=False, default_factory=list)
        floor: int = library.field(default=1, kw_only=True)

        def __post_init__(self) -> None:
            object.__setattr__(self, "label", f"{self.city}, {self.country}")

    return Place


@both
def test_fields_are_taken_in_order_and_by_name_and_have_their_defaults(library: Any) -> None:
    place = a_place(library)("Paris", "FR", floor=2)
    assert (place.city, place.country, place.phones, place.floor, place.label) == ("Paris", "FR", [], 2, "Paris, FR")
    assert a_place(library)("Bonn").phones is not a_place(library)("Bonn").phones
    with pytest.raises(TypeError, match="city"):
        a_place(library)()


@both
def test_what_is_compared_tells_objects_apart(library: Any) -> None:
    place = a_place(library)
    assert place("Bonn") == place("Bonn", seen=3)
    assert place("Bonn") != place("Bonn", "DE")
    assert place("Bonn") != ("Bonn", "US")
    with pytest.raises(TypeError, match="unhashable"):
        hash(place("Bonn"))


@both
def test_a_frozen_one_can_be_a_key(library: Any) -> None:
    dataclass = library.dataclass

    @dataclass(frozen=True, slots=True)
    class Point:
        """A place on a map."""

        x: int
        y: int = 0

    assert {Point(1): "here"}[Point(1, 0)] == "here"
    assert library.replace(Point(1, 2), y=3) == Point(1, 3)
    assert [one.name for one in library.fields(Point)] == ["x", "y"]
    assert not hasattr(Point(1), "__dict__")


@both
def test_its_values_can_be_asked_for_by_name(library: Any) -> None:
    place = a_place(library)("Bonn", floor=2)
    assert library.asdict(place) == vars(place)
    assert library.is_dataclass(place)
    assert not library.is_dataclass(int)


@both
def test_what_belongs_to_the_class_is_no_field(library: Any) -> None:
    dataclass = library.dataclass

    @dataclass(slots=True)
    class Counter:
        """Counts."""

        made: ClassVar[int] = 3
        count: int = 0

    assert (Counter.made, [one.name for one in library.fields(Counter)]) == (3, ["count"])
    assert Counter.__match_args__ == ("count",)


@both
def test_objects_that_are_not_compared_are_each_their_own(library: Any) -> None:
    place = a_place(library, eq=False)
    assert place("Bonn") != place("Bonn")
    assert len({place("Bonn"), place("Bonn")}) == 2


@both
def test_it_shows_its_fields(library: Any) -> None:
    assert repr(a_place(library)("Bonn")).endswith(
        "Place(city='Bonn', country='US', phones=[], label='Bonn, US', tags=[], floor=1)"
    )


@both
def test_one_that_holds_itself_shows_itself_once(library: Any) -> None:
    place = a_place(library)("Rome")
    place.phones.append(place)
    assert repr(place).count("Rome") < 4


@both
def test_methods_of_its_own_stay(library: Any) -> None:
    dataclass = library.dataclass

    @dataclass(slots=True)
    class Name:
        """A name that ignores case."""

        text: str

        def __eq__(self, other: object) -> bool:
            return str(self) == str(other)

        def __hash__(self) -> int:
            return hash(str(self))

        def __repr__(self) -> str:
            return self.text.lower()

    assert Name("Ann") == Name("ANN")
    assert hash(Name("Ann")) == hash("ann")


@both
def test_a_derived_one_adds_its_fields_to_those_of_its_base(library: Any) -> None:
    dataclass = library.dataclass

    @dataclass(slots=True)
    class Token:
        """A piece of text."""

        start: int

    @dataclass(slots=True)
    class Word(Token):
        """A piece with letters."""

        letters: str = ""

    assert (Word(1, "a").start, Word(1, "a").letters) == (1, "a")
    assert Word(1) == Word(1, "")
    assert Token(1) != Word(1)


@both
def test_one_without_fields_equals_every_other(library: Any) -> None:
    dataclass = library.dataclass

    @dataclass(frozen=True, slots=True)
    class Mark:
        """Says something by being there."""

    assert Mark() == Mark()
    assert hash(Mark()) == hash(Mark())


def test_whether_it_is_frozen_can_be_asked() -> None:
    assert is_frozen(a_place(ours, frozen=True))
    assert not is_frozen(a_place(ours))
    assert not is_frozen(int)
