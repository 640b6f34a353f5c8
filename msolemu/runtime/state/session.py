"""The state of one PowerShell session: scopes, commands, errors, and the protocol of its host."""

from __future__ import annotations

import functools
import gc
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from msolemu.runtime.errors.records import ErrorRecord
from msolemu.runtime.invoking.pipeline import Command, CommandResolver
from msolemu.runtime.state import current
from msolemu.runtime.state.aliases import PRIVATE, options_of
from msolemu.runtime.state.scopes import UNSET, Scope
from msolemu.runtime.state.streams import StreamKind, Streams
from msolemu.runtime.state.type_scopes import TypeScopes
from msolemu.runtime.text.decorations import ESCAPE, without_decorations
from msolemu.runtime.values.objects import ArrayList, Hashtable, collapse

if TYPE_CHECKING:
    from datetime import timedelta

    from msolemu.compat.known_issue import KnownIssueSet
    from msolemu.foundation.clock import Clock
    from msolemu.foundation.identifiers import IdSource
    from msolemu.runtime.filesystem.locations import Locations
    from msolemu.runtime.invoking.scriptblock import ScriptBlock
    from msolemu.runtime.state.frame import Frame
    from msolemu.runtime.types.styles import PSStyle
    from msolemu.runtime.values.extended import TypeData
    from msolemu.runtime.values.objects import PSObject, Value

State = TypeVar("State")

DEEPEST_CALL = 1000
"""Nested calls that a script may make before it gets PowerShell's own error."""
PYTHON_FRAMES_OF_A_CALL = 45
MOST_ERRORS = 256
YOUNG_OBJECTS = 20_000
"""How many objects are made between two searches for unused cycles."""


class Host(Protocol):
    """What a console must offer. Text has no line end unless it is part of it."""

    @property
    def width(self) -> int:
        """Columns of the screen."""
        ...

    @property
    def height(self) -> int:
        """Rows of the screen, 0 where there is none."""
        ...

    @property
    def is_terminal(self) -> bool:
        """Whether somebody sits there."""
        ...

    def write(self, text: str, foreground: str | None = None, background: str | None = None) -> None:
        """Text on the screen, without a line end."""
        ...

    def write_line(self, text: str = "", foreground: str | None = None, background: str | None = None) -> None:
        """A line on the screen."""
        ...

    def write_error_line(self, text: str) -> None:
        """A line of an error."""
        ...

    def show_progress(self, lines: Sequence[str]) -> None:
        """Lines that stand below the output until others take their place; without lines they go away."""
        ...

    def read_line(self, prompt: str, *, secret: bool = False) -> str | None:
        """A line typed after a prompt; None at the end of input or where nobody can be asked. A secret is not shown."""
        ...


class NoCommands:
    """A resolver that finds nothing."""

    def find(self, name: str) -> Command | None:
        """Nothing."""
        return None

    def has_module(self, name: str) -> bool:
        """Never."""
        return False


