"""System.Net.Mail.MailMessage: a mail as a script makes it. Nothing sends it but Send-MailMessage."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msolemu.runtime.errors.net_errors import null_argument
from msolemu.runtime.types.declaring import constructor, method, reader, refused, typed_property, writer
from msolemu.runtime.types.enumerations import member
from msolemu.runtime.types.mail_address import ADDRESS, MailAddress, from_text
from msolemu.runtime.types.name_values import NameValues
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.values.objects import GenericList, Value

_SPACE = "System.Net.Mail."
MESSAGE, ADDRESSES = (known_type(_SPACE + _name) for _name in ("MailMessage", "MailAddressCollection"))


class Addresses(GenericList):
    """Addresses in a row; as text they have commas between them."""

    __slots__ = ()
    net_type = ADDRESSES

    def __str__(self) -> str:
        return ", ".join(map(str, self))


def split(text: str) -> Iterator[MailAddress]:
    """The addresses of a text with commas between them."""
    if text is None:
        raise null_argument("addresses")
    return map(from_text, (part for part in text.split(",") if part.strip()))


class MailMessage:
    """A mail that is not sent yet."""

    def __init__(self, sender: MailAddress | None = None, to: str = "") -> None:
        self.sender = sender
        self.to, self.cc, self.bcc, self.reply_to = (Addresses((), ADDRESS) for _ in range(4))
        self.to.extend(split(to))
        self.subject: str | None = ""
        self.body: str | None = ""
        self.is_html = False
        self.priority = member(_SPACE + "MailPriority", "Normal")
        self.notification = member(_SPACE + "DeliveryNotificationOptions", "None")
        self.headers = NameValues()
        self.attachments: list[Value] = []


represent(MESSAGE, MailMessage)
represent(ADDRESSES, Addresses)
for _name, _type, _attribute in (
    ("From", ADDRESS.full_name, "sender"),
    ("Subject", "System.String", "subject"),
    ("Body", "System.String", "body"),
    ("IsBodyHtml", "System.Boolean", "is_html"),
    ("Priority", _SPACE + "MailPriority", "priority"),
    ("DeliveryNotificationOptions", _SPACE + "DeliveryNotificationOptions", "notification"),
):
    typed_property(MESSAGE, _type, _name, reader(_attribute), writer(_attribute))
for _name, _attribute in (("To", "to"), ("CC", "cc"), ("Bcc", "bcc"), ("ReplyToList", "reply_to")):
    typed_property(MESSAGE, ADDRESSES.full_name, _name, reader(_attribute))
typed_property(MESSAGE, "System.Object", "Headers", lambda mail: mail.headers)
typed_property(MESSAGE, "System.Object", "Attachments", lambda mail: mail.attachments)
method(MESSAGE, "void Dispose()")(lambda mail: None)
refused(MESSAGE, "writes mails as text only", "AlternateViews")


@constructor(MESSAGE, f"{MESSAGE.full_name}()", f"{MESSAGE.full_name}(string from, string to)")
@constructor(MESSAGE, f"{MESSAGE.full_name}(string from, string to, string subject, string body)")
def new_message(
    sender: str | None = None, to: str = "", subject: str | None = "", body: str | None = ""
) -> MailMessage:
    """A mail."""
    made = MailMessage(None if sender is None else from_text(sender), to)
    made.subject, made.body = subject, body
    return made


@constructor(MESSAGE, f"{MESSAGE.full_name}(mailaddress from, mailaddress to)")
def new_between(sender: MailAddress, to: MailAddress) -> MailMessage:
    """A mail from one to another."""
    made = MailMessage(sender)
    made.to.append(to)
    return made


@method(ADDRESSES, "void Add(string addresses)", "void Add(mailaddress item)")
def add(addresses: Addresses, given: Any) -> None:
    """Add an address, or all that a text names."""
    addresses.extend([given] if isinstance(given, MailAddress) else split(given))


constructor(ADDRESSES, f"{ADDRESSES.full_name}()")(lambda: Addresses((), ADDRESS))
method(ADDRESSES, "string ToString()")(str)
