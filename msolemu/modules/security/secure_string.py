"""ConvertTo-SecureString, ConvertFrom-SecureString.

A secure string written out is its text in hexadecimal digits, as PowerShell writes it where Windows does not encrypt.
"""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.call import Call
from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.runtime.records import ErrorCategory
from msolemu.runtime.types.credentials import SecureString

convert_to_secure_string = Cmdlet(
    "ConvertTo-SecureString",
    "Makes a secure string.",
    output=SecureString,
    examples={"(ConvertTo-SecureString 'P@ssw0rd' -AsPlainText -Force).Length": "Makes one of a plain text."},
)
Text = Annotated[str, Parameter("The text.", position=0, from_pipeline=True)]


@convert_to_secure_string.parameter_set("Secure", default=True)
def from_written(call: Call[None], string: Text) -> Output[SecureString]:
    """Without -AsPlainText the text is what ConvertFrom-SecureString has written. Nothing is encrypted, and keys are
    refused: what another machine has encrypted cannot be read."""
    try:
        yield SecureString(bytes.fromhex(string).decode("utf-16-le"))
    except ValueError:
        call.write_error(
            "ImportSecureString_InvalidArgument",
            "Input string was not in a correct format.",
            ErrorCategory.INVALID_ARGUMENT,
            "System.FormatException",
        )


@convert_to_secure_string.parameter_set("PlainText")
def from_plain_text(
    call: Call[None],
    string: Text,
    as_plain_text: Annotated[Switch, Parameter("The text is the secret itself.", position=1)] = False,
    force: Annotated[Switch, Parameter("Confirms that; not needed.", position=2)] = False,
) -> Output[SecureString]:
    """Makes a secure string of a plain text."""
    yield SecureString(string)


convert_from_secure_string = Cmdlet(
    "ConvertFrom-SecureString",
    "Writes a secure string out as text.",
    output=str,
    examples={
        "ConvertTo-SecureString 'x' -AsPlainText -Force | ConvertFrom-SecureString": "Gives hexadecimal digits.",
        "ConvertTo-SecureString 'x' -AsPlainText -Force | ConvertFrom-SecureString -AsPlainText": "Gives the text.",
    },
)
Secret = Annotated[
    SecureString,
    Parameter("The secure string.", position=0, from_pipeline=True),
]


@convert_from_secure_string.parameter_set("Secure", default=True)
def written(call: Call[None], secure_string: Secret) -> Output[str]:
    """The digits are not encrypted; ConvertTo-SecureString reads them again."""
    yield secure_string.text.encode("utf-16-le", "surrogatepass").hex()


@convert_from_secure_string.parameter_set("AsPlainText")
def plain(
    call: Call[None],
    secure_string: Secret,
    as_plain_text: Annotated[Switch, Parameter("The text itself.")] = False,
) -> Output[str]:
    """Gives the text."""
    yield secure_string.text
