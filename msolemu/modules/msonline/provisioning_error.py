"""Get-MsolDirSyncProvisioningError, Get-MsolHasObjectsWithDirSyncProvisioningErrors."""

from __future__ import annotations

from itertools import islice
from typing import Annotated

from msolemu.cmdlets.declaration import Case, Cmdlet, Output, Parameter
from msolemu.compat.catalogue import ERROR_CATEGORY_REQUIRED, PROPERTY_VALUE_ALONE_AMBIGUOUS
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.msonline.conflicts import Search, rows
from msolemu.modules.msonline.identity import CATEGORY
from msolemu.modules.msonline.parameters import All, TenantId
from msolemu.modules.msonline.refusals import InvalidParameter, RequiredProperty
from msolemu.modules.msonline.services import MsolCall
from msolemu.modules.msonline.types.dirsync import DirSyncProvisioningErrorObject
from msolemu.modules.msonline.types.enums import SortDirection, SortField
from msolemu.runtime.errors.records import ErrorCategory as Category

PAGE = 500
UNRESOLVED = (
    "Parameter set cannot be resolved using the specified named parameters. One or more parameters issued cannot be "
    "used together or an insufficient number of parameters were provided."
)


CATEGORIES = (CATEGORY,)
PROPERTIES = ("UserPrincipalName", "ProxyAddresses")


@dataclass(frozen=True, slots=True)
class ConflictFilter:
    """What both parameter sets of the cmdlet take."""

    error_category: Annotated[
        str | None, Parameter("PropertyConflict; there is no other.", case=Case.EXACT, spellings=CATEGORIES)
    ] = None
    property_name: Annotated[
        str | None,
        Parameter("Only objects with a value of this property set aside.", case=Case.EXACT, spellings=PROPERTIES),
    ] = None
    property_value: Annotated[str | None, Parameter("Only objects that wait for this value.")] = None
    search_string: Annotated[str | None, Parameter("Only objects in which this text stands.")] = None
    sort_field: Annotated[SortField | None, Parameter("What to sort by.", case=Case.EXACT)] = None
    sort_direction: Annotated[SortDirection | None, Parameter("Which way to sort.", case=Case.EXACT)] = None
    tenant_id: TenantId = None

    def search(self) -> Search:
        """The filter in the words of the search; raises InvalidParameter."""
        if self.error_category not in (None, *CATEGORIES):
            raise InvalidParameter("ErrorCategory")
        if self.property_name not in (None, *PROPERTIES):
            raise InvalidParameter("PropertyName")
        return Search(
            self.property_name,
            self.property_value,
            self.search_string,
            self.sort_field,
            self.sort_direction or SortDirection.Ascending,
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing but the tenant was said."""
        said = (self.property_name, self.property_value, self.search_string, self.sort_field, self.sort_direction)
        return not any(said)


get_msol_dirsync_provisioning_error = Cmdlet(
    "Get-MsolDirSyncProvisioningError",
    "Lists the objects with values that are set aside because another object has them.",
    output=DirSyncProvisioningErrorObject,
    error_owner="GetDirSyncProvisioningError",
    exact_case=True,
    examples={
        "Get-MsolDirSyncProvisioningError -ErrorCategory PropertyConflict": "Lists all of them.",
        "Get-MsolDirSyncProvisioningError -ErrorCategory PropertyConflict -PropertyName ProxyAddresses": (
            "Lists those with an address set aside."
        ),
        "Get-MsolDirSyncProvisioningError -ErrorCategory PropertyConflict -SearchString User": "Looks for a text.",
    },
)


@get_msol_dirsync_provisioning_error.parameter_set("ListDirSyncProvisioningErrors__0", default=True)
def listed(
    call: MsolCall,
    wanted: ConflictFilter,
    max_results: Annotated[int, Parameter("The most objects to list; 500 unless said.")] = PAGE,
) -> Output[DirSyncProvisioningErrorObject]:
    """An object whose user principal name or address another object already has is taken all the same: the name is
    replaced by a placeholder, the address left out, and both are kept here until they are free.

    The spelling of the cmdlet's name, of its parameters and of most of their values matters, upper and lower case too.
    """
    yield from islice(found(call, wanted), max(max_results, 0))


@get_msol_dirsync_provisioning_error.parameter_set("All__0")
def everything(call: MsolCall, wanted: ConflictFilter, all_: All) -> Output[DirSyncProvisioningErrorObject]:
    """Lists without limit."""
    yield from found(call, wanted, alone=wanted.is_empty)


def found(call: MsolCall, wanted: ConflictFilter, *, alone: bool = False) -> Output[DirSyncProvisioningErrorObject]:
    """What the filter finds; refuses what the article says the cmdlet refuses. Scripts that say `-All` alone work."""
    lonely_value = wanted.property_value is not None and wanted.property_name is None
    if lonely_value and call.issues.keep(PROPERTY_VALUE_ALONE_AMBIGUOUS):
        raise call.error(
            "AmbiguousParameterSet",
            UNRESOLVED,
            Category.INVALID_ARGUMENT,
            "System.Management.Automation.ParameterBindingException",
        )
    tenant = call.services.tenant(wanted.tenant_id)
    if wanted.error_category is None and not alone and call.issues.keep(ERROR_CATEGORY_REQUIRED):
        raise RequiredProperty("ErrorCategory")
    yield from rows(tenant, wanted.search(), call.issues)


has_objects_with_errors = Cmdlet(
    "Get-MsolHasObjectsWithDirSyncProvisioningErrors",
    "Tells whether any object has values that are set aside.",
    output=bool,
    error_owner="GetHasObjectsWithDirSyncProvisioningErrors",
    examples={"Get-MsolHasObjectsWithDirSyncProvisioningErrors": "Gives True when there are conflicts."},
)


@has_objects_with_errors.parameter_set()
def any_there(call: MsolCall, tenant_id: TenantId = None) -> Output[bool]:
    """The portals show a warning on the same condition."""
    yield any(True for _ in call.services.tenant(tenant_id).waiting())
