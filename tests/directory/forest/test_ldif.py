"""LDIF files as records (RFC 2849)."""

from __future__ import annotations

import base64
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msolemu.directory.forest.distinguished_name import child
from msolemu.directory.forest.errors import DamagedLdif
from msolemu.directory.forest.ldif import Record, records
from msolemu.foundation.text import from_units, to_units
from tests.directory.forest.builders import ldif

HEAD = "dn: CN=a,DC=x\nobjectClass: user\n"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40).map(to_units)
NAMES = st.sampled_from(["description", "proxyAddresses", "x-acme", "title"])
ATTRIBUTES = st.dictionaries(NAMES, st.lists(TEXTS, min_size=1, max_size=3, unique=True))
WIDTHS = st.integers(min_value=20, max_value=200)


def only(text: str) -> Record:
    (record,) = records(text)
    return record


def values(lines: str) -> dict[str, list[str]]:
    return only(HEAD + lines).attributes


def test_a_file_is_records_between_blank_lines() -> None:
    text = f"version: 1\r\n\r\n# a comment\r\n that goes on\r\n\r\n{HEAD}\r\n\r\n\r\n{HEAD}"
    assert [record.line for record in records(text)] == [6, 11]
    assert list(records("")) == []
    assert only("version: 1\n" + HEAD).distinguished_name == "CN=a,DC=x"


def test_a_line_goes_on_after_a_blank() -> None:
    assert values("description: one\n  two\n three\n")["description"] == ["one twothree"]


def test_a_value_may_be_in_base64() -> None:
    assert values("description:: w4RubmU=\n")["description"] == ["Änne"]
    assert values("x-photo:: /9g=\n")["x-photo"] == ["/9g="]
    assert values("thumbnailPhoto:: YWJj\n")["thumbnailphoto"] == ["YWJj"]


def test_a_binary_attribute_may_be_written_as_text() -> None:
    assert values("userPassword: secret\n")["userpassword"] == [base64.b64encode(b"secret").decode()]


def test_several_values_each_once_and_empty_ones_not_at_all() -> None:
    found = values("mail: a\nmail:b\nmail: a\ntitle:\n")
    assert found["mail"] == ["a", "b"]
    assert "title" not in found


def test_options_of_an_attribute_are_left_out() -> None:
    assert values("member;range=0-1499: CN=b\nuserCertificate;binary:: YWJj\n").keys() >= {"member", "usercertificate"}


def test_raw_utf_8_is_taken() -> None:
    assert values("sn: Müller 🙂\n")["sn"] == [to_units("Müller 🙂")]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        (" dn: CN=a", 1, "continues another"),
        (f"{HEAD}\n b", 4, "continues another"),
        ("version: 2\n", 1, "version '2'"),
        ("objectClass: user\n", 1, "begins with 'dn:'"),
        ("dn: nonsense\n", 1, "no distinguished name"),
        ("dn:\n", 1, "is empty"),
        ("dn: CN=a\nmail: x\n", 1, "no objectClass"),
        (f"{HEAD}nonsense\n", 3, "without a colon"),
        (f"{HEAD}two words: x\n", 3, "no name of an attribute"),
        (f"{HEAD}photo:< file:///etc/passwd\n", 3, "URL"),
        (f"{HEAD}sn:: %%%\n", 3, "no base64"),
        (f"{HEAD}sn:: ü\n", 3, "no base64"),
        (f"{HEAD}objectGUID:: YWJj\n", 3, "has 3 bytes"),
        (f"{HEAD}objectGUID: {{7}}\n", 3, "must be in base64"),
        (f"{HEAD}changetype: modify\n", 3, "'modify'"),
        (f"{HEAD}-\n", 3, "changes of objects"),
        (f"{HEAD}newrdn: CN=b\n", 3, "'newrdn:'"),
        (f"{HEAD}dn: CN=b\n", 3, "second 'dn:'"),
    ],
)
def test_a_damaged_record_names_its_line(text: str, line: int, reason: str) -> None:
    with pytest.raises(DamagedLdif) as caught:
        list(records(text))
    assert caught.value.line == line
    assert reason in caught.value.reason


@given(TEXTS, ATTRIBUTES, WIDTHS)
def test_what_is_written_is_read_again(name: str, attributes: dict[str, list[str]], width: int) -> None:
    full_name = child("CN", name, "DC=x")
    record = only(ldif((full_name, {"objectClass": ["user"], **attributes}), width=width))
    assert record.distinguished_name == full_name
    read = {key: found for key, found in record.attributes.items() if key != "objectclass"}
    assert read == {key.lower(): found for key, found in attributes.items()}


@given(st.text(max_size=60).map(from_units))
def test_no_text_breaks_the_reader(text: str) -> None:
    with contextlib.suppress(DamagedLdif):
        list(records(text))
