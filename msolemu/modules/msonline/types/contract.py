"""What all data contracts of the service share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, partial
from operator import attrgetter
from types import NoneType
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_type_hints

from msolemu.foundation.dataclass import Field, dataclass, fields
from msolemu.runtime.types.registry import OBJECT, find_type, net_object, net_type_of_class, type_of
from msolemu.runtime.values.objects import GenericList, Value

if TYPE_CHECKING:
    from msolemu.runtime.types.net_type import NetType

C = TypeVar("C", bound=type)
NAMESPACE = "Microsoft.Online.Administration"
XML = "System.Xml.XmlElement"


EXTENSION_DATA_TYPE = "System.Runtime.Serialization.ExtensionDataObject"


@net_object(EXTENSION_DATA_TYPE)
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


def guids(items: Iterable[Value] = ()) -> GenericList:
    """A list of ids."""
    return list_of("System.Guid", items)


def of_contract(name: str, items: Iterable[Value] = ()) -> GenericList:
    """A list of a type of the contract."""
    return list_of(f"{NAMESPACE}.{name}", items)


def empty(element: type) -> Callable[[], GenericList]:
    """What makes an empty list of a class that stands for a .NET type."""
    return partial(GenericList, (), net_type_of_class(element))


def many(name: str) -> str:
    """The name of the type of such a list, by the element's."""
    return f"System.Collections.Generic.List`1[{name}]"


def data_contract(name: str, **types: str) -> Callable[[C], C]:
    """Declare a dataclass as a type of the contract; `New-Object` makes one whose members have their defaults.

    The members have the types of their annotations, a list that of its default. `types` are those of members whose
    annotation does not tell.
    """

    def declared(cls: C) -> C:
        net_object(f"{NAMESPACE}.{name}")(cls)
        kind = net_type_of_class(cls)
        kind.declare_constructor(cls)
        hints = get_type_hints(cls)
        for member in fields(cls):
            type_name = types.get(member.name) or _type_name(member, hints[member.name])
            kind.declare_property(member.name, attrgetter(member.name), type_name, partial(assign, member.name))
        return cls

    return declared


def _type_name(member: Field[Any], annotation: object) -> str:
    """The .NET name of a member's type; values that may be missing are nullable."""
    if annotation is GenericList:
        assert callable(member.default_factory)
        return type_of(member.default_factory()).text
    choices = get_args(annotation) or (annotation,)
    classes = [choice for choice in choices if isinstance(choice, type) and choice is not NoneType]
    kind = net_type_of_class(classes[0]) if len(classes) == 1 else OBJECT
    return f"System.Nullable`1[{kind.text}]" if NoneType in choices and kind.is_value else kind.text


def assign(member: str, target: object, value: Value) -> None:
    """Put a value into a member."""
    setattr(target, member, value)
