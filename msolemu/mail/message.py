"""A message, and its form as a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime, parsedate_to_datetime

from msolemu.foundation.text import from_units, to_units
from msolemu.reports.report import Report
from msolemu.reports.text import as_text

SERVICE = "MSOnlineServicesTeam@MicrosoftOnline.com"
FORMAT = policy.SMTP.clone(max_line_length=998)
"""Lines end with CR LF as mail has it, and long ones stay whole."""


class DamagedMessage(ValueError):
    """A file of the mail folder is no message."""


@dataclass(frozen=True, slots=True)
class Message:
    """A mail as text; the time is aware."""

    sender: str
    recipients: tuple[str, ...]
    subject: str
    sent: datetime
    body: str

    def as_bytes(self) -> bytes:
        """The message as an `.eml` file holds it."""
        mail = EmailMessage(policy=FORMAT)
        mail["From"] = self.sender
        mail["To"] = ", ".join(self.recipients)
        mail["Subject"] = from_units(self.subject)
        mail["Date"] = format_datetime(self.sent.astimezone(UTC))
        mail.set_content(from_units(self.body), charset="utf-8")
        return mail.as_bytes()

    @classmethod
    def from_bytes(cls, content: bytes) -> Message:
        """Read an `.eml` file; raises DamagedMessage."""
        mail = message_from_bytes(content, policy=FORMAT)
        text = mail.get_body(("plain",)) if isinstance(mail, EmailMessage) else None
        if text is None or not mail["Date"]:
            raise DamagedMessage
        recipients = tuple(one.strip() for one in str(mail["To"] or "").split(",") if one.strip())
        sent = parsedate_to_datetime(str(mail["Date"])).astimezone(UTC)
        body = to_units(text.get_content().replace("\r\n", "\n"))
        return cls(str(mail["From"]), recipients, to_units(str(mail["Subject"])), sent, body)


def report_message(report: Report, recipients: tuple[str, ...], sent: datetime) -> Message:
    """A report as the service mails it."""
    return Message(SERVICE, recipients, report.title, sent, as_text(report))
