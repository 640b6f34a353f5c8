"""The cmdlets of the noun Csv; each stands in a file of its own."""

from __future__ import annotations

from msolemu.modules.utility.csv_conversion import convert_from_csv, convert_to_csv
from msolemu.modules.utility.csv_export import export_csv
from msolemu.modules.utility.csv_import import import_csv

__all__ = ["convert_from_csv", "convert_to_csv", "export_csv", "import_csv"]
