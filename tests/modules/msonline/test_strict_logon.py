"""Connecting where names and passwords are real."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from msolemu.bootstrap import Emulator, Settings, build
from msolemu.foundation.identifiers import RandomIds
from msolemu.host.capture import CaptureHost
from tests.shell import MOMENT

DENIED = "Access Denied. You do not have permissions to call this cmdlet."
WRONG = "The user name or password is incorrect. Verify your user name, and then type your password again."
CREDENTIAL = (
    "function cred($user, $password) "
    "{ [pscredential]::new($user, (ConvertTo-SecureString $password -AsPlainText -Force)) }"
)


class Session:
    """A session on a workspace with strict logon; `admin` is the administrator's password."""

    def __init__(
        self, folder: Path | None = None, answers: list[str] | None = None, *, connected: bool = False
    ) -> None:
        self.answers: list[str] = []
        self.host = CaptureHost(answers=self.answers)
        settings = Settings(folder, at=MOMENT, seed="contoso", connected=connected)
        self.emulator: Emulator = build(settings, self.host, ids=RandomIds(1))
        self.admin = ""

    def make_strict(self) -> None:
        """Demand passwords from now on."""
        _, self.admin = self.emulator.lab.demand_logon()
        self.run(CREDENTIAL)

    def run(self, text: str) -> str:
        """What a text shows, errors too."""
        shown = len(self.host.screen)
        self.emulator.run(text)
        return self.host.screen[shown:].strip()

    def connect(self, upn: str, password: str) -> str:
        """What connecting shows."""
        return self.run(f"Connect-MsolService -Credential (cred {upn} '{password}')")

    def connect_administrator(self) -> str:
        """What connecting as the administrator shows."""
        return self.connect("admin@contoso.onmicrosoft.com", self.admin)


@pytest.fixture
def session() -> Iterator[Session]:
    """One in memory."""
    made = Session()
    with made.emulator:
        made.make_strict()
        yield made


def test_a_wrong_name_or_password_does_not_connect(session: Session) -> None:
    for upn, password in (("nobody@contoso.com", session.admin), ("admin@contoso.onmicrosoft.com", "wrong")):
        assert WRONG in session.connect(upn, password)
    assert "You must call the Connect-MsolService" in session.run("Get-MsolDomain")
    assert session.run("$Error[1].FullyQualifiedErrorId").endswith(
        ",Microsoft.Online.Administration.Automation.ConnectMsolService"
    )


def test_tokens_and_nobody_to_ask_do_not_connect(session: Session) -> None:
    for line in ("Connect-MsolService", "Connect-MsolService -AdGraphAccessToken abc"):
        assert "Authentication Error: Unexpected authentication failure." in session.run(line)


def test_the_administrator_may_change_everything(session: Session) -> None:
    assert session.connect_administrator() == ""
    assert session.run("Set-MsolUser -UserPrincipalName adele.abbott@contoso.com -UsageLocation GB") == ""
    assert session.run("(Get-MsolUser -UserPrincipalName adele.abbott@contoso.com).UsageLocation") == "GB"


def test_who_signs_in_is_the_one_who_cannot_remove_itself(session: Session) -> None:
    session.connect_administrator()
    session.run("New-MsolUser -UserPrincipalName second@contoso.com -DisplayName Second -Password Passw0rd1 | Out-Null")
    session.run("Add-MsolRoleMember -RoleName 'Company Administrator' -RoleMemberEmailAddress second@contoso.com")
    session.connect("second@contoso.com", "Passw0rd1")
    assert session.run("Remove-MsolUser -UserPrincipalName second@contoso.com -Force") != ""
    assert session.run("Remove-MsolUser -UserPrincipalName admin@contoso.onmicrosoft.com -Force") == ""
    assert session.run("Get-MsolUser -MaxResults 1 | Out-Null") == ""


