"""Who runs the script: WindowsIdentity and WindowsPrincipal. Whoever starts msolemu is an administrator of the lab."""

from __future__ import annotations

from msolemu.runtime.state import current
from msolemu.runtime.types.declaring import constructor, method, static, typed_property
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.types.security_identifier import SecurityIdentifier
from msolemu.runtime.values.objects import Value

SID = "System.Security.Principal.SecurityIdentifier"
IDENTITY = known_type("System.Security.Principal.WindowsIdentity")
PRINCIPAL = known_type("System.Security.Principal.WindowsPrincipal")


class WindowsIdentity:
    """The account under which the session runs."""

    __slots__ = ()

    def name(self) -> str:
        """Domain and user."""
        variable = current.session().environment_value
        return f"{variable('USERDOMAIN') or ''}\\{variable('USERNAME') or ''}"


class WindowsPrincipal:
    """The account with its roles."""

    __slots__ = ("identity",)

    def __init__(self, identity: WindowsIdentity) -> None:
        self.identity = identity


represent(IDENTITY, WindowsIdentity)
represent(PRINCIPAL, WindowsPrincipal)
typed_property(IDENTITY, "System.String", "Name", WindowsIdentity.name)
typed_property(IDENTITY, "System.String", "AuthenticationType", lambda identity: "Kerberos")
typed_property(IDENTITY, "System.Boolean", "IsAuthenticated", lambda identity: True)
typed_property(IDENTITY, "System.Boolean", "IsSystem", lambda identity: False)
for _name in ("IsGuest", "IsAnonymous"):
    typed_property(IDENTITY, "System.Boolean", _name, lambda identity: False)
for _name in ("User", "Owner"):
    typed_property(
        IDENTITY, SID, _name, lambda identity: SecurityIdentifier("S-1-5-21-1004336348-1177238915-682003330-500")
    )
typed_property(
    IDENTITY,
    f"{SID}[]",
    "Groups",
    lambda identity: [SecurityIdentifier(sid) for sid in ("S-1-5-32-544", "S-1-5-32-545")],
)
method(IDENTITY, "void Dispose()")(lambda identity: None)
typed_property(PRINCIPAL, IDENTITY.full_name, "Identity", lambda principal: principal.identity)


@static(IDENTITY, "System.Security.Principal.WindowsIdentity GetCurrent()")
def get_current() -> WindowsIdentity:
    """The account of the session."""
    return WindowsIdentity()


@constructor(
    PRINCIPAL, "System.Security.Principal.WindowsPrincipal(System.Security.Principal.WindowsIdentity ntIdentity)"
)
def new_principal(identity: WindowsIdentity) -> WindowsPrincipal:
    """The account with its roles."""
    return WindowsPrincipal(identity)


@method(PRINCIPAL, "bool IsInRole(System.Security.Principal.WindowsBuiltInRole role)", "bool IsInRole(string role)")
@method(PRINCIPAL, f"bool IsInRole({SID} sid)")
def is_in_role(principal: WindowsPrincipal, role: Value) -> bool:
    """True for administrators and users, whom every role of a lab's machine contains."""
    if isinstance(role, SecurityIdentifier):
        return role.value in ("S-1-5-32-544", "S-1-5-32-545")
    name = role if isinstance(role, str) else role.name
    return name.rpartition("\\")[2].lower() in ("administrator", "administrators", "user", "users")
