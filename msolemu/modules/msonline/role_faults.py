"""What the service refuses about roles, units, service principals, devices and signing in, in its own words.

The ids are names of the service's contract. No source has the texts: they are ours, after those for users and groups.
Exceptions: the text of RoleMemberThere is remembered from consoles, those of WrongPassword and NoSignIn were seen,
without their ids.
"""

from __future__ import annotations

from collections.abc import Mapping

from msolemu.cmdlets.errors import Fault
from msolemu.directory.tenant import role_errors as refused
from msolemu.modules.msonline.faults import service_error

ROLE_FAULTS: Mapping[type[Exception], Fault] = {
    refused.RoleNotFound: service_error("RoleNotFound", lambda error: f"Role Not Found.  Role: {error.identity}."),
    refused.RoleMemberNotFound: service_error(
        "RoleMemberNotFound", lambda error: f"Role Member Not Found.  Role Member: {error.identity}."
    ),
    refused.RoleMemberThere: service_error(
        "MemberAlreadyExists", "The role member you are trying to add is already a member of this role."
    ),
    refused.RoleOfSelf: service_error(
        "RemoveSelfFromRole", "You cannot remove yourself from the Company Administrator role."
    ),
    refused.UnitNotFound: service_error(
        "ObjectNotFound", lambda error: f"Administrative Unit Not Found.  Administrative Unit: {error.identity}."
    ),
    refused.UnitMemberNotFound: service_error(
        "ObjectNotFound",
        lambda error: f"Administrative Unit Member Not Found.  Administrative Unit Member: {error.identity}.",
    ),
    refused.UnitMemberThere: service_error(
        "MemberAlreadyExists", "The member you are trying to add is already in this administrative unit."
    ),
    refused.PrincipalNotFound: service_error(
        "ServicePrincipalNotFound", lambda error: f"Service Principal Not Found.  Service Principal: {error.identity}."
    ),
    refused.CredentialNotSettable: service_error(
        "ServicePrincipalCredentialNotSettable",
        "The credential cannot be set. It needs a value, and must end after it begins.",
    ),
    refused.CredentialNotFound: service_error(
        "ObjectNotFound", lambda error: f"Credential Not Found.  Key Id: {error.identity}."
    ),
    refused.WrongPassword: service_error(
        "MicrosoftOnline",
        "The user name or password is incorrect. Verify your user name, and then type your password again.",
    ),
    refused.NoSignIn: service_error("MicrosoftOnline", "Authentication Error: Unexpected authentication failure."),
    refused.AccountBlocked: service_error(
        "UserAccountDisabled", lambda error: f"The account {error.upn} is blocked. It cannot sign in."
    ),
    refused.DeviceNotFound: service_error(
        "ObjectNotFound", lambda error: f"Device Not Found.  Device: {error.identity}."
    ),
}
