"""The cmdlets that make, copy, move, rename, empty and remove properties: no emulated drive has such properties.

Their parameters, with the reason, stand in `msolemu.cmdlets.refused_parameters`.
"""

from __future__ import annotations

from msolemu.cmdlets.declaration import Cmdlet
from msolemu.modules.management.parameters import ManagementCall
from msolemu.runtime.errors.records import not_emulated

SYNOPSIS = "Is refused: the registry, whose items have such properties, is not emulated."


def _refused(verb: str, alias: str) -> Cmdlet:
    name = f"{verb}-ItemProperty"
    cmdlet = Cmdlet(
        name,
        SYNOPSIS,
        should_process=True,
        aliases=(alias,) if alias else (),
        examples={f"try {{ {name} a.txt Value }} catch {{ 'refused' }}": "Is refused."},
    )

    def refuse(call: ManagementCall) -> None:
        """Properties of files are read and set by Get-ItemProperty and Set-ItemProperty."""
        raise not_emulated("CommandNotEmulated", call.cmdlet.name)

    cmdlet.parameter_set("Path", default=True)(refuse)
    return cmdlet


clear_item_property = _refused("Clear", "clp")
copy_item_property = _refused("Copy", "cpp")
move_item_property = _refused("Move", "mp")
new_item_property = _refused("New", "")
remove_item_property = _refused("Remove", "rp")
rename_item_property = _refused("Rename", "rnp")
