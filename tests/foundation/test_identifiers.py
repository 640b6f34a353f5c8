"""Identifiers and passwords come from one source, which tests can foresee."""

from __future__ import annotations

import re

from msolemu.foundation.identifiers import RandomIds


def test_a_seeded_source_draws_the_same_again() -> None:
    one, other = RandomIds(7), RandomIds(7)
    assert [one.guid(), one.number(1000, 9999), one.password()] == [
        other.guid(),
        other.number(1000, 9999),
        other.password(),
    ]


def test_an_unseeded_source_draws_version_4_guids_that_differ() -> None:
    ids = RandomIds()
    first, second = ids.guid(), ids.guid()
    assert first != second
    assert first.version == 4


def test_a_password_has_the_form_that_the_service_gives() -> None:
    ids = RandomIds(1)
    assert all(re.fullmatch(r"[B-DF-HJ-NP-TV-Z][a-z]{3}[1-9]\d{3}", ids.password()) for _ in range(200))
