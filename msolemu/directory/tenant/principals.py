"""Service principals and what they prove themselves with: each call is a transaction of its own."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID, uuid5

from msolemu.directory.tenant.account_errors import BadSyntax, MissingProperty, NotUnique, TooLong
from msolemu.directory.tenant.catalogue.applications import applications
from msolemu.directory.tenant.objects import TenantObjects
from msolemu.directory.tenant.role_errors import CredentialNotFound, CredentialNotSettable, PrincipalNotFound
from msolemu.directory.tenant.service_principal import PrincipalCredential, ReplyAddress, ServicePrincipal
from msolemu.directory.tenant.transactions import Transactions
from msolemu.foundation.dataclass import dataclass, replace
from msolemu.foundation.identifiers import IdSource

NAMES = "ServicePrincipalNames"
APP = "AppPrincipalId"
LONGEST_NAME = 256
KEY_BYTES = 32
GENERATED = ("Symmetric", "Password")
"""The kinds of credentials whose value is drawn where none is given."""


@dataclass(frozen=True, slots=True)
class By:
    """How a service principal is named: by one of these."""

    object_id: UUID | None = None
    app_principal_id: UUID | None = None
    name: str | None = None

    def __str__(self) -> str:
        return str(self.object_id or self.app_principal_id or self.name or "")


@dataclass(frozen=True, slots=True)
class NewCredential:
    """What a credential is made of; what is not given is the service's choice."""

    kind: str = "Symmetric"
    usage: str = "Verify"
    value: str | None = None
    start: datetime | None = None
    end: datetime | None = None


@dataclass(frozen=True, slots=True)
class PrincipalValues:
    """Properties of a service principal; None leaves one as it is."""

    display_name: str | None = None
    names: Sequence[str] | None = None
    account_enabled: bool | None = None
    addresses: Sequence[ReplyAddress] | None = None


