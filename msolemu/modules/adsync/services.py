"""What the cmdlets of this module need from the rest of the emulator."""

from __future__ import annotations

from msolemu.cmdlets.call import Call
from msolemu.foundation.dataclass import dataclass
from msolemu.sync.cycle import SyncServer


@dataclass(frozen=True)
class ADSyncServices:
    """Given by whoever puts the emulator together."""

    server: SyncServer


ADSyncCall = Call[ADSyncServices]
