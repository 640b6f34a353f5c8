"""What every test stands on: properties are tried with the same examples everywhere, however slow the machine is."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("suite", deadline=None, derandomize=True)
settings.load_profile("suite")
