"""Options of the suite."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """How much the reliability tests do: `--kills N`, and `--changes N` of each of the processes that take turns."""
    parser.addoption("--kills", type=int, default=20, help="how often a process that writes is killed")
    parser.addoption("--changes", type=int, default=60, help="changes of each of eight processes on one workspace")
