"""`$PSStyle`: the escape sequences that colour text on a terminal, and whether they are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.errors.net_errors import argument_error
from msolemu.runtime.text.decorations import ESCAPE, without_decorations
from msolemu.runtime.types.declaring import method, static, static_properties, typed_property
from msolemu.runtime.types.enumerations import member
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import OBJECT, declare, known_type
from msolemu.runtime.values.enumerations import number_of
from msolemu.runtime.values.objects import Hashtable, Value

NAME = "System.Management.Automation.PSStyle"
STYLE = known_type(NAME)
RENDERING = "System.Management.Automation.OutputRendering"
PROGRESS_VIEW = "System.Management.Automation.ProgressView"

CODES = {
    "Reset": "0",
    "BlinkOff": "25",
    "Blink": "5",
    "BoldOff": "22",
    "Bold": "1",
    "DimOff": "22",
    "Dim": "2",
    "Hidden": "8",
    "HiddenOff": "28",
    "Reverse": "7",
    "ReverseOff": "27",
    "ItalicOff": "23",
    "Italic": "3",
    "UnderlineOff": "24",
    "Underline": "4",
    "StrikethroughOff": "29",
    "Strikethrough": "9",
}
"""What switches a rendition on and off."""
COLOURS = ("Black", "Red", "Green", "Yellow", "Blue", "Magenta", "Cyan", "White")
CONSOLE_COLOURS = (
    *("Black", "Blue", "Green", "Cyan", "Red", "Magenta", "Yellow", "White"),
    *(f"Bright{name}" for name in ("Black", "Blue", "Green", "Cyan", "Red", "Magenta", "Yellow", "White")),
)
"""The colours by the numbers of ConsoleColor."""
FORMATTING = {
    "FormatAccent": "32;1",
    "TableHeader": "32;1",
    "CustomTableHeaderLabel": "32;1;3",
    "ErrorAccent": "36;1",
    "Error": "31;1",
    "Warning": "33;1",
    "Verbose": "33;1",
    "Debug": "33;1",
    "FeedbackName": "33",
    "FeedbackText": "96",
    "FeedbackAction": "97",
}
FILES = {"Directory": "44;1", "SymbolicLink": "36;1", "Executable": "32;1"}
ARCHIVES = (".zip", ".tgz", ".gz", ".tar", ".nupkg", ".cab", ".7z")
_NARROWEST_BAR = 18
SCRIPTS = (".ps1", ".psd1", ".psm1", ".ps1xml")


def sequence(codes: str) -> str:
    """The escape sequence of some codes."""
    return f"{ESCAPE}[{codes}m"


class Sequences:
    """Escape sequences by name: one part of the style."""

    __slots__ = ("held", "kind")

    def __init__(self, kind: NetType, codes: Iterable[tuple[str, str]]) -> None:
        self.kind = kind
        self.held: dict[str, Value] = {name: sequence(code) for name, code in codes}

    @property
    def net_type(self) -> NetType:
        """The part's own class."""
        return self.kind


class PSStyle(Sequences):
    """All of the style."""

    __slots__ = ()

    def keeps_decorations(self, *, terminal: bool) -> bool:
        """Whether text is shown with its escape sequences."""
        how = self.held["OutputRendering"].name
        return how == "Ansi" or (how == "Host" and terminal)

    def formatting(self, name: str) -> str:
        """The sequence of a part of the output: `TableHeader`, `Warning`."""
        found: str = self.held["Formatting"].held[name]
        return found


def _part(name: str) -> NetType:
    return declare(f"{NAME}+{name}", OBJECT)


FOREGROUND, BACKGROUND, FORMATS, PROGRESS, FILE_INFO, EXTENSIONS = map(
    _part,
    (
        *("ForegroundColor", "BackgroundColor", "FormattingData", "ProgressConfiguration"),
        *("FileInfoFormatting", "FileExtensionDictionary"),
    ),
)


class Extensions(Hashtable):
    """Escape sequences by the extension of a file's name."""

    __slots__ = ()
    net_type = EXTENSIONS

    def __setitem__(self, key: Value, value: Value) -> None:
        _starts_with_period(key)
        super().__setitem__(key, only_decorations(value))

    def __delitem__(self, key: Value) -> None:
        _starts_with_period(key)
        super().__delitem__(key)


def _starts_with_period(key: Value) -> None:
    if not to_text(key).startswith("."):
        raise argument_error(f"When adding or removing extensions, the extension must start with a period. {key}")


def only_decorations(value: Value) -> str:
    """A text that is to colour; raises what PowerShell raises when it would show."""
    text = to_text(value)
    if without_decorations(text):
        raise argument_error(
            "The specified string contains printable content when it should only contain ANSI escape sequences: "
            f"{text.replace(ESCAPE, '`e')}"
        )
    return text


def new_style(*, plain: bool) -> PSStyle:
    """The style that a session starts with."""
    style = PSStyle(STYLE, CODES.items())
    progress = Sequences(PROGRESS, [("Style", "33;1")])
    progress.held.update(MaxWidth=120, View=member(PROGRESS_VIEW, "Minimal"), UseOSCIndicator=False)
    files = Sequences(FILE_INFO, FILES.items())
    coloured = [*((one, "31;1") for one in ARCHIVES), *((one, "33;1") for one in SCRIPTS)]
    files.held["Extension"] = Extensions((one, sequence(code)) for one, code in coloured)
    style.held.update(
        OutputRendering=member(RENDERING, "PlainText" if plain else "Host"),
        Formatting=Sequences(FORMATS, FORMATTING.items()),
        Progress=progress,
        FileInfo=files,
        Foreground=Sequences(FOREGROUND, _colours(30, 90)),
        Background=Sequences(BACKGROUND, _colours(40, 100)),
    )
    return style


