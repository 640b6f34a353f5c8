"""Get-MsolCompanyInformation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msolemu.cmdlets.declaration import Cmdlet, Output
from msolemu.modules.msonline.identity import moment
from msolemu.modules.msonline.parameters import TenantId
from msolemu.modules.msonline.services import MsolCall
from msolemu.modules.msonline.types.company import CompanyInformation
from msolemu.modules.msonline.types.contract import texts
from msolemu.modules.msonline.types.enums import DirSyncStatus

if TYPE_CHECKING:
    from msolemu.directory.tenant.company import Company

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
    synchronized = company.directory_synchronization_enabled
    return CompanyInformation(
        City=company.city,
        CountryLetterCode=company.country_letter_code,
        DirectorySynchronizationEnabled=synchronized,
        DirectorySynchronizationStatus=DirSyncStatus.Enabled if synchronized else DirSyncStatus.Disabled,
        DirSyncServiceAccount=company.dirsync_service_account,
        DisplayName=company.display_name,
        InitialDomain=company.initial_domain,
        LastDirSyncTime=moment(company.last_dirsync_time),
        MarketingNotificationEmails=texts(company.marketing_notification_emails),
        ObjectId=company.object_id,
        PostalCode=company.postal_code,
        PreferredLanguage=company.preferred_language,
        State=company.state,
        Street=company.street,
        TechnicalNotificationEmails=texts(company.technical_notification_emails),
        TelephoneNumber=company.telephone_number,
        WhenCreated=moment(company.when_created),
    )
