"""-Add, -Remove, -Replace and -Clear: changes of attributes by their LDAP names."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Parameter
from msolemu.directory.forest.objects import ForestEntry
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.activedirectory.attributes import SCHEMA, Kind
from msolemu.modules.activedirectory.writing import texts_of
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.values.objects import Hashtable

Values = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Modifications:
    """What the four parameters were given."""

    remove: Annotated[Hashtable | None, Parameter("Values to take away.")] = None
    add: Annotated[Hashtable | None, Parameter("Values to add.")] = None
    replace: Annotated[Hashtable | None, Parameter("Values to set in place of all others.")] = None
    clear: Annotated[list[str] | None, Parameter("Attributes to empty.")] = None

    def applied_to(self, entry: ForestEntry) -> dict[str, Values]:
        """The attributes that change, with their values afterwards."""
        found: dict[str, Values] = {}

        def now(name: str) -> Values:
            return found.get(name, tuple(entry.attributes.get(name.lower(), ())))

        for name, values in pairs(self.remove):
            gone = {value.lower() for value in values}
            found[name] = tuple(value for value in now(name) if value.lower() not in gone)
        for name, values in pairs(self.add):
            there = {value.lower() for value in now(name)}
            found[name] = (*now(name), *(value for value in values if value.lower() not in there))
        found |= dict(pairs(self.replace))
        found |= dict.fromkeys(self.clear or (), ())
        return found


def pairs(table: Hashtable | None) -> list[tuple[str, Values]]:
    """The attributes of a hashtable with their values."""
    return [(to_text(name), texts_of(value, kind_of(to_text(name)))) for name, value in table.items()] if table else []


def kind_of(attribute: str) -> Kind:
    """How the values of an LDAP attribute are given."""
    known = SCHEMA.get(attribute)
    return known.kind if known else Kind.TEXT
