"""The session whose code runs now.

Static members such as `[datetime]::Now`, `[guid]::NewGuid()` or `[environment]::MachineName` belong to no object that
could carry the session's clock, identifiers, environment and locations; they ask here. A session puts itself here when
it is made and each time a runspace runs text in it.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from msolemu.runtime.state.session import Session

_SESSION: ContextVar[Session] = ContextVar("session")


def session() -> Session:
    """The session whose code runs; raises LookupError when none was made yet."""
    return _SESSION.get()


def find_session() -> Session | None:
    """The session whose code runs, if there is one."""
    return _SESSION.get(None)


def enter(running: Session) -> None:
    """From now on the code of this session runs."""
    _SESSION.set(running)
