"""Types that .NET has and msolemu has not are refused by name; unknown ones stay unknown."""

from __future__ import annotations

import pytest

from msolemu.bootstrap import Settings, build
from msolemu.host.capture import CaptureHost
from msolemu.runtime.foreign.foreign_types import foreign_type


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("System.Net.WebClient", "opens no network connection"),
        ("net.webclient", "opens no network connection"),
        ("System.Windows.Forms.MessageBox", "shows no windows"),
        ("Windows.Forms.Form", "shows no windows"),
        ("System.Data.SqlClient.SqlConnection", "opens no database"),
        ("adsi", "reaches a directory only by its cmdlets"),
        ("System.Lazy[int]", "runs one thing after another"),
        ("System.Net.WebKlient", None),
        ("System.Management.Automation.PSCustmObject", None),
        ("Microsoft.Online.NoSuch.Thing", None),
        ("nosuchtype", None),
    ],
)
def test_a_namespace_or_name_tells_why_a_type_is_not_there(name: str, reason: str | None) -> None:
    assert foreign_type(name) == reason


@pytest.mark.parametrize(
    ("script", "printed"),
    [
        ("[System.Net.WebClient]::new()", "TypeNotEmulated"),
        ("New-Object Net.WebClient", "TypeNotEmulated,Microsoft.PowerShell.Commands.NewObjectCommand"),
        ("New-Object Some.Thing", "TypeNotFound,Microsoft.PowerShell.Commands.NewObjectCommand"),
        ("[Some.Thing]::new()", "TypeNotFound"),
        ("Add-Type -AssemblyName Some.Thing", "ASSEMBLY_NOT_FOUND,Microsoft.PowerShell.Commands.AddTypeCommand"),
        ("Add-Type -AssemblyName System.Messaging", "AddTypeNotEmulated,Microsoft.PowerShell.Commands.AddTypeCommand"),
        ("[Reflection.Assembly]::LoadFrom('C:\\a.dll')", "AssemblyLoadingNotEmulated"),
        ("throw 'x'", "x"),
    ],
)
def test_a_refusal_has_an_id_of_its_own(script: str, printed: str) -> None:
    host = CaptureHost()
    with build(Settings(workspace=None), host) as emulator:
        emulator.runspace.run(f"try {{ {script} }} catch {{ $_.FullyQualifiedErrorId }}")
    assert host.output.strip() == printed


def test_a_catch_of_a_type_that_is_not_emulated_catches_nothing() -> None:
    host = CaptureHost()
    with build(Settings(workspace=None), host) as emulator:
        emulator.runspace.run("try { 1/0 } catch [System.Net.Sockets.SocketException] { 'net' } catch { 'any' }")
    assert host.output.strip() == "any"
