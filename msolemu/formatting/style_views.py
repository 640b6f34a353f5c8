"""How `$PSStyle` shows itself: each escape sequence in its own colour, and spelt with `` `e ``."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msolemu.formatting.views import Item, ListView
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.text.decorations import ESCAPE
from msolemu.runtime.values.members import get_property
from msolemu.runtime.values.objects import Value

_STYLE = "System.Management.Automation.PSStyle"
_RENDITIONS = (
    *("Reset", "BlinkOff", "Blink", "BoldOff", "Bold", "DimOff", "Dim", "Hidden", "HiddenOff", "Reverse"),
    *("ReverseOff", "ItalicOff", "Italic", "UnderlineOff", "Underline", "StrikethroughOff", "Strikethrough"),
)
_FORMATTING = (
    *("FormatAccent", "ErrorAccent", "Error", "Warning", "Verbose", "Debug", "TableHeader"),
    *("CustomTableHeaderLabel", "FeedbackName", "FeedbackText", "FeedbackAction"),
)
_PROGRESS = ("Style", "MaxWidth", "View", "UseOSCIndicator")
_FILES = ("Directory", "SymbolicLink", "Executable", "Extension")
_COLOURS = tuple(
    bright + name
    for name in ("Black", "White", "Red", "Magenta", "Blue", "Cyan", "Green", "Yellow")
    for bright in ("", "Bright")
)
_PARTS = {
    "Formatting": ("FormattingData", _FORMATTING),
    "Progress": ("ProgressConfiguration", _PROGRESS),
    "FileInfo": ("FileInfoFormatting", _FILES),
    "Foreground": ("ForegroundColor", _COLOURS),
    "Background": ("BackgroundColor", _COLOURS),
}


def _shown(path: str) -> Callable[[Value], Value]:
    def show(style: Value) -> Value:
        for name in path.split("."):
            style = get_property(style, name)
        if path.endswith("Extension"):
            return ",".join(map(to_text, style))
        text = to_text(style)
        return f"{text}{text.replace(ESCAPE, '`e')}{ESCAPE}[0m" if text.startswith(ESCAPE) else style

    return show


def _items(paths: Iterable[str]) -> tuple[Item, ...]:
    return tuple(Item(path, _shown(path)) for path in paths)


STYLE_VIEWS = (
    ListView(
        _STYLE,
        _items(
            (
                *_RENDITIONS,
                "OutputRendering",
                *(f"{part}.{name}" for part, (_, names) in _PARTS.items() for name in names),
            )
        ),
    ),
    *(ListView(f"{_STYLE}+{kind}", _items(names)) for kind, names in _PARTS.values()),
)
