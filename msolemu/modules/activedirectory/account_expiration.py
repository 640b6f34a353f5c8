"""Set-ADAccountExpiration, Clear-ADAccountExpiration."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.directory.forest.directory import ForestDirectory
from msolemu.directory.forest.objects import ForestEntry
from msolemu.directory.forest.times import NOT_SET, file_time
from msolemu.modules.activedirectory.account import READ_ACCOUNTS
from msolemu.modules.activedirectory.changing import applied, changed
from msolemu.modules.activedirectory.identity import Identity
from msolemu.modules.activedirectory.parameters import Changing
from msolemu.modules.activedirectory.services import ADCall
from msolemu.runtime.types.date_time import DateTime
from msolemu.runtime.types.time_span import TimeSpan
from msolemu.runtime.values.objects import PSCustomObject

EXPIRES = "accountexpires"

set_ad_account_expiration = Cmdlet(
    "Set-ADAccountExpiration",
    "Says when an account of the on-premises directory expires.",
    error_owner="SetADAccountExpiration",
    should_process=True,
    examples={"Set-ADAccountExpiration rfields -TimeSpan 30.00:00:00": "Lets an account expire in 30 days."},
)


@set_ad_account_expiration.parameter_set()
def expiring(
    call: ADCall,
    identity: Identity,
    changing: Changing,
    date_time: Annotated[DateTime | None, Parameter("When.", position=1, nullable=True)] = None,
    time_span: Annotated[TimeSpan | None, Parameter("In how much time.", type="System.TimeSpan")] = None,
) -> Output[PSCustomObject]:
    """Without a time the account never expires."""

    def apply(forest: ForestDirectory, entry: ForestEntry) -> ForestEntry:
        when = None if date_time is None else date_time.to_datetime()
        if time_span is not None:
            when = forest.now + timedelta(microseconds=time_span.ticks // 10)
        return forest.change(entry, {EXPIRES: (NOT_SET if when is None else file_time(when),)})

    yield from applied(call, READ_ACCOUNTS, identity, changing, apply)


clear_ad_account_expiration = Cmdlet(
    "Clear-ADAccountExpiration",
    "Lets an account of the on-premises directory never expire.",
    error_owner="ClearADAccountExpiration",
    should_process=True,
    examples={"Clear-ADAccountExpiration rfields": "Lets an account be there for ever."},
)


@clear_ad_account_expiration.parameter_set()
def lasting(call: ADCall, identity: Identity, changing: Changing) -> Output[PSCustomObject]:
    """An account that never expires stays so."""
    yield from changed(call, READ_ACCOUNTS, identity, changing, lambda _: {EXPIRES: (NOT_SET,)})
