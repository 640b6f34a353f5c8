"""Get-ADUser, New-ADUser, Set-ADUser, Remove-ADUser."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, ConfirmImpact, Output, Parameter
from msolemu.directory.forest.objects import ForestEntry
from msolemu.directory.query import And, Equals, Not, Predicate
from msolemu.modules.activedirectory.attributes import ACCOUNT_CONTROL, USER_DEFAULTS, USERS
from msolemu.modules.activedirectory.changes import AccountChanges
from msolemu.modules.activedirectory.entities import chosen, entity
from msolemu.modules.activedirectory.filter_language import parse_filter
from msolemu.modules.activedirectory.identity import Identity, identity_text
from msolemu.modules.activedirectory.ldap_filter import parse_ldap_filter
from msolemu.modules.activedirectory.modifications import Modifications, pairs
from msolemu.modules.activedirectory.parameters import Asked, Changing, Creation, Properties, Searching
from msolemu.modules.activedirectory.services import ADCall
from msolemu.modules.activedirectory.types import AD_USER
from msolemu.modules.activedirectory.variables import session_variables
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.values.objects import PSCustomObject, Value

NORMAL_ACCOUNT = 0x200
DISABLED = 0x2
USERS_ONLY = And((Equals("objectclass", "user"), Not(Equals("objectclass", "computer"))))

get_ad_user = Cmdlet(
    "Get-ADUser",
    "Gets users of the on-premises directory.",
    error_owner="GetADUser",
    examples={
        "Get-ADUser -Identity rfields": "Gets one user by the account's name.",
        "Get-ADUser -Filter \"Department -eq 'Sales' -and Surname -like 'F*'\" -Properties mail": "Searches.",
        "Get-ADUser -LDAPFilter '(proxyAddresses=smtp:events@contoso.com)'": "Finds who wants an address.",
    },
)


@get_ad_user.parameter_set("Filter", default=True)
def filtered(
    call: ADCall,
    filter_: Annotated[
        Value, Parameter("What users must meet, in the filter language; * is all.", type="System.String")
    ],
    searching: Searching,
) -> Output[PSCustomObject]:
    """Gets one user by distinguished name, GUID, SID or account name, or those that meet a filter.

    Ten properties are shown; -Properties adds more, by the module's names or those of LDAP, and * adds all.
    """
    wanted = parse_filter(to_text(filter_), USERS, session_variables(call))
    yield from searched(call, wanted, searching)


@get_ad_user.parameter_set("LdapFilter")
def filtered_by_ldap(
    call: ADCall,
    ldap_filter: Annotated[str, Parameter("What users must meet, as an LDAP filter.", name="LDAPFilter")],
    searching: Searching,
) -> Output[PSCustomObject]:
    """Gets users that meet an LDAP filter."""
    yield from searched(call, parse_ldap_filter(ldap_filter), searching)


@get_ad_user.parameter_set("Identity")
def identified(
    call: ADCall,
    identity: Identity,
    asked: Asked,
    properties: Properties = (),
) -> Output[PSCustomObject]:
    """Gets one user."""
    with call.services.unit_of_work() as work:
        entry = work.forest.find(identity_text(identity), "user")
    yield ad_user(entry, properties)


def searched(
    call: ADCall,
    wanted: Predicate,
    searching: Searching,
) -> Iterator[PSCustomObject]:
    """The users below a container that meet a predicate."""
    with call.services.unit_of_work() as work:
        found = work.forest.search(And((USERS_ONLY, wanted)), searching.search_base, searching.search_scope.scope)
    for entry in found[: searching.result_set_size]:
        yield ad_user(entry, searching.properties)


def ad_user(entry: ForestEntry, properties: Sequence[str] = ()) -> PSCustomObject:
    """A user as the module prints it."""
    return entity(entry, chosen(properties, USER_DEFAULTS, USERS, entry), AD_USER)


@dataclass(frozen=True, slots=True)
class NewPassword:
    """How a new account signs in; msolemu keeps no password."""

    account_password: Annotated[
        Value, Parameter("A password; msolemu keeps none.", type="System.Security.SecureString", from_property=True)
    ] = None
    change_password_at_logon: Annotated[bool, Parameter("Demand a new password.", from_property=True)] = False


new_ad_user = Cmdlet(
    "New-ADUser",
    "Creates a user in the on-premises directory.",
    error_owner="NewADUser",
    should_process=True,
    examples={
        "New-ADUser -Name 'Ann Beck' -SamAccountName abeck -UserPrincipalName ann.beck@contoso.com": (
            "Creates a disabled account in the container Users."
        ),
    },
)


@new_ad_user.parameter_set()
def created(
    call: ADCall,
    name: Annotated[str, Parameter("The name of the object.", position=0, from_property=True)],
    changes: AccountChanges,
    creation: Creation,
    password: NewPassword,
) -> Output[PSCustomObject]:
    """The account is disabled unless -Enabled says otherwise. Without -SamAccountName it is named like the object."""
    attributes = changes.attributes(NORMAL_ACCOUNT | DISABLED)
    attributes.setdefault(ACCOUNT_CONTROL, (str(NORMAL_ACCOUNT | DISABLED),))
    attributes.setdefault("sAMAccountName", (name,))
    attributes |= dict(pairs(creation.other_attributes))
    if not call.should_process(creation.target(name), "New"):
        return
    with call.services.unit_of_work() as work:
        entry = work.forest.add("user", name, creation.path, attributes)
        work.commit()
    if creation.pass_thru:
        yield ad_user(entry)


set_ad_user = Cmdlet(
    "Set-ADUser",
    "Changes a user of the on-premises directory.",
    error_owner="SetADUser",
    should_process=True,
    examples={
        "Set-ADUser -Identity rfields -Title 'Head of Sales'": "Changes a property that has a parameter.",
        "Set-ADUser rfields2 -Replace @{ userPrincipalName = 'robin.fields2@contoso.com' }": "Changes any attribute.",
        "Set-ADUser jhayes -Remove @{ proxyAddresses = 'smtp:events@contoso.com' }": "Takes one value away.",
    },
)


@set_ad_user.parameter_set("Identity", default=True)
def changed(
    call: ADCall,
    identity: Identity,
    changes: AccountChanges,
    modifications: Modifications,
    changing: Changing,
) -> Output[PSCustomObject]:
    """-Remove, -Add, -Replace and -Clear take LDAP names and are applied in this order, all of them or none."""
    with call.services.unit_of_work() as work:
        entry = work.forest.find(identity_text(identity), "user")
        if not call.should_process(entry.distinguished_name, "Set"):
            return
        control = int(next(iter(entry.attributes.get(ACCOUNT_CONTROL.lower(), ())), NORMAL_ACCOUNT))
        entry = work.forest.change(entry, {**changes.attributes(control), **modifications.applied_to(entry)})
        work.commit()
    if changing.pass_thru:
        yield ad_user(entry)


remove_ad_user = Cmdlet(
    "Remove-ADUser",
    "Removes a user from the on-premises directory.",
    error_owner="RemoveADUser",
    should_process=True,
    confirm_impact=ConfirmImpact.HIGH,
    examples={"Remove-ADUser -Identity rfields2 -Confirm:$false": "Removes a user without asking."},
)


@remove_ad_user.parameter_set()
def removed(call: ADCall, identity: Identity, asked: Asked) -> None:
    """Asks before it removes; the object leaves a tombstone that synchronization reads."""
    with call.services.unit_of_work() as work:
        entry = work.forest.find(identity_text(identity), "user")
        if call.should_process(entry.distinguished_name, "Remove"):
            work.forest.remove(entry)
            work.commit()
