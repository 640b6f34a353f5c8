"""A table is read from the JSON file beside the code."""

from __future__ import annotations

from pathlib import Path

from msolemu.foundation.tables import table


def test_a_table_is_called_like_its_source_file_or_by_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "roles.json").write_text('["Zoë"]', encoding="utf-8")
    assert table(str(tmp_path / "roles.py")) == ["Zoë"]
    assert table(str(tmp_path / "other.py"), "roles.json") == ["Zoë"]
