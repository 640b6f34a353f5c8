"""A tenant as cmdlets and the lab use it: each call is a transaction of its own."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from msolemu.directory.tenant.accounts import Accounts
from msolemu.directory.tenant.company import Company, synchronized
from msolemu.directory.tenant.contact import Contact
from msolemu.directory.tenant.devices import Devices
from msolemu.directory.tenant.domains import Domains
from msolemu.directory.tenant.features import Features
from msolemu.directory.tenant.group import Group
from msolemu.directory.tenant.groups import Contacts, Groups
from msolemu.directory.tenant.licence import Subscription
from msolemu.directory.tenant.licensing import account_name
from msolemu.directory.tenant.logon import Logon
from msolemu.directory.tenant.objects import TenantObject
from msolemu.directory.tenant.organization import Organization, finish_dirsync_change
from msolemu.directory.tenant.partnership import Partnership
from msolemu.directory.tenant.password_policy import PasswordPolicies
from msolemu.directory.tenant.principals import Principals
from msolemu.directory.tenant.quarantine import ADDRESSES, WantedValue
from msolemu.directory.tenant.roles import Roles
from msolemu.directory.tenant.sweep import Sweep, WaitingValue
from msolemu.directory.tenant.transactions import Transactions
from msolemu.directory.tenant.uniqueness import holder_of_name
from msolemu.directory.tenant.units import Units
from msolemu.directory.tenant.user import User
from msolemu.foundation.dataclass import replace


class TenantService:
    """Reads the tenant, switches its features, and runs its hourly task; what changes is durable when a call returns.

    Services of one subject are made from the same `transactions`.
    """

    def __init__(self, transactions: Transactions) -> None:
        self.transactions = transactions

    @property
    def company(self) -> Company:
        """The tenant's own settings."""
        with self.transactions.reading() as objects:
            return objects.company

    def users(self) -> list[User]:
        """All users, deleted ones too, in the order of creation."""
        with self.transactions.reading() as objects:
            return sorted(objects.state.users, key=lambda user: user.number)

    def user(self, object_id: UUID) -> User | None:
        """A user by id, deleted or not."""
        with self.transactions.reading() as objects:
            return objects.state.users.get(str(object_id))

    def user_with_upn(self, upn: str, *, deleted: bool) -> User | None:
        """A user by the name that it signs in with."""
        with self.transactions.reading() as objects:
            found = objects.state.users.find("upn", upn.lower())
        return next((user for user in found if user.is_deleted is deleted), None)

    @property
    def account(self) -> str:
        """What the tenant's account SKU ids begin with."""
        with self.transactions.reading() as objects:
            return account_name(objects)

    @property
    def now(self) -> datetime:
        """Lab time."""
        return self.transactions.now

    @property
    def accounts(self) -> Accounts:
        """What changes users."""
        return Accounts(self.transactions)

    @property
    def password_policies(self) -> PasswordPolicies:
        """How long passwords of the domains are good."""
        return PasswordPolicies(self.transactions)

    def subscriptions(self) -> list[Subscription]:
        """All subscriptions, in the order in which they were bought."""
        with self.transactions.reading() as objects:
            return list(objects.state.subscriptions)

    def groups(self) -> list[Group]:
        """All groups in the order of creation."""
        with self.transactions.reading() as objects:
            return sorted(objects.state.groups, key=lambda group: group.number)

    def group(self, object_id: UUID) -> Group | None:
        """A group by id."""
        with self.transactions.reading() as objects:
            return objects.state.groups.get(str(object_id))

    def contacts(self) -> list[Contact]:
        """All contacts in the order of creation."""
        with self.transactions.reading() as objects:
            return sorted(objects.state.contacts, key=lambda contact: contact.number)

    def contact(self, object_id: UUID) -> Contact | None:
        """A contact by id."""
        with self.transactions.reading() as objects:
            return objects.state.contacts.get(str(object_id))

    @property
    def group_changes(self) -> Groups:
        """What changes groups and their members."""
        return Groups(self.transactions)

    @property
    def contact_changes(self) -> Contacts:
        """What changes contacts."""
        return Contacts(self.transactions)

    @property
    def domains(self) -> Domains:
        """The domains, and what changes them."""
        return Domains(self.transactions, self._is_verified_anywhere)

    @property
    def organization(self) -> Organization:
        """What changes the tenant's own settings."""
        return Organization(self.transactions)

    @property
    def partnership(self) -> Partnership:
        """The tenants that this one manages."""
        return Partnership(self.transactions)

    @property
    def roles(self) -> Roles:
        """Who has which role."""
        return Roles(self.transactions)

    @property
    def units(self) -> Units:
        """The administrative units."""
        return Units(self.transactions)

    @property
    def principals(self) -> Principals:
        """The service principals."""
        return Principals(self.transactions)

    @property
    def devices(self) -> Devices:
        """The registered devices."""
        return Devices(self.transactions)

    @property
    def logon(self) -> Logon:
        """Who may sign in."""
        return Logon(self.transactions)

    def for_account(self, account: UUID) -> TenantService:
        """The same tenant for a user who is signed in: what it may not do raises NotPermitted."""
        return TenantService(replace(self.transactions, account=account))

    def customer(self, tenant_id: UUID) -> TenantService | None:
        """A tenant that this one manages as a partner; None for any other."""
        if not self.partnership.manages(tenant_id):
            return None
        return TenantService(replace(self.transactions, customer=tenant_id))

    def _is_verified_anywhere(self, domain: str) -> bool:
        with self.transactions.open() as work:
            states = (work.directory, *work.directory.customers)
            found = [state.domains.get(domain) for state in states]
        return any(one is not None and one.is_verified for one in found)

    def waiting(self) -> list[TenantObject]:
        """The objects with values that are set aside, in the order of creation."""
        with self.transactions.reading() as objects:
            return objects.waiting()

    def holder(self, entry: WantedValue) -> TenantObject | None:
        """The object that has the value which another one waits for."""
        with self.transactions.reading() as objects:
            if entry.property_name == ADDRESSES:
                return objects.with_address(entry.value)
            found = holder_of_name(objects, entry.value)
            return found[0] if found else None

    def conflicts(self) -> list[WaitingValue]:
        """Every value that is set aside, with both sides."""
        with self.transactions.reading() as objects:
            return Sweep(objects, self.transactions.issues()).waiting()

    def feature(self, name: str) -> bool:
        """Whether a feature of directory synchronization is on."""
        with self.transactions.reading() as objects:
            return Features(objects.company, self.transactions.issues()).on(name)

    def switch_feature(self, name: str, *, on: bool) -> None:
        """Switch a feature; raises FeatureCannotChange."""
        with self.transactions.changing() as objects:
            objects.change_company(Features(objects.company, self.transactions.issues()).switched(name, on=on))

    def sweep(self, now: datetime) -> list[WaitingValue]:
        """Run the hourly task, for the tenants that this one manages too; tells what was given back here."""
        with self.transactions.changing() as objects:
            due = objects.company.dirsync_change_due
            if due is not None and due <= now:
                finish_dirsync_change(objects)
            given = Sweep(objects, self.transactions.issues()).run(now)
            contracts = list(objects.state.contracts)
        for contract in contracts:
            TenantService(replace(self.transactions, customer=contract.customer)).sweep(now)
        return given

    def note_synchronization(self, at: datetime) -> None:
        """Remember when a client last exported."""
        with self.transactions.changing() as objects:
            objects.change_company(synchronized(objects.company, at))


def described(one: TenantObject | None) -> str:
    """An object as people tell it from others: its display name, and the name or address it goes by; empty for none."""
    if one is None:
        return ""
    address = one.user_principal_name or one.mail
    name = one.display_name or ""
    return f"{name} ({address})" if name and address else name or address or str(one.object_id)
