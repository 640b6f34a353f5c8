"""What every test stands on: properties are tried with the same examples everywhere, however slow the machine is."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("suite", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")


def pytest_addoption(parser: pytest.Parser) -> None:
    """How much the reliability tests do: `--kills N`, and `--changes N` of each of the processes that take turns."""
    parser.addoption("--kills", type=int, default=20, help="how often a process that writes is killed")
    parser.addoption("--changes", type=int, default=60, help="changes of each of eight processes on one workspace")
