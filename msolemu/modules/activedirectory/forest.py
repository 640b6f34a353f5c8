"""Get-ADForest, Set-ADForest."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.directory.forest.directory import ForestDirectory
from msolemu.directory.forest.errors import ObjectNotFound
from msolemu.modules.activedirectory.identity import identity_text
from msolemu.modules.activedirectory.modifications import pairs
from msolemu.modules.activedirectory.parameters import Asked, Changing
from msolemu.modules.activedirectory.services import ADCall
from msolemu.modules.activedirectory.topology import MODE, SITE, Topology
from msolemu.modules.activedirectory.types import AD_FOREST
from msolemu.runtime.values.objects import ArrayList, Hashtable, PSCustomObject, Value

get_ad_forest = Cmdlet(
    "Get-ADForest",
    "Gets the on-premises forest.",
    error_owner="GetADForest",
    examples={"(Get-ADForest).UPNSuffixes": "Gets the suffixes that user principal names may have."},
)
ForestIdentity = Annotated[Value, Parameter("The forest, by its name.", position=0, from_pipeline=True)]


@get_ad_forest.parameter_set()
def shown(call: ADCall, asked: Asked, identity: ForestIdentity = None) -> Output[PSCustomObject]:
    """The forest has one domain."""
    with call.services.unit_of_work() as work:
        _demand(work.forest, identity)
        yield forest_shown(work.forest)


set_ad_forest = Cmdlet(
    "Set-ADForest",
    "Changes the suffixes that user principal names of the forest may have.",
    error_owner="SetADForest",
    should_process=True,
    examples={"Set-ADForest contoso.local -UPNSuffixes @{ Add = 'contoso.co.uk' }": "Adds a suffix."},
)


@set_ad_forest.parameter_set()
def changed(
    call: ADCall,
    identity: Annotated[Value, Parameter("The forest, by its name.", position=0, from_pipeline=True, mandatory=True)],
    changing: Changing,
    upn_suffixes: Annotated[
        Hashtable | None, Parameter("Suffixes to Add, Remove or Replace.", name="UPNSuffixes")
    ] = None,
) -> Output[PSCustomObject]:
    """-UPNSuffixes takes a table with the keys Add, Remove and Replace."""
    with call.services.unit_of_work() as work:
        _demand(work.forest, identity)
        if not call.should_process(f"CN=Partitions,{Topology.of(work.forest).configuration}", "Set"):
            return
        suffixes = list(work.forest.forest.upn_suffixes)
        for word, values in pairs(upn_suffixes):
            match word.lower():
                case "add":
                    suffixes += [one for one in values if one.lower() not in map(str.lower, suffixes)]
                case "remove":
                    suffixes = [one for one in suffixes if one.lower() not in map(str.lower, values)]
                case _:
                    suffixes = list(values)
        work.forest.set_suffixes(tuple(suffixes))
        work.commit()
        if changing.pass_thru:
            yield forest_shown(work.forest)


def _demand(forest: ForestDirectory, identity: Value) -> None:
    if identity is not None and identity_text(identity).lower() != forest.name.lower():
        raise ObjectNotFound(identity_text(identity), forest.root)


def forest_shown(forest: ForestDirectory) -> PSCustomObject:
    """The forest as the module prints it."""
    names = Topology.of(forest)
    properties: dict[str, Value] = {
        "ApplicationPartitions": ArrayList(names.partitions[:2]),
        "CrossForestReferences": ArrayList(),
        "DomainNamingMaster": names.server,
        "Domains": ArrayList([names.forest]),
        "ForestMode": f"{MODE}Forest",
        "GlobalCatalogs": ArrayList([names.server]),
        "Name": names.forest,
        "PartitionsContainer": f"CN=Partitions,{names.configuration}",
        "RootDomain": names.forest,
        "SchemaMaster": names.server,
        "Sites": ArrayList([SITE]),
        "SPNSuffixes": ArrayList(),
        "UPNSuffixes": ArrayList(forest.forest.upn_suffixes),
    }
    return PSCustomObject(properties.items(), AD_FOREST)
