"""Get-, New-, Set- and Remove-MsolServicePrincipal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Annotated
from uuid import UUID

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.directory.tenant.principals import By, PrincipalValues
from msolemu.directory.tenant.service_principal import ReplyAddress
from msolemu.directory.tenant.service_principal import ServicePrincipal as TenantPrincipal
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.msonline.identity import moment
from msolemu.modules.msonline.parameters import All, ObjectId, TenantId
from msolemu.modules.msonline.refusals import RequiredProperty
from msolemu.modules.msonline.service_principal_key import Key, announce
from msolemu.modules.msonline.services import MsolCall
from msolemu.modules.msonline.shown_factors import plain
from msolemu.modules.msonline.types.contract import texts
from msolemu.modules.msonline.types.service_principal import (
    AddressKind,
    CredentialType,
    CredentialUsage,
    RedirectUri,
    ServicePrincipal,
    ServicePrincipalExtended,
    redirect_uris,
)
from msolemu.runtime.values.objects import GenericList

PAGE = 500
AppId = Annotated[UUID, Parameter("The id of the application.", from_property=True)]
SpnName = Annotated[str, Parameter("One of the names that it goes by.", from_property=True)]


@dataclass(frozen=True, slots=True)
class PrincipalFilter:
    """What the sets that list service principals take."""

    search_string: Annotated[
        str | None,
        Parameter("Those whose display name, or one of whose names, begins so.", from_property=True),
    ] = None
    tenant_id: TenantId = None

    def meets(self, one: TenantPrincipal) -> bool:
        """Whether a service principal is to be listed."""
        text = (self.search_string or "").lower()
        return any(name.lower().startswith(text) for name in (one.display_name, *one.names))


@dataclass(frozen=True, slots=True)
class Values:
    """Properties of a service principal."""

    account_enabled: Annotated[
        bool | None, Parameter("Whether the application may sign in.", from_property=True, nullable=True)
    ] = None
    addresses: Annotated[
        tuple[RedirectUri, ...] | None,
        Parameter("Its addresses; see New-MsolServicePrincipalAddresses.", from_property=True),
    ] = None
    service_principal_names: Annotated[
        tuple[str, ...] | None, Parameter("The names that it goes by besides its id.", from_property=True)
    ] = None

    def with_name(self, display_name: str | None) -> PrincipalValues:
        """In the words of the directory."""
        addresses = None if self.addresses is None else [kept(plain(one)) for one in self.addresses]
        return PrincipalValues(display_name, self.service_principal_names, self.account_enabled, addresses)


get_msol_service_principal = Cmdlet(
    "Get-MsolServicePrincipal",
    "Gets the service principals of the tenant: what applications are there.",
    output=ServicePrincipal,
    error_owner="GetServicePrincipal",
    examples={
        "Get-MsolServicePrincipal -All": "Lists all of them.",
        "Get-MsolServicePrincipal -AppPrincipalId 00000003-0000-0ff1-ce00-000000000000": "Gets one by its application.",
        "Get-MsolServicePrincipal -ServicePrincipalName https://graph.microsoft.com": "Gets one by a name.",
    },
)


@get_msol_service_principal.parameter_set("ListServicePrincipals__0", default=True)
def listed(
    call: MsolCall,
    wanted: PrincipalFilter,
    max_results: Annotated[int, Parameter("The most to list; 500 unless said.")] = PAGE,
) -> Output[ServicePrincipal]:
    """Every tenant has those of the service's own applications."""
    yield from islice(found(call, wanted), max(max_results, 0))


@get_msol_service_principal.parameter_set("GetServicePrincipal__0")
def by_id(call: MsolCall, object_id: ObjectId, tenant_id: TenantId = None) -> Output[ServicePrincipal]:
    """Gets one by its id."""
    yield shown(call.services.tenant(tenant_id).principals.one(By(object_id=object_id)))


@get_msol_service_principal.parameter_set("GetServicePrincipalByAppPrincipalId__0")
def by_app(call: MsolCall, app_principal_id: AppId, tenant_id: TenantId = None) -> Output[ServicePrincipal]:
    """Gets one by its application."""
    yield shown(call.services.tenant(tenant_id).principals.one(By(app_principal_id=app_principal_id)))


@get_msol_service_principal.parameter_set("GetServicePrincipalBySpn__0")
def by_name(call: MsolCall, service_principal_name: SpnName, tenant_id: TenantId = None) -> Output[ServicePrincipal]:
    """Gets one by a name."""
    yield shown(call.services.tenant(tenant_id).principals.one(By(name=service_principal_name)))


@get_msol_service_principal.parameter_set("All__0")
def every(call: MsolCall, wanted: PrincipalFilter, all_: All) -> Output[ServicePrincipal]:
    """Lists without limit."""
    yield from found(call, wanted)


new_msol_service_principal = Cmdlet(
    "New-MsolServicePrincipal",
    "Creates a service principal with a credential.",
    output=ServicePrincipalExtended,
    error_owner="NewServicePrincipal",
    examples={
        "New-MsolServicePrincipal -DisplayName 'My Application' -ServicePrincipalNames MyApp/myapp.com": (
            "Creates one with a key that is drawn and shown once."
        )
    },
)


