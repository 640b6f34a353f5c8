"""What the service refuses, in its own words: one exception class, ids by the names of its contract."""

from __future__ import annotations

from msolemu.cmdlets.errors import ErrorTable
from msolemu.directory.tenant import errors as tenant
from msolemu.directory.tenant.role_errors import NotPermitted
from msolemu.modules.msonline.domain_errors import DOMAIN_FAULTS
from msolemu.modules.msonline.faults import service_error
from msolemu.modules.msonline.group_errors import GROUP_FAULTS
from msolemu.modules.msonline.refusals import InvalidParameter, NotAPartner, NotConnected, RequiredProperty
from msolemu.modules.msonline.role_faults import ROLE_FAULTS
from msolemu.modules.msonline.user_errors import MISSING, USER_FAULTS

ACCESS_DENIED = service_error("AccessDenied", "Access Denied. You do not have permissions to call this cmdlet.")
# The text is that of the successor of the module; the id follows the contract's names.
INVALID_PARAMETER = service_error(
    "InvalidParameter", lambda error: f"Invalid value for parameter.  Parameter Name: {error.name}."
)

ERRORS = ErrorTable(
    {
        **USER_FAULTS,
        **DOMAIN_FAULTS,
        **GROUP_FAULTS,
        **ROLE_FAULTS,
        NotConnected: service_error(
            "MicrosoftOnline", "You must call the Connect-MsolService cmdlet before calling any other cmdlets."
        ),
        RequiredProperty: MISSING,
        NotAPartner: ACCESS_DENIED,
        NotPermitted: ACCESS_DENIED,
        tenant.UserNotFound: service_error("UserNotFound", lambda error: f"User Not Found.  User: {error.identity}."),
        tenant.GroupNotFound: service_error(
            "GroupNotFound", lambda error: f"Group Not Found.  Group: {error.identity}."
        ),
        tenant.ContactNotFound: service_error(
            "ContactNotFound", lambda error: f"Contact Not Found.  Contact: {error.identity}."
        ),
        tenant.FeatureCannotChange: INVALID_PARAMETER,
        InvalidParameter: INVALID_PARAMETER,
    }
)
