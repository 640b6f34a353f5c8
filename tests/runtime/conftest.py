"""What the tests of the runtime share."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from msolemu.compat.known_issue import KnownIssueSet
from msolemu.foundation.clock import SteppedClock
from msolemu.foundation.identifiers import RandomIds
from msolemu.host.capture import CaptureHost
from msolemu.runtime.state.session import Session


@pytest.fixture
def session() -> Session:
    """A session whose lab time stands at half past twelve on a Friday in May of 2016."""
    clock = SteppedClock(datetime(2016, 5, 6, 12, 30, tzinfo=UTC))
    return Session(CaptureHost(), clock, RandomIds(1), KnownIssueSet())
