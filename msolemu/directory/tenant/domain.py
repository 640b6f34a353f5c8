"""A domain of a tenant."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Domain:
    """A name that user principal names may end with once it is verified.

    Users of a federated one sign in elsewhere. The days of the password policy are those of the service where they are
    None: a password is good for 90 days, and 14 days before its end the user is told.
    """

    name: str
    is_initial: bool = False
    is_default: bool = False
    is_verified: bool = True
    is_federated: bool = False
    password_validity_days: int | None = None
    password_notification_days: int | None = None
