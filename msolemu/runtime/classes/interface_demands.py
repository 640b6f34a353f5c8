"""The methods that a class must have when it says that it implements an interface of .NET."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msolemu.runtime.types import catalogue

if TYPE_CHECKING:
    from msolemu.runtime.types.net_type import NetType

Shape = tuple[str, str, list[str]]
"""A method's name, what it returns, and the types of its parameters: full names."""

_GENERIC = "System.Collections.Generic."
_DEMANDS: dict[str, tuple[str, ...]] = {
    catalogue.COMPARABLE: ("CompareTo System.Int32 System.Object",),
    catalogue.DISPOSABLE: ("Dispose System.Void",),
    catalogue.CLONEABLE: ("Clone System.Object",),
    catalogue.FORMATTABLE: ("ToString System.String System.String System.IFormatProvider",),
    catalogue.ENUMERABLE: ("GetEnumerator System.Collections.IEnumerator",),
    "System.IFormatProvider": ("GetFormat System.Object System.Type",),
    "System.IComparable`1": ("CompareTo System.Int32 T",),
    "System.IEquatable`1": ("Equals System.Boolean T",),
    "System.Collections.IComparer": ("Compare System.Int32 System.Object System.Object",),
    "System.Collections.IEqualityComparer": (
        "Equals System.Boolean System.Object System.Object",
        "GetHashCode System.Int32 System.Object",
    ),
    _GENERIC + "IComparer`1": ("Compare System.Int32 T T",),
    _GENERIC + "IEqualityComparer`1": ("Equals System.Boolean T T", "GetHashCode System.Int32 T"),
    "System.Management.Automation.IValidateSetValuesGenerator": ("GetValidValues System.String[]",),
}
_OF_EVERY_OBJECT = ("Equals", "System.Boolean", ["System.Object"])


def missing_method(interface: NetType, methods: Sequence[Shape]) -> str | None:
    """The first method that an interface demands and that is not among those of a class."""
    plain = interface.definition or interface
    argument = interface.arguments[0].script_name if interface.arguments else ""
    for demand in _DEMANDS.get(plain.full_name, ()):
        name, returns, *parameters = (argument if word == "T" else word for word in demand.split())
        shape = name, returns, parameters
        if shape != _OF_EVERY_OBJECT and shape not in methods:
            return name
    return None
