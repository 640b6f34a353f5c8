"""Get-ADComputer."""

from __future__ import annotations

from msolemu.cmdlets.declaration import Cmdlet, Output
from msolemu.directory.query import Equals
from msolemu.modules.activedirectory.attributes import COMPUTER_DEFAULTS, COMPUTERS
from msolemu.modules.activedirectory.identity import Identity
from msolemu.modules.activedirectory.parameters import Asked, Filter, LdapFilter, Properties, Searching
from msolemu.modules.activedirectory.reading import Reading
from msolemu.modules.activedirectory.services import ADCall
from msolemu.modules.activedirectory.types import AD_COMPUTER
from msolemu.runtime.values.objects import PSCustomObject

CLASS = "computer"
READ_COMPUTERS = Reading(CLASS, Equals("objectclass", CLASS), COMPUTER_DEFAULTS, COMPUTERS, AD_COMPUTER)

get_ad_computer = Cmdlet(
    "Get-ADComputer",
    "Gets computers of the on-premises directory.",
    error_owner="GetADComputer",
    examples={"Get-ADComputer -Filter \"OperatingSystem -like 'Windows 10*'\" -Properties LastLogonDate": "Searches."},
)


@get_ad_computer.parameter_set("Filter", default=True)
def filtered(call: ADCall, filter_: Filter, searching: Searching) -> Output[PSCustomObject]:
    """Gets one computer by name, distinguished name, GUID or SID, or those that meet a filter."""
    yield from READ_COMPUTERS.filtered(call, filter_, searching)


@get_ad_computer.parameter_set("LdapFilter")
def filtered_by_ldap(call: ADCall, ldap_filter: LdapFilter, searching: Searching) -> Output[PSCustomObject]:
    """Gets computers that meet an LDAP filter."""
    yield from READ_COMPUTERS.filtered_by_ldap(call, ldap_filter, searching)


@get_ad_computer.parameter_set("Identity")
def identified(call: ADCall, identity: Identity, asked: Asked, properties: Properties = ()) -> Output[PSCustomObject]:
    """Gets one computer; the sign at the end of its account's name may be left out."""
    yield READ_COMPUTERS.identified(call, identity, properties)
