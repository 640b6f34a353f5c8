"""What every service of a tenant is given: transactions, lab time, ids and the switches of known issues."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from types import TracebackType
from uuid import UUID

from msolemu.compat.known_issue import KnownIssueSet
from msolemu.directory.tenant.objects import TenantObjects
from msolemu.directory.tenant.permissions import Permissions
from msolemu.directory.unit_of_work import DirectoryReader, UnitOfWork
from msolemu.foundation.clock import Clock
from msolemu.foundation.dataclass import dataclass
from msolemu.foundation.identifiers import IdSource


@dataclass(frozen=True)
class Transactions:
    """Opens transactions on one tenant; `issues` is asked anew each time, for the switches may be put at any time.

    `customer` is the id of a tenant that the main one manages; without it the main tenant is meant. `account` is the
    user of the main tenant for whom everything is done; without one nobody asks what may be done. `look` opens what
    only reads; without it, reading is a transaction like any other.
    """

    open: Callable[[], UnitOfWork]
    issues: Callable[[], KnownIssueSet]
    clock: Clock
    ids: IdSource
    customer: UUID | None = None
    account: UUID | None = None
    look: Callable[[], AbstractContextManager[DirectoryReader]] | None = None

    @property
    def now(self) -> datetime:
        """Lab time."""
        return self.clock.now()

    def reading(self) -> AbstractContextManager[TenantObjects]:
        """The tenant's objects as they are now; nothing is kept. Entering raises NotPermitted."""
        return _Reading(self, (self.look or self.open)())

    def readable(self, work: DirectoryReader) -> TenantObjects:
        """The objects that a transaction sees; raises NotPermitted."""
        permissions = self._permissions(work)
        if permissions is not None:
            permissions.demand_reading()
        return self._objects(work)

    @contextmanager
    def changing(self) -> Iterator[TenantObjects]:
        """The tenant's objects; what changes is durable when the block ends, and forgotten when it raises.

        Raises NotPermitted: at once for an account that may change nothing, else for changes that it may not make.
        """
        with self.open() as work:
            permissions = self._permissions(work)
            if permissions is not None:
                permissions.demand_any()
            yield self._objects(work)
            if permissions is not None:
                permissions.demand(work.changes)
            work.commit()

    def _permissions(self, work: DirectoryReader) -> Permissions | None:
        if self.account is None:
            return None
        customer = None if self.customer is None else self._objects(work)
        return Permissions(TenantObjects(work.directory), self.account, customer)

    def _objects(self, work: DirectoryReader) -> TenantObjects:
        state = work.directory
        return TenantObjects(state if self.customer is None else state.customers.of(self.customer))


class _Reading:
    """A look at a tenant; a class, for lookups are many and a generator would cost more than they do."""

    __slots__ = ("_transactions", "_work")

    def __init__(self, transactions: Transactions, work: AbstractContextManager[DirectoryReader]) -> None:
        self._transactions, self._work = transactions, work

    def __enter__(self) -> TenantObjects:
        work = self._work.__enter__()
        try:
            return self._transactions.readable(work)
        except BaseException as error:
            self._work.__exit__(type(error), error, error.__traceback__)
            raise

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._work.__exit__(kind, error, trace)
