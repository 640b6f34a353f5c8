"""What the service refuses about users, passwords and licences, in its own words.

Texts and ids are those of articles and consoles, but for the entries that a comment marks as inferred: there the id
follows the names of the service's contract and the text is ours.
"""

from __future__ import annotations

from collections.abc import Mapping

from msolemu.cmdlets.errors import Fault
from msolemu.directory.tenant import account_errors as refused
from msolemu.modules.msonline.faults import service_error

MISSING = service_error(
    "RequiredPropertyNotSet", lambda error: f"You must provide a required property: Parameter name: {error.name}"
)
INVALID_LICENCE = (
    "Unable to assign this license because it is invalid. Use the Get-MsolAccountSku cmdlet to retrieve a list of "
    "valid licenses."
)
WEAK_PASSWORD = (
    "You must choose a strong password that contains 8 to 16 characters, a combination of letters, and at least one "
    "number or symbol."
)
CANNOT_RESTORE = "The specified user account cannot be restored because of the following error: Error Type"
LICENCE_CONFIGURATION = "Unable to update license for this user."

USER_FAULTS: Mapping[type[Exception], Fault] = {
    refused.MissingProperty: MISSING,
    # Inferred.
    refused.ApplicationPasswordNotFound: service_error(
        "ObjectNotFound",
        lambda error: f"Application Password Not Found.  Application Password: {error.password_id}.",
    ),
    # The wording is from memory of the module.
    refused.UserAlreadyExists: service_error(
        "UserAlreadyExists",
        "Unable to add this user because a user with this user principal name already exists. "
        "Parameter name: UserPrincipalName",
    ),
    refused.BadSyntax: service_error(
        "StringSyntaxValidation", lambda error: f"Invalid syntax.  Parameter Name: {error.name.upper()}."
    ),
    # Inferred after the syntax error.
    refused.TooLong: service_error(
        "StringLengthValidation", lambda error: f"Invalid length.  Parameter Name: {error.name.upper()}."
    ),
    refused.BadValue: service_error(
        "PropertyDomainValidation", lambda error: f"Invalid value for parameter. Parameter Name: {error.name}."
    ),
    refused.NotUnique: service_error(
        "UniquenessValidation", lambda error: f"Uniqueness violation. Property: {error.name}."
    ),
    # The wording is from memory of the module; whether the name stands in capitals is not settled.
    refused.MasteredOnPremises: service_error(
        "PropertyNotSettable", lambda error: f"Unable to update parameter. Parameter name: {error.name.upper()}."
    ),
    # Inferred.
    refused.CannotRemoveSelf: service_error(
        "UserRemoveSelf", "You cannot remove the account that you are signed in with."
    ),
    # Inferred.
    refused.NoWayBetweenDomains: service_error(
        "UserConflictAuthentication",
        "A federated user cannot be moved to another federated domain. Move the user to a standard domain first.",
    ),
    refused.AwaitsConversion: service_error(
        "UserConflictAuthentication", "Unable to reset this user's password. Try again later."
    ),
    # Inferred.
    refused.NothingToConvert: service_error(
        "UserAuthenticationUnchanged", "This user is not a federated user that has to be converted."
    ),
    refused.CannotRestore: service_error("RestoreUserError", lambda error: f"{CANNOT_RESTORE} {error.kind}"),
    # Inferred.
    refused.NoLicenceToRestore: service_error(
        "RestoreUserLicenseError",
        "The specified user account cannot be restored because no licenses are left for it.",
    ),
    refused.WeakPassword: service_error("InvalidPasswordWeak", WEAK_PASSWORD),
    # Inferred.
    refused.PasswordHasName: service_error(
        "InvalidPasswordContainMemberName", "The password must not contain the user name."
    ),
    # Inferred.
    refused.BadPassword: service_error("InvalidPassword", "The password must have 1 to 16 printable characters."),
    refused.FederatedPassword: service_error(
        "UserConflictAuthentication", "You cannot reset a password for a federated user."
    ),
    refused.InvalidLicence: service_error("InvalidUserLicense", INVALID_LICENCE),
    refused.NoLicenceLeft: service_error(
        "LicenseQuotaExceeded",
        "Unable to assign this license because the number of allowed licenses have been assigned.",
    ),
    refused.InheritedLicence: service_error("InvalidOperationOnGroupInheritedLicense", "Unknown error occurred."),
    # An article has the text, for options that are invalid in any way.
    refused.InvalidPlan: service_error("InvalidUserLicenseOption", INVALID_LICENCE),
    refused.PlanNeedsAnother: service_error("InvalidUserLicenseOption", INVALID_LICENCE),
    refused.PlansNotSold: service_error(
        "InvalidLicenseConfiguration",
        lambda error: (
            f"{LICENCE_CONFIGURATION} One or more of the assigned service plans is not available in this user's "
            f"country. Prohibited Service Plans: {', '.join(error.plans)}. Specific service plans can be disabled for "
            "a user by using the licenseoptions parameter."
        ),
    ),
    refused.PlansExcludeEachOther: service_error(
        "InvalidLicenseConfiguration",
        lambda error: (
            f"{LICENCE_CONFIGURATION} The set of licenses includes two or more service plans which cannot be assigned "
            f"at the same time. Conflicting Service Plans: {', '.join(error.plans)}."
        ),
    ),
    # Inferred.
    refused.SubscriptionNotFound: service_error(
        "SubscriptionNotFound", lambda error: f"Subscription Not Found.  Subscription: {error.object_id}."
    ),
    refused.NotForFederatedDomains: service_error("DomainOperationNotAllowed", "Unknown error occurred."),
}
