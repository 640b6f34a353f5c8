"""The features of directory synchronization: which are on, and who may switch them."""

from __future__ import annotations

from msolemu.compat.catalogue import RESILIENCY_ALWAYS_ON
from msolemu.compat.known_issue import KnownIssueSet
from msolemu.directory.tenant.company import Company
from msolemu.directory.tenant.errors import FeatureCannotChange
from msolemu.foundation.dataclass import replace

DUPLICATE_UPN = "DuplicateUPNResiliency"
DUPLICATE_ADDRESS = "DuplicateProxyAddressResiliency"
SOFT_MATCH_ON_UPN = "EnableSoftMatchOnUpn"
PASSWORD_SYNC = "PasswordSync"
BLOCK_SOFT_MATCH = "BlockSoftMatch"
BLOCK_TAKEOVER = "BlockCloudObjectTakeoverThroughHardMatch"

RESILIENCY = frozenset({DUPLICATE_UPN, DUPLICATE_ADDRESS})
PERMANENT = frozenset({SOFT_MATCH_ON_UPN, "SynchronizeUpnForManagedUsers"})
"""Once on, on for ever."""
SET_BY_CLIENT = frozenset({"DeviceWriteback", "DirectoryExtensions", "UnifiedGroupWriteback", "UserWriteback"})
"""Azure AD Connect switches them, no cmdlet does."""
SWITCHABLE = frozenset(
    {BLOCK_TAKEOVER, BLOCK_SOFT_MATCH, "EnforceCloudPasswordPolicyForPasswordSyncedUsers", PASSWORD_SYNC}
)
ALL = RESILIENCY | PERMANENT | SET_BY_CLIENT | SWITCHABLE


class Features:
    """The features of a company under the switches of known issues."""

    def __init__(self, company: Company, issues: KnownIssueSet) -> None:
        self._company = company
        self._always = RESILIENCY if issues.keep(RESILIENCY_ALWAYS_ON) else frozenset()

    def on(self, name: str) -> bool:
        """Whether a feature is on."""
        return name in self._always or name in self._company.features

    def switched(self, name: str, *, on: bool) -> Company:
        """The company with a feature switched; raises FeatureCannotChange."""
        permanent = self._always | (PERMANENT if name in self._company.features else frozenset())
        if name not in ALL or name in SET_BY_CLIENT or (name in permanent and not on):
            raise FeatureCannotChange(name)
        names = self._company.features | {name} if on else self._company.features - {name}
        return replace(self._company, features=names)
