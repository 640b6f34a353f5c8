"""The functions that a new session has, as PowerShell text; each is read when it is first called."""

from __future__ import annotations

FUNCTIONS: dict[str, str] = {
    "cd..": "Set-Location ..",
    "cd\\": "Set-Location \\",
    "cd~": "Set-Location ~",
    "Clear-Host": 'if ($Host.UI.SupportsVirtualTerminal) { Write-Host "`e[2J`e[H" -NoNewline }',
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
    "prompt": "\"PS $PWD$('>' * ($NestedPromptLevel + 1)) \"",
}


def unread() -> dict[str, tuple[str, str]]:
    """The functions by lower-case name, each with its spelling and its text."""
    return {name.lower(): (name, text) for name, text in FUNCTIONS.items()}
