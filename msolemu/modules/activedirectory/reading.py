"""How the cmdlets that read find objects of one class, and which properties they show of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msolemu.directory.forest.objects import ForestEntry
from msolemu.directory.query import And, Predicate
from msolemu.foundation.dataclass import dataclass
from msolemu.foundation.names import NameMap
from msolemu.modules.activedirectory.attributes import Property
from msolemu.modules.activedirectory.entities import chosen, entity
from msolemu.modules.activedirectory.errors import EmptySearchBase
from msolemu.modules.activedirectory.filter_language import parse_filter
from msolemu.modules.activedirectory.identity import identity_text
from msolemu.modules.activedirectory.ldap_filter import parse_ldap_filter
from msolemu.modules.activedirectory.parameters import Searching
from msolemu.modules.activedirectory.services import ADCall
from msolemu.modules.activedirectory.variables import session_variables
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.values.objects import PSCustomObject, Value


@dataclass(frozen=True, slots=True)
class Reading:
    """Objects of one class: what they meet, what is shown of them, and the type they are shown as."""

    object_class: str
    only: Predicate
    defaults: Sequence[str]
    properties: NameMap[Property]
    type_names: tuple[str, ...]

    def shown(self, entry: ForestEntry, properties: Sequence[str] = ()) -> PSCustomObject:
        """An object as the module prints it."""
        return entity(entry, chosen(properties, self.defaults, self.properties, entry), self.type_names)

    def filtered(self, call: ADCall, wanted: Value, searching: Searching) -> Iterator[PSCustomObject]:
        """The objects that meet a text in the filter language."""
        return self.searched(call, parse_filter(to_text(wanted), self.properties, session_variables(call)), searching)

    def filtered_by_ldap(self, call: ADCall, wanted: str, searching: Searching) -> Iterator[PSCustomObject]:
        """The objects that meet an LDAP filter."""
        return self.searched(call, parse_ldap_filter(wanted), searching)

    def searched(self, call: ADCall, wanted: Predicate, searching: Searching) -> Iterator[PSCustomObject]:
        """The objects below a container that meet a predicate; raises EmptySearchBase."""
        if searching.search_base == "":
            raise EmptySearchBase
        with call.services.unit_of_work() as work:
            found = work.forest.search(And((self.only, wanted)), searching.search_base, searching.search_scope.scope)
        for entry in found[: searching.result_set_size]:
            yield self.shown(entry, searching.properties)

    def identified(self, call: ADCall, identity: Value, properties: Sequence[str]) -> PSCustomObject:
        """The object of an identity; raises ObjectNotFound."""
        with call.services.unit_of_work() as work:
            entry = work.forest.find(identity_text(identity), self.object_class)
        return self.shown(entry, properties)
