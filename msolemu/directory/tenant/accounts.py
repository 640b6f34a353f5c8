"""Users as cmdlets change them: each call is a transaction of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from msolemu.directory.tenant.account_errors import (
    ApplicationPasswordNotFound,
    AwaitsConversion,
    CannotRemoveSelf,
    FederatedPassword,
    MasteredOnPremises,
    MissingProperty,
    NothingToConvert,
)
from msolemu.directory.tenant.domain import Domain
from msolemu.directory.tenant.errors import UserNotFound
from msolemu.directory.tenant.licensing import AccountSku, Licensing, Options, account_skus, demand_sold
from msolemu.directory.tenant.objects import TenantObjects
from msolemu.directory.tenant.password import checked, kept
from msolemu.directory.tenant.quarantine import UPN
from msolemu.directory.tenant.recycle_bin import deleted, restored
from msolemu.directory.tenant.transactions import Transactions
from msolemu.directory.tenant.user import User
from msolemu.directory.tenant.user_names import (
    demand_free,
    demand_free_anchor,
    demand_new,
    demand_way_between,
    domain_for,
)
from msolemu.directory.tenant.user_values import checked_values, demand_settable
from msolemu.foundation.dataclass import dataclass, field, replace

ADMINISTRATOR = "Company Administrator"
Identity = UUID | str
"""An object id, or a user principal name."""


@dataclass(frozen=True, slots=True)
class NewUser:
    """What a new user is made of; `values` are fields of a user that are more than its names."""

    user_principal_name: str | None = None
    display_name: str | None = None
    password: str | None = None
    licences: tuple[str, ...] = ()
    options: Options = field(default_factory=dict)
    values: Mapping[str, Any] = field(default_factory=dict)


class Accounts:
    """The users of a tenant; what changes is durable when a call returns, and nothing changes when it raises."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def create(self, new: NewUser) -> tuple[User, str | None]:
        """A new user and its password, drawn unless given; a user of a federated domain has none.

        Raises what the rules of names, values, passwords and licences raise.
        """
        now, ids = self._transactions.now, self._transactions.ids
        with self._transactions.changing() as objects:
            upn, domain = _name_of(objects, new)
            values = checked_values({"display_name": new.display_name or "", **new.values})
            if values.get("immutable_id"):
                demand_free_anchor(objects, values["immutable_id"])
            demand_way_between(None, domain, values.get("immutable_id"), new.password)
            user = User(ids.guid(), objects.next_number(), now, upn, force_change_password=True)
            user = replace(user, last_password_change=now, refresh_tokens_valid_from=now)
            user, password = self._with_password(replace(user, **values), domain, new.password)
            user = Licensing(objects, now).changed(user, new.licences, (), new.options)
            objects.put(user)
        return user, password

    def change(self, who: Identity, values: Mapping[str, Any]) -> User:
        """Set properties; raises UserNotFound and what the rules of values, anchors and licences raise."""
        with self._transactions.changing() as objects:
            user = existing(objects, who)
            found = checked_values(values)
            demand_settable(user, objects.company, found)
            anchor = found.get("immutable_id", user.immutable_id)
            if anchor != user.immutable_id:
                _demand_anchor(objects, user, anchor)
            changed = replace(user, **found)
            if changed.licences and changed.usage_location != user.usage_location:
                demand_sold(changed)
            objects.put(changed)
        return changed

    def rename(
        self, who: Identity, upn: str, anchor: str | None = None, password: str | None = None
    ) -> tuple[User, str | None]:
        """Give another user principal name; the way may lead from a federated domain or to one.

        Gives the password if that changed. Raises UserNotFound and what the rules of names and passwords raise.
        """
        with self._transactions.changing() as objects:
            user = existing(objects, who)
            old, new = objects.domain_of(user.user_principal_name), domain_for(objects, upn)
            demand_free(objects, upn, user)
            demand_way_between(old, new, anchor or user.immutable_id, password)
            if anchor and anchor != user.immutable_id:
                demand_free_anchor(objects, anchor, user.object_id)
            renamed = replace(user, user_principal_name=upn, immutable_id=anchor or user.immutable_id)
            waits = [one for one in user.quarantine if one.property_name != UPN or one.value.lower() != upn.lower()]
            renamed = replace(renamed, quarantine=tuple(waits))
            if password is not None or new.is_federated:
                renamed, password = self._with_password(renamed, new, password)
            objects.put(renamed)
        return renamed, password

    def remove(self, who: Identity, by: UUID | None = None) -> None:
        """Move a user to the recycle bin; raises UserNotFound, and CannotRemoveSelf for the one who asks."""
        with self._transactions.changing() as objects:
            user = existing(objects, who)
            if user.object_id == by:
                raise CannotRemoveSelf
            objects.put(deleted(user, self._transactions.now))

    def purge(self, who: Identity) -> None:
        """Forget a user of the recycle bin for ever; raises UserNotFound."""
        with self._transactions.changing() as objects:
            objects.remove(in_recycle_bin(objects, who))

    def restore(self, who: Identity, new_upn: str | None = None, *, drop_addresses: bool = False) -> User:
        """Take a user out of the recycle bin; raises UserNotFound and what `recycle_bin.restored` raises."""
        with self._transactions.changing() as objects:
            user = in_recycle_bin(objects, who)
            back = restored(objects, user, self._transactions.now, new_upn, drop_addresses=drop_addresses)
            objects.put(back)
        return back

    def set_password(self, who: Identity, password: str | None = None, *, force_change: bool = True) -> str:
        """A new password, drawn unless given; raises UserNotFound, FederatedPassword, AwaitsConversion and what
        its rules raise."""
        with self._transactions.changing() as objects:
            user = existing(objects, who)
            domain = objects.domain_of(user.user_principal_name)
            if domain is not None and domain.is_federated:
                raise FederatedPassword
            if user.awaits_conversion:
                raise AwaitsConversion
            changed, given = self._with_password(user, domain, password)
            objects.put(replace(changed, force_change_password=force_change))
        assert given is not None, "only federated users have none"
        return given

    def force_change_of_password(self, who: Identity, *, force_change: bool) -> None:
        """Whether a user must change the password when it signs in next; raises UserNotFound."""
        with self._transactions.changing() as objects:
            objects.put(replace(existing(objects, who), force_change_password=force_change))

    def convert_federated(self, upn: str, password: str | None = None) -> str:
        """Give a password to a user whose domain is no longer federated.

        Raises UserNotFound, FederatedPassword as long as the domain is, NothingToConvert otherwise.
        """
        with self._transactions.changing() as objects:
            user = existing(objects, upn)
            domain = objects.domain_of(user.user_principal_name)
            if domain is not None and domain.is_federated:
                raise FederatedPassword
            if not user.awaits_conversion:
                raise NothingToConvert
            changed, given = self._with_password(replace(user, awaits_conversion=False), domain, password)
            objects.put(changed)
        assert given is not None, "only federated users have none"
        return given

    def set_licences(self, who: Identity, add: Iterable[str], remove: Iterable[str], options: Options) -> User:
        """Change licences, all or none; raises UserNotFound and what `Licensing.changed` raises."""
        with self._transactions.changing() as objects:
            user = existing(objects, who)
            changed = Licensing(objects, self._transactions.now).changed(user, add, remove, options)
            objects.put(changed)
        return changed

    def forget_strong_authentication(self, upn: str) -> None:
        """Forget what a user has registered for a second factor; raises UserNotFound."""
        with self._transactions.changing() as objects:
            user = existing(objects, upn)
            without = replace(user, strong_authentication_methods=(), strong_authentication_details=None, phone_apps=())
            objects.put(without)

    def remove_application_password(self, upn: str, password_id: str) -> None:
        """Forget a password for a client; raises UserNotFound or ApplicationPasswordNotFound."""
        with self._transactions.changing() as objects:
            user = existing(objects, upn)
            if password_id not in user.application_passwords:
                raise ApplicationPasswordNotFound(password_id)
            rest = tuple(one for one in user.application_passwords if one != password_id)
            objects.put(replace(user, application_passwords=rest))

    def provision_again(self, object_id: UUID) -> None:
        """Have the services look at a user anew: what they found wrong before is settled. Raises UserNotFound."""
        with self._transactions.changing() as objects:
            objects.put(replace(existing(objects, object_id), faults=()))

    def administrator(self) -> UUID | None:
        """The tenant's first company administrator."""
        with self._transactions.reading() as objects:
            found = objects.state.users.find("role", ADMINISTRATOR)
        return min(found, key=lambda user: user.number).object_id if found else None

    def skus(self) -> list[AccountSku]:
        """The licences of the tenant."""
        with self._transactions.reading() as objects:
            return account_skus(objects)

    def _with_password(self, user: User, domain: Domain | None, text: str | None) -> tuple[User, str | None]:
        if domain is not None and domain.is_federated:
            if text is not None:
                raise FederatedPassword
            return replace(user, password=None), None
        ids, now = self._transactions.ids, self._transactions.now
        if text is None:
            text = ids.password()
        else:
            checked(text, user.user_principal_name, strong=user.strong_password_required)
        user = replace(user, password=kept(text, ids), last_password_change=now, refresh_tokens_valid_from=now)
        return user, text


