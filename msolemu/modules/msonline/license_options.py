"""New-MsolLicenseOptions."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.modules.msonline.services import MsolCall
from msolemu.modules.msonline.shown_licences import identifier
from msolemu.modules.msonline.types.contract import texts
from msolemu.modules.msonline.types.licence import LicenseOption
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.values.objects import GenericList

new_msol_license_options = Cmdlet(
    "New-MsolLicenseOptions",
    "Makes an object that says which plans of a licence are switched off.",
    output=LicenseOption,
    error_owner="NewLicenseOptions",
    examples={
        "New-MsolLicenseOptions -AccountSkuId contoso:ENTERPRISEPACK -DisabledPlans SWAY, YAMMER_ENTERPRISE": (
            "Switches two plans off."
        ),
        "New-MsolLicenseOptions -AccountSkuId contoso:ENTERPRISEPACK": "Switches all plans on.",
    },
)


@new_msol_license_options.parameter_set()
def made(
    call: MsolCall,
    account_sku_id: Annotated[str, Parameter("The licence, such as contoso:ENTERPRISEPACK.")],
    disabled_plans: Annotated[
        GenericList | None,
        Parameter(
            "The names of the plans to switch off; all others are on.",
            type="System.Collections.Generic.List`1[System.String]",
        ),
    ] = None,
) -> Output[LicenseOption]:
    """Nothing is checked before the object is used: New-MsolUser and Set-MsolUserLicense take it."""
    call.services.connection.demand()
    account, _, part_number = account_sku_id.partition(":")
    yield LicenseOption(
        AccountSkuId=identifier(account, part_number), DisabledServicePlans=texts(map(to_text, disabled_plans or ()))
    )
