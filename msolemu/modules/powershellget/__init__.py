"""PowerShellGet: the cmdlets that install modules. Nothing is ever downloaded: what msolemu emulates counts as there.

May import what every module may. The parameters are those that scripts use; the gallery behind them is not emulated.
"""

from __future__ import annotations

from msolemu.cmdlets.module import Module

MODULE = Module(
    "PowerShellGet",
    "2.2.5",
    nouns={
        "Module": "modules",
        "InstalledModule": "modules",
        "PSRepository": "repositories",
        "PackageProvider": "repositories",
    },
    package=__name__,
    description="Installs modules; here those that msolemu emulates are installed already.",
)
