"""What a command says of its parameters."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from msolemu.foundation.dataclass import dataclass, field
from msolemu.foundation.names import NameMap

if TYPE_CHECKING:
    from msolemu.runtime.types.net_type import NetType
    from msolemu.runtime.values.objects import Value

ALL_SETS = "__AllParameterSets"
SWITCH_TYPE = "System.Management.Automation.SwitchParameter"


class Kind(enum.Enum):
    """What sort of command the parameters belong to; binding words its errors accordingly."""

    CMDLET = "cmdlet"
    FUNCTION = "function"
    SIMPLE_FUNCTION = "simple function"
    """A function without any attribute: what is left over goes to `$args`."""


class ConfirmImpact(enum.IntEnum):
    """How much a command changes; compared with `$ConfirmPreference`."""

    NONE = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3


@dataclass(frozen=True, slots=True)
class SetPlace:
    """What one parameter set says of a parameter."""

    mandatory: bool = False
    position: int | None = None
    by_value: bool = False
    by_name: bool = False
    remaining: bool = False
    help_message: str = ""


class Transformation(Protocol):
    """Turns an argument before it is converted; raises a PowerShell error when it cannot."""

    def __call__(self, value: Value) -> Value:
        """The value to go on with."""
        ...


class Validation(Protocol):
    """A condition on a converted argument."""

    def check(self, value: Value) -> None:
        """Raise `ValidationFailed` with the text of the attribute when the value does not meet it."""
        ...


@dataclass(slots=True, eq=False)
class ParameterInfo:
    """A parameter: its type, where it stands in which set, and what its arguments must meet.

    `type_name` is the .NET name, `System.String[]`; `net_type` finds the type when it is first needed, unless the
    evaluator has given it as `known_type`.
    """

    name: str
    type_name: str = "System.Object"
    places: Mapping[str, SetPlace] = field(default_factory=lambda: {ALL_SETS: SetPlace()})
    aliases: Sequence[str] = ()
    validations: Sequence[Validation] = ()
    transformations: Sequence[Transformation] = ()
    allow_null: bool = False
    allow_empty_text: bool = False
    allow_empty_collection: bool = False
    nullable: bool = False
    spellings: Sequence[str] = ()
    """What an argument must be spelt like, upper and lower case too; any other text than these is not looked at."""
    hidden: bool = False
    supports_wildcards: bool = False
    refused: str = ""
    """Why msolemu refuses the parameter that it binds, in words for the user; empty when it works."""
    help: str = ""
    common: bool = False
    known_type: NetType | None = None
    python_type: type | None = None
    converter: Callable[[Value], Value] | None = None
    completer: Any = None
    """The script block that completes arguments."""
    suggestions: Sequence[str] = ()
    """Values that the shell offers, and that need not be taken."""
    ps_type_name: str = ""
    """The name that arguments must have among their `PSTypeNames`."""
    obsolete: str | None = None
    """What `[Obsolete()]` says of the parameter."""
    dynamic: bool = False
    """Whether the block `dynamicparam` gave it."""
    typed: bool = True
    """Whether a type stands in the declaration; an argument without one is not converted."""

    @property
    def is_switch(self) -> bool:
        """Whether the name alone is the argument."""
        return self.type_name == SWITCH_TYPE

    @property
    def is_any(self) -> bool:
        """Whether every value fits as it is."""
        return self.type_name in ("System.Object", "System.Management.Automation.PSObject")

    @property
    def net_type(self) -> NetType:
        """The type itself."""
        if self.known_type is None:
            from msolemu.runtime.types.registry import find_type

            self.known_type = find_type(self.type_name) or _unlisted(self.type_name)
        return self.known_type

    def place(self, set_name: str) -> SetPlace | None:
        """What a set says of the parameter; None where it does not belong to the set."""
        return self.places.get(set_name) or self.places.get(ALL_SETS)

    @property
    def in_all_sets(self) -> bool:
        """Whether the parameter belongs to every set."""
        return ALL_SETS in self.places

    @property
    def ever_mandatory(self) -> bool:
        """Whether any set demands the parameter."""
        return any(place.mandatory for place in self.places.values())

    @property
    def takes_pipeline(self) -> bool:
        """Whether any set fills the parameter from the pipeline."""
        return any(place.by_value or place.by_name for place in self.places.values())

    @property
    def names(self) -> list[str]:
        """The name and its aliases."""
        return [self.name, *self.aliases]


def _unlisted(name: str) -> NetType:
    """A type that scripts cannot name; no value has it, but a parameter of a real command does."""
    from msolemu.runtime.types.net_type import NetType
    from msolemu.runtime.types.registry import OBJECT, array_of

    if name.endswith("[]"):
        return array_of(_unlisted(name[:-2]))
    return NetType(name, OBJECT)


@dataclass(slots=True, eq=False)
class CommandMetadata:
    """All that binding needs to know of a command."""

    name: str
    parameters: NameMap[ParameterInfo]
    default_set: str = ALL_SETS
    kind: Kind = Kind.CMDLET
    error_owner: str = ""
    supports_should_process: bool = False
    confirm_impact: ConfirmImpact = ConfirmImpact.MEDIUM
    positional_binding: bool = True
    exact_case: bool = False
    set_names: tuple[str, ...] = ()
    by_name: dict[str, ParameterInfo] = field(default_factory=dict)
    """Every name and alias in lower case."""
    pipeline_parameters: tuple[ParameterInfo, ...] = ()
    obsolete: tuple[ParameterInfo, ...] = ()
    cache: dict[Any, Any] = field(default_factory=dict)
    """What binding has found out about the parameters, which never change."""

    def __post_init__(self) -> None:
        self.error_owner = self.error_owner or self.name
        for parameter in self.parameters.values():
            for name in parameter.names:
                self.by_name.setdefault(name.lower(), parameter)
        self.set_names = self.set_names or named_sets(self.parameters.values(), self.default_set)
        self.pipeline_parameters = tuple(one for one in self.parameters.values() if one.takes_pipeline)
        self.obsolete = tuple(one for one in self.parameters.values() if one.obsolete is not None)

    @property
    def takes_pipeline(self) -> bool:
        """Whether any parameter is filled from the pipeline."""
        return bool(self.pipeline_parameters)

    @property
    def takes_remaining(self) -> bool:
        """Whether a parameter takes what is left over."""
        return any(place.remaining for one in self.parameters.values() for place in one.places.values())

    def in_set(self, set_name: str) -> list[ParameterInfo]:
        """The parameters of one set, in the order of declaration."""
        return [one for one in self.parameters.values() if one.place(set_name) is not None]


def named_sets(parameters: Iterable[ParameterInfo], default_set: str = ALL_SETS) -> tuple[str, ...]:
    """The sets that there are: the default one, then those that parameters name; the one of all where none is named.

    A set is spelt as it was first; the parameters' own spellings follow it.
    """
    names = {} if default_set == ALL_SETS else {default_set.lower(): default_set}
    for parameter in parameters:
        for name in parameter.places:
            if name != ALL_SETS:
                names.setdefault(name.lower(), name)
        if any(name != names.get(name.lower(), name) for name in parameter.places):
            parameter.places = {names.get(name.lower(), name): place for name, place in parameter.places.items()}
    return tuple(names.values()) or (ALL_SETS,)


def metadata(name: str, parameters: Iterable[ParameterInfo], **marks: Any) -> CommandMetadata:
    """A command's metadata from its parameters in order; all but simple functions get the common parameters too."""
    from msolemu.runtime.binding.common_parameters import common_parameters

    known = NameMap((one.name, one) for one in parameters)
    if marks.get("kind") is not Kind.SIMPLE_FUNCTION:
        for common in common_parameters(should_process=marks.get("supports_should_process", False)):
            known.setdefault(common.name, common)
    return CommandMetadata(name, known, **marks)
