"""What the forest refuses, as the ActiveDirectory module says it."""

from __future__ import annotations

from msolemu.cmdlets.errors import ErrorTable, Fault
from msolemu.directory.forest import errors as forest
from msolemu.modules.activedirectory.filter_language import UndefinedVariable
from msolemu.modules.activedirectory.filter_tokens import FilterSyntaxError
from msolemu.modules.activedirectory.ldap_filter import LdapFilterError
from msolemu.runtime.errors.records import ErrorCategory

NAMESPACE = "Microsoft.ActiveDirectory.Management"
AD_EXCEPTION = f"{NAMESPACE}.ADException"
NOT_FOUND = f"{NAMESPACE}.ADIdentityNotFoundException"
EXISTS = f"{NAMESPACE}.ADIdentityAlreadyExistsException"
WEAK_PASSWORD = f"{NAMESPACE}.ADPasswordComplexityException"
FILTER_PARSING = f"{NAMESPACE}.ADFilterParsingException"
NO_ACCESS = "System.UnauthorizedAccessException"
ARGUMENT = "System.ArgumentException"


class UnknownProperty(Exception):
    """A property was asked for that neither the module nor the schema has."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class MissingIdentity(Exception):
    """An identity is empty, or an object without one."""


class EmptySearchBase(Exception):
    """A search is to begin nowhere, which only a global catalog takes for everywhere."""


def by_cmdlet(exception_type: str) -> str:
    """The id of an error that the module itself found."""
    return f"ActiveDirectoryCmdlet:{exception_type}"


def by_server(number: int) -> str:
    """The id of an error that the server gave, with its Windows error number."""
    return f"ActiveDirectoryServer:{number}"


ERRORS = ErrorTable(
    {
        forest.ObjectNotFound: Fault(
            by_cmdlet(NOT_FOUND),
            lambda error: f"Cannot find an object with identity: '{error.identity}' under: '{error.base}'.",
            ErrorCategory.OBJECT_NOT_FOUND,
            NOT_FOUND,
            terminating=True,
            target=lambda error: error.identity,
        ),
        forest.ContainerNotFound: Fault(
            by_cmdlet(NOT_FOUND),
            "Directory object not found",
            ErrorCategory.OBJECT_NOT_FOUND,
            NOT_FOUND,
            terminating=True,
            target=lambda error: error.distinguished_name,
        ),
        forest.AccountExists: Fault(
            by_server(1316),
            "The specified account already exists",
            ErrorCategory.RESOURCE_EXISTS,
            EXISTS,
            terminating=True,
            target=lambda error: error.distinguished_name,
        ),
        forest.NameInUse: Fault(
            by_server(8305),
            "An attempt was made to add an object to the directory with a name that is already in use",
            ErrorCategory.NOT_SPECIFIED,
            AD_EXCEPTION,
            terminating=True,
            target=lambda error: error.distinguished_name,
        ),
        forest.UpnNotUnique: Fault(
            by_server(8648),
            "The operation failed because UPN value provided for addition/modification is not unique forest-wide",
            ErrorCategory.NOT_SPECIFIED,
            AD_EXCEPTION,
            terminating=True,
            target=lambda error: error.distinguished_name,
        ),
        forest.AttributeOwnedBySystem: Fault(
            by_server(8369),
            "The attribute cannot be modified because it is owned by the system",
            ErrorCategory.NOT_SPECIFIED,
            AD_EXCEPTION,
            terminating=True,
            target=lambda error: error.distinguished_name,
        ),
        forest.NamingAttribute: Fault(
            by_server(8214),
            "The directory service cannot perform the requested operation on the RDN attribute of an object",
            ErrorCategory.NOT_SPECIFIED,
            AD_EXCEPTION,
            terminating=True,
            target=lambda error: error.distinguished_name,
        ),
        forest.NoParent: Fault(
            by_server(8329),
            "The operation could not be performed because the object's parent is either uninstantiated or deleted",
            ErrorCategory.NOT_SPECIFIED,
            AD_EXCEPTION,
            terminating=True,
            target=lambda error: error.distinguished_name,
        ),
        forest.MovedIntoItself: Fault(
            by_server(8245),
            "The server is unwilling to process the request",
            ErrorCategory.NOT_SPECIFIED,
            AD_EXCEPTION,
            terminating=True,
            target=lambda error: error.distinguished_name,
        ),
        forest.InvalidSyntax: Fault(
            by_server(8203),
            "The attribute syntax specified to the directory service is invalid",
            ErrorCategory.NOT_SPECIFIED,
            AD_EXCEPTION,
            terminating=True,
            target=lambda error: error.distinguished_name,
        ),
        forest.WeakPassword: Fault(
            by_server(1325),
            "The password does not meet the length, complexity, or history requirement of the domain.",
            ErrorCategory.INVALID_DATA,
            WEAK_PASSWORD,
            terminating=True,
            target=lambda error: error.distinguished_name,
        ),
        forest.HasChildren: Fault(
            by_server(8332),
            "The operation cannot be performed because child objects exist. This operation can only be performed on a "
            "leaf object",
            ErrorCategory.NOT_SPECIFIED,
            AD_EXCEPTION,
            terminating=True,
            target=lambda error: error.distinguished_name,
        ),
        forest.Protected: Fault(
            by_cmdlet(NO_ACCESS),
            "Access is denied",
            ErrorCategory.PERMISSION_DENIED,
            NO_ACCESS,
            terminating=True,
            target=lambda error: error.distinguished_name,
        ),
        forest.IsPrimaryGroup: Fault(
            by_server(1374),
            "The user cannot be removed from a group because the group is currently the user's primary group",
            ErrorCategory.NOT_SPECIFIED,
            AD_EXCEPTION,
            terminating=True,
            target=lambda error: error.distinguished_name,
        ),
        FilterSyntaxError: Fault(
            by_cmdlet(FILTER_PARSING),
            lambda error: (
                f"Error parsing query: '{error.query}' Error Message: '{error.reason}' at position: '{error.position}'."
            ),
            ErrorCategory.PARSER_ERROR,
            FILTER_PARSING,
            terminating=True,
        ),
        UndefinedVariable: Fault(
            by_cmdlet(ARGUMENT),
            lambda error: f"Variable: '{error.name}' found in expression: ${error.name} is not defined.",
            ErrorCategory.INVALID_ARGUMENT,
            ARGUMENT,
            terminating=True,
        ),
        LdapFilterError: Fault(
            by_server(8254),
            "The search filter cannot be recognized",
            ErrorCategory.NOT_SPECIFIED,
            AD_EXCEPTION,
            terminating=True,
        ),
        UnknownProperty: Fault(
            by_cmdlet(ARGUMENT),
            lambda error: f"One or more properties are invalid.\nParameter name: {error.name}",
            ErrorCategory.INVALID_ARGUMENT,
            ARGUMENT,
            terminating=True,
        ),
        EmptySearchBase: Fault(
            by_cmdlet(ARGUMENT),
            "An empty SearchBase is only supported while connected to a GlobalCatalog.",
            ErrorCategory.INVALID_ARGUMENT,
            ARGUMENT,
            terminating=True,
        ),
        MissingIdentity: Fault(
            by_cmdlet(ARGUMENT),
            "Identity property on the argument is null or empty.",
            ErrorCategory.INVALID_ARGUMENT,
            ARGUMENT,
            terminating=True,
        ),
    }
)
