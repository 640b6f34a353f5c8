"""Get-ADSyncConnector."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.modules.adsync.errors import ConnectorNotFound
from msolemu.modules.adsync.services import ADSyncCall
from msolemu.modules.adsync.types import ConnectorShown
from msolemu.sync.cycle import Connector, Side
from msolemu.sync.run_profile import RunProfile

KINDS = {Side.FOREST: "AD", Side.CLOUD: "Extensible2"}
SUBTYPES = {Side.FOREST: "", Side.CLOUD: "Windows Azure Active Directory (Microsoft)"}

get_adsync_connector = Cmdlet(
    "Get-ADSyncConnector",
    "Shows the connectors of the synchronization server.",
    output=ConnectorShown,
    error_owner="GetADSyncConnector",
    examples={"Get-ADSyncConnector": "Shows both connectors."},
)


@get_adsync_connector.parameter_set("All", default=True)
def listed(call: ADSyncCall) -> Output[ConnectorShown]:
    """There are two: one to the forest, one to the tenant."""
    yield from map(shown, call.services.server.connectors())


@get_adsync_connector.parameter_set("Name")
def named(call: ADSyncCall, name: Annotated[str, Parameter("The connector's name.")]) -> Output[ConnectorShown]:
    """The connector of a name."""
    found = [one for one in call.services.server.connectors() if one.name.lower() == name.lower()]
    if not found:
        raise ConnectorNotFound(name)
    yield from map(shown, found)


@get_adsync_connector.parameter_set("Identifier")
def identified(
    call: ADSyncCall, identifier: Annotated[UUID, Parameter("The connector's id.")]
) -> Output[ConnectorShown]:
    """The connector of an id."""
    found = [one for one in call.services.server.connectors() if one.identifier == identifier]
    if not found:
        raise ConnectorNotFound(str(identifier))
    yield from map(shown, found)


def shown(connector: Connector) -> ConnectorShown:
    """A connector as the cmdlet prints it."""
    profiles = [profile.value for profile in RunProfile]
    kind = KINDS[connector.side]
    return ConnectorShown(connector.name, connector.identifier, kind, kind, SUBTYPES[connector.side], profiles)
