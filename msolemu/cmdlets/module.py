"""What a module says of itself, read without any of its cmdlets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msolemu.foundation.dataclass import dataclass, field


@dataclass(frozen=True, eq=False)
class Module:
    """A module: which file declares the cmdlets of which noun, so that a name is found without importing all files.

    A noun whose cmdlets stand in several files has an entry for each further one under the cmdlet's full name.
    `package` is the importing package's `__name__`; `errors` names the file whose `ERRORS` says how domain errors look,
    `views` the one whose `VIEWS` lists the views of the module's types.
    """

    name: str
    version: str
    nouns: Mapping[str, str]
    package: str
    namespace: str = "Microsoft.PowerShell.Commands"
    errors: str = ""
    views: str = ""
    description: str = ""
    types: Iterable[str] = field(default_factory=tuple)
    """Names, or beginnings that end in a dot, of the types that the module's views draw."""
    declares: Mapping[str, str] = field(default_factory=dict)
    """Types of the module that scripts name, and the file of the package that declares each."""
