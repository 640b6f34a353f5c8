"""How the objects of this module are drawn, as pasted from consoles."""

from __future__ import annotations

from msolemu.formatting.table import Alignment
from msolemu.formatting.views import Column, TableView
from msolemu.modules.adsync.types import NAMESPACE

VIEWS = (
    TableView(f"{NAMESPACE}.SyncCycleResult", columns=(Column("Result", alignment=Alignment.RIGHT),), autosize=True),
)
