"""System.StringComparer."""

from __future__ import annotations

from msolemu.runtime.errors.net_errors import argument_error
from msolemu.runtime.types.comparisons import Comparison
from msolemu.runtime.types.declaring import constants, method, static
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.values.objects import Value

COMPARER = known_type("System.StringComparer")
COMPARER.interfaces = frozenset(("System.Collections.IComparer", "System.Collections.IEqualityComparer"))
represent(COMPARER, Comparison)
RULES = {
    "Ordinal": Comparison(ignore_case=False, by_units=True),
    "OrdinalIgnoreCase": Comparison(ignore_case=True, by_units=True),
    "CurrentCulture": Comparison(ignore_case=False, by_units=False),
    "CurrentCultureIgnoreCase": Comparison(ignore_case=True, by_units=False),
    "InvariantCulture": Comparison(ignore_case=False, by_units=False),
    "InvariantCultureIgnoreCase": Comparison(ignore_case=True, by_units=False),
}
constants(COMPARER, **RULES)


@method(COMPARER, "int Compare(string x, string y)", "int Compare(System.Object x, System.Object y)")
def compare(rule: Comparison, one: str | None, other: str | None) -> int:
    """The order of two texts."""
    return rule.compare(one, other)


@method(COMPARER, "bool Equals(string x, string y)", "bool Equals(System.Object x, System.Object y)")
def equals(rule: Comparison, one: Value, other: Value) -> bool:
    """Whether two texts count as equal."""
    if not isinstance(one, str) or not isinstance(other, str):
        return one is other
    return rule.fold(one) == rule.fold(other)


@method(COMPARER, "int GetHashCode(string obj)", "int GetHashCode(System.Object obj)")
def hash_code(rule: Comparison, text: str) -> int:
    """A number that texts share which count as equal."""
    return hash(rule.fold(text)) % (2**31)


@static(COMPARER, "System.StringComparer Create(cultureinfo culture, bool ignoreCase)")
def create(culture: Value, ignore: bool) -> Comparison:
    """The comparer of a culture."""
    return RULES["CurrentCultureIgnoreCase" if ignore else "CurrentCulture"]


@static(COMPARER, "System.StringComparer FromComparison(System.StringComparison comparisonType)")
def from_comparison(how: Value) -> Comparison:
    """The comparer of a StringComparison."""
    found = RULES.get(how.name)
    if found is None:
        raise argument_error("The string comparison type passed in is currently not supported.", "comparisonType")
    return found
