"""How a cmdlet is declared: `Cmdlet` and its parameter sets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from msolemu.cmdlets.parameter import UNSET, UNVARIED, Allow, Case, Fixed, Parameter, Switch, Unset, Variation
from msolemu.foundation.dataclass import dataclass, field
from msolemu.runtime.binding.parameters import ALL_SETS, CommandMetadata, ConfirmImpact

if TYPE_CHECKING:
    from msolemu.cmdlets.module import Module

T = TypeVar("T")
Implementation = TypeVar("Implementation", bound=Callable[..., Any])
Output: TypeAlias = Iterator[T]
"""What a cmdlet's function gives: its records, one by one."""


@dataclass(frozen=True, slots=True)
class Example:
    """A command line that shows the cmdlet at work, with a sentence; the suite runs it."""

    line: str
    says: str


@dataclass(slots=True, eq=False)
class ParameterSet:
    """One parameter set and what runs when it is chosen: a function, or a dataclass with `process`."""

    name: str
    run: Callable[..., Any]
    default: bool = False
    parameters: Mapping[str, Any] | None = None
    """Further annotations, for sets that are made from a table rather than written out."""
    variation: Variation = UNVARIED
    keeps_state: bool = field(init=False)
    """Whether an object lives from begin to end."""

    def __post_init__(self) -> None:
        self.keeps_state = isinstance(self.run, type)

    @property
    def description(self) -> str:
        """What the docstring says."""
        from inspect import cleandoc

        return cleandoc(self.run.__doc__ or "")


class Cmdlet:
    """A cmdlet: its name and what its parameter sets have in common.

    `error_owner` is the .NET class, the second half of every error id; a name without a dot gets the module's
    namespace. `exact_case` demands the exact spelling of the name and of its own parameters (contract §3).
    """

    def __init__(
        self,
        name: str,
        synopsis: str,
        *,
        output: Any = None,
        error_owner: str = "",
        exact_case: bool = False,
        should_process: bool = False,
        confirm_impact: ConfirmImpact = ConfirmImpact.MEDIUM,
        aliases: Sequence[str] = (),
        examples: Mapping[str, str] | Sequence[tuple[str, str]] = (),
        positional_binding: bool = True,
        links: Sequence[str] = (),
    ) -> None:
        self.name = name
        self.synopsis = synopsis
        self.output = output
        self.error_owner = error_owner or name.replace("-", "") + "Command"
        self.exact_case = exact_case
        self.should_process = should_process
        self.confirm_impact = confirm_impact
        self.aliases = tuple(aliases)
        pairs = examples.items() if isinstance(examples, Mapping) else examples
        self.examples = tuple(Example(line, says) for line, says in pairs)
        self.positional_binding = positional_binding
        self.links = tuple(links)
        self.sets: dict[str, ParameterSet] = {}
        self.module: Module | None = None
        self._metadata: CommandMetadata | None = None

    def __repr__(self) -> str:
        return f"Cmdlet({self.name})"

    def parameter_set(
        self,
        name: str = ALL_SETS,
        variation: Variation = UNVARIED,
        *,
        default: bool = False,
        parameters: Mapping[str, Any] | None = None,
    ) -> Callable[[Implementation], Implementation]:
        """Declare a parameter set; the decorated function or dataclass runs when it is chosen.

        Without a name it is the only one. Two sets may have one implementation: a variation says how this one differs
        from the signature. The set that stands nearest to the implementation comes first.
        """

        def declare(run: Implementation) -> Implementation:
            self.sets[name] = ParameterSet(name, run, default, parameters, variation)
            return run

        return declare

    @property
    def verb(self) -> str:
        """The part before the dash."""
        return self.name.partition("-")[0]

    @property
    def noun(self) -> str:
        """The part after the dash."""
        return self.name.partition("-")[2]

    @property
    def default_set(self) -> str:
        """The set that is taken where nothing decides."""
        if len(self.sets) == 1:
            return next(iter(self.sets))
        return next((one.name for one in self.sets.values() if one.default), ALL_SETS)

    @property
    def description(self) -> str:
        """The default set's docstring, else the first there is."""
        chosen = self.sets.get(self.default_set)
        texts = [chosen.description] if chosen else []
        return next((text for text in [*texts, *(one.description for one in self.sets.values())] if text), "")

    @property
    def owner(self) -> str:
        """The full name of the .NET class."""
        if "." in self.error_owner or self.module is None:
            return self.error_owner
        return f"{self.module.namespace}.{self.error_owner}"

    @property
    def metadata(self) -> CommandMetadata:
        """The parameters, read from the signatures when they are first needed."""
        if self._metadata is None:
            from msolemu.cmdlets.signature import metadata_of

            self._metadata = metadata_of(self)
        return self._metadata


_WORD = re.compile(r"_([a-z0-9])")


def spelt(python_name: str) -> str:
    """`user_principal_name` as PowerShell spells it: UserPrincipalName."""
    plain = python_name.rstrip("_")
    return plain[:1].upper() + _WORD.sub(lambda match: match[1].upper(), plain[1:])


__all__ = [
    "UNSET",
    "Allow",
    "Case",
    "Cmdlet",
    "ConfirmImpact",
    "Example",
    "Fixed",
    "Output",
    "Parameter",
    "ParameterSet",
    "Switch",
    "Unset",
    "Variation",
    "spelt",
]
