"""`--log-errors`: one JSON object a line for each error record that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msolemu.foundation.text import from_units

if TYPE_CHECKING:
    from pathlib import Path

    from msolemu.foundation.clock import Clock
    from msolemu.runtime.errors.records import ErrorRecord


class ErrorLog:
    """Appends to a file: time, command, fullyQualifiedErrorId, category, message, script, line, column."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path, self._clock = path, clock

    def __call__(self, record: ErrorRecord) -> None:
        """Write one record."""
        import json

        position = record.position
        extent = position.extent if position is not None else None
        entry = {
            "time": self._clock.now().isoformat(),
            "command": position.command if position is not None else record.activity,
            "fullyQualifiedErrorId": record.error_id,
            "category": record.category.value,
            "message": record.text,
            "script": extent.file if extent is not None else None,
            "line": extent.start_line if extent is not None else None,
            "column": extent.start_column if extent is not None else None,
        }
        with self._path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(from_units(json.dumps(entry, ensure_ascii=False)) + "\n")
