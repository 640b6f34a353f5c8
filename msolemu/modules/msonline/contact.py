"""Get-MsolContact, Remove-MsolContact."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.directory.tenant.errors import ContactNotFound
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.msonline.dirsync_feature import confirmed
from msolemu.modules.msonline.identity import entries, moment
from msolemu.modules.msonline.parameters import All, Force, ObjectId, TenantId
from msolemu.modules.msonline.search import begins
from msolemu.modules.msonline.services import MsolCall
from msolemu.modules.msonline.shown_factors import errors
from msolemu.modules.msonline.types.contact import Contact
from msolemu.modules.msonline.types.contract import texts
from msolemu.modules.msonline.types.enums import ValidationStatus

if TYPE_CHECKING:
    from msolemu.directory.tenant.contact import Contact as TenantContact

PAGE = 500


@dataclass(frozen=True, slots=True)
class ContactFilter:
    """What the sets that list contacts take."""

    has_errors_only: Annotated[bool | None, Parameter("Contacts in which a service found an error.", nullable=True)] = (
        None
    )
    search_string: Annotated[str | None, Parameter("Contacts whose display name or address begins so.")] = None
    tenant_id: TenantId = None

    def meets(self, contact: TenantContact) -> bool:
        """Whether a contact is to be listed."""
        if self.has_errors_only and not contact.faults:
            return False
        return self.search_string is None or begins(contact, self.search_string)


get_msol_contact = Cmdlet(
    "Get-MsolContact",
    "Gets mail contacts from the tenant directory.",
    output=Contact,
    error_owner="GetContact",
    examples={
        "Get-MsolContact": "Lists contacts.",
        "Get-MsolContact -SearchString Jamie": "Lists the contacts whose name begins with Jamie.",
    },
)


@get_msol_contact.parameter_set("ListContacts__0", default=True)
def listed(
    call: MsolCall,
    wanted: ContactFilter,
    max_results: Annotated[int, Parameter("The most contacts to list; 500 unless said.")] = PAGE,
) -> Output[Contact]:
    """Lists contacts, or gets one by its id."""
    yield from islice(found(call, wanted), max(max_results, 0))


@get_msol_contact.parameter_set("GetContact__0")
def by_id(call: MsolCall, object_id: ObjectId, tenant_id: TenantId = None) -> Output[Contact]:
    """Gets one contact."""
    contact = call.services.tenant(tenant_id).contact(object_id)
    if contact is None:
        raise ContactNotFound(str(object_id))
    yield msol_contact(contact)


@get_msol_contact.parameter_set("All__0")
def every(call: MsolCall, wanted: ContactFilter, all_: All) -> Output[Contact]:
    """Lists contacts without limit."""
    yield from found(call, wanted)


def found(call: MsolCall, wanted: ContactFilter) -> Iterator[Contact]:
    """The contacts that meet a filter."""
    return map(msol_contact, filter(wanted.meets, call.services.tenant(wanted.tenant_id).contacts()))


remove_msol_contact = Cmdlet(
    "Remove-MsolContact",
    "Removes a contact.",
    error_owner="RemoveContact",
    examples={"Get-MsolContact -SearchString Jamie | Remove-MsolContact -Force": "Removes contacts by their name."},
)


@remove_msol_contact.parameter_set()
def removed(call: MsolCall, object_id: ObjectId, force: Force = False, tenant_id: TenantId = None) -> None:
    """The contact is gone at once and for good; one from on-premises comes back if it is still sent.

    Asks unless -Force is given.
    """
    contacts = call.services.tenant(tenant_id).contact_changes
    if force or confirmed(call):
        contacts.remove(object_id)


def msol_contact(contact: TenantContact) -> Contact:
    """A contact as the service's contract has it."""
    return Contact(
        City=contact.city,
        Country=contact.country,
        Department=contact.department,
        DirSyncProvisioningErrors=entries(contact.quarantine),
        DisplayName=contact.display_name,
        EmailAddress=contact.mail,
        Errors=errors(contact.faults),
        Fax=contact.fax,
        FirstName=contact.first_name,
        LastDirSyncTime=moment(contact.last_dirsync_time),
        LastName=contact.last_name,
        MobilePhone=contact.mobile_phone,
        ObjectId=contact.object_id,
        Office=contact.office,
        PhoneNumber=contact.phone_number,
        PostalCode=contact.postal_code,
        ProxyAddresses=texts(contact.proxy_addresses),
        State=contact.state,
        StreetAddress=contact.street_address,
        Title=contact.title,
        ValidationStatus=ValidationStatus.Error if contact.faults else ValidationStatus.Healthy,
    )
