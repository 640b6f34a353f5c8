"""Parameters that many cmdlets of the module have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from msolemu.cmdlets.declaration import Parameter, Switch
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.activedirectory.scope import ADAuthType, ADSearchScope
from msolemu.runtime.binding.validation import ValidateNotNull
from msolemu.runtime.values.objects import Hashtable, Value

Filter = Annotated[
    Value, Parameter("What objects must meet, in the filter language; * is all.", name="Filter", type="System.String")
]
LdapFilter = Annotated[str, Parameter("What objects must meet, as an LDAP filter.", name="LDAPFilter")]
Properties = Annotated[
    Sequence[str], Parameter("Further properties to show.", from_property=True, aliases=("Property",))
]
SearchBase = Annotated[str | None, Parameter("The container to search below.", validate=(ValidateNotNull(),))]
SearchScope = Annotated[ADSearchScope, Parameter("How deep to search.")]
ResultSetSize = Annotated[int | None, Parameter("The most objects to give.", nullable=True)]
ResultPageSize = Annotated[int, Parameter("Objects a page; without effect here.")]
Server = Annotated[str | None, Parameter("The server to ask; there is one here, whatever its name.")]
Credential = Annotated[
    Value,
    Parameter(
        "The account to act as; every account may do everything here.",
        type="System.Management.Automation.PSCredential",
        mandatory=False,
    ),
]
AuthType = Annotated[ADAuthType, Parameter("How to sign in to the server; every way is welcome here.")]
Partition = Annotated[str | None, Parameter("The partition that the object is in; there is one here.")]
PassThru = Annotated[Switch, Parameter("Give the object.")]
Recursive = Annotated[Switch, Parameter("With everything below it.")]
Path = Annotated[str | None, Parameter("The container that the object is created in.", from_property=True)]
Instance = Annotated[Value, Parameter("An object that a script got before and has changed.", mandatory=True)]
Template = Annotated[Value, Parameter("An object whose properties are taken where no others are given.")]
OtherAttributes = Annotated[Hashtable | None, Parameter("Further attributes, by their LDAP names.")]


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom a cmdlet asks, and as whom; there is one server, and every account may do everything."""

    partition: Partition = None
    server: Server = None
    credential: Credential = None
    auth_type: AuthType = ADAuthType.Negotiate


@dataclass(frozen=True, slots=True)
class Searching:
    """Where a search looks and what it shows."""

    properties: Properties = ()
    search_base: SearchBase = None
    search_scope: SearchScope = ADSearchScope.Subtree
    result_set_size: ResultSetSize = None
    result_page_size: ResultPageSize = 256
    server: Server = None
    credential: Credential = None
    auth_type: AuthType = ADAuthType.Negotiate


@dataclass(frozen=True, slots=True)
class SearchingAccounts:
    """Where a search for accounts looks, and for which."""

    users_only: Annotated[Switch, Parameter("Find users alone.")] = False
    computers_only: Annotated[Switch, Parameter("Find computers alone.")] = False
    search_base: SearchBase = None
    search_scope: SearchScope = ADSearchScope.Subtree
    result_set_size: ResultSetSize = None
    result_page_size: ResultPageSize = 256
    server: Server = None
    credential: Credential = None
    auth_type: AuthType = ADAuthType.Negotiate


@dataclass(frozen=True, slots=True)
class Creation:
    """What every cmdlet that creates an object takes."""

    path: Path = None
    instance: Template = None
    other_attributes: OtherAttributes = None
    pass_thru: PassThru = False
    server: Server = None
    credential: Credential = None
    auth_type: AuthType = ADAuthType.Negotiate

    def target(self, name: str, kind: str = "CN") -> str:
        """The object as `-WhatIf` names it."""
        return f"{kind}={name},{self.path}" if self.path else f"{kind}={name}"


@dataclass(frozen=True, slots=True)
class Changing:
    """What every cmdlet that changes an object takes."""

    pass_thru: PassThru = False
    partition: Partition = None
    server: Server = None
    credential: Credential = None
    auth_type: AuthType = ADAuthType.Negotiate
