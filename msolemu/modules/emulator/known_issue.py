"""Get-EmuKnownIssue, Set-EmuKnownIssue."""

from __future__ import annotations

import enum
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.compat.catalogue import CATALOGUE, Profile, issue_of
from msolemu.modules.emulator.services import EmuCall
from msolemu.modules.emulator.types import KnownIssueState
from msolemu.runtime.text.wildcard import WildcardPattern
from msolemu.runtime.types.registry import net_enum


@net_enum("MsolEmu.KnownIssueProfile")
class KnownIssueProfile(enum.Enum):
    """The profiles by name."""

    Documented = 0
    Fixed = 1
    Later = 2


get_emu_known_issue = Cmdlet(
    "Get-EmuKnownIssue",
    "Lists the documented behaviours that can be switched.",
    output=KnownIssueState,
    examples={
        "Get-EmuKnownIssue": "Lists all switches.",
        "Get-EmuKnownIssue sort*": "Lists those whose id begins with sort.",
    },
)


@get_emu_known_issue.parameter_set()
def listed(
    call: EmuCall,
    id_: Annotated[str, Parameter("Ids to show, with wildcards.", position=0, from_property=True)] = "*",
) -> Output[KnownIssueState]:
    """A known issue is a documented defect of the real service that msolemu reproduces on purpose, behind a switch.

    Enabled says whether the defect is there. Source cites where it is documented.
    """
    pattern = WildcardPattern(id_)
    for issue in CATALOGUE:
        if pattern.matches(issue.id):
            on = call.services.switches.issues.keep(issue)
            yield KnownIssueState(issue.id, on, issue.summary, issue.source)


set_emu_known_issue = Cmdlet(
    "Set-EmuKnownIssue",
    "Switches a documented behaviour on or off.",
    examples={
        "Set-EmuKnownIssue -Id sort-ignored -Enabled $false": "Lets -SortField and -SortDirection sort.",
        "Set-EmuKnownIssue -Profile Documented": "Puts all switches as the article describes the service.",
    },
)


@set_emu_known_issue.parameter_set("Id", default=True)
def switched(
    call: EmuCall,
    id_: Annotated[str, Parameter("The id, as Get-EmuKnownIssue gives it.", position=0, from_property=True)],
    enabled: Annotated[bool, Parameter("Whether the defect is there.", position=1)],
) -> None:
    """The switch holds at once, and the workspace remembers it."""
    call.services.switches.switch(issue_of(id_), on=enabled)


@set_emu_known_issue.parameter_set("Profile")
def chosen(
    call: EmuCall,
    profile: Annotated[KnownIssueProfile, Parameter("Documented, Fixed or Later.")],
) -> None:
    """Puts all switches as a profile has them."""
    call.services.switches.choose(Profile[profile.name.upper()])
