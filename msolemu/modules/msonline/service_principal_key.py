"""The parameters that make a credential, as two cmdlets for service principals have them."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Parameter
from msolemu.directory.tenant.principals import NewCredential
from msolemu.directory.tenant.service_principal import PrincipalCredential
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.msonline.services import MsolCall
from msolemu.modules.msonline.shown_factors import instant
from msolemu.modules.msonline.types.service_principal import CredentialType, CredentialUsage
from msolemu.runtime.types.date_time import DateTime


@dataclass(frozen=True, slots=True)
class Key:
    """A credential to be made."""

    end_date: Annotated[
        DateTime | None,
        Parameter("When it ends; a year after it begins, unless said.", from_property=True, nullable=True),
    ] = None
    start_date: Annotated[
        DateTime | None, Parameter("When it begins; now, unless said.", from_property=True, nullable=True)
    ] = None
    type_: Annotated[
        CredentialType | None,
        Parameter(
            "Asymmetric, Symmetric, Password or Other; Symmetric unless said.", from_property=True, nullable=True
        ),
    ] = None
    usage: Annotated[
        CredentialUsage | None, Parameter("Sign or Verify; Verify unless said.", from_property=True, nullable=True)
    ] = None
    value: Annotated[
        str | None,
        Parameter("The key or certificate as base64, or the password; one is drawn unless given.", from_property=True),
    ] = None

    def wanted(self) -> NewCredential:
        """In the words of the directory."""
        return NewCredential(
            (self.type_ or CredentialType.Symmetric).name,
            (self.usage or CredentialUsage.Verify).name,
            self.value,
            instant(self.start_date),
            instant(self.end_date),
        )


def announce(call: MsolCall, key: Key, made: PrincipalCredential) -> None:
    """Show a key that was drawn, once, on the host: nobody can read it later without asking for it."""
    if key.value is None:
        kind = "symmetric key" if made.kind == CredentialType.Symmetric.name else "password"
        call.streams.write_host(f"The following {kind} was created as one was not supplied {made.value}")
