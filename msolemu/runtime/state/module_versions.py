"""Which versions of a module somebody asks for: of `Import-Module`, of a module's specification, of `#requires`."""

from __future__ import annotations

from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.values.objects import Hashtable, Value, unwrap

ANY_PART = "999999999"
"""What the `*` at the end of a highest version stands for."""


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions that will do; what is empty does not limit them."""

    least: str = ""
    most: str = ""
    exactly: str = ""

    @classmethod
    def of(cls, specification: Value) -> Versions:
        """Those of a table such as `@{ ModuleName = 'X'; ModuleVersion = '1.0' }`; a name alone takes all."""
        table = unwrap(specification)
        if not isinstance(table, Hashtable):
            return cls()
        return cls(*(to_text(table.get(key)) for key in ("ModuleVersion", "MaximumVersion", "RequiredVersion")))

    def include(self, version: str) -> bool:
        """Whether a version is among them."""
        number = numbers(version)
        if self.exactly:
            return number == numbers(self.exactly)
        return (not self.least or number >= numbers(self.least)) and (not self.most or number <= numbers(self.most))

    @property
    def told(self) -> str:
        """How the error for a module that is missing tells of them."""
        if self.exactly or (self.least and not self.most):
            return f" with version '{self.exactly or self.least}'"
        parts = (("MinimumVersion", self.least), ("MaximumVersion", self.most))
        limits = " and ".join(f"{name} '{limit}'" for name, limit in parts if limit)
        return f" with {limits}" if limits else ""


def numbers(version: str) -> tuple[int, ...]:
    """The parts of a version, to be compared."""
    return tuple(int(part) for part in version.replace("*", ANY_PART).split(".") if part.isdigit())