class Session:
    """Everything that outlives one command."""

    time_zone = "UTC"
    """The zone of local time, by its name in the database of time zones."""
    pass_time: Callable[[timedelta], None] | None = None
    """How time passes for Start-Sleep, where the clock alone does not say."""
    furnish: Callable[[], None] | None = None
    """Gives the global scope what every session begins with."""
    host_object: Any = None
    """`$Host`, once somebody has asked for it."""

    def __init__(
        self,
        host: Host,
        clock: Clock,
        ids: IdSource,
        issues: KnownIssueSet,
        locations: Locations | None = None,
        resolver: CommandResolver | None = None,
    ) -> None:
        self.host = host
        self.clock = clock
        self.ids = ids
        self.issues = issues
        self.locations = locations
        self.resolver: CommandResolver = resolver or NoCommands()
        self.global_scope = Scope.outermost()
        self.unread_functions: dict[str, tuple[str, str]] = {}
        self.streams = Streams(self, self.global_scope)
        self.error_list: ArrayList = ArrayList()
        self.ok: bool = True
        self.propagates = 0
        self.depth = 0
        self.deepest = DEEPEST_CALL
        self.strict = 0
        self.environment: dict[str, str] = {}
        self.types = TypeScopes()
        self.type_data: dict[str, TypeData] = {}
        self.type_files: dict[str, list[TypeData]] = {}
        """What each file of types that was read says."""
        self.attached: dict[int, PSObject] = {}
        self.statics: dict[str, Value] = {}
        self.modules: dict[str, Any] = {}
        self.views: Any = None
        self.error_lines: Callable[[ErrorRecord], list[str]] | None = None
        self.show: Callable[[StreamKind, Value], None] | None = None
        self.frame: Frame = self.frame_in(self.global_scope)
        self._states: dict[type, Any] = {}
        current.enter(self)
        # a script makes many objects that live long, which looking for cycles again and again would cost dearly
        gc.set_threshold(YOUNG_OBJECTS, 20, 50)
        sys.setrecursionlimit(max(sys.getrecursionlimit(), DEEPEST_CALL * PYTHON_FRAMES_OF_A_CALL))

    def frame_in(self, scope: Scope, emit: Callable[[Value], None] | None = None) -> Frame:
        """A frame for code that runs in a scope."""
        from msolemu.runtime.state.frame import Frame

        return Frame(self, scope, emit or _nowhere, self.streams)

    def state(self, kind: type[State]) -> State:
        """What a module keeps in the session: the one instance of its class, made when first asked for."""
        found: State | None = self._states.get(kind)
        if found is None:
            found = self._states[kind] = kind()
        return found

    # variables

    def get_variable(self, name: str, *, scope: Scope | None = None) -> Value:
        """The value of a variable seen from the current scope; None when it is not there."""
        value = (scope or self.frame.scope).find(name.lower())
        return None if value is UNSET else value

    def set_variable(self, name: str, value: Value, *, scope: Scope | None = None) -> None:
        """Set a variable of the current scope, or of the one given."""
        (scope or self.frame.scope).assign(name, value)

    # commands

    def find_command(self, name: str) -> Command | None:
        """The command of a name: alias first, then function, then what the resolver finds."""
        wanted = name.lower()
        if self.find_alias(wanted) is not None:
            name = self.aliased(wanted)
            wanted = name.lower()
        found: Command | None = self.find_function(wanted)
        if found is None and "\\" in wanted:
            found = self._of_module(wanted)
        return found if found is not None else self.resolver.find(name)

    def aliased(self, name: str) -> str:
        """What an alias stands for in the end, for aliases may name one another; another name stands for itself."""
        seen: set[str] = set()
        while name.lower() not in seen and (target := self.find_alias(name)) is not None:
            seen.add(name.lower())
            name = target
        return name

    def _of_module(self, name: str) -> Command | None:
        """The function of a name with its module's before it."""
        qualifier, _, plain = name.rpartition("\\")
        module = self.modules.get(qualifier)
        found: Command | None = None if module is None else module.functions().get(plain)
        return found

    def has_module(self, name: str) -> bool:
        """Whether there is a module of that name, emulated or loaded."""
        return name.lower() in self.modules or self.resolver.has_module(name)

    def find_alias(self, name: str) -> str | None:
        """What an alias stands for."""
        folded = name.lower()
        scope: Scope | None = self.frame.scope
        while scope is not None:
            if scope.aliases and folded in scope.aliases:
                found: str = scope.aliases[folded]
                if scope is self.frame.scope or not options_of(found) & PRIVATE:
                    return found
            scope = scope.parent
        return None

    def find_function(self, name: str) -> Any:
        """The function of a name."""
        folded = name.lower()
        scope: Scope | None = self.frame.scope
        while scope is not None:
            if scope.functions and folded in scope.functions:
                return scope.functions[folded]
            scope = scope.parent
        return self._read_function(folded) if folded in self.unread_functions else None

    def _read_function(self, name: str) -> Any:
        """A function that every session has, defined in the global scope now that somebody wants it."""
        from msolemu.runtime.invoking.functions import Function

        spelled, text = self.unread_functions.pop(name)
        made = Function(spelled, self.parse(text))
        assert self.global_scope.functions is not None
        self.global_scope.functions[name] = made
        return made

    def define_alias(self, name: str, target: str) -> None:
        """Make an alias of the current scope."""
        scope = self.frame.scope
        if scope.aliases is None:
            scope.aliases = {}
        scope.aliases[name.lower()] = target

    # the environment, whose names ignore case on Windows only

    def environment_value(self, name: str) -> str | None:
        """The value of an environment variable."""
        if name in self.environment:
            return self.environment[name]
        lowered = name.lower()
        return next((value for key, value in self.environment.items() if key.lower() == lowered), None)

    def set_environment(self, name: str, value: Value) -> None:
        """Set an environment variable of the session; null or empty text removes it."""
        from msolemu.runtime.casting.conversion import to_text

        spelled = next((key for key in self.environment if key.lower() == name.lower()), name)
        text = to_text(value)
        if text:
            self.environment[spelled] = text
        else:
            self.environment.pop(spelled, None)

    @functools.cached_property
    def version_table(self) -> Hashtable:
        """`$PSVersionTable`."""
        from msolemu.runtime.state.version_table import version_table

        return version_table()

    def let_pass(self, span: timedelta) -> None:
        """Let time pass: really, unless the session's clock stands still."""
        if self.pass_time is not None:
            self.pass_time(span)
            return
        advance = getattr(self.clock, "advance", None)
        if advance is not None:
            advance(span)
        else:
            time.sleep(span.total_seconds())

    @functools.cached_property
    def style(self) -> PSStyle:
        """`$PSStyle`; without a terminal, and where nobody wants colours, text is plain."""
        from msolemu.runtime.types.styles import new_style

        return new_style(plain=not self.host.is_terminal or bool(self.environment_value("NO_COLOR")))

    def shown(self, text: str, *, on_host: bool = True) -> str:
        """A text as it is shown: without its escape sequences where `$PSStyle.OutputRendering` says so."""
        return text if ESCAPE not in text or self._decorates(on_host) else without_decorations(text)

    def accent(self, name: str, *, on_host: bool = True) -> str:
        """The escape sequence of `$PSStyle.Formatting` under that name; none where text is shown without."""
        return self.style.formatting(name) if self._decorates(on_host) else ""

    def _decorates(self, on_host: bool) -> bool:
        return self.style.keeps_decorations(terminal=on_host and self.host.is_terminal)

    # script blocks

    def parse(self, text: str, file: str | None = None) -> ScriptBlock:
        """The text as a script block; raises a ParseException's error when it is not PowerShell."""
        from msolemu.runtime.invoking.scriptblock import parsed

        return parsed(self, text, file)

    def invoke(self, block: ScriptBlock, args: Sequence[Value] = (), records: Iterable[Value] = ()) -> list[Value]:
        """Run a script block in a scope of its own; gives its output."""
        return block.invoke(list(args), input_values=list(records))

    def call_with(self, block: ScriptBlock, underscore: Value, args: Sequence[Value] = ()) -> Value:
        """Run a script block in the current scope with `$_` bound; nothing as null, one value, or a list."""
        output = block.run_with(underscore, list(args))
        return None if not output else collapse(output)

    # errors and streams

    def remember_error(self, record: ErrorRecord) -> bool:
        """Put an error first into `$Error`; whether it was not there yet."""
        if self.error_list and getattr(self.error_list[0], "exception", None) is record.exception:
            return False
        self.error_list.insert(0, record)
        del self.error_list[MOST_ERRORS:]
        return True

    def host_write(self, stream: StreamKind, record: Value) -> None:
        """Show what no redirection took; the runspace says how."""
        if self.show is not None:
            self.show(stream, record)

    def table(self) -> Hashtable:
        """An empty hashtable, for those who build script values."""
        return Hashtable()


def _nowhere(value: Value) -> None:
    """Drop a value."""
