"""Get-ExecutionPolicy, Set-ExecutionPolicy."""

from __future__ import annotations

import enum
from typing import Annotated

from msolemu.cmdlets.call import Call
from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.runtime.types.registry import net_enum
from msolemu.runtime.values.objects import PSCustomObject, Value


@net_enum("Microsoft.PowerShell.ExecutionPolicy")
class ExecutionPolicy(enum.Enum):
    """Which scripts may run."""

    Unrestricted = 0
    RemoteSigned = 1
    AllSigned = 2
    Restricted = 3
    Default = 3  # noqa: PIE796  the name that stands for the default of clients
    Bypass = 4
    Undefined = 5


@net_enum("Microsoft.PowerShell.ExecutionPolicyScope")
class ExecutionPolicyScope(enum.Enum):
    """For whom a policy holds."""

    Process = 0
    CurrentUser = 1
    LocalMachine = 2
    UserPolicy = 3
    MachinePolicy = 4


ORDER = (
    ExecutionPolicyScope.MachinePolicy,
    ExecutionPolicyScope.UserPolicy,
    ExecutionPolicyScope.Process,
    ExecutionPolicyScope.CurrentUser,
    ExecutionPolicyScope.LocalMachine,
)


class Policies(dict[ExecutionPolicyScope, ExecutionPolicy]):
    """The policies that were set."""


get_execution_policy = Cmdlet(
    "Get-ExecutionPolicy",
    "Tells which scripts may run.",
    output=ExecutionPolicy,
    examples={"Get-ExecutionPolicy": "Gives the policy; every script runs in a lab."},
)


def policy(call: Call[None], scope: ExecutionPolicyScope) -> ExecutionPolicy:
    """The policy of one scope: what was set, else nothing but the machine's."""
    found = call.session.state(Policies).get(scope)
    if found is not None:
        return found
    machine = scope is ExecutionPolicyScope.LocalMachine
    return ExecutionPolicy.Unrestricted if machine else ExecutionPolicy.Undefined


@get_execution_policy.parameter_set()
def get(
    call: Call[None],
    scope: Annotated[ExecutionPolicyScope | None, Parameter("Of which scope.", position=0, from_property=True)] = None,
    list_: Annotated[Switch, Parameter("Of all scopes.")] = False,
) -> Output[Value]:
    """The policy is kept, and changes nothing: scripts always run."""
    if list_:
        for one in ORDER:
            yield PSCustomObject((("Scope", one), ("ExecutionPolicy", policy(call, one))))
        return
    if scope is not None:
        yield policy(call, scope)
        return
    found = (policy(call, one) for one in ORDER)
    yield next(one for one in found if one is not ExecutionPolicy.Undefined)


set_execution_policy = Cmdlet(
    "Set-ExecutionPolicy",
    "Says which scripts may run.",
    should_process=True,
    examples={"Set-ExecutionPolicy RemoteSigned -Scope Process -Force": "Keeps the policy."},
)


@set_execution_policy.parameter_set()
def set_(
    call: Call[None],
    execution_policy: Annotated[ExecutionPolicy, Parameter("The policy.", position=0, from_pipeline=True)],
    scope: Annotated[
        ExecutionPolicyScope, Parameter("For whom.", position=1, from_property=True)
    ] = ExecutionPolicyScope.LocalMachine,
    force: Annotated[Switch, Parameter("Does not ask; nobody is asked here.")] = False,
) -> None:
    """The policy is kept for the session, and changes nothing: scripts always run."""
    if call.should_process(execution_policy.name, "Set-ExecutionPolicy"):
        call.session.state(Policies)[scope] = execution_policy
