"""The cmdlets that set what the tenant itself is and allows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from msolemu.cmdlets.declaration import UNSET, Cmdlet, Output, Parameter, Unset
from msolemu.directory.tenant.company import DataLocation
from msolemu.foundation.dataclass import dataclass, fields
from msolemu.modules.msonline.parameters import TenantId
from msolemu.modules.msonline.services import MsolCall
from msolemu.modules.msonline.types.company import AllowedDataLocation

Texts = Sequence[str] | None | Unset
Truth = bool | None | Unset


def of(text: str, *, nullable: bool = False) -> Parameter:
    """A parameter that is taken from the property of the same name."""
    return Parameter(text, from_property=True, nullable=nullable)


def given(values: dict[str, Texts]) -> dict[str, tuple[str, ...]]:
    """The lists that were given; null is an empty one."""
    return {name: tuple(value or ()) for name, value in values.items() if not isinstance(value, Unset)}


set_contact_information = Cmdlet(
    "Set-MsolCompanyContactInformation",
    "Sets who is told of what concerns the tenant.",
    error_owner="SetCompanyContactInformation",
    examples={
        'Set-MsolCompanyContactInformation -TechnicalNotificationEmails "it@contoso.com", "ops@contoso.com"': (
            "Has two people receive the synchronization reports."
        ),
    },
)


@set_contact_information.parameter_set()
def contacts_set(
    call: MsolCall,
    marketing_notification_emails: Annotated[Texts, of("Who receives offers.")] = UNSET,
    technical_notification_emails: Annotated[Texts, of("Who receives technical notes.")] = UNSET,
    tenant_id: TenantId = None,
) -> None:
    """An empty list removes all. What is not given stays."""
    values = {
        "marketing_notification_emails": marketing_notification_emails,
        "technical_notification_emails": technical_notification_emails,
    }
    call.services.tenant(tenant_id).organization.change(given(values))


set_security_contact = Cmdlet(
    "Set-MsolCompanySecurityComplianceContactInformation",
    "Sets who is told of what concerns security and compliance.",
    error_owner="SetCompanySecurityComplianceContactInformation",
    examples={
        "Set-MsolCompanySecurityComplianceContactInformation -SecurityComplianceNotificationEmails ciso@contoso.com": (
            "Names who is written to."
        ),
    },
)


@set_security_contact.parameter_set()
def security_contacts_set(
    call: MsolCall,
    security_compliance_notification_emails: Annotated[Texts, of("Who is written to.")] = UNSET,
    security_compliance_notification_phones: Annotated[Texts, of("Who is called.")] = UNSET,
    tenant_id: TenantId = None,
) -> None:
    """An empty list removes all. What is not given stays."""
    values = {
        "security_compliance_notification_emails": security_compliance_notification_emails,
        "security_compliance_notification_phones": security_compliance_notification_phones,
    }
    call.services.tenant(tenant_id).organization.change(given(values))


@dataclass(frozen=True, slots=True)
class Permissions:
    """What users may do; null and what was not given change nothing."""

    self_serve_password_reset_enabled: Annotated[Truth, of("May reset their own password.", nullable=True)] = None
    users_permission_to_create_groups_enabled: Annotated[Truth, of("May make groups.", nullable=True)] = None
    allow_ad_hoc_subscriptions: Annotated[Truth, of("May sign up for services themselves.", nullable=True)] = None
    allow_email_verified_users: Annotated[Truth, of("May join by showing a mail address.", nullable=True)] = None
    users_permission_to_create_lob_apps_enabled: Annotated[
        bool | None,
        Parameter(
            "May register applications.",
            name="UsersPermissionToCreateLOBAppsEnabled",
            from_property=True,
            nullable=True,
        ),
    ] = None
    users_permission_to_read_other_users_enabled: Annotated[Truth, of("May see other users.", nullable=True)] = None
    users_permission_to_user_consent_to_app_enabled: Annotated[
        Truth, of("May let applications use their data.", nullable=True)
    ] = None

    def values(self) -> dict[str, bool]:
        """Those that were given."""
        found: dict[str, Any] = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: value for name, value in found.items() if value is not None}


set_company_settings = Cmdlet(
    "Set-MsolCompanySettings",
    "Sets what the users of the tenant may do.",
    error_owner="SetCompanySettings",
    examples={
        "Set-MsolCompanySettings -UsersPermissionToCreateGroupsEnabled $false": "Keeps users from making groups.",
        "Set-MsolCompanySettings -DefaultUsageLocation DE": "Says where users are of whom nothing else is known.",
    },
)


@set_company_settings.parameter_set()
def settings_set(
    call: MsolCall,
    permissions: Permissions,
    default_usage_location: Annotated[
        str | Unset, of("Where users are of whom nothing else is known; an empty text clears.")
    ] = UNSET,
    tenant_id: TenantId = None,
) -> None:
    """What is not given stays."""
    location = None if isinstance(default_usage_location, Unset) else default_usage_location
    call.services.tenant(tenant_id).organization.change_settings(permissions.values(), location)


get_data_location = Cmdlet(
    "Get-MsolCompanyAllowedDataLocation",
    "Lists where services may keep the data of users.",
    output=AllowedDataLocation,
    error_owner="GetCompanyAllowedDataLocation",
    examples={"Get-MsolCompanyAllowedDataLocation": "Lists all locations."},
)


@get_data_location.parameter_set()
def locations(call: MsolCall, tenant_id: TenantId = None) -> Output[AllowedDataLocation]:
    """None, until Set-MsolCompanyAllowedDataLocation allows some."""
    for one in call.services.tenant(tenant_id).company.data_locations:
        yield AllowedDataLocation(
            InitialDomain=one.initial_domain,
            IsDefault=one.is_default,
            Location=one.location,
            ServiceType=one.service_type,
        )


ServiceType = Annotated[str, of("Exchange or SharePoint.")]

set_data_location = Cmdlet(
    "Set-MsolCompanyAllowedDataLocation",
    "Allows a service to keep the data of users in a location.",
    error_owner="SetCompanyAllowedDataLocation",
    examples={
        "Set-MsolCompanyAllowedDataLocation -ServiceType SharePoint -Location EUR -IsDefault $false": (
            "Allows SharePoint to keep data in Europe."
        ),
    },
)


@set_data_location.parameter_set()
def location_set(
    call: MsolCall,
    service_type: ServiceType,
    location: Annotated[str, of("The location, by its three letters: EUR, NAM, APC.")],
    is_default: Annotated[bool, of("Whether data of users without a location of their own is kept there.")] = False,
    initial_domain: Annotated[str | None, of("The initial domain of the service in the location.")] = None,
    overwrite: Annotated[bool, of("Allow this location alone.")] = False,
    tenant_id: TenantId = None,
) -> None:
    """A service has one default location; a new one takes the place of the one before."""
    place = DataLocation(service_type, location, is_default, initial_domain or None)
    call.services.tenant(tenant_id).organization.allow_location(place, overwrite=overwrite)


set_multi_national = Cmdlet(
    "Set-MsolCompanyMultiNationalEnabled",
    "Allows a service to keep the data of users in several locations.",
    error_owner="SetCompanyMultiNationalEnabled",
    examples={
        "Set-MsolCompanyMultiNationalEnabled -ServiceType Exchange -Enable $true": "Allows it for Exchange.",
    },
)


@set_multi_national.parameter_set()
def multi_national_set(
    call: MsolCall,
    service_type: ServiceType,
    enable: Annotated[bool, of("Whether it is allowed.")],
    tenant_id: TenantId = None,
) -> None:
    """Get-MsolCompanyInformation tells it as MultipleDataLocationsForServicesEnabled."""
    call.services.tenant(tenant_id).organization.switch_multi_national(service_type, on=enable)