def test_a_helpdesk_administrator_changes_passwords_and_nothing_else(session: Session) -> None:
    session.connect_administrator()
    for name in ("help", "plain"):
        session.run(f"New-MsolUser -UserPrincipalName {name}@contoso.com -DisplayName x -Password Passw0rd1 | Out-Null")
    session.run("Add-MsolRoleMember -RoleName 'Helpdesk Administrator' -RoleMemberEmailAddress help@contoso.com")
    assert session.connect("help@contoso.com", "Passw0rd1") == ""
    assert (
        session.run("Set-MsolUserPassword -UserPrincipalName plain@contoso.com -NewPassword Secret99x") == "Secret99x"
    )
    for line in (
        "Set-MsolUserPassword -UserPrincipalName admin@contoso.onmicrosoft.com -NewPassword Secret99x",
        "Set-MsolUser -UserPrincipalName plain@contoso.com -City Oslo",
        "Remove-MsolUser -UserPrincipalName plain@contoso.com -Force",
        "New-MsolGroup -DisplayName x",
        "Set-MsolDirSyncFeature -Feature DuplicateUPNResiliency -Enable $true -Force",
    ):
        assert DENIED in session.run(line), line
    assert "AccessDeniedException" in session.run("$Error[0].FullyQualifiedErrorId")


def test_a_role_of_a_group_counts_for_its_members(session: Session) -> None:
    session.connect_administrator()
    for name in ("help", "plain"):
        session.run(f"New-MsolUser -UserPrincipalName {name}@contoso.com -DisplayName x -Password Passw0rd1 | Out-Null")
    session.run(
        "$desk = New-MsolGroup -DisplayName 'Service Desk'; Add-MsolGroupMember -GroupObjectId $desk.ObjectId "
        "-GroupMemberObjectId (Get-MsolUser -UserPrincipalName help@contoso.com).ObjectId; "
        "Add-MsolForeignGroupToRole -RoleObjectId (Get-MsolRole -RoleName 'Helpdesk Administrator').ObjectId "
        "-ForeignCompanyObjectId (Get-MsolCompanyInformation).ObjectId -ForeignGroupObjectId $desk.ObjectId"
    )
    session.connect("help@contoso.com", "Passw0rd1")
    reset = "Set-MsolUserPassword -UserPrincipalName plain@contoso.com -NewPassword Secret99x"
    assert session.run(reset) == "Secret99x"
    assert DENIED in session.run("Set-MsolUser -UserPrincipalName plain@contoso.com -City Oslo")


def test_an_ordinary_user_reads_and_changes_nothing(session: Session) -> None:
    session.connect_administrator()
    session.run("New-MsolUser -UserPrincipalName plain@contoso.com -DisplayName x -Password Passw0rd1 | Out-Null")
    session.connect("plain@contoso.com", "Passw0rd1")
    assert int(session.run("(Get-MsolUser -All).Count")) > 200
    assert DENIED in session.run("Set-MsolUser -UserPrincipalName plain@contoso.com -City Oslo")
    assert DENIED in session.run("New-MsolAdministrativeUnit -DisplayName x")


def test_a_terminal_is_asked_for_name_and_password(session: Session) -> None:
    session.answers += ["admin@contoso.onmicrosoft.com", session.admin]
    assert "User: admin@contoso.onmicrosoft.com" in session.run("Connect-MsolService")
    assert session.run("(Get-MsolDomain).Count") == "4"


def test_strict_logon_lasts_and_starting_connected_does_nothing(tmp_path: Path) -> None:
    first = Session(tmp_path / "lab")
    with first.emulator:
        first.make_strict()
        first.connect_administrator()
        first.run("New-MsolUser -UserPrincipalName ann@contoso.com -DisplayName Ann -Password Passw0rd1 | Out-Null")
    again = Session(tmp_path / "lab", connected=True)
    with again.emulator:
        assert "--connected does nothing here" in again.run("Get-MsolDomain")
        again.run(CREDENTIAL)
        assert again.connect("ann@contoso.com", "Passw0rd1") == ""
        assert DENIED in again.run("New-MsolGroup -DisplayName x")
