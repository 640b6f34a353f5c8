"""The enumerations of the service's contract, members in its order."""

from __future__ import annotations

import enum

from msolemu.runtime.types.registry import net_enum


@net_enum("Microsoft.Online.Administration.SortField")
class SortField(enum.Enum):
    """What lists of objects are sorted by."""

    DisplayName = 0
    UserPrincipalName = 1
    None_ = 2


@net_enum("Microsoft.Online.Administration.SortDirection")
class SortDirection(enum.Enum):
    """Which way lists are sorted."""

    Ascending = 0
    Descending = 1


@net_enum("Microsoft.Online.Administration.UserEnabledFilter")
class UserEnabledFilter(enum.Enum):
    """Whether blocked users are listed."""

    All = 0
    EnabledOnly = 1
    DisabledOnly = 2


@net_enum("Microsoft.Online.Administration.GroupType")
class GroupType(enum.Enum):
    """The kinds of groups."""

    DistributionList = 0
    Security = 1
    MailEnabledSecurity = 2


@net_enum("Microsoft.Online.Administration.ProvisioningStatus")
class ProvisioningStatus(enum.Enum):
    """How far a service has been provisioned for a user."""

    None_ = 0
    Success = 1
    Error = 2
    PendingInput = 3
    Disabled = 4
    PendingActivation = 5
    PendingProvisioning = 6


@net_enum("Microsoft.Online.Administration.SkuTargetClass")
class SkuTargetClass(enum.Enum):
    """Who a licence is for."""

    NotAvailable = 0
    User = 1
    Tenant = 2


@net_enum("Microsoft.Online.Administration.ValidationStatus")
class ValidationStatus(enum.Enum):
    """Whether a service has found an error in an object."""

    NotAvailable = 0
    Healthy = 1
    Error = 2


@net_enum("Microsoft.Online.Administration.UserType")
class UserType(enum.Enum):
    """The kinds of users."""

    Other = 0
    Member = 1
    Guest = 2
    Viral = 3


@net_enum("Microsoft.Online.Administration.DirSyncStatus")
class DirSyncStatus(enum.Enum):
    """Whether directory synchronization is on; a change takes its time."""

    Disabled = 0
    Enabled = 1
    PendingEnabled = 2
    PendingDisabled = 3
    Other = 4


@net_enum("Microsoft.Online.Administration.CompanyType")
class CompanyType(enum.Enum):
    """The kinds of tenants."""

    CompanyTenant = 0
    MicrosoftSupportTenant = 1
    SyndicatePartnerTenant = 2
    SupportPartnerTenant = 3
    ResellerPartnerTenant = 4
    ValueAddedResellerPartnerTenant = 5


@net_enum("Microsoft.Online.Administration.O365TenantReleaseTrack")
class O365TenantReleaseTrack(enum.Enum):
    """How early a tenant gets what is new."""

    Other = 0
    FirstRelease = 1
    StagedRollout = 2
    Dogfood = 3


@net_enum("Microsoft.Online.Administration.O365UserReleaseTrack")
class O365UserReleaseTrack(enum.Enum):
    """How early a user gets what is new."""

    Other = 0
    StagedRolloutOne = 1
    StagedRolloutTwo = 2
    Compass = 3
    Dogfood = 4


@net_enum("Microsoft.Online.Administration.Automation.AzureEnvironment")
class AzureEnvironment(enum.Enum):
    """The clouds that can be connected to."""

    AzureCloud = 0
    AzureChinaCloud = 1
    AzureGermanyCloud = 2
    USGovernment = 3
