"""A workspace in memory and one in a folder: what holds for one holds for the other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from msolemu.store.database import Database
from msolemu.store.workspace import Workspace
from tests.store.fakes import Told, in_folder

Open = Callable[[], Workspace]


@pytest.fixture
def told() -> Told:
    """What the store had to say."""
    return Told()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a workspace is kept."""
    return tmp_path / "workspace"


@pytest.fixture
def open_folder(folder: Path, told: Told) -> Open:
    """Opens the workspace in the folder, as one more process would."""
    return lambda: in_folder(folder, told)


@pytest.fixture(params=["memory", "file"])
def workspace(request: pytest.FixtureRequest, open_folder: Open) -> Workspace:
    """A new workspace."""
    return open_folder() if request.param == "file" else Workspace(Database.in_memory())
