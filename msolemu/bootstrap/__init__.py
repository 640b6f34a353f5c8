"""The one place where everything is put together: from settings and a host to an `Emulator`.

May import everything but web and cli. `emulator` makes a session with its commands, `services` gives each module what
it asks for, `lab` is the workspace at work: clock, switches, mail, directories, synchronization. A session costs a few
milliseconds and touches no disk: the lab is opened when it is first needed, a module's services are made when its first
cmdlet is read.
"""

from __future__ import annotations

from msolemu.bootstrap.emulator import Emulator, build
from msolemu.bootstrap.faults import WorkspaceFault
from msolemu.bootstrap.settings import Settings
from msolemu.directory.seeds.errors import UnknownSeed
from msolemu.directory.snapshot_errors import NothingToUndo, SnapshotExists, SnapshotNotFound

__all__ = [
    "Emulator",
    "NothingToUndo",
    "Settings",
    "SnapshotExists",
    "SnapshotNotFound",
    "UnknownSeed",
    "WorkspaceFault",
    "build",
]
