"""A message as the service sends it."""

from __future__ import annotations

from datetime import datetime

from msolemu.foundation.dataclass import dataclass
from msolemu.reports.report import Report
from msolemu.reports.text import as_text

SERVICE = "MSOnlineServicesTeam@MicrosoftOnline.com"


class DamagedMessage(ValueError):
    """A file of the mail folder is no message."""


@dataclass(frozen=True, slots=True)
class Message:
    """A mail as text; the time is aware. Attachments are names with content."""

    sender: str
    recipients: tuple[str, ...]
    subject: str
    sent: datetime
    body: str
    html: bool = False
    copies: tuple[str, ...] = ()
    blind_copies: tuple[str, ...] = ()
    reply_to: tuple[str, ...] = ()
    attachments: tuple[tuple[str, bytes], ...] = ()
    priority: str = "Normal"


def report_message(report: Report, recipients: tuple[str, ...], sent: datetime) -> Message:
    """A report as the service mails it."""
    return Message(SERVICE, recipients, report.title, sent, as_text(report))
