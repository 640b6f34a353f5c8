"""TabExpansion2: what can stand at the cursor."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Allow, Cmdlet, Output, Parameter
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.core.lookup import Lookup
from msolemu.modules.core.services import CoreCall
from msolemu.runtime.completing.completion import Completion
from msolemu.runtime.types.completion import CompletionResult
from msolemu.runtime.types.registry import net_object


@net_object("System.Management.Automation.CommandCompletion")
@dataclass(slots=True)
class CommandCompletion:
    """What can stand at the cursor, and what it stands in place of."""

    CurrentMatchIndex: int
    ReplacementIndex: int
    ReplacementLength: int
    CompletionMatches: list[CompletionResult]


tab_expansion = Cmdlet(
    "TabExpansion2",
    "Tells what can stand at the cursor.",
    output=CommandCompletion,
    examples={
        "(TabExpansion2 'Get-MsolUser -Ret').CompletionMatches": "Completes a parameter.",
        "(TabExpansion2 'Set-MsolDirSyncF' 16).CompletionMatches.CompletionText": "Completes the name of a command.",
        "(TabExpansion2 '(Get-MsolUser).Disp').CompletionMatches.CompletionText": "Completes a member.",
    },
)


@tab_expansion.parameter_set("ScriptInputSet", default=True)
def expanded(
    call: CoreCall,
    input_script: Annotated[str, Parameter("What was typed.", name="inputScript", position=0, allow=Allow.EMPTY_TEXT)],
    cursor_column: Annotated[int | None, Parameter("Where the cursor is.", name="cursorColumn", position=1)] = None,
) -> Output[CommandCompletion]:
    """Completes commands, their parameters and the arguments of these, variables, members, types, and paths.

    The spelling is the declared one, which matters for the cmdlets that heed upper and lower case.
    """
    lookup = Lookup(call.session, call.services.commands)
    completion = Completion(call.session, lookup, input_script[:cursor_column])
    found = list(completion.found())
    yield CommandCompletion(-1, completion.start, len(completion.word), found)