@new_msol_service_principal.parameter_set()
def created(
    call: MsolCall,
    display_name: Annotated[str, Parameter("The name that people see.", from_property=True)],
    values: Values,
    key: Key,
    app_principal_id: Annotated[
        UUID | None,
        Parameter("The id of the application; one is drawn unless given.", from_property=True, nullable=True),
    ] = None,
    tenant_id: TenantId = None,
) -> Output[ServicePrincipalExtended]:
    """Without a value a symmetric key of 256 bits is drawn; it is shown once, on the host. The key is good for a year,
    unless said.
    """
    principals = call.services.tenant(tenant_id).principals
    one, credential = principals.create(values.with_name(display_name), app_principal_id, key.wanted())
    announce(call, key, credential)
    yield ServicePrincipalExtended(
        AccountEnabled=one.account_enabled,
        Addresses=uris(one),
        AppPrincipalId=one.app_principal_id,
        DisplayName=one.display_name,
        ObjectId=one.object_id,
        ServicePrincipalNames=texts(one.names),
        TrustedForDelegation=one.trusted_for_delegation,
        EndDate=moment(credential.end),
        KeyId=credential.key_id,
        StartDate=moment(credential.start),
        Type=CredentialType[credential.kind],
        Usage=CredentialUsage[credential.usage],
    )


set_msol_service_principal = Cmdlet(
    "Set-MsolServicePrincipal",
    "Changes a service principal.",
    error_owner="SetServicePrincipal",
    examples={
        "Get-MsolServicePrincipal -SearchString Skype | Set-MsolServicePrincipal -AccountEnabled $false": (
            "Keeps an application from signing in."
        )
    },
)


@set_msol_service_principal.parameter_set()
def changed(
    call: MsolCall,
    values: Values,
    app_principal_id: Annotated[
        UUID | None, Parameter("The id of the application, to find it by.", from_property=True, nullable=True)
    ] = None,
    display_name: Annotated[str | None, Parameter("The name that people see.", from_property=True)] = None,
    object_id: Annotated[UUID | None, Parameter("The service principal.", from_property=True, nullable=True)] = None,
    tenant_id: TenantId = None,
) -> None:
    """What is not given stays. Names and addresses replace those that were there; the id of the application is always
    one of the names.
    """
    principals = call.services.tenant(tenant_id).principals
    if object_id is None and app_principal_id is None:
        raise RequiredProperty("ObjectId")
    principals.change(By(object_id, app_principal_id), values.with_name(display_name))


remove_msol_service_principal = Cmdlet(
    "Remove-MsolServicePrincipal",
    "Removes a service principal.",
    error_owner="RemoveServicePrincipal",
    examples={
        "New-MsolServicePrincipal -DisplayName 'My Application' | Remove-MsolServicePrincipal": (
            "Creates one and removes it."
        )
    },
)


@remove_msol_service_principal.parameter_set("RemoveServicePrincipal__0", default=True)
def removed(call: MsolCall, object_id: ObjectId, tenant_id: TenantId = None) -> None:
    """It is gone at once, without a question."""
    call.services.tenant(tenant_id).principals.remove(By(object_id=object_id))


@remove_msol_service_principal.parameter_set("RemoveServicePrincipalByAppPrincipalId__0")
def removed_by_app(call: MsolCall, app_principal_id: AppId, tenant_id: TenantId = None) -> None:
    """Removes one by its application."""
    call.services.tenant(tenant_id).principals.remove(By(app_principal_id=app_principal_id))


@remove_msol_service_principal.parameter_set("RemoveServicePrincipalBySpn__0")
def removed_by_name(call: MsolCall, service_principal_name: SpnName, tenant_id: TenantId = None) -> None:
    """Removes one by a name."""
    call.services.tenant(tenant_id).principals.remove(By(name=service_principal_name))


def found(call: MsolCall, wanted: PrincipalFilter) -> Iterator[ServicePrincipal]:
    """The service principals that a filter finds."""
    return map(shown, filter(wanted.meets, call.services.tenant(wanted.tenant_id).principals.all()))


def shown(one: TenantPrincipal) -> ServicePrincipal:
    """A service principal as the service's contract has it."""
    return ServicePrincipal(
        AccountEnabled=one.account_enabled,
        Addresses=uris(one),
        AppPrincipalId=one.app_principal_id,
        DisplayName=one.display_name,
        ObjectId=one.object_id,
        ServicePrincipalNames=texts(one.names),
        TrustedForDelegation=one.trusted_for_delegation,
    )


def uris(one: TenantPrincipal) -> GenericList:
    """The addresses of a service principal."""
    return redirect_uris([RedirectUri(Address=uri.address, AddressType=AddressKind[uri.kind]) for uri in one.addresses])


def kept(uri: RedirectUri) -> ReplyAddress:
    """An address as the directory keeps it."""
    return ReplyAddress(uri.Address or "", uri.AddressType.name)
