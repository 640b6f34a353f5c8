"""What a tenant refuses, without prose."""

from __future__ import annotations


class TenantError(Exception):
    """Any refusal of a tenant."""


class IdentityNotFound(TenantError):
    """Nothing has this id or name."""

    def __init__(self, identity: str) -> None:
        super().__init__(identity)
        self.identity = identity


class UserNotFound(IdentityNotFound):
    """There is no such user."""


class GroupNotFound(IdentityNotFound):
    """There is no such group."""


class ContactNotFound(IdentityNotFound):
    """There is no such contact."""


class FeatureCannotChange(TenantError):
    """A feature of directory synchronization is unknown, or cannot be switched this way."""

    def __init__(self, feature: str) -> None:
        super().__init__(feature)
        self.feature = feature
        self.name = "Feature"


class ProvisioningRefused(TenantError):
    """An export that changes nothing; `error_name` is what the client shows.

    `values` are the values in the way, by the name of their property; empty when the object as a whole is refused.
    """

    def __init__(self, error_name: str, values: tuple[tuple[str, tuple[str, ...]], ...] = ()) -> None:
        super().__init__(error_name, values)
        self.error_name = error_name
        self.values = values
