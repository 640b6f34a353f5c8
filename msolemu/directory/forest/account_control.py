"""The bits of `userAccountControl` and of what the directory computes beside it."""

from __future__ import annotations

DISABLED = 0x2
LOCKED_OUT = 0x10
PASSWORD_NOT_REQUIRED = 0x20
NORMAL_ACCOUNT = 0x200
WORKSTATION_TRUST = 0x1000
PASSWORD_NEVER_EXPIRES = 0x10000
PASSWORD_EXPIRED = 0x800000
