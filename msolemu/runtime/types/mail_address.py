"""System.Net.Mail.MailAddress."""

from __future__ import annotations

import re
from typing import Any

from msolemu.runtime.errors.net_errors import NetError, argument_error, null_argument
from msolemu.runtime.types.declaring import constructor, static, typed_property
from msolemu.runtime.types.registry import known_type, represent

ADDRESS = known_type("System.Net.Mail.MailAddress")
_BRACKETED = re.compile(r'\s*"?(?P<shown>[^"<]*?)"?\s*<(?P<address>[^<>]+)>\s*')
_PLAIN = re.compile(r'(?P<user>"[^"]*"|[^\s@<>,;()"]+)@(?P<host>[^\s@<>,;()"]+|\[[^\]]*\])')


class MailAddress:
    """A mailbox, and the name that is shown for it."""

    __slots__ = ("display_name", "host", "user")

    def __init__(self, user: str, host: str, display_name: str = "") -> None:
        self.user = user
        self.host = host
        self.display_name = display_name

    def __str__(self) -> str:
        return f'"{self.display_name}" <{self.address}>' if self.display_name else self.address

    def __eq__(self, other: object) -> bool:
        return isinstance(other, MailAddress) and self.address.lower() == other.address.lower()

    def __hash__(self) -> int:
        return hash(self.address.lower())

    @property
    def address(self) -> str:
        """`user@host`."""
        return f"{self.user}@{self.host}"


represent(ADDRESS, MailAddress)
typed_property(ADDRESS, "System.String", "DisplayName", lambda address: address.display_name)
typed_property(ADDRESS, "System.String", "User", lambda address: address.user)
typed_property(ADDRESS, "System.String", "Host", lambda address: address.host)
typed_property(ADDRESS, "System.String", "Address", lambda address: address.address)


@constructor(ADDRESS, "mailaddress(string address)", "mailaddress(string address, string displayName)")
def from_text(text: str, shown: str | None = None) -> MailAddress:
    """The address of a text such as `Anna Berg <anna@contoso.com>`."""
    if text is None:
        raise null_argument("address")
    if not text:
        raise argument_error("The value cannot be an empty string.", "address")
    bracketed = _BRACKETED.fullmatch(text)
    plain = _PLAIN.fullmatch(bracketed["address"] if bracketed else text.strip())
    if plain is None or plain["user"].startswith(".") or ".." in plain["user"] or plain["host"].startswith("."):
        raise NetError(
            "System.FormatException", "The specified string is not in the form required for an e-mail address."
        )
    name = shown if shown is not None else bracketed["shown"] if bracketed else ""
    return MailAddress(plain["user"], plain["host"], name)


_SHOWN = "string address, string displayName"


@static(ADDRESS, "bool TryCreate(string address, [ref] mailaddress result)")
@static(ADDRESS, f"bool TryCreate({_SHOWN}, [ref] mailaddress result)")
def try_create(*given: Any) -> bool:
    """Whether the text is an address, which `result` then holds."""
    *texts, result = given
    try:
        result.value = from_text(*texts)
    except NetError:
        result.value = None
        return False
    return True
