"""System.DateTime."""

from __future__ import annotations

from datetime import datetime


class DateTime:
    """A moment in ticks of 100 ns since the first of January of the year 1, and the kind of time it is."""

    __slots__ = ("kind", "ticks")

    def __init__(self, ticks: int, kind: int = 0) -> None:
        self.ticks = ticks
        self.kind = kind

    @classmethod
    def of(cls, moment: datetime) -> DateTime:
        """The moment in the session's time zone."""
        raise NotImplementedError

    def to_datetime(self) -> datetime:
        """The moment, aware, in UTC."""
        raise NotImplementedError
