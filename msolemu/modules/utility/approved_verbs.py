"""The verbs that names of commands may begin with, as Get-Verb gives them."""

from __future__ import annotations

import functools

from msolemu.foundation.dataclass import dataclass
from msolemu.foundation.tables import table
from msolemu.runtime.reflection import verbs
from msolemu.runtime.types.registry import net_object


@net_object("System.Management.Automation.VerbInfo")
@dataclass(frozen=True, slots=True)
class Verb:
    """An approved verb."""

    Verb: str
    AliasPrefix: str
    Group: str
    Description: str


GROUPS = tuple(dict.fromkeys(one.group for one in verbs.VERBS))


@functools.cache
def approved() -> tuple[Verb, ...]:
    """The verbs, group by group, each with what it is for."""
    told: dict[str, str] = table(__file__, "verb_descriptions.json")
    return tuple(Verb(one.name, one.prefix, one.group, told[one.name]) for one in verbs.VERBS)
