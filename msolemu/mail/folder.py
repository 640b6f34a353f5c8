"""Where messages end up."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from msolemu.mail.message import Message


class Mailbox(Protocol):
    """Takes messages and shows them again."""

    def deliver(self, message: Message) -> None:
        """Take a message."""
        ...

    def messages(self) -> Sequence[Message]:
        """All messages, the oldest first."""
        ...


class MemoryMailbox:
    """Keeps messages as long as the process lives."""

    def __init__(self) -> None:
        self._messages: list[Message] = []

    def deliver(self, message: Message) -> None:
        """Take a message."""
        self._messages.append(message)

    def messages(self) -> Sequence[Message]:
        """All messages, the oldest first."""
        return tuple(self._messages)


class MailFolder:
    """Keeps each message in a file of its own, numbered in the order of arrival: `0001.eml`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def deliver(self, message: Message) -> None:
        """Write a message; the file appears whole or not at all."""
        from msolemu.mail.eml import written

        self._folder.mkdir(parents=True, exist_ok=True)
        taken = [int(path.stem) for path in self._files()]
        number = max(taken, default=0) + 1
        unfinished = self._folder / f"{number:04}.part"
        unfinished.write_bytes(written(message))
        unfinished.replace(self._folder / f"{number:04}.eml")

    def messages(self) -> Sequence[Message]:
        """All messages, the oldest first; raises DamagedMessage."""
        from msolemu.mail.eml import read

        return tuple(read(path.read_bytes()) for path in self._files())

    def _files(self) -> list[Path]:
        if not self._folder.is_dir():
            return []
        numbered = (path for path in self._folder.glob("*.eml") if path.stem.isdigit())
        return sorted(numbered, key=lambda path: int(path.stem))
