"""The verbs that names of commands may begin with, as Get-Verb gives them."""

from __future__ import annotations

from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.reflection import verbs
from msolemu.runtime.types.registry import net_object


@net_object("System.Management.Automation.VerbInfo")
@dataclass(frozen=True, slots=True)
class Verb:
    """An approved verb."""

    Verb: str
    AliasPrefix: str
    Group: str
    Description: str = ""


VERBS = tuple(Verb(one.name, one.prefix, one.group) for one in verbs.VERBS)
GROUPS = tuple(dict.fromkeys(one.Group for one in VERBS))
