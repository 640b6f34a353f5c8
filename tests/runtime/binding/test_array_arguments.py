"""What cannot become an array is told of the whole by a function, of the element by a cmdlet."""

from __future__ import annotations

import pytest

from msolemu.bootstrap import Settings, build
from msolemu.host.capture import CaptureHost

TEXT = "The input string 'x' was not in a correct format."
ELEMENT = f'Cannot convert value "x" to type "System.Int32". Error: "{TEXT}"'


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ("numbers x", f'Cannot convert value "x" to type "System.Int32[]". Error: "{ELEMENT}"'),
        ("numbers 1,x", ELEMENT),
        (
            "numbers ([System.Collections.ArrayList]@('x'))",
            f'Cannot convert value "System.Collections.ArrayList" to type "System.Int32[]". Error: "{ELEMENT}"',
        ),
        ("1 | Select-Object -Index x", ELEMENT),
    ],
)
def test_an_argument_that_is_no_array_of_numbers_is_refused(call: str, message: str) -> None:
    host = CaptureHost()
    with build(Settings(workspace=None), host) as emulator:
        emulator.runspace.run(
            f"function numbers {{ param([int[]]$n) }}; try {{ {call} }} catch {{ $_.Exception.Message }}"
        )
    assert host.output.strip().partition("'. ")[2] == message


def test_out_file_without_a_path_lacks_it_even_with_input() -> None:
    host = CaptureHost()
    with build(Settings(workspace=None), host) as emulator:
        emulator.runspace.run("try { 1 | Out-File } catch { $_.FullyQualifiedErrorId }")
    assert host.output.strip() == "MissingMandatoryParameter,Microsoft.PowerShell.Commands.OutFileCommand"
