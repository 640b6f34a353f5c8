"""Passwords: how they are kept, what a strong one is, and when one expires."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from msolemu.directory.tenant.account_errors import BadPassword, PasswordHasName, WeakPassword
from msolemu.foundation.dataclass import dataclass
from msolemu.foundation.identifiers import IdSource

if TYPE_CHECKING:
    from msolemu.directory.tenant.domain import Domain
    from msolemu.directory.tenant.user import User

SHORTEST, LONGEST = 8, 16
STRONG = re.compile(r"(?=.*[a-z])(?=.*[A-Z])(?=.*[^A-Za-z]).+")
VALIDITY_DAYS, NOTIFICATION_DAYS = 90, 14
"""The service's own policy."""
ROUNDS = 1000
"""Few: what a lab keeps is no secret, it only must not lie open in a file."""


@dataclass(frozen=True, slots=True)
class KeptPassword:
    """A password as it is kept: what was mixed into it, and the digest of both."""

    salt: bytes
    digest: bytes

    def is_of(self, text: str) -> bool:
        """Whether this is the password."""
        return self.digest == _digest(text, self.salt)


def kept(text: str, ids: IdSource) -> KeptPassword:
    """A password to be kept."""
    salt = ids.guid().bytes
    return KeptPassword(salt, _digest(text, salt))


def _digest(text: str, salt: bytes) -> bytes:
    import hashlib

    return hashlib.pbkdf2_hmac("sha256", text.encode("utf-16-le", "surrogatepass"), salt, ROUNDS)


def checked(text: str, upn: str, *, strong: bool) -> str:
    """A password that a user may have; raises BadPassword, WeakPassword or PasswordHasName.

    A strong one has 8 to 16 characters, small and capital letters, a number or symbol, no blank and not the name of its
    user. The limit of 16 was raised in the service's last years; it is the one that its message names.
    """
    if not text or len(text) > LONGEST or not text.isprintable():
        raise WeakPassword if strong else BadPassword
    if not strong:
        return text
    if len(text) < SHORTEST or " " in text or not STRONG.fullmatch(text):
        raise WeakPassword
    name = upn.partition("@")[0].lower()
    if name and name in text.lower():
        raise PasswordHasName
    return text


def expires_at(user: User, domain: Domain | None) -> datetime | None:
    """When a user's password expires; None: never."""
    if user.password_never_expires or user.last_password_change is None or (domain and domain.is_federated):
        return None
    days = domain.password_validity_days if domain else None
    return user.last_password_change + timedelta(days=VALIDITY_DAYS if days is None else days)
