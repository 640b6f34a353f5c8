"""The workspace at work: directories, synchronization, clock, switches and mail over one store."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msolemu.bootstrap.faults import WorkspaceFault, workspace_fault
from msolemu.compat.catalogue import Profile
from msolemu.directory.forest.directory import ForestDirectory
from msolemu.directory.forest.importer import import_ldif
from msolemu.directory.seed import seed
from msolemu.directory.seeds.catalogue import EMPTY, NUMBER, seed_named
from msolemu.directory.tenant.service import TenantService
from msolemu.directory.tenant.transactions import Transactions
from msolemu.foundation.clock import SteppedClock
from msolemu.foundation.dataclass import dataclass, replace
from msolemu.foundation.identifiers import RandomIds
from msolemu.host.environment import folders_of_drive, user_name
from msolemu.mail.folder import Mailbox, MailFolder, MemoryMailbox
from msolemu.mail.message import report_message
from msolemu.reports.synchronization_errors import synchronization_errors
from msolemu.store.database import Database
from msolemu.store.errors import StoreError
from msolemu.store.unit_of_work import Reading, SyncUnitOfWork, UnitOfWork
from msolemu.store.workspace import SETTINGS, LabSettings, Workspace
from msolemu.sync.connected_forest import ConnectedForest
from msolemu.sync.connected_tenant import ConnectedTenant
from msolemu.sync.cycle import SyncServer, begin_synchronized
from msolemu.sync.schedule import Schedule
from msolemu.sync.server_state import SyncSpace, settings_of

if TYPE_CHECKING:
    from msolemu.compat.known_issue import KnownIssueSet
    from msolemu.foundation.clock import LabClock
    from msolemu.foundation.identifiers import IdSource
    from msolemu.sync.run_history import RunResult

Notice = Callable[[str], None]
DRIVES = "drives"
MAIL = "mail"


class ForestWork(UnitOfWork):
    """A transaction as the cmdlets for the forest want it."""

    def __init__(self, lab: Lab) -> None:
        super().__init__(lab.workspace, workspace_fault)
        self._lab = lab

    @cached_property
    def forest(self) -> ForestDirectory:
        """The forest as this transaction sees it."""
        return ForestDirectory(self.directory, self._lab.clock.now(), self._lab.ids)


@dataclass(frozen=True, slots=True)
class InStep:
    """What a new workspace's first cycle works on, in the transaction that fills it."""

    space: SyncSpace
    forest: ConnectedForest
    tenant: ConnectedTenant