class Principals:
    """The service principals of a tenant."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def all(self) -> list[ServicePrincipal]:
        """All of them, those of the services first."""
        with self._transactions.reading() as objects:
            return list(objects.state.service_principals)

    def one(self, by: By) -> ServicePrincipal:
        """One service principal; raises PrincipalNotFound."""
        with self._transactions.reading() as objects:
            return existing_principal(objects, by)

    def create(
        self, values: PrincipalValues, app_principal_id: UUID | None, new: NewCredential
    ) -> tuple[ServicePrincipal, PrincipalCredential]:
        """A new one with its first credential; the names get the id of the application.

        Raises MissingProperty, TooLong, NotUnique, BadSyntax or CredentialNotSettable.
        """
        ids, now = self._transactions.ids, self._transactions.now
        with self._transactions.changing() as objects:
            app = app_principal_id or ids.guid()
            if objects.state.service_principals.has("app", str(app)):
                raise NotUnique(APP)
            one = _changed(objects, ServicePrincipal(ids.guid(), app, "", (str(app),)), values)
            credential = made(new, ids, now)
            one = replace(one, credentials=(credential,))
            objects.state.service_principals.put(str(one.object_id), one)
        return one, credential

    def change(self, by: By, values: PrincipalValues) -> None:
        """Set properties; raises PrincipalNotFound and what `create` raises."""
        with self._transactions.changing() as objects:
            one = existing_principal(objects, by)
            objects.state.service_principals.put(str(one.object_id), _changed(objects, one, values))

    def remove(self, by: By) -> None:
        """Forget one; raises PrincipalNotFound."""
        with self._transactions.changing() as objects:
            objects.state.service_principals.remove(str(existing_principal(objects, by).object_id))

    def add_credential(self, by: By, new: NewCredential) -> PrincipalCredential:
        """One more credential; raises PrincipalNotFound, BadSyntax or CredentialNotSettable."""
        with self._transactions.changing() as objects:
            one = existing_principal(objects, by)
            credential = made(new, self._transactions.ids, self._transactions.now)
            changed = replace(one, credentials=(*one.credentials, credential))
            objects.state.service_principals.put(str(one.object_id), changed)
        return credential

    def remove_credentials(self, by: By, key_ids: Iterable[UUID]) -> None:
        """Take credentials away, all or none; raises PrincipalNotFound or CredentialNotFound."""
        with self._transactions.changing() as objects:
            one = existing_principal(objects, by)
            known = {credential.key_id for credential in one.credentials}
            gone = set(key_ids)
            for key_id in gone - known:
                raise CredentialNotFound(str(key_id))
            rest = tuple(credential for credential in one.credentials if credential.key_id not in gone)
            objects.state.service_principals.put(str(one.object_id), replace(one, credentials=rest))


def with_id(objects: TenantObjects, object_id: UUID) -> ServicePrincipal:
    """The service principal with an id; raises PrincipalNotFound."""
    return existing_principal(objects, By(object_id=object_id))


def existing_principal(objects: TenantObjects, by: By) -> ServicePrincipal:
    """A service principal as it is named; raises PrincipalNotFound."""
    known = objects.state.service_principals
    found: ServicePrincipal | None
    if by.object_id is not None:
        found = known.get(str(by.object_id))
    elif by.app_principal_id is not None:
        found = next(iter(known.find("app", str(by.app_principal_id))), None)
    else:
        found = next(iter(known.find("name", (by.name or "").lower())), None)
    if found is None:
        raise PrincipalNotFound(str(by))
    return found


def made(new: NewCredential, ids: IdSource, now: datetime) -> PrincipalCredential:
    """A credential; its key is drawn where none is given, and it is good for a year.

    Raises CredentialNotSettable when it ends before it begins or has no value, BadSyntax for a key that is not base64.
    """
    start = new.start or now
    end = new.end or a_year_after(start)
    value = new.value
    if value is None and new.kind in GENERATED:
        value = base64.b64encode(bytes(ids.number(0, 255) for _ in range(KEY_BYTES))).decode("ascii")
    if not value or end <= start:
        raise CredentialNotSettable
    if new.kind != "Password":
        try:
            base64.b64decode(value, validate=True)
        except (binascii.Error, ValueError):
            raise BadSyntax("Value") from None
    return PrincipalCredential(ids.guid(), new.kind, new.usage, value, start, end)


def a_year_after(start: datetime) -> datetime:
    """The same day of the next year; of the last of February the day before."""
    try:
        return start.replace(year=start.year + 1)
    except ValueError:
        return start.replace(year=start.year + 1, day=28)


def _changed(objects: TenantObjects, one: ServicePrincipal, values: PrincipalValues) -> ServicePrincipal:
    name = one.display_name if values.display_name is None else values.display_name
    if not name:
        raise MissingProperty("DisplayName")
    if len(name) > LONGEST_NAME:
        raise TooLong("DisplayName")
    names = one.names if values.names is None else _names(objects, one, values.names)
    return replace(
        one,
        display_name=name,
        names=names,
        account_enabled=one.account_enabled if values.account_enabled is None else values.account_enabled,
        addresses=one.addresses if values.addresses is None else tuple(values.addresses),
    )


def _names(objects: TenantObjects, one: ServicePrincipal, wanted: Sequence[str]) -> tuple[str, ...]:
    found = dict.fromkeys((*wanted, str(one.app_principal_id)))
    for name in found:
        if not name or name != name.strip() or " " in name:
            raise BadSyntax(NAMES)
        if len(name) > LONGEST_NAME:
            raise TooLong(NAMES)
        holders = objects.state.service_principals.find("name", name.lower())
        if any(holder.object_id != one.object_id for holder in holders):
            raise NotUnique(NAMES)
    return tuple(found)


def seed_principals(objects: TenantObjects) -> None:
    """The applications of the service itself, which every tenant has. Their ids follow from the tenant's."""
    for app in applications():
        object_id = uuid5(objects.company.object_id, str(app.app_principal_id))
        names = (str(app.app_principal_id), *app.names)
        one = ServicePrincipal(object_id, app.app_principal_id, app.display_name, names, roles=app.roles)
        objects.state.service_principals.put(str(object_id), one)
