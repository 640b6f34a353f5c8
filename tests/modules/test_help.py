"""`Get-Help NAME -Full` shows the syntax, every parameter and an example of each cmdlet of every module."""

from __future__ import annotations

import pytest

from msolemu.bootstrap import Emulator, Settings, build
from msolemu.cmdlets.discovery import CmdletCommand
from msolemu.host.capture import CaptureHost


@pytest.fixture(scope="module")
def emulator() -> Emulator:
    return build(Settings(), CaptureHost())


def every() -> list[CmdletCommand]:
    with build(Settings(), CaptureHost()) as made:
        return made.discovery.every()


CMDLETS = every()


@pytest.mark.parametrize("command", CMDLETS, ids=[command.name for command in CMDLETS])
def test_the_full_help_of_a_cmdlet_is_whole(command: CmdletCommand, emulator: Emulator) -> None:
    host = emulator.session.host
    assert isinstance(host, CaptureHost)
    before = len(host.output)
    emulator.run(f"Get-Help {command.name} -Full")
    shown = host.output[before:]
    own = [one for one in command.metadata.parameters.values() if not one.common and not one.hidden]
    for part in ("SYNOPSIS", "SYNTAX", "DESCRIPTION", "PARAMETERS" if own else "INPUTS", "EXAMPLE 1"):
        assert part in shown
    assert shown.count(f"    {command.name} ") + shown.count(f"    {command.name}\n") >= len(command.metadata.set_names)
    for one in own:
        assert f"    -{one.name}" in shown
