"""What the service refuses, in its own words: one exception class, ids by the names of its contract."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msolemu.cmdlets.errors import ErrorTable, Fault
from msolemu.directory.tenant import errors as tenant
from msolemu.modules.msonline.refusals import NotAPartner, NotConnected, RequiredProperty
from msolemu.runtime.records import ErrorCategory

NAMESPACE = "Microsoft.Online.Administration.Automation"
EXCEPTION = f"{NAMESPACE}.MicrosoftOnlineException"


def service_error(name: str, text: str | Callable[[Any], str]) -> Fault:
    """An error of the service; it does not end the pipeline."""
    return Fault(f"{NAMESPACE}.{name}Exception", text, ErrorCategory.OPERATION_STOPPED, EXCEPTION)


ACCESS_DENIED = service_error("AccessDenied", "Access Denied. You do not have permissions to call this cmdlet.")

ERRORS = ErrorTable(
    {
        NotConnected: service_error(
            "MicrosoftOnline", "You must call the Connect-MsolService cmdlet before calling any other cmdlets."
        ),
        RequiredProperty: service_error(
            "RequiredPropertyNotSet",
            lambda error: f"You must provide a required property: Parameter name: {error.name}",
        ),
        NotAPartner: ACCESS_DENIED,
        tenant.UserNotFound: service_error("UserNotFound", lambda error: f"User Not Found.  User: {error.identity}."),
        tenant.GroupNotFound: service_error(
            "GroupNotFound", lambda error: f"Group Not Found.  Group: {error.identity}."
        ),
        tenant.ContactNotFound: service_error(
            "ContactNotFound", lambda error: f"Contact Not Found.  Contact: {error.identity}."
        ),
        # The text was not found in any source; the id follows the contract's names.
        tenant.FeatureCannotChange: service_error(
            "InvalidParameter", lambda error: f"Invalid value for parameter.  Parameter Name: {error.name}."
        ),
    }
)
