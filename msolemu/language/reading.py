"""What all parts of the scanner share: the text, the place in it, the mode, and the errors found."""

from __future__ import annotations

from collections.abc import Callable

from msolemu.foundation.enumeration import Enum

from .characters import BLANK_RUN, LINE_REST, WORD_ENDS
from .errors import Wrong
from .position import Extent, Source
from .syntax import Expression
from .tokens import Kind, SubText, Token

Part = str | Expression | SubText
Report = Callable[[Extent, Wrong, tuple[object, ...], bool], None]


class Mode(Enum):
    """How the grammar wants the next token read."""

    COMMAND = "command"
    EXPRESSION = "expression"
    TYPE_NAME = "type name"
    SIGNATURE = "signature"


class Reading:
    """A text being read, which may be a text out of a string: `base` is where it stands in the source.

    `skipped` are the places in the source of the quotes that the string doubled and that are left out here.
    The end of input stands one unit behind the end, as PowerShell has it.
    """

    def __init__(self, source: Source, text: str, report: Report, base: int = 0, skipped: tuple[int, ...] = ()) -> None:
        self.source = source
        self.text = text
        self.length = len(text)
        self.padded = text + "\0\0\0\0"
        self.base = base
        self.skipped = skipped
        self.position = 0
        self.mode = Mode.COMMAND
        self.signed_numbers = False
        self.simple_name = False
        self.ternary_ends_number = False
        self.comments: dict[int, int] = {}
        self._report = report

    def extent(self, start: int, end: int) -> Extent:
        """The place in the source of a piece of this text."""
        start += self.base
        end += self.base
        for place in self.skipped:
            if place >= self.base and place < end:
                end += 1
                start += place < start
        return Extent(self.source, start, end)

    def report(self, start: int, end: int, wrong: Wrong, *arguments: object) -> None:
        """An error in this text."""
        self._report(Extent(self.source, start + self.base, end + self.base), wrong, arguments, False)

    def report_unfinished(self, start: int, end: int, wrong: Wrong, *arguments: object) -> None:
        """An error that more text would mend, if the place is the end of the text."""
        extent = Extent(self.source, start + self.base, end + self.base)
        self._report(extent, wrong, arguments, self.at_end(extent.end))

    def at_end(self, position: int) -> bool:
        """Whether nothing but blanks and comments follows a position of the source.

        PowerShell compares with the length of the text at hand, and so does this: inside a string's `$(...)` most
        positions count as the end.
        """
        text, length = self.padded, self.length
        while position < length:
            character = text[position]
            if character == "#":
                position = self.end_of_line(position)
            elif text.startswith("<#", position):
                found = text.find("#>", position + 2)
                position = length if found < 0 else found + 2
            elif blank := BLANK_RUN.match(text, position):
                position = blank.end()
            else:
                return False
        return True

    def end_of_line(self, position: int) -> int:
        """Where the line ends that holds a position."""
        found = LINE_REST.match(self.text, position)
        return found.end() if found else position

    def ends_word(self, position: int) -> bool:
        """Whether a bare word cannot go on at a position."""
        return self.padded[position] in WORD_ENDS

    def token(self, kind: Kind, start: int) -> Token:
        """A token from `start` to the place reached."""
        return Token(kind, start, self.position, self.text[start : self.position])

    def skip_blanks(self) -> None:
        """Passes over blanks, not over line ends."""
        if blank := BLANK_RUN.match(self.text, self.position):
            self.position = blank.end()
