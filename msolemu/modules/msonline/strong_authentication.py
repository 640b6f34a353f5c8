"""Get-MsolUserByStrongAuthentication, Reset-MsolStrongAuthenticationMethodByUpn."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.directory.tenant.catalogue.roles import role_with_id
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.msonline.parameters import All, TenantId, UserPrincipalName
from msolemu.modules.msonline.search import begins
from msolemu.modules.msonline.services import MsolCall
from msolemu.modules.msonline.shown_factors import kept_requirements
from msolemu.modules.msonline.types.strong_authentication import StrongAuthenticationRequirement
from msolemu.modules.msonline.types.user import User
from msolemu.modules.msonline.user import shown_in

if TYPE_CHECKING:
    from msolemu.directory.tenant.strong_authentication import Requirement
    from msolemu.directory.tenant.user import User as TenantUser

PAGE = 500


@dataclass(frozen=True, slots=True)
class FactorFilter:
    """Which users are listed; all conditions must hold."""

    requirement_unset_only: Annotated[Switch, Parameter("Users that need no second factor.")] = False
    requirements: Annotated[
        tuple[StrongAuthenticationRequirement, ...] | None,
        Parameter("Users with one of these requirements: the state and the relying party count."),
    ] = None
    role_object_id: Annotated[UUID | None, Parameter("Users that have this role.", nullable=True)] = None
    search_string: Annotated[str | None, Parameter("Users whose display name or address begins so.")] = None
    tenant_id: TenantId = None

    def meets(self, user: TenantUser) -> bool:
        """Whether a user is to be listed."""
        if user.is_deleted or (self.requirement_unset_only and user.strong_authentication_requirements):
            return False
        if self.role_object_id is not None:
            role = role_with_id(self.role_object_id)
            if role is None or role.name not in user.roles:
                return False
        return self._is_required(user) and (self.search_string is None or begins(user, self.search_string))

    def _is_required(self, user: TenantUser) -> bool:
        if self.requirements is None:
            return True
        wanted = {known(one) for one in kept_requirements(self.requirements)}
        return any(known(one) in wanted for one in user.strong_authentication_requirements)


def known(requirement: Requirement) -> tuple[str, str]:
    """What counts of a requirement, in lower case."""
    return requirement.state.lower(), requirement.relying_party.lower()


get_msol_user_by_strong_authentication = Cmdlet(
    "Get-MsolUserByStrongAuthentication",
    "Lists users by the second factor that they need.",
    output=User,
    error_owner="GetUserByStrongAuthentication",
    examples={
        "Get-MsolUserByStrongAuthentication -MaxResults 3": "Lists three users.",
        "Get-MsolUserByStrongAuthentication -All -RequirementUnsetOnly": "Lists users that need no second factor.",
    },
)


@get_msol_user_by_strong_authentication.parameter_set("ListUsersByStrongAuthentication__0", default=True)
def listed(
    call: MsolCall,
    wanted: FactorFilter,
    max_results: Annotated[int, Parameter("The most users to list; 500 unless said.")] = PAGE,
) -> Output[User]:
    """Lists users by their requirement, their role, or how their name begins."""
    yield from islice(found(call, wanted), max(max_results, 0))


@get_msol_user_by_strong_authentication.parameter_set("All__0")
def everybody(call: MsolCall, wanted: FactorFilter, all_: All) -> Output[User]:
    """Lists users without limit."""
    yield from found(call, wanted)


def found(call: MsolCall, wanted: FactorFilter) -> Iterator[User]:
    """The users that meet a filter."""
    tenant = call.services.tenant(wanted.tenant_id)
    return map(shown_in(tenant), filter(wanted.meets, tenant.users()))


reset_msol_strong_authentication_method_by_upn = Cmdlet(
    "Reset-MsolStrongAuthenticationMethodByUpn",
    "Forgets what a user has registered as a second factor.",
    error_owner="ResetStrongAuthenticationMethodByUpn",
    examples={
        "Reset-MsolStrongAuthenticationMethodByUpn -UserPrincipalName admin@contoso.onmicrosoft.com": (
            "Lets a user register anew."
        ),
    },
)


@reset_msol_strong_authentication_method_by_upn.parameter_set()
def forgotten(call: MsolCall, user_principal_name: UserPrincipalName, tenant_id: TenantId = None) -> None:
    """The user must register again when it next signs in; whether it needs a second factor stays as it is."""
    call.services.tenant(tenant_id).accounts.forget_strong_authentication(user_principal_name)
