"""The licence SKUs and their service plans."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from uuid import UUID

from msolemu.foundation.dataclass import dataclass
from msolemu.foundation.tables import table

SERVICES = (
    ("EXCHANGE_", "Exchange"),
    ("SHAREPOINT", "SharePoint"),
    ("ONEDRIVE", "SharePoint"),
    ("TEAMS", "TeamspaceAPI"),
    ("MCO", "MicrosoftCommunicationsOnline"),
    ("OFFICE_FORMS", "OfficeForms"),
    ("FORMS_", "OfficeForms"),
    ("OFFICE", "MicrosoftOffice"),
    ("RMS_", "RMSOnline"),
    ("YAMMER", "YammerEnterprise"),
    ("INTUNE", "SCO"),
    ("AAD_", "AADPremiumService"),
    ("MFA_", "MultiFactorService"),
    ("SWAY", "Sway"),
    ("STREAM", "MicrosoftStream"),
    ("MICROSOFTSTREAM", "MicrosoftStream"),
    ("FLOW_", "ProcessSimple"),
    ("POWERAPPS_", "PowerAppsService"),
    ("PROJECTWORKMANAGEMENT", "ProjectWorkManagement"),
    ("PROJECT", "MicrosoftProject"),
    ("VISIO", "Visio"),
    ("BI_", "PowerBI"),
    ("BPOS_S_TODO", "To-Do"),
    ("DESKLESS", "Deskless"),
    ("KAIZALA", "KaizalaMessaging"),
    ("WHITEBOARD", "WhiteboardServices"),
    ("ADALLOM", "Adallom"),
    ("DYN365", "CRM"),
    ("CDS_", "CRM"),
)
"""How the names of plans begin, and the type of their service; the first that fits. The rest is `Other`."""

ALTERNATIVES = (
    frozenset(
        {
            "EXCHANGE_S_DESKLESS",
            "EXCHANGE_S_ENTERPRISE",
            "EXCHANGE_S_ENTERPRISE_GOV",
            "EXCHANGE_S_ESSENTIALS",
            "EXCHANGE_S_STANDARD",
        }
    ),
    frozenset(
        {
            "SHAREPOINTDESKLESS",
            "SHAREPOINTENTERPRISE",
            "SHAREPOINTENTERPRISE_EDU",
            "SHAREPOINTENTERPRISE_GOV",
            "SHAREPOINTSTANDARD",
            "SHAREPOINTSTANDARD_EDU",
        }
    ),
)
"""Of the plans of one set a user can have one."""

MAILBOXES = ALTERNATIVES[0]
"""The plans that give a mailbox."""

_FILES = ALTERNATIVES[1] | {"ONEDRIVESTANDARD"}
_CALLS = frozenset({"MCOSTANDARD", "MCOSTANDARD_GOV"})
DEPENDENCIES: Mapping[str, frozenset[str]] = {
    "EXCHANGE_S_ARCHIVE_ADDON": MAILBOXES,
    "MCOEV": _CALLS,
    "MCOMEETADV": _CALLS,
    "SHAREPOINTWAC": _FILES,
    "SHAREPOINTWAC_EDU": _FILES,
    "SHAREPOINTWAC_GOV": _FILES,
}
"""Plans that are of no use alone, and those of which one must be there too. The vendor publishes no list: these are
the ones that administrators meet.
"""

PENDING: Mapping[str, str] = {"INTUNE_O365": "PendingActivation", "YAMMER_ENTERPRISE": "PendingInput"}
"""Plans that are not simply `Success` after they were assigned, as pasted consoles show."""

OF_TENANTS = frozenset({"WINDOWS_STORE"})
"""Plans, and SKUs of the same names, that belong to a tenant and not to its users."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A service plan."""

    name: str
    plan_id: UUID

    @property
    def service(self) -> str:
        """The type of its service."""
        return next((service for start, service in SERVICES if self.name.upper().startswith(start)), "Other")

    @property
    def is_of_tenant(self) -> bool:
        """Whether users cannot have it."""
        return self.name in OF_TENANTS


@dataclass(frozen=True, slots=True)
class Sku:
    """A licence as it is sold."""

    part_number: str
    sku_id: UUID
    name: str
    plans: tuple[Plan, ...]

    @property
    def is_of_tenant(self) -> bool:
        """Whether users cannot have it."""
        return self.part_number in OF_TENANTS

    def plan(self, name: str) -> Plan | None:
        """One of its plans; case does not matter."""
        return next((plan for plan in self.plans if plan.name.lower() == name.lower()), None)


@cache
def skus() -> Mapping[str, Sku]:
    """All SKUs by part number, in the catalogue's order."""
    found = table(__file__)
    plans = {name: Plan(name, UUID(plan_id)) for name, plan_id in found["plans"].items()}
    return {
        part: Sku(part, UUID(one["id"]), one["name"], tuple(plans[name] for name in one["plans"]))
        for part, one in found["skus"].items()
    }
