"""The views of the module's own format file, as pasted from consoles."""

from __future__ import annotations

from msolemu.formatting.views import Column, ListView, TableView

NAMESPACE = "Microsoft.Online.Administration"

VIEWS = (
    TableView(
        f"{NAMESPACE}.User",
        columns=(Column("UserPrincipalName"), Column("DisplayName"), Column("isLicensed", of="IsLicensed")),
    ),
    TableView(
        f"{NAMESPACE}.Group",
        columns=(Column("ObjectId"), Column("DisplayName"), Column("GroupType"), Column("Description")),
    ),
    TableView(
        f"{NAMESPACE}.Contact",
        columns=(Column("ObjectId"), Column("EmailAddress"), Column("DisplayName")),
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
