"""Set-ADAccountPassword."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.directory.forest.directory import ForestDirectory
from msolemu.directory.forest.domain_policy import is_complex
from msolemu.directory.forest.errors import WeakPassword
from msolemu.directory.forest.objects import ForestEntry, Values
from msolemu.directory.forest.times import file_time
from msolemu.modules.activedirectory.account import READ_ACCOUNTS
from msolemu.modules.activedirectory.changing import applied
from msolemu.modules.activedirectory.identity import Identity
from msolemu.modules.activedirectory.parameters import Changing
from msolemu.modules.activedirectory.services import ADCall
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.types.credentials import SecureString
from msolemu.runtime.values.objects import PSCustomObject, Value, unwrap

SECURE_STRING = "System.Security.SecureString"

set_ad_account_password = Cmdlet(
    "Set-ADAccountPassword",
    "Gives an account of the on-premises directory a password.",
    error_owner="SetADAccountPassword",
    should_process=True,
    examples={
        "$new = ConvertTo-SecureString 'Lantern-2016' -AsPlainText -Force\n"
        "Set-ADAccountPassword rfields -Reset -NewPassword $new": "Resets a password.",
    },
)


@set_ad_account_password.parameter_set()
def given(
    call: ADCall,
    identity: Identity,
    changing: Changing,
    new_password: Annotated[Value, Parameter("The password.", type=SECURE_STRING, mandatory=True)],
    old_password: Annotated[Value, Parameter("The one before; any will do here.", type=SECURE_STRING)] = None,
    reset: Annotated[Switch, Parameter("Do not ask for the one before; nobody is asked here.")] = False,
) -> Output[PSCustomObject]:
    """The domain's policy says what a password must be; msolemu keeps none, only when it was given."""

    def apply(forest: ForestDirectory, entry: ForestEntry) -> ForestEntry:
        return forest.change(entry, password_values(forest, entry, new_password))

    yield from applied(call, READ_ACCOUNTS, identity, changing, apply, "Set-ADAccountPassword")


def password_values(forest: ForestDirectory, entry: ForestEntry, password: Value) -> dict[str, Values]:
    """What a new password changes of an account; raises WeakPassword for what the policy does not take."""
    plain = unwrap(password)
    text = plain.text if isinstance(plain, SecureString) else to_text(plain)
    if not is_complex(text, entry.first("samaccountname") or ""):
        raise WeakPassword(entry.distinguished_name)
    return {"pwdlastset": (file_time(forest.now),)}
