"""Opens the emulator for a command, and says what is wrong with the options or the workspace."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from msolemu.cli.console import flush
from msolemu.compat.known_issue import UnknownKnownIssue

if TYPE_CHECKING:
    from click import UsageError

    from msolemu.bootstrap import Emulator
    from msolemu.cli.invocation import Invocation
    from msolemu.host.host import Host


@contextmanager
def opened(invocation: Invocation, host: Host) -> Iterator[Emulator]:
    """The emulator that the options ask for; a workspace that cannot be used ends the command with one line."""
    from msolemu.bootstrap import UnknownSeed, WorkspaceFault, build

    try:
        with build(invocation.settings(), host) as emulator:
            yield emulator
    except (UnknownKnownIssue, UnknownSeed) as error:
        raise usage_error(str(error)) from error
    except WorkspaceFault as error:
        host.write_error_line(f"{error.id}: {error}")
        sys.exit(1)
    finally:
        flush()


def usage_error(message: str) -> UsageError:
    """What click shows with the command's usage before it ends the process with 2."""
    from click import UsageError

    return UsageError(message)
