"""A lab for every test."""

from __future__ import annotations

import pytest

from tests.sync.fakes import Lab


@pytest.fixture
def lab() -> Lab:
    """A server between an empty forest and an empty tenant."""
    return Lab()
