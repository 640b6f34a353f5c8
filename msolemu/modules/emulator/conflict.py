"""Get-EmuConflict."""

from __future__ import annotations

from msolemu.cmdlets.declaration import Cmdlet, Output
from msolemu.modules.emulator.services import ConflictSeen, EmuCall
from msolemu.modules.emulator.types import Conflict
from msolemu.runtime.types.date_time import DateTime

get_emu_conflict = Cmdlet(
    "Get-EmuConflict",
    "Shows each value that is set aside: who holds it, who lost it, since when, and what would heal it.",
    output=Conflict,
    examples={"Get-EmuConflict | Format-List": "Shows every conflict in full."},
)


@get_emu_conflict.parameter_set()
def seen(call: EmuCall) -> Output[Conflict]:
    """The real service shows the loser only. This cmdlet of the lab shows both sides."""
    for one in call.services.conflicts():
        yield Conflict(
            one.property_name,
            one.value,
            one.holder,
            one.holder_type,
            one.loser,
            one.loser_type,
            DateTime.of(one.since),
            remedy(one),
        )


def remedy(conflict: ConflictSeen) -> str:
    """What would end the waiting, in a sentence."""
    if not conflict.heals_by_itself:
        given_up = f"when '{conflict.holder}' has given the address up, " if conflict.holder else ""
        return (
            "The sweep compares a user principal name with user principal names only; "
            f"{given_up}change '{conflict.loser}' on-premises and synchronize."
        )
    if not conflict.holder:
        return "The value is free; the next hourly sweep gives it back."
    return (
        f"Take the value from '{conflict.holder}' and synchronize; the hourly sweep gives it to '{conflict.loser}'. "
        f"Or give '{conflict.loser}' another value on-premises and synchronize."
    )
