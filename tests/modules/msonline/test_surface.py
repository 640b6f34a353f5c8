"""The module as a whole: its cmdlets are all there, each with a transcript, and its types can be named by scripts."""

from __future__ import annotations

import functools
import json
import re
from pathlib import Path

import pytest

from tests.shell import output

ROOT = Path(__file__).parents[2]
MANIFEST = sorted(json.loads((ROOT / "manifests" / "msonline.json").read_text(encoding="utf-8")))
DOCUMENTED = 96
"""How many cmdlets the public reference of the module describes."""
TYPE = "Microsoft.Online.Administration."


@functools.cache
def transcripts() -> list[str]:
    """The texts of all transcripts."""
    return [path.read_text(encoding="utf-8") for path in (ROOT / "transcripts").rglob("*.txt")]


def test_the_manifest_has_every_documented_cmdlet() -> None:
    assert len(MANIFEST) == DOCUMENTED


def test_get_command_lists_them_all() -> None:
    assert output("(Get-Command -Module MSOnline).Count") == [str(DOCUMENTED)]
    assert sorted(output("Get-Command -Module MSOnline | ForEach-Object Name"), key=str.lower) == sorted(
        MANIFEST, key=str.lower
    )


@pytest.mark.parametrize("name", MANIFEST)
def test_every_cmdlet_has_a_transcript_in_which_it_also_fails(name: str) -> None:
    called = re.compile(rf"^(PS|>)> .*\b{name}\b", re.IGNORECASE | re.MULTILINE)
    failed = re.compile(rf"^{name}: ", re.MULTILINE)
    assert any(map(called.search, transcripts()))
    assert any(map(failed.search, transcripts()))


CONTRACT = [
    "AccountSkuDetails",
    "AccountSkuIdentifier",
    "AdministrativeUnit",
    "AdministrativeUnitMember",
    "AllowedDataLocation",
    "AlternativeSecurityId",
    "CompanyInformation",
    "Contact",
    "Device",
    "DirSyncConfiguration",
    "DirSyncFeatureDetails",
    "DirSyncProvisioningError",
    "Domain",
    "DomainDnsTxtRecord",
    "DomainFederationSettings",
    "Group",
    "GroupMember",
    "IndirectLicenseError",
    "LicenseAssignmentDetail",
    "LicenseOption",
    "PartnerContract",
    "PartnerInformation",
    "PasswordPolicy",
    "RedirectUri",
    "Role",
    "RoleMember",
    "RoleScopedMember",
    "ServiceInformation",
    "ServicePlan",
    "ServicePrincipal",
    "ServicePrincipalCredential",
    "ServicePrincipalExtended",
    "ServiceStatus",
    "StrongAuthenticationMethod",
    "StrongAuthenticationPhoneAppDetail",
    "StrongAuthenticationRequirement",
    "StrongAuthenticationUserDetails",
    "Subscription",
    "User",
    "UserExtended",
    "UserLicense",
    "ValidationError",
]
OPEN_MEMBERS = {"GroupLicenseProcessingDetail", "OathTokenMetadata"}
"""Members for which no source tells the type."""


@pytest.mark.parametrize("name", CONTRACT)
def test_an_object_of_the_contract_is_made_by_its_name(name: str) -> None:
    lines = output(f"$made = New-Object {TYPE}{name}; $made.GetType().FullName; $made -is [{TYPE}{name}]")
    assert lines == [TYPE + name, "True"]


@pytest.mark.parametrize("name", CONTRACT)
def test_the_members_of_an_object_have_their_types(name: str) -> None:
    lines = output(
        f"New-Object {TYPE}{name} | Get-Member -MemberType Property |"
        " Where-Object Definition -like 'System.Object *' | ForEach-Object Name"
    )
    assert set(lines) <= OPEN_MEMBERS


def test_what_may_be_missing_is_nullable_and_lists_tell_what_is_in_them() -> None:
    lines = output(
        f"New-Object {TYPE}GroupMember | Get-Member -MemberType Property ObjectId, IsLicensed, GroupMemberType |"
        f" ForEach-Object Definition; (New-Object {TYPE}Group).AssignedLicenses.GetType().ToString()"
    )
    assert lines == [
        f"System.Nullable[{TYPE}GroupMemberType] GroupMemberType {{get;set;}}",
        "System.Nullable[bool] IsLicensed {get;set;}",
        "System.Nullable[guid] ObjectId {get;set;}",
        f"System.Collections.Generic.List`1[{TYPE}LicenseOption]",
    ]


@pytest.mark.parametrize(
    ("name", "text", "member"),
    [
        ("RoleMemberType", "serviceprincipal", "ServicePrincipal"),
        ("AddressType", "Reply", "Reply"),
        ("ServicePrincipalCredentialType", "1", "Symmetric"),
        ("ServicePrincipalCredentialUsage", "Verify", "Verify"),
        ("GroupType", "Security", "Security"),
        ("UserEnabledFilter", "DisabledOnly", "DisabledOnly"),
        ("Automation.DeviceRegistrationServicePolicy+Scope", "none", "None"),
    ],
)
def test_an_enumeration_takes_names_and_numbers(name: str, text: str, member: str) -> None:
    assert output(f"[string][{TYPE}{name}]'{text}'; [{TYPE}{name}]::{member} -eq '{member}'") == [member, "True"]


def test_objects_of_the_service_are_of_their_types() -> None:
    lines = output(
        f"""
        Connect-MsolService
        (Get-MsolRole)[0] -is [{TYPE}Role]
        (Get-MsolUser -MaxResults 1) -is [{TYPE}User]
        (Get-MsolServicePrincipal -MaxResults 1) -is [{TYPE}ServicePrincipal]
        (Get-MsolServicePrincipal -MaxResults 1) -is [{TYPE}Role]
        $members = Get-MsolRoleMember -RoleObjectId 62e90394-69f5-4237-9190-012177145e10
        $members.RoleMemberType -is [{TYPE}RoleMemberType]
        """
    )
    assert lines == ["True", "True", "True", "False", "True"]


def test_values_are_cast_to_objects_of_the_contract() -> None:
    lines = output(
        f"""
        $need = [{TYPE}StrongAuthenticationRequirement] @{{ RelyingParty = '*'; State = 'Enabled' }}
        $need.State
        $address = [{TYPE}RedirectUri] @{{ Address = 'https://myapp.com' }}
        "$($address.Address) $($address.AddressType)"
        """
    )
    assert lines == ["Enabled", "https://myapp.com Reply"]


def test_errors_of_the_service_are_caught_by_their_class() -> None:
    lines = output(
        f"""
        Connect-MsolService
        try {{ Get-MsolRole -RoleName Nobody -ErrorAction Stop }}
        catch [{TYPE}Automation.MicrosoftOnlineException] {{ "caught: $($_.Exception.Message)" }}
        catch {{ 'something else' }}
        """
    )
    assert lines == ["caught: Role Not Found.  Role: Nobody."]
