"""Microsoft.PowerShell.Core: the cmdlets of the engine itself, for pipelines, commands, help, modules and jobs.

May import what every module may. What they need besides the session stands in `services`.
"""

from __future__ import annotations

from msolemu.cmdlets.module import Module

MODULE = Module(
    "Microsoft.PowerShell.Core",
    "7.6.5.500",
    nouns={
        "Object": "pipeline",
        "Default": "output",
        "Host": "output",
        "Null": "output",
        "Command": "commands",
        "Invoke-Command": "invoke_command",
        "Module": "modules",
        "ModuleManifest": "manifests",
        "New-Module": "module_members",
        "ModuleMember": "module_members",
        "Help": "help",
        "Update-Help": "help_files",
        "Save-Help": "help_files",
        "StrictMode": "session",
        "PSDebug": "session",
        "ArgumentCompleter": "session",
        "TabExpansion2": "completion",
        "History": "history",
        "Job": "jobs",
        "Wait-Job": "job_endings",
        "Stop-Job": "job_endings",
        "Remove-Job": "job_endings",
        "PSSession": "remoting",
        "PSTransportOption": "transport",
        "Pause": "console",
    },
    package=__name__,
    declares={
        "Microsoft.PowerShell.Commands.UpdateHelpScope": "help_files",
        "Microsoft.PowerShell.Commands.WSManConfigurationOption": "transport",
        "System.Management.Automation.CommandCompletion": "completion",
        "System.Management.Automation.Job": "job_values",
        "System.Management.Automation.PSRemotingJob": "job_values",
        "System.Management.Automation.Runspaces.AuthenticationMechanism": "remoting",
        "System.Management.Automation.Runspaces.OutputBufferingMode": "transport",
    },
    views="views",
    description="The cmdlets of the PowerShell engine.",
    types=(
        *("HelpInfoShort", "MamlParaTextItem", "MamlCommandHelpInfo"),
        *("MamlCommandHelpInfo#syntax", "MamlCommandHelpInfo#parameters", "MamlCommandHelpInfo#parameter"),
        *("MamlCommandHelpInfo#examples", "MamlCommandHelpInfo#example"),
    ),
)
