"""`$Host`: the host of a session as a script sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from msolemu.foundation.dataclass import dataclass, field
from msolemu.runtime.types.registry import HOMES, net_object, net_type_of_class
from msolemu.runtime.values.objects import Value

if TYPE_CHECKING:
    from msolemu.runtime.state.session import Session

NAME = "ConsoleHost"


@net_object("System.Management.Automation.Host.Size")
@dataclass(slots=True)
class Size:
    """Columns and rows."""

    Width: int
    Height: int

    def __str__(self) -> str:
        return f"{self.Width},{self.Height}"


@net_object("System.Management.Automation.Internal.Host.InternalHostRawUserInterface")
@dataclass(slots=True)
class RawInterface:
    """The console itself; what is set is kept and changes nothing."""

    BufferSize: Size
    WindowSize: Size
    MaxWindowSize: Size
    ForegroundColor: Value = "Gray"
    BackgroundColor: Value = "Black"
    WindowTitle: str = ""
    CursorSize: int = 25
    KeyAvailable: bool = False


@net_object("System.Management.Automation.Internal.Host.InternalHostUserInterface")
@dataclass(slots=True)
class UserInterface:
    """The console's user interface."""

    RawUI: RawInterface
    SupportsVirtualTerminal: bool = False


net_type_of_class(UserInterface).home = HOMES + "host_interface"


@net_object("System.Management.Automation.Internal.Host.InternalHost")
@dataclass(slots=True)
class HostObject:
    """The host."""

    Name: str
    Version: Value
    InstanceId: UUID
    UI: UserInterface
    CurrentCulture: Value
    CurrentUICulture: Value
    PrivateData: Value = None
    DebuggerEnabled: bool = True
    IsRunspacePushed: bool = False
    Runspace: Value = field(default=None)


def host_object(session: Session) -> HostObject:
    """The host of a session, always the same object."""
    known: HostObject | None = session.host_object
    if known is None:
        from msolemu.runtime.casting.conversion import convert
        from msolemu.runtime.types.registry import find_type

        size = Size(session.host.width, 50)
        culture, version = find_type("System.Globalization.CultureInfo"), find_type("System.Version")
        assert culture is not None
        assert version is not None
        named = convert("en-US", culture)
        interface = UserInterface(RawInterface(size, size, size))
        known = HostObject(NAME, convert("7.6.5", version), session.ids.guid(), interface, named, named)
        session.host_object = known
    return known
