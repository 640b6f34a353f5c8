"""What the cmdlets of this module need besides the session: somewhere to deliver mail."""

from __future__ import annotations

from collections.abc import Callable

from msolemu.foundation.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class OutgoingMail:
    """A mail as Send-MailMessage was told to send it; attachments are names with content."""

    sender: str
    recipients: tuple[str, ...]
    subject: str
    body: str
    html: bool = False
    copies: tuple[str, ...] = ()
    blind_copies: tuple[str, ...] = ()
    reply_to: tuple[str, ...] = ()
    attachments: tuple[tuple[str, bytes], ...] = ()
    priority: str = "Normal"


@dataclass(frozen=True, slots=True)
class UtilityServices:
    """Given by whoever puts the emulator together."""

    deliver: Callable[[OutgoingMail], None]
