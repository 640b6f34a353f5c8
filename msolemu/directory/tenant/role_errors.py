"""What a tenant refuses about roles, units, service principals and devices, without prose."""

from __future__ import annotations

from msolemu.directory.tenant.errors import IdentityNotFound, TenantError


class RoleNotFound(IdentityNotFound):
    """There is no such role."""


class RoleMemberNotFound(IdentityNotFound):
    """The object does not have the role."""


class RoleMemberThere(TenantError):
    """The object has the role already."""


class RoleOfSelf(TenantError):
    """No company administrator takes that role from the account that is signed in."""


class UnitNotFound(IdentityNotFound):
    """There is no such administrative unit."""


class UnitMemberNotFound(IdentityNotFound):
    """The object is not in the unit."""


class UnitMemberThere(TenantError):
    """The object is in the unit already."""


class PrincipalNotFound(IdentityNotFound):
    """There is no such service principal."""


class CredentialNotSettable(TenantError):
    """A service principal cannot have this credential."""


class CredentialNotFound(IdentityNotFound):
    """The service principal has no key with this id."""


class DeviceNotFound(IdentityNotFound):
    """There is no such device."""


class WrongPassword(TenantError):
    """There is no user of this name with this password."""


class NoSignIn(TenantError):
    """Something else than a name and a password was offered where these are demanded."""


class AccountBlocked(TenantError):
    """The user is kept from signing in."""

    def __init__(self, upn: str) -> None:
        super().__init__(upn)
        self.upn = upn


class NotPermitted(TenantError):
    """No role of the account that is signed in allows the change."""
