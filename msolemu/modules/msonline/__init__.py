"""The MSOnline module: the cmdlets that administer a tenant.

May import what every module may. The rules are those of `directory.tenant`; this module binds, words the errors of
the service and shapes its objects. They do not end a pipeline, so that `Import-Csv | ...` goes on after a bad row.
"""

from __future__ import annotations

from msolemu.cmdlets.declaration import Module

MODULE = Module(
    "MSOnline",
    "1.1.183.81",
    nouns={
        "MsolService": "service",
        "MsolCompanyInformation": "company",
        "MsolDirSyncFeature": "dirsync_feature",
        "MsolDirSyncFeatures": "dirsync_feature",
        "MsolDirSyncProvisioningError": "provisioning_error",
        "MsolHasObjectsWithDirSyncProvisioningErrors": "provisioning_error",
        "MsolUser": "user",
        "MsolUserPassword": "user_password",
        "MsolUserPrincipalName": "user_principal_name",
        "MsolUserLicense": "user_license",
        "MsolUserByStrongAuthentication": "strong_authentication",
        "MsolStrongAuthenticationMethodByUpn": "strong_authentication",
        "MsolFederatedUser": "federated_user",
        "MsolProvisionUser": "provision_user",
        "MsolPasswordPolicy": "password_policy",
        "MsolLicenseOptions": "license_options",
        "MsolAccountSku": "account_sku",
        "MsolSubscription": "subscription",
        "MsolGroup": "group",
        "MsolContact": "contact",
        "MsolRole": "role",
        "MsolUserRole": "role",
        "MsolRoleMember": "role_member",
        "MsolScopedRoleMember": "scoped_role_member",
        "MsolForeignGroupToRole": "foreign_group",
        "MsolForeignGroupFromRole": "foreign_group",
        "MsolAdministrativeUnit": "administrative_unit",
        "MsolAdministrativeUnitMember": "administrative_unit_member",
        "MsolServicePrincipal": "service_principal",
        "MsolServicePrincipalAddresses": "service_principal_addresses",
        "MsolServicePrincipalCredential": "service_principal_credential",
        "MsolDevice": "device",
        "MsolDeviceRegistrationServicePolicy": "device_policy",
    },
    package=__name__,
    namespace="Microsoft.Online.Administration.Automation",
    errors="errors",
    views="views",
    description="Administers a tenant of Azure Active Directory.",
    types=("Microsoft.Online.Administration.",),
)
