"""What would reach another computer is refused, and the refusal names the service."""

from __future__ import annotations

import pytest

from tests.shell import error, output

EXCHANGE = "-ConfigurationName Microsoft.Exchange -ConnectionUri https://outlook.office365.com/powershell-liveid"


@pytest.mark.parametrize(
    ("command", "service"),
    [
        (f"New-PSSession {EXCHANGE} -Authentication Basic -AllowRedirection", "Exchange Online"),
        (
            "New-PSSession -ConnectionUri https://admin0a.online.lync.com/OcsPowershellLiveId",
            "Skype for Business Online",
        ),
        ("New-PSSession dc1", "the computer 'dc1'"),
        ("Enter-PSSession dc1", "the computer 'dc1'"),
        ("Import-PSSession $session -AllowClobber", "Exchange Online"),
        ("Invoke-Command -Session $session -ScriptBlock { 1 }", "Exchange Online"),
        (f"Invoke-Command {EXCHANGE} -ScriptBlock {{ 1 }} -HideComputerName", "Exchange Online"),
    ],
)
def test_the_service_is_named(command: str, service: str) -> None:
    assert service in error(command)


def test_there_are_no_sessions_to_list_or_to_close() -> None:
    assert output("Get-PSSession; Get-PSSession | Remove-PSSession; Remove-PSSession -Id 1; Exit-PSSession; 'on'") == [
        "on"
    ]


def test_help_needs_no_fetching() -> None:
    assert output("Update-Help 3>&1 | ForEach-Object Message") == ["Help is part of msolemu. Nothing was downloaded."]
    assert output("Save-Help -LiteralPath . -Force 3>&1 | Measure-Object | ForEach-Object Count") == ["1"]


def test_limits_of_a_session_configuration_can_be_looked_at() -> None:
    script = "New-PSTransportOption -IdleTimeoutSec 60 -OutputBufferingMode Drop | ForEach-Object IdleTimeoutSec"
    assert output(script) == ["60"]
