"""Members of values: properties, methods and indexes as PowerShell finds them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from msolemu.runtime.errors.records import PowerShellError
from msolemu.runtime.state.session import Session
from msolemu.runtime.types.registry import known_type
from msolemu.runtime.values import members
from msolemu.runtime.values.extended import AliasProperty, TypeData, attach
from msolemu.runtime.values.objects import (
    ArrayList,
    Char,
    Hashtable,
    OrderedDictionary,
    PSCustomObject,
    PSObject,
    TypedArray,
    Value,
)

ANN = PSCustomObject([("Name", "Ann"), ("Age", 31)])


def failure(call: Callable[..., Value], *arguments: Value) -> str:
    """The id of the error that a call raises."""
    with pytest.raises(PowerShellError) as caught:
        call(*arguments)
    return caught.value.record.error_id


def given(session: Session, script: str) -> list[Value]:
    """What a script outputs."""
    session.propagates = 1
    return session.invoke(session.parse(script))


def test_names_ignore_case() -> None:
    assert members.get_property(ANN, "NAME") == "Ann"
    assert members.get_property("abc", "length") == 3


def test_a_property_that_is_not_there_is_null_or_an_error_in_strict_mode() -> None:
    assert members.get_property(ANN, "Nope") is None
    assert failure(members.get_property_strictly, ANN, "Nope") == "PropertyNotFoundStrict"


def test_everything_counts_itself_but_not_in_strict_mode() -> None:
    assert [members.get_property(value, "Count") for value in (5, None, [1, 2])] == [1, 0, 2]
    assert failure(members.get_property_strictly, 5, "Count") == "PropertyNotFoundStrict"


def test_keys_come_before_the_properties_of_a_dictionary() -> None:
    assert members.get_property(Hashtable([("Count", "mine")]), "count") == "mine"
    assert members.get_property(Hashtable([("a", 1)]), "Count") == 1


def test_a_collection_gives_the_property_of_its_elements() -> None:
    people = [ANN, PSCustomObject([("Name", "Bob")])]
    assert members.get_property(people, "Name") == ["Ann", "Bob"]
    assert members.get_property([Hashtable([("a", [1, 2])]), Hashtable([("a", 3)])], "a") == [1, 2, 3]
    assert members.get_property(["ab"], "Nope") is None


def test_a_method_runs_on_every_element() -> None:
    assert members.invoke_method(["a", "b"], "ToUpper", []) == ["A", "B"]


@pytest.mark.parametrize(
    ("value", "name", "error_id"),
    [
        (None, "X", "PropertyNotFound"),
        ("abc", "Length", "PropertyAssignmentException"),
        ("abc", "Nope", "PropertyAssignmentException"),
        (PSCustomObject(), "Nope", "ExceptionWhenSetting"),
    ],
)
def test_what_cannot_be_set_says_why(value: Value, name: str, error_id: str) -> None:
    assert failure(members.set_property, value, name, 1) == error_id


def test_methods_that_are_not_there_and_overloads_that_do_not_fit() -> None:
    assert failure(members.invoke_method, None, "Foo", []) == "InvokeMethodOnNull"
    assert failure(members.invoke_method, 5, "Foo", []) == "MethodNotFound"
    assert failure(members.invoke_method, "abc", "Substring", [1, 2, 3]) == "MethodCountCouldNotFindBest"
    assert failure(members.invoke_method, "abc", "Substring", ["x"]) == "MethodArgumentConversionInvalidCastArgument"
    assert failure(members.invoke_method, "abc", "Substring", [9]) == "ArgumentOutOfRangeException"
    assert failure(members.invoke_static, known_type("System.Math"), "Nope", []) == "MethodNotFound"


def test_a_method_without_a_call_shows_its_overloads() -> None:
    group = members.get_property("abc", "Substring")
    assert members.get_property(group, "OverloadDefinitions")[0] == "string Substring(int startIndex)"


def test_a_member_added_to_an_object_stays_with_the_object(session: Session) -> None:
    table = ArrayList([1])
    assert attach(table, "Owner", "Ann") is table
    assert members.get_property(table, "owner") == "Ann"
    text = attach("abc", "Owner", "Bob")
    assert type(text) is PSObject
    assert members.get_property(text, "Owner") == "Bob"
    assert members.get_property(text, "Length") == 3
    members.set_property(text, "Owner", "Carl")
    assert members.get_property(text, "Owner") == "Carl"


def test_an_alias_reads_and_writes_its_member(session: Session) -> None:
    person = PSCustomObject([("Name", "Ann")])
    attach(person, "Who", AliasProperty("Name"))
    members.set_property(person, "Who", "Bob")
    assert members.get_property(person, "Name") == members.get_property(person, "Who") == "Bob"


def test_what_is_added_to_a_type_name_is_found_on_its_objects(session: Session) -> None:
    session.type_data["contoso.user"] = TypeData("Contoso.User", {"alias": ["Alias", AliasProperty("Name")]}, ("Name",))
    user = PSCustomObject([("Name", "Ann")], ("Contoso.User",))
    assert members.get_property(user, "Alias") == "Ann"
    assert list(members.default_display_set(user)) == ["Name"]
    assert [view.name for view in members.properties_of(user)] == ["Name", "Alias"]


def test_properties_one_by_one() -> None:
    view = members.find_property(ANN, "age")
    assert view is not None
    assert (view.name, view.value(), view.kind, view.settable, view.type_name) == (
        "Age",
        31,
        "NoteProperty",
        True,
        "System.Int32",
    )
    assert [one.name for one in members.properties_of("abc")] == ["Length"]
    assert members.find_property("abc", "Nope") is None
    assert not members.has_properties(5)


@pytest.mark.parametrize(
    ("value", "at", "element"),
    [
        ([1, 2, 3], -1, 3),
        ([1, 2, 3], [0, 2, 9], [1, 3]),
        ([1, 2, 3], "1", 2),
        ([1, 2, 3], 9, None),
        ("abc", 1, Char("b")),
        ("abc", [0, -1], [Char("a"), Char("c")]),
        (Hashtable([("a", 1)]), ["a", "b"], [1, None]),
        (OrderedDictionary([("a", 1), ("b", 2)]), 1, 2),
        (5, 0, 5),
        (5, 1, None),
    ],
)
def test_an_index_gives_an_element(value: Value, at: Value, element: Value) -> None:
    assert members.get_index(value, at) == element


def test_an_index_sets_an_element_of_the_right_type() -> None:
    numbers = TypedArray([1, 2], known_type("System.Int32"))
    members.set_index(numbers, -1, "7")
    assert list(numbers) == [1, 7]
    table = OrderedDictionary([("a", 1)])
    members.set_index(table, 0, 5)
    assert table["a"] == 5


@pytest.mark.parametrize(
    ("value", "at", "error_id"),
    [
        ([1], 3, "System.IndexOutOfRangeException"),
        (ArrayList([1]), 3, "System.ArgumentOutOfRangeException"),
        ("abc", 0, "CannotIndex"),
        (Hashtable(), None, "NullArrayIndex"),
        (OrderedDictionary(), 3, "System.ArgumentOutOfRangeException"),
    ],
)
def test_an_element_that_cannot_be_set_says_why(value: Value, at: Value, error_id: str) -> None:
    assert failure(members.set_index, value, at, 1) == error_id


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("(1, 2, 3).Where({ $_ -gt 1 }, 'Last')", [3]),
        ("(1, 2, 3).Where({ $_ -gt 1 }, 'SkipUntil', 1)", [2]),
        ("(1, 2, 3).Where({ $_ -gt 1 }, 'Until')", [1]),
        ("(1, 2, 3).Where({ $_ -gt 1 }, 'Split')[1]", [1]),
        ("('1', '2').ForEach([int])", [1, 2]),
        ("('a', 'b').ForEach('Length')", [1, 1]),
        ("([pscustomobject]@{ A = 1 }).ForEach('A', 5)", []),
        ("(5).ForEach({ $_ * 2 })", [10]),
    ],
)
def test_every_value_has_foreach_and_where(session: Session, script: str, expected: list[Value]) -> None:
    assert given(session, script) == expected


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("class P { [int]$A = 2; [int] Twice() { 'lost'; return $this.A * 2 } } [P]::new().Twice()", [4]),
        ("class P { [string]$N; P([string]$n) { $this.N = $n } } [P]::new('x').N", ["x"]),
        (
            "class A { [string] Say() { return 'a' } } "
            "class B : A { [string] Say() { return ([A]$this).Say() + 'b' } } "
            "[B]::new().Say()",
            ["ab"],
        ),
        ("class C { static [int]$N = 3; static [int] Next() { return ++[C]::N } } [C]::Next(); [C]::N", [4, 4]),
        ("class L : System.Collections.ArrayList { } $l = [L]::new(); [void]$l.Add(7); $l.Count; $l[0]", [1, 7]),
        (
            "class E : System.Exception { E([string]$m) : base($m) { } } "
            "try { throw [E]::new('bad') } catch [E] { $_.Exception.Message }",
            ["bad"],
        ),
        (
            "class V { [ValidateRange(1, 3)][int]$N = 1 } $v = [V]::new(); try { $v.N = 9 } catch { 'refused' }",
            ["refused"],
        ),
        ("enum S { A; B = 5; C } [int][S]::C; [S]6 -eq 'C'", [6, True]),
        ('[Flags()] enum F { A = 1; B = 2 } "$([F]3)"; ([F]3).HasFlag([F]::B)', ["A, B", True]),
        ("$o = [pscustomobject]@{ A = 1 }; $o.psobject.Properties.Remove('A'); @($o.psobject.Properties).Count", [0]),
        ("$o = [pscustomobject]@{ A = 1 }; $o.pstypenames.Insert(0, 'Mine'); $o.pstypenames[0]", ["Mine"]),
        (
            "$x = [xml]'<a><b n=\"1\">t</b></a>'; $x.a.b.n; $x.a.b.'#text'; $x.a.b.n = '2'; $x.OuterXml",
            ["1", "t", '<a><b n="2">t</b></a>'],
        ),
        ("([xml]'<a><b>1</b><b>2</b></a>').SelectNodes('//b[2]').InnerText", ["2"]),
    ],
)
def test_classes_enums_and_documents_of_scripts(session: Session, script: str, expected: list[Value]) -> None:
    assert given(session, script) == expected
