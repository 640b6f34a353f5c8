"""What a call of `msolemu` does, and the exit code that it ends with."""

from __future__ import annotations

import errno
import os
import sys
from typing import NoReturn

from msolemu.cli.plain import plain
from msolemu.cli.run import INTERRUPTED
from msolemu.foundation.collector import leave_uncollected


def open_closed_streams() -> None:
    """A standard stream that the caller has closed is empty, and takes what is written to it nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115,PTH123  open until the end


def main() -> None:
    """Run the command line and leave with its exit code: 2 for a usage error, else what the command decided."""
    open_closed_streams()
    try:
        run = plain(sys.argv[1:], os.environ) or by_click
        sys.exit(run())
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except Exception as error:  # noqa: BLE001  a bug of our own outside any session: one line, and where the details are
        from msolemu.cli.console import end_unread
        from msolemu.host.faults import fault_line

        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EPIPE):
            end_unread(error)
        sys.stderr.write(f"{fault_line(error)}\n")
        sys.exit(1)
    finally:
        leave_uncollected()


def by_click() -> NoReturn:
    """Let click read the command line, run it and end the process; what is typed stays as typed on Windows too."""
    from msolemu.cli.command_line import cli

    cli.main(prog_name="msolemu", windows_expand_args=False)
