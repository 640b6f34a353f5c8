"""Seeds by name."""

from __future__ import annotations

import pytest

from msolemu.directory.seeds.catalogue import seed_named
from msolemu.directory.seeds.errors import UnknownSeed


@pytest.mark.parametrize("name", ["empty", "large:1", "large:7:50"])
def test_a_seed_is_found_by_its_name(name: str) -> None:
    assert seed_named(name).name == name


@pytest.mark.parametrize(
    "name", ["", "nothing", "large", "large:", "large:0", "large:-1", "large:x", "large:5:101", "empty:5", "Empty"]
)
def test_what_is_no_seed_is_refused_by_name(name: str) -> None:
    with pytest.raises(UnknownSeed, match=rf"'{name}' is not a seed; there are contoso, empty"):
        seed_named(name)
