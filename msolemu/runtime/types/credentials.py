"""SecureString, PSCredential, NetworkCredential."""

from __future__ import annotations

from msolemu.runtime.errors.argument_errors import PS_ARGUMENT, PS_ARGUMENT_NULL, not_valid_text, null_text
from msolemu.runtime.errors.net_errors import (
    NetError,
    argument_error,
    index_out_of_range,
    invalid_operation,
    null_argument,
)
from msolemu.runtime.types.declaring import (
    constructor,
    method,
    properties,
    reader,
    static,
    static_properties,
    typed_property,
    writer,
)
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.values.objects import Value

SECURE_STRING = known_type("System.Security.SecureString")
CREDENTIAL = known_type("System.Management.Automation.PSCredential")
NETWORK_CREDENTIAL = known_type("System.Net.NetworkCredential")


class SecureString:
    """A text that is never shown. msolemu keeps it in clear inside the process: nothing here is a secret."""

    __slots__ = ("read_only", "text")

    def __init__(self, text: str = "") -> None:
        self.text = text
        self.read_only = False

    def __len__(self) -> int:
        return len(self.text)


class Credential:
    """A user name and a password."""

    __slots__ = ("password", "user_name")

    def __init__(self, user_name: str, password: SecureString) -> None:
        self.user_name = user_name
        self.password = password

    def network(self) -> NetworkCredential:
        """The parts of the name, and the password in clear."""
        user, domain = self.user_name, ""
        if "\\" in user:
            domain, _, user = user.partition("\\")
        elif user.count("@") == 1:
            user, _, domain = user.partition("@")
        return NetworkCredential(user, self.password.text, domain)


class NetworkCredential:
    """A user name, a password and a domain."""

    __slots__ = ("domain", "password", "user_name")

    def __init__(self, user_name: str = "", password: Value = "", domain: str = "") -> None:
        self.user_name = user_name or ""
        self.password: str = password.text if isinstance(password, SecureString) else password or ""
        self.domain = domain or ""


represent(SECURE_STRING, SecureString)
represent(CREDENTIAL, Credential)
represent(NETWORK_CREDENTIAL, NetworkCredential)
typed_property(SECURE_STRING, "System.Int32", "Length", len)
typed_property(CREDENTIAL, "System.String", "UserName", lambda credential: credential.user_name)
typed_property(CREDENTIAL, "System.Security.SecureString", "Password", lambda credential: credential.password)
for _name, _attribute in (("UserName", "user_name"), ("Password", "password"), ("Domain", "domain")):
    typed_property(
        NETWORK_CREDENTIAL,
        "System.String",
        _name,
        reader(_attribute),
        writer(_attribute),
    )
properties(NETWORK_CREDENTIAL, SecurePassword=lambda credential: SecureString(credential.password))


def _change(secure: SecureString, text: str) -> None:
    if secure.read_only:
        raise invalid_operation("Instance is read-only.")
    secure.text = text


@method(SECURE_STRING, "void AppendChar(char c)")
def append_char(secure: SecureString, unit: str) -> None:
    """Add a character."""
    _change(secure, secure.text + unit)


@method(SECURE_STRING, "void RemoveAt(int index)")
def remove_at(secure: SecureString, index: int) -> None:
    """Remove a character."""
    _change(secure, secure.text[:index] + secure.text[index + 1 :])


@method(SECURE_STRING, "void InsertAt(int index, char c)")
def insert_at(secure: SecureString, index: int, unit: str) -> None:
    """Put a character before another."""
    if not 0 <= index <= len(secure.text):
        raise index_out_of_range(inclusive=True)
    _change(secure, secure.text[:index] + unit + secure.text[index:])


@method(SECURE_STRING, "void SetAt(int index, char c)")
def set_at(secure: SecureString, index: int, unit: str) -> None:
    """Put a character in the place of another."""
    if not 0 <= index < len(secure.text):
        raise index_out_of_range()
    _change(secure, secure.text[:index] + unit + secure.text[index + 1 :])


