"""Types are found by the names that scripts use, and by value."""

from __future__ import annotations

import pytest

from msolemu.runtime.types.registry import find_type, net_enum, net_object, type_names, type_of
from msolemu.runtime.values.objects import Int64, OrderedDictionary, PSCustomObject, PSObject


@pytest.mark.parametrize(
    ("name", "full_name"),
    [
        ("INT", "System.Int32"),
        ("Guid", "System.Guid"),
        ("system.string", "System.String"),
        ("string[]", "System.String[]"),
        ("Collections.ArrayList", "System.Collections.ArrayList"),
    ],
)
def test_a_type_has_many_names(name: str, full_name: str) -> None:
    found = find_type(name)
    assert found is not None
    assert found.full_name == full_name


@pytest.mark.parametrize("name", ["Nope.Type", "nope[]"])
def test_an_unknown_name_finds_nothing(name: str) -> None:
    assert find_type(name) is None


@pytest.mark.parametrize(
    ("value", "full_name"),
    [
        (True, "System.Boolean"),
        (1, "System.Int32"),
        (Int64(1), "System.Int64"),
        ("a", "System.String"),
        ([1], "System.Object[]"),
        (OrderedDictionary(), "System.Collections.Specialized.OrderedDictionary"),
        (PSObject("a"), "System.String"),
        (find_type("int"), "System.RuntimeType"),
    ],
)
def test_a_value_has_its_own_type(value: object, full_name: str) -> None:
    assert type_of(value).full_name == full_name


def test_names_given_to_an_object_come_first() -> None:
    assert type_names(PSCustomObject(type_names=("Mine",)))[:2] == (
        "Mine",
        "System.Management.Automation.PSCustomObject",
    )


def test_declared_classes_are_types() -> None:
    @net_object("Contoso.Thing")
    class Thing:
        pass

    @net_enum("Contoso.Colour")
    class Colour:
        pass

    assert type_of(Thing()).full_name == "Contoso.Thing"
    assert type_of(Colour()).is_enum