def _colours(plain: int, bright: int) -> list[tuple[str, str]]:
    return [
        *((name, str(plain + place)) for place, name in enumerate(COLOURS)),
        *((f"Bright{name}", str(bright + place)) for place, name in enumerate(COLOURS)),
    ]


def _declare(
    kind: NetType, type_name: str, names: Iterable[str], check: Callable[[Value], Value] | None = None
) -> None:
    """Properties of a part; those with a check can be set."""
    for name in names:
        typed_property(kind, type_name, name, _reader(name), None if check is None else _writer(name, check))


def _reader(name: str) -> Callable[[Sequences], Value]:
    return lambda part: part.held[name]


def _writer(name: str, check: Callable[[Value], Value]) -> Callable[[Sequences, Value], None]:
    def write(part: Sequences, value: Value) -> None:
        part.held[name] = check(value)

    return write


def _any(value: Value) -> Value:
    return value


def _wide_enough(value: Value) -> Value:
    if value < _NARROWEST_BAR:
        raise argument_error(f"The minimum width is {_NARROWEST_BAR}.", "value")
    return value


_TEXT = "System.String"
_declare(STYLE, _TEXT, CODES)
_declare(STYLE, RENDERING, ("OutputRendering",), _any)
for _name, _kind in (
    ("Formatting", FORMATS),
    ("Progress", PROGRESS),
    ("FileInfo", FILE_INFO),
    ("Foreground", FOREGROUND),
    ("Background", BACKGROUND),
):
    _declare(STYLE, _kind.full_name, (_name,))
_declare(FORMATS, _TEXT, FORMATTING, only_decorations)
_declare(PROGRESS, _TEXT, ("Style",), only_decorations)
_declare(PROGRESS, "System.Int32", ("MaxWidth",), _wide_enough)
_declare(PROGRESS, PROGRESS_VIEW, ("View",), _any)
_declare(PROGRESS, "System.Boolean", ("UseOSCIndicator",), _any)
_declare(FILE_INFO, _TEXT, FILES, only_decorations)
_declare(FILE_INFO, EXTENSIONS.full_name, ("Extension",))
typed_property(EXTENSIONS, "System.Int32", "Count", len)
typed_property(EXTENSIONS, "System.Collections.ICollection", "Keys", Hashtable.keys)
method(EXTENSIONS, "void Add(string extension, string decoration)")(Extensions.__setitem__)
method(EXTENSIONS, "bool ContainsKey(string key)")(Hashtable.__contains__)
method(EXTENSIONS, "void Remove(string extension)")(lambda table, key: table.__delitem__(key))
method(EXTENSIONS, "void Clear()")(Hashtable.clear)


def _declare_colours(kind: NetType, plane: int, plain: int, bright: int) -> None:
    _declare(kind, _TEXT, (name for name, _ in _colours(plain, bright)))

    @method(kind, "string FromRgb(byte red, byte green, byte blue)")
    def from_parts(colours: Sequences, red: int, green: int, blue: int) -> str:
        """A colour by its parts."""
        return sequence(f"{plane};2;{int(red)};{int(green)};{int(blue)}")

    @method(kind, "string FromRgb(int rgb)")
    def from_number(colours: Sequences, rgb: int) -> str:
        """A colour by one number."""
        return from_parts(colours, rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255)

    @method(kind, "string FromConsoleColor(System.ConsoleColor color)")
    def from_console(colours: Sequences, colour: Any) -> Value:
        """The colour of an old console."""
        return colours.held[CONSOLE_COLOURS[number_of(colour)]]


_declare_colours(FOREGROUND, 38, 30, 90)
_declare_colours(BACKGROUND, 48, 40, 100)


@method(STYLE, "string FormatHyperlink(string text, uri link)")
def hyperlink(style: PSStyle, text: str, link: Value) -> str:
    """A text that leads to an address."""
    return f"{ESCAPE}]8;;{to_text(link)}{ESCAPE}\\{text}{ESCAPE}]8;;{ESCAPE}\\"


def _instance() -> PSStyle:
    from msolemu.runtime.state import current

    return current.session().style


static_properties(STYLE, Instance=_instance)


@static(STYLE, "string MapForegroundColorToEscapeSequence(System.ConsoleColor foregroundColor)")
def map_foreground(colour: Any) -> Value:
    """The sequence of a colour of the text."""
    return _instance().held["Foreground"].held[CONSOLE_COLOURS[number_of(colour)]]


@static(STYLE, "string MapBackgroundColorToEscapeSequence(System.ConsoleColor backgroundColor)")
def map_background(colour: Any) -> Value:
    """The sequence of a colour behind the text."""
    return _instance().held["Background"].held[CONSOLE_COLOURS[number_of(colour)]]


@static(
    STYLE,
    "string MapColorPairToEscapeSequence(System.ConsoleColor foregroundColor, System.ConsoleColor backgroundColor)",
)
def map_pair(foreground: Any, background: Any) -> str:
    """One sequence for both colours."""
    codes = (map_foreground(foreground), map_background(background))
    return sequence(";".join(code[2:-1] for code in codes))
