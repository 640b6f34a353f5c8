"""Every cmdlet of the built-in modules is used in a transcript."""

from __future__ import annotations

import functools

import pytest

from msolemu.cmdlets.discovery import CmdletCommand
from msolemu.foundation.text import to_units
from msolemu.host.capture import CaptureHost
from msolemu.language import syntax
from msolemu.language.parser import parse
from msolemu.language.syntax import walk
from tests.golden.replay import emulator
from tests.transcripts.reader import files, read
from tests.transcripts.test_transcripts import HERE

BUILT_IN = (
    "Microsoft.PowerShell.Core",
    "Microsoft.PowerShell.Utility",
    "Microsoft.PowerShell.Management",
    "Microsoft.PowerShell.Security",
    "Microsoft.PowerShell.Host",
    "PowerShellGet",
)


@functools.cache
def used() -> frozenset[str]:
    """The names of the commands that transcripts call, in lower case."""
    names: set[str] = set()
    for path in files(HERE):
        for step in read(path.read_text(encoding="utf-8")).steps:
            for node in walk(parse(to_units(step.command)).tree):
                if isinstance(node, syntax.Command) and isinstance(node.elements[0], syntax.StringConstant):
                    names.add(node.elements[0].value.lower())
    return frozenset(names)


@functools.cache
def cmdlets() -> dict[str, list[CmdletCommand]]:
    """The cmdlets of each built-in module."""
    discovery = emulator(CaptureHost()).discovery
    found = {}
    for name in BUILT_IN:
        module = discovery.module_named(name)
        assert module is not None
        found[name] = discovery.of_module(module)
    return found


@pytest.mark.parametrize("module", BUILT_IN)
def test_every_cmdlet_stands_in_a_transcript(module: str) -> None:
    assert not [one.name for one in cmdlets()[module] if one.name.lower() not in used()]
