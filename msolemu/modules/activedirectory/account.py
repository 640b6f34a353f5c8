"""Search-ADAccount, Enable-ADAccount, Disable-ADAccount, Unlock-ADAccount."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.directory.forest.account_control import DISABLED, LOCKED_OUT, PASSWORD_EXPIRED, PASSWORD_NEVER_EXPIRES
from msolemu.directory.forest.objects import ForestEntry, Values
from msolemu.directory.forest.shown import CONTROL_COMPUTED
from msolemu.directory.forest.times import NEVER, NOT_SET, file_time
from msolemu.directory.query import (
    And,
    BitsAll,
    Equals,
    Everything,
    GreaterOrEqual,
    LessOrEqual,
    Not,
    Or,
    Predicate,
    Present,
)
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.activedirectory.attributes import ACCOUNT_CONTROL, ACCOUNT_DEFAULTS, ACCOUNTS
from msolemu.modules.activedirectory.changes import AccountChanges
from msolemu.modules.activedirectory.changing import changed
from msolemu.modules.activedirectory.identity import Identity
from msolemu.modules.activedirectory.parameters import Changing, Searching, SearchingAccounts
from msolemu.modules.activedirectory.reading import Reading
from msolemu.modules.activedirectory.services import ADCall
from msolemu.modules.activedirectory.types import AD_ACCOUNT
from msolemu.modules.activedirectory.writing import word_of
from msolemu.runtime.types.date_time import DateTime
from msolemu.runtime.types.time_span import TimeSpan
from msolemu.runtime.values.objects import PSCustomObject

COMPUTER = Equals("objectclass", "computer")
READ_ACCOUNTS = Reading("user", Equals("objectclass", "user"), ACCOUNT_DEFAULTS, ACCOUNTS, AD_ACCOUNT)
CONTROL, EXPIRES, LAST_LOGON = ACCOUNT_CONTROL.lower(), "accountexpires", "lastlogontimestamp"
EXPIRING_WITHIN, INACTIVE_FOR = timedelta(days=10), timedelta(days=15)

search_ad_account = Cmdlet(
    "Search-ADAccount",
    "Finds accounts of users and computers by their state.",
    error_owner="SearchADAccount",
    examples={
        "Search-ADAccount -AccountDisabled -UsersOnly | Format-Table Name": "Finds disabled users.",
        "Search-ADAccount -AccountInactive -TimeSpan 90.00:00:00": "Finds who has not signed in for 90 days.",
    },
)


@dataclass(frozen=True, slots=True)
class Limit:
    """A point in time, given itself or by its distance from now."""

    date_time: Annotated[DateTime | None, Parameter("The point in time.", nullable=True)] = None
    time_span: Annotated[TimeSpan | None, Parameter("How far it is from now.", type="System.TimeSpan")] = None

    def distance(self, usual: timedelta) -> timedelta:
        """How far from now, where no point in time was given."""
        return usual if self.time_span is None else timedelta(microseconds=self.time_span.ticks // 10)


@search_ad_account.parameter_set("AccountDisabled")
def disabled_ones(
    call: ADCall, account_disabled: Annotated[Switch, Parameter("Those that are disabled.")], where: SearchingAccounts
) -> Output[PSCustomObject]:
    """What is looked for is said by one of seven switches; users and computers are found, unless one kind is asked for.

    An account is inactive when it last signed in 15 days ago, or never; it expires soon when it is within 10 days.
    -TimeSpan and -DateTime set other limits.
    """
    return _found(call, BitsAll(CONTROL, DISABLED), where)


@search_ad_account.parameter_set("AccountExpired")
def expired_ones(
    call: ADCall, account_expired: Annotated[Switch, Parameter("Those that have expired.")], where: SearchingAccounts
) -> Output[PSCustomObject]:
    """Finds accounts that have expired."""
    return _found(call, And((_expires(), LessOrEqual(EXPIRES, _now(call)))), where)


@search_ad_account.parameter_set("AccountExpiring")
def expiring_ones(
    call: ADCall,
    account_expiring: Annotated[Switch, Parameter("Those that expire soon.")],
    limit: Limit,
    where: SearchingAccounts,
) -> Output[PSCustomObject]:
    """Finds accounts that expire before a point in time, and have not yet."""
    until = _point(call, limit, limit.distance(EXPIRING_WITHIN))
    soon = And((_expires(), GreaterOrEqual(EXPIRES, _now(call)), LessOrEqual(EXPIRES, until)))
    return _found(call, soon, where)


@search_ad_account.parameter_set("AccountInactive")
def inactive_ones(
    call: ADCall,
    account_inactive: Annotated[Switch, Parameter("Those that nobody has used for some time.")],
    limit: Limit,
    where: SearchingAccounts,
) -> Output[PSCustomObject]:
    """Finds accounts that did not sign in since a point in time."""
    since = _point(call, limit, -limit.distance(INACTIVE_FOR))
    return _found(call, Or((Not(Present(LAST_LOGON)), LessOrEqual(LAST_LOGON, since))), where)


@search_ad_account.parameter_set("LockedOut")
def locked_ones(
    call: ADCall, locked_out: Annotated[Switch, Parameter("Those that are locked.")], where: SearchingAccounts
) -> Output[PSCustomObject]:
    """Finds accounts that wrong passwords have locked."""
    return _found(call, BitsAll(CONTROL_COMPUTED, LOCKED_OUT), where)


@search_ad_account.parameter_set("PasswordExpired")
def with_expired_password(
    call: ADCall,
    password_expired: Annotated[Switch, Parameter("Those whose password has expired.")],
    where: SearchingAccounts,
) -> Output[PSCustomObject]:
    """Finds accounts whose password has expired, or must be changed at the next logon."""
    return _found(call, BitsAll(CONTROL_COMPUTED, PASSWORD_EXPIRED), where)


@search_ad_account.parameter_set("PasswordNeverExpires")
def with_lasting_password(
    call: ADCall,
    password_never_expires: Annotated[Switch, Parameter("Those whose password never expires.")],
    where: SearchingAccounts,
) -> Output[PSCustomObject]:
    """Finds accounts whose password never expires."""
    return _found(call, BitsAll(CONTROL, PASSWORD_NEVER_EXPIRES), where)


def _found(call: ADCall, wanted: Predicate, where: SearchingAccounts) -> Iterator[PSCustomObject]:
    kinds: Predicate = Everything()
    if where.users_only != where.computers_only:
        kinds = COMPUTER if where.computers_only else Not(COMPUTER)
    return READ_ACCOUNTS.searched(
        call,
        And((kinds, wanted)),
        Searching((), where.search_base, where.search_scope, where.result_set_size),
    )


def _expires() -> Predicate:
    return And((Present(EXPIRES), Not(Equals(EXPIRES, NOT_SET)), Not(Equals(EXPIRES, NEVER))))


def _now(call: ADCall) -> str:
    with call.services.unit_of_work() as work:
        return file_time(work.forest.now)


def _point(call: ADCall, limit: Limit, distance: timedelta) -> str:
    if limit.date_time is not None:
        return file_time(limit.date_time.to_datetime())
    with call.services.unit_of_work() as work:
        return file_time(work.forest.now + distance)


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
    changes = AccountChanges(enabled=True)
    return changed(call, READ_ACCOUNTS, identity, changing, lambda entry: changes.attributes(word_of(entry)))


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
    changes = AccountChanges(enabled=False)
    return changed(call, READ_ACCOUNTS, identity, changing, lambda entry: changes.attributes(word_of(entry)))


unlock_ad_account = Cmdlet(
    "Unlock-ADAccount",
    "Unlocks an account that wrong passwords have locked.",
    error_owner="UnlockADAccount",
    should_process=True,
    examples={"Search-ADAccount -LockedOut | Unlock-ADAccount": "Unlocks everybody."},
)


@unlock_ad_account.parameter_set()
def unlocked(call: ADCall, identity: Identity, changing: Changing) -> Output[PSCustomObject]:
    """An account that is not locked stays so."""

    def values(_: ForestEntry) -> dict[str, Values]:
        return {"lockouttime": (NOT_SET,), "badpwdcount": ("0",)}

    return changed(call, READ_ACCOUNTS, identity, changing, values)