class Lab:
    """Everything that a session works on. Without a folder it lives in memory.

    `notice` tells the user what the store has to say: for whom it waits, what it has put aside.
    """

    def __init__(
        self,
        folder: Path | None,
        clock: LabClock,
        ids: IdSource,
        issues: Callable[[], KnownIssueSet],
        notice: Notice,
        new_holds: str = EMPTY,
    ) -> None:
        self.clock, self.ids, self.issues = clock, ids, issues
        self._temporary: Path | None = None
        try:
            database = Database.in_memory() if folder is None else Database.in_folder(folder, notice, notice)
        except StoreError as error:
            raise workspace_fault(error) from error
        self.workspace = Workspace(database)
        self.mailbox: Mailbox = MemoryMailbox() if folder is None else MailFolder(folder / MAIL)
        self._tenant = TenantService(Transactions(self.work, issues, clock, ids, look=self.look))
        self.server = SyncServer(self.sync_work, clock, ids, self._after_export)
        self.schedule = Schedule(self.server, self._tenant.sweep)
        self._fill_new(new_holds)

    def _fill_new(self, named: str) -> None:
        with self.work() as work:
            if self.workspace.is_new:
                self.begin_anew(work, named)
                on = Profile.DOCUMENTED.issues().on
                self.workspace.settings.put(SETTINGS, LabSettings(self.clock.now(), known_issues=on, seed=named))
                work.commit()

    def begin_anew(self, work: UnitOfWork, named: str) -> None:
        """What every new workspace holds, and what its seed adds; raises UnknownSeed."""
        now = self.clock.now()
        ids = self.ids if named == EMPTY else RandomIds(NUMBER)
        seed(work.directory, now, ids)
        sown = seed_named(named)
        sown.fill(work.directory, now, ids)
        settings_of(self.workspace.space, ids, now)
        if sown.last_cycle is not None:
            at = now - sown.last_cycle
            tenant = ConnectedTenant(work.directory, self.issues(), ids, at)
            connected = InStep(self.workspace.space, ConnectedForest(work.directory), tenant)
            begin_synchronized(connected, SteppedClock(at), ids)

    # transactions

    def work(self) -> UnitOfWork:
        """A transaction on both directories."""
        return UnitOfWork(self.workspace, workspace_fault)

    def look(self) -> Reading:
        """A look at both directories."""
        return Reading(self.workspace, workspace_fault)

    def forest_work(self) -> ForestWork:
        """A transaction on the forest."""
        return ForestWork(self)

    def sync_work(self) -> SyncUnitOfWork:
        """A transaction of the synchronization server."""
        return SyncUnitOfWork(
            self.workspace,
            ConnectedForest,
            lambda state: ConnectedTenant(state, self.issues(), self.ids, self.clock.now()),
            workspace_fault,
        )

    # what cmdlets and commands use

    def tenant(self) -> TenantService:
        """The main tenant."""
        return self._tenant

    def read_forest(self, text: str) -> Mapping[str, int]:
        """Import the objects of an LDIF file, all or none; raises DamagedLdif."""
        with self.forest_work() as work:
            counts = import_ldif(work.forest, text)
            work.commit()
        return counts

    def demand_logon(self) -> tuple[str, str]:
        """From now on only users of the tenant connect, with their passwords.

        Tells the name of the company administrator, and the password that was drawn for it.
        """
        administrator = self._tenant.accounts.administrator()
        assert administrator is not None, "every new workspace has one"
        with self.work() as work:
            given = self._tenant.logon.give_password(administrator)
            self.workspace.settings.put(SETTINGS, replace(self.settings, strict_logon=True))
            work.commit()
        return given

    def contents(self) -> list[tuple[str, str]]:
        """What the workspace holds, as labels and texts."""
        with self.work() as work:
            state = work.directory
            counted = (state.users, state.groups, state.contacts, state.entries, self.workspace.space.runs)
            company = self._tenant.company
            return [
                ("Folder", str(self.workspace.folder or "none: it lives in memory")),
                ("Made", f"{self.settings.created:%Y-%m-%d %H:%M} UTC"),
                ("Tenant", f"{company.display_name} ({company.initial_domain})"),
                ("Forest", ", ".join(forest.name for forest in state.forests)),
                *((one.name.capitalize(), str(len(one))) for one in counted),
                ("Messages", str(len(self.mailbox.messages()))),
            ]

    @property
    def settings(self) -> LabSettings:
        """What the lab remembers of itself."""
        found = self.workspace.settings.get(SETTINGS)
        assert found is not None, "a workspace has settings from its beginning"
        return found

    def remember(self, change: Callable[[LabSettings], LabSettings]) -> None:
        """Keep changed settings."""
        with self.work() as work:
            self.workspace.settings.put(SETTINGS, change(self.settings))
            work.commit()

    def _after_export(self, result: RunResult) -> None:
        self._tenant.note_synchronization(result.ended)
        company = self._tenant.company
        report = synchronization_errors(result, company.display_name, company.initial_domain)
        if report is not None and company.technical_notification_emails:
            self.mailbox.deliver(report_message(report, company.technical_notification_emails, result.ended))

    # the emulated drives

    def drives(self) -> Path:
        """The folder of the emulated drives, with the folders that Windows has on `C:`."""
        folder = self.workspace.folder
        if folder is None:
            import tempfile

            folder = self._temporary = Path(tempfile.mkdtemp(prefix="msolemu-"))
        for path in folders_of_drive(user_name(os.environ)):
            (folder / DRIVES / "C" / path).mkdir(parents=True, exist_ok=True)
        return folder / DRIVES

    def close(self) -> None:
        """Remove what was only lent; fold the journal in, if it is time for it, now that nobody waits."""
        with suppress(WorkspaceFault), self.work():
            self.workspace.database.settle()
        if self._temporary is not None:
            import shutil

            shutil.rmtree(self._temporary, ignore_errors=True)
            self._temporary = None
