"""Free layout: texts, line breaks and indented frames, as `Format-Custom` and the views of single types use them."""

from __future__ import annotations

import enum
import sys

from msolemu.formatting.cells import wrapped
from msolemu.foundation.dataclass import dataclass, field


class Break(enum.Enum):
    """The end of a line."""

    LINE = enum.auto()


@dataclass(slots=True)
class Frame:
    """Texts and line breaks, and frames inside, all moved to the right by an indentation."""

    parts: list[str | Break | Frame] = field(default_factory=list)
    indentation: int = 0

    def frame(self, indentation: int) -> Frame:
        """A new frame inside this one."""
        inner = Frame(indentation=indentation)
        self.parts.append(inner)
        return inner

    def line(self, text: str) -> None:
        """Adds a text and ends its line."""
        self.parts.extend((text, Break.LINE))


def text_frame(text: str) -> Frame:
    """A frame of one text."""
    return Frame([text])


def framed(content: str | Frame) -> Frame:
    """What a view gives, as a frame."""
    return text_frame(content) if isinstance(content, str) else content


def margin_frame(text: str) -> Frame:
    """A frame that keeps each line's own margin when the line is broken."""
    top = Frame()
    *lines, last = text.split("\n")
    for line in lines:
        plain = line.lstrip(" ")
        top.frame(len(line) - len(plain)).line(plain)
    top.parts.append(last)
    return top


def custom_lines(frame: Frame, screen: int = sys.maxsize) -> list[str]:
    """The lines of a frame; what stands in no line of its own at the end is the last one, even when it is empty."""
    writer = _CustomWriter(screen)
    writer.write(frame, frame.indentation)
    writer.end_line(0)
    return writer.lines


class _CustomWriter:
    def __init__(self, screen: int) -> None:
        self.screen = screen
        self.lines: list[str] = []
        self.pending: list[str] = []

    def write(self, frame: Frame, indentation: int) -> None:
        for part in frame.parts:
            match part:
                case str():
                    self.pending.append(part)
                case Frame():
                    self.write(part, indentation + part.indentation)
                case _:
                    self.end_line(indentation)

    def end_line(self, indentation: int) -> None:
        text = "".join(self.pending)
        self.pending = []
        width = max(self.screen - indentation, 0)
        margin = " " * indentation
        self.lines.extend(margin + line for line in wrapped(text, width, width))
