"""Commands of this module that would reach outside: their parameters bind, and are then refused by name.

The parameters, with the reason, stand in `msolemu.cmdlets.refused_parameters`.
"""

from __future__ import annotations

from msolemu.cmdlets.declaration import Cmdlet
from msolemu.modules.utility.parameters import UtilityCall
from msolemu.runtime.errors.records import not_emulated

NETWORK = "Is refused: msolemu opens no network connection."

invoke_web_request = Cmdlet(
    "Invoke-WebRequest",
    NETWORK,
    aliases=("iwr", "curl"),
    examples={"try { Invoke-WebRequest http://contoso.com } catch { 'refused' }": "Is refused."},
)


@invoke_web_request.parameter_set("StandardMethod", default=True)
def web_request(call: UtilityCall) -> None:
    """Pages of the web cannot be read from a lab."""
    raise not_emulated("CommandNotEmulated", call.cmdlet.name)


invoke_rest_method = Cmdlet(
    "Invoke-RestMethod",
    NETWORK,
    aliases=("irm",),
    examples={"try { Invoke-RestMethod http://contoso.com } catch { 'refused' }": "Is refused."},
)


@invoke_rest_method.parameter_set("StandardMethod", default=True)
def rest_method(call: UtilityCall) -> None:
    """Services of the web cannot be called from a lab."""
    raise not_emulated("CommandNotEmulated", call.cmdlet.name)


wait_debugger = Cmdlet(
    "Wait-Debugger",
    "Is refused: there is no debugger.",
    examples={"try { Wait-Debugger } catch { 'refused' }": "Is refused."},
)


@wait_debugger.parameter_set()
def debugger(call: UtilityCall) -> None:
    """Scripts cannot be stepped through."""
    raise not_emulated("DebuggerNotEmulated", call.cmdlet.name)
