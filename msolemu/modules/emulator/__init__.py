"""The cmdlets that no real module has: clock, mail, known issues, conflicts, snapshots and the forest of the lab.

May import what every module may. What the cmdlets need from the rest of the emulator stands in `services` as protocols.
"""

from __future__ import annotations

from msolemu.cmdlets.module import Module

MODULE = Module(
    "MsolEmu",
    "1.0.0",
    nouns={
        "EmuClock": "clock",
        "EmuConflict": "conflict",
        "EmuForest": "forest",
        "EmuKnownIssue": "known_issue",
        "EmuMail": "mail",
        "EmuSnapshot": "snapshot",
        "EmuWorkspace": "workspace",
    },
    package=__name__,
    namespace="MsolEmu",
    errors="errors",
    views="views",
    description="Looks after the lab itself: its clock, mail, known issues, forest and snapshots.",
    types=("MsolEmu.",),
)
