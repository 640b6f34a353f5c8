"""The streams besides output: where errors, warnings and messages go, as preferences and redirections have it."""

from __future__ import annotations

import enum
from collections.abc import Callable
from typing import TYPE_CHECKING

from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.errors.records import (
    ErrorRecord,
    ExceptionValue,
    FunctionError,
    Position,
    PowerShellError,
    ScriptError,
    stop_exception,
    stopped,
)

if TYPE_CHECKING:
    from msolemu.runtime.state.scopes import Scope
    from msolemu.runtime.state.session import Session
    from msolemu.runtime.types.net_type import NetType
    from msolemu.runtime.values.objects import Value


class StreamKind(enum.IntEnum):
    """A stream by its number."""

    OUTPUT = 1
    ERROR = 2
    WARNING = 3
    VERBOSE = 4
    DEBUG = 5
    INFORMATION = 6
    PROGRESS = 7


class ActionPreference(enum.Enum):
    """What happens with a message; the number is .NET's."""

    SilentlyContinue = 0
    Stop = 1
    Continue = 2
    Inquire = 3
    Ignore = 4
    Suspend = 5
    Break = 6


ACTION_TYPE = "System.Management.Automation.ActionPreference"
RESERVED_ACTION = (
    "The Suspend ActionPreference value is reserved for future use and is not supported at this time. "
    'For more information about preference variables, see the Help topic, "about_Preference_Variables."'
)


@dataclass(frozen=True, slots=True)
class MessageRecord:
    """A warning, verbose or debug text as an object, as redirection shows it."""

    stream: StreamKind
    message: str

    def __str__(self) -> str:
        return self.message

    @property
    def net_type(self) -> NetType:
        """WarningRecord, VerboseRecord or DebugRecord."""
        from msolemu.runtime.types.stream_records import MESSAGES

        return MESSAGES[self.stream]


@dataclass(slots=True)
class InformationRecord:
    """What Write-Information and Write-Host write."""

    message_data: Value
    source: str = ""
    tags: tuple[str, ...] = ()
    is_host: bool = False
    newline: bool = True
    foreground: str | None = None
    background: str | None = None

    def __str__(self) -> str:
        from msolemu.runtime.casting.conversion import to_text

        return to_text(self.message_data)

    @property
    def net_type(self) -> NetType:
        """InformationRecord."""
        from msolemu.runtime.types.stream_records import INFORMATION

        return INFORMATION


@dataclass(frozen=True, slots=True)
class ProgressRecord:
    """How far a long command has come: what Write-Progress writes. -1 is what is not known."""

    activity: str
    status: str
    id: int = 0
    parent: int = -1
    percent: int = -1
    seconds: int = -1
    operation: str = ""
    completed: bool = False
    source: int = 0


CMDLET_INVOCATION = "System.Management.Automation.CmdletInvocationException"
PREFERENCES = {
    StreamKind.ERROR: "erroractionpreference",
    StreamKind.WARNING: "warningpreference",
    StreamKind.VERBOSE: "verbosepreference",
    StreamKind.DEBUG: "debugpreference",
    StreamKind.INFORMATION: "informationpreference",
    StreamKind.PROGRESS: "progresspreference",
}


