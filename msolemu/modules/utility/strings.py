"""Select-String, Join-String; Out-String stands with the other cmdlets that draw."""

from __future__ import annotations

from msolemu.modules.utility.join_string import join_string
from msolemu.modules.utility.select_string import select_string

__all__ = ["join_string", "select_string"]
