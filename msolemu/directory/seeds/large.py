"""The seed `large:N`: N users of a plausible company, as many again as one wants to measure with.

`large:N` gives one user in a hundred a conflict, `large:N:P` P in a hundred: by turns a user principal name and a
proxy address that an earlier user has, set aside as the resiliency features do. Names, departments, offices, licences
and managers are drawn from `large.json` by their shares; the same seed draws the same company.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from typing import Any

from msolemu.directory.seeds.catalogue import Fill
from msolemu.directory.tenant.company import synchronized
from msolemu.directory.tenant.features import RESILIENCY
from msolemu.directory.tenant.licence import AssignedLicence, Subscription
from msolemu.directory.tenant.objects import TenantObjects
from msolemu.directory.tenant.placeholder import placeholder
from msolemu.directory.tenant.quarantine import ADDRESSES, UPN, SetAsideValue
from msolemu.directory.tenant.user import User
from msolemu.directory.unit_of_work import DirectoryState
from msolemu.foundation.dataclass import dataclass, field, replace
from msolemu.foundation.identifiers import IdSource
from msolemu.foundation.tables import table

MOST = 10_000_000
SHARE = 1
"""Users in a hundred that have a conflict."""
DIRECT_REPORTS = 8
SPARE_LICENCES = 1.1
DOMAIN = "contoso.com"


def sized(size: str) -> Fill:
    """The seed of a size, `N` or `N:P`; raises ValueError for one that makes no sense."""
    number, colon, share = size.partition(":")
    count, percent = int(number), int(share) if colon else SHARE
    if not 1 <= count <= MOST or not 0 <= percent <= 100:
        raise ValueError(size)
    return lambda state, now, ids: _Company(state, now, ids).fill(count, percent)


@dataclass
class _Company:
    state: DirectoryState
    now: datetime
    ids: IdSource
    names: dict[str, int] = field(default_factory=dict)
    departments: dict[str, list[User]] = field(default_factory=dict)

    @cached_property
    def data(self) -> dict[str, Any]:
        return table(__file__)  # type: ignore[no-any-return]

    def fill(self, count: int, percent: int) -> None:
        objects = TenantObjects(self.state)
        company = objects.company
        first = company.created_objects + 1
        holder: User | None = None
        for number in range(count):
            user = self.user(first + number)
            conflicts = number * percent // 100
            if holder is not None and (number + 1) * percent // 100 > conflicts:
                user = self.losing(user, holder, upn=conflicts % 2 == 0)
            elif user.proxy_addresses:
                holder = user
            self.state.users.put(str(user.object_id), user)
        self.buy(count)
        changed = replace(company, created_objects=first + count - 1, features=company.features | RESILIENCY)
        objects.change_company(synchronized(changed, self.now))

    def user(self, number: int) -> User:
        given, family = self.one("first_names"), self.one("last_names")
        department, _, titles = self.by_share("departments")
        city, state, country, street, code, phone = self.one("offices")
        sku, _ = self.by_share("licences")
        name = self.name(f"{given}.{family}".lower())
        object_id = self.ids.guid()
        address = (f"SMTP:{name}@{DOMAIN}",) if sku else ()
        user = User(
            object_id,
            number,
            self.now,
            f"{name}@{DOMAIN}",
            display_name=f"{given} {family}",
            immutable_id=base64.b64encode(object_id.bytes_le).decode(),
            last_dirsync_time=self.now,
            proxy_addresses=address,
            wanted_user_principal_name=f"{name}@{DOMAIN}",
            wanted_proxy_addresses=address,
            mail_nickname=name,
            mail=f"{name}@{DOMAIN}" if sku else None,
            city=city,
            country=country,
            department=department,
            first_name=given,
            last_name=family,
            last_password_change=self.now,
            office=f"{city} {self.ids.number(1, 9)}/{self.ids.number(100, 399)}",
            phone_number=f"{phone} {number % 10000:04}",
            postal_code=code,
            state=state,
            street_address=street,
            usage_location=country,
            licences=(AssignedLicence(sku),) if sku else (),
        )
        return self.placed(user, titles)

    def placed(self, user: User, titles: Sequence[str]) -> User:
        """The user with its title, and the one of its department that it reports to."""
        peers = self.departments.setdefault(user.department or "", [])
        title = titles[self.ids.number(0, len(titles) - 1)] if peers else f"Head of {user.department}"
        boss = peers[(len(peers) - 1) // DIRECT_REPORTS].object_id if peers else None
        user = replace(user, title=title, manager=boss)
        peers.append(user)
        return user

    def losing(self, user: User, holder: User, *, upn: bool) -> User:
        """The user wanting what another one has."""
        if upn:
            wanted = holder.user_principal_name
            given = placeholder(wanted, TenantObjects(self.state).company.initial_domain, self.is_free, self.ids)
            aside = SetAsideValue(UPN, wanted, self.now, UPN)
            return replace(user, user_principal_name=given, wanted_user_principal_name=wanted, quarantine=(aside,))
        wanted = f"smtp:{holder.user_principal_name}"
        aside = SetAsideValue(ADDRESSES, wanted, self.now)
        return replace(user, wanted_proxy_addresses=(*user.proxy_addresses, wanted), quarantine=(aside,))

    def is_free(self, upn: str) -> bool:
        return not self.state.users.has("upn", upn.lower())

    def buy(self, count: int) -> None:
        for sku, share in self.data["licences"]:
            if sku is not None:
                total = int(count * share / 100 * SPARE_LICENCES) + 10
                bought = Subscription(
                    self.ids.guid(), sku, max(total, self.state.users.count("licence", sku)), self.now
                )
                self.state.subscriptions.put(str(bought.object_id), bought)

    def name(self, wanted: str) -> str:
        """A name nobody has: the second of a name gets a 2."""
        count = self.names[wanted] = self.names.get(wanted, 0) + 1
        return wanted if count == 1 else f"{wanted}{count}"

    def one(self, kind: str) -> Any:
        values = self.data[kind]
        return values[self.ids.number(0, len(values) - 1)]

    def by_share(self, kind: str) -> Any:
        """One of a list whose second items are shares in a hundred."""
        left = self.ids.number(1, 100)
        for row in self.data[kind]:
            left -= row[1]
            if left <= 0:
                return row
        return self.data[kind][-1]
