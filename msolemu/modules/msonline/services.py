"""What the cmdlets of this module need from the rest of the emulator."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from msolemu.cmdlets.call import Call
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.msonline.refusals import NotAPartner, NotConnected

if TYPE_CHECKING:
    from msolemu.directory.tenant.accounts import Accounts
    from msolemu.directory.tenant.company import Company
    from msolemu.directory.tenant.contact import Contact
    from msolemu.directory.tenant.devices import Devices
    from msolemu.directory.tenant.domains import Domains
    from msolemu.directory.tenant.group import Group
    from msolemu.directory.tenant.groups import Contacts, Groups
    from msolemu.directory.tenant.licence import Subscription
    from msolemu.directory.tenant.organization import Organization
    from msolemu.directory.tenant.partnership import Partnership
    from msolemu.directory.tenant.password_policy import PasswordPolicies
    from msolemu.directory.tenant.principals import Principals
    from msolemu.directory.tenant.roles import Roles
    from msolemu.directory.tenant.units import Units
    from msolemu.directory.tenant.user import User


class SetAsideValue(Protocol):
    """A value that an object waits for."""

    @property
    def property_name(self) -> str:
        """UserPrincipalName or ProxyAddresses."""
        ...

    @property
    def value(self) -> str:
        """The value, an address with its prefix."""
        ...

    @property
    def since(self) -> datetime:
        """When it was set aside."""
        ...


class DirectoryObject(Protocol):
    """What users, groups and contacts have in common."""

    @property
    def object_id(self) -> UUID:
        """The unique id."""
        ...

    @property
    def object_type(self) -> str:
        """User, Group or Contact."""
        ...

    @property
    def display_name(self) -> str | None:
        """The name that people see."""
        ...

    @property
    def immutable_id(self) -> str | None:
        """The source anchor of what comes from on-premises."""
        ...

    @property
    def last_dirsync_time(self) -> datetime | None:
        """When it was last synchronized."""
        ...

    @property
    def proxy_addresses(self) -> Sequence[str]:
        """Addresses with their prefixes."""
        ...

    @property
    def quarantine(self) -> Sequence[SetAsideValue]:
        """The values that are set aside."""
        ...

    @property
    def user_principal_name(self) -> str | None:
        """The name that a user signs in with; None for what is no user."""
        ...


class TenantDirectory(Protocol):
    """One tenant, to be read, and its features, to be switched; each change is durable when the call returns."""

    @property
    def company(self) -> Company:
        """The tenant's own settings."""
        ...

    @property
    def account(self) -> str:
        """What the tenant's account SKU ids begin with."""
        ...

    @property
    def now(self) -> datetime:
        """Lab time."""
        ...

    @property
    def accounts(self) -> Accounts:
        """What changes users and their licences."""
        ...

    @property
    def password_policies(self) -> PasswordPolicies:
        """How long passwords of its domains are good."""
        ...

    def subscriptions(self) -> Iterable[Subscription]:
        """The tenant's subscriptions, in the order in which they were bought."""
        ...

    def users(self) -> Iterable[User]:
        """All users, deleted ones too, in the order of creation."""
        ...

    def user(self, object_id: UUID) -> User | None:
        """A user by id, deleted or not."""
        ...

    def user_with_upn(self, upn: str, *, deleted: bool) -> User | None:
        """A user by the name that it signs in with."""
        ...

    def groups(self) -> Iterable[Group]:
        """All groups."""
        ...

    def group(self, object_id: UUID) -> Group | None:
        """A group by id."""
        ...

    def contacts(self) -> Iterable[Contact]:
        """All contacts."""
        ...

    def contact(self, object_id: UUID) -> Contact | None:
        """A contact by id."""
        ...

    @property
    def group_changes(self) -> Groups:
        """What changes groups and their members."""
        ...

    @property
    def contact_changes(self) -> Contacts:
        """What changes contacts."""
        ...

    @property
    def domains(self) -> Domains:
        """The domains, and what changes them."""
        ...

    @property
    def organization(self) -> Organization:
        """What changes the tenant's own settings."""
        ...

    @property
    def partnership(self) -> Partnership:
        """The tenants that this one manages."""
        ...

    @property
    def roles(self) -> Roles:
        """Who has which role."""
        ...

    @property
    def units(self) -> Units:
        """The administrative units."""
        ...

    @property
    def principals(self) -> Principals:
        """The service principals."""
        ...

    @property
    def devices(self) -> Devices:
        """The registered devices."""
        ...

    def customer(self, tenant_id: UUID) -> TenantDirectory | None:
        """A tenant that this one manages as a partner; None for any other."""
        ...

    def waiting(self) -> Iterable[DirectoryObject]:
        """The objects with values that are set aside, in the order of creation."""
        ...

    def holder(self, entry: SetAsideValue) -> DirectoryObject | None:
        """The object that has the value which another one waits for."""
        ...

    def feature(self, name: str) -> bool:
        """Whether a feature of directory synchronization is on."""
        ...

    def switch_feature(self, name: str, *, on: bool) -> None:
        """Switch a feature; raises FeatureCannotChange."""
        ...


class SignIn(Protocol):
    """Finds out who signs in; raises WrongPassword and the like."""

    def __call__(self, upn: str, password: str, /) -> UUID:
        """The id of the user."""
        ...


class Connection:
    """Whether the session is connected; lasts as long as the session."""

    def __init__(self, *, connected: bool = False) -> None:
        self._connected = connected
        self.account: UUID | None = None
        """Who signed in; None: whoever administers the tenant."""
        self.federation_server: str | None = None
        """The federation server on-premises that cmdlets for federated domains speak with."""

    def connect(self, account: UUID | None = None) -> None:
        """Connect to the tenant, in place of what was connected before."""
        self._connected = True
        self.account = account

    def disconnect(self) -> None:
        """Forget the connection and whose it was."""
        self._connected = False
        self.account = None

    def demand(self) -> None:
        """Raise NotConnected unless there is a connection."""
        if not self._connected:
            raise NotConnected


@dataclass(frozen=True)
class MsolServices:
    """Given by whoever puts the emulator together."""

    connection: Connection
    main_tenant: Callable[[], TenantDirectory]
    sign_in: SignIn | None = None
    """How to sign in where names and passwords are real; None where anybody is the tenant's administrator."""

    def tenant(self, tenant_id: UUID | None = None) -> TenantDirectory:
        """The tenant that a cmdlet works on; raises NotConnected and NotAPartner."""
        self.connection.demand()
        tenant = self.main_tenant()
        if tenant_id is None or tenant_id == tenant.company.object_id:
            return tenant
        customer = tenant.customer(tenant_id)
        if customer is None:
            raise NotAPartner
        return customer

    @property
    def actor(self) -> UUID | None:
        """Who is connected: the account that signed in, or the tenant's first company administrator."""
        return self.connection.account or self.main_tenant().accounts.administrator()


MsolCall = Call[MsolServices]
