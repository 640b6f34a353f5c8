"""Microsoft.PowerShell.Host: a transcript of what the screen shows.

May import what every module may. The transcript is written by a host that stands before the session's own.
"""

from __future__ import annotations

from msolemu.cmdlets.module import Module

MODULE = Module(
    "Microsoft.PowerShell.Host",
    "7.0.0.0",
    nouns={"Transcript": "transcript"},
    package=__name__,
    description="Keeps a transcript of a session.",
)
