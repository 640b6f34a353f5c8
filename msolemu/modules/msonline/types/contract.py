"""What all data contracts of the service share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from msolemu.runtime.objects import GenericList, Value
from msolemu.runtime.types.registry import find_type, net_object

NAMESPACE = "Microsoft.Online.Administration"


@net_object("System.Runtime.Serialization.ExtensionDataObject")
@dataclass(frozen=True, slots=True)
class ExtensionDataObject:
    """What a data contract keeps of members that the client does not know."""


EXTENSION_DATA = ExtensionDataObject()


def list_of(type_name: str, items: Iterable[Value] = ()) -> GenericList:
    """A `List` of this element type, as the service's collections are."""
    element = find_type(type_name)
    assert element is not None
    return GenericList(items, element)


def texts(items: Iterable[str] = ()) -> GenericList:
    """A list of text."""
    return list_of("System.String", items)


def nothings() -> GenericList:
    """A collection of which this emulator keeps nothing."""
    return list_of("System.Object")
