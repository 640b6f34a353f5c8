"""What there is of a domain and its forest besides objects: one site, one domain controller that has every role."""

from __future__ import annotations

from uuid import NAMESPACE_OID, UUID, uuid5

from msolemu.directory.forest.directory import ForestDirectory
from msolemu.directory.forest.errors import ObjectNotFound
from msolemu.directory.forest.objects import ForestEntry
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.activedirectory.identity import identity_text
from msolemu.runtime.values.objects import Value

SITE = "Default-First-Site-Name"
SERVER = "DC01"
MODE = "Windows2012"
"""The functional level: two users may still have one user principal name."""
SYSTEM = "Windows Server 2012 Standard"
VERSION = "6.2 (9200)"
ADDRESS = "10.0.0.10"


@dataclass(frozen=True, slots=True)
class Topology:
    """The names that follow from the forest's."""

    forest: str
    root: str

    @classmethod
    def of(cls, directory: ForestDirectory) -> Topology:
        """The names in a forest."""
        return cls(directory.name, directory.root)

    @property
    def short_name(self) -> str:
        """The domain's name without what follows the first dot."""
        return self.forest.partition(".")[0]

    @property
    def server(self) -> str:
        """The domain controller's full name."""
        return f"{SERVER}.{self.forest}"

    @property
    def configuration(self) -> str:
        """The container of the configuration."""
        return f"CN=Configuration,{self.root}"

    @property
    def partitions(self) -> tuple[str, ...]:
        """The naming contexts."""
        return (
            f"DC=ForestDnsZones,{self.root}",
            f"DC=DomainDnsZones,{self.root}",
            f"CN=Schema,{self.configuration}",
            self.configuration,
            self.root,
        )

    @property
    def server_object(self) -> str:
        """The domain controller among the servers of its site."""
        return f"CN={SERVER},CN=Servers,CN={SITE},CN=Sites,{self.configuration}"

    def guid(self, of: str) -> UUID:
        """The id of something that is no object here, the same each time."""
        return uuid5(NAMESPACE_OID, f"{of},{self.root}")


def asked_domain(directory: ForestDirectory, identity: Value) -> ForestEntry:
    """The domain of a forest, asked for by one of its names or by none; raises ObjectNotFound for any other."""
    names = Topology.of(directory)
    entry = directory.at(names.root)
    assert entry is not None, "a forest has its root domain"
    known = (names.forest, names.root, names.short_name, directory.forest.domain_identifier, str(entry.guid))
    if identity is not None and identity_text(identity).lower() not in map(str.lower, known):
        raise ObjectNotFound(identity_text(identity), names.root)
    return entry
