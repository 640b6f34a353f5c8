"""Enable-ADAccount, Disable-ADAccount."""

from __future__ import annotations

from collections.abc import Iterator

from msolemu.cmdlets.declaration import Cmdlet, Output
from msolemu.directory.forest.account_control import NORMAL_ACCOUNT
from msolemu.modules.activedirectory.attributes import ACCOUNT_CONTROL
from msolemu.modules.activedirectory.changes import AccountChanges
from msolemu.modules.activedirectory.identity import Identity, identity_text
from msolemu.modules.activedirectory.parameters import Changing
from msolemu.modules.activedirectory.services import ADCall
from msolemu.modules.activedirectory.user import READ_USERS
from msolemu.runtime.values.objects import PSCustomObject, Value

enable_ad_account = Cmdlet(
    "Enable-ADAccount",
    "Lets an account of the on-premises directory sign in.",
    error_owner="EnableADAccount",
    should_process=True,
    examples={"Enable-ADAccount -Identity rfields": "Enables an account."},
)


@enable_ad_account.parameter_set()
def enabled(call: ADCall, identity: Identity, changing: Changing) -> Output[PSCustomObject]:
    """An account that is enabled stays so."""
    yield from _set_enabled(call, identity, changing, enabled=True)


disable_ad_account = Cmdlet(
    "Disable-ADAccount",
    "Keeps an account of the on-premises directory from signing in.",
    error_owner="DisableADAccount",
    should_process=True,
    examples={"Disable-ADAccount -Identity rfields": "Disables an account."},
)


@disable_ad_account.parameter_set()
def disabled(call: ADCall, identity: Identity, changing: Changing) -> Output[PSCustomObject]:
    """An account that is disabled stays so."""
    yield from _set_enabled(call, identity, changing, enabled=False)


def _set_enabled(call: ADCall, identity: Value, changing: Changing, *, enabled: bool) -> Iterator[PSCustomObject]:
    with call.services.unit_of_work() as work:
        entry = work.forest.find(identity_text(identity), "user")
        if not call.should_process(entry.distinguished_name, "Set"):
            return
        control = int(entry.first(ACCOUNT_CONTROL.lower()) or NORMAL_ACCOUNT)
        entry = work.forest.change(entry, AccountChanges(enabled=enabled).attributes(control))
        work.commit()
    if changing.pass_thru:
        yield READ_USERS.shown(entry)
