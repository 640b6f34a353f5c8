"""The COM objects that scripts make: WScript.Shell, for its message box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.types.registry import OBJECT, declare
from msolemu.runtime.types.signature import parse

if TYPE_CHECKING:
    from msolemu.runtime.state.session import Session
    from msolemu.runtime.values.objects import Value

OK = 1


@dataclass(slots=True, eq=False)
class WScriptShell:
    """`New-Object -ComObject WScript.Shell`."""

    session: Session

    def popup(self, text: str, seconds: int = 0, title: str = "", kind: int = 0) -> int:
        """Show the text of the box on the screen; the answer is OK."""
        self.session.streams.write_host(f"{title}: {text}" if title else text)
        return OK

    def expand(self, text: str) -> str:
        """The text with `%NAME%` replaced by the environment's value."""
        import re

        return re.sub(
            "%([^%]+)%",
            lambda match: value if (value := self.session.environment_value(match[1])) is not None else match[0],
            text,
        )


_SHELL = declare("System.__ComObject#WScript.Shell", OBJECT, WScriptShell)
for _signature in (
    "int Popup(string text)",
    "int Popup(string text, int seconds)",
    "int Popup(string text, int seconds, string title)",
    "int Popup(string text, int seconds, string title, int type)",
):
    _SHELL.add_method(parse(_signature), WScriptShell.popup)
_SHELL.add_method(parse("string ExpandEnvironmentStrings(string text)"), WScriptShell.expand)


def com_object(session: Session, name: str) -> Value:
    """The object of a COM class; None for a class that is not emulated."""
    return WScriptShell(session) if name.lower() in ("wscript.shell", "wscript.shell.1") else None
