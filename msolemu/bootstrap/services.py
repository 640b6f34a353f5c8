"""What each module's cmdlets are given, made when the module's first cmdlet is read."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from msolemu.cmdlets.discovery import Discovery
from msolemu.cmdlets.module import Module

if TYPE_CHECKING:
    from msolemu.bootstrap.emulator import Emulator
    from msolemu.modules.emulator.services import ConflictSeen
    from msolemu.modules.msonline.services import TenantDirectory

MODULES = (
    "core",
    "utility",
    "management",
    "security",
    "transcription",
    "powershellget",
    "msonline",
    "activedirectory",
    "adsync",
    "emulator",
)


class Services(Mapping[Module, Any]):
    """The modules of a session, each with its services."""

    def __init__(self, makers: Mapping[Module, Callable[[], Any]]) -> None:
        self._makers = makers
        self._made: dict[Module, Any] = {}

    def __getitem__(self, module: Module) -> Any:
        if module not in self._made:
            self._made[module] = self._makers[module]()
        return self._made[module]

    def __iter__(self) -> Iterator[Module]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)


def discovery_for(emulator: Emulator) -> Discovery:
    """All modules, their cmdlets given the services of this emulator."""
    makers = {
        "core": lambda: _core(emulator),
        "utility": lambda: _utility(emulator),
        "powershellget": lambda: _powershellget(emulator),
        "msonline": lambda: _msonline(emulator),
        "activedirectory": lambda: _activedirectory(emulator),
        "adsync": lambda: _adsync(emulator),
        "emulator": lambda: _emulator(emulator),
    }
    modules = {name: importlib.import_module(f"msolemu.modules.{name}").MODULE for name in MODULES}
    return Discovery(Services({module: makers.get(name, _nothing) for name, module in modules.items()}))


def _nothing() -> None:
    """These cmdlets need the session alone."""


def _core(emulator: Emulator) -> Any:
    from msolemu.modules.core.services import CoreServices

    return CoreServices(emulator.discovery)


def _utility(emulator: Emulator) -> Any:
    from msolemu.modules.utility.services import OutgoingMail, UtilityServices

    def deliver(mail: OutgoingMail) -> None:
        from msolemu.mail.message import Message

        emulator.lab.mailbox.deliver(
            Message(
                mail.sender,
                mail.recipients,
                mail.subject,
                emulator.time.now(),
                mail.body,
                html=mail.html,
                copies=mail.copies,
                blind_copies=mail.blind_copies,
                reply_to=mail.reply_to,
                attachments=mail.attachments,
                priority=mail.priority,
            )
        )

    return UtilityServices(deliver)


def _powershellget(emulator: Emulator) -> Any:
    from msolemu.modules.powershellget.services import GetServices

    return GetServices(lambda: emulator.discovery.modules)


def _msonline(emulator: Emulator) -> Any:
    from msolemu.modules.msonline.services import Connection, MsolServices

    lab = emulator.lab
    strict = lab.settings.strict_logon
    if strict and emulator.settings.connected:
        emulator.notice("--connected does nothing here: this workspace wants Connect-MsolService with a password.")
    connection = Connection(connected=emulator.settings.connected and not strict)

    def main_tenant() -> TenantDirectory:
        return lab.tenant() if connection.account is None else lab.tenant().for_account(connection.account)

    return MsolServices(connection, main_tenant, lab.tenant().logon.account if strict else None)


def _activedirectory(emulator: Emulator) -> Any:
    from msolemu.modules.activedirectory.services import ActiveDirectoryServices

    return ActiveDirectoryServices(emulator.lab.forest_work)


def _adsync(emulator: Emulator) -> Any:
    from msolemu.modules.adsync.services import ADSyncServices

    return ADSyncServices(emulator.lab.server)


def _emulator(emulator: Emulator) -> Any:
    from msolemu.modules.emulator.services import EmulatorServices

    lab = emulator.lab
    return EmulatorServices(
        emulator.time,
        emulator.switches,
        lab.mailbox.messages,
        lab.read_forest,
        lambda: _conflicts(emulator),
        emulator.states,
    )


def _conflicts(emulator: Emulator) -> Iterator[ConflictSeen]:
    from msolemu.directory.tenant.service import described
    from msolemu.modules.emulator.services import ConflictSeen

    for waiting in emulator.lab.tenant().conflicts():
        yield ConflictSeen(
            waiting.entry.property_name,
            waiting.entry.value,
            described(waiting.holder),
            waiting.holder.object_type if waiting.holder else "",
            described(waiting.loser),
            waiting.loser.object_type,
            waiting.entry.since,
            waiting.heals_by_itself,
        )
