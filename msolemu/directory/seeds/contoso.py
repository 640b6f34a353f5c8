"""The seed `contoso`: 200 users of a plausible company, so that reports have something to report.

Departments with heads and managers, licences of which some are left and one kind is all taken, roles, guests, shared
accounts, users that are blocked, unlicensed or deleted, second factors, old passwords; users of some departments come
from on-premises. Domains: `contoso.com` and `contoso.co.uk` are verified, `contoso-events.com` is not. The names and
numbers are in `contoso.json`; who is blocked, unlicensed and so on goes by the number of the user, so that nothing is
drawn but ids. Everybody who signs in here has the password that stands there.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from msolemu.directory.forest.directory import ForestDirectory
from msolemu.directory.seeds.contoso_devices import add_applications, add_devices, add_unit
from msolemu.directory.seeds.contoso_forest import OnPremises, immutable_id
from msolemu.directory.tenant.company import synchronized
from msolemu.directory.tenant.contact import Contact
from msolemu.directory.tenant.domain import Domain
from msolemu.directory.tenant.group import Group
from msolemu.directory.tenant.licence import AssignedLicence, LicenceError, Subscription, SubscriptionStatus
from msolemu.directory.tenant.objects import TenantObjects
from msolemu.directory.tenant.password import KeptPassword, kept
from msolemu.directory.tenant.strong_authentication import Method, PhoneApp, Requirement, UserDetails
from msolemu.directory.tenant.user import ServiceFault, User
from msolemu.directory.unit_of_work import DirectoryState
from msolemu.foundation.dataclass import dataclass, field, replace
from msolemu.foundation.identifiers import IdSource
from msolemu.foundation.tables import table

DOMAIN, BRITISH_DOMAIN, UNVERIFIED_DOMAIN = "contoso.com", "contoso.co.uk", "contoso-events.com"
DIRECT_REPORTS = 6
SCARCE = "PROJECTPROFESSIONAL"
"""The licence of which all are taken."""
DELETED_DAYS_AGO = (2, 5, 9, 17, 26)
PROJECT = "Project Orion"
"""The group that comes from on-premises."""
REUSED = 12
"""The place in Engineering of the user whose name a deleted one had before, who so cannot simply be restored."""

LAST_CYCLE = timedelta(minutes=40)
"""So long ago synchronization ran; what it brought is in both directories, and a cycle now has nothing to do."""


def fill(state: DirectoryState, now: datetime, ids: IdSource) -> None:
    """Add the company to what every new workspace holds."""
    _Contoso(state, now, ids).fill()


def every(number: int, step: int, rest: int) -> bool:
    """Whether a number is one of those that are so many apart."""
    return number % step == rest


@dataclass
class _Contoso:
    state: DirectoryState
    now: datetime
    ids: IdSource
    staff: dict[str, list[User]] = field(default_factory=dict)

    @cached_property
    def data(self) -> dict[str, Any]:
        return table(__file__)  # type: ignore[no-any-return]

    @property
    def synchronized_at(self) -> datetime:
        """When on-premises last sent something."""
        return self.now - LAST_CYCLE

    @cached_property
    def objects(self) -> TenantObjects:
        return TenantObjects(self.state)

    @cached_property
    def password(self) -> KeptPassword:
        """One for all; what is mixed into it need not differ where it is known anyway."""
        return kept(self.data["password"], self.ids)

    def fill(self) -> None:
        """Add everything."""
        company = replace(self.objects.company, **self.data["company"])
        self.objects.change_company(synchronized(company, self.synchronized_at))
        self.add_domains()
        self.add_subscriptions()
        number = 0
        for department in self.data["departments"]:
            for place in range(department["size"]):
                self.hire(department, place, number)
                number += 1
        self.add_shared()
        self.add_guests()
        self.add_deleted(number)
        self.add_groups()
        self.add_contacts()
        people = [user for team in self.staff.values() for user in team]
        add_devices(self.state, self.now, self.ids, people)
        add_unit(self.state, self.ids, people)
        add_applications(self.state, self.now, self.ids)
        self.add_licence_group()
        self.add_forest()

    def add_domains(self) -> None:
        code = self.ids.number(10_000_000, 99_999_999)
        british = Domain(BRITISH_DOMAIN)
        unverified = Domain(UNVERIFIED_DOMAIN, is_verified=False, verification_code=code)
        for domain in (british, unverified):
            self.state.domains.put(domain.name, domain)

    def add_subscriptions(self) -> None:
        for one in self.data["subscriptions"]:
            renews = one["renews"]
            bought = Subscription(
                self.ids.guid(),
                one["sku"],
                one["total"],
                self.days_ago(one["age"]),
                None if renews is None else self.days_ago(-renews),
                SubscriptionStatus[one["status"]],
                is_trial=one["trial"],
                order_id=self.ids.guid(),
            )
            self.state.subscriptions.put(str(bought.object_id), bought)

    # people

    def hire(self, department: dict[str, Any], place: int, number: int) -> None:
        team = self.staff.setdefault(department["name"], [])
        titles = department["titles"]
        user = self.person(number)
        user = replace(
            user,
            department=department["name"],
            title=titles[place % len(titles)] if place else department["head"],
            manager=self.boss(team),
            roles=tuple(self.of_place("roles", department, place, "role")),
            faults=tuple(self.faults(department, place)),
        )
        user = self.licensed(user, department, place, number)
        user = self.protected(user, number)
        user = self.synchronized(user) if department["synchronized"] else replace(user, password=self.password)
        self.objects.put(user)
        team.append(user)

    def person(self, number: int) -> User:
        """Somebody with a name, an office and a password of some age."""
        first, last = self.name(number)
        office = self.data["offices"][(7 * number // 3) % len(self.data["offices"])]
        domain = BRITISH_DOMAIN if office["country"] == "GB" else DOMAIN
        alias = f"{first}.{last}".lower()
        created = self.days_ago(2000 - 10 * number, hour=9)
        changed = max(created, self.days_ago((13 * number) % 170, hour=8))
        return User(
            self.ids.guid(),
            self.objects.next_number(),
            created,
            f"{alias}@{domain}",
            display_name=f"{first} {last}",
            first_name=first,
            last_name=last,
            mail_nickname=alias,
            city=office["city"],
            state=office["state"],
            country=office["country"],
            street_address=office["street"],
            postal_code=office["code"],
            office=f"{office['city']} {number % 5 + 1}/{number % 40 + 100}",
            phone_number=f"{office['phone']} {number + 1000}",
            mobile_phone=f"{office['phone']} {number + 5000}" if every(number, 2, 0) else None,
            preferred_language="de-DE" if office["country"] == "DE" else "en-US",
            usage_location=None if every(number, 30, 11) else office["country"],
            last_password_change=changed,
            refresh_tokens_valid_from=changed,
            password_never_expires=every(number, 25, 3),
            block_credential=every(number, 20, 13),
        )

    def name(self, number: int) -> tuple[str, str]:
        """A first and a last name; the lists have no common length, so the pair is new each time."""
        first, last = self.data["first_names"], self.data["last_names"]
        return first[number % len(first)], last[number % len(last)]

    def boss(self, team: list[User]) -> UUID | None:
        """The head for the first few of a department, one of these for the others; heads report to the first of all."""
        if team:
            return team[(len(team) - 1) // DIRECT_REPORTS].object_id
        chief = self.staff.get("Executive", [])
        return chief[0].object_id if chief else None

    def licensed(self, user: User, department: dict[str, Any], place: int, number: int) -> User:
        """The user with licences, a mailbox and an address, unless it is one of those that have none."""
        if every(number, 15, 7) or user.usage_location is None:
            waits = self.days_ago(10) if every(number, 60, 7) else None
            return replace(user, mailbox_unlicensed_since=waits)
        skus = [*department["licences"]]
        skus += [
            one["sku"]
            for one in self.data["further_licences"]
            if one["department"] == department["name"]
            and every(place, 2, 1)
            and self.state.users.count("licence", one["sku"]) < one["count"]
        ]
        off = ("YAMMER_ENTERPRISE",) if every(number, 4, 0) and skus[0] == "ENTERPRISEPACK" else ()
        licences = [AssignedLicence(sku, off if sku == skus[0] else ()) for sku in skus]
        address = f"SMTP:{user.user_principal_name}"
        aliases = (f"smtp:{user.mail_nickname}@{self.objects.company.initial_domain}",) if every(number, 3, 0) else ()
        own = (address, *aliases)
        return replace(
            user, licences=tuple(licences), mail=user.user_principal_name, proxy_addresses=own, own_addresses=own
        )

    def protected(self, user: User, number: int) -> User:
        """The user with what it needs and has as a second factor."""
        if user.roles:
            state, registered = "Enforced", True
        elif every(number, 3, 0):
            state, registered = "Enabled", every(number, 2, 0)
        else:
            return user
        before = self.days_ago(120)
        user = replace(user, strong_authentication_requirements=(Requirement("*", state, before),))
        if not registered:
            return user
        by_app = (Method("PhoneAppNotification", is_default=True), Method("PhoneAppOTP"))
        by_phone = (Method("OneWaySMS", is_default=True), Method("TwoWayVoiceMobile"))
        details = UserDetails(phone_number=user.mobile_phone or user.phone_number, email=user.mail)
        app = PhoneApp("Work phone", "4.1.0", "GCM" if every(number, 2, 0) else "APNS")
        return replace(
            user,
            strong_authentication_methods=by_app if user.roles else by_phone,
            phone_apps=(app,) if user.roles else (),
            strong_authentication_details=details,
            application_passwords=(f"outlook-{number:03}",) if every(number, 2, 0) else (),
        )

    def synchronized(self, user: User) -> User:
        """The user as on-premises sends it; an address at the initial domain is the tenant's own."""
        return replace(
            user,
            immutable_id=immutable_id(user.object_id),
            last_dirsync_time=self.synchronized_at,
            wanted_user_principal_name=user.user_principal_name,
            wanted_proxy_addresses=user.proxy_addresses[:1],
            own_addresses=user.proxy_addresses[1:],
        )

    def of_place(self, kind: str, department: dict[str, Any], place: int, key: str) -> list[str]:
        rows = self.data[kind]
        return [row[key] for row in rows if (row["department"], row["place"]) == (department["name"], place)]

    def faults(self, department: dict[str, Any], place: int) -> list[ServiceFault]:
        rows = self.data["faults"]
        return [
            ServiceFault(row["service"], row["text"], self.days_ago(3))
            for row in rows
            if (row["department"], row["place"]) == (department["name"], place)
        ]

    # accounts that are nobody's

    def add_shared(self) -> None:
        for number, one in enumerate(self.data["shared"]):
            upn = f"{one['name']}@{DOMAIN}"
            is_service = one["name"].startswith("svc.")
            addresses = () if is_service else (f"SMTP:{upn}",)
            user = self.account(upn, one["display_name"], self.days_ago(900 - 30 * number))
            user = replace(
                user,
                block_credential=not is_service,
                password_never_expires=True,
                password=self.password,
                proxy_addresses=addresses,
                own_addresses=addresses,
                usage_location="US",
            )
            self.objects.put(user)

    def add_guests(self) -> None:
        initial = self.objects.company.initial_domain
        for number, one in enumerate(self.data["guests"]):
            mail = f"{one['first']}.{one['last']}@{one['domain']}".lower()
            upn = f"{mail.replace('@', '_')}#EXT#@{initial}"
            user = self.account(upn, f"{one['first']} {one['last']}", self.days_ago(300 - 20 * number))
            address = (f"SMTP:{mail}",)
            self.objects.put(
                replace(user, user_type="Guest", mail=mail, proxy_addresses=address, own_addresses=address)
            )

    def account(self, upn: str, display_name: str, created: datetime) -> User:
        number = self.objects.next_number()
        return User(self.ids.guid(), number, created, upn, display_name=display_name, last_password_change=created)

    def add_deleted(self, number: int) -> None:
        for at, days in enumerate(DELETED_DAYS_AGO, start=number):
            user = replace(self.person(at), department="Sales", title="Sales Representative", block_credential=True)
            if days == DELETED_DAYS_AGO[-1]:
                namesake = self.staff["Engineering"][REUSED]
                user = replace(
                    user,
                    user_principal_name=namesake.user_principal_name,
                    display_name=namesake.display_name,
                    first_name=namesake.first_name,
                    last_name=namesake.last_name,
                )
            licences = (AssignedLicence("ENTERPRISEPACK"),)
            created = min(user.when_created, self.days_ago(200))
            self.objects.put(
                replace(user, when_created=created, deleted_at=self.days_ago(days), former_licences=licences)
            )

    # groups and contacts

    def add_groups(self) -> None:
        everybody = [user for team in self.staff.values() for user in team]
        for name, team in self.staff.items():
            self.group(f"{name} Team", team, f"Everybody in {name}")
        self.group(PROJECT, self.staff["Engineering"][:6], "Members of the project")
        self.group("All Staff", everybody, "Mail to everybody", mail="all.staff@contoso.com")

    def add_licence_group(self) -> None:
        """A group that gives a licence of which all are taken: two of its members go without."""
        holders = sorted(self.state.users.find("licence", SCARCE), key=lambda user: user.number)
        waiting = [user for user in self.staff["Engineering"] if user.licences and user not in holders][-2:]
        group = replace(
            self.group("Project Planners", [*holders, *waiting], "Plans projects, with the licence for it"),
            licences=(AssignedLicence(SCARCE),),
        )
        self.objects.put(group)
        for user in holders:
            by_group = [replace(one, groups=(group.object_id,)) if one.sku == SCARCE else one for one in user.licences]
            self.objects.put(replace(user, licences=tuple(by_group)))
        for user in waiting:
            self.objects.put(replace(user, licence_errors=(LicenceError(SCARCE, group.object_id),)))

    def group(self, name: str, members: list[User], description: str, mail: str | None = None) -> Group:
        group = Group(
            self.ids.guid(),
            self.objects.next_number(),
            self.days_ago(600),
            display_name=name,
            description=description,
            members=tuple(user.object_id for user in members),
            managed_by=members[0].object_id,
            mail=mail,
            security_enabled=mail is None,
            mail_enabled=mail is not None,
            proxy_addresses=(f"SMTP:{mail}",) if mail else (),
        )
        self.objects.put(group)
        return group

    def add_contacts(self) -> None:
        for one in self.data["contacts"]:
            mail = f"{one['first']}.{one['last']}@{one['domain']}".lower()
            contact = Contact(
                self.ids.guid(),
                self.objects.next_number(),
                self.days_ago(500),
                display_name=f"{one['first']} {one['last']}",
                first_name=one["first"],
                last_name=one["last"],
                mail=mail,
                proxy_addresses=(f"SMTP:{mail}",),
                own_addresses=(f"SMTP:{mail}",),
            )
            self.objects.put(contact)

    # on-premises

    def add_forest(self) -> None:
        """The forest's side of what is synchronized."""
        at = self.synchronized_at
        premises = OnPremises(ForestDirectory(self.state, at, self.ids), at)
        for department in self.data["departments"]:
            if department["synchronized"]:
                premises.add_staff(department["name"], self.staff[department["name"]])
        premises.add_team(self.objects, next(one for one in self.state.groups if one.display_name == PROJECT))
        premises.add_workstations(device for device in self.state.devices if device.synchronized)

    def days_ago(self, days: int, hour: int = 12) -> datetime:
        """That hour of a day that is so long ago, or ahead; never later today."""
        found = (self.now - timedelta(days=days)).replace(hour=hour, minute=0, second=0, microsecond=0)
        return self.now if days == 0 and found > self.now else found
