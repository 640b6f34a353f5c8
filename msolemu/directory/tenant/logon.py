"""Signing in where the workspace demands real names and passwords."""

from __future__ import annotations

from uuid import UUID

from msolemu.directory.tenant.account_errors import FederatedPassword
from msolemu.directory.tenant.password import kept
from msolemu.directory.tenant.role_errors import AccountBlocked, WrongPassword
from msolemu.directory.tenant.transactions import Transactions
from msolemu.directory.tenant.user import User
from msolemu.foundation.dataclass import replace


class Logon:
    """Tells who may sign in. A password that has expired, or must be changed, still opens: nobody could change it."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def account(self, upn: str, password: str) -> UUID:
        """The user of a name and a password.

        Raises WrongPassword, for an unknown name too, AccountBlocked, or FederatedPassword for a federated user.
        """
        with self._transactions.reading() as objects:
            user = objects.with_upn(upn)
            domain = objects.domain_of(upn)
        if user is not None and domain is not None and domain.is_federated:
            raise FederatedPassword
        if user is None or user.is_deleted or user.password is None or not user.password.is_of(password):
            raise WrongPassword
        if user.block_credential:
            raise AccountBlocked(upn)
        return user.object_id

    def give_password(self, account: UUID) -> tuple[str, str]:
        """Draw a password for a user; tells the name that the user signs in with, and the password."""
        ids, now = self._transactions.ids, self._transactions.now
        text = ids.password()
        with self._transactions.changing() as objects:
            user = objects.get(account)
            assert isinstance(user, User), "only users sign in"
            objects.put(replace(user, password=kept(text, ids), last_password_change=now))
        return user.user_principal_name, text
