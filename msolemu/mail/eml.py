"""A message's form as a file, `.eml`. Reading and writing mail is long to import, and few sessions send any."""

from __future__ import annotations

from datetime import UTC
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime, parsedate_to_datetime

from msolemu.foundation.text import from_units, to_units
from msolemu.mail.message import DamagedMessage, Message

FORMAT = policy.SMTP.clone(max_line_length=998)
"""Lines end with CR LF as mail has it, and long ones stay whole."""
_URGENCY = {
    "High": {"X-Priority": "1", "Priority": "urgent", "Importance": "high"},
    "Low": {"X-Priority": "5", "Priority": "non-urgent", "Importance": "low"},
}
"""The headers of a mail that is not of normal priority."""


def written(message: Message) -> bytes:
    """The message as an `.eml` file holds it."""
    mail = EmailMessage(policy=FORMAT)
    mail["From"] = _one_line(message.sender)
    mail["To"] = _one_line(", ".join(message.recipients))
    for header, addresses in (("Cc", message.copies), ("Bcc", message.blind_copies), ("Reply-To", message.reply_to)):
        if addresses:
            mail[header] = _one_line(", ".join(addresses))
    for header, value in _URGENCY.get(message.priority, {}).items():
        mail[header] = value
    mail["Subject"] = _one_line(message.subject)
    mail["Date"] = format_datetime(message.sent.astimezone(UTC))
    mail.set_content(from_units(message.body), subtype="html" if message.html else "plain", charset="utf-8")
    for name, content in message.attachments:
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=from_units(name))
    return mail.as_bytes()


def read(content: bytes) -> Message:
    """Read an `.eml` file; raises DamagedMessage."""
    mail = message_from_bytes(content, policy=FORMAT)
    text = mail.get_body(("plain", "html")) if isinstance(mail, EmailMessage) else None
    if text is None or not mail["Date"] or not isinstance(mail, EmailMessage):
        raise DamagedMessage
    return Message(
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
