"""The password policy that every account of the domain is under: what a new Windows domain has."""

from __future__ import annotations

import re
from datetime import timedelta

MAXIMUM_AGE = timedelta(days=42)
MINIMUM_AGE = timedelta(days=1)
MINIMUM_LENGTH = 7
HISTORY = 24
LOCKOUT_DURATION = LOCKOUT_WINDOW = timedelta(minutes=30)
LOCKOUT_THRESHOLD = 0
KINDS = (r"[A-Z]", r"[a-z]", r"[0-9]", r"[^A-Za-z0-9]")
KINDS_DEMANDED = 3
SHORTEST_NAME = 3


def is_complex(password: str, account: str) -> bool:
    """Whether a password is long enough, of three kinds of characters, and does not hold its account's name."""
    has_name = len(account) >= SHORTEST_NAME and account.lower() in password.lower()
    kinds = sum(re.search(kind, password) is not None for kind in KINDS)
    return len(password) >= MINIMUM_LENGTH and kinds >= KINDS_DEMANDED and not has_name
