"""Get-EmuSnapshot, New-EmuSnapshot, Restore-EmuSnapshot, Remove-EmuSnapshot."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.modules.emulator.services import EmuCall, SnapshotSeen
from msolemu.modules.emulator.types import Snapshot
from msolemu.runtime.text.wildcard import WildcardPattern
from msolemu.runtime.types.date_time import DateTime

Name = Annotated[str, Parameter("The snapshot's name.", position=0, from_pipeline=True, from_property=True)]


def shown(one: SnapshotSeen) -> Snapshot:
    """A snapshot as scripts see it."""
    return Snapshot(one.name, DateTime.of(one.taken), one.automatic)


get_emu_snapshot = Cmdlet(
    "Get-EmuSnapshot",
    "Lists the snapshots of the workspace, the oldest first.",
    output=Snapshot,
    examples={"Get-EmuSnapshot": "Shows to which states the workspace can be put back."},
)


@get_emu_snapshot.parameter_set()
def listed(
    call: EmuCall, name: Annotated[str, Parameter("Names to show, with wildcards.", position=0)] = "*"
) -> Output[Snapshot]:
    """Automatic snapshots are taken before a script runs and before everything is replaced; the last ten are kept."""
    pattern = WildcardPattern(name)
    return (shown(one) for one in call.services.states.snapshots() if pattern.matches(one.name))


new_emu_snapshot = Cmdlet(
    "New-EmuSnapshot",
    "Keeps the present state of the workspace under a name.",
    output=Snapshot,
    should_process=True,
    examples={"New-EmuSnapshot -Name before-cleanup": "Keeps the state until the snapshot is removed."},
)


@new_emu_snapshot.parameter_set()
def taken(call: EmuCall, name: Name) -> Output[Snapshot]:
    """A snapshot costs nothing: it is a position in the journal. Mail and drives are not part of it."""
    if call.should_process(name):
        yield shown(call.services.states.take(name))


restore_emu_snapshot = Cmdlet(
    "Restore-EmuSnapshot",
    "Puts the workspace back into the state of a snapshot.",
    should_process=True,
    examples={
        "$null = New-EmuSnapshot before; Restore-EmuSnapshot before": "Forgets everything that has happened since.",
    },
)


@restore_emu_snapshot.parameter_set()
def restored(call: EmuCall, name: Name) -> None:
    """Both directories, the synchronization server, clock and switches are as they were then; mail and drives stay."""
    if call.should_process(name):
        call.services.states.restore(name)


remove_emu_snapshot = Cmdlet(
    "Remove-EmuSnapshot",
    "Forgets a snapshot.",
    should_process=True,
    examples={"$null = New-EmuSnapshot old; Remove-EmuSnapshot old": "Lets go of what only this snapshot needed."},
)


@remove_emu_snapshot.parameter_set()
def removed(call: EmuCall, name: Name) -> None:
    """The workspace stays as it is."""
    if call.should_process(name):
        call.services.states.remove(name)
