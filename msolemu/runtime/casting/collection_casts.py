"""Conversions to arrays, lists and dictionaries."""

from __future__ import annotations

import enum

from msolemu.runtime.casting.cast_errors import failed, is_no_conversion, no_conversion
from msolemu.runtime.casting.conversion import Converter, convert
from msolemu.runtime.errors.records import StatementError
from msolemu.runtime.types import registry
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.values import objects
from msolemu.runtime.values.objects import (
    ArrayList,
    GenericList,
    Hashtable,
    OrderedDictionary,
    TypedArray,
    Value,
    enumerate_value,
    is_enumerable,
    unwrap,
)

SCALAR_TO_ARRAY = "InvalidCastExceptionScalarToArray"
ENUMERABLE_TO_ARRAY = "InvalidCastExceptionEnumerableToArray"


def collection_converter(kind: NetType) -> Converter | None:
    """The conversion to that collection type; None when it is none that is known here."""
    if kind.full_name == "System.Array":
        return _to_any_array
    if kind.full_name == "System.Collections.Hashtable":
        return lambda value: _to_dictionary(value, kind, Hashtable)
    if kind.full_name == "System.Collections.Specialized.OrderedDictionary":
        return lambda value: _to_dictionary(value, kind, OrderedDictionary)
    if kind.python is ArrayList:
        return lambda value: _to_list(value, kind, None)
    if kind.full_name.startswith("System.Collections.Generic.List`1[") and kind.arguments:
        return lambda value: _to_list(value, kind, kind.arguments[0])
    if kind.element is not None and kind.full_name.endswith("]"):
        return _array_converter(kind, kind.element)
    return None


def _to_any_array(value: Value) -> Value:
    plain = unwrap(value)
    if plain is None or type(plain) in (list, TypedArray):
        return plain
    return list(enumerate_value(plain)) if is_enumerable(plain) else [value]


def _array_converter(kind: NetType, element: NetType) -> Converter:
    of_objects = element is registry.OBJECT

    def make(items: list[Value]) -> list[Value]:
        return items if of_objects else TypedArray(items, element)

    def to_array(value: Value) -> Value:
        plain = unwrap(value)
        if plain is None:
            return None
        if _is_such_array(plain, element):
            return plain
        if type(plain) in (list, TypedArray):
            return make([convert(item, element) for item in plain])
        if is_enumerable(plain):
            return make(_elements(value, kind, element))
        if type(plain) is str and element.python is objects.Char:
            return make(list(map(objects.Char, plain)))
        return make([_only_element(value, kind, element)])

    return to_array


def _is_such_array(plain: Value, element: NetType) -> bool:
    if type(plain) is list:
        return element is registry.OBJECT
    if type(plain) is not TypedArray:
        return False
    return plain.element is element or (not plain.element.is_value and plain.element.is_a(element))


def _elements(value: Value, kind: NetType, element: NetType) -> list[Value]:
    """The elements of a collection that is no array; the first that cannot be converted is told of the whole."""
    try:
        return [convert(item, element) for item in enumerate_value(unwrap(value))]
    except StatementError as error:
        raise failed(ENUMERABLE_TO_ARRAY, value, kind, error.record.exception.message) from None


def _only_element(value: Value, kind: NetType, element: NetType) -> Value:
    try:
        return convert(value, element)
    except StatementError as error:
        if is_no_conversion(error):
            raise no_conversion(value, kind) from None
        raise failed(SCALAR_TO_ARRAY, value, kind, error.record.exception.message) from None


def _to_list(value: Value, kind: NetType, element: NetType | None) -> Value:
    """Lists take over the elements of a collection; a single value becomes a List of one, but no ArrayList."""
    plain = unwrap(value)
    if plain is None:
        return None
    if registry.type_of(plain).is_a(kind):
        return plain
    if is_enumerable(plain):
        if element is None:
            return ArrayList(enumerate_value(plain))
        return GenericList([convert(item, element) for item in enumerate_value(plain)], element)
    if element is None:
        raise no_conversion(value, kind)
    return GenericList([_only_element(value, kind, element)], element)


def _to_dictionary(value: Value, kind: NetType, cls: type[Hashtable]) -> Value:
    """Another dictionary's pairs. A member of an enumeration, or a character, is taken for a capacity, as in .NET."""
    plain = unwrap(value)
    if plain is None or type(plain) is cls:
        return plain
    if isinstance(plain, Hashtable):
        return cls(plain.items())
    if isinstance(plain, enum.Enum | objects.Char):
        return cls()
    from msolemu.runtime.casting.object_casts import object_converter

    return object_converter(kind)(value)