@method(SECURE_STRING, "void Clear()", "void Dispose()")
def clear(secure: SecureString) -> None:
    """Forget the text."""
    _change(secure, "")


@method(SECURE_STRING, "void MakeReadOnly()")
def make_read_only(secure: SecureString) -> None:
    """Allow no further change."""
    secure.read_only = True


@method(SECURE_STRING, "bool IsReadOnly()")
def is_read_only(secure: SecureString) -> bool:
    """Whether no change is allowed."""
    return secure.read_only


@method(SECURE_STRING, "securestring Copy()")
def copy(secure: SecureString) -> SecureString:
    """A copy."""
    return SecureString(secure.text)


constructor(SECURE_STRING, "securestring()")(SecureString)


@constructor(CREDENTIAL, "pscredential(string userName, securestring password)")
def new_credential(user_name: str, password: SecureString) -> Credential:
    """A credential; both parts must be there."""
    if user_name is None or not user_name:
        raise _missing("userName")
    if password is None:
        raise _missing("password")
    return Credential(user_name, password)


def _missing(name: str) -> NetError:
    if name == "password":
        return NetError(PS_ARGUMENT_NULL, null_text(name))
    return NetError(PS_ARGUMENT, not_valid_text(name))


@method(CREDENTIAL, "System.Net.NetworkCredential GetNetworkCredential()")
def get_network_credential(credential: Credential) -> NetworkCredential:
    """The password in clear."""
    return credential.network()


constructor(
    NETWORK_CREDENTIAL,
    "System.Net.NetworkCredential()",
    "System.Net.NetworkCredential(string userName, string password)",
    "System.Net.NetworkCredential(string userName, string password, string domain)",
    "System.Net.NetworkCredential(string userName, securestring password)",
    "System.Net.NetworkCredential(string userName, securestring password, string domain)",
)(NetworkCredential)

MARSHAL = known_type("System.Runtime.InteropServices.Marshal")


@static(
    MARSHAL,
    "System.IntPtr SecureStringToBSTR(securestring s)",
    "System.IntPtr SecureStringToGlobalAllocUnicode(securestring s)",
    "System.IntPtr SecureStringToCoTaskMemUnicode(securestring s)",
)
def secure_string_to_pointer(secure: SecureString) -> Value:
    """A handle to the text in clear: the secure string itself, which the other functions read."""
    if secure is None:
        raise null_argument("s")
    return secure


@static(
    MARSHAL,
    "string PtrToStringBSTR(System.Object ptr)",
    "string PtrToStringAuto(System.Object ptr)",
    "string PtrToStringUni(System.Object ptr)",
)
def pointer_to_string(pointer: Value) -> str:
    """The text in clear."""
    if not isinstance(pointer, SecureString):
        raise argument_error("msolemu reads the memory of secure strings only.", "ptr")
    return pointer.text


@static(
    MARSHAL,
    "void ZeroFreeBSTR(System.Object s)",
    "void ZeroFreeGlobalAllocUnicode(System.Object s)",
    "void ZeroFreeCoTaskMemUnicode(System.Object s)",
    "void FreeBSTR(System.Object ptr)",
)
def free(pointer: Value) -> None:
    """Nothing is held."""


@static(MARSHAL, "int ReleaseComObject(System.Object o)")
def release_com_object(value: Value) -> int:
    """No COM object exists here."""
    raise argument_error("The object's type must be __ComObject or derived from __ComObject.", "o")


@constructor(CREDENTIAL, "pscredential(psobject pso)")
def from_object(value: Value) -> Credential:
    """A credential of an object with UserName and Password."""
    from msolemu.runtime.values.members import get_property

    return new_credential(get_property(value, "UserName"), get_property(value, "Password"))


static_properties(CREDENTIAL, Empty=lambda: Credential("", SecureString()))
