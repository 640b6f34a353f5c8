"""Get-MsolCompanyInformation."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from msolemu.cmdlets.declaration import Cmdlet, Output
from msolemu.directory.tenant.company import SYNC_SERVER
from msolemu.directory.tenant.features import PASSWORD_SYNC
from msolemu.modules.msonline.identity import moment
from msolemu.modules.msonline.parameters import TenantId
from msolemu.modules.msonline.services import MsolCall
from msolemu.modules.msonline.types.company import CompanyInformation
from msolemu.modules.msonline.types.contract import texts
from msolemu.modules.msonline.types.enums import CompanyType, DirSyncStatus

if TYPE_CHECKING:
    from msolemu.directory.tenant.company import Company

CLIENT = UUID("1651564e-7ce4-4d99-88be-0a65050d8dc3")
"""Azure AD Connect, as consoles show it."""
CLIENT_VERSION = "1.1.180.0"

get_msol_company_information = Cmdlet(
    "Get-MsolCompanyInformation",
    "Shows the settings and contacts of the tenant.",
    output=CompanyInformation,
    error_owner="GetCompanyInformation",
    examples={
        "Get-MsolCompanyInformation": "Shows the tenant.",
        "(Get-MsolCompanyInformation).TechnicalNotificationEmails": "Shows who receives the synchronization reports.",
    },
)


@get_msol_company_information.parameter_set()
def shown(call: MsolCall, tenant_id: TenantId = None) -> Output[CompanyInformation]:
    """Shows names, addresses, notification contacts and how directory synchronization stands."""
    yield company_information(call.services.tenant(tenant_id).company)


def company_information(company: Company) -> CompanyInformation:
    """The tenant as the service's contract has it."""
    allowed, exported = company.settings, company.last_dirsync_time
    passwords = PASSWORD_SYNC in company.features
    return CompanyInformation(
        AllowAdHocSubscriptions=allowed.allow_ad_hoc_subscriptions,
        AllowEmailVerifiedUsers=allowed.allow_email_verified_users,
        City=company.city,
        CompanyType=CompanyType[company.company_type],
        CountryLetterCode=company.country_letter_code,
        DefaultUsageLocation=company.default_usage_location,
        DirectorySynchronizationEnabled=company.directory_synchronization_enabled,
        DirectorySynchronizationStatus=status(company),
        DirSyncApplicationType=CLIENT if exported else None,
        DirSyncClientMachineName=SYNC_SERVER if exported else None,
        DirSyncClientVersion=CLIENT_VERSION if exported else None,
        DirSyncServiceAccount=company.dirsync_service_account,
        DisplayName=company.display_name,
        InitialDomain=company.initial_domain,
        LastDirSyncTime=moment(exported),
        LastPasswordSyncTime=moment(exported) if passwords else None,
        MarketingNotificationEmails=texts(company.marketing_notification_emails),
        MultipleDataLocationsForServicesEnabled=texts(sorted(company.multi_national_services)),
        ObjectId=company.object_id,
        PasswordSynchronizationEnabled=passwords,
        PostalCode=company.postal_code,
        PreferredLanguage=company.preferred_language,
        SecurityComplianceNotificationEmails=texts(company.security_compliance_notification_emails),
        SecurityComplianceNotificationPhones=texts(company.security_compliance_notification_phones),
        SelfServePasswordResetEnabled=allowed.self_serve_password_reset_enabled,
        State=company.state,
        Street=company.street,
        TechnicalNotificationEmails=texts(company.technical_notification_emails),
        TelephoneNumber=company.telephone_number,
        UsersPermissionToCreateGroupsEnabled=allowed.users_permission_to_create_groups_enabled,
        UsersPermissionToCreateLOBAppsEnabled=allowed.users_permission_to_create_lob_apps_enabled,
        UsersPermissionToReadOtherUsersEnabled=allowed.users_permission_to_read_other_users_enabled,
        UsersPermissionToUserConsentToAppEnabled=allowed.users_permission_to_user_consent_to_app_enabled,
        WhenCreated=moment(company.when_created),
    )


def status(company: Company) -> DirSyncStatus:
    """How directory synchronization stands; a change that waits shows where it leads."""
    if company.dirsync_change_due is None:
        return DirSyncStatus.Enabled if company.directory_synchronization_enabled else DirSyncStatus.Disabled
    return DirSyncStatus.PendingDisabled if company.directory_synchronization_enabled else DirSyncStatus.PendingEnabled
