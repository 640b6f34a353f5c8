"""Passwords: how they are kept, what a strong one is, and when one expires."""

from __future__ import annotations

from dataclasses import dataclass

from msolemu.foundation.identifiers import IdSource

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
