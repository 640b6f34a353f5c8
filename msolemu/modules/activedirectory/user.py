"""Get-ADUser, New-ADUser, Set-ADUser, Remove-ADUser."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import UNSET, Cmdlet, ConfirmImpact, Output, Parameter, Unset
from msolemu.directory.forest.account_control import DISABLED, NORMAL_ACCOUNT
from msolemu.directory.forest.directory import ForestDirectory
from msolemu.directory.forest.objects import ForestEntry, Values
from msolemu.directory.forest.times import NOT_SET, file_time
from msolemu.directory.query import And, Equals, Not
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.activedirectory.account_password import SECURE_STRING, password_values
from msolemu.modules.activedirectory.attributes import ACCOUNT_CONTROL, USER_DEFAULTS, USERS
from msolemu.modules.activedirectory.changes import AccountChanges
from msolemu.modules.activedirectory.changing import applied, removed, written_back
from msolemu.modules.activedirectory.identity import Identity
from msolemu.modules.activedirectory.modifications import Modifications, pairs
from msolemu.modules.activedirectory.parameters import (
    Asked,
    Changing,
    Creation,
    Filter,
    Instance,
    LdapFilter,
    Properties,
    Searching,
)
from msolemu.modules.activedirectory.reading import Reading
from msolemu.modules.activedirectory.services import ADCall
from msolemu.modules.activedirectory.types import AD_USER
from msolemu.modules.activedirectory.writing import word_of
from msolemu.runtime.values.objects import PSCustomObject, Value

READ_USERS = Reading(
    "user", And((Equals("objectclass", "user"), Not(Equals("objectclass", "computer")))), USER_DEFAULTS, USERS, AD_USER
)

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
def filtered(call: ADCall, filter_: Filter, searching: Searching) -> Output[PSCustomObject]:
    """Gets one user by distinguished name, GUID, SID or account name, or those that meet a filter.

    Ten properties are shown; -Properties adds more, by the module's names or those of LDAP, and * adds all.
    """
    yield from READ_USERS.filtered(call, filter_, searching)


@get_ad_user.parameter_set("LdapFilter")
def filtered_by_ldap(call: ADCall, ldap_filter: LdapFilter, searching: Searching) -> Output[PSCustomObject]:
    """Gets users that meet an LDAP filter."""
    yield from READ_USERS.filtered_by_ldap(call, ldap_filter, searching)


@get_ad_user.parameter_set("Identity")
def identified(call: ADCall, identity: Identity, asked: Asked, properties: Properties = ()) -> Output[PSCustomObject]:
    """Gets one user."""
    yield READ_USERS.identified(call, identity, properties)


ChangeAtLogon = Annotated[bool | Unset | None, Parameter("Demand a new password.", from_property=True)]


@dataclass(frozen=True, slots=True)
class NewPassword:
    """How a new account signs in; msolemu keeps no password, only when it was given."""

    account_password: Annotated[
        Value, Parameter("A password; msolemu keeps none.", type=SECURE_STRING, from_property=True)
    ] = None
    change_password_at_logon: ChangeAtLogon = UNSET

    def values(self, forest: ForestDirectory, entry: ForestEntry) -> dict[str, Values]:
        """What it sets of an account."""
        given = password_values(forest, entry, self.account_password) if self.account_password is not None else {}
        return {**given, **changed_at_logon(forest, self.change_password_at_logon)}


def changed_at_logon(forest: ForestDirectory, demanded: bool | Unset | None) -> dict[str, Values]:
    """What -ChangePasswordAtLogon sets of an account."""
    if demanded is UNSET:
        return {}
    return {"pwdlastset": (NOT_SET if demanded else file_time(forest.now),)}


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
    attributes = changes.attributes(NORMAL_ACCOUNT | DISABLED, creation.instance)
    attributes.setdefault(ACCOUNT_CONTROL, (str(NORMAL_ACCOUNT | DISABLED),))
    attributes.setdefault("sAMAccountName", (name,))
    attributes |= dict(pairs(creation.other_attributes))
    if not call.should_process(creation.target(name), "New"):
        return
    with call.services.unit_of_work() as work:
        entry = work.forest.add("user", name, creation.path, attributes)
        entry = work.forest.change(entry, password.values(work.forest, entry))
        work.commit()
    if creation.pass_thru:
        yield READ_USERS.shown(entry)


set_ad_user = Cmdlet(
    "Set-ADUser",
    "Changes a user of the on-premises directory.",
    error_owner="SetADUser",
    should_process=True,
    examples={
        "Set-ADUser -Identity rfields -Title 'Head of Sales'": "Changes a property that has a parameter.",
        "Set-ADUser rfields2 -Replace @{ userPrincipalName = 'robin.fields2@contoso.com' }": "Changes any attribute.",
        "Get-ADUser rfields -Properties Office | ForEach-Object { $_.Office = 'Berlin'; Set-ADUser -Instance $_ }": (
            "Writes back what was changed of an object."
        ),
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
    change_password_at_logon: ChangeAtLogon = UNSET,
) -> Output[PSCustomObject]:
    """-Remove, -Add, -Replace and -Clear take LDAP names and are applied in this order, all of them or none."""

    def apply(forest: ForestDirectory, entry: ForestEntry) -> ForestEntry:
        values = changes.attributes(word_of(entry)) | changed_at_logon(forest, change_password_at_logon)
        return forest.change(entry, {**values, **modifications.applied_to(entry)})

    yield from applied(call, READ_USERS, identity, changing, apply)


@set_ad_user.parameter_set("Instance")
def changed_instance(call: ADCall, instance: Instance, changing: Changing) -> Output[PSCustomObject]:
    """Writes back what was changed of an object."""
    yield from written_back(call, READ_USERS, instance, changing)


remove_ad_user = Cmdlet(
    "Remove-ADUser",
    "Removes a user from the on-premises directory.",
    error_owner="RemoveADUser",
    should_process=True,
    confirm_impact=ConfirmImpact.HIGH,
    examples={"Remove-ADUser -Identity rfields2 -Confirm:$false": "Removes a user without asking."},
)


@remove_ad_user.parameter_set()
def removed_user(call: ADCall, identity: Identity, asked: Asked) -> None:
    """Asks before it removes; the object leaves a tombstone that synchronization reads."""
    removed(call, "user", identity)
