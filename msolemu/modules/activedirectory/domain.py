"""Get-ADDomain."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.modules.activedirectory.parameters import Asked
from msolemu.modules.activedirectory.services import ADCall
from msolemu.modules.activedirectory.topology import MODE, Topology, asked_domain
from msolemu.modules.activedirectory.types import AD_DOMAIN
from msolemu.runtime.types.security_identifier import SecurityIdentifier
from msolemu.runtime.values.objects import ArrayList, PSCustomObject, Value

get_ad_domain = Cmdlet(
    "Get-ADDomain",
    "Gets the domain of the on-premises directory.",
    error_owner="GetADDomain",
    examples={"(Get-ADDomain).DNSRoot": "Gets the domain's name."},
)


@get_ad_domain.parameter_set()
def shown(
    call: ADCall,
    asked: Asked,
    identity: Annotated[Value, Parameter("The domain, by one of its names.", position=0, from_pipeline=True)] = None,
) -> Output[PSCustomObject]:
    """There is one domain in the forest, and one domain controller in the domain, which has every role."""
    with call.services.unit_of_work() as work:
        forest = work.forest
        names = Topology.of(forest)
        entry, number = asked_domain(forest, identity), forest.forest.domain_identifier
    properties: dict[str, Value] = {
        "AllowedDNSSuffixes": ArrayList(),
        "ChildDomains": ArrayList(),
        "ComputersContainer": f"CN=Computers,{names.root}",
        "DeletedObjectsContainer": f"CN=Deleted Objects,{names.root}",
        "DistinguishedName": names.root,
        "DNSRoot": names.forest,
        "DomainControllersContainer": f"OU=Domain Controllers,{names.root}",
        "DomainMode": f"{MODE}Domain",
        "DomainSID": SecurityIdentifier(number),
        "ForeignSecurityPrincipalsContainer": f"CN=ForeignSecurityPrincipals,{names.root}",
        "Forest": names.forest,
        "InfrastructureMaster": names.server,
        "LastLogonReplicationInterval": None,
        "LinkedGroupPolicyObjects": ArrayList(),
        "LostAndFoundContainer": f"CN=LostAndFound,{names.root}",
        "ManagedBy": None,
        "Name": names.short_name,
        "NetBIOSName": names.short_name.upper(),
        "ObjectClass": "domainDNS",
        "ObjectGUID": entry.guid,
        "ParentDomain": None,
        "PDCEmulator": names.server,
        "QuotasContainer": f"CN=NTDS Quotas,{names.root}",
        "ReadOnlyReplicaDirectoryServers": ArrayList(),
        "ReplicaDirectoryServers": ArrayList([names.server]),
        "RIDMaster": names.server,
        "SubordinateReferences": ArrayList(names.partitions[:2] + names.partitions[3:4]),
        "SystemsContainer": f"CN=System,{names.root}",
        "UsersContainer": f"CN=Users,{names.root}",
    }
    yield PSCustomObject(properties.items(), AD_DOMAIN)
