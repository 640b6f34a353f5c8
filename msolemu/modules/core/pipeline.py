"""Where-Object, ForEach-Object."""

from __future__ import annotations
