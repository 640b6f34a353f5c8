"""The tenant as the connected directory that synchronization exports to, and what its refusals say."""

from __future__ import annotations

from collections.abc import Collection, Set
from datetime import datetime

from msolemu.compat.known_issue import KnownIssueSet
from msolemu.directory.tenant.errors import ProvisioningRefused
from msolemu.directory.tenant.incoming import IncomingObject
from msolemu.directory.tenant.objects import TenantObjects
from msolemu.directory.tenant.provisioning import Provisioning
from msolemu.directory.unit_of_work import DirectoryState
from msolemu.foundation.identifiers import IdSource
from msolemu.sync.ports import ExportChange, ExportRefused, Operation, SetAside

NOT_UNIQUE = (
    "Unable to update this object because the following attributes associated with this object have values that may "
    "already be associated with another object in your local directory services: [{values}]. Correct or remove the "
    "duplicate values in your local directory. Please refer to http://support.microsoft.com/kb/2647098 for more "
    "information on identifying objects with duplicate attribute values."
)
INVALID_VALUE = (
    "Unable to update this object in Azure Active Directory, because the attribute [{names}], is not valid. Update the "
    "value in your local directory services."
)
TEXTS = {
    "DirectorySynchronizationNotEnabled": "Directory synchronization is not enabled for this company. Enable it, then "
    "synchronize again.",
    "IdentityDataValidationFailed": INVALID_VALUE,
    "InvalidHardMatch": "Another cloud created object with the same source anchor already exists in Azure Active "
    "Directory",
    "DeletingCloudOnlyObjectNotAllowed": "Deleting a cloud-only object isn't supported. Contact Microsoft Customer "
    "Support.",
}
"""What the service says of an error by its name; of all others NOT_UNIQUE."""


class ConnectedTenant:
    """Writes to the tenant, as long as one run lasts."""

    def __init__(self, state: DirectoryState, issues: KnownIssueSet, ids: IdSource, now: datetime) -> None:
        self._objects = TenantObjects(state)
        self._provisioning = Provisioning(self._objects, issues, ids, now)
        self.name = self._objects.company.initial_domain

    def vanished(self, source_anchors: Set[str]) -> Collection[str]:
        """Those of many source anchors that no live object of the tenant is linked to."""
        return self._objects.without_live(source_anchors)

    def send(self, change: ExportChange) -> list[SetAside]:
        """Apply one change and tell what was newly set aside; raises ExportRefused."""
        try:
            if change.operation is Operation.DELETE:
                self._provisioning.delete(change.source_anchor)
                return []
            taken = self._provisioning.take(incoming_of(change))
        except ProvisioningRefused as refusal:
            raise ExportRefused(refusal.error_name, text_of(refusal)) from refusal
        return [SetAside(entry.property_name, entry.value) for entry in taken]


def incoming_of(change: ExportChange) -> IncomingObject:
    """A change in the words of the tenant."""
    return IncomingObject(
        change.object_type.value, change.source_anchor, change.attributes, change.references, change.changed
    )


def text_of(refusal: ProvisioningRefused) -> str:
    """What the service says: `[Name value,value;Name value;]` names the values in the way."""
    values = "".join(f"{name} {','.join(texts)};" for name, texts in refusal.values)
    names = ",".join(name for name, _ in refusal.values)
    return TEXTS.get(refusal.error_name, NOT_UNIQUE).format(values=values, names=names)
