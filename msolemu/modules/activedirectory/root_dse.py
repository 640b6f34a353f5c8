"""Get-ADRootDSE."""

from __future__ import annotations

from msolemu.cmdlets.declaration import Cmdlet, Output
from msolemu.modules.activedirectory.parameters import Asked
from msolemu.modules.activedirectory.services import ADCall
from msolemu.modules.activedirectory.topology import MODE, Topology
from msolemu.modules.activedirectory.types import AD_ROOT_DSE
from msolemu.runtime.types.date_time import DateTime
from msolemu.runtime.values.objects import ArrayList, Int64, PSCustomObject, Value

get_ad_root_dse = Cmdlet(
    "Get-ADRootDSE",
    "Gets what a server of the on-premises directory says of itself.",
    error_owner="GetADRootDSE",
    examples={"(Get-ADRootDSE).defaultNamingContext": "Gets the domain's distinguished name."},
)


@get_ad_root_dse.parameter_set()
def shown(call: ADCall, asked: Asked) -> Output[PSCustomObject]:
    """The names of the directory's parts, the server's name and its latest change."""
    with call.services.unit_of_work() as work:
        names, now, change = Topology.of(work.forest), work.forest.now, work.forest.forest.highest_change
    properties: dict[str, Value] = {
        "configurationNamingContext": names.configuration,
        "currentTime": DateTime.of(now),
        "defaultNamingContext": names.root,
        "dnsHostName": names.server,
        "domainControllerFunctionality": MODE,
        "domainFunctionality": f"{MODE}Domain",
        "dsServiceName": f"CN=NTDS Settings,{names.server_object}",
        "forestFunctionality": f"{MODE}Forest",
        "highestCommittedUSN": Int64(change),
        "isGlobalCatalogReady": ArrayList(["TRUE"]),
        "isSynchronized": ArrayList(["TRUE"]),
        "ldapServiceName": f"{names.forest}:{names.server.partition('.')[0].lower()}$@{names.forest.upper()}",
        "namingContexts": ArrayList(names.partitions),
        "rootDomainNamingContext": names.root,
        "schemaNamingContext": f"CN=Schema,{names.configuration}",
        "serverName": names.server_object,
        "subschemaSubentry": f"CN=Aggregate,CN=Schema,{names.configuration}",
    }
    yield PSCustomObject(properties.items(), AD_ROOT_DSE)
