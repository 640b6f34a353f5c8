"""How PowerShell lists the methods by which a type implements interfaces: after its own overloads of the same name."""

from __future__ import annotations

from collections.abc import Iterator

from msolemu.runtime.types import catalogue
from msolemu.runtime.types.net_type import NetType

_ENUMERATOR = "System.Collections.IEnumerator IEnumerable.GetEnumerator()"
_METHODS = {
    "compareto": ((catalogue.COMPARABLE, "int IComparable.CompareTo(System.Object obj)"),),
    "tostring": (
        (catalogue.CONVERTIBLE, "string IConvertible.ToString(System.IFormatProvider provider)"),
        (
            catalogue.FORMATTABLE,
            "string IFormattable.ToString(string format, System.IFormatProvider formatProvider)",
        ),
    ),
    "gettypecode": ((catalogue.CONVERTIBLE, "System.TypeCode IConvertible.GetTypeCode()"),),
    "clone": ((catalogue.CLONEABLE, "System.Object ICloneable.Clone()"),),
    "dispose": ((catalogue.DISPOSABLE, "void IDisposable.Dispose()"),),
    "getenumerator": (
        (catalogue.DICTIONARY, "System.Collections.IDictionaryEnumerator IDictionary.GetEnumerator()"),
        (catalogue.ENUMERABLE, _ENUMERATOR),
    ),
    "copyto": ((catalogue.COLLECTION, "void ICollection.CopyTo(array array, int index)"),),
    "add": (
        (catalogue.LIST, "int IList.Add(System.Object value)"),
        (catalogue.DICTIONARY, "void IDictionary.Add(System.Object key, System.Object value)"),
    ),
    "clear": ((catalogue.LIST, "void IList.Clear()"), (catalogue.DICTIONARY, "void IDictionary.Clear()")),
    "contains": (
        (catalogue.LIST, "bool IList.Contains(System.Object value)"),
        (catalogue.DICTIONARY, "bool IDictionary.Contains(System.Object key)"),
    ),
    "indexof": ((catalogue.LIST, "int IList.IndexOf(System.Object value)"),),
    "insert": ((catalogue.LIST, "void IList.Insert(int index, System.Object value)"),),
    "remove": (
        (catalogue.LIST, "void IList.Remove(System.Object value)"),
        (catalogue.DICTIONARY, "void IDictionary.Remove(System.Object key)"),
    ),
    "removeat": ((catalogue.LIST, "void IList.RemoveAt(int index)"),),
}
_OF_ITS_KIND = {
    "compareto": "int IComparable[{0}].CompareTo({0} other)",
    "equals": "bool IEquatable[{0}].Equals({0} other)",
}


def interface_methods(kind: NetType, name: str) -> Iterator[str]:
    """The signatures of that name; what can be compared compares with its own kind too, but for enumerations."""
    folded, interfaces = name.lower(), kind.all_interfaces()
    for interface, text in _METHODS.get(folded, ()):
        if interface in interfaces:
            yield text
    if folded in _OF_ITS_KIND and catalogue.COMPARABLE in interfaces and not kind.is_enum:
        yield _OF_ITS_KIND[folded].format(kind.display_name)
