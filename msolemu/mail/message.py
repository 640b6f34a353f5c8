"""A message, and its form as a file."""

from __future__ import annotations

from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime, parsedate_to_datetime

from msolemu.foundation.dataclass import dataclass
from msolemu.foundation.text import from_units, to_units
from msolemu.reports.report import Report
from msolemu.reports.text import as_text

SERVICE = "MSOnlineServicesTeam@MicrosoftOnline.com"
FORMAT = policy.SMTP.clone(max_line_length=998)
"""Lines end with CR LF as mail has it, and long ones stay whole."""
_URGENCY = {
    "High": {"X-Priority": "1", "Priority": "urgent", "Importance": "high"},
    "Low": {"X-Priority": "5", "Priority": "non-urgent", "Importance": "low"},
}
"""The headers of a mail that is not of normal priority."""


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

    def as_bytes(self) -> bytes:
        """The message as an `.eml` file holds it."""
        mail = EmailMessage(policy=FORMAT)
        mail["From"] = _one_line(self.sender)
        mail["To"] = _one_line(", ".join(self.recipients))
        for header, addresses in (("Cc", self.copies), ("Bcc", self.blind_copies), ("Reply-To", self.reply_to)):
            if addresses:
                mail[header] = _one_line(", ".join(addresses))
        for header, value in _URGENCY.get(self.priority, {}).items():
            mail[header] = value
        mail["Subject"] = _one_line(self.subject)
        mail["Date"] = format_datetime(self.sent.astimezone(UTC))
        mail.set_content(from_units(self.body), subtype="html" if self.html else "plain", charset="utf-8")
        for name, content in self.attachments:
            mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=from_units(name))
        return mail.as_bytes()

    @classmethod
    def from_bytes(cls, content: bytes) -> Message:
        """Read an `.eml` file; raises DamagedMessage."""
        mail = message_from_bytes(content, policy=FORMAT)
        text = mail.get_body(("plain", "html")) if isinstance(mail, EmailMessage) else None
        if text is None or not mail["Date"] or not isinstance(mail, EmailMessage):
            raise DamagedMessage
        return cls(
            str(mail["From"]),
            _addresses(mail, "To"),
            to_units(str(mail["Subject"])),
            parsedate_to_datetime(str(mail["Date"])).astimezone(UTC),
            to_units(text.get_content().replace("\r\n", "\n")),
            html=text.get_content_subtype() == "html",
            copies=_addresses(mail, "Cc"),
            blind_copies=_addresses(mail, "Bcc"),
            reply_to=_addresses(mail, "Reply-To"),
            attachments=tuple(
                (to_units(part.get_filename() or ""), part.get_content()) for part in mail.iter_attachments()
            ),
            priority=str(mail["Importance"] or "normal").capitalize(),
        )


def _one_line(text: str) -> str:
    """A header is one line, whatever a script puts into it."""
    return " ".join(from_units(text).splitlines())


def _addresses(mail: EmailMessage, header: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in str(mail[header] or "").split(",") if one.strip())


def report_message(report: Report, recipients: tuple[str, ...], sent: datetime) -> Message:
    """A report as the service mails it."""
    return Message(SERVICE, recipients, report.title, sent, as_text(report))
