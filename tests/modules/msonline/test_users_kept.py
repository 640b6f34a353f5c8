"""What cmdlets change in users is still so when the workspace is opened again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from msolemu.bootstrap import Settings, build
from msolemu.foundation.identifiers import RandomIds
from msolemu.foundation.text import from_units, to_units
from msolemu.host.capture import CaptureHost

AT = datetime(2016, 6, 1, 8, 0, tzinfo=UTC)
Shell = Callable[[str], str]


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """Runs a text in a session of its own over one workspace that begins with the seed contoso."""

    def run(text: str) -> str:
        host = CaptureHost()
        settings = Settings(tmp_path / "lab", at=AT, connected=True, seed="contoso")
        with build(settings, host, ids=RandomIds(1)) as emulator:
            outcome = emulator.run(to_units(text))
        assert not outcome.failed, host.screen
        return from_units(host.screen).strip()

    return run


CHANGES = [
    (
        "New-MsolUser -UserPrincipalName vera@contoso.com -DisplayName Vera -UsageLocation US | Out-Null",
        "(Get-MsolUser -UserPrincipalName vera@contoso.com).UsageLocation",
        "US",
    ),
    (
        "Set-MsolUser -UserPrincipalName priya.reed@contoso.com -City Rome -AlternateEmailAddresses a@b.com",
        "$u = Get-MsolUser -UserPrincipalName priya.reed@contoso.com; $u.City + $u.AlternateEmailAddresses",
        "Romea@b.com",
    ),
    (
        "$type = 'Microsoft.Online.Administration.StrongAuthenticationRequirement'\n"
        "$r = New-Object $type -Property @{ State = 'Enforced' }\n"
        "Set-MsolUser -UserPrincipalName priya.reed@contoso.com -StrongAuthenticationRequirements $r",
        "(Get-MsolUser -UserPrincipalName priya.reed@contoso.com).StrongAuthenticationRequirements.State",
        "Enforced",
    ),
    (
        "Remove-MsolUser -UserPrincipalName priya.reed@contoso.com -Force",
        "(Get-MsolUser -ReturnDeletedUsers -UserPrincipalName priya.reed@contoso.com).SoftDeletionTimestamp.Year",
        "2016",
    ),
    (
        "Restore-MsolUser -UserPrincipalName alan.sato@contoso.co.uk | Out-Null",
        "(Get-MsolUser -UserPrincipalName alan.sato@contoso.co.uk).Licenses.AccountSkuId",
        "contoso:ENTERPRISEPACK",
    ),
    (
        "Set-MsolUserPassword -UserPrincipalName priya.reed@contoso.com | Out-Null",
        "(Get-MsolUser -UserPrincipalName priya.reed@contoso.com).LastPasswordChangeTimestamp.ToString('u')",
        "2016-06-01 08:00:00Z",
    ),
    (
        "Set-MsolUserPrincipalName -UserPrincipalName priya.reed@contoso.com -NewUserPrincipalName pri@contoso.co.uk",
        "(Get-MsolUser -UserPrincipalName pri@contoso.co.uk).DisplayName",
        "Priya Reed",
    ),
    (
        "$o = New-MsolLicenseOptions -AccountSkuId contoso:ENTERPRISEPACK -DisabledPlans SWAY\n"
        "Set-MsolUserLicense -UserPrincipalName priya.reed@contoso.com -RemoveLicenses contoso:EMS -LicenseOptions $o",
        "$l = (Get-MsolUser -UserPrincipalName priya.reed@contoso.com).Licenses; $l.AccountSkuId\n"
        "($l.ServiceStatus | Where-Object ProvisioningStatus -eq Disabled).ServicePlan.ServiceName",
        "contoso:ENTERPRISEPACK\nSWAY",
    ),
    (
        "Reset-MsolStrongAuthenticationMethodByUpn -UserPrincipalName adele.abbott@contoso.com",
        "(Get-MsolUser -UserPrincipalName adele.abbott@contoso.com).StrongAuthenticationMethods.Count",
        "0",
    ),
    (
        "Get-MsolUser -HasErrorsOnly | Redo-MsolProvisionUser",
        "@(Get-MsolUser -HasErrorsOnly).Count",
        "0",
    ),
    (
        "Set-MsolPasswordPolicy -DomainName contoso.com -ValidityPeriod 60 -NotificationDays 10",
        "(Get-MsolPasswordPolicy -DomainName contoso.com).ValidityPeriod",
        "60",
    ),
]


@pytest.mark.parametrize(("change", "read", "expected"), CHANGES)
def test_a_change_is_kept(shell: Shell, change: str, read: str, expected: str) -> None:
    assert shell(change) == ""
    assert shell(read).replace("\r\n", "\n") == expected


def test_users_are_made_of_nothing_too(shell: Shell) -> None:
    text = """
        $u = New-Object Microsoft.Online.Administration.User
        $u.DisplayName = 'Nobody'
        $l = New-Object Microsoft.Online.Administration.UserLicense
        "$($u.DisplayName) $($u.Licenses.Count) $($u.IsLicensed) $($l.ServiceStatus.Count) $($u.UserType)"
        $u -is [Microsoft.Online.Administration.User]
        $v = Get-MsolUser -MaxResults 1
        $v.City = 'Rome'
        $v.City
        [object]::ReferenceEquals($v.Licenses, $v.Licenses)
    """
    assert shell(text).split() == ["Nobody", "0", "False", "0", "Member", "True", "Rome", "True"]


def test_every_property_of_a_user_can_be_read(shell: Shell) -> None:
    text = "Get-MsolUser -All | ForEach-Object { foreach ($p in $_.psobject.Properties) { [void] $p.Value } }; 'done'"
    assert shell(text) == "done"


def test_a_licence_that_a_script_holds_can_be_changed_there(shell: Shell) -> None:
    text = """
        $l = (Get-MsolUser -UserPrincipalName priya.reed@contoso.com).Licenses[0]
        $l.AccountSkuId = 'x'
        $l.ServiceStatus = $l.ServiceStatus | Select-Object -First 1
        "$($l.AccountSkuId) $($l.ServiceStatus.Count)"
    """
    assert shell(text) == "x 1"


def test_users_are_changed_by_id_too(shell: Shell) -> None:
    text = """
        Set-MsolUserPassword -ObjectId (Get-MsolUser -SearchString 'Priya Reed').ObjectId -NewPassword 'Walnut-82'
        $gone = Get-MsolUser -ReturnDeletedUsers
        Remove-MsolUser -ObjectId $gone[0].ObjectId -RemoveFromRecycleBin -Force
        (Restore-MsolUser -ObjectId $gone[1].ObjectId).DisplayName -eq $gone[1].DisplayName
        $new = New-MsolUser -UserPrincipalName nora@contoso.com -DisplayName Nora -ForceChangePassword $null
        Set-MsolUserPrincipalName -ObjectId $new.ObjectId -NewUserPrincipalName nora@contoso.co.uk
        Set-MsolUserLicense -ObjectId $new.ObjectId
        $new.Password.Length
        @(Get-MsolUser -ReturnDeletedUsers).Count
        $new.NoSuchProperty
        (New-Object Microsoft.Online.Administration.UserExtended).Password
    """
    assert shell(text).split() == ["Walnut-82", "True", "8", "3"]