class Streams:
    """The streams as one command sees them.

    `routes` are redirections, which hold for everything called below; `captures` the lists of `-ErrorVariable` and
    its like, which collect from below too; `actions` what the command's own common parameters say.
    """

    __slots__ = (
        "actions",
        "captures",
        "had_errors",
        "merged",
        "parent",
        "position",
        "routes",
        "scope",
        "session",
        "upstream",
    )

    def __init__(self, session: Session, scope: Scope, parent: Streams | None = None) -> None:
        self.session = session
        self.scope = scope
        self.parent = parent
        self.routes: dict[StreamKind, Callable[[Value], None]] | None = None
        self.captures: dict[StreamKind, list[Value]] | None = None
        self.actions: dict[StreamKind, ActionPreference] | None = None
        self.had_errors = False
        self.merged: tuple[StreamKind, ...] = ()
        """The streams that go into the command's own output."""
        self.position: Position | None = None
        self.upstream = False
        """Whether another command of the pipeline follows: then what the caller collects gets nothing from here."""

    def below(self, scope: Scope) -> Streams:
        """The streams of a command called from here; its preferences are read in `scope`."""
        return Streams(self.session, scope, self)

    def set_action(self, stream: StreamKind, action: ActionPreference) -> None:
        """What the command's own common parameter says."""
        if self.actions is None:
            self.actions = {}
        self.actions[stream] = action

    def set_route(self, stream: StreamKind, sink: Callable[[Value], None]) -> None:
        """Send a stream elsewhere."""
        if self.routes is None:
            self.routes = {}
        self.routes[stream] = sink

    def add_capture(self, stream: StreamKind, into: list[Value]) -> None:
        """Collect what is written to a stream as well."""
        if self.captures is None:
            self.captures = {}
        self.captures[stream] = into

    def action(self, stream: StreamKind) -> ActionPreference:
        """What to do with a message: the command's own parameter, else the preference variable."""
        if self.actions and stream in self.actions:
            return self.actions[stream]
        return preference(self.scope.find(PREFERENCES[stream]), stream)

    def write_error(self, record: ErrorRecord) -> None:
        """A non-terminating error; with the action Stop it ends the script block instead."""
        action = self.action(StreamKind.ERROR)
        self.had_errors = True
        if record.position is None and not record.written_by:
            record.position = self.position
        if not record.stack:
            from msolemu.runtime.invoking.call_stack import stack_trace

            record.stack = stack_trace(self.session.frame, record.position)
        if action is ActionPreference.Stop:
            raise ScriptError(record)
        if action is ActionPreference.Ignore:
            return
        if action is ActionPreference.Inquire:
            self._inquire(StreamKind.ERROR, record.text)
        self.session.remember_error(record)
        self._capture(StreamKind.ERROR, record)
        if action is not ActionPreference.SilentlyContinue:
            self.send(StreamKind.ERROR, record)

    def write_unbound(self, record: ErrorRecord) -> None:
        """The error of a pipeline record that fits no parameter; where errors are silent, `-ErrorVariable` is too."""
        action = self.action(StreamKind.ERROR)
        if action in (ActionPreference.SilentlyContinue, ActionPreference.Ignore):
            self.had_errors = True
            if action is ActionPreference.SilentlyContinue:
                self.session.remember_error(record)
            return
        self.write_error(record)

    def ended_by(self, error: PowerShellError) -> None:
        """Give the command's own `-ErrorVariable` the exception that ends the command."""
        if not self.captures or StreamKind.ERROR not in self.captures:
            return
        record = error.record
        if record.thrown:
            exception = record.exception
        elif isinstance(error, ScriptError) and not isinstance(error, FunctionError):
            exception = stop_exception(_reason(StreamKind.ERROR, record.text), record)
        else:
            exception = ExceptionValue(CMDLET_INVOCATION, record.text, record.exception, record=record)
        self.captures[StreamKind.ERROR].append(exception)

    def for_blocks(self) -> Streams:
        """The streams of a script block that a cmdlet runs.

        What is merged into the cmdlet's own output (`2>&1`) is lost on the way, as in PowerShell.
        """
        if not self.merged:
            return self
        inner = self.below(self.scope)
        for stream in self.merged:
            inner.set_route(stream, _lost)
        return inner

    def remember(self, record: ErrorRecord) -> None:
        """Keep an error that somebody catches: in `$Error`, and in the `-ErrorVariable` of who runs."""
        if self.session.remember_error(record):
            self._capture(StreamKind.ERROR, record)

    def report(self, record: ErrorRecord) -> None:
        """Show an error that ended its statement and is already in `$Error`."""
        self._capture(StreamKind.ERROR, record)
        self.send(StreamKind.ERROR, record)

    def write_warning(self, text: str) -> None:
        """A warning."""
        self._message(StreamKind.WARNING, text)

    def write_verbose(self, text: str) -> None:
        """A verbose message."""
        self._message(StreamKind.VERBOSE, text)

    def write_debug(self, text: str) -> None:
        """A debug message."""
        self._message(StreamKind.DEBUG, text)

    def write_information(self, record: InformationRecord) -> None:
        """An information record; the host's own (Write-Host) show whatever the preference."""
        action = self.action(StreamKind.INFORMATION)
        if action is ActionPreference.Ignore and not record.is_host:
            return
        self._capture(StreamKind.INFORMATION, record)
        if action is ActionPreference.Stop and not record.is_host:
            raise stopped(_reason(StreamKind.INFORMATION, str(record)))
        explicit = bool(self.actions and StreamKind.INFORMATION in self.actions)
        silent = action in (ActionPreference.SilentlyContinue, ActionPreference.Ignore)
        if not silent or (record.is_host and not explicit) or self._is_routed(StreamKind.INFORMATION):
            self.send(StreamKind.INFORMATION, record)

    def write_host(
        self, text: str, foreground: str | None = None, background: str | None = None, newline: bool = True
    ) -> None:
        """Text for the host, through the information stream."""
        self.write_information(
            InformationRecord(text, "", ("PSHOST",), True, newline, foreground, background),
        )

    def write_progress(self, record: ProgressRecord) -> None:
        """Progress, which is no message: it is not collected, and no redirection takes it."""
        action = self.action(StreamKind.PROGRESS)
        if action in (ActionPreference.SilentlyContinue, ActionPreference.Ignore):
            return
        self.session.host_write(StreamKind.PROGRESS, record)
        if action is ActionPreference.Stop:
            raise stopped(_reason(StreamKind.PROGRESS, f"{record.activity}: {record.status}"))
        if action is ActionPreference.Inquire:
            self._inquire(StreamKind.PROGRESS)

    def send(self, stream: StreamKind, record: Value) -> None:
        """Give a record to where the stream goes."""
        streams: Streams | None = self
        while streams is not None:
            if streams.routes and stream in streams.routes:
                streams.routes[stream](record)
                return
            streams = streams.parent
        self.session.host_write(stream, record)

    def _message(self, stream: StreamKind, text: str) -> None:
        action = self.action(stream)
        silent = action is ActionPreference.SilentlyContinue
        if action is ActionPreference.Ignore or (silent and stream is not StreamKind.WARNING):
            return
        record = MessageRecord(stream, text)
        self._capture(stream, record)
        if silent:
            return
        self.send(stream, record)
        if action is ActionPreference.Stop:
            raise stopped(_reason(stream, text))
        if action is ActionPreference.Inquire:
            self._inquire(stream)

    def _inquire(self, stream: StreamKind, *question: str) -> None:
        """Ask whether to go on; after "Yes to All" the command asks no more."""
        from msolemu.runtime.binding.confirmation import inquire

        if inquire(self.session, *question):
            self.set_action(stream, ActionPreference.Continue)

    def _capture(self, stream: StreamKind, record: Value) -> None:
        streams: Streams | None = self
        while streams is not None:
            if streams.captures and stream in streams.captures:
                streams.captures[stream].append(record)
            streams = None if streams.upstream else streams.parent

    def _is_routed(self, stream: StreamKind) -> bool:
        streams: Streams | None = self
        while streams is not None:
            if streams.routes and stream in streams.routes:
                return True
            streams = streams.parent
        return False


_STOPPING = {StreamKind.ERROR: "ErrorActionPreference"}


def _reason(stream: StreamKind, text: str) -> str:
    name = _STOPPING.get(stream, f"{stream.name.capitalize()}Preference")
    setting = f'the preference variable "{name}" or common parameter is set to Stop'
    return f"The running command stopped because {setting}: {text}"


_BY_NAME = {action.name.lower(): action for action in ActionPreference}


def preference(value: Value, stream: StreamKind = StreamKind.ERROR) -> ActionPreference:
    """The action that a preference variable's value names; an unusable value counts as the default."""
    if isinstance(value, ActionPreference):
        return value
    if isinstance(value, str):
        found = _BY_NAME.get(value.lower())
        if found is not None:
            return found
    if type(value) is int and 0 <= value <= 6:
        return ActionPreference(value)
    silent = stream in (StreamKind.VERBOSE, StreamKind.DEBUG, StreamKind.INFORMATION)
    return ActionPreference.SilentlyContinue if silent else ActionPreference.Continue


def _lost(record: Value) -> None:
    """Where nothing arrives."""
