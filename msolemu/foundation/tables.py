"""Tables that stand as JSON files beside the code that reads them."""

from __future__ import annotations

from typing import Any


def table(source: str, name: str = "") -> Any:
    """What the file of that name holds, in the folder of a source file: `table(__file__, "foreign_programs.json")`.

    Without a name it is the one that is called like the source file.
    """
    import json
    from pathlib import Path

    own = Path(source).with_suffix(".json")
    return json.loads((own.with_name(name) if name else own).read_text(encoding="utf-8"))
