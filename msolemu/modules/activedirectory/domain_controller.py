"""Get-ADDomainController."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.directory.forest.errors import ObjectNotFound
from msolemu.directory.query import holds
from msolemu.foundation.names import NameMap
from msolemu.modules.activedirectory.attributes import Property
from msolemu.modules.activedirectory.filter_language import parse_filter
from msolemu.modules.activedirectory.identity import identity_text
from msolemu.modules.activedirectory.parameters import Asked, Filter
from msolemu.modules.activedirectory.services import ADCall
from msolemu.modules.activedirectory.topology import ADDRESS, SERVER, SITE, SYSTEM, VERSION, Topology
from msolemu.modules.activedirectory.types import AD_DOMAIN_CONTROLLER
from msolemu.modules.activedirectory.variables import session_variables
from msolemu.modules.activedirectory.writing import texts_of, values_of
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.values.objects import ArrayList, PSCustomObject, Value

ROLES = ("SchemaMaster", "DomainNamingMaster", "PDCEmulator", "RIDMaster", "InfrastructureMaster")

get_ad_domain_controller = Cmdlet(
    "Get-ADDomainController",
    "Gets the domain controller of the on-premises directory.",
    error_owner="GetADDomainController",
    examples={
        "Get-ADDomainController -Filter * | Format-Table HostName, Site": "Lists all domain controllers.",
        "(Get-ADDomainController -Discover).HostName": "Finds one.",
    },
)
Domain = Annotated[str | None, Parameter("The domain to find one of.", name="DomainName")]


@get_ad_domain_controller.parameter_set("Identity", default=True)
def identified(
    call: ADCall,
    asked: Asked,
    identity: Annotated[Value, Parameter("The domain controller, by its name.", position=0, from_pipeline=True)] = None,
) -> Output[PSCustomObject]:
    """The domain has one domain controller, which has every role."""
    names, found = _controller(call)
    known = (SERVER, names.server, names.server_object, ADDRESS)
    if identity is not None and identity_text(identity).lower() not in map(str.lower, known):
        raise ObjectNotFound(identity_text(identity), names.root)
    yield found


@get_ad_domain_controller.parameter_set("Filter")
def filtered(call: ADCall, filter_: Filter, asked: Asked) -> Output[PSCustomObject]:
    """Gets the domain controllers that meet a filter."""
    _, found = _controller(call)
    values = {name.lower(): texts_of(value) for name, value in values_of(found)}
    known = NameMap((name, Property(name, name)) for name, _ in values_of(found))
    wanted = parse_filter(to_text(filter_), known, session_variables(call))
    if holds(wanted, lambda attribute: values.get(attribute.lower(), ())):
        yield found


@get_ad_domain_controller.parameter_set("DiscoverByService")
def discovered(
    call: ADCall,
    discover: Annotated[Switch, Parameter("Find one.")],
    domain_name: Domain = None,
    force_discover: Annotated[
        Switch, Parameter("Do not go by what was found before; it is looked for each time here.")
    ] = False,
    writable: Annotated[Switch, Parameter("Find one that can be written to; the one here can.")] = False,
) -> Output[PSCustomObject]:
    """Finds a domain controller."""
    names, found = _controller(call)
    if domain_name is not None and domain_name.lower() not in (names.forest.lower(), names.short_name.lower()):
        raise ObjectNotFound(domain_name, names.root)
    yield found


def _controller(call: ADCall) -> tuple[Topology, PSCustomObject]:
    with call.services.unit_of_work() as work:
        names = Topology.of(work.forest)
    properties: dict[str, Value] = {
        "ComputerObjectDN": f"CN={SERVER},OU=Domain Controllers,{names.root}",
        "DefaultPartition": names.root,
        "Domain": names.forest,
        "Enabled": True,
        "Forest": names.forest,
        "HostName": names.server,
        "InvocationId": names.guid("invocation"),
        "IPv4Address": ADDRESS,
        "IPv6Address": None,
        "IsGlobalCatalog": True,
        "IsReadOnly": False,
        "LdapPort": 389,
        "Name": SERVER,
        "NTDSSettingsObjectDN": f"CN=NTDS Settings,{names.server_object}",
        "OperatingSystem": SYSTEM,
        "OperatingSystemHotfix": None,
        "OperatingSystemServicePack": None,
        "OperatingSystemVersion": VERSION,
        "OperationMasterRoles": ArrayList(ROLES),
        "Partitions": ArrayList(names.partitions),
        "ServerObjectDN": names.server_object,
        "ServerObjectGuid": names.guid("server"),
        "Site": SITE,
        "SslPort": 636,
    }
    return names, PSCustomObject(properties.items(), AD_DOMAIN_CONTROLLER)
