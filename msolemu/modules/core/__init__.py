"""Microsoft.PowerShell.Core: the cmdlets of the engine itself, for pipelines, commands, help, modules and jobs.

May import what every module may. What they need besides the session stands in `services`.
"""

from __future__ import annotations

from msolemu.cmdlets.declaration import Module

MODULE = Module(
    "Microsoft.PowerShell.Core",
    "7.6.5.500",
    nouns={
        "Object": "pipeline",
        "Default": "output",
        "Host": "output",
        "Null": "output",
        "Command": "commands",
        "Module": "modules",
        "ModuleManifest": "manifests",
        "ModuleMember": "modules",
        "Help": "help",
        "StrictMode": "session",
        "PSDebug": "session",
        "ArgumentCompleter": "session",
        "History": "session",
        "Job": "jobs",
        "PSSession": "remoting",
        "Pause": "console",
    },
    package=__name__,
    views="views",
    description="The cmdlets of the PowerShell engine.",
    types=("MamlCommandHelpInfo", "HelpInfoShort"),
)
