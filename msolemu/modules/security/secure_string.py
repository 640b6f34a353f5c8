"""ConvertTo-SecureString, ConvertFrom-SecureString.

A secure string written out is its text in hexadecimal digits, as PowerShell writes it where Windows does not encrypt.
Under a key it is encrypted with AES in PowerShell's own package, so that files of either can be read by the other.
"""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode
from collections.abc import Iterator
from typing import Annotated

from msolemu.cmdlets.call import Call
from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.modules.security.aes import KEY_SIZES, PaddingError, decrypt, encrypt
from msolemu.runtime.errors.records import ErrorCategory
from msolemu.runtime.types.credentials import SecureString
from msolemu.runtime.values.objects import Byte

HEAD = "76492d1116743f0423413b16050a5345"
"""What marks a text that was encrypted under a key."""

convert_to_secure_string = Cmdlet(
    "ConvertTo-SecureString",
    "Makes a secure string.",
    output=SecureString,
    examples={
        "(ConvertTo-SecureString 'P@ssw0rd' -AsPlainText -Force).Length": "Makes one of a plain text.",
        "$k = 1..16; $s = ConvertTo-SecureString x -AsPlainText; $s | ConvertFrom-SecureString -Key $k": "Encrypts it.",
    },
)
Text = Annotated[str, Parameter("The text.", position=0, from_pipeline=True)]
SecureKey = Annotated[SecureString | None, Parameter("The key: 8, 12 or 16 characters.", position=1)]
Key = Annotated[
    list[Byte] | None, Parameter("The key: 16, 24 or 32 numbers from 0 to 255.", type="System.Byte[]", mandatory=False)
]


@convert_to_secure_string.parameter_set("Secure", default=True)
def from_written(call: Call[None], string: Text, secure_key: SecureKey = None) -> Output[SecureString]:
    """Without -AsPlainText the text is what ConvertFrom-SecureString has written, under the same key if any."""
    yield from read_back(call, string, None if secure_key is None else in_bytes(secure_key))


@convert_to_secure_string.parameter_set("Open")
def from_encrypted(call: Call[None], string: Text, key: Key = None) -> Output[SecureString]:
    """The text was written under this key."""
    yield from read_back(call, string, None if key is None else bytes(map(int, key)))


def read_back(call: Call[None], written_text: str, key: bytes | None) -> Iterator[SecureString]:
    """The secure string of a text that was written out; a text that is none, or another key, is an error."""
    try:
        content = bytes.fromhex(written_text) if key is None else unpacked(call, written_text, key)
        yield SecureString(content.decode("utf-16-le", "surrogatepass"))
    except PaddingError:
        call.write_error(
            "ImportSecureString_InvalidArgument_CryptographicError",
            "Padding is invalid and cannot be removed.",
            ErrorCategory.INVALID_ARGUMENT,
            "System.Security.Cryptography.CryptographicException",
        )
    except ValueError:
        call.write_error(
            "ImportSecureString_InvalidArgument",
            "Input string was not in a correct format.",
            ErrorCategory.INVALID_ARGUMENT,
            "System.FormatException",
        )


def in_bytes(secret: SecureString) -> bytes:
    """The bytes of a secure string in UTF-16."""
    return secret.text.encode("utf-16-le", "surrogatepass")


def packed(call: Call[None], secret: SecureString, key: bytes) -> str:
    """The package: a fixed head, then version, start of the chain and cipher text in Base64."""
    start = call.session.ids.guid().bytes
    cipher = encrypt(in_bytes(secret), checked(call, key), start).hex()
    package = f"2|{b64encode(start).decode('ascii')}|{cipher}"
    return HEAD + b64encode(package.encode("utf-16-le")).decode("ascii")


def unpacked(call: Call[None], package: str, key: bytes) -> bytes:
    """The bytes in a package; raises ValueError for what is none, PaddingError under another key."""
    if not package.startswith(HEAD):
        raise ValueError
    try:
        _, start, cipher = b64decode(package.removeprefix(HEAD)).decode("utf-16-le").split("|")
        first = b64decode(start)
    except binascii.Error as error:
        raise ValueError from error
    return decrypt(bytes.fromhex(cipher), checked(call, key), first)


def checked(call: Call[None], key: bytes) -> bytes:
    """A key of a length that the cipher takes."""
    if len(key) not in KEY_SIZES:
        raise call.error(
            "System.ArgumentException",
            "The specified key is not a valid size for this algorithm. (Parameter 'key')",
            ErrorCategory.NOT_SPECIFIED,
            "System.ArgumentException",
        )
    return key


@convert_to_secure_string.parameter_set("PlainText")
def from_plain_text(
    call: Call[None],
    string: Text,
    as_plain_text: Annotated[Switch, Parameter("The text is the secret itself.", position=1)] = False,
    force: Annotated[Switch, Parameter("Confirms that; not needed here.", position=2)] = False,
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
def written(call: Call[None], secure_string: Secret, secure_key: SecureKey = None) -> Output[str]:
    """Without a key the digits are not encrypted. ConvertTo-SecureString reads them again."""
    yield in_bytes(secure_string).hex() if secure_key is None else packed(call, secure_string, in_bytes(secure_key))


@convert_from_secure_string.parameter_set("Open")
def encrypted(call: Call[None], secure_string: Secret, key: Key = None) -> Output[str]:
    """The text can be read under the same key alone."""
    yield in_bytes(secure_string).hex() if key is None else packed(call, secure_string, bytes(map(int, key)))


@convert_from_secure_string.parameter_set("AsPlainText")
def plain(
    call: Call[None],
    secure_string: Secret,
    as_plain_text: Annotated[Switch, Parameter("The text itself.")] = False,
) -> Output[str]:
    """Gives the text."""
    yield secure_string.text
