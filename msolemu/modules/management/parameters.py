"""Parameters that the cmdlets of paths have in common."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from msolemu.cmdlets.call import Call
from msolemu.cmdlets.declaration import Parameter, Switch, Variation
from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.text.encodings import TextEncoding, encoding_of
from msolemu.runtime.text.wildcard import WildcardPattern, is_among

ManagementCall: TypeAlias = Call[None]

Paths = Annotated[
    list[str], Parameter("The paths; wildcards count.", position=0, from_pipeline=True, from_property=True)
]
NamedPaths = Annotated[list[str], Parameter("The paths; wildcards count.", position=0, from_property=True)]
LiteralPaths = Annotated[
    list[str],
    Parameter(
        "Paths in which no wildcard counts.",
        name="LiteralPath",
        mandatory=True,
        aliases=("PSPath", "LP"),
        from_property=True,
    ),
]
LiteralPath = Annotated[
    str,
    Parameter(
        "A path in which no wildcard counts.",
        name="LiteralPath",
        mandatory=True,
        aliases=("PSPath", "LP"),
        from_property=True,
    ),
]
LITERALLY = Variation({"path": LiteralPaths}, {"literal": True})
"""The set of a cmdlet in which paths are taken as they are."""
ONE_LITERALLY = Variation({"path": LiteralPath}, {"literal": True})
"""The same of a cmdlet that takes one path."""
Force = Annotated[Switch, Parameter("Also what is hidden or read-only.")]
PassThru = Annotated[Switch, Parameter("Gives back what was worked on.")]
Encoding = Annotated[
    TextEncoding | None,
    Parameter("How text becomes bytes; UTF-8 without a mark unless said.", convert=encoding_of),
]


@dataclass(frozen=True, kw_only=True)
class Choice:
    """Which of the items that a path means are worked on."""

    filter: Annotated[str | None, Parameter("A pattern for names, with * and ?.")] = None
    include: Annotated[list[str] | None, Parameter("Patterns of which a name must match one.")] = None
    exclude: Annotated[list[str] | None, Parameter("Patterns of which a name must match none.")] = None

    def takes_name(self, name: str) -> bool:
        """Whether an item of that name is worked on."""
        if self.filter is not None and not WildcardPattern(self.filter).matches(name):
            return False
        return is_among(name, self.include, self.exclude)