def existing(objects: TenantObjects, who: Identity) -> User:
    """A user that is not deleted; raises UserNotFound."""
    found = objects.state.users.get(str(who)) if isinstance(who, UUID) else objects.with_upn(who)
    if found is None or found.is_deleted:
        raise UserNotFound(str(who))
    return found


def in_recycle_bin(objects: TenantObjects, who: Identity) -> User:
    """A deleted user, of several with one name the one that was deleted last; raises UserNotFound."""
    if isinstance(who, UUID):
        one = objects.state.users.get(str(who))
        found = [one] if one is not None else []
    else:
        found = objects.state.users.find("upn", who.lower())
    gone = [(user.deleted_at, user.number, user) for user in found if user.deleted_at is not None]
    if not gone:
        raise UserNotFound(str(who))
    return max(gone, key=lambda entry: entry[:2])[2]


def _name_of(objects: TenantObjects, new: NewUser) -> tuple[str, Domain]:
    if not new.user_principal_name:
        raise MissingProperty(UPN)
    if not new.display_name:
        raise MissingProperty("DisplayName")
    domain = domain_for(objects, new.user_principal_name)
    demand_new(objects, new.user_principal_name)
    return new.user_principal_name, domain


def _demand_anchor(objects: TenantObjects, user: User, anchor: str | None) -> None:
    """A user of a federated domain keeps its anchor; another one's is taken."""
    domain = objects.domain_of(user.user_principal_name)
    if domain is not None and domain.is_federated:
        raise MasteredOnPremises("ImmutableId")
    if anchor:
        demand_free_anchor(objects, anchor, user.object_id)
