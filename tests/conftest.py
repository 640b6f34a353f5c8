"""Options of the suite."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--kills N`: how often the reliability tests kill a writer."""
    parser.addoption("--kills", type=int, default=20, help="how often a process that writes is killed")
