"""What a command is to the evaluator, and how the stages of a pipeline work together.

The pipeline pushes: every `begin` from left to right, then record by record, then every `end` from left to right.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from msolemu.foundation.dataclass import dataclass, field
from msolemu.foundation.enumeration import Enum
from msolemu.runtime.errors.records import StopUpstream

if TYPE_CHECKING:
    from msolemu.language import syntax
    from msolemu.language.position import Extent
    from msolemu.runtime.state.frame import Frame
    from msolemu.runtime.state.session import Session
    from msolemu.runtime.state.streams import Streams
    from msolemu.runtime.values.objects import Value

MISSING: Any = type("Missing", (), {"__repr__": lambda self: "MISSING", "__slots__": ()})()
"""The value of an argument that is a parameter's name alone."""


@dataclass(slots=True)
class Argument:
    """A word of a command, evaluated. `parameter` is the name without dash, None for a positional word."""

    parameter: str | None
    value: Value = MISSING
    has_colon: bool = False
    extent: Extent | None = None
    splatted: bool = False
    dash: str = "-"
    bare: bool = False
    """Whether the value was written as a plain word or number, without quotes: `text` then is how."""
    text: str = ""

    @property
    def has_value(self) -> bool:
        """Whether a value stands with the name, or the word is positional."""
        return self.value is not MISSING


class CommandKind(Enum):
    """The kinds of commands; the value is the name that PowerShell prints."""

    ALIAS = "Alias"
    FUNCTION = "Function"
    FILTER = "Filter"
    CMDLET = "Cmdlet"
    EXTERNAL_SCRIPT = "ExternalScript"
    APPLICATION = "Application"
    SCRIPT = "Script"


class Stage:
    """One command at work in a pipeline; `emit` is set before `begin`, and `invocation` by the pipeline."""

    emit: Callable[[Value], None]
    invocation: Invocation
    begun = False
    """Whether `begin` has been called: a stage that is given a record before its turn begins at once."""

    def begin(self) -> None:
        """Start; a command without pipeline input may do all its work in `end`."""

    def process(self, record: Value) -> None:
        """Take one record of pipeline input."""

    def end(self) -> None:
        """There is no more input."""

    def close(self) -> None:
        """The pipeline is over, however it ended."""


Shape: TypeAlias = "tuple[str | type[syntax.Node], ...]"
"""How the words of a command line stand: the names of parameters, and of every other word what it is written as."""


class Command(Protocol):
    """What a name resolves to: cmdlet, function, script file."""

    @property
    def name(self) -> str:
        """The name as it was declared."""
        ...

    @property
    def command_type(self) -> CommandKind:
        """What kind of command it is."""
        ...

    def stage(self, call: Invocation) -> Stage:
        """A stage for one call; binding errors may be raised here or in `begin`."""
        ...


@dataclass(slots=True)
class Invocation:
    """One call of a command: what was typed, and where the output of its streams goes.

    `frame` is the caller's; its scope is where script blocks given as arguments run.
    """

    session: Session
    name: str
    arguments: list[Argument]
    streams: Streams
    frame: Frame
    extent: Extent | None = None
    position: int = 0
    length: int = 1
    expects_input: bool = False
    command: Command | None = None
    bound: dict[str, Value] = field(default_factory=dict)
    operator: str = ""
    """`&` or `.` where the command was called by one of them."""
    shape: Shape | None = None
    """How the words stand, where every call from the same place has them so."""

    @property
    def last(self) -> bool:
        """Whether the command is the last of its pipeline."""
        return self.position == self.length - 1


class CommandResolver(Protocol):
    """Finds commands that are neither functions nor aliases of the session."""

    def find(self, name: str) -> Command | None:
        """The command of that name."""
        ...

    def has_module(self, name: str) -> bool:
        """Whether there is a module of that name, loaded or not."""
        ...


class Feed(Protocol):
    """Gives the records that enter the first stage."""

    def __call__(self, emit: Callable[[Value], None]) -> None:
        """Emit every record."""
        ...


def connect(stages: Sequence[Stage], output: Callable[[Value], None]) -> None:
    """Let each stage emit into the next, the last into `output`."""
    for left, right in itertools.pairwise(stages):
        left.emit = right.process
    stages[-1].emit = output


def run(stages: Sequence[Stage], feed: Feed | None = None) -> None:
    """Run connected stages; `feed` gives the first one's input. A stage that has enough stops those before it."""
    first = 0
    begun = 0
    try:
        try:
            for stage in stages:
                begun += 1
                stage.begin()
            if feed is not None:
                feed(stages[0].process)
        except StopUpstream as stop:
            first = _after(stages, stop)
        while first < len(stages):
            try:
                stages[first].end()
                first += 1
            except StopUpstream as stop:
                first = _after(stages, stop)
    finally:
        for stage in stages[:begun]:
            stage.close()


def _after(stages: Sequence[Stage], stop: StopUpstream) -> int:
    """Where the pipeline goes on: with the `end` of the stage that stopped it."""
    for index, stage in enumerate(stages):
        if stage.invocation is stop.invocation:
            return index
    raise stop
