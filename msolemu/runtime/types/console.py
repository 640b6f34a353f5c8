"""System.Console: its harmless part. What a script sets for the console changes nothing."""

from __future__ import annotations

import os
from typing import Any

from msolemu.runtime.casting.conversion import culture_text
from msolemu.runtime.errors.net_errors import null_argument
from msolemu.runtime.errors.records import not_emulated
from msolemu.runtime.state import current
from msolemu.runtime.types.declaring import refused, static, static_properties
from msolemu.runtime.types.enumerations import member
from msolemu.runtime.types.net_type import Property
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.types.text_statics import format_text
from msolemu.runtime.types.text_streams import READER, TextReader, TextWriter
from msolemu.runtime.types.tuples import tuple_of
from msolemu.runtime.values.objects import Value

CONSOLE = known_type("System.Console")


def _encoding() -> Value:
    from msolemu.runtime.text.encodings import UTF8

    return UTF8


static_properties(
    CONSOLE,
    WindowWidth=lambda: current.session().host.width,
    WindowHeight=lambda: current.session().host.height or 50,
    BufferWidth=lambda: current.session().host.width,
    BufferHeight=lambda: 3000,
    IsOutputRedirected=lambda: not current.session().host.is_terminal,
    IsInputRedirected=lambda: not current.session().host.is_terminal,
    IsErrorRedirected=lambda: not current.session().host.is_terminal,
    OutputEncoding=_encoding,
    InputEncoding=_encoding,
    KeyAvailable=lambda: False,
    CapsLock=lambda: False,
    NumberLock=lambda: False,
    LargestWindowWidth=lambda: current.session().host.width,
    LargestWindowHeight=lambda: 50,
    ForegroundColor=lambda: member("System.ConsoleColor", "Gray"),
    BackgroundColor=lambda: member("System.ConsoleColor", "Black"),
    Title=lambda: "msolemu",
    **{name: lambda: 0 for name in ("CursorLeft", "CursorTop", "WindowLeft", "WindowTop")},
    CursorSize=lambda: 25,
    TreatControlCAsInput=lambda: False,
)


def _ignore(owner: Value, value: Value) -> None:
    """What a script sets for its console changes nothing here."""


for _name in (
    *("OutputEncoding", "InputEncoding", "Title", "ForegroundColor", "BackgroundColor", "CursorVisible", "CursorLeft"),
    *("CursorTop", "CursorSize", "WindowLeft", "WindowTop", "WindowWidth", "WindowHeight", "BufferWidth"),
    *("BufferHeight", "TreatControlCAsInput"),
):
    _known = CONSOLE.own.statics.get(_name.lower())
    _read = _known.read if isinstance(_known, Property) else lambda owner: True
    CONSOLE.own.statics[_name.lower()] = Property(_name, _read, _ignore)


@static(CONSOLE, "void WriteLine()", "void WriteLine(string value)", "void WriteLine(System.Object value)")
def write_line(value: Value = "") -> None:
    """A line on the screen."""
    _out().write(culture_text(value) + os.linesep)


@static(CONSOLE, "void Write(string value)", "void Write(System.Object value)")
def write(value: Value) -> None:
    """A text on the screen, without a line end."""
    _out().write(culture_text(value))


_FORMAT = "string format, Params System.Object[] arg"
static(CONSOLE, f"void WriteLine({_FORMAT})")(lambda directive, values: write_line(format_text(directive, values)))
static(CONSOLE, f"void Write({_FORMAT})")(lambda directive, values: write(format_text(directive, values)))
for _name, _write in (("Write", write), ("WriteLine", write_line)):
    static(CONSOLE, f"void {_name}(char[] buffer)", f"void {_name}(char[] buffer, int index, int count)")(
        lambda units, index=0, count=None, put=_write: put(
            "".join(units or ())[index : None if count is None else index + count]
        )
    )


class _Screen:
    """Where `[Console]::Out` and `[Console]::Error` write."""

    def __init__(self, *, error: bool = False) -> None:
        self.error = error

    def write(self, text: str) -> None:
        """Take text; errors come by lines."""
        host = current.session().host
        if self.error:
            host.write_error_line(text.removesuffix("\n").removesuffix("\r"))
        else:
            host.write(text)

    def flush(self) -> None:
        """It is on the screen already."""

    def close(self) -> None:
        """The screen stays."""


class ConsoleReader(TextReader):
    """What somebody types, line by line."""

    def __init__(self) -> None:
        super().__init__("")

    def line(self) -> str | None:
        """The next line."""
        return read_line()

    def take(self, count: int | None = None) -> str:
        """Characters of the next line, or all lines that come."""
        if count is not None:
            return ((read_line() or "") + "\n")[:count]
        return "".join(f"{line}\n" for line in iter(self.line, None))


represent(READER, ConsoleReader)


def _out() -> Any:
    return current.session().statics.get("console out") or TextWriter(_Screen())


def _error() -> Any:
    return current.session().statics.get("console error") or TextWriter(_Screen(error=True))


static_properties(CONSOLE, In=ConsoleReader, Out=_out, Error=_error)


@static(CONSOLE, "void SetOut(System.IO.TextWriter newOut)")
def set_out(writer: TextWriter) -> None:
    """Write elsewhere what goes to the console by its own methods."""
    if writer is None:
        raise null_argument("newOut")
    current.session().statics["console out"] = writer


@static(CONSOLE, "void SetError(System.IO.TextWriter newError)")
def set_error(writer: TextWriter) -> None:
    """Write elsewhere what goes to the console's error stream by its own methods."""
    if writer is None:
        raise null_argument("newError")
    current.session().statics["console error"] = writer


@static(CONSOLE, "string ReadLine()")
def read_line() -> str | None:
    """A line that somebody types, null at the end of input."""
    return current.session().host.read_line("")


static(CONSOLE, "int Read()")(lambda: ord(ConsoleReader().take(1)))


@static(
    CONSOLE,
    *("void Clear()", "void ResetColor()", "void Beep()", "void Beep(int frequency, int duration)"),
    *(f"void {name}(int left, int top)" for name in ("SetCursorPosition", "SetWindowPosition")),
    *(f"void {name}(int width, int height)" for name in ("SetWindowSize", "SetBufferSize")),
    "void MoveBufferArea(int left, int top, int width, int height, int targetLeft, int targetTop)",
)
def nothing(*given: Value) -> None:
    """Changes nothing that a lab records."""


static(CONSOLE, "System.ValueTuple GetCursorPosition()")(lambda: tuple_of("ValueTuple", 0, 0))
refused(
    CONSOLE,
    "hands the console to nobody as bytes",
    *(f"::OpenStandard{name}()" for name in ("Input", "Output", "Error")),
    "::SetIn()",
)


@static(CONSOLE, "System.Object ReadKey()", "System.Object ReadKey(bool intercept)")
def read_key(intercept: bool = False) -> Value:
    """Single keys are not read."""
    raise not_emulated("ReadKeyNotEmulated", "[Console]::ReadKey()")
