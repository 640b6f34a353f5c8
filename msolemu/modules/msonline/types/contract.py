"""What all data contracts of the service share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, partial
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from msolemu.runtime.types.registry import find_type, net_object, net_type_of_class
from msolemu.runtime.values.objects import GenericList, Value

if TYPE_CHECKING:
    from msolemu.runtime.types.net_type import NetType

C = TypeVar("C", bound=type)
NAMESPACE = "Microsoft.Online.Administration"


@net_object("System.Runtime.Serialization.ExtensionDataObject")
@dataclass(frozen=True, slots=True)
class ExtensionDataObject:
    """What a data contract keeps of members that the client does not know."""


EXTENSION_DATA = ExtensionDataObject()


def list_of(type_name: str, items: Iterable[Value] = ()) -> GenericList:
    """A `List` of this element type, as the service's collections are."""
    return GenericList(items, _element(type_name))


@cache
def _element(type_name: str) -> NetType:
    found = find_type(type_name)
    assert found is not None
    return found


def texts(items: Iterable[str] = ()) -> GenericList:
    """A list of text."""
    return list_of("System.String", items)


def nothings() -> GenericList:
    """A collection of which this emulator keeps nothing."""
    return list_of("System.Object")


def data_contract(name: str, **types: str) -> Callable[[C], C]:
    """Declare a dataclass as a type of the contract; `New-Object` makes one whose members have their defaults.

    `types` are those of members that a script may assign and whose annotation does not tell.
    """

    def declared(cls: C) -> C:
        net_object(f"{NAMESPACE}.{name}")(cls)
        kind = net_type_of_class(cls)
        kind.declare_constructor(cls)
        for member, type_name in types.items():
            kind.declare_property(member, attrgetter(member), type_name, partial(_assign, member))
        return cls

    return declared


def _assign(member: str, target: object, value: Value) -> None:
    setattr(target, member, value)
