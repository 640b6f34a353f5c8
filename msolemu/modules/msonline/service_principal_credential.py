"""Get-, New- and Remove-MsolServicePrincipalCredential."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.directory.tenant.principals import By
from msolemu.directory.tenant.service_principal import PrincipalCredential
from msolemu.modules.msonline.identity import moment
from msolemu.modules.msonline.parameters import ObjectId, TenantId
from msolemu.modules.msonline.service_principal import AppId, SpnName
from msolemu.modules.msonline.service_principal_key import Key, announce
from msolemu.modules.msonline.services import MsolCall
from msolemu.modules.msonline.types.service_principal import (
    CredentialType,
    CredentialUsage,
    ServicePrincipalCredential,
)

ReturnKeyValues = Annotated[
    bool | None,
    Parameter("Whether the values are to be shown.", from_property=True, nullable=True, mandatory=True),
]
KeyIds = Annotated[tuple[UUID, ...], Parameter("The ids of the credentials to be removed.", from_property=True)]

get_msol_service_principal_credential = Cmdlet(
    "Get-MsolServicePrincipalCredential",
    "Gets the credentials of a service principal.",
    output=ServicePrincipalCredential,
    error_owner="GetServicePrincipalCredential",
    examples={
        "$app = New-MsolServicePrincipal -DisplayName 'My Application'; Get-MsolServicePrincipalCredential "
        "-ObjectId $app.ObjectId -ReturnKeyValues $false": "Lists the credentials without their values."
    },
)


@get_msol_service_principal_credential.parameter_set("ListServicePrincipalCredentials__0", default=True)
def listed(
    call: MsolCall, object_id: ObjectId, return_key_values: ReturnKeyValues, tenant_id: TenantId = None
) -> Output[ServicePrincipalCredential]:
    """The values come only with -ReturnKeyValues $true."""
    yield from found(call, By(object_id=object_id), return_key_values, tenant_id)


@get_msol_service_principal_credential.parameter_set("ListServicePrincipalCredentialsByAppPrincipalId__0")
def listed_by_app(
    call: MsolCall, app_principal_id: AppId, return_key_values: ReturnKeyValues, tenant_id: TenantId = None
) -> Output[ServicePrincipalCredential]:
    """Lists those of an application."""
    yield from found(call, By(app_principal_id=app_principal_id), return_key_values, tenant_id)


@get_msol_service_principal_credential.parameter_set("ListServicePrincipalCredentialsBySpn__0")
def listed_by_name(
    call: MsolCall, service_principal_name: SpnName, return_key_values: ReturnKeyValues, tenant_id: TenantId = None
) -> Output[ServicePrincipalCredential]:
    """Lists those of the service principal with a name."""
    yield from found(call, By(name=service_principal_name), return_key_values, tenant_id)


new_msol_service_principal_credential = Cmdlet(
    "New-MsolServicePrincipalCredential",
    "Gives a service principal one more credential.",
    error_owner="NewServicePrincipalCredential",
    examples={
        "New-MsolServicePrincipalCredential -AppPrincipalId 00000005-0000-0ff1-ce00-000000000000 -Type Password": (
            "Adds a password that is drawn and shown once."
        )
    },
)


@new_msol_service_principal_credential.parameter_set("AddServicePrincipalCredentials__0", default=True)
def added(call: MsolCall, object_id: ObjectId, key: Key, tenant_id: TenantId = None) -> None:
    """A key that is drawn is shown on the host. The others stay, so that an application can change over."""
    add(call, By(object_id=object_id), key, tenant_id)


@new_msol_service_principal_credential.parameter_set("AddServicePrincipalCredentialsBySpn__0")
def added_by_name(call: MsolCall, service_principal_name: SpnName, key: Key, tenant_id: TenantId = None) -> None:
    """Adds one to the service principal with a name."""
    add(call, By(name=service_principal_name), key, tenant_id)


@new_msol_service_principal_credential.parameter_set("AddServicePrincipalCredentialsByAppPrincipalId__0")
def added_by_app(call: MsolCall, app_principal_id: AppId, key: Key, tenant_id: TenantId = None) -> None:
    """Adds one to an application."""
    add(call, By(app_principal_id=app_principal_id), key, tenant_id)


remove_msol_service_principal_credential = Cmdlet(
    "Remove-MsolServicePrincipalCredential",
    "Takes credentials from a service principal.",
    error_owner="RemoveServicePrincipalCredential",
    examples={
        "$app = New-MsolServicePrincipal -DisplayName 'My Application'; Remove-MsolServicePrincipalCredential "
        "-ObjectId $app.ObjectId -KeyIds $app.KeyId": "Takes the only credential from a new service principal."
    },
)


@remove_msol_service_principal_credential.parameter_set("RemoveServicePrincipalCredentials__0", default=True)
def removed(call: MsolCall, object_id: ObjectId, key_ids: KeyIds, tenant_id: TenantId = None) -> None:
    """All of the named ones, or none where one is not there."""
    call.services.tenant(tenant_id).principals.remove_credentials(By(object_id=object_id), key_ids)


@remove_msol_service_principal_credential.parameter_set("RemoveServicePrincipalCredentialsBySpn__0")
def removed_by_name(
    call: MsolCall, service_principal_name: SpnName, key_ids: KeyIds, tenant_id: TenantId = None
) -> None:
    """Takes them from the service principal with a name."""
    call.services.tenant(tenant_id).principals.remove_credentials(By(name=service_principal_name), key_ids)


@remove_msol_service_principal_credential.parameter_set("RemoveServicePrincipalCredentialsByAppPrincipalId__0")
def removed_by_app(call: MsolCall, app_principal_id: AppId, key_ids: KeyIds, tenant_id: TenantId = None) -> None:
    """Takes them from an application."""
    call.services.tenant(tenant_id).principals.remove_credentials(By(app_principal_id=app_principal_id), key_ids)


def found(
    call: MsolCall, by: By, return_key_values: bool | None, tenant_id: UUID | None
) -> Output[ServicePrincipalCredential]:
    """The credentials of a service principal."""
    for one in call.services.tenant(tenant_id).principals.one(by).credentials:
        yield shown(one, with_value=bool(return_key_values))


def add(call: MsolCall, by: By, key: Key, tenant_id: UUID | None) -> None:
    """Give one more credential."""
    announce(call, key, call.services.tenant(tenant_id).principals.add_credential(by, key.wanted()))


def shown(one: PrincipalCredential, *, with_value: bool) -> ServicePrincipalCredential:
    """A credential as the service's contract has it."""
    return ServicePrincipalCredential(
        EndDate=moment(one.end),
        KeyId=one.key_id,
        StartDate=moment(one.start),
        Type=CredentialType[one.kind],
        Usage=CredentialUsage[one.usage],
        Value=one.value if with_value else None,
    )
