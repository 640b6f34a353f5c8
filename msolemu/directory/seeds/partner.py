"""The seed `partner`: Contoso is a partner with agents, and manages five customers.

The customers differ in size, licences, second factors, blocked users and in how their users sign in; one has an
unverified domain, one a federated one, one nothing but its initial domain. Who is blocked, licensed and so on goes by
the place of the user, so that nothing is drawn but ids. The data are in `partner.json`.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from msolemu.directory.seed import ADMINISTRATOR
from msolemu.directory.tenant.administrative_unit import ForeignRoleGroup
from msolemu.directory.tenant.company import Company, PartnerProfile
from msolemu.directory.tenant.contract import Contract, ContractType
from msolemu.directory.tenant.domain import Domain
from msolemu.directory.tenant.federation_server import server_settings
from msolemu.directory.tenant.group import Group
from msolemu.directory.tenant.groups import AGENT_GROUPS
from msolemu.directory.tenant.licence import AssignedLicence, Subscription
from msolemu.directory.tenant.objects import TenantObjects
from msolemu.directory.tenant.principals import seed_principals
from msolemu.directory.tenant.strong_authentication import Method, PhoneApp, Requirement, UserDetails
from msolemu.directory.tenant.user import User
from msolemu.directory.unit_of_work import DirectoryState
from msolemu.foundation.dataclass import replace
from msolemu.foundation.identifiers import IdSource
from msolemu.foundation.tables import table

HOME = "contoso.com"
PARTNER = "ResellerPartnerTenant"
ROLES_OF_AGENTS = {"AdminAgents": ADMINISTRATOR, "HelpdeskAgents": "Helpdesk Administrator"}
"""Which roles the members of the partner's groups have at its customers."""
DAYS_BETWEEN = 30
"""Between the days on which two customers came, or two users of one."""


def fill(state: DirectoryState, now: datetime, ids: IdSource) -> None:
    """Make the main tenant a partner and give it its customers."""
    data = table(__file__)
    add_agents(TenantObjects(state), data, now, ids)
    for number, one in enumerate(data["customers"]):
        customer = _Customer(state, data, one, now - timedelta(days=400 - DAYS_BETWEEN * number), now, ids)
        customer.fill()


def add_agents(objects: TenantObjects, data: dict[str, Any], now: datetime, ids: IdSource) -> None:
    """The partner's own side: what customers see of it, its agents and their groups."""
    profile: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in data["profile"].items()
    }
    objects.change_company(replace(objects.company, company_type=PARTNER, partner=PartnerProfile(**profile)))
    members: dict[str, list[User]] = {name: [] for name in AGENT_GROUPS}
    for one in data["agents"]:
        agent = new_user(objects, one["first"], one["last"], HOME, now - timedelta(days=500), ids)
        objects.put(replace(agent, department="Cloud Services", usage_location="US"))
        for name in one["groups"]:
            members[name].append(agent)
    for name, description in AGENT_GROUPS.items():
        objects.put(
            Group(
                ids.guid(),
                objects.next_number(),
                now - timedelta(days=500),
                display_name=name,
                description=description,
                members=tuple(user.object_id for user in members[name]),
                well_known_name=name,
            )
        )


def new_user(objects: TenantObjects, first: str, last: str, domain: str, at: datetime, ids: IdSource) -> User:
    """A user that is called by its name; not yet put."""
    return User(
        ids.guid(),
        objects.next_number(),
        at,
        f"{first}.{last}@{domain}".lower(),
        display_name=f"{first} {last}",
        first_name=first,
        last_name=last,
        last_password_change=at,
    )


