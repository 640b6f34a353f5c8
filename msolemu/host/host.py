"""What a console must offer."""

from __future__ import annotations

from msolemu.runtime.state.session import Host

WIDTH_WITHOUT_TERMINAL = 120

__all__ = ["WIDTH_WITHOUT_TERMINAL", "Host"]
