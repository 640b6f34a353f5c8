"""Get-Credential."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.call import Call
from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.foundation.text import to_units
from msolemu.runtime.binding.confirmation import NOBODY
from msolemu.runtime.binding.validation import ValidateNotNull, ValidateNotNullOrEmpty
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.errors.records import ErrorCategory
from msolemu.runtime.types.credentials import Credential, SecureString
from msolemu.runtime.values.objects import Value, unwrap

SOMETHING = (ValidateNotNullOrEmpty(),)
REQUEST = "PowerShell credential request"

get_credential = Cmdlet(
    "Get-Credential",
    "Asks for a user name and a password.",
    output=Credential,
    examples={"try { Get-Credential ann@contoso.com } catch { 'nobody answers' }": "Asks for the password."},
)


def asked(call: Call[None], question: str, *, secret: bool = False) -> str:
    """The line that was typed; where nobody can be asked that is an error."""
    answer = call.session.host.read_line(question, secret=secret)
    if answer is None:
        raise call.error(
            "InvalidOperation",
            NOBODY,
            ErrorCategory.INVALID_OPERATION,
            "System.Management.Automation.PSInvalidOperationException",
        )
    return to_units(answer)


def credential(call: Call[None], user: str | None, title: str | None, message: str | None) -> Credential:
    """Ask for what is not known yet."""
    host = call.session.host
    host.write_line()
    host.write_line(title or REQUEST)
    host.write_line(message or "Enter your credentials.")
    name = user if user is not None else asked(call, "User: ")
    return Credential(name, SecureString(asked(call, f"Password for user {name}: ", secret=True)))


def _kept(value: Value) -> Value:
    """A credential, or the name of a user whose password will be asked for."""
    plain = unwrap(value)
    return plain if plain is None or isinstance(plain, Credential) else to_text(plain)


@get_credential.parameter_set("CredentialSet", default=True)
def by_credential(
    call: Call[None],
    credential_: Annotated[
        Value,
        Parameter(
            "A credential, which is given back, or the name of a user.",
            name="Credential",
            position=0,
            type="System.Management.Automation.PSCredential",
            validate=(ValidateNotNull(),),
            convert=_kept,
        ),
    ] = None,
) -> Output[Credential]:
    """On a terminal somebody is asked; else the next lines of standard input are the answers. Any password will do,
    unless the workspace demands real ones."""
    yield credential_ if isinstance(credential_, Credential) else credential(call, credential_, None, None)


@get_credential.parameter_set("MessageSet")
def by_message(
    call: Call[None],
    message: Annotated[str | None, Parameter("What the user is told.", validate=SOMETHING)] = None,
    user_name: Annotated[str | None, Parameter("The name of the user.", position=0, validate=SOMETHING)] = None,
    title: Annotated[str | None, Parameter("The title of the question.", validate=SOMETHING)] = None,
) -> Output[Credential]:
    """Asks with words of its own."""
    yield credential(call, user_name, title, message)