class _Customer:
    """Makes one customer."""

    def __init__(
        self,
        state: DirectoryState,
        data: dict[str, Any],
        one: dict[str, Any],
        since: datetime,
        now: datetime,
        ids: IdSource,
    ) -> None:
        self._data, self._one, self._since, self._now, self._ids = data, one, since, now, ids
        self._tenant_id = ids.guid()
        self._partner = state
        self._objects = TenantObjects(state.customers.of(self._tenant_id))

    def fill(self) -> None:
        """The customer with everything in it, and the contract with it."""
        self._add_company()
        seed_principals(self._objects)
        self._let_agents_in()
        self._add_domains()
        self._add_licences()
        self._objects.put(
            replace(
                new_user(
                    self._objects, "Admin", self._one["name"].split()[0], self._one["initial"], self._since, self._ids
                ),
                roles=(ADMINISTRATOR,),
                user_principal_name=f"admin@{self._one['initial']}",
                display_name="Admin",
                usage_location=self._one["country"],
            )
        )
        for place in range(self._one["users"]):
            self._objects.put(self._user(place))
        self._add_group()
        contract = Contract(self._ids.guid(), self._tenant_id, ContractType[self._one["kind"]])
        self._partner.contracts.put(str(contract.object_id), contract)

    def _add_company(self) -> None:
        synchronized = self._one["dirsync"]
        company = Company(
            self._tenant_id,
            self._one["name"],
            self._one["initial"],
            self._since,
            city=self._one["city"],
            country_letter_code=self._one["country"],
            preferred_language="en",
            technical_notification_emails=(f"it@{self._main_domain}",),
            directory_synchronization_enabled=synchronized,
            last_dirsync_time=self._now - timedelta(minutes=25) if synchronized else None,
        )
        self._objects.change_company(company)

    def _let_agents_in(self) -> None:
        """The partner's agents have roles here, as members of groups of another tenant."""
        partner = TenantObjects(self._partner).company.object_id
        for group in self._partner.groups:
            role = ROLES_OF_AGENTS.get(group.well_known_name or "")
            if role is not None:
                entry = ForeignRoleGroup(role, partner, group.object_id)
                self._objects.state.foreign_role_groups.put(entry.key, entry)

    @property
    def _main_domain(self) -> str:
        names: list[str] = self._one["domains"]
        return names[0] if names else str(self._one["initial"])

    def _add_domains(self) -> None:
        main = self._main_domain
        self._put(Domain(self._one["initial"], is_initial=True, is_default=main == self._one["initial"]))
        for name in self._one["domains"]:
            self._put(Domain(name, is_default=name == main))
        if unverified := self._one.get("unverified"):
            code = self._ids.number(10_000_000, 99_999_999)
            self._put(Domain(unverified, is_verified=False, verification_code=code))
        if federated := self._one.get("federated"):
            settings = server_settings(f"sts.{federated}", federated)
            self._put(Domain(federated, is_federated=True, federation=settings))

    def _put(self, domain: Domain) -> None:
        self._objects.state.domains.put(domain.name, domain)

    def _add_licences(self) -> None:
        bought = Subscription(self._ids.guid(), self._one["sku"], self._one["seats"], self._since)
        bought = replace(bought, next_lifecycle=self._now + timedelta(days=90), order_id=self._ids.guid())
        self._objects.state.subscriptions.put(str(bought.object_id), bought)

    def _user(self, place: int) -> User:
        first, last = self._data["people"][place]
        departments = self._data["departments"]
        created = min(self._now, self._since + timedelta(days=DAYS_BETWEEN * (place + 1)))
        user = new_user(self._objects, first, last, self._main_domain, created, self._ids)
        user = replace(
            user,
            city=self._one["city"],
            country=self._one["country"],
            department=departments[place % len(departments)],
            usage_location=self._one["country"],
            block_credential=place >= self._one["users"] - self._one["blocked"],
            last_dirsync_time=self._now - timedelta(minutes=25) if self._one["dirsync"] else None,
        )
        return self._protected(self._licensed(user, place), place)

    def _licensed(self, user: User, place: int) -> User:
        if place >= self._one["licensed"]:
            return user
        own = (f"SMTP:{user.user_principal_name}",)
        licences = (AssignedLicence(self._one["sku"]),)
        return replace(user, licences=licences, mail=user.user_principal_name, proxy_addresses=own, own_addresses=own)

    def _protected(self, user: User, place: int) -> User:
        if place >= self._one["protected"]:
            return user
        return replace(
            user,
            strong_authentication_requirements=(Requirement("*", "Enforced", user.when_created),),
            strong_authentication_methods=(Method("PhoneAppNotification", is_default=True),),
            strong_authentication_details=UserDetails(email=user.user_principal_name),
            phone_apps=(PhoneApp("Work phone", "4.1.0", "APNS"),),
        )

    def _add_group(self) -> None:
        everybody = sorted(self._objects.state.users, key=lambda user: user.number)
        self._objects.put(
            Group(
                self._ids.guid(),
                self._objects.next_number(),
                self._since,
                display_name=f"{self._one['name']} Staff",
                description="Everybody",
                members=tuple(user.object_id for user in everybody),
            )
        )
