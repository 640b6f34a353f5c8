"""Screen cells: how wide text is, where to cut it, where to break it into lines.

Text is UTF-16 code units. A unit takes one cell, those of East Asian wide scripts two; escape sequences that colour
take none.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from msolemu.runtime.text.decorations import ESCAPE, decorations, without_decorations

ELLIPSIS = "…"
SOFT_HYPHEN = "\u00ad"
_UNBROKEN = "\u2011\u00a0"


@functools.cache
def _wide_units() -> re.Pattern[str]:
    # The ranges of Markus Kuhn's wcwidth that lie in the basic plane; surrogates count one each, so a pair counts two.
    return re.compile(
        "[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3040-\ua4cf\uac00-\ud7a3"
        "\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]"
    )


def cell_count(text: str) -> int:
    """How many cells of the screen the text takes."""
    if ESCAPE in text:
        text = without_decorations(text)
    if text.isascii():
        return len(text)
    return len(text) + len(_wide_units().findall(text))


def _unit_cells(unit: str) -> int:
    return 1 if unit.isascii() or not _wide_units().match(unit) else 2


def head(text: str, cells: int) -> str:
    """The longest beginning of the text that fits into so many cells; colouring on the way is kept."""
    if text.isascii() and ESCAPE not in text:
        return text[:cells]
    kept: list[str] = []
    for piece, width in _pieces(text):
        if width > cells:
            break
        cells -= width
        kept.append(piece)
    return "".join(kept)


def tail(text: str, cells: int) -> str:
    """The longest end of the text that fits into so many cells."""
    if text.isascii() and ESCAPE not in text:
        return text[max(len(text) - cells, 0) :]
    kept: list[str] = []
    for piece, width in reversed(list(_pieces(text))):
        if width > cells:
            break
        cells -= width
        kept.append(piece)
    return "".join(reversed(kept))


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """Units with their width, escape sequences whole with none."""
    end = 0
    for found in decorations().finditer(text):
        yield from ((unit, _unit_cells(unit)) for unit in text[end : found.start()])
        yield found.group(), 0
        end = found.end()
    yield from ((unit, _unit_cells(unit)) for unit in text[end:])


def lines_of(text: str) -> list[str]:
    """The lines of a text; a carriage return counts for nothing wherever it stands."""
    if "\r" in text:
        text = text.replace("\r", "")
    return text.split("\n")


def first_line(text: str) -> str:
    """The text up to its first line break, which an ellipsis stands for."""
    if "\n" not in text and "\r" not in text:
        return text
    cut = min(position for position in (text.find("\n"), text.find("\r")) if position >= 0)
    return text[:cut] + ELLIPSIS


def wrapped(text: str, first: int, following: int) -> list[str]:
    """The text in lines that fit `first` and then `following` cells; broken between words where that is possible."""
    result: list[str] = []
    for line in lines_of(text):
        if cell_count(line) <= first:
            result.append(line)
        else:
            result.extend(_LineBreaker(first, following).broken(line))
    return result


class _LineBreaker:
    """Breaks one line that is too long for its width."""

    def __init__(self, first: int, following: int) -> None:
        self.width = first
        self.following = following
        self.left = first
        self.line: list[str] = []
        self.lines: list[str] = []

    def broken(self, text: str) -> list[str]:
        for word, delimiter in _words(text):
            if self.width == 0:
                self.width = self.left = self.following
                if self.width == 0:
                    break
            self._add_word(self._with_delimiter(word, delimiter))
        self.lines.append("".join(self.line))
        return self.lines

    def _with_delimiter(self, word: str, delimiter: str) -> str:
        if delimiter != SOFT_HYPHEN:
            return word + delimiter
        return word + "-" if cell_count(word) + 1 == self.left else word

    def _add_word(self, word: str) -> None:
        width = cell_count(word)
        if width <= self.width:
            self._add(word, width)
            return
        for unit in word:
            unit_width = _unit_cells(unit)
            if unit_width > self.width:
                self._add("?", 1)  # a character of two cells does not fit into one
            else:
                self._add(unit, unit_width)

    def _add(self, piece: str, width: int) -> None:
        if width > self.left:
            self.lines.append("".join(self.line))
            self.line = []
            self.width = self.left = self.following
        self.line.append(piece)
        self.left -= width


def _words(text: str) -> Iterator[tuple[str, str]]:
    """Words, each with the blank, tab or soft hyphen after it."""
    word: list[str] = []
    for unit in text:
        if unit in (" ", "\t", SOFT_HYPHEN):
            yield "".join(word), unit
            word = []
        elif unit in _UNBROKEN:
            yield "".join(word), ""  # PowerShell loses the character here, too
            word = []
        else:
            word.append(unit)
    yield "".join(word), ""
