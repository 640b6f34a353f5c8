"""The views of the module's own format file, as pasted from consoles."""

from __future__ import annotations

from msolemu.formatting.table import Alignment
from msolemu.formatting.views import Column, ListView, TableView
from msolemu.runtime.values.members import get_property
from msolemu.runtime.values.objects import Value

NAMESPACE = "Microsoft.Online.Administration"


def plan_name(status: Value) -> Value:
    """The name of a plan whose status is shown."""
    plan = get_property(status, "ServicePlan")
    return get_property(plan, "ServiceName")


VIEWS = (
    TableView(
        f"{NAMESPACE}.User",
        columns=(Column("UserPrincipalName"), Column("DisplayName"), Column("isLicensed", of="IsLicensed")),
    ),
    TableView(
        f"{NAMESPACE}.UserExtended",
        columns=(
            Column("Password"),
            Column("UserPrincipalName"),
            Column("DisplayName"),
            Column("isLicensed", of="IsLicensed"),
        ),
    ),
    TableView(
        f"{NAMESPACE}.AccountSkuDetails",
        columns=(
            Column("AccountSkuId"),
            Column("ActiveUnits", alignment=Alignment.LEFT),
            Column("WarningUnits", alignment=Alignment.LEFT),
            Column("ConsumedUnits", alignment=Alignment.LEFT),
        ),
        autosize=True,
    ),
    TableView(
        f"{NAMESPACE}.ServiceStatus",
        columns=(Column("ServicePlan", of=plan_name), Column("ProvisioningStatus")),
    ),
    TableView(
        f"{NAMESPACE}.Group",
        columns=(Column("ObjectId"), Column("DisplayName"), Column("GroupType"), Column("Description")),
    ),
    # The two that follow are inferred, as is that of a partner's contract.
    TableView(
        f"{NAMESPACE}.GroupMember",
        columns=(Column("GroupMemberType"), Column("EmailAddress"), Column("DisplayName")),
    ),
    TableView(
        f"{NAMESPACE}.Contact",
        columns=(Column("ObjectId"), Column("EmailAddress"), Column("DisplayName")),
    ),
    TableView(
        f"{NAMESPACE}.PartnerContract",
        columns=(Column("TenantId"), Column("Name"), Column("DefaultDomainName")),
    ),
    TableView(f"{NAMESPACE}.Domain", columns=(Column("Name"), Column("Status"), Column("Authentication"))),
    ListView(f"{NAMESPACE}.DomainDnsTxtRecord", items=("Label", "Text", "Ttl")),
    ListView(f"{NAMESPACE}.DomainDnsMXRecord", items=("Label", "MailExchange", "Preference", "Ttl")),
    TableView(f"{NAMESPACE}.Role", columns=(Column("ObjectId"), Column("Name"), Column("Description"))),
    TableView(
        f"{NAMESPACE}.RoleMember",
        columns=(
            Column("RoleMemberType"),
            Column("EmailAddress"),
            Column("DisplayName"),
            Column("isLicensed", of="IsLicensed"),
        ),
    ),
    ListView(
        f"{NAMESPACE}.CompanyInformation",
        items=(
            "DisplayName",
            "PreferredLanguage",
            "Street",
            "City",
            "State",
            "PostalCode",
            "Country",
            "CountryLetterCode",
            "TelephoneNumber",
            "MarketingNotificationEmails",
            "TechnicalNotificationEmails",
            "SelfServePasswordResetEnabled",
            "UsersPermissionToCreateGroupsEnabled",
            "UsersPermissionToCreateLOBAppsEnabled",
            "UsersPermissionToReadOtherUsersEnabled",
            "UsersPermissionToUserConsentToAppEnabled",
            "DirectorySynchronizationEnabled",
            "DirSyncServiceAccount",
            "LastDirSyncTime",
            "LastPasswordSyncTime",
            "PasswordSynchronizationEnabled",
        ),
    ),
)
