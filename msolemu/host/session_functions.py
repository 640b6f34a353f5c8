"""The functions that a new session has, as PowerShell text; each is read when it is first called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msolemu.runtime.invoking.functions import Function

if TYPE_CHECKING:
    from msolemu.runtime.state.session import Session

FUNCTIONS: dict[str, str] = {
    "cd..": "Set-Location ..",
    "cd\\": "Set-Location \\",
    "cd~": "Set-Location ~",
    "Clear-Host": 'if ($Host.UI.SupportsVirtualTerminal) { Write-Host "`e[2J`e[H" -NoNewline }',
    "help": "Get-Help @args",
    "mkdir": """
        [CmdletBinding(DefaultParameterSetName = 'pathSet', SupportsShouldProcess)]
        param(
            [Parameter(ParameterSetName = 'nameSet', Position = 0, ValueFromPipelineByPropertyName)]
            [Parameter(ParameterSetName = 'pathSet', Mandatory, Position = 0, ValueFromPipelineByPropertyName)]
            [string[]]$Path,
            [Parameter(ParameterSetName = 'nameSet', Mandatory, ValueFromPipelineByPropertyName)][string]$Name,
            [Parameter(ValueFromPipeline, ValueFromPipelineByPropertyName)]$Value,
            [switch]$Force
        )
        process { New-Item @PSBoundParameters -ItemType Directory }
        """,
    "oss": "process { $_ | Out-String -Stream }",
    "pause": "$null = Read-Host 'Press Enter to continue...'",
    "prompt": "\"PS $PWD$('>' * ($NestedPromptLevel + 1)) \"",
}
_SPELLINGS = {name.lower(): name for name in FUNCTIONS}


def session_function(session: Session, name: str) -> Function | None:
    """The function of that name, defined in the global scope now that somebody calls it; None when there is none."""
    spelled = _SPELLINGS.get(name.lower())
    functions = session.global_scope.functions
    if spelled is None or functions is None:
        return None
    function = Function(spelled, session.parse(FUNCTIONS[spelled]))
    functions[spelled.lower()] = function
    return function
