"""The ADSync module: the synchronization server as its administrators drive it.

May import what every module may. The engine is `sync`; this module binds, shapes its results and words its refusals.
"""

from __future__ import annotations

from msolemu.cmdlets.module import Module

MODULE = Module(
    "ADSync",
    "1.0.0.0",
    nouns={
        "ADSyncSyncCycle": "cycle",
        "ADSyncRunProfileResult": "run_result",
        "ADSyncScheduler": "scheduler",
        "ADSyncConnector": "connector",
    },
    package=__name__,
    namespace="Microsoft.IdentityManagement.PowerShell.Cmdlet",
    errors="errors",
    views="views",
    description="Runs the synchronization between the forest and the tenant.",
    types=("Microsoft.IdentityManagement.PowerShell.",),
)
