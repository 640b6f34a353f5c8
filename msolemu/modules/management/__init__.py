"""Microsoft.PowerShell.Management: files, locations and the drives of a session.

May import what every module may. A path leads to a provider (`providers`): files below the folders that a session may
touch, variables, environment, functions and aliases. What belongs to the machine itself (processes, services, the
registry) is refused by name.
"""

from __future__ import annotations

from msolemu.cmdlets.module import Module

MODULE = Module(
    "Microsoft.PowerShell.Management",
    "7.0.0.0",
    nouns={
        "Content": "content",
        "Path": "paths",
        "Item": "items",
        "ChildItem": "child_items",
        "ItemProperty": "item_properties",
        "ItemPropertyValue": "item_properties",
        "Location": "locations",
        "PSDrive": "drives",
        "PSProvider": "drives",
        "Process": "refused",
        "Service": "refused",
        "Computer": "refused",
        "Clipboard": "refused",
        "Connection": "refused",
        "ComputerInfo": "refused",
        "HotFix": "refused",
        "EventLog": "refused",
        "WmiObject": "refused",
    },
    package=__name__,
    declares={
        "Microsoft.PowerShell.Commands.TestPathType": "paths",
    },
    description="Files, locations and drives.",
)
