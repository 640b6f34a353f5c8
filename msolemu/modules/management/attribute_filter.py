"""What `Get-ChildItem -Attributes` says: `Directory+!Hidden, ReadOnly`, where comma is or, plus is and, `!` is not."""

from __future__ import annotations

from collections.abc import Mapping

from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.casting.conversion import convert, to_text
from msolemu.runtime.types.registry import known_type
from msolemu.runtime.values.enumerations import number_of
from msolemu.runtime.values.objects import Value, enumerate_value, is_enumerable

ATTRIBUTES = "System.IO.FileAttributes"
HIDDEN = "Hidden"


@dataclass(frozen=True, slots=True)
class AttributeFilter:
    """Groups of attributes of which one must hold; of a group all must, each there or, if False, not there."""

    groups: tuple[Mapping[int, bool], ...]

    def takes(self, attributes: Value) -> bool:
        """Whether a file with these attributes is one of those that are meant."""
        there = number_of(attributes)
        return any(all(bool(there & one) is wanted for one, wanted in group.items()) for group in self.groups)

    @property
    def names_hidden(self) -> bool:
        """Whether it speaks of hidden files, which are listed then without being asked for."""
        hidden = _number(HIDDEN)
        return any(hidden in group for group in self.groups)


def attribute_filter(value: Value) -> AttributeFilter:
    """A filter as it is typed, in one text or several; raises the conversion's error for what is no attribute."""
    words = list(enumerate_value(value)) if is_enumerable(value) else [value]
    return AttributeFilter(tuple(_group(part) for word in words for part in to_text(word).split(",")))


def _group(text: str) -> Mapping[int, bool]:
    words = [word.strip() for word in text.split("+")]
    return {_number(word.removeprefix("!").strip()): not word.startswith("!") for word in words}


def _number(name: str) -> int:
    return number_of(convert(name, known_type(ATTRIBUTES)))
