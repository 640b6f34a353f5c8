"""What a new workspace holds: the tenant Contoso, its administrator, and an empty forest that is connected to it."""

from __future__ import annotations

from datetime import datetime

from msolemu.directory.forest.builtin_groups import CRITICAL, add_builtin_groups
from msolemu.directory.forest.directory import ForestDirectory
from msolemu.directory.forest.distinguished_name import domain_name
from msolemu.directory.forest.objects import Forest
from msolemu.directory.tenant.company import Company
from msolemu.directory.tenant.domain import Domain
from msolemu.directory.tenant.objects import TenantObjects
from msolemu.directory.tenant.principals import seed_principals
from msolemu.directory.tenant.user import User
from msolemu.directory.unit_of_work import FOREST, DirectoryState
from msolemu.foundation.identifiers import IdSource

INITIAL_DOMAIN = "contoso.onmicrosoft.com"
DOMAIN = "contoso.com"
FOREST_NAME = "contoso.local"
ADMINISTRATOR = "Company Administrator"
WHOLE_NUMBERS = 2**32 - 1


def seed(state: DirectoryState, now: datetime, ids: IdSource) -> None:
    """Fill the empty directories of a new workspace."""
    seed_tenant(state, now, ids)
    seed_forest(state, now, ids)


def seed_tenant(state: DirectoryState, now: datetime, ids: IdSource) -> None:
    """Contoso with its two domains, both features of resiliency off, and a company administrator."""
    company = Company(
        ids.guid(),
        "Contoso",
        INITIAL_DOMAIN,
        now,
        country_letter_code="US",
        preferred_language="en",
        technical_notification_emails=(f"it@{DOMAIN}",),
        directory_synchronization_enabled=True,
    )
    state.companies.put(str(company.object_id), company)
    for domain in (Domain(INITIAL_DOMAIN, is_initial=True), Domain(DOMAIN, is_default=True)):
        state.domains.put(domain.name, domain)
    objects = TenantObjects(state)
    objects.put(
        User(
            ids.guid(),
            objects.next_number(),
            now,
            f"admin@{INITIAL_DOMAIN}",
            display_name="Admin",
            last_password_change=now,
            usage_location="US",
            roles=(ADMINISTRATOR,),
        )
    )
    seed_principals(objects)


def seed_forest(state: DirectoryState, now: datetime, ids: IdSource) -> None:
    """The domain contoso.local with the containers that every domain has; `contoso.com` is a suffix for names."""
    parts = [ids.number(1, WHOLE_NUMBERS) for _ in range(3)]
    identifier = "-".join(["S-1-5-21", *map(str, parts)])
    state.forests.put(FOREST, Forest(FOREST_NAME, identifier, upn_suffixes=(DOMAIN,), highest_change=12287))
    directory = ForestDirectory(state, now, ids)
    root = domain_name(FOREST_NAME)
    directory.insert(root, "domainDNS", CRITICAL)
    for name in ("Users", "Computers", "Deleted Objects"):
        directory.insert(f"CN={name},{root}", "container", CRITICAL)
    add_builtin_groups(directory)
