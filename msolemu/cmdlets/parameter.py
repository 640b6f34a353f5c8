"""The marks of a cmdlet's parameters, as they stand in the annotations of its functions.

`Annotated[str, Parameter("Sign-in name.", position=0)]`: the Python type gives the .NET type, no default means
mandatory. Types must be importable at run time, for annotations are read when the cmdlet is first used.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, TypeAlias

from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.binding.parameters import Validation


class Case(enum.Enum):
    """Whether the values of an enumeration or set must be spelt exactly."""

    IGNORED = "ignored"
    EXACT = "exact"


class Allow(enum.Flag):
    """What a mandatory parameter takes although it usually refuses it."""

    NOTHING = 0
    NULL = enum.auto()
    EMPTY_TEXT = enum.auto()
    EMPTY_COLLECTION = enum.auto()


class Unset(enum.Enum):
    """The default of a parameter where "not given" and `$null` differ."""

    UNSET = "unset"

    def __bool__(self) -> bool:
        return False


UNSET = Unset.UNSET


@dataclass(frozen=True, slots=True)
class SwitchMark:
    """Says that a bool is a switch."""


Switch: TypeAlias = Annotated[bool, SwitchMark()]
"""A parameter whose name alone means true."""


@dataclass(frozen=True, slots=True)
class FixedMark:
    """Says that an argument is no parameter: each parameter set gives it a value of its own."""


Fixed: TypeAlias = Annotated[bool, FixedMark()]
"""What one parameter set of an implementation decides, and its user does not; by default false."""


@dataclass(frozen=True, slots=True)
class Variation:
    """How a further parameter set of an implementation differs: other annotations, and the arguments that are fixed."""

    annotations: Mapping[str, Any]
    fixed: Mapping[str, Any]


UNVARIED = Variation({}, {})


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a signature cannot say of a parameter.

    `name` is for spellings that are not the capitalized Python name, `type` for a .NET type that no Python type means,
    `nullable` for `Nullable<T>`. `spellings`, with an exact case, are what a text may be; to refuse any other is the
    cmdlet's. `convert` turns arguments where the type's own conversion does not, as for the name of an encoding. A
    parameter with `refused` binds and is then refused with these words.
    """

    help: str = ""
    position: int | None = None
    from_pipeline: bool = False
    from_property: bool = False
    remaining: bool = False
    mandatory: bool | None = None
    name: str = ""
    aliases: Sequence[str] = ()
    type: str = ""
    nullable: bool = False
    validate: Sequence[Validation] = ()
    allow: Allow = Allow.NOTHING
    case: Case = Case.IGNORED
    spellings: Sequence[str] = ()
    hidden: bool = False
    help_message: str = ""
    refused: str = ""
    convert: Callable[[Any], Any] | None = None
